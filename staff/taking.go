package staff

import (
	"context"
	"slices"
	"strconv"
	"time"

	"rostrum/fault"
	"rostrum/ledger"
)

// Outcome is what a row of a list comes to.
type Outcome string

// The outcomes.
const (
	Added     Outcome = "added"
	Changed   Outcome = "changed"
	Unchanged Outcome = "unchanged"
	Refused   Outcome = "refused"
)

// Step is what a row of a list comes to, and how.
type Step struct {
	Row     Row
	Outcome Outcome
	Was, Is Person // Is of who is added has no id yet
	NewTeam bool   // the row's team is not there yet
	Fields  []string
	Fault   *fault.Fault // why the row is refused
}

// Preview tells what taking a list would do. People are those of its addresses who are known, by address; newcomer is what
// the list does not say of who is new: language and zone. Nothing is changed.
func Preview(rows []Row, who, newcomer Person, people map[string]Person, teams []Team) []Step {
	known := map[string]Team{}
	for _, t := range teams {
		known[Folded(t.Name)] = t
	}
	steps := make([]Step, 0, len(rows))
	for _, row := range rows {
		team, there := known[Folded(row.Team)]
		step := planned(row, who, newcomer, people[row.Mail], team)
		step.NewTeam = row.Team != "" && !there && step.Outcome != Refused
		if step.NewTeam && step.Outcome != Added && !slices.Contains(step.Fields, "team") {
			step.Outcome, step.Fields = Changed, append(step.Fields, "team")
		}
		steps = append(steps, step)
	}
	return steps
}

// planned tells what a row comes to. Was is the zero Person where nobody has the address, team the zero Team where the row
// names none or one that is not there yet.
func planned(row Row, who, newcomer, was Person, team Team) Step {
	step := Step{Row: row, Was: was, Outcome: Added}
	is := was
	if was.ID == "" {
		is = Person{Mail: row.Mail, Language: newcomer.Language, Zone: newcomer.Zone}
	}
	is.Name = row.Name
	if row.Team != "" {
		is.Team = team.ID
	}
	if row.Language != "" {
		is.Language = row.Language
	}
	if row.Roles != nil {
		is.Roles = tidyRoles(row.Roles)
	}
	step.Is = is
	given, taken := roleChange(was.Roles, is.Roles)
	if err := takable(who, was, is, append(given, taken...)); err != nil {
		step.Outcome, step.Fault = Refused, fault.For(err)
		return step
	}
	if was.ID == "" {
		return step
	}
	step.Outcome = Changed
	step.Fields = changedFields(was, is)
	if len(given)+len(taken) > 0 {
		step.Fields = append(step.Fields, "roles")
	}
	if len(step.Fields) == 0 {
		step.Outcome = Unchanged
	}
	return step
}

// takable refuses what a list must not do. It names no administrators: that is done one by one, with a fresh proof.
func takable(who, was, is Person, roles []Role) error {
	if was.State == Left {
		return hereAlready(was)
	}
	if slices.Contains(roles, Administrator) {
		return fault.Of("roles", "A list does not make or unmake administrators. Do that on the person's own page.",
			"Sąrašu administratoriaus vaidmuo nei suteikiamas, nei atimamas. Tai padarykite žmogaus puslapyje.")
	}
	if was.ID == "" {
		if len(roles) > 0 {
			return May(who, GiveRoles)
		}
		return nil
	}
	return mayChangeRoles(who, is, roles, nil)
}

// Lists is what taking a list needs to keep.
type Lists interface {
	Roll
	Teams
	TeamByName(ctx context.Context, folded string) (Team, error)
}

// Tally counts what taking rows came to.
type Tally struct {
	Added, Changed, Unchanged int
	Wrong                     []Wrong
}

// Plus adds what further rows came to.
func (t Tally) Plus(more Tally) Tally {
	return Tally{t.Added + more.Added, t.Changed + more.Changed, t.Unchanged + more.Unchanged, append(t.Wrong, more.Wrong...)}
}

// Take invites who is new on the list, moves who is there already, and makes the teams that it names. A row that is
// refused changes nothing and stops no other; any other error undoes them all.
func Take(ctx context.Context, r Lists, who, newcomer Person, rows []Row, send Send, now time.Time) (Tally, error) {
	var tally Tally
	if err := May(who, EditPeople); err != nil {
		return tally, err
	}
	for _, row := range rows {
		step, err := take(ctx, r, who, newcomer, row, send, now)
		if err != nil {
			return tally, err
		}
		switch step.Outcome {
		case Added:
			tally.Added++
		case Changed:
			tally.Changed++
		case Unchanged:
			tally.Unchanged++
		case Refused:
			tally.Wrong = append(tally.Wrong, Wrong{row.Line, step.Fault})
		}
	}
	return tally, nil
}

func take(ctx context.Context, r Lists, who, newcomer Person, row Row, send Send, now time.Time) (Step, error) {
	was, err := r.PersonByMail(ctx, row.Mail)
	if err != nil && !fault.Is(err, fault.NotFound) {
		return Step{}, err
	}
	if step := planned(row, who, newcomer, was, Team{}); step.Outcome == Refused {
		return step, nil
	}
	team, err := teamFor(ctx, r, who, row.Team, now)
	if err != nil {
		return Step{}, err
	}
	step := planned(row, who, newcomer, was, team)
	switch step.Outcome {
	case Added:
		step.Is, err = Invite(ctx, r, who, step.Is, send, now)
	case Changed:
		step.Is, err = Move(ctx, r, who, step.Is, now)
	}
	return step, err
}

// teamFor gives the team with the name, which is made where it is not there.
func teamFor(ctx context.Context, r Lists, who Person, name string, now time.Time) (Team, error) {
	if name == "" {
		return Team{}, nil
	}
	t, err := r.TeamByName(ctx, Folded(name))
	if fault.Is(err, fault.NotFound) {
		return AddTeam(ctx, r, who, name, now)
	}
	return t, err
}

// Taken notes that a list was taken whole.
func Taken(ctx context.Context, r interface {
	Append(ctx context.Context, e ledger.Entry) error
}, who Person, list string, t Tally, now time.Time) error {
	return r.Append(ctx, ledger.Entry{Time: now, Actor: who.ID, Kind: "people.imported", Subject: list, Data: map[string]string{
		"added": strconv.Itoa(t.Added), "changed": strconv.Itoa(t.Changed), "unchanged": strconv.Itoa(t.Unchanged), "refused": strconv.Itoa(len(t.Wrong))}})
}
