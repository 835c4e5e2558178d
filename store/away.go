package store

import (
	"context"
	"database/sql"
	"fmt"

	"rostrum/fault"
)

// away tells that the database itself failed in the middle of a transaction; every other error stays what it is.
func (s *Store) away(ctx context.Context, conn *sql.Conn, err error) error {
	if ctx.Err() != nil || fault.For(err).Code != fault.Broken || !s.db.Gone(conn, err) {
		return err
	}
	return unreachable(err)
}

// unsure tells that the database failed while it committed: nobody knows whether it did.
func (s *Store) unsure(ctx context.Context, conn *sql.Conn, err error) error {
	if ctx.Err() != nil || !s.db.Gone(conn, err) {
		return err
	}
	return fmt.Errorf("%w: %w", fault.New(fault.Unavailable,
		"The database went away while it was saving. Look whether your change is there before you make it again.",
		"Išsaugant dingo ryšys su duomenų baze. Prieš kartodami pažiūrėkite, ar jūsų pakeitimas neišsaugotas."), err)
}
