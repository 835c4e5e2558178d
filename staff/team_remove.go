package staff

import (
	"context"
	"time"

	"rostrum/ledger"
)

// RemoveTeam gives up a team in which nobody is any more.
func RemoveTeam(ctx context.Context, r interface {
	Team(ctx context.Context, id string) (Team, error)
	RemoveTeam(ctx context.Context, id string) error
	Append(ctx context.Context, e ledger.Entry) error
}, who Person, id string, now time.Time) error {
	if err := May(who, EditPeople); err != nil {
		return err
	}
	t, err := r.Team(ctx, id)
	if err != nil {
		return err
	}
	if err := r.RemoveTeam(ctx, id); err != nil {
		return err
	}
	return r.Append(ctx, ledger.Entry{Time: now, Actor: who.ID, Kind: "team.removed", Subject: t.ID, Data: map[string]string{"name": t.Name}})
}
