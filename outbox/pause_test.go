package outbox_test

import (
	"context"
	"fmt"
	"sync/atomic"
	"testing"
	"time"

	"rostrum/publish"
	"rostrum/store"
	"rostrum/store/storetest"
)

// TestPauseInABurst pauses while two servers send a burst: nothing arrives after the pause returned, and resuming releases
// nothing that became due meanwhile.
func TestPauseInABurst(t *testing.T) {
	storetest.Each(t, func(t *testing.T, st *store.Store) {
		s := on(t, st, 4)
		due := s.clock().Add(time.Minute)
		for i := range 40 {
			s.approve(fmt.Sprintf("Our shop opens at nine\n---\nThis is day %d", i), due, 0, 1, 2, 3)
		}
		s.skip(due.Sub(s.clock()))
		s.run(s.runner)
		s.run(s.Runner(s.clock))
		time.Sleep(300 * time.Millisecond)
		report, err := s.runner.Halt(t.Context(), s.Officer, publish.Everything, "", "a crisis")
		arrived := s.network.Requests.Load()
		if err != nil {
			t.Fatal(err)
		}
		if arrived == 0 {
			t.Fatal("nothing had begun")
		}
		var held int
		resume := func() {
			s.write(func(ctx context.Context, tx *store.Tx) error {
				_, n, err := publish.Resume(ctx, tx, s.Officer, report.Pause.ID, s.clock())
				held = n
				return err
			})
		}
		time.Sleep(1500 * time.Millisecond)
		resume()
		time.Sleep(1500 * time.Millisecond)
		if now := s.network.Requests.Load(); now != arrived {
			t.Errorf("%d requests arrived after the pause returned", now-arrived)
		}
		if held == 0 {
			t.Error("nothing waits for a human")
		}
		s.write(func(ctx context.Context, tx *store.Tx) error {
			all, err := tx.Publications(ctx, store.PublicationFilter{States: []publish.State{publish.Held}}, 1000)
			if len(all) != held || all[0].Hold != publish.Overdue {
				t.Errorf("%d are held, %d were told", len(all), held)
			}
			return err
		})
	})
}

// TestPauseOfOneAccount leaves the others alone.
func TestPauseOfOneAccount(t *testing.T) {
	s := on(t, storetest.SQLite(t), 2)
	s.run(s.runner)
	report, err := s.runner.Halt(t.Context(), s.Officer, publish.OfAccount, s.Accounts[0].ID, "somebody else has the password")
	if err != nil {
		t.Fatal(err)
	}
	both := s.approve("Our shop opens at nine", time.Time{}, 0, 1)
	s.runner.Wake()
	s.becomes(both[1].ID, publish.Sent)
	if p := s.now(both[0].ID); p.State != publish.Scheduled {
		t.Errorf("on the paused account it is %s", p.State)
	}
	again, err := s.runner.Halt(t.Context(), s.Officer, publish.OfAccount, s.Accounts[0].ID, "again")
	if err != nil || again.Pause.ID != report.Pause.ID {
		t.Errorf("the same pause twice: %v", err)
	}
}

// TestPauseWaitsForWhatIsInHand has the network take its time over a post while somebody pauses.
func TestPauseWaitsForWhatIsInHand(t *testing.T) {
	s := on(t, storetest.SQLite(t), 1)
	var answered atomic.Bool
	s.network.Slow(300*time.Millisecond, func() { answered.Store(true) })
	p := s.approve("Our shop opens at nine", time.Time{}, 0)[0]
	s.run(s.runner)
	s.becomes(p.ID, publish.Sending)
	report, err := s.runner.Halt(t.Context(), s.Officer, publish.Everything, "", "a crisis")
	if err != nil || !answered.Load() || report.InHand != 1 {
		t.Errorf("it returned with %d in hand, answered %v (%v)", report.InHand, answered.Load(), err)
	}
}

// TestTheServerWasOffForLong starts a worker long after something was due.
func TestTheServerWasOffForLong(t *testing.T) {
	s := on(t, storetest.SQLite(t), 1)
	long := s.approve("Our shop opens at nine", s.clock().Add(time.Minute), 0)[0]
	short := s.approve("Our shop closes at six", s.clock().Add(55*time.Minute), 0)[0]
	s.skip(time.Hour)
	s.run(s.runner)
	s.becomes(short.ID, publish.Sent)
	if p := s.now(long.ID); p.State != publish.Held || p.Hold != publish.Overdue {
		t.Errorf("what was due an hour ago is %s (%s)", p.State, p.Hold)
	}
}
