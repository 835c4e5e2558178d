package store

import (
	"context"
	"time"
)

// Attempt gives what is remembered of a browser that is on its way in, under the hashed token: nil where nothing is or it
// has expired.
func (tx *Tx) Attempt(ctx context.Context, token string, now time.Time) ([]byte, error) {
	all, err := many(ctx, tx, func(row scanner) ([]byte, error) {
		var data []byte
		return data, row.Scan(&data)
	}, `SELECT data FROM attempt WHERE token = $1 AND expires > $2`, token, micros(now))
	if err != nil || len(all) == 0 {
		return nil, err
	}
	return all[0], nil
}

// KeepAttempt remembers a browser that is on its way in.
func (tx *Tx) KeepAttempt(ctx context.Context, token string, data []byte, expires time.Time) error {
	return tx.exec(ctx, `INSERT INTO attempt (token, data, expires) VALUES ($1, $2, $3)
		ON CONFLICT (token) DO UPDATE SET data = excluded.data, expires = excluded.expires`, token, data, micros(expires))
}

// EndAttempt forgets an attempt.
func (tx *Tx) EndAttempt(ctx context.Context, token string) error {
	return tx.exec(ctx, `DELETE FROM attempt WHERE token = $1`, token)
}

// ForgetAttempts forgets what has run out: attempts, links, failures of more than a day ago, and browsers in which nobody
// has signed in for a year.
func (tx *Tx) ForgetAttempts(ctx context.Context, now time.Time) error {
	for _, old := range []struct {
		query string
		limit time.Time
	}{
		{`DELETE FROM attempt WHERE expires <= $1`, now},
		{`DELETE FROM invitation WHERE expires <= $1`, now},
		{`DELETE FROM tally WHERE last <= $1`, now.Add(-24 * time.Hour)},
		{`DELETE FROM device WHERE seen <= $1`, now.AddDate(-1, 0, 0)},
	} {
		if err := tx.exec(ctx, old.query, micros(old.limit)); err != nil {
			return err
		}
	}
	return nil
}
