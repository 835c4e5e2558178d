package publish

import (
	"context"
	"time"

	"rostrum/fault"
	"rostrum/staff"
)

// TakeDown puts into the outbox that what a publication has put out is taken down, as far as it is out. No decision and no
// pause stands in its way.
func TakeDown(ctx context.Context, r Records, who staff.Person, id, why string, now time.Time) (Publication, error) {
	p, err := open(ctx, r, who, staff.ReleasePosts, id)
	if err != nil {
		return p, err
	}
	if why, err = reason(why); err != nil {
		return p, err
	}
	all, err := r.PublicationsOf(ctx, p.Post)
	if err != nil {
		return p, err
	}
	last, ok := out(all, p.Account)
	if !ok || p.Verb == Delete {
		return p, settledOr(p, fault.New(fault.Conflict, "Nothing of it is out.", "Iš jo nieko nepaskelbta."))
	}
	for _, other := range all {
		if other.Account != p.Account || other.ID == last.ID || !waits(other) {
			continue
		}
		if other.Verb == Delete {
			return other, nil // asked for already
		}
		other.State, other.Hold = Cancelled, ""
		if err := change(ctx, r, who.ID, "publication.cancelled", other, now, nil); err != nil {
			return p, err
		}
	}
	return last.follow(ctx, r, who, Delete, now, map[string]string{"why": why})
}

// follow puts into the outbox what is done to a publication that is out.
func (p Publication) follow(ctx context.Context, r Records, who staff.Person, v Verb, now time.Time, private map[string]string) (Publication, error) {
	next := Publication{ID: staff.NewID(), Post: p.Post, Revision: p.Revision, Digest: p.Digest, Request: p.Request, Account: p.Account,
		Network: p.Network, Topic: p.Topic, Author: who.ID, Verb: v, Of: p.ID, State: Scheduled, Due: now, Version: 1, Created: now}
	if err := r.AddPublication(ctx, next); err != nil {
		return next, err
	}
	e := entry(who.ID, "publication.scheduled", next, now, map[string]string{"due": moment(next.Due), "of": next.Of})
	e.Private = private
	return next, r.Append(ctx, e)
}

// Replace is for an edit that a network cannot make: what is out is taken down, and then the new revision posted.
func Replace(ctx context.Context, r Records, who staff.Person, id string, now time.Time) (Publication, error) {
	p, err := open(ctx, r, who, staff.ReleasePosts, id)
	if err != nil {
		return p, err
	}
	if p.State != Held || p.Hold != NoEdits {
		return p, settled(p)
	}
	old, err := r.Publication(ctx, p.Of)
	if err != nil {
		return p, err
	}
	if _, err := old.follow(ctx, r, who, Delete, now, nil); err != nil {
		return p, err
	}
	p.Verb, p.Of, p.State, p.Hold, p.Said = Post, "", Scheduled, "", ""
	p.Due, p.Released = now.Add(time.Microsecond), now // after what is taken down
	return p, change(ctx, r, who.ID, "publication.released", p, now, map[string]string{"hold": string(NoEdits), "due": moment(p.Due)})
}

// out gives the publication that says what is out on an account, of those of one post: the latest that put something out
// or changed it.
func out(all []Publication, account string) (Publication, bool) {
	var last Publication
	for _, p := range all {
		if p.Account != account || p.Verb == Delete {
			continue
		}
		if p.State == Sent || len(p.Receipts) > 0 && p.State != Deleted && p.Verb == Post {
			last = p
		}
	}
	return last, last.ID != ""
}

// waits tells whether it has not gone out and is in nobody's hands.
func waits(p Publication) bool { return p.State == Scheduled || p.State == Held || p.State == Failed }

func settledOr(p Publication, otherwise *fault.Fault) *fault.Fault {
	if p.State == Deleted || p.State == Sending || p.State == Unsure {
		return settled(p)
	}
	return otherwise
}
