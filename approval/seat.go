package approval

import (
	"context"
	"slices"

	"rostrum/fault"
	"rostrum/staff"
)

// seat is a place in a step, and whose it is where another person fills it.
type seat struct {
	step int // in the request
	of   string
}

// seats gives the places that the person fills with this vote.
func (b *ballot) seats(ctx context.Context, who staff.Person) ([]seat, error) {
	others, err := b.absent(ctx, who)
	if err != nil {
		return nil, err
	}
	counts, err := b.counts(ctx)
	if err != nil {
		return nil, err
	}
	turn := b.req.turn(counts)
	var seats []seat
	asked, already, now := false, false, false
	for i, s := range b.req.Steps {
		whose, fits := s.seatOf(who, others, b.choice)
		if s.spoke(who.ID) && b.choice == Yes {
			already = true
			continue
		}
		if asked = asked || fits; fits {
			now = now || s.Order == turn
			seats = append(seats, seat{i, whose})
		}
	}
	switch {
	case !asked && already:
		return nil, fault.New(fault.Conflict, "You have said yes already. Others are still asked.", "Jūs jau pritarėte. Dar klausiama kitų.")
	case !asked:
		return nil, refuse(ctx, b.Records, b.req, who.ID, notAsked, askedOthers(), b.now)
	case !now && b.choice == Yes:
		return nil, fault.New(fault.Conflict, "Others are asked before you. You will get a letter when it is your turn.",
			"Pirmiausia klausiama kitų. Kai ateis jūsų eilė, gausite laišką.")
	}
	return seats, nil
}

// seatOf gives which seat of the step the person may speak from: their own, or that of somebody absent, which for a yes must
// be free.
func (s Step) seatOf(who staff.Person, absent []string, choice Choice) (whose string, fits bool) {
	if !entitled(who, s.Kind) {
		return "", false
	}
	if slices.Contains(s.Who, who.ID) {
		return "", true
	}
	for _, id := range absent {
		if slices.Contains(s.Who, id) && (choice != Yes || !s.taken(id)) {
			return id, true
		}
	}
	return "", false
}

// absent gives those for whom the person stands in now and who could vote themselves.
func (b *ballot) absent(ctx context.Context, who staff.Person) ([]string, error) {
	delegations, err := b.StandsInFor(ctx, who.ID, b.now)
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, d := range delegations {
		p, err := b.Person(ctx, d.Person)
		if err != nil {
			return nil, err
		}
		if d.Holds(b.now) && staff.May(p, staff.VotePosts) == nil && !slices.Contains(b.hands(), p.ID) {
			ids = append(ids, p.ID)
		}
	}
	return ids, nil
}

// counts tells which votes count still: of people who may vote on such a step today and had no hand in the post, and of
// guests.
func (b *ballot) counts(ctx context.Context) (counted, error) {
	people := map[string]staff.Person{}
	for _, s := range b.req.Steps {
		for _, v := range s.Votes {
			if s.Kind == Guest {
				continue
			}
			p, err := b.Person(ctx, v.Person)
			if err != nil && !fault.Is(err, fault.NotFound) {
				return nil, err
			}
			people[v.Person] = p
		}
	}
	hands := b.hands()
	return func(s Step, v Vote) bool {
		return s.Kind == Guest || entitled(people[v.Person], s.Kind) && !slices.Contains(hands, v.Person)
	}, nil
}
