package approval

import (
	"context"
	"slices"
	"time"

	"rostrum/policy"
	"rostrum/speaker"
	"rostrum/staff"
	"rostrum/training"
)

// Candidate is somebody who may vote on posts.
type Candidate struct {
	Person staff.Person
	Team   string         // the name of their team, or empty
	Speaks *policy.Person // as speakers.yaml knows them: teams and trainings
}

// Able gives everybody who may vote on posts, as a policy and their certificates have them at a moment.
func Able(ctx context.Context, r People, p *policy.Policy, at time.Time) ([]Candidate, error) {
	var all []Candidate
	for _, role := range []staff.Role{staff.Approver, staff.Principal} {
		people, err := r.PeopleWithRole(ctx, role)
		if err != nil {
			return nil, err
		}
		for _, who := range people {
			if slices.ContainsFunc(all, func(c Candidate) bool { return c.Person.ID == who.ID }) {
				continue
			}
			c, err := candidate(ctx, r, p, who, at)
			if err != nil {
				return nil, err
			}
			all = append(all, c)
		}
	}
	return all, nil
}

// Speaks gives a person as speakers.yaml knows them at a moment.
func Speaks(ctx context.Context, r People, p *policy.Policy, who staff.Person, at time.Time) (*policy.Person, error) {
	c, err := candidate(ctx, r, p, who, at)
	return c.Speaks, err
}

func candidate(ctx context.Context, r People, p *policy.Policy, who staff.Person, at time.Time) (Candidate, error) {
	c := Candidate{Person: who}
	if who.Team != "" {
		teams, err := r.TeamNames(ctx)
		if err != nil {
			return c, err
		}
		if i := slices.IndexFunc(teams, func(t staff.Team) bool { return t.ID == who.Team }); i >= 0 {
			c.Team = teams[i].Name
		}
	}
	certificates, err := r.Certificates(ctx, who.ID)
	c.Speaks = training.Speaker(speaker.New(p), who, c.Team, certificates, at)
	return c, err
}

// entitled tells whether somebody may vote on a step of a kind: a principal where the law asks for one, an approver
// elsewhere.
func entitled(p staff.Person, k Kind) bool {
	if staff.May(p, staff.VotePosts) != nil {
		return false
	}
	if k == Principal {
		return p.Has(staff.Principal)
	}
	return k != Guest && p.Has(staff.Approver)
}
