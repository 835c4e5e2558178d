package server

import (
	"path/filepath"
	"testing"
	"time"

	"rostrum/keyring"
	"rostrum/network/simulator"
	"rostrum/outbox/rehearsal"
	"rostrum/publish"
	"rostrum/store"
	"rostrum/store/storetest"
)

// TestARestoredServerSendsNothingTwice restores a backup that says a post is still to go although it has gone out since: it
// begins paused, and when somebody ends the pause the post waits for a word.
func TestARestoredServerSendsNothingTwice(t *testing.T) {
	for engine, empty := range map[string]func(t *testing.T) string{
		"sqlite":   func(*testing.T) string { return "" },
		"postgres": func(t *testing.T) string { return storetest.PostgreSQLURL(t) },
	} {
		t.Run(engine, func(t *testing.T) {
			must := func(err error) {
				t.Helper()
				if err != nil {
					t.Fatal(err)
				}
			}
			ctx := t.Context()
			c := Defaults()
			c.Data, c.Database = t.TempDir(), empty(t)
			keys, err := keyring.Open(c.Data)
			must(err)
			s, err := store.Open(ctx, c.Store())
			must(err)
			n, err := rehearsal.Open(filepath.Join(t.TempDir(), "network"), 1, false)
			must(err)
			defer n.Close()
			identities, err := n.Identities()
			must(err)
			company, err := rehearsal.Found(ctx, s, keys.Seal, simulator.Connector(n.Address), identities, time.Now())
			must(err)
			must(s.Write(ctx, func(tx *store.Tx) error {
				_, err := company.Approve(ctx, tx, "Our shop opens at nine", time.Time{}, time.Now(), company.Accounts[0])
				return err
			}))
			must(s.Close())
			file := filepath.Join(t.TempDir(), "backup")
			kept, err := Backup(ctx, c, file, nil)
			must(err)

			again := c
			again.Data, again.Database = t.TempDir(), empty(t)
			restored, err := Restore(ctx, again, file, nil)
			must(err)
			if restored.Entries != kept.Entries || !restored.Paused || kept.Paused {
				t.Errorf("%+v was kept, %+v put back", kept, restored)
			}
			s, err = store.Open(ctx, again.Store())
			must(err)
			defer func() { _ = s.Close() }()
			_, err = s.CheckLedger(ctx, "", nil)
			must(err)
			var pauses []publish.Pause
			var all []publish.Publication
			must(s.Write(ctx, func(tx *store.Tx) error {
				pauses, err = tx.Pauses(ctx)
				must(err)
				if len(pauses) != 1 || pauses[0].Scope != publish.Everything || pauses[0].By != publish.Rostrum || pauses[0].Why == "" {
					t.Fatalf("the restored server is paused by %+v", pauses)
				}
				_, held, err := publish.Resume(ctx, tx, company.Officer, pauses[0].ID, time.Now())
				must(err)
				all, err = tx.Publications(ctx, store.PublicationFilter{}, 10)
				if held != 1 || len(all) != 1 || all[0].State != publish.Held || all[0].Hold != publish.Overdue {
					t.Errorf("once resumed %d are held: %+v", held, all)
				}
				return err
			}))
		})
	}
}
