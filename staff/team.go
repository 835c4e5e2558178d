package staff

import (
	"context"
	"time"
	"unicode/utf8"

	"rostrum/fault"
	"rostrum/ledger"
)

// Teams is what adding and renaming teams needs to keep.
type Teams interface {
	Team(ctx context.Context, id string) (Team, error)
	// AddTeam keeps a new team; folded is its name as names are compared.
	AddTeam(ctx context.Context, t Team, folded string) error
	RenameTeam(ctx context.Context, t Team, folded string) error
	Append(ctx context.Context, e ledger.Entry) error
}

// AddTeam makes a team.
func AddTeam(ctx context.Context, r Teams, who Person, name string, now time.Time) (Team, error) {
	if err := May(who, EditPeople); err != nil {
		return Team{}, err
	}
	name, err := teamName(name)
	if err != nil {
		return Team{}, err
	}
	t := Team{ID: NewID(), Name: name}
	if err := r.AddTeam(ctx, t, Folded(name)); err != nil {
		return t, err
	}
	return t, r.Append(ctx, ledger.Entry{Time: now, Actor: who.ID, Kind: "team.added", Subject: t.ID,
		Data: map[string]string{"name": t.Name}})
}

// RenameTeam gives a team another name; its people stay in it.
func RenameTeam(ctx context.Context, r Teams, who Person, id, name string, now time.Time) (Team, error) {
	if err := May(who, EditPeople); err != nil {
		return Team{}, err
	}
	t, err := r.Team(ctx, id)
	if err != nil {
		return t, err
	}
	before := t.Name
	if t.Name, err = teamName(name); err != nil || t.Name == before {
		return t, err
	}
	if err := r.RenameTeam(ctx, t, Folded(t.Name)); err != nil {
		return t, err
	}
	return t, r.Append(ctx, ledger.Entry{Time: now, Actor: who.ID, Kind: "team.renamed", Subject: t.ID,
		Data: map[string]string{"name": t.Name, "before": before}})
}

func teamName(name string) (string, error) {
	name = spaced(name)
	if name == "" || utf8.RuneCountInString(name) > 100 || !printable(name) {
		return name, fault.Of("team", "Enter the team's name, up to 100 characters.", "Įveskite komandos pavadinimą, ne ilgesnį kaip 100 ženklų.")
	}
	return name, nil
}
