package store

import (
	"context"
	"time"

	"rostrum/staff"
)

// CheckpointReaders gives the active people who want the ledger's checkpoint by mail.
func (tx *Tx) CheckpointReaders(ctx context.Context) ([]staff.Person, error) {
	return many(ctx, tx, scanPerson, `SELECT `+personColumns+` FROM person
		WHERE id IN (SELECT person FROM checkpoint_reader) AND state = 'active' ORDER BY id`)
}

// ReadsCheckpoints tells whether somebody wants the ledger's checkpoint by mail.
func (tx *Tx) ReadsCheckpoints(ctx context.Context, person string) (reads bool, err error) {
	err = tx.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM checkpoint_reader WHERE person = $1)`, person).Scan(&reads)
	return reads, err
}

// SetCheckpointReader keeps whether somebody wants the ledger's checkpoint by mail, from now on.
func (tx *Tx) SetCheckpointReader(ctx context.Context, person string, wants bool, now time.Time) error {
	if !wants {
		return tx.exec(ctx, `DELETE FROM checkpoint_reader WHERE person = $1`, person)
	}
	return tx.exec(ctx, `INSERT INTO checkpoint_reader (person, since) VALUES ($1, $2) ON CONFLICT (person) DO NOTHING`, person, micros(now))
}
