package bluesky_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"rostrum/network"
	"rostrum/network/realserver"
)

// TestRecord publishes one post with everything in it, by an app password, and reads what the server keeps.
func TestRecord(t *testing.T) {
	pds := realserver.PDS(t)
	c := connect(t, pds)
	friend, friendDID, _ := pds.Account(t, "jonas")
	handle, did, password := pds.Account(t, "ona")
	who, err := c.SignIn(t.Context(), pds.URL, handle, pds.AppPassword(t, handle, password))
	if err != nil {
		t.Fatal(err)
	}
	p := network.Piece{
		Key: "3n2xejbwesb22", Lang: "lt", At: time.Date(2026, 3, 9, 8, 7, 6, 5_400_000, time.FixedZone("", 7200)),
		Text: "Ąžuolas 🌳 dėkoja @" + friend + ", @nera.test ir @. Skaitykite (https://pvz.lt/ąž?a=(b)), „imone.lt/apie“. " +
			"#Žaliai, #1 #2026m! jonas@pvz.lt imone.ltu imone.ltū imone.lt@x a.b",
		Images: []network.Picture{{Bytes: []byte("GIF89a"), Type: "image/gif", Alt: "Medis", Width: 30, Height: 20}},
	}
	if _, err := c.Publish(t.Context(), accessOf(who), p); err != nil {
		t.Fatal(err)
	}
	kept, ok := recordsOf(t, pds, did)["at://"+did+"/app.bsky.feed.post/"+p.Key]
	if !ok {
		t.Fatal("the post is not under its key")
	}
	if kept.CreatedAt != "2026-03-09T06:07:06.005Z" || !reflect.DeepEqual(kept.Langs, []string{"lt"}) {
		t.Errorf("kept as of %s in %s", kept.CreatedAt, kept.Langs)
	}
	if i := kept.Embed.Images; len(i) != 1 || i[0].Alt != "Medis" || i[0].AspectRatio.Width != 30 || i[0].AspectRatio.Height != 20 {
		t.Errorf("pictures: %+v", i)
	}
	marked := map[string]string{}
	for _, f := range kept.Facets {
		to := f.Features[0]
		marked[kept.Text[f.Index.ByteStart:f.Index.ByteEnd]] = to.URI + to.DID + to.Tag
	}
	if want := map[string]string{
		"@" + friend: friendDID, "https://pvz.lt/ąž?a=(b)": "https://pvz.lt/ąž?a=(b)", "imone.lt/apie": "https://imone.lt/apie",
		"#Žaliai": "Žaliai", "#2026m": "2026m",
	}; !reflect.DeepEqual(marked, want) {
		t.Errorf("marked %q, want %q", marked, want)
	}
}

// TestRefusedBeforeAnythingIsSent has no server at all.
func TestRefusedBeforeAnythingIsSent(t *testing.T) {
	c := connect(t, &realserver.Bluesky{})
	a := network.Access{Server: "http://127.0.0.1:1", ID: "did:plc:aaaaaaaaaaaaaaaaaaaaaaaa", Secret: []byte(`{"access":"x"}`)}
	good := network.Piece{Key: "3n2xejbwesb22", Text: "a", At: time.Now()}
	for what, change := range map[string]func(*network.Piece){
		"a key that is no TID":    func(p *network.Piece) { p.Key = "../secret" },
		"nothing to say":          func(p *network.Piece) { p.Text = " \n" },
		"five pictures":           func(p *network.Piece) { p.Images = make([]network.Picture, 5) },
		"a picture too large":     func(p *network.Piece) { p.Images = []network.Picture{{Bytes: make([]byte, 1_000_001)}} },
		"half a thread":           func(p *network.Piece) { p.Parent = &network.Receipt{ID: "at://x"} },
		"few letters, many bytes": func(p *network.Piece) { p.Text = "e" + strings.Repeat("\u0301", 1500) },
	} {
		p := good
		change(&p)
		_, err := c.Publish(t.Context(), a, p)
		isKind(t, what, err, network.Refused)
	}
	_, err := c.Publish(t.Context(), a, good)
	isKind(t, "a good piece", err, network.Away)
	isKind(t, "deleting another's post", c.Delete(t.Context(), a, network.Receipt{ID: "at://did:plc:b/app.bsky.feed.post/3n2xejbwesb22"}), network.Refused)
	a.Secret = []byte("rubbish")
	_, err = c.Publish(t.Context(), a, good)
	isKind(t, "a secret that is none", err, network.SignedOut)
}

// TestLimits uses up what the network allows one address, 3,000 requests in five minutes.
func TestLimits(t *testing.T) {
	pds := realserver.LimitedPDS(t)
	c := connect(t, pds)
	handle, _, password := pds.Account(t, "ona")
	_, err := c.SignIn(t.Context(), pds.URL, handle, "not "+password)
	isKind(t, "SignIn with a wrong password", err, network.SignedOut)
	who, err := c.SignIn(t.Context(), pds.URL, handle, password)
	if err != nil {
		t.Fatal(err)
	}
	pds.Exhaust(t)
	_, err = c.Publish(t.Context(), accessOf(who), network.Piece{Key: "3n2xejbwesb22", Text: "Per daug", At: time.Now()})
	isKind(t, "Publish", err, network.Limited)
	fault, _ := errors.AsType[*network.Error](err)
	if wait := time.Until(fault.Until); wait <= 0 || wait > 5*time.Minute {
		t.Errorf("come again in %s", wait)
	}
}
