package main

import (
	"context"
	"math/rand/v2"
	"strings"
	"time"

	"rostrum/network/simulator"
	"rostrum/outbox"
	"rostrum/publish"
	"rostrum/store"
)

// burstOf is how many posts are due at once, on so many accounts.
const burstOf, burstOn = 16, 4

// settling is how long a leak would have to show itself: the workers look at the outbox more often.
const settling = 150 * time.Millisecond

// pause stops a burst at a random moment, on two servers that share the database: from the moment at which the call has
// returned nothing arrives at the network, and resuming releases nothing that was due (promise 3).
func pause(ctx context.Context, n int, r *rand.Rand, t *tally) error {
	return onEach(ctx, burstOn, true, func(ctx context.Context, s *stage) error {
		one, two := s.Runner(time.Now), s.Runner(time.Now)
		stop := run(one, two)
		for range max(2, n/2) {
			if err := s.pausedBurst(ctx, r, t, one, two); err != nil {
				return err
			}
		}
		return stop()
	})
}

func (s *stage) pausedBurst(ctx context.Context, r *rand.Rand, t *tally, one, two *outbox.Runner) error {
	if err := s.burst(ctx, r); err != nil {
		return err
	}
	for range r.IntN(3) {
		troubles := []simulator.Trouble{simulator.TooMany, simulator.Fails, simulator.Cuts, simulator.TakesAndCuts}
		s.network.Arrange(simulator.Fault{Trouble: troubles[r.IntN(len(troubles))], Times: 1, Wait: time.Second})
	}
	one.Wake()
	two.Wake()
	after := time.Duration(r.IntN(250)) * time.Millisecond
	time.Sleep(after)
	scope, what, count := publish.Everything, "", func() int { return int(s.network.Requests.Load()) }
	switch a := s.Accounts[r.IntN(len(s.Accounts))]; r.IntN(4) {
	case 0:
		scope, what, count = publish.OfAccount, a.ID, func() int { return s.network.RequestsOf(a.Handle) }
	case 1:
		scope, what = publish.OfNetwork, a.Network
	}
	report, err := one.Halt(ctx, s.Officer, scope, what, "prove")
	if err != nil {
		return err
	}
	arrived := count()
	time.Sleep(settling)
	t.held(count() == arrived, "%s, paused %s %s after %v: %d requests arrived", s.engine, scope, what, after, count()-arrived)
	posted := s.network.Posts.Load()
	if err := s.Store.Write(ctx, func(tx *store.Tx) error {
		_, _, err := publish.Resume(ctx, tx, s.Officer, report.Pause.ID, time.Now())
		return err
	}); err != nil {
		return err
	}
	one.Wake()
	two.Wake()
	if scope == publish.OfAccount {
		return s.calm(ctx) // the other accounts have gone on meanwhile
	}
	time.Sleep(settling)
	now := s.network.Posts.Load()
	t.held(now == posted, "%s, resumed: %d posts went out by themselves", s.engine, now-posted)
	return s.calm(ctx)
}

// burst has posts and threads wait for the same moment, which has come.
func (s *stage) burst(ctx context.Context, r *rand.Rand) error {
	return s.Store.Write(ctx, func(tx *store.Tx) error {
		for i := range burstOf {
			words := make([]string, 1+r.IntN(3))
			for part := range words {
				words[part] = text(r)
			}
			if _, err := s.Approve(ctx, tx, strings.Join(words, "\n---\n"), time.Time{}, time.Now(), s.Accounts[i%len(s.Accounts)]); err != nil {
				return err
			}
		}
		return nil
	})
}

// calm takes back what waits, for the next try.
func (s *stage) calm(ctx context.Context) error {
	s.network.Calm()
	return s.Store.Write(ctx, func(tx *store.Tx) error {
		if err := tx.LockOutbox(ctx); err != nil {
			return err
		}
		waiting, err := tx.Publications(ctx, store.PublicationFilter{States: []publish.State{publish.Scheduled, publish.Held, publish.Failed}}, 10_000)
		if err != nil {
			return err
		}
		for _, p := range waiting {
			if len(p.Receipts) > 0 {
				continue
			}
			if _, err := publish.Cancel(ctx, tx, s.Author, p.ID, time.Now()); err != nil {
				return err
			}
		}
		return nil
	})
}
