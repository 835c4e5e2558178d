// Package demo owns the made-up company that people look around in first: its people, a year of its policy and of what
// they did with it. It plays that year through the same functions that pages call, so nothing in the demo is other than
// it would be at a company of one's own. It refuses to touch a store that has a company already.
package demo

import (
	"context"
	"hash/fnv"
	"slices"
	"time"

	"rostrum/fault"
	"rostrum/network/simulator"
	"rostrum/publish"
	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
)

// Ground is where the company's year is played: an empty store, the keys that its ledger is signed and its secrets are sealed
// with, and the simulated network that its posts go to.
type Ground struct {
	Store     *store.Store
	Signer    string
	Sealer    *signin.Sealer
	Simulator *simulator.Simulator
}

// Fill plays the company's year up to now. On a store that has a company it does nothing.
func Fill(ctx context.Context, g Ground, now time.Time) error {
	var known error
	if err := g.Store.Read(ctx, func(tx *store.Tx) error {
		_, known = tx.Company(ctx)
		return nil
	}); err != nil || !fault.Is(known, fault.NotFound) {
		return err
	}
	y := &year{Ground: g, now: now, zone: vilnius(), people: map[string]string{}, loaded: map[string]learned{}, joined: map[string]time.Time{},
		accounts: map[string]string{}, pictures: map[string]string{}, keys: publish.NewKeys(0)}
	if err := y.plan(); err != nil {
		return err
	}
	slices.SortStableFunc(y.events, func(a, b event) int { return a.at.Compare(b.at) })
	for part := range slices.Chunk(y.events, 60) {
		if err := g.Store.Write(ctx, func(tx *store.Tx) error { return y.play(ctx, tx, part) }); err != nil {
			return err
		}
		if err := g.Store.Checkpoint(ctx, g.Signer, part[len(part)-1].at); err != nil {
			return err
		}
	}
	return nil
}

// year is what happened, and when.
type year struct {
	Ground
	now    time.Time
	zone   *time.Location
	people map[string]string  // name → id, as they come
	draft  string             // the version that is being worked on
	loaded map[string]learned // digest → the policy
	events []event
	// joined and published are when people came and editions came into force.
	joined    map[string]time.Time
	published []time.Time
	accounts  map[string]string // id in speakers.yaml → id
	pictures  map[string]string // name → digest, as they are drawn
	keys      *publish.Keys
}

// event is one thing that somebody did.
type event struct {
	at time.Time
	do func(ctx context.Context, tx *store.Tx, at time.Time) error
}

func (y *year) on(at time.Time, do func(ctx context.Context, tx *store.Tx, at time.Time) error) {
	if at.Before(y.now) {
		y.events = append(y.events, event{at, do})
	}
}

func (y *year) play(ctx context.Context, tx *store.Tx, events []event) error {
	for _, e := range events {
		if err := e.do(ctx, tx, e.at); err != nil {
			return err
		}
	}
	return nil
}

// workday is a moment in working hours so many days ago, the same for the same seed.
func (y *year) workday(daysAgo int, seed string) time.Time {
	day := y.now.In(y.zone).AddDate(0, 0, -daysAgo)
	for day.Weekday() == time.Saturday || day.Weekday() == time.Sunday {
		day = day.AddDate(0, 0, -1)
	}
	minute := chance(seed, 8*60)
	return time.Date(day.Year(), day.Month(), day.Day(), 8, 20+minute, chance(seed+"s", 60), 0, y.zone)
}

// chance is a number below n that is always the same for the same seed.
func chance(seed string, n int) int {
	h := fnv.New32a()
	_, _ = h.Write([]byte(seed))
	return int(h.Sum32() % uint32(n))
}

func vilnius() *time.Location {
	zone, err := time.LoadLocation("Europe/Vilnius")
	if err != nil {
		return time.UTC
	}
	return zone
}

// person gives somebody of the cast as they are now.
func (y *year) person(ctx context.Context, tx *store.Tx, name string) (staff.Person, error) {
	return tx.Person(ctx, y.people[name])
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}
