package simulator_test

import (
	"bytes"
	"image"
	"image/png"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"rostrum/browsertest"
	"rostrum/network"
	"rostrum/network/simulator"
)

// TestInABrowser connects an account and reads its posts in a real browser, on a phone, in both languages and colours.
func TestInABrowser(t *testing.T) {
	s := start(t, simulator.Options{Accounts: []simulator.Account{{Name: "ona", Shown: "Ona"}, {Name: "jonas", Shown: "Jonas", About: "Atsakymai lietuviškai."}}})
	back := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		_, _ = io.WriteString(w, `<main id="back">`+r.FormValue("code")+`</main>`)
	}))
	t.Cleanup(back.Close)
	c := simulator.Connector(s.address)
	begun, err := c.Begin(t.Context(), "", back.URL+"/back")
	if err != nil {
		t.Fatal(err)
	}

	b := browsertest.New(t, s.address)
	complaints := b.Complaints()
	b.Width(390)
	b.Open("/")
	b.Choose("lt", "dark")
	b.Open(begun.URL)
	whole(t, b, "authorize")
	b.Pick("[value=jonas]")
	b.Press("button", "#back")
	asked, err := url.Parse(begun.URL)
	if err != nil {
		t.Fatal(err)
	}
	who, err := c.Finish(t.Context(), begun.State, url.Values{"code": {b.Text("#back")}, "state": {asked.Query().Get("state")}})
	if err != nil || !strings.HasPrefix(who.Handle, "@jonas@") {
		t.Fatalf("connected %+v, %v", who, err)
	}

	a := network.Access{Server: who.Server, ID: who.ID, Handle: who.Handle, Secret: who.Secret.Bytes}
	shot := network.Picture{Bytes: drawn(t), Type: "image/png", Alt: "Vienas taškas"}
	first := publish(t, c, a, network.Piece{Text: "Labas #ąžuolas " + strings.Repeat("ilgas", 40), Lang: "lt", Images: []network.Picture{shot, shot}})
	second := publish(t, c, a, network.Piece{Text: "Tęsinys", Lang: "lt", Parent: &first})
	for _, theme := range []string{"dark", "light"} {
		b.Open("/")
		b.Choose("lt", theme)
		for _, address := range []string{"/", "/@jonas", "/@ona", second.URL, "/@jonas/1"} {
			b.Open(address)
			whole(t, b, address)
			if !strings.Contains(b.Text(".notice"), "simuliatorius") {
				t.Errorf("%s does not say what it is: %q", address, b.Text(".notice"))
			}
		}
	}
	for _, said := range complaints() {
		if !strings.Contains(said, "404") {
			t.Errorf("the browser complains: %s", said)
		}
	}
}

func whole(t *testing.T, b *browsertest.Browser, page string) {
	t.Helper()
	for _, barrier := range b.Barriers() {
		t.Errorf("%s: %s", page, barrier)
	}
	if beyond := b.Beyond(390); beyond != "" {
		t.Errorf("%s is wider than a phone: %s", page, beyond)
	}
}

func drawn(t *testing.T) []byte {
	t.Helper()
	var file bytes.Buffer
	if err := png.Encode(&file, image.NewGray(image.Rect(0, 0, 8, 6))); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}
