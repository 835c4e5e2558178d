package store

import (
	"context"
	"time"

	"rostrum/fault"
)

// AccountSecret gives the sealed secret of an account and its version, or a fault Conflict where there is none.
func (tx *Tx) AccountSecret(ctx context.Context, id string) (sealed []byte, version int64, err error) {
	type secret struct {
		sealed  []byte
		version int64
	}
	missing := fault.New(fault.Conflict, "This account is not connected. Connect it again.", "Ši paskyra neprijungta. Prijunkite ją iš naujo.")
	s, err := one(ctx, tx, missing, func(row scanner) (s secret, err error) { return s, row.Scan(&s.sealed, &s.version) },
		`SELECT sealed, version FROM account_secret WHERE account = $1 AND length(sealed) > 0`, id)
	return s.sealed, s.version, err
}

// KeepAccountSecret keeps a refreshed secret in the place of the one with the version, and ends the refresher's lease. It
// gives a fault Conflict where the secret is another by now: then what was refreshed is of no use any more.
func (tx *Tx) KeepAccountSecret(ctx context.Context, id string, sealed []byte, version int64) error {
	return tx.change(ctx, secretChanged(), `UPDATE account_secret SET sealed = $1, version = version + 1, lease = 0
		WHERE account = $2 AND version = $3 AND length(sealed) > 0`, sealed, id, version)
}

// SetAccountSecret keeps the secret of an account that somebody has just connected, whatever was there.
func (tx *Tx) SetAccountSecret(ctx context.Context, id string, sealed []byte) error {
	return tx.exec(ctx, `INSERT INTO account_secret (account, sealed, version, lease) VALUES ($1, $2, 1, 0)
		ON CONFLICT (account) DO UPDATE SET sealed = excluded.sealed, version = account_secret.version + 1, lease = 0`, id, sealed)
}

// ForgetAccountSecret forgets the secret of an account.
func (tx *Tx) ForgetAccountSecret(ctx context.Context, id string) error {
	return tx.SetAccountSecret(ctx, id, []byte{})
}

// LeaseAccountSecret lets one refresher at a time at the secret with the version, of all servers, until a moment. It is
// false where another has it, or the secret is another by now. The lease ends by itself, with [Tx.KeepAccountSecret] or with [Tx.EndAccountLease].
func (tx *Tx) LeaseAccountSecret(ctx context.Context, id string, version int64, now, until time.Time) (bool, error) {
	return tx.changed(ctx, `UPDATE account_secret SET lease = $1 WHERE account = $2 AND version = $3 AND lease <= $4 AND length(sealed) > 0`,
		micros(until), id, version, micros(now))
}

// EndAccountLease lets the next refresher at the secret with the version, after a refresh that brought nothing.
func (tx *Tx) EndAccountLease(ctx context.Context, id string, version int64) error {
	return tx.exec(ctx, `UPDATE account_secret SET lease = 0 WHERE account = $1 AND version = $2`, id, version)
}

// SameAccountSecret tells whether the secret is still the one with the version, and keeps it so until the transaction ends.
func (tx *Tx) SameAccountSecret(ctx context.Context, id string, version int64) (bool, error) {
	return tx.changed(ctx, `UPDATE account_secret SET version = version WHERE account = $1 AND version = $2 AND length(sealed) > 0`, id, version)
}

// changed runs a statement and tells whether it changed anything.
func (tx *Tx) changed(ctx context.Context, query string, args ...any) (bool, error) {
	result, err := tx.ExecContext(ctx, query, args...)
	if err != nil {
		return false, err
	}
	n, err := result.RowsAffected()
	return n > 0, err
}

func secretChanged() error {
	return fault.New(fault.Conflict, "The account was connected anew or disconnected meanwhile.",
		"Paskyra tuo metu buvo prijungta iš naujo arba atjungta.")
}
