package store

import (
	"context"

	"rostrum/ledger"
)

// PersonHistory gives up to limit entries of what was done to a person as a member of the company, the newest first:
// invited, changed, given roles, parted with. How often they signed in is not among them.
func (tx *Tx) PersonHistory(ctx context.Context, person string, limit int) ([]ledger.Sealed, error) {
	// The condition is that of the index ledger_entry_of_person, word for word.
	return many(ctx, tx, scanSealed, `SELECT seq, leaf, private FROM ledger_entry WHERE subject = $1
		AND (kind >= 'person.' AND kind < 'person/' OR kind >= 'role.' AND kind < 'role/' OR kind >= 'invitation.' AND kind < 'invitation/')
		ORDER BY seq DESC LIMIT $2`, person, limit)
}
