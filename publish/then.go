package publish

import (
	"context"
	"slices"
	"time"

	"rostrum/ledger"
	"rostrum/policy"
	"rostrum/speaker"
	"rostrum/staff"
	"rostrum/training"
)

// speaksThen gives an author as speakers.yaml knew them when a decision was asked for: with the name, the team and the
// certificates that the record has for that moment. on is when the post was to go out, on which the certificates must have
// held. What the record does not date, the time zone, is today's.
func speaksThen(ctx context.Context, r Again, p *policy.Policy, id string, asked, on time.Time) (staff.Person, *policy.Person, error) {
	who, err := personThen(ctx, r, id, asked)
	if err != nil {
		return who, nil, err
	}
	team, err := teamThen(ctx, r, who.Team, asked)
	if err != nil {
		return who, nil, err
	}
	held, err := heldThen(ctx, r, id, asked)
	return who, training.Speaker(speaker.New(p), who, team, held, on), err
}

func personThen(ctx context.Context, r Again, id string, at time.Time) (staff.Person, error) {
	who, err := r.Person(ctx, id)
	if err != nil {
		return who, err
	}
	all, err := r.Recorded(ctx, id, "person.invited", "person.joined", "person.changed", "person.returned")
	for _, e := range slices.Backward(all) {
		if !e.Time.After(at) {
			if name := e.Private["name"]; name != "" { // it may have been erased
				who.Name = name
			}
			break
		}
		if team, moved := e.Data["team_before"]; moved {
			who.Team = team
		}
		if name := e.Private["name_before"]; name != "" {
			who.Name = name
		}
	}
	return who, err
}

// teamThen gives what a team was called. It may have been given up since.
func teamThen(ctx context.Context, r Again, id string, at time.Time) (name string, err error) {
	if id == "" {
		return "", nil
	}
	teams, err := r.TeamNames(ctx)
	if err != nil {
		return "", err
	}
	if i := slices.IndexFunc(teams, func(t staff.Team) bool { return t.ID == id }); i >= 0 {
		name = teams[i].Name
	}
	since, err := r.Recorded(ctx, id, "team.renamed", "team.removed")
	for _, e := range slices.Backward(since) {
		switch {
		case !e.Time.After(at):
			return name, err
		case e.Kind == "team.removed":
			name = e.Data["name"]
		default:
			name = e.Data["before"]
		}
	}
	return name, err
}

// heldThen gives the certificates that a person had, withdrawn only where that had been done by then.
func heldThen(ctx context.Context, r Again, person string, at time.Time) ([]training.Certificate, error) {
	all, err := r.Certificates(ctx, person)
	if err != nil {
		return nil, err
	}
	left, err := r.Recorded(ctx, person, "person.left")
	var held []training.Certificate
	for _, c := range all {
		if c.Passed.After(at) {
			continue
		}
		c.Withdrawn = c.Withdrawn && !ended(c, left).After(at)
		held = append(held, c)
	}
	return held, err
}

// ended is when a certificate was withdrawn: of those that ended with the employment, when the person left.
func ended(c training.Certificate, left []ledger.Entry) time.Time {
	if !c.WithdrawnAt.IsZero() {
		return c.WithdrawnAt
	}
	for _, e := range left {
		if !e.Time.Before(c.Passed) {
			return e.Time
		}
	}
	return time.Time{}
}
