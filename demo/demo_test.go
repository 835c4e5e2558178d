package demo_test

import (
	"crypto/rand"
	"testing"
	"time"

	"rostrum/demo"
	"rostrum/keyring"
	"rostrum/ledger"
	"rostrum/network/simulator"
	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
	"rostrum/store/storetest"
	"rostrum/studio"
)

// TestTheYearIsWhole plays the demo on a day and looks at what its guests come for.
func TestTheYearIsWhole(t *testing.T) {
	ctx, now := t.Context(), time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC)
	signer, _, err := ledger.NewKey(rand.Reader, "rostrum-ledger")
	if err != nil {
		t.Fatal(err)
	}
	s := storetest.SQLite(t)
	g := ground(t, s, signer)
	begun := time.Now()
	if err := demo.Fill(ctx, g, now); err != nil {
		t.Fatal(err)
	}
	t.Logf("filled in %v", time.Since(begun))
	err = s.Read(ctx, func(tx *store.Tx) error {
		for _, p := range demo.Personas() {
			who, err := tx.PersonByMail(ctx, p.Mail)
			if err != nil || who.State != staff.Active {
				t.Errorf("%s: %v %v", p.Mail, who.State, err)
			}
		}
		waiting, err := tx.Versions(ctx, 10, studio.Review)
		if err != nil || len(waiting) != 1 {
			t.Errorf("%d drafts wait for approval, %v", len(waiting), err)
		}
		v, err := tx.VersionAt(ctx, now)
		if err != nil || v.Number != 3 {
			t.Errorf("version %d is in force, %v", v.Number, err)
		}
		ieva, err := tx.PersonByMail(ctx, "ieva.zukaite@banga.example")
		if err != nil {
			return err
		}
		if signed, err := tx.Signatures(ctx, ieva.ID); err != nil || len(signed) < 10 {
			t.Errorf("Ieva has signed %d clauses, %v", len(signed), err)
		}
		james, err := tx.PersonByMail(ctx, "james.whitfield@banga.example")
		if err != nil {
			return err
		}
		if held, err := tx.Certificates(ctx, james.ID); err != nil || len(held) == 0 {
			t.Errorf("James has %d certificates, %v", len(held), err)
		}
		size, last, err := tx.LedgerHead(ctx)
		t.Logf("%d entries, the last of %v", size, last)
		if size < 800 || last.After(now) {
			t.Errorf("the ledger has %d entries, the last of %v", size, last)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := demo.Fill(ctx, g, now.AddDate(0, 0, 1)); err != nil {
		t.Errorf("a second fill: %v", err)
	}
}

// ground is the store with a sealer and a simulator of its own.
func ground(t *testing.T, s *store.Store, signer string) demo.Ground {
	t.Helper()
	keys, err := keyring.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	sealer, err := signin.NewSealer(keys.Seal)
	if err != nil {
		t.Fatal(err)
	}
	network, err := simulator.New(simulator.Options{Address: "http://localhost:8080/simulator", Accounts: demo.Accounts()})
	if err != nil {
		t.Fatal(err)
	}
	return demo.Ground{Store: s, Signer: signer, Sealer: sealer, Simulator: network}
}
