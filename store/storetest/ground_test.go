package storetest_test

import (
	"testing"
	"time"

	"rostrum/fault"
	"rostrum/staff"
	"rostrum/store"
	"rostrum/store/storetest"
)

func TestFoundingWorksOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		ctx, now := t.Context(), time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
		found := func(mail string) error {
			return s.Write(ctx, func(tx *store.Tx) error {
				_, err := staff.Found(ctx, tx, staff.Company{Name: "Banga", Languages: []string{"lt"}, Zone: "Europe/Vilnius"},
					staff.Person{Name: "Ona Onaitė", Mail: mail}, now)
				return err
			})
		}
		if err := found("Ona@Example.com"); err != nil {
			t.Fatal(err)
		}
		if err := found("jonas@example.com"); !fault.Is(err, fault.Conflict) {
			t.Errorf("a second company: %v", err)
		}
		err := s.Read(ctx, func(tx *store.Tx) error {
			p, err := tx.PersonByMail(ctx, "ona@example.com")
			if err != nil {
				return err
			}
			if !p.Has(staff.Administrator) || p.State != staff.Active || !p.Joined.Equal(now) {
				t.Errorf("the first person is %+v", p)
			}
			if size, _, err := tx.LedgerHead(ctx); size != 1 {
				t.Errorf("the ledger has %d entries, %v", size, err)
			}
			_, err = tx.PersonByMail(ctx, "jonas@example.com")
			if !fault.Is(err, fault.NotFound) {
				t.Errorf("the refused founder is there: %v", err)
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	})
}
