package outbox

import (
	"context"
	"slices"
	"time"

	"rostrum/fault"
	"rostrum/publish"
	"rostrum/staff"
	"rostrum/store"
)

// HaltReport tells of a pause that holds.
type HaltReport struct {
	Pause  publish.Pause
	InHand int           // how many publications were on their way when it began, and were waited for
	Waited time.Duration // until the last of them had ended
}

// Halt stops what goes out in a scope. When it returns without an error nothing more leaves: what a worker had in its hands, on
// whichever server, has ended by then. Where that cannot be awaited the pause holds all the same, and the fault says so.
func (r *Runner) Halt(ctx context.Context, who staff.Person, scope publish.Scope, what, why string) (HaltReport, error) {
	var report HaltReport
	err := r.Store.Write(ctx, func(tx *store.Tx) (err error) {
		report.Pause, err = publish.Halt(ctx, tx, who, scope, what, why, r.Now())
		return err
	})
	if err != nil {
		return report, err
	}
	begun := r.Now()
	for first := true; ; first = false {
		left, err := r.left(ctx, report.Pause)
		if first {
			report.InHand = left
		}
		report.Waited = r.Now().Sub(begun)
		if err == nil && left == 0 {
			return report, nil
		}
		select {
		case <-ctx.Done():
			return report, fault.New(fault.Unavailable,
				"The pause holds, but what was already on its way could not be awaited. It ends within half a minute.",
				"Sustabdyta, bet nepavyko sulaukti, kol baigsis tai, kas jau buvo siunčiama. Tai baigsis per pusę minutės.")
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// left counts what workers have in their hands although the pause holds it.
func (r *Runner) left(ctx context.Context, pause publish.Pause) (n int, err error) {
	err = r.Store.Read(ctx, func(tx *store.Tx) error {
		all, err := tx.InHand(ctx)
		now := r.Now()
		n = len(slices.DeleteFunc(all, func(p publish.Publication) bool { return !pause.Holds(p) || p.Free(now) }))
		return err
	})
	return n, err
}
