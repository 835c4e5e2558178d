package publish

import (
	"context"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"rostrum/fault"
	"rostrum/ledger"
	"rostrum/staff"
)

const longestWhy = 500 // characters

// Halt stops what goes out, in a scope: what names the account, the network or the topic, and is empty for everything. Once
// its transaction has committed nothing more is claimed; what a worker has in its hands then, outbox.Runner.Halt waits for.
// The same pause twice is the one that holds already.
func Halt(ctx context.Context, r Records, who staff.Person, scope Scope, what, why string, now time.Time) (Pause, error) {
	if err := staff.May(who, staff.PausePosts); err != nil {
		return Pause{}, err
	}
	why, err := reason(why)
	if err != nil {
		return Pause{}, err
	}
	if what, err = target(ctx, r, scope, what); err != nil {
		return Pause{}, err
	}
	return halt(ctx, r, Pause{ID: staff.NewID(), Scope: scope, What: what, Why: why, By: who.ID, From: now})
}

// Restored stops everything in a database that was put back from a backup: what it says is still to go may have gone out since
// the backup was made. Once somebody has looked and ends the pause, what is overdue waits for a word one by one. Where
// everything was paused already, that pause goes on.
func Restored(ctx context.Context, r Records, why string, now time.Time) error {
	_, err := halt(ctx, r, Pause{ID: staff.NewID(), Scope: Everything, Why: why, By: Rostrum, From: now})
	return err
}

func halt(ctx context.Context, r Records, p Pause) (Pause, error) {
	if err := r.LockOutbox(ctx); err != nil {
		return Pause{}, err
	}
	holding, err := r.Pauses(ctx)
	if err != nil {
		return Pause{}, err
	}
	for _, h := range holding {
		if h.Scope == p.Scope && h.What == p.What {
			return h, nil
		}
	}
	if err := r.AddPause(ctx, p); err != nil {
		return p, err
	}
	return p, r.Append(ctx, p.entry(p.By, "publish.paused", p.From, nil))
}

// target is what the scope names, if there can be such a thing.
func target(ctx context.Context, r Records, scope Scope, what string) (string, error) {
	what = strings.TrimSpace(what)
	switch {
	case scope == Everything:
		return "", nil
	case scope != OfAccount && scope != OfNetwork && scope != OfTopic:
		return what, fault.Of("scope", "Say what is to stop: everything, an account, a network or a topic.",
			"Nurodykite, ką stabdyti: viską, paskyrą, tinklą ar temą.")
	case what == "" || len(what) > longestWhy:
		return what, fault.Of("what", "Say which one is to stop.", "Nurodykite, ką tiksliai stabdyti.")
	case scope == OfAccount:
		_, err := r.BrandAccount(ctx, what)
		return what, err
	}
	return what, nil
}

// Resume ends a pause. What became due while it held, or was left half-way by it, does not go by itself: each waits for a
// human's word. It tells how many.
func Resume(ctx context.Context, r Records, who staff.Person, id string, now time.Time) (Pause, int, error) {
	if err := staff.May(who, staff.PausePosts); err != nil {
		return Pause{}, 0, err
	}
	if err := r.LockOutbox(ctx); err != nil {
		return Pause{}, 0, err
	}
	p, err := r.Pause(ctx, id)
	if err != nil {
		return p, 0, err
	}
	due, err := r.Overdue(ctx, now)
	if err != nil {
		return p, 0, err
	}
	held := 0
	for _, out := range due {
		if !p.Holds(out) {
			continue
		}
		if err := overdue(ctx, r, out, now); err != nil {
			return p, held, err
		}
		held++
	}
	p.Ended, p.EndedBy = now, who.ID
	if err := r.EndPause(ctx, p); err != nil {
		return p, held, err
	}
	return p, held, r.Append(ctx, p.entry(who.ID, "publish.resumed", now, map[string]string{"held": strconv.Itoa(held)}))
}

// overdue has a publication whose time passed wait for a human. What may be out is looked for first, and waits if it is not.
func overdue(ctx context.Context, r Shelf, p Publication, now time.Time) error {
	p.Hold = Overdue
	if p.State != Scheduled {
		return r.ChangePublication(ctx, p)
	}
	return hold(ctx, r, p, Overdue, "", now)
}

// hold has a publication wait for a human.
func hold(ctx context.Context, r Shelf, p Publication, why Hold, said string, now time.Time) error {
	p.State, p.Hold, p.Said, p.Lease, p.Holder, p.Again = Held, why, said, time.Time{}, "", time.Time{}
	return change(ctx, r, Rostrum, "publication.held", p, now, map[string]string{"hold": string(why), "due": moment(p.Due)})
}

func (p Pause) entry(who, kind string, now time.Time, more map[string]string) ledger.Entry {
	data := map[string]string{"scope": string(p.Scope), "what": p.What}
	for name, value := range more {
		data[name] = value
	}
	return ledger.Entry{Time: now, Actor: who, Kind: kind, Subject: p.ID, Data: data, Private: map[string]string{"why": p.Why}}
}

// reason is why somebody does something, for the record.
func reason(why string) (string, error) {
	why = strings.TrimSpace(why)
	if why == "" || utf8.RuneCountInString(why) > longestWhy || !utf8.ValidString(why) {
		return why, fault.Of("why", "Say why, in up to 500 characters. It goes on the record.",
			"Nurodykite priežastį, ne ilgesnę kaip 500 ženklų. Ji liks žurnale.")
	}
	return why, nil
}
