package storetest

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"testing"
	"time"

	"rostrum/approval"
	"rostrum/check"
	"rostrum/fault"
	"rostrum/policy"
	"rostrum/policy/rule"
	"rostrum/store"
)

func TestApproval(t *testing.T) {
	Each(t, func(t *testing.T, s *store.Store) {
		ctx, now := t.Context(), time.Date(2026, time.December, 7, 12, 0, 0, 0, time.UTC)
		found := check.Finding{Rule: "words/names", Clause: "words", Category: rule.ConfidentialCodename, Verdict: rule.Review, Start: 1, End: 4, Text: "abc",
			Message: rule.Text{EN: "No", LT: "Ne"}, Waived: &policy.Waiver{Rule: "words/names", By: "Rasa", Until: policy.Date{Year: 2027, Month: 1, Day: 2}}}
		late := approval.Request{ID: "r1", Post: "p1", Revision: 2, Digest: "sha256:a", Policy: "sha256:b", Verdict: rule.Review, Author: "ada",
			Writers: []string{"ada"}, State: approval.Open, Asked: now, Version: 1,
			Decision: approval.Decision{Policy: "sha256:b", Verdict: rule.Review, Accounts: []approval.Judged{{Account: "a", Topics: []string{"figures"},
				Result: check.Result{Verdict: rule.Review, Lang: "lt", Findings: []check.Finding{found}}}}},
			Steps: []approval.Step{
				{ID: "s1", Order: 1, Kind: approval.Clause, Clauses: []string{"words"}, Team: "legal", Who: []string{"cai", "dag"}},
				{ID: "s2", Order: 2, Kind: approval.Account, Account: "a", All: true, Who: []string{"cai"}},
				{ID: "s3", Order: 1, Kind: approval.Guest, Who: []string{"g1"}},
			}}
		soon := approval.Request{ID: "r2", Post: "p2", Verdict: rule.Allow, Author: "ada", Writers: []string{"ada"}, State: approval.Open, Due: now.Add(time.Hour), Asked: now,
			Version: 1, Steps: []approval.Step{{ID: "s4", Order: 2, Kind: approval.Account, Account: "a", Who: []string{"dag"}}}}
		vote := approval.Vote{Step: "s1", Person: "eva", For: "cai", Choice: approval.Yes, Reason: "fine", At: now.Add(time.Minute)}
		inTx(t, s.Write, func(tx *store.Tx) error {
			return errors.Join(tx.AddRequest(ctx, late), tx.AddRequest(ctx, soon), tx.AddVote(ctx, "r1", vote),
				tx.AddVote(ctx, "r1", approval.Vote{Step: "s1", Person: "dag", Choice: approval.Yes, At: now.Add(time.Minute)}))
		})
		late.Steps[0].Votes = []approval.Vote{vote, {Step: "s1", Person: "dag", Choice: approval.Yes, At: now.Add(time.Minute)}}
		inTx(t, s.Read, func(tx *store.Tx) error {
			got, err := tx.Request(ctx, "r1")
			if err != nil || !reflect.DeepEqual(got, late) {
				t.Errorf("got %+v, %v\nwant %+v", got, err, late)
			}
			if got, err := tx.LastRequest(ctx, "p1"); err != nil || got.ID != "r1" {
				t.Errorf("last request: %v, %v", got.ID, err)
			}
			if _, err := tx.LastRequest(ctx, "p9"); !fault.Is(err, fault.NotFound) {
				t.Errorf("of a post that was never submitted: %v", err)
			}
			queue, err := tx.RequestsAsking(ctx, []string{"dag"}, "", 10)
			if err != nil || len(queue) != 2 || queue[0].ID != "r2" {
				t.Errorf("the queue, soonest first: %+v, %v", queue, err)
			}
			return nil
		})
		inTx(t, s.Write, func(tx *store.Tx) error {
			got, err := tx.RequestToChange(ctx, "r1")
			if err != nil {
				return err
			}
			got.State, got.Decided = approval.Rejected, now
			return tx.ChangeRequest(ctx, got)
		})
		inTx(t, s.Read, func(tx *store.Tx) error {
			if queue, err := tx.RequestsAsking(ctx, []string{"cai", "dag"}, "", 10); err != nil || len(queue) != 1 {
				t.Errorf("a decided request still asks: %+v, %v", queue, err)
			}
			voted, err := tx.RequestsVoted(ctx, "eva", 10)
			if err != nil || len(voted) != 1 || voted[0].State != approval.Rejected {
				t.Errorf("what Eva voted on: %+v, %v", voted, err)
			}
			return nil
		})
		err := s.Write(ctx, func(tx *store.Tx) error { return tx.ChangeRequest(ctx, late) })
		if !fault.Is(err, fault.Conflict) {
			t.Errorf("a change of what somebody else changed: %v", err)
		}
	})
}

func TestGuestsCommentsAndStandIns(t *testing.T) {
	Each(t, func(t *testing.T, s *store.Store) {
		ctx, now := t.Context(), time.Date(2026, time.December, 7, 12, 0, 0, 0, time.UTC)
		guest := approval.GuestLink{ID: "g1", Request: "r1", Post: "p1", Name: "Ona", Mail: "ona@example.org", Lang: "lt", By: "ada"}
		comment := approval.Comment{ID: "c1", Post: "p1", Revision: 1, Account: "a", Start: 2, End: 5, Quote: "abc", Thread: "c1", Person: "cai", Text: "Why?", At: now}
		away := approval.Delegation{ID: "d1", Person: "cai", StandIn: "dag", From: now, Until: now.Add(time.Hour), Made: now}
		inTx(t, s.Write, func(tx *store.Tx) error {
			other := guest
			other.ID = "g2"
			return errors.Join(tx.AddGuest(ctx, guest), tx.AddGuest(ctx, other), tx.AddPostComment(ctx, comment), tx.AddDelegation(ctx, away))
		})
		guest.Link, guest.Until, guest.Code, guest.CodeEnd, guest.Tries, guest.Codes, guest.Session, guest.Opened = "h", now.Add(time.Hour), "c", now.Add(time.Minute), 1, 2, "b", now
		inTx(t, s.Write, func(tx *store.Tx) error {
			return errors.Join(tx.ChangeGuest(ctx, guest), tx.ResolvePostComment(ctx, "c1", "ada", now))
		})
		comment.Resolved, comment.Resolver = now, "ada"
		inTx(t, s.Read, func(tx *store.Tx) error {
			if got, err := tx.GuestByLink(ctx, "h"); err != nil || got != guest {
				t.Errorf("guest %+v, %v", got, err)
			}
			if _, err := tx.GuestByLink(ctx, ""); !fault.Is(err, fault.NotFound) {
				t.Errorf("no link is nobody's: %v", err)
			}
			if got, err := tx.PostComments(ctx, "p1"); err != nil || len(got) != 1 || got[0] != comment {
				t.Errorf("comments %+v, %v", got, err)
			}
			for at, want := range map[time.Time]int{now.Add(-time.Second): 0, now: 1, now.Add(time.Hour): 0} {
				if got, err := tx.StandsInFor(ctx, "dag", at); err != nil || len(got) != want {
					t.Errorf("at %v: %+v, %v", at, got, err)
				}
			}
			return nil
		})
		inTx(t, s.Write, func(tx *store.Tx) error { return tx.EndDelegation(ctx, "d1", now) })
		inTx(t, s.Read, func(tx *store.Tx) error {
			if got, err := tx.StandIns(ctx, "cai"); err != nil || len(got) != 0 {
				t.Errorf("after the return: %+v, %v", got, err)
			}
			return nil
		})
	})
}

// TestARefusalOnRecordIsKept: what was written before such a refusal is committed, and the refusal is told.
func TestARefusalOnRecordIsKept(t *testing.T) {
	Each(t, func(t *testing.T, s *store.Store) {
		ctx := t.Context()
		for id, refusal := range map[string]error{"kept": &approval.Refusal{Fault: fault.New(fault.Forbidden, "no", "ne")}, "undone": fault.New(fault.Forbidden, "no", "ne")} {
			err := s.Write(ctx, func(tx *store.Tx) error {
				return errors.Join(tx.AddDelegation(ctx, approval.Delegation{ID: id, Person: id, StandIn: "dag"}), refusal)
			})
			if !fault.Is(err, fault.Forbidden) {
				t.Errorf("%s: %v", id, err)
			}
			inTx(t, s.Read, func(tx *store.Tx) error {
				if got, err := tx.StandIns(ctx, id); err != nil || (len(got) == 1) != (id == "kept") {
					t.Errorf("%s: %+v, %v", id, got, err)
				}
				return nil
			})
		}
	})
}

// inTx runs a transaction that must not fail.
func inTx(t *testing.T, run func(context.Context, func(*store.Tx) error) error, f func(*store.Tx) error) {
	t.Helper()
	if err := run(t.Context(), f); err != nil {
		t.Fatal(err)
	}
}

// TestTheQueueGoesOn reads what asks somebody a page of two at a time, with and without a time at which it is due.
func TestTheQueueGoesOn(t *testing.T) {
	Each(t, func(t *testing.T, s *store.Store) {
		ctx, now := t.Context(), time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
		want := []string{"d", "a", "b", "c", "e", "f", "g"}
		inTx(t, s.Write, func(tx *store.Tx) error {
			var all error
			for id, due := range map[string]time.Time{"d": now, "a": now.Add(time.Hour), "b": now.Add(time.Hour), "c": now.Add(2 * time.Hour), "e": {}, "f": {}, "g": {}} {
				all = errors.Join(all, tx.AddRequest(ctx, approval.Request{ID: id, Post: "p" + id, State: approval.Open, Due: due, Asked: now, Version: 1,
					Steps: []approval.Step{{ID: "s" + id, Kind: approval.Account, Who: []string{"dag"}}}}))
			}
			return all
		})
		inTx(t, s.Read, func(tx *store.Tx) error {
			var got []string
			after := ""
			for range 10 {
				page, err := tx.RequestsAsking(ctx, []string{"dag", "cai"}, after, 2)
				if err != nil || len(page) == 0 {
					if !slices.Equal(got, want) {
						t.Errorf("got %v, want %v", got, want)
					}
					return err
				}
				for _, q := range page {
					got = append(got, q.ID)
				}
				after = store.RequestPlace(page[len(page)-1])
			}
			t.Errorf("it never ends: %v", got)
			return nil
		})
	})
}
