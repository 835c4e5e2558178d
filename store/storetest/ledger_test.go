package storetest

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"rostrum/ledger"
	"rostrum/store"
)

// fill appends entries with private values.
func fill(t testing.TB, s *store.Store, entries int) {
	t.Helper()
	for range entries {
		if err := s.Write(t.Context(), func(tx *store.Tx) error {
			size, _, err := tx.LedgerHead(t.Context())
			if err != nil {
				return err
			}
			return tx.Append(t.Context(), ledger.Entry{Time: morning.Add(time.Duration(size) * time.Minute), Actor: fmt.Sprint("p", size%3),
				Kind: []string{"test.asked", "test.done"}[size%2], Subject: fmt.Sprint("p", size%5), Private: map[string]string{"name": "Ona", "mail": "o@example.com"}})
		}); err != nil {
			t.Fatal(err)
		}
	}
}

// checked makes sure that the ledger is whole and has so many entries.
func checked(t testing.TB, s *store.Store, want int64) {
	t.Helper()
	if n, err := s.CheckLedger(t.Context(), "", nil); err != nil || n != want {
		t.Errorf("the ledger has %d entries, want %d: %v", n, want, err)
	}
}

// signed makes a key and signs a checkpoint after every so many of the entries that it appends.
func signed(t testing.TB, s *store.Store, entries, every int) (signer, verifier string) {
	t.Helper()
	signer, verifier, err := ledger.NewKey(rand.Reader, "test")
	if err != nil {
		t.Fatal(err)
	}
	for range entries / every {
		fill(t, s, every)
		if err := s.Checkpoint(t.Context(), signer, morning); err != nil {
			t.Fatal(err)
		}
	}
	return signer, verifier
}

func TestExportVerifies(t *testing.T) {
	Each(t, func(t *testing.T, s *store.Store) {
		signer, verifier := signed(t, s, 2100, 300)
		for _, all := range []bool{false, true} {
			var file bytes.Buffer
			x := store.LedgerExport{Company: "Banga", Signer: signer, Verifier: verifier, Time: morning, Size: 2100, Redact: []string{"mail"}, RedactAll: all}
			if err := s.ExportLedger(t.Context(), &file, x); err != nil {
				t.Fatal(err)
			}
			report, err := ledger.Verify(&file, ledger.Trust{Verifier: verifier})
			if err != nil || report.Entries != 2100 || report.Checkpoints != 7 || report.Redactions["mail"] != 2100 || (report.Redactions["name"] == 2100) != all {
				t.Errorf("%+v, %v", report, err)
			}
		}
	})
}

func TestCheckpointOnlyWhenGrown(t *testing.T) {
	Each(t, func(t *testing.T, s *store.Store) {
		signer, _ := signed(t, s, 4, 2)
		for range 3 {
			if err := s.Checkpoint(t.Context(), signer, morning.Add(time.Hour)); err != nil {
				t.Fatal(err)
			}
		}
		if err := s.Read(t.Context(), func(tx *store.Tx) error {
			notes, err := tx.Checkpoints(t.Context(), 0, 10)
			if len(notes) != 2 || notes[1].Size != 4 {
				t.Errorf("%+v", notes)
			}
			return err
		}); err != nil {
			t.Fatal(err)
		}
	})
}

// TestTamperingIsFound changes the database behind the store's back.
func TestTamperingIsFound(t *testing.T) {
	Each(t, func(t *testing.T, s *store.Store) {
		_, verifier := signed(t, s, 20, 10)
		if n, err := s.CheckLedger(t.Context(), verifier, nil); err != nil || n != 20 {
			t.Fatal(n, err)
		}
		other, err := func() (ledger.Sealed, error) {
			return ledger.Seal(7, ledger.Entry{Time: morning.Add(7 * time.Minute), Actor: "p1", Kind: "test.done", Subject: "p2"}, rand.Reader)
		}()
		if err != nil {
			t.Fatal(err)
		}
		_, stranger, err := ledger.NewKey(rand.Reader, "test")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.CheckLedger(t.Context(), stranger, nil); err == nil {
			t.Error("checkpoints pass with another key")
		}
		for _, change := range []struct {
			what, query string
			args        []any
			seq         int64
		}{
			{"leaf", `UPDATE ledger_entry SET leaf = $1, private = $2 WHERE seq = 7`, []any{other.Leaf, other.Private}, 7},
			{"actor", `UPDATE ledger_entry SET actor = 'p9' WHERE seq = 3`, nil, 3},
			{"private", `UPDATE ledger_entry SET private = $1 WHERE seq = 5`, []any{[]byte(`{"name":{"salt":"AAAAAAAAAAAAAAAAAAAAAA==","value":"Jonas"}}`)}, 5},
			{"hash", `UPDATE ledger_hash SET hash = (SELECT hash FROM ledger_hash WHERE idx = 0) WHERE idx = 2`, nil, 1},
			{"gone", `DELETE FROM ledger_entry WHERE seq = 12`, nil, 12},
			{"last", `DELETE FROM ledger_entry WHERE seq = 19`, nil, 19},
			{"checkpoint", `UPDATE ledger_checkpoint SET note = (SELECT note FROM ledger_checkpoint WHERE size = 10) WHERE size = 20`, nil, 19},
		} {
			undo := errors.New("undo")
			err := s.Write(t.Context(), func(tx *store.Tx) error {
				if _, err := tx.ExecContext(t.Context(), change.query, change.args...); err != nil {
					t.Fatal(change.what, err)
				}
				_, err := tx.CheckLedger(t.Context(), verifier)
				var broken *ledger.Broken
				if !errors.As(err, &broken) || broken.Seq != change.seq {
					t.Errorf("%s: %v", change.what, err)
				}
				return undo
			})
			if !errors.Is(err, undo) {
				t.Fatal(err)
			}
		}
	})
}

func TestLedgerSearch(t *testing.T) {
	Each(t, func(t *testing.T, s *store.Store) {
		fill(t, s, 60)
		for _, c := range []struct {
			filter store.LedgerFilter
			below  int64
			want   string
		}{
			{store.LedgerFilter{}, 60, "59 58 57 56 55"},
			{store.LedgerFilter{}, 3, "2 1 0"},
			{store.LedgerFilter{Kind: "test.done"}, 60, "59 57 55 53 51"},
			{store.LedgerFilter{Person: "p2"}, 60, "59 57 56 53 52"},
			{store.LedgerFilter{Person: "p2", Kind: "test.asked"}, 60, "56 52 50 44 42"},
			{store.LedgerFilter{Person: "p4"}, 60, "59 54 49 44 39"},
			{store.LedgerFilter{From: morning.Add(57 * time.Minute)}, 60, "59 58 57"},
			{store.LedgerFilter{To: morning.Add(2 * time.Minute)}, 60, "1 0"},
			{store.LedgerFilter{From: morning.Add(10 * time.Minute), To: morning.Add(12 * time.Minute), Kind: "test.done"}, 60, "11"},
			{store.LedgerFilter{From: morning.Add(time.Hour)}, 60, ""},
			{store.LedgerFilter{Kind: "nothing"}, 60, ""},
		} {
			if err := s.Read(t.Context(), func(tx *store.Tx) error {
				found, err := tx.LedgerEntries(t.Context(), c.filter, c.below, 5)
				var got []string
				for _, e := range found {
					got = append(got, fmt.Sprint(e.Seq))
				}
				if strings.Join(got, " ") != c.want {
					t.Errorf("%+v below %d: %v, want %s", c.filter, c.below, got, c.want)
				}
				return err
			}); err != nil {
				t.Fatal(err)
			}
		}
		if err := s.Read(t.Context(), func(tx *store.Tx) error {
			kinds, err := tx.LedgerKinds(t.Context())
			if !slices.Equal(kinds, []string{"test.asked", "test.done"}) {
				t.Errorf("%v", kinds)
			}
			return err
		}); err != nil {
			t.Fatal(err)
		}
	})
}
