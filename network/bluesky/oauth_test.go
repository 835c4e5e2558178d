package bluesky_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"rostrum/network"
	"rostrum/network/bluesky"
	"rostrum/network/reach"
	"rostrum/network/realserver"
)

const back = "http://127.0.0.1:9/accounts/back" // nobody goes there

// agree goes from Begin to what the browser brings back.
func agree(t *testing.T, c *bluesky.Connector, pds *realserver.Bluesky, redirect, handle, password string) ([]byte, url.Values) {
	t.Helper()
	start, err := c.Begin(t.Context(), pds.URL, redirect)
	if err != nil {
		t.Fatal(err)
	}
	came, err := url.Parse(pds.Approve(t, start.URL, handle, password))
	if err != nil {
		t.Fatal(err)
	}
	return start.State, came.Query()
}

// TestOAuth walks from the question to a post, a refresh and the end, against the real PDS: one of this machine and one
// that is found by https and the directory's public name.
func TestOAuth(t *testing.T) {
	local, public := realserver.PDS(t), realserver.PublicPDS(t)
	for name, at := range map[string]struct {
		pds *realserver.Bluesky
		c   *bluesky.Connector
	}{
		"this machine": {local, connect(t, local)},
		"https":        {public, with(t, public.Client, bluesky.Options{})},
	} {
		t.Run(name, func(t *testing.T) { walk(t, at.c, at.pds) })
	}
}

func walk(t *testing.T, c *bluesky.Connector, pds *realserver.Bluesky) {
	handle, did, password := pds.Account(t, newName())
	state, came := agree(t, c, pds, strings.Replace(back, "127.0.0.1", "localhost", 1), handle, password)
	who, err := c.Finish(t.Context(), state, came)
	if err != nil {
		t.Fatal(err)
	}
	if who.ID != did || who.Handle != handle || who.Server != pds.URL {
		t.Fatalf("%+v is not %s %s", who, handle, did)
	}
	near := func(at time.Time, from, to time.Duration) bool { in := time.Until(at); return in > from && in <= to }
	if !near(who.Secret.Expires, 10*time.Minute, time.Hour) || !near(who.Secret.Ends, 13*24*time.Hour, 14*24*time.Hour) {
		t.Errorf("the secret expires at %s and ends at %s", who.Secret.Expires, who.Secret.Ends)
	}
	if _, err := c.Finish(t.Context(), state, came); err == nil {
		t.Error("the same code gave tokens twice")
	}

	// The server ends a session whose code came twice, as it should: agree again.
	state, came = agree(t, c, pds, back, handle, password)
	if who, err = c.Finish(t.Context(), state, came); err != nil {
		t.Fatal(err)
	}
	a := accessOf(who)
	p := network.Piece{Key: "3n2xejbwesb22", Text: "Su vienu raktu 🔑", At: time.Now()}
	p.Images = []network.Picture{{Bytes: []byte("GIF89a"), Type: "image/gif", Alt: "Raktas"}}
	receipt, err := c.Publish(t.Context(), a, p)
	if err != nil {
		t.Fatal(err)
	}
	renewed, err := c.Refresh(t.Context(), a)
	if err != nil {
		t.Fatal(err)
	}
	if !renewed.Ends.Equal(who.Secret.Ends) {
		t.Errorf("a refresh moved the end of the session from %s to %s", who.Secret.Ends, renewed.Ends)
	}
	a.Secret = renewed.Bytes
	if found, err := c.Look(t.Context(), a); err != nil || found.ID != did || found.Handle != handle {
		t.Errorf("Look: %+v, %v", found, err)
	}
	if err := c.Delete(t.Context(), a, receipt); err != nil {
		t.Error(err)
	}
	if n := len(recordsOf(t, pds, did)); n != 0 {
		t.Errorf("%d posts are left", n)
	}
	for range 2 {
		if err := c.Revoke(t.Context(), a); err != nil {
			t.Error(err)
		}
	}
	_, err = c.Look(t.Context(), a)
	isKind(t, "Look", err, network.SignedOut)
	_, err = c.Publish(t.Context(), a, p)
	isKind(t, "Publish", err, network.SignedOut)
	_, err = c.Refresh(t.Context(), a)
	isKind(t, "Refresh", err, network.SignedOut)
}

func isKind(t *testing.T, what string, err error, want network.Kind) {
	t.Helper()
	if err == nil || network.KindOf(err) != want {
		t.Errorf("%s: %v, want %s", what, err, want)
	}
}

// TestFinishBelievesOnlyItsOwnQuestion changes what the browser brings back.
func TestFinishBelievesOnlyItsOwnQuestion(t *testing.T) {
	pds := realserver.PDS(t)
	c := connect(t, pds)
	handle, did, password := pds.Account(t, "ona")
	state, came := agree(t, c, pds, back, handle, password)
	for key, value := range map[string]string{"state": "another", "iss": "https://evil.example", "code": "", "error": "access_denied"} {
		changed := url.Values{}
		for k, v := range came {
			changed[k] = v
		}
		changed.Set(key, value)
		_, err := c.Finish(t.Context(), state, changed)
		isKind(t, "Finish with another "+key, err, network.Refused)
	}

	// A directory that leads the account to another server: the tokens come from one that may not speak for it.
	var elsewhere *httptest.Server
	elsewhere = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintf(w, `{"resource":%q,"authorization_servers":["https://another.example"]}`, elsewhere.URL)
	}))
	defer elsewhere.Close()
	directory := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintf(w, `{"id":%q,"service":[{"id":"#atproto_pds","type":"AtprotoPersonalDataServer","serviceEndpoint":%q}]}`, did, elsewhere.URL)
	}))
	defer directory.Close()
	misled := with(t, reach.Client(true), bluesky.Options{Directory: directory.URL})
	_, err := misled.Finish(t.Context(), state, came)
	isKind(t, "Finish with an account of another server", err, network.Refused)
}

func TestBeginWantsAnAddressToComeBackTo(t *testing.T) {
	c := with(t, reach.Client(false), bluesky.Options{})
	for _, redirect := range []string{"", "/back", "http://rostrum.example/back", "https://192.0.2.1/back", "http://10.0.0.1/back"} {
		_, err := c.Begin(t.Context(), "https://bsky.social", redirect)
		isKind(t, "Begin to "+redirect, err, network.Refused)
	}
	_, err := c.Begin(t.Context(), "http://localhost:1", back)
	isKind(t, "Begin at a private server", err, network.Refused)
}

func TestMetadata(t *testing.T) {
	document, err := with(t, reach.Client(false), bluesky.Options{}).Metadata("https://rostrum.example/accounts/back")
	if err != nil {
		t.Fatal(err)
	}
	var said struct {
		ID        string   `json:"client_id"`
		Redirects []string `json:"redirect_uris"`
		Bound     bool     `json:"dpop_bound_access_tokens"`
	}
	if err := json.Unmarshal(document, &said); err != nil {
		t.Fatal(err)
	}
	if said.ID != "https://rostrum.example/bluesky/client-metadata.json" || !said.Bound ||
		len(said.Redirects) != 1 || said.Redirects[0] != "https://rostrum.example/accounts/back" {
		t.Errorf("%s", document)
	}
}
