package store

import (
	"context"
	"time"
)

// Answer is what a program was told when it changed something under an idempotency key.
type Answer struct {
	Token   string // the id of the API token
	Key     string // hashed
	Request string // the digest of what was asked
	Answer  []byte
	Expires time.Time
}

// ClaimAnswer takes the key for this transaction. Where it was taken before and has not expired, claimed is false and kept
// is the answer of then; a transaction that is just claiming it is waited for.
func (tx *Tx) ClaimAnswer(ctx context.Context, a Answer, now time.Time) (kept Answer, claimed bool, err error) {
	if err := tx.exec(ctx, `DELETE FROM api_answer WHERE expires <= $1`, micros(now)); err != nil {
		return kept, false, err
	}
	result, err := tx.ExecContext(ctx, `INSERT INTO api_answer (token, name, request, answer, expires) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (token, name) DO NOTHING`, a.Token, a.Key, a.Request, []byte{}, micros(a.Expires))
	if err != nil {
		return kept, false, err
	}
	if n, err := result.RowsAffected(); err != nil || n == 1 {
		return a, true, err
	}
	var expires int64
	err = tx.QueryRowContext(ctx, `SELECT token, name, request, answer, expires FROM api_answer WHERE token = $1 AND name = $2`,
		a.Token, a.Key).Scan(&kept.Token, &kept.Key, &kept.Request, &kept.Answer, &expires)
	kept.Expires = fromMicros(expires)
	return kept, false, err
}

// KeepAnswer keeps what was answered under a claimed key.
func (tx *Tx) KeepAnswer(ctx context.Context, a Answer) error {
	return tx.exec(ctx, `UPDATE api_answer SET answer = $1 WHERE token = $2 AND name = $3`, a.Answer, a.Token, a.Key)
}
