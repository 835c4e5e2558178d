package receiver

import (
	"context"
	"time"

	"rostrum/ledger"
	"rostrum/staff"
)

// Readers is what those who want the ledger's checkpoint by mail are kept in.
type Readers interface {
	ReadsCheckpoints(ctx context.Context, person string) (bool, error)
	SetCheckpointReader(ctx context.Context, person string, wants bool, now time.Time) error
	Append(ctx context.Context, e ledger.Entry) error
}

// AskForCheckpoints has somebody who may read the ledger sent its checkpoint by mail once a day, or no longer. Nobody
// asks for others: the letter goes to the address that they sign in with.
func AskForCheckpoints(ctx context.Context, r Readers, who staff.Person, wants bool, now time.Time) error {
	if err := staff.May(who, staff.SeeLedger); err != nil {
		return err
	}
	before, err := r.ReadsCheckpoints(ctx, who.ID)
	if err != nil || before == wants {
		return err
	}
	if err := r.SetCheckpointReader(ctx, who.ID, wants, now); err != nil {
		return err
	}
	kind := "ledger.reader_removed"
	if wants {
		kind = "ledger.reader_added"
	}
	return r.Append(ctx, ledger.Entry{Time: now, Actor: who.ID, Kind: kind, Subject: who.ID})
}
