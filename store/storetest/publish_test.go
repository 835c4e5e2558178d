package storetest_test

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"rostrum/fault"
	"rostrum/network"
	"rostrum/publish"
	"rostrum/store"
	"rostrum/store/storetest"
)

// publication is one that is due at a minute of the day.
func publication(id, account string, minute int) publish.Publication {
	due := studioDay.Add(time.Duration(minute) * time.Minute)
	return publish.Publication{ID: id, Post: "post", Account: account, Network: "net", Topic: "topic", Verb: publish.Post,
		State: publish.Scheduled, Due: due, Version: 1, Created: studioDay}
}

func added(t *testing.T, s *store.Store, all ...publish.Publication) {
	t.Helper()
	write(t, s, func(ctx context.Context, tx *store.Tx) error {
		for _, p := range all {
			if err := tx.AddPublication(ctx, p); err != nil {
				return err
			}
		}
		return nil
	})
}

func heads(t *testing.T, s *store.Store, minute int) []string {
	t.Helper()
	var ids []string
	write(t, s, func(ctx context.Context, tx *store.Tx) (err error) {
		ids, err = tx.LaneHeads(ctx, studioDay.Add(time.Duration(minute)*time.Minute))
		return err
	})
	slices.Sort(ids)
	return ids
}

func TestAPublicationIsKeptAsItIs(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		at := studioDay.Add(time.Hour)
		p := publish.Publication{ID: "p", Post: "post", Revision: 3, Digest: "sha256:d", Request: "q", Account: "a", Network: "n", Topic: "t",
			Author: "who", Verb: publish.Edit, Of: "o", State: publish.Sending, Hold: publish.Overdue, Due: at, Key: "k", Begun: at.Add(1e6),
			Receipts: []network.Receipt{{ID: "1", Hash: "h", URL: "u"}}, Said: "said", Tries: 4, Again: at.Add(2e6), Lease: at.Add(3e6), Holder: "w",
			Sent: at.Add(4e6), Policy: "sha256:p", Released: at.Add(5e6), Version: 1, Created: studioDay}
		added(t, s, p)
		write(t, s, func(ctx context.Context, tx *store.Tx) error {
			got, err := tx.Publication(ctx, "p")
			if err != nil || !reflect.DeepEqual(got, p) {
				t.Errorf("kept %+v\nwas  %+v (%v)", got, p, err)
			}
			if err := tx.ChangePublication(ctx, got); err != nil {
				t.Error(err)
			}
			if err := tx.ChangePublication(ctx, got); !fault.Is(err, fault.Conflict) {
				t.Errorf("changed twice from the same version: %v", err)
			}
			return nil
		})
	})
}

// TestLanes looks what comes next on each account.
func TestLanes(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		want := func(minute int, ids ...string) {
			t.Helper()
			if got := heads(t, s, minute); !slices.Equal(got, ids) {
				t.Errorf("at minute %d the heads are %v, want %v", minute, got, ids)
			}
		}
		want(60)
		held, unsure := publication("b0", "b", 1), publication("c9", "c", 9)
		held.State, unsure.State = publish.Held, publish.Unsure
		added(t, s, publication("a2", "a", 5), publication("a1", "a", 5), publication("a3", "a", 4), held, publication("b1", "b", 2),
			publication("c1", "c", 1), unsure, publication("d1", "d", 30))
		want(3, "b1", "c9")              // what may be out comes before all else on its account
		want(10, "a3", "b1", "c9")       // the earliest, though it was added last
		want(60, "a3", "b1", "c9", "d1") // and every account
		pause := func(id string, scope publish.Scope, what string) {
			write(t, s, func(ctx context.Context, tx *store.Tx) error {
				return tx.AddPause(ctx, publish.Pause{ID: id, Scope: scope, What: what, From: studioDay})
			})
		}
		pause("1", publish.OfAccount, "b")
		want(60, "a3", "c9", "d1")
		other := publication("a9", "a", 6)
		other.Topic = "another"
		down := publication("b9", "b", 6)
		down.Verb = publish.Delete
		added(t, s, other, down)
		pause("2", publish.OfTopic, "topic")
		want(60, "a9", "b9", "c9")
		pause("3", publish.Everything, "")
		want(60, "b9", "c9")
		write(t, s, func(ctx context.Context, tx *store.Tx) error {
			for i := range 3 {
				if err := tx.EndPause(ctx, publish.Pause{ID: fmt.Sprint(i + 1), Ended: studioDay, EndedBy: "x"}); err != nil {
					return err
				}
			}
			if err := tx.EndPause(ctx, publish.Pause{ID: "1", Ended: studioDay}); !fault.Is(err, fault.Conflict) {
				t.Errorf("a pause ended twice: %v", err)
			}
			if err := tx.HoldUnreadable(ctx, "c9", "x"); err != nil {
				return err
			}
			next, err := tx.NextDue(ctx, studioDay.Add(10*time.Minute))
			if !next.Equal(studioDay.Add(30 * time.Minute)) {
				t.Errorf("next is due at %v", next)
			}
			return err
		})
		want(60, "a3", "b1", "c1", "d1")
	})
}

// TestNoClaimCommitsAfterAPauseUnseen has a claim wait for a pause that is being made.
func TestNoClaimCommitsAfterAPauseUnseen(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		locked, seen := make(chan bool), make(chan int, 1)
		go func() {
			<-locked
			_ = s.Write(context.Background(), func(tx *store.Tx) error {
				if err := tx.LockOutbox(context.Background()); err != nil {
					return err
				}
				pauses, err := tx.Pauses(context.Background())
				seen <- len(pauses)
				return err
			})
		}()
		write(t, s, func(ctx context.Context, tx *store.Tx) error {
			if err := tx.LockOutbox(ctx); err != nil {
				return err
			}
			close(locked)
			time.Sleep(100 * time.Millisecond)
			return tx.AddPause(ctx, publish.Pause{ID: "1", Scope: publish.Everything, From: studioDay})
		})
		if n := <-seen; n != 1 {
			t.Errorf("the claim saw %d pauses", n)
		}
	})
}

// TestWhatElseIsOutOnAnAccount gives what other publications of the account put out since a moment, whatever became of them.
func TestWhatElseIsOutOnAnAccount(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		var all []publish.Publication
		for i, p := range []publish.Publication{publication("old", "a", 1), publication("thread", "a", 60), publication("down", "a", 61),
			publication("self", "a", 62), publication("elsewhere", "b", 62)} {
			p.State, p.Begun = []publish.State{publish.Sent, publish.Held, publish.Deleted, publish.Unsure, publish.Sent}[i], p.Due
			p.Receipts = []network.Receipt{{ID: p.ID + " 1", URL: "u"}, {ID: p.ID + " 2"}}
			all = append(all, p)
		}
		added(t, s, append(all, publication("waiting", "a", 70))...)
		write(t, s, func(ctx context.Context, tx *store.Tx) error {
			out, err := tx.ReceiptsOf(ctx, "a", "self", studioDay.Add(30*time.Minute))
			var ids []string
			for _, r := range out {
				ids = append(ids, r.ID)
			}
			if slices.Sort(ids); !slices.Equal(ids, []string{"down 1", "down 2", "thread 1", "thread 2"}) {
				t.Errorf("out are %q (%v)", ids, err)
			}
			return err
		})
	})
}
