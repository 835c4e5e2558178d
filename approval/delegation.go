package approval

import (
	"context"
	"time"

	"rostrum/fault"
	"rostrum/ledger"
	"rostrum/staff"
)

// Delegation lets somebody vote for a person who is away. It gives no role and no more than the person has.
type Delegation struct {
	ID      string
	Person  string // who is away
	StandIn string
	From    time.Time
	Until   time.Time // it holds before this moment
	Made    time.Time
	Ended   time.Time // when it was taken back; zero: it was not
}

// Holds tells whether the stand-in may vote at the moment.
func (d Delegation) Holds(at time.Time) bool {
	return d.Ended.IsZero() && !at.Before(d.From) && at.Before(d.Until)
}

// MaxAway is for how long a stand-in can be named at once.
const MaxAway = 366 * 24 * time.Hour

// Delegations is what naming a stand-in needs.
type Delegations interface {
	Person(ctx context.Context, id string) (staff.Person, error)
	StandIns(ctx context.Context, person string) ([]Delegation, error)
	AddDelegation(ctx context.Context, d Delegation) error
	EndDelegation(ctx context.Context, id string, at time.Time) error
	Append(ctx context.Context, e ledger.Entry) error
}

// StandIn names who votes for a person while they are away, and ends what was named for the same days before.
func StandIn(ctx context.Context, r Delegations, who staff.Person, d Delegation, now time.Time) error {
	if err := staff.May(who, staff.VotePosts); err != nil {
		return err
	}
	switch {
	case d.StandIn == who.ID:
		return fault.Of("stand_in", "Choose somebody else.", "Pasirinkite kitą žmogų.")
	case d.From.IsZero():
		return fault.Of("from", "Choose the first day.", "Pasirinkite pirmąją dieną.")
	case !d.Until.After(d.From) || !d.Until.After(now):
		return fault.Of("until", "Choose a last day that is not past and not before the first.", "Pasirinkite paskutinę dieną, kuri dar nepraėjo ir ne ankstesnė už pirmąją.")
	case d.Until.Sub(d.From) > MaxAway:
		return fault.Of("until", "A stand-in can be named for a year at most.", "Pavaduotoją galima paskirti ne ilgiau kaip metams.")
	}
	other, err := r.Person(ctx, d.StandIn)
	if err != nil || staff.May(other, staff.VotePosts) != nil {
		return fault.Of("stand_in", "Choose somebody who may vote on posts.", "Pasirinkite žmogų, galintį balsuoti dėl įrašų.")
	}
	before, err := r.StandIns(ctx, who.ID)
	if err != nil {
		return err
	}
	for _, b := range before {
		if b.From.Before(d.Until) && d.From.Before(b.Until) {
			if err := end(ctx, r, who, b, now); err != nil {
				return err
			}
		}
	}
	d.ID, d.Person, d.Made, d.Ended = staff.NewID(), who.ID, now, time.Time{}
	if err := r.AddDelegation(ctx, d); err != nil {
		return err
	}
	return r.Append(ctx, ledger.Entry{Time: now, Actor: who.ID, Kind: "delegation.set", Subject: who.ID, Data: map[string]string{
		"delegation": d.ID, "stand_in": d.StandIn, "from": d.From.UTC().Format(time.RFC3339), "until": d.Until.UTC().Format(time.RFC3339)}})
}

// Return ends a delegation of the person's own.
func Return(ctx context.Context, r Delegations, who staff.Person, id string, now time.Time) error {
	own, err := r.StandIns(ctx, who.ID)
	if err != nil {
		return err
	}
	for _, d := range own {
		if d.ID == id {
			return end(ctx, r, who, d, now)
		}
	}
	return fault.New(fault.NotFound, "This has ended already.", "Tai jau pasibaigė.")
}

func end(ctx context.Context, r Delegations, who staff.Person, d Delegation, now time.Time) error {
	if err := r.EndDelegation(ctx, d.ID, now); err != nil {
		return err
	}
	return r.Append(ctx, ledger.Entry{Time: now, Actor: who.ID, Kind: "delegation.ended", Subject: who.ID,
		Data: map[string]string{"delegation": d.ID, "stand_in": d.StandIn}})
}
