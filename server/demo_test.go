package server_test

import (
	"testing"

	"rostrum/browsertest"
	"rostrum/demo"
)

// TestDemoLetsEverybodyIn goes in as each of the guests, and checks a draft as one of them.
func TestDemoLetsEverybodyIn(t *testing.T) {
	if testing.Short() {
		t.Skip("takes half a minute")
	}
	c := newDemo(t)
	b := browsertest.New(t, c.server.Address())
	b.Open("/handbook")
	b.Choose("en", "light")
	b.Open("/handbook")
	c.picture(b, "demo")
	for _, p := range demo.Personas() {
		b.Open("/demo")
		b.Press(`form:has(input[value="`+p.Mail+`"]) button`, ".person")
	}
	b.Open("/check")
	const draft = "Projekto Ąžuolo startas jau gruodį! Klausimai: Rasa, +370 612 34567, slaptažodis Banga2026!"
	b.Type("#f-text", draft)
	if b.Count(`[data-when="ready"]`) == 0 {
		browsertest.Lacking(t, "this build has no checker for browsers: make wasm")
	}
	b.See(`[data-when="ready"]`)
	b.Append("#f-text", " ")
	b.Happen("#f-text", "input")
	b.See(".verdict-block")
	b.Show(".verdict-block")
	c.picture(b, "check")
}
