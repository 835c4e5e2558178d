package staff

import (
	"context"
	"time"

	"rostrum/ledger"
)

// HandbookPublic is the setting that lets anybody read the policy, such as partners: true or false.
const HandbookPublic = "handbook.public"

// HandbookSettings is what opening the handbook needs to keep.
type HandbookSettings interface {
	SetSetting(ctx context.Context, name string, value any) error
	Append(ctx context.Context, e ledger.Entry) error
}

// OpenHandbook lets anybody read the policy without signing in, or no longer.
func OpenHandbook(ctx context.Context, r HandbookSettings, who Person, open bool, now time.Time) error {
	if err := May(who, ChangeSettings); err != nil {
		return err
	}
	if err := r.SetSetting(ctx, HandbookPublic, open); err != nil {
		return err
	}
	kind := "handbook.closed"
	if open {
		kind = "handbook.opened"
	}
	return r.Append(ctx, ledger.Entry{Time: now, Actor: who.ID, Kind: kind, Subject: "handbook"})
}
