package outbox_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"rostrum/account"
	"rostrum/network/simulator"
	"rostrum/publish"
	"rostrum/store"
	"rostrum/store/storetest"
)

// settles lets time go by until nothing more happens to a publication by itself.
func (s *stage) settles(id string) publish.Publication {
	s.t.Helper()
	for range 400 {
		p := s.now(id)
		if p.State != publish.Scheduled && p.State != publish.Sending && (p.State != publish.Unsure || p.Hold != "") {
			return p
		}
		if p.Lease.IsZero() && p.Again.After(s.clock()) {
			s.skip(p.Again.Sub(s.clock()))
			s.runner.Wake()
		}
		time.Sleep(20 * time.Millisecond)
	}
	p := s.now(id)
	s.t.Fatalf("it stays %s (%s %q, %d tries)", p.State, p.Hold, p.Said, p.Tries)
	return p
}

func TestFailuresOfTheNetwork(t *testing.T) {
	for _, c := range []struct {
		fault simulator.Fault
		state publish.State
		hold  publish.Hold
		out   int
	}{
		{simulator.Fault{Trouble: simulator.TooMany, Times: 2, Wait: 40 * time.Second}, publish.Sent, "", 1},
		{simulator.Fault{Trouble: simulator.TooMany, Times: 1, Wait: 2 * time.Hour}, publish.Failed, publish.TooMany, 0},
		{simulator.Fault{Trouble: simulator.Fails, Times: 3}, publish.Sent, "", 1},
		{simulator.Fault{Trouble: simulator.Cuts, Times: 2}, publish.Sent, "", 1},
		{simulator.Fault{Trouble: simulator.TakesAndCuts, Times: 1}, publish.Sent, "", 1},
		{simulator.Fault{Trouble: simulator.TakesQuietly, Times: 1}, publish.Sent, "", 1},
		{simulator.Fault{Trouble: simulator.NeverAnswers, Times: 1}, publish.Sent, "", 1},
		{simulator.Fault{Trouble: simulator.Rubbish, Times: 1}, publish.Sent, "", 1},
		{simulator.Fault{Trouble: simulator.Lies, Times: 1}, publish.Sent, "", 1},
		{simulator.Fault{Trouble: simulator.SignsOut, Times: 1}, publish.Held, publish.NoAccount, 0},
	} {
		t.Run(fmt.Sprint(c.fault.Trouble, c.fault.Wait), func(t *testing.T) {
			s := on(t, storetest.SQLite(t), 1)
			s.runner.Lease = 1500 * time.Millisecond
			s.network.Arrange(c.fault)
			first := s.approve("Our shop opens at nine", time.Time{}, 0)[0]
			s.run(s.runner)
			got := s.settles(first.ID)
			if got.State != c.state || got.Hold != c.hold || got.State != publish.Sent && got.Said == "" {
				t.Errorf("it is %s (%s, %q), want %s (%s)", got.State, got.Hold, got.Said, c.state, c.hold)
			}
			posts, err := s.network.Out()
			if err != nil || len(posts["account_0"]) != c.out {
				t.Errorf("the network has %q, want %d (%v)", posts, c.out, err)
			}
			if c.hold == publish.NoAccount {
				s.write(func(ctx context.Context, tx *store.Tx) error {
					a, err := tx.BrandAccount(ctx, s.Accounts[0].ID)
					if a.State != account.Disconnected {
						t.Errorf("the account is %s", a.State)
					}
					return err
				})
			}
		})
	}
}

// TestAThreadGoesOnWhereItWasCutOff has the connection break in the middle of a thread.
func TestAThreadGoesOnWhereItWasCutOff(t *testing.T) {
	for _, trouble := range []simulator.Trouble{simulator.TakesAndCuts, simulator.Cuts} {
		s := on(t, storetest.SQLite(t), 1)
		const parts = "First of three\n---\nSecond of three\n---\nThird of three"
		p := s.approve(parts, time.Time{}, 0)[0]
		next := s.approve("After the thread", time.Time{}, 0)[0]
		s.network.Arrange(simulator.Fault{Trouble: simulator.TakesAndCuts, Times: 1})
		s.network.Arrange(simulator.Fault{Trouble: trouble, Times: 1})
		s.run(s.runner)
		if got := s.settles(p.ID); got.State != publish.Sent || len(got.Receipts) != 3 {
			t.Errorf("the thread is %s with %d receipts", got.State, len(got.Receipts))
		}
		s.settles(next.ID)
		s.out(0, "First of three", "Second of three", "Third of three", "After the thread")
	}
}

// TestTheSameWordsAgain puts the same words out twice, one right after the other, on a network that takes nothing of the second at
// first: the first is not taken for it.
func TestTheSameWordsAgain(t *testing.T) {
	for trouble, tries := range map[simulator.Trouble]int{simulator.Cuts: 1, simulator.TakesAndCuts: 1, simulator.Lies: 2} {
		s := on(t, storetest.SQLite(t), 1)
		s.run(s.runner)
		first := s.becomes(s.approve("We are open today", time.Time{}, 0)[0].ID, publish.Sent)
		s.network.Arrange(simulator.Fault{Trouble: trouble, Times: tries})
		second := s.settles(s.approve("We are open today", time.Time{}, 0)[0].ID)
		if second.State != publish.Sent || second.Receipts[0].ID == first.Receipts[0].ID {
			t.Errorf("%s: the second is %s (%s) as %+v, the first %+v", trouble, second.State, second.Said, second.Receipts, first.Receipts)
		}
		s.out(0, "We are open today", "We are open today")
	}
}

func TestANetworkThatIsAwayForLong(t *testing.T) {
	s := on(t, storetest.SQLite(t), 1)
	s.network.Close()
	p := s.approve("Our shop opens at nine", time.Time{}, 0)[0]
	later := s.approve("Our shop closes at six", time.Time{}, 0)[0]
	s.run(s.runner)
	if got := s.settles(p.ID); got.State != publish.Failed || got.Hold != publish.OutOfReach || got.Said == "" {
		t.Errorf("it is %s (%s, %q)", got.State, got.Hold, got.Said)
	}
	if got := s.settles(later.ID); got.State != publish.Held || got.Hold != publish.Overdue {
		t.Errorf("the one behind it is %s (%s)", got.State, got.Hold)
	}
}
