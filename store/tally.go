package store

import (
	"context"

	"rostrum/staff/signin"
)

// Tally gives the failures counted under a name and holds them until the transaction ends, so that of many attempts at
// once none is lost.
func (tx *Tx) Tally(ctx context.Context, name string) (signin.Tally, error) {
	var t signin.Tally
	var last int64
	err := tx.QueryRowContext(ctx, `INSERT INTO tally (name, count, last) VALUES ($1, 0, 0)
		ON CONFLICT (name) DO UPDATE SET count = tally.count RETURNING count, last`, name).Scan(&t.Count, &last)
	t.Last = fromMicros(last)
	return t, err
}

// SetTally keeps the failures counted under a name.
func (tx *Tx) SetTally(ctx context.Context, name string, t signin.Tally) error {
	return tx.exec(ctx, `UPDATE tally SET count = $1, last = $2 WHERE name = $3`, t.Count, micros(t.Last), name)
}

// ForgetTally forgets the failures counted under a name.
func (tx *Tx) ForgetTally(ctx context.Context, name string) error {
	return tx.exec(ctx, `DELETE FROM tally WHERE name = $1`, name)
}
