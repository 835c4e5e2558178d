package outbox_test

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"rostrum/network/simulator"
	"rostrum/outbox"
	"rostrum/outbox/rehearsal"
	"rostrum/publish"
	"rostrum/staff/signin"
	"rostrum/store"
	"rostrum/store/storetest"
)

// stage is a company, its network and a worker, which runs until the test ends.
type stage struct {
	*rehearsal.Company
	t       *testing.T
	network *rehearsal.Network
	runner  *outbox.Runner
	ahead   *atomic.Int64 // of the clock, in nanoseconds
}

func (s *stage) clock() time.Time { return time.Now().Add(time.Duration(s.ahead.Load())) }

func (s *stage) skip(d time.Duration) { s.ahead.Add(int64(d)) }

func on(t *testing.T, s *store.Store, accounts int) *stage {
	t.Helper()
	n, err := rehearsal.Open(filepath.Join(t.TempDir(), "network"), accounts, false)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(n.Close)
	ids, err := n.Identities()
	if err != nil {
		t.Fatal(err)
	}
	keys, err := signin.NewKeyset()
	if err != nil {
		t.Fatal(err)
	}
	c, err := rehearsal.Found(t.Context(), s, keys, simulator.Connector(n.Address), ids, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	made := &stage{Company: c, t: t, network: n, ahead: &atomic.Int64{}}
	made.runner = c.Runner(made.clock)
	return made
}

// run starts a worker.
func (s *stage) run(r *outbox.Runner) {
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- r.Run(ctx) }()
	s.t.Cleanup(func() {
		stop()
		if err := <-done; err != nil {
			s.t.Error(err)
		}
	})
}

func (s *stage) write(f func(context.Context, *store.Tx) error) {
	s.t.Helper()
	if err := s.Store.Write(s.t.Context(), func(tx *store.Tx) error { return f(s.t.Context(), tx) }); err != nil {
		s.t.Fatal(err)
	}
}

// approve puts an approved post into the outbox and gives its publications.
func (s *stage) approve(text string, due time.Time, accounts ...int) []publish.Publication {
	s.t.Helper()
	var all []publish.Publication
	s.write(func(ctx context.Context, tx *store.Tx) error {
		to := s.Accounts[:0:0]
		for _, i := range accounts {
			to = append(to, s.Accounts[i])
		}
		q, err := s.Approve(ctx, tx, text, due, s.clock(), to...)
		if err != nil {
			return err
		}
		all, err = tx.PublicationsOf(ctx, q.Post)
		return err
	})
	return all
}

func (s *stage) now(id string) (p publish.Publication) {
	s.t.Helper()
	if err := s.Store.Read(s.t.Context(), func(tx *store.Tx) (err error) {
		p, err = tx.Publication(s.t.Context(), id)
		return err
	}); err != nil {
		s.t.Fatal(err)
	}
	return p
}

// becomes waits until a publication is in a state.
func (s *stage) becomes(id string, state publish.State) publish.Publication {
	s.t.Helper()
	for deadline := time.Now().Add(20 * time.Second); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		if p := s.now(id); p.State == state {
			return p
		}
	}
	p := s.now(id)
	s.t.Fatalf("it is %s (%s %q, %d tries, again %v), want %s", p.State, p.Hold, p.Said, p.Tries, p.Again, state)
	return p
}

func (s *stage) out(account int, want ...string) {
	s.t.Helper()
	posts, err := s.network.Out()
	if err != nil {
		s.t.Fatal(err)
	}
	if got := posts[fmt.Sprint("account_", account)]; !slices.Equal(got, want) {
		s.t.Errorf("account %d has out %q, want %q", account, got, want)
	}
}

func TestApprovedPostsGoOutInOrder(t *testing.T) {
	storetest.Each(t, func(t *testing.T, st *store.Store) {
		s := on(t, st, 2)
		var last []publish.Publication
		var want []string
		for i := range 5 {
			want = append(want, fmt.Sprintf("Our shop opens at nine, day %d", i))
			last = s.approve(want[i], time.Time{}, 0, 1)
		}
		s.run(s.runner)
		s.run(s.Runner(s.clock)) // another server
		for _, p := range last {
			if p := s.becomes(p.ID, publish.Sent); p.Receipts[0].URL == "" || p.Sent.IsZero() || p.Policy != s.Policy.Digest {
				t.Errorf("what it says of itself lacks something: %+v", p)
			}
		}
		s.out(0, want...)
		s.out(1, want...)
	})
}
