package publish

import (
	"context"
	"strconv"
	"time"

	"rostrum/approval"
	"rostrum/compose"
	"rostrum/ledger"
	"rostrum/staff"
)

// Submit asks for the decision about a post, as [approval.Submit] does. Where no yes is needed its publications are made in
// the same transaction.
func Submit(ctx context.Context, r Records, who staff.Person, id string, version int64, e approval.Edition, guests []approval.GuestAsked, now time.Time) (approval.Request, error) {
	q, err := approval.Submit(ctx, r, who, id, version, e, guests, now)
	return decided(ctx, r, who.ID, q, err, now)
}

// Vote casts a vote, as [approval.Cast] does. With the last yes that is needed the publications are made.
func Vote(ctx context.Context, r Records, who staff.Person, request string, choice approval.Choice, why string, now time.Time) (approval.Request, error) {
	q, err := approval.Cast(ctx, r, who, request, choice, why, now)
	return decided(ctx, r, who.ID, q, err, now)
}

// VoteGuest takes the vote of a guest, as [approval.CastGuest] does, and makes the publications with the last yes.
func VoteGuest(ctx context.Context, r Records, guest, session string, choice approval.Choice, why string, now time.Time) (approval.Request, error) {
	q, err := approval.CastGuest(ctx, r, guest, session, choice, why, now)
	return decided(ctx, r, guest, q, err, now)
}

// decided makes the publications of what was approved just now.
func decided(ctx context.Context, r Records, actor string, q approval.Request, err error, now time.Time) (approval.Request, error) {
	if err != nil || q.State != approval.Approved {
		return q, err
	}
	revision, err := r.Revision(ctx, q.Post, q.Revision)
	if err != nil {
		return q, err
	}
	before, err := r.PublicationsOf(ctx, q.Post)
	if err != nil {
		return q, err
	}
	for _, id := range revision.Content.Accounts {
		a, err := r.BrandAccount(ctx, id)
		if err != nil {
			return q, err
		}
		p := Publication{ID: staff.NewID(), Post: q.Post, Revision: q.Revision, Digest: q.Digest, Request: q.ID, Account: a.ID,
			Network: a.Network, Topic: revision.Content.Topic, Author: q.Author, Verb: Post, State: Scheduled, Due: q.Due, Version: 1, Created: now}
		if was, is := out(before, a.ID); is {
			p.Verb, p.Of = Edit, was.ID
		}
		if err := schedule(ctx, r, actor, p, a.Next(now), now); err != nil {
			return q, err
		}
	}
	return q, nil
}

// schedule puts a publication into the outbox. One whose time has passed by the time it is approved is neither dropped nor
// sent: it waits, and the account's next slot is offered.
func schedule(ctx context.Context, r Records, actor string, p Publication, slot time.Time, now time.Time) error {
	switch {
	case p.Due.IsZero():
		p.Due = now
	case p.Due.Before(now):
		p.State, p.Hold = Held, Late
	}
	if err := r.AddPublication(ctx, p); err != nil {
		return err
	}
	data := map[string]string{"due": moment(p.Due)}
	if p.Of != "" {
		data["of"] = p.Of
	}
	if err := tell(ctx, r, actor, "publication.scheduled", p, now, data); err != nil || p.State == Scheduled {
		return err
	}
	return tell(ctx, r, Rostrum, "publication.held", p, now, map[string]string{"hold": string(p.Hold), "due": moment(p.Due), "slot": moment(slot)})
}

// Reopen takes a submitted post back to be edited: its votes no longer count, and what has not gone out is cancelled. What is
// out stays out; once the new revision is approved it is edited.
func Reopen(ctx context.Context, r Records, who staff.Person, id string, now time.Time) (compose.Post, error) {
	if err := staff.May(who, staff.WritePosts); err != nil {
		return compose.Post{}, err
	}
	if err := r.LockOutbox(ctx); err != nil {
		return compose.Post{}, err
	}
	post, err := r.Post(ctx, id)
	if err != nil {
		return post, err
	}
	all, err := r.PublicationsOf(ctx, id)
	if err != nil {
		return post, err
	}
	for _, p := range all {
		switch {
		case p.State == Sending || p.State == Unsure:
			return post, settled(p)
		case !waits(p) || p.Verb == Delete || len(p.Receipts) > 0:
			continue
		}
		p.State, p.Hold = Cancelled, ""
		if err := change(ctx, r, who.ID, "publication.cancelled", p, now, nil); err != nil {
			return post, err
		}
	}
	if err := approval.Void(ctx, r, who.ID, id, now); err != nil {
		return post, err
	}
	if post, err = compose.TakenBack(ctx, r, post, now); err != nil {
		return post, err
	}
	return post, r.Append(ctx, ledger.Entry{Time: now, Actor: who.ID, Kind: "post.reopened", Subject: post.ID,
		Data: map[string]string{"revision": strconv.Itoa(post.Revision), "digest": post.Digest}})
}
