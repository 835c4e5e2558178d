package storetest

import (
	"bytes"
	"slices"
	"testing"

	"rostrum/ledger"
	"rostrum/store"
)

func TestErasedValuesAreGoneAndTheLedgerStillVerifies(t *testing.T) {
	Each(t, func(t *testing.T, s *store.Store) {
		signer, verifier := signed(t, s, 20, 10)
		write := func(change func(tx *store.Tx) error) {
			t.Helper()
			if err := s.Write(t.Context(), change); err != nil {
				t.Fatal(err)
			}
		}
		write(func(tx *store.Tx) error {
			// p1 does something to somebody else, whose name is not p1's to lose.
			return tx.Append(t.Context(), ledger.Entry{Time: morning, Actor: "p1", Kind: "person.invited", Subject: "other",
				Private: map[string]string{"name": "Rasa", "address": "192.0.2.7"}})
		})
		var entries, values int
		write(func(tx *store.Tx) (err error) {
			entries, values, err = tx.ErasePrivate(t.Context(), "p1")
			return err
		})
		if entries != 5 || values != 9 { // 4 entries about p1 with two values, and one address
			t.Errorf("%d values of %d entries erased, want 9 of 5", values, entries)
		}
		var out bytes.Buffer
		write(func(tx *store.Tx) error {
			if again, _, err := tx.ErasePrivate(t.Context(), "p1"); err != nil || again != 0 {
				t.Errorf("erased a second time: %d, %v", again, err)
			}
			left, err := tx.LedgerEntries(t.Context(), store.LedgerFilter{Person: "p1"}, 100, 100)
			for _, sealed := range left {
				e, redacted, _, err := ledger.Open(sealed.Leaf, sealed.Private)
				if err != nil || e.Subject == "p1" && (len(e.Private) != 0 || !slices.Equal(redacted, []string{"mail", "name"})) {
					t.Errorf("entry %d still holds %v, lacks %v: %v", sealed.Seq, e.Private, redacted, err)
				}
				if e.Subject == "other" && (e.Private["name"] != "Rasa" || e.Private["address"] != "") {
					t.Errorf("of another person's entry %v is left", e.Private)
				}
			}
			_, err2 := tx.SignCheckpoint(t.Context(), signer, morning)
			if err == nil {
				err = err2
			}
			return err
		})
		if err := s.ExportLedger(t.Context(), &out, store.LedgerExport{Company: "Banga", Signer: signer, Verifier: verifier, Time: morning, Size: 21}); err != nil {
			t.Fatal(err)
		}
		report, err := ledger.Verify(&out, ledger.Trust{Verifier: verifier})
		if err != nil || report.Redactions["name"] != 4 || report.Redactions["address"] != 1 {
			t.Errorf("the export lists %v: %v", report.Redactions, err)
		}
	})
}
