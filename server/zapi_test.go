package server_test

import (
	"testing"

	"rostrum/browsertest"
)

func TestZApi(t *testing.T) {
	b := browsertest.New(t, newCompany(t).server.Address())
	for _, c := range []struct {
		lang, theme string
		w           int64
	}{{"en", "light", 1280}, {"lt", "dark", 390}, {"lt", "light", 390}} {
		b.Open("/api")
		b.Choose(c.lang, c.theme)
		b.Width(c.w)
		b.Open("/api")
		t.Log(c, b.Barriers(), b.Beyond(c.w), b.Weight())
		for _, id := range []string{"create-post", "change-post", "list-publications", "vote", "pause", "add-picture"} {
			b.Press("#"+id+" summary", "#"+id+" table")
		}
		t.Log(c, b.Barriers(), b.Beyond(c.w))
		b.Picture("/tmp/v7/api-"+c.lang+"-"+c.theme+".png", true)
	}
}
