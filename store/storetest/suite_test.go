package storetest

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"rostrum/fault"
	"rostrum/ledger"
	"rostrum/staff"
	"rostrum/store"
)

var morning = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)

// TestManyWriters has fifty people write at once: every change is there with its entry, in a ledger without gaps.
func TestManyWriters(t *testing.T) {
	Each(t, func(t *testing.T, s *store.Store) {
		const people, changes = 50, 10
		var all sync.WaitGroup
		for p := range people {
			all.Go(func() {
				for range changes {
					if err := s.Write(t.Context(), func(tx *store.Tx) error { return count(t.Context(), tx, fmt.Sprint("person-", p)) }); err != nil {
						t.Error(err)
					}
				}
			})
		}
		all.Wait()
		checked(t, s, people*changes)
		for p := range people {
			var n int
			name := fmt.Sprint("person-", p)
			err := s.Read(t.Context(), func(tx *store.Tx) error { return tx.Setting(t.Context(), name, &n) })
			if err != nil || n != changes {
				t.Errorf("%s counts %d, want %d (%v)", name, n, changes, err)
			}
		}
	})
}

// count changes some state and writes that down, in one transaction.
func count(ctx context.Context, tx *store.Tx, name string) error {
	n := 0
	if err := tx.Setting(ctx, name, &n); err != nil {
		return err
	}
	if err := tx.SetSetting(ctx, name, n+1); err != nil {
		return err
	}
	return tx.Append(ctx, ledger.Entry{Time: morning, Actor: name, Kind: "test.counted", Subject: fmt.Sprint(n + 1)})
}

// TestUndoneTogether has a change fail after its entry was written: neither stays.
func TestUndoneTogether(t *testing.T) {
	Each(t, func(t *testing.T, s *store.Store) {
		fill(t, s, 2)
		no := errors.New("no")
		err := s.Write(t.Context(), func(tx *store.Tx) error { return errors.Join(count(t.Context(), tx, "one"), no) })
		if !errors.Is(err, no) {
			t.Fatal(err)
		}
		checked(t, s, 2)
		var n int
		if err := s.Read(t.Context(), func(tx *store.Tx) error { return tx.Setting(t.Context(), "one", &n) }); err != nil || n != 0 {
			t.Errorf("one counts %d (%v)", n, err)
		}
	})
}

func TestReadSeesOneMoment(t *testing.T) {
	Each(t, func(t *testing.T, s *store.Store) {
		fill(t, s, 5)
		if err := s.Read(t.Context(), func(tx *store.Tx) error {
			before, _, err := tx.LedgerHead(t.Context())
			if err != nil {
				return err
			}
			fill(t, s, 1)
			after, err := tx.LedgerFrom(t.Context(), 0, 100)
			if before != 5 || len(after) != 5 {
				t.Errorf("saw %d entries, then %d", before, len(after))
			}
			return err
		}); err != nil {
			t.Fatal(err)
		}
		if err := s.Read(t.Context(), func(tx *store.Tx) error { return tx.SetSetting(t.Context(), "x", 1) }); err == nil {
			t.Error("a reader has written")
		}
	})
}

func TestTwoEditorsOfOnePerson(t *testing.T) {
	Each(t, func(t *testing.T, s *store.Store) {
		ona := staff.Person{ID: "p1", Name: "Ona", Mail: "ona@example.com", Language: "lt", Zone: "Europe/Vilnius", State: staff.Active}
		change := func(name string, version int64) error {
			return s.Write(t.Context(), func(tx *store.Tx) error {
				p := ona
				p.Name, p.Version = name, version
				return tx.ChangePerson(t.Context(), p)
			})
		}
		if err := s.Write(t.Context(), func(tx *store.Tx) error { return tx.AddPerson(t.Context(), ona) }); err != nil {
			t.Fatal(err)
		}
		if err := change("Ona Onaitė", 1); err != nil {
			t.Fatal(err)
		}
		if err := change("Ona Kita", 1); !fault.Is(err, fault.Conflict) {
			t.Errorf("the second editor got %v", err)
		}
	})
}

// TestDatabaseGoesAway ends every connection under the store's hands, in the middle of a transaction and between two.
func TestDatabaseGoesAway(t *testing.T) {
	s := PostgreSQL(t)
	fill(t, s, 1)
	operator := open(t, PostgreSQLURL(t))
	var database string
	if err := s.DB().QueryRow("SELECT current_database()").Scan(&database); err != nil {
		t.Fatal(err)
	}
	cut := func() {
		t.Helper()
		if _, err := operator.DB().Exec("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", database); err != nil {
			t.Fatal(err)
		}
	}
	err := s.Write(t.Context(), func(tx *store.Tx) error {
		if err := count(t.Context(), tx, "lost"); err != nil {
			return err
		}
		cut()
		return count(t.Context(), tx, "lost")
	})
	if !fault.Is(err, fault.Unavailable) {
		t.Errorf("in the middle: %v", err)
	}
	err = s.Write(t.Context(), func(tx *store.Tx) error {
		defer cut()
		return count(t.Context(), tx, "lost")
	})
	if !fault.Is(err, fault.Unavailable) {
		t.Errorf("at the end: %v", err)
	}
	deadline := time.Now().Add(10 * time.Second)
	for s.Ping(t.Context()) != nil && time.Now().Before(deadline) {
		time.Sleep(50 * time.Millisecond)
	}
	fill(t, s, 1)
	checked(t, s, 2)
}
