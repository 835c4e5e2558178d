package outbox

import (
	"context"
	"math/rand/v2"
	"slices"
	"time"

	"rostrum/publish"
	"rostrum/store"
)

// turn records what came of steps and claims what is next, in one transaction, and sets to work on it. It gives back the
// steps if they could not be recorded.
func (r *Runner) turn(ctx context.Context, steps []step, most int) []step {
	if len(steps) == 0 && !r.anything(ctx) {
		return nil
	}
	var claims []publish.Claim
	err := r.Store.Write(ctx, func(tx *store.Tx) (err error) {
		claims, err = r.claim(ctx, tx, steps, most)
		return err
	})
	if err != nil {
		if ctx.Err() == nil {
			r.Log.Error("the outbox could not be worked", "error", err)
		}
		return steps
	}
	for _, s := range steps {
		delete(r.inHand, s.id)
	}
	for _, c := range claims {
		r.inHand[c.ID] = true
		go func() { r.done <- step{c.ID, r.work(c)} }()
	}
	return nil
}

func (r *Runner) claim(ctx context.Context, tx *store.Tx, steps []step, most int) ([]publish.Claim, error) {
	if err := tx.LockOutbox(ctx); err != nil {
		return nil, err
	}
	pauses, err := tx.Pauses(ctx)
	if err != nil {
		return nil, err
	}
	now := r.Now()
	edition, unready := r.Edition(ctx, tx, now)
	desk := publish.Desk{Records: tx, Edition: edition, Unready: unready, Pauses: pauses, Holder: r.holder, Lease: r.Lease, Keys: r.keys, Now: now}
	ended := make([]string, len(steps))
	for i, s := range steps {
		ended[i] = s.id
		if err := desk.Record(ctx, s.id, s.outcome); err != nil {
			return nil, err
		}
	}
	heads, err := tx.LaneHeads(ctx, now)
	if err != nil {
		return nil, err
	}
	if len(heads) > 0 { // so that no account is always the last
		first := rand.IntN(len(heads))
		heads = slices.Concat(heads[first:], heads[:first])
	}
	var claims []publish.Claim
	free := most - len(r.inHand) + len(steps)
	for _, id := range heads {
		if len(claims) >= free {
			break
		}
		if r.inHand[id] && !slices.Contains(ended, id) {
			continue
		}
		c, ok, err := desk.Claim(ctx, id)
		if err != nil {
			return nil, err
		}
		if ok {
			claims = append(claims, c)
		}
	}
	if desk.Held > 0 {
		r.Wake()
	}
	return claims, nil
}

// anything tells whether there may be something to claim, without writing.
func (r *Runner) anything(ctx context.Context) (found bool) {
	if len(r.inHand) >= AtOnce {
		return false
	}
	err := r.Store.Read(ctx, func(tx *store.Tx) error {
		heads, err := tx.LaneHeads(ctx, r.Now())
		if err != nil {
			return err
		}
		for _, id := range heads {
			if r.inHand[id] {
				continue
			}
			p, err := tx.Publication(ctx, id)
			found = found || err != nil || p.Ready(r.Now())
		}
		return nil
	})
	if err != nil && ctx.Err() == nil {
		r.Log.Error("the outbox could not be read", "error", err)
	}
	return found
}

// untilNext is how long nothing becomes due, as far as that is known now.
func (r *Runner) untilNext(ctx context.Context) time.Duration {
	wait := time.Second
	if len(r.inHand) > 0 {
		return wait
	}
	_ = r.Store.Read(ctx, func(tx *store.Tx) error {
		next, err := tx.NextDue(ctx, r.Now())
		if err == nil && !next.IsZero() {
			wait = min(wait, max(next.Sub(r.Now()), time.Millisecond))
		}
		return err
	})
	return wait
}
