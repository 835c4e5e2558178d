package server_test

import (
	"context"
	"io"
	"log/slog"
	"testing"
	"time"

	"rostrum/browsertest"
	"rostrum/demo"
	"rostrum/server"
	"rostrum/store"
)

// newDemo starts the demo, as `rostrum demo` does.
func newDemo(t *testing.T) *company {
	t.Helper()
	config := server.Defaults()
	config.Listen, config.Data, config.Demo = "127.0.0.1:0", t.TempDir(), demo.Personas()
	config.Prepare = func(ctx context.Context, s *store.Store, signer string) error {
		return demo.Fill(ctx, s, signer, time.Now())
	}
	s, err := server.Start(t.Context(), config, slog.New(slog.NewTextHandler(io.Discard, nil)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Stop(); err != nil {
			t.Error(err)
		}
	})
	return &company{t, s}
}

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
		return // this build has no checker for browsers
	}
	b.See(`[data-when="ready"]`)
	b.Append("#f-text", " ")
	b.Happen("#f-text", "input")
	b.See(".verdict-block")
	b.Show(".verdict-block")
	c.picture(b, "check")
}
