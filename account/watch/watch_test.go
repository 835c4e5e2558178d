package watch

import (
	"bytes"
	"context"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"rostrum/account"
	"rostrum/fault"
	"rostrum/ledger"
	"rostrum/network"
	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
	"rostrum/store/storetest"
)

// fake is a network whose secrets are numbers: only the latest one is good, as where refresh tokens are used once.
type fake struct {
	network.Network
	mu        sync.Mutex
	good      string
	refreshes atomic.Int64
	away      bool
	slow      time.Duration
}

func (f *fake) Look(_ context.Context, a network.Access) (network.Identity, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	switch {
	case f.away:
		return network.Identity{}, &network.Error{Kind: network.Away, Said: "no answer"}
	case string(a.Secret) != f.good:
		return network.Identity{}, &network.Error{Kind: network.SignedOut, Said: "invalid token"}
	}
	return network.Identity{ID: "1", Handle: "@banga@a.example", Server: "https://a.example"}, nil
}

func (f *fake) Refresh(_ context.Context, a network.Access) (network.Secret, error) {
	f.refreshes.Add(1)
	time.Sleep(f.slow)
	f.mu.Lock()
	defer f.mu.Unlock()
	switch {
	case f.away:
		return network.Secret{}, &network.Error{Kind: network.Away, Said: "no answer"}
	case string(a.Secret) != f.good:
		return network.Secret{}, &network.Error{Kind: network.SignedOut, Said: "invalid grant"}
	}
	f.good += "+"
	return network.Secret{Bytes: []byte(f.good), Expires: noon.Add(2 * time.Hour)}, nil
}

var noon = time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)

// bench is an account with the secret “top-secret”, which is in the last third of its life.
type bench struct {
	Watch
	t    *testing.T
	id   string
	fake *fake
	who  staff.Person
}

func newBench(t *testing.T, s *store.Store) *bench {
	t.Helper()
	keys, err := signin.NewKeyset()
	if err != nil {
		t.Fatal(err)
	}
	sealer, err := signin.NewSealer(keys)
	if err != nil {
		t.Fatal(err)
	}
	b := &bench{t: t, fake: &fake{good: "top-secret"}, who: staff.Person{ID: "p1", Name: "Ona", Mail: "ona@example.com", State: staff.Active,
		Roles: []staff.Role{staff.Security}, Language: "lt", Zone: "UTC"}}
	b.Watch = Watch{Store: s, Sealer: sealer, Networks: map[string]network.Network{"fake": b.fake}, Now: func() time.Time { return noon }}
	b.write(func(tx *store.Tx) error {
		if err := tx.AddPerson(t.Context(), b.who); err != nil {
			return err
		}
		a, err := account.Connect(t.Context(), tx, b.who, account.Wanted{Network: "fake", Zone: "UTC"}, network.Identity{ID: "1", Handle: "@banga@a.example",
			Server: "https://a.example", Secret: network.Secret{Bytes: []byte(b.fake.good), Expires: noon.Add(time.Minute)}}, sealer, noon.Add(-time.Hour))
		b.id = a.ID
		return err
	})
	return b
}

func (b *bench) write(f func(*store.Tx) error) {
	b.t.Helper()
	if err := b.Store.Write(b.t.Context(), f); err != nil {
		b.t.Fatal(err)
	}
}

// kinds gives the kinds of the ledger's entries about the account, and fails where any of them holds a secret.
func (b *bench) kinds() string {
	b.t.Helper()
	var kinds []string
	b.write(func(tx *store.Tx) error {
		all, err := tx.LedgerFrom(b.t.Context(), 0, 100)
		for _, one := range all {
			if bytes.Contains(one.Leaf, []byte("secret")) || bytes.Contains(one.Private, []byte("secret")) {
				b.t.Errorf("an entry holds a secret: %s %s", one.Leaf, one.Private)
			}
			e, _, _, err := ledger.Open(one.Leaf, one.Private)
			if err != nil {
				return err
			}
			kinds = append(kinds, e.Kind)
		}
		return err
	})
	return strings.Join(kinds, " ")
}

// TestOneRefreshForAll has two servers open an account many times at once: its network is asked once, and everybody goes
// on with a secret that is good.
func TestOneRefreshForAll(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		b := newBench(t, s)
		b.fake.slow = 50 * time.Millisecond
		expired := b.Watch
		expired.Now = func() time.Time { return noon.Add(90 * time.Second) }
		var all sync.WaitGroup
		for range 10 {
			all.Go(func() {
				o, err := expired.Open(t.Context(), b.id)
				if err != nil || string(o.Access.Secret) != "top-secret+" {
					t.Errorf("opened %q, %v", o.Access.Secret, err)
				}
			})
		}
		all.Wait()
		if n := b.fake.refreshes.Load(); n != 1 {
			t.Errorf("the network was asked %d times", n)
		}
		if b.kinds() != "account.connected" {
			t.Errorf("the ledger has %s", b.kinds())
		}
	})
}

func TestSecretsAreSealed(t *testing.T) {
	b := newBench(t, storetest.SQLite(t))
	b.write(func(tx *store.Tx) error {
		sealed, _, err := tx.AccountSecret(t.Context(), b.id)
		if bytes.Contains(sealed, []byte("secret")) {
			t.Error("the secret is not sealed")
		}
		if _, err := b.Sealer.Open(sealed, account.Row("another")); err == nil {
			t.Error("another account's row opens it")
		}
		return err
	})
}

// TestNeverASilentDeath has a network stop taking the secret: the account is disconnected on the record, its owner gets one
// letter, and nothing opens it until the network takes the secret again.
func TestNeverASilentDeath(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		b := newBench(t, s)
		b.fake.good = "changed by hand"
		for range 3 {
			if err := b.LookAt(t.Context(), LookAt{b.id}); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := b.Open(t.Context(), b.id); !fault.Is(err, fault.Conflict) {
			t.Errorf("opened all the same: %v", err)
		}
		if got := b.kinds(); got != "account.connected account.disconnected" {
			t.Errorf("the ledger has %s", got)
		}
		if n := b.letters(); n != 1 {
			t.Errorf("%d letters to the owner", n)
		}
		b.fake.good = "top-secret"
		a, err := b.Look(t.Context(), b.id)
		if err != nil || a.State != account.Connected || a.Said != "" {
			t.Errorf("let in again: %+v, %v", a, err)
		}
	})
}

func (b *bench) letters() (n int) {
	b.t.Helper()
	if err := b.Store.DB().QueryRow(`SELECT count(*) FROM river_job WHERE kind = 'account_letter'`).Scan(&n); err != nil {
		b.t.Fatal(err)
	}
	return n
}

// TestAwayIsNoDeath has the server away while the secret is to be refreshed: it does until it ends.
func TestAwayIsNoDeath(t *testing.T) {
	b := newBench(t, storetest.SQLite(t))
	b.fake.away = true
	for _, want := range []account.State{account.Ailing, account.Ailing} { // the refresh and the look both failed
		a, err := b.Look(t.Context(), b.id)
		if err != nil || a.State != want || a.Said != "no answer" {
			t.Fatalf("%s, %q, %v", a.State, a.Said, err)
		}
	}
	if o, err := b.Open(t.Context(), b.id); err != nil || string(o.Access.Secret) != "top-secret" {
		t.Errorf("opened %q, %v", o.Access.Secret, err)
	}
	b.fake.away = false
	if a, err := b.Look(t.Context(), b.id); err != nil || a.State != account.Connected {
		t.Errorf("%s, %v", a.State, err)
	}
	if got := b.kinds(); got != "account.connected account.ailing account.well" {
		t.Errorf("the ledger has %s", got)
	}
}

// TestALateAnswerIsNotHeard has somebody disconnect and connect the account while a look is on its way.
func TestALateAnswerIsNotHeard(t *testing.T) {
	b := newBench(t, storetest.SQLite(t))
	o, err := b.Open(t.Context(), b.id)
	if err != nil {
		t.Fatal(err)
	}
	b.write(func(tx *store.Tx) error {
		_, err := account.Disconnect(t.Context(), tx, b.who, b.id, "a campaign is over", noon)
		return err
	})
	if _, err := b.Open(t.Context(), b.id); !fault.Is(err, fault.Conflict) {
		t.Errorf("opened: %v", err)
	}
	if a, err := b.Report(t.Context(), b.id, o.Version, network.Identity{ID: "1", Server: "https://a.example"}, nil); err != nil || a.State != account.Disconnected {
		t.Errorf("a late look brought it back: %s, %v", a.State, err)
	}
	if err := b.keep(t.Context(), o, network.Secret{Bytes: []byte("top-secret++")}); !fault.Is(err, fault.Conflict) {
		t.Errorf("a late refresh was kept: %v", err)
	}
	if err := b.LookAt(t.Context(), LookAt{b.id}); err != nil || b.kinds() != "account.connected account.disconnected" {
		t.Errorf("the ledger has %s", b.kinds())
	}
}
