package server

import (
	"log/slog"
	"path/filepath"
	"testing"
	"time"

	"rostrum/ledger"
	"rostrum/receiver"
	"rostrum/staff"
	"rostrum/store"
)

func TestCheckpointIsSentToWhomWantsIt(t *testing.T) {
	c := Defaults()
	c.Data, c.Listen, c.Private = filepath.Join(t.TempDir(), "data"), "127.0.0.1:0", true
	s, err := Start(t.Context(), c, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Stop(); err != nil {
			t.Error(err)
		}
	})
	now := time.Now()
	sent := func() (entries []ledger.Sealed) {
		t.Helper()
		if err := s.sendCheckpoint(t.Context(), now); err != nil {
			t.Fatal(err)
		}
		if err := s.Store.Read(t.Context(), func(tx *store.Tx) (err error) {
			entries, err = tx.LedgerEntries(t.Context(), store.LedgerFilter{Kind: checkpointSent}, 1000, 10)
			return err
		}); err != nil {
			t.Fatal(err)
		}
		return entries
	}
	err = s.Store.Write(t.Context(), func(tx *store.Tx) error {
		if err := tx.Append(t.Context(), ledger.Entry{Time: now, Actor: "a", Kind: "company.founded", Subject: "company"}); err != nil {
			return err
		}
		_, err := tx.SignCheckpoint(t.Context(), s.Web.Keys.Signer, now)
		return err
	})
	if err != nil || len(sent()) != 0 {
		t.Fatal("a checkpoint was sent where nobody wants it", err)
	}
	err = s.Store.Write(t.Context(), func(tx *store.Tx) error {
		who := staff.Person{ID: "a", State: staff.Active, Roles: []staff.Role{staff.Administrator}}
		_, _, err := receiver.Add(t.Context(), tx, who, receiver.Wanted{Way: receiver.Webhook, Name: "Archive", URL: "http://127.0.0.1:9/",
			About: []string{"settings"}, Private: true}, s.Web.Sealer, now)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	entries := sent()
	if len(entries) != 1 {
		t.Fatalf("%d checkpoints sent, want 1", len(entries))
	}
	entry, _, _, err := ledger.Open(entries[0].Leaf, entries[0].Private)
	if err != nil {
		t.Fatal(err)
	}
	if signed, err := ledger.OpenCheckpoint(s.Web.Keys.Verifier, entry.Data["checkpoint"]); err != nil || signed.Size < 1 {
		t.Errorf("what was sent does not verify: %v", err)
	}
}
