// Package outbox owns the worker that brings publications to their networks: it claims what is due in a transaction, talks
// to the network while its lease lasts, and records what became of it in a second one. It refuses to decide what may go
// (publish does), to send anything after its lease or under a pause, and to send again what may be out before it was
// looked for.
package outbox

import (
	"context"
	"log/slog"
	"math/rand/v2"
	"sync"
	"time"

	"rostrum/account/watch"
	"rostrum/approval"
	"rostrum/network"
	"rostrum/publish"
	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
)

// AtOnce is how many accounts a server talks to at the same time.
const AtOnce = 32

// Runner works the outbox. Several, in one process or on many servers, may share a database: each account's publications
// go in the order of their times, one after the other, whoever has them. Set the exported fields before anything else.
//
// It is a loop of its own and no queue of jobs: what is next on an account, whether a pause holds it and whether it may still go
// are one decision, made in the transaction that claims it. A queue would have decided the first of these before.
type Runner struct {
	Store    *store.Store
	Sealer   *signin.Sealer
	Networks map[string]network.Network // by Profile().ID
	// Edition gives the version of the policy in force.
	Edition func(context.Context, *store.Tx, time.Time) (approval.Edition, error)
	Now     func() time.Time
	Log     *slog.Logger
	// Lease is how long a publication is in a worker's hands; the last third of it is for clocks that differ. Zero: publish.LeaseTime.
	Lease time.Duration

	fitting sync.Mutex

	ready  sync.Once
	wake   chan struct{}
	done   chan step
	holder string
	keys   *publish.Keys
	inHand map[string]bool // of this runner; only Run's own goroutine uses it
}

// step is what came of one claim.
type step struct {
	id      string
	outcome publish.Outcome
}

func (r *Runner) prepare() {
	r.ready.Do(func() {
		if r.Lease == 0 {
			r.Lease = publish.LeaseTime
		}
		r.wake, r.done = make(chan struct{}, 1), make(chan step, AtOnce)
		r.holder, r.keys, r.inHand = staff.NewID(), publish.NewKeys(rand.Uint64()), map[string]bool{}
	})
}

// Wake has the runner look at once, because something became due just now.
func (r *Runner) Wake() {
	r.prepare()
	select {
	case r.wake <- struct{}{}:
	default:
	}
}

// Run works until the context ends. It then lets what is in its hands finish and records it. It is called once.
func (r *Runner) Run(ctx context.Context) error {
	r.prepare()
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	var steps []step
	for ctx.Err() == nil {
		steps = r.turn(ctx, steps, AtOnce)
		next := time.NewTimer(r.untilNext(ctx)) // the tick may be a second late
		select {
		case <-ctx.Done():
		case <-tick.C:
		case <-next.C:
		case <-r.wake:
		case s := <-r.done:
			steps = append(steps, s)
		}
		next.Stop()
		steps = r.drain(steps)
	}
	return r.finish(steps)
}

// finish waits for what is in hand, which ends with the leases at the latest.
func (r *Runner) finish(steps []step) error {
	ctx, cancel := context.WithTimeout(context.Background(), r.Lease)
	defer cancel()
	for len(r.inHand) > len(steps) {
		select {
		case s := <-r.done:
			steps = append(steps, s)
		case <-ctx.Done():
			return ctx.Err() // whoever works the outbox next will look what became of it
		}
	}
	if len(r.turn(ctx, steps, 0)) > 0 {
		return ctx.Err()
	}
	return nil
}

func (r *Runner) drain(steps []step) []step {
	for {
		select {
		case s := <-r.done:
			steps = append(steps, s)
		default:
			return steps
		}
	}
}

// Open opens the secret of an account, refreshed where it is about to end.
func (r *Runner) Open(ctx context.Context, account string) (network.Access, error) {
	o, err := r.watch().Open(ctx, account)
	return o.Access, err
}

func (r *Runner) watch() watch.Watch {
	return watch.Watch{Store: r.Store, Sealer: r.Sealer, Networks: r.Networks, Now: r.Now}
}
