package storetest

import (
	"bytes"
	"reflect"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"rostrum/account"
	"rostrum/fault"
	"rostrum/staff"
	"rostrum/store"
)

// banga is an account with every field set.
func banga() account.Account {
	return account.Account{ID: "a1", Network: "mastodon", Server: "https://social.example.com", Remote: "108", Handle: "@banga@social.example.com",
		Name: "Banga – ąžuolai", Purpose: "News", Owner: "p1", Policy: "banga-mastodon", Languages: []string{"lt", "en"}, Rule: account.Always,
		Approvers: []string{"p2", "p3"}, All: true, Slots: []account.Slot{{Day: time.Monday, Minute: 540}, {Day: time.Friday, Minute: 15}},
		Zone: "Europe/Vilnius", Length: 500, State: account.Connected, Said: "fine", Looked: morning, Failed: 1, Refreshed: morning.Add(-time.Hour),
		Expires: morning.Add(time.Hour), Ends: morning.AddDate(0, 3, 0), Warned: 14, Connected: morning.Add(-2 * time.Hour), Version: 1}
}

// withBanga has two people and the account of the first.
func withBanga(t *testing.T, s *store.Store) {
	t.Helper()
	write(t, s, func(tx *store.Tx) error {
		for _, id := range []string{"p1", "p2"} {
			p := staff.Person{ID: id, Name: "Ona", Mail: id + "@example.com", Language: "lt", Zone: "Europe/Vilnius", State: staff.Active}
			if err := tx.AddPerson(t.Context(), p); err != nil {
				return err
			}
		}
		return tx.AddBrandAccount(t.Context(), banga())
	})
}

func write(t *testing.T, s *store.Store, f func(*store.Tx) error) {
	t.Helper()
	if err := s.Write(t.Context(), f); err != nil {
		t.Fatal(err)
	}
}

func accountNow(t *testing.T, s *store.Store) (a account.Account) {
	t.Helper()
	write(t, s, func(tx *store.Tx) (err error) {
		a, err = tx.BrandAccount(t.Context(), "a1")
		return err
	})
	return a
}

// TestAccountKeeps has people and the network change an account beside each other: neither undoes the other's word.
func TestAccountKeeps(t *testing.T) {
	Each(t, func(t *testing.T, s *store.Store) {
		withBanga(t, s)
		was := accountNow(t, s)
		if !reflect.DeepEqual(was, banga()) {
			t.Fatalf("kept %+v", was)
		}
		told := banga()
		told.Owner, told.Purpose, told.State, told.Said = "nobody", "wrong", account.Ailing, "gone away"
		write(t, s, func(tx *store.Tx) error { return tx.KeepAccountHealth(t.Context(), told) })
		decided := was
		decided.Purpose, decided.State = "Answers", account.Disconnected
		write(t, s, func(tx *store.Tx) error { return tx.ChangeBrandAccount(t.Context(), decided) })
		is := accountNow(t, s)
		if is.Purpose != "Answers" || is.Owner != "p1" || is.State != account.Ailing || is.Said != "gone away" || is.Version != 2 {
			t.Errorf("is now %+v", is)
		}
		err := s.Write(t.Context(), func(tx *store.Tx) error { return tx.ChangeBrandAccount(t.Context(), was) })
		if !fault.Is(err, fault.Conflict) {
			t.Errorf("the second editor got %v", err)
		}
		again := banga()
		again.ID = "a2"
		err = s.Write(t.Context(), func(tx *store.Tx) error { return tx.AddBrandAccount(t.Context(), again) })
		if !fault.Is(err, fault.Conflict) {
			t.Errorf("the same account twice: %v", err)
		}
		moving := banga()
		moving.ID, moving.Network, moving.Remote = "a3", "bluesky", "did:plc:banga"
		write(t, s, func(tx *store.Tx) error {
			if err := tx.AddBrandAccount(t.Context(), moving); err != nil {
				return err
			}
			for remote, want := range map[string]bool{"did:plc:banga": true, "108": false} {
				found, err := tx.BrandAccountOf(t.Context(), "bluesky", "https://another.example.com", remote)
				if (found.ID == "a3") != want || (err == nil) != want {
					t.Errorf("%s on another server: %q, %v", remote, found.ID, err)
				}
			}
			return nil
		})
		write(t, s, func(tx *store.Tx) error {
			ids, err := tx.HandOverAccounts(t.Context(), "p1", "p2")
			if slices.Sort(ids); !slices.Equal(ids, []string{"a1", "a3"}) {
				t.Errorf("handed over %v", ids)
			}
			return err
		})
		if a := accountNow(t, s); a.Owner != "p2" || a.Version != 3 {
			t.Errorf("%s owns version %d", a.Owner, a.Version)
		}
	})
}

// TestOneRefresher has many servers refresh one secret at once: one may, and what it brings back is kept unless somebody
// connected the account anew meanwhile.
func TestOneRefresher(t *testing.T) {
	Each(t, func(t *testing.T, s *store.Store) {
		withBanga(t, s)
		ctx, minute := t.Context(), time.Minute
		keep := func(sealed string, version int64) error {
			return s.Write(ctx, func(tx *store.Tx) error { return tx.KeepAccountSecret(ctx, "a1", []byte(sealed), version) })
		}
		lease := func(version int64, now time.Time) (got bool) {
			write(t, s, func(tx *store.Tx) (err error) {
				got, err = tx.LeaseAccountSecret(ctx, "a1", version, now, now.Add(minute))
				return err
			})
			return got
		}
		if lease(1, morning) || !fault.Is(keep("x", 1), fault.Conflict) {
			t.Error("a secret that is not there was refreshed")
		}
		write(t, s, func(tx *store.Tx) error { return tx.SetAccountSecret(ctx, "a1", []byte("one")) })
		var leased atomic.Int64
		var all sync.WaitGroup
		for range 20 {
			all.Go(func() {
				if lease(1, morning) {
					leased.Add(1)
				}
			})
		}
		all.Wait()
		if leased.Load() != 1 {
			t.Errorf("%d refreshers at once", leased.Load())
		}
		if !lease(1, morning.Add(minute)) {
			t.Error("a lease does not end")
		}
		if err := keep("two", 1); err != nil {
			t.Fatal(err)
		}
		if !lease(2, morning) || !fault.Is(keep("three", 1), fault.Conflict) {
			t.Error("a late refresher was heard, or the lease outlived the refresh")
		}
		if sealed, version, err := secret(t, s); !bytes.Equal(sealed, []byte("two")) || version != 2 || err != nil {
			t.Errorf("kept %q, version %d, %v", sealed, version, err)
		}
		write(t, s, func(tx *store.Tx) error { return tx.ForgetAccountSecret(ctx, "a1") })
		if _, _, err := secret(t, s); !fault.Is(err, fault.Conflict) || !fault.Is(keep("four", 3), fault.Conflict) {
			t.Errorf("after disconnecting: %v", err)
		}
	})
}

func secret(t *testing.T, s *store.Store) (sealed []byte, version int64, err error) {
	t.Helper()
	err = s.Read(t.Context(), func(tx *store.Tx) (err error) {
		sealed, version, err = tx.AccountSecret(t.Context(), "a1")
		return err
	})
	return sealed, version, err
}

func TestAFlowIsTakenOnce(t *testing.T) {
	Each(t, func(t *testing.T, s *store.Store) {
		withBanga(t, s)
		begin := func(server string) {
			write(t, s, func(tx *store.Tx) error {
				return tx.AddAccountFlow(t.Context(), store.AccountFlow{Person: "p1", Network: "mastodon", Server: server, Sealed: []byte("x"),
					Expires: morning.Add(10 * time.Minute)})
			})
		}
		take := func(who string, now time.Time) (f store.AccountFlow, err error) {
			err = s.Write(t.Context(), func(tx *store.Tx) (err error) {
				f, err = tx.TakeAccountFlow(t.Context(), who, now)
				return err
			})
			return f, err
		}
		begin("one.example")
		begin("two.example")
		if _, err := take("p2", morning); !fault.Is(err, fault.Conflict) {
			t.Errorf("another person took it: %v", err)
		}
		if _, err := take("p1", morning.Add(10*time.Minute)); !fault.Is(err, fault.Conflict) {
			t.Errorf("taken too late: %v", err)
		}
		if f, err := take("p1", morning); f.Server != "two.example" || err != nil {
			t.Errorf("%+v, %v", f, err)
		}
		if _, err := take("p1", morning); !fault.Is(err, fault.Conflict) {
			t.Errorf("taken twice: %v", err)
		}
	})
}
