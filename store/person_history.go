package store

import (
	"context"

	"rostrum/ledger"
)

// PersonHistory gives up to limit entries of what was done to a person as a member of the company, the newest first:
// invited, changed, given roles, parted with. How often they signed in is not among them.
func (tx *Tx) PersonHistory(ctx context.Context, person string, limit int) ([]ledger.Sealed, error) {
	// The kind is concatenated so that the index by subject is used, of which a person has few, and not the one by kind.
	return many(ctx, tx, scanSealed, `SELECT seq, leaf, private FROM ledger_entry WHERE subject = $1
		AND (kind || '' LIKE 'person.%' OR kind || '' LIKE 'role.%' OR kind || '' LIKE 'invitation.%') ORDER BY seq DESC LIMIT $2`, person, limit)
}
