package compose

import (
	"context"
	"slices"
	"strconv"
	"time"

	"rostrum/fault"
	"rostrum/ledger"
	"rostrum/post"
)

// Refusal is a change that was not made and is on the record all the same: store.Write commits the entry that says so.
type Refusal struct{ *fault.Fault }

// Unwrap gives the fault to tell.
func (r *Refusal) Unwrap() error { return r.Fault }

// OnRecord says that what was written before it, the entry about it, is to be kept.
func (r *Refusal) OnRecord() bool { return true }

// changeRefused is the kind of the entry about it.
const changeRefused = "post.change_refused"

// tooLate refuses to change a post that is no draft. That somebody tried to have a post say something else after it was
// sent for approval is on the record, once for each revision and person: a page left open goes on saving by itself.
func tooLate(ctx context.Context, r Records, p Post, who string, c post.Content, now time.Time) error {
	if p.State != Review && p.State != Approved || c.Digest() == p.Digest {
		return closed(p)
	}
	revision := strconv.Itoa(p.Revision)
	before, err := r.Recorded(ctx, p.ID, changeRefused)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(before, func(e ledger.Entry) bool { return e.Actor == who && e.Data["revision"] == revision }) {
		return closed(p)
	}
	err = r.Append(ctx, ledger.Entry{Time: now, Actor: who, Kind: changeRefused, Subject: p.ID,
		Data: map[string]string{"revision": revision, "digest": p.Digest, "tried": c.Digest(), "state": string(p.State)}})
	if err != nil {
		return err
	}
	return &Refusal{closed(p)}
}
