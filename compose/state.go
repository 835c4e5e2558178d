package compose

import (
	"context"
	"slices"
	"time"

	"rostrum/fault"
	"rostrum/staff"
)

// Submitted marks the latest revision as submitted, so that it never changes again, and the post as waiting for votes.
// Who may do this, and what the policy says of it, the caller has decided (approval.Submit).
func Submitted(ctx context.Context, r Records, p Post, now time.Time) (Post, Revision, error) {
	if p.State != Draft {
		return p, Revision{}, closed(p)
	}
	last, err := r.Revision(ctx, p.ID, p.Revision)
	if err != nil {
		return p, last, err
	}
	if !last.Submitted { // else it comes back unchanged
		last.Submitted = true
		if err := r.ReplaceRevision(ctx, last); err != nil {
			return p, last, err
		}
	}
	p.State, p.Returned = Review, false
	p, err = change(ctx, r, p, now)
	return p, last, err
}

// Decided notes how the votes on a submitted post ended: Approved or Rejected.
func Decided(ctx context.Context, r Records, p Post, as State, now time.Time) (Post, error) {
	if p.State != Review || as != Approved && as != Rejected {
		return p, undecidable()
	}
	p.State = as
	return change(ctx, r, p, now)
}

// TakenBack makes a submitted post a draft again, because its people want to change it.
func TakenBack(ctx context.Context, r Records, p Post, now time.Time) (Post, error) {
	return back(ctx, r, p, false, now)
}

// SentBack makes a submitted post a draft again, because a reviewer asked for changes.
func SentBack(ctx context.Context, r Records, p Post, now time.Time) (Post, error) {
	return back(ctx, r, p, true, now)
}

func back(ctx context.Context, r Records, p Post, returned bool, now time.Time) (Post, error) {
	if !slices.Contains([]State{Review, Approved, Rejected}, p.State) {
		return p, undecidable()
	}
	p.State, p.Returned = Draft, returned
	if p.Due.Before(now) {
		p.Due = time.Time{} // a time that has passed is no plan: what is out and edited goes as soon as it may
	}
	return change(ctx, r, p, now)
}

// Discard throws a draft, or what was rejected, away. It can be brought back.
func Discard(ctx context.Context, r Records, who staff.Person, id string, version int64, now time.Time) (Post, error) {
	p, err := writable(ctx, r, who, id)
	switch {
	case err != nil:
		return p, err
	case p.State != Draft && p.State != Rejected:
		return p, closed(p)
	case p.Version != version:
		return p, Conflict()
	}
	p.State, p.Returned = Discarded, false
	return change(ctx, r, p, now)
}

// Restore makes a discarded post a draft again.
func Restore(ctx context.Context, r Records, who staff.Person, id string, now time.Time) (Post, error) {
	p, err := writable(ctx, r, who, id)
	if err != nil || p.State == Draft {
		return p, err
	}
	if p.State != Discarded {
		return p, closed(p)
	}
	p.State = Draft
	return change(ctx, r, p, now)
}

func writable(ctx context.Context, r Records, who staff.Person, id string) (Post, error) {
	if err := staff.May(who, staff.WritePosts); err != nil {
		return Post{}, err
	}
	return r.Post(ctx, id)
}

func undecidable() *fault.Fault {
	return fault.New(fault.Conflict, "This post does not wait for a decision any more. Look at it again.",
		"Šis įrašas sprendimo nebelaukia. Pažiūrėkite į jį iš naujo.")
}
