package postgres

import (
	"context"
	"errors"

	"github.com/jackc/pgx/v5"
)

// begun is a connection on which database/sql has begun a transaction, in the shape that the job queue expects of one. Its
// end is database/sql's; what begins within it is a savepoint.
type begun struct{ *connection }

// connection has a name of its own, since a transaction must also have a method Conn.
type connection = pgx.Conn

var errNotOurs = errors.New("this transaction ends where it began")

// Begin sets a savepoint.
func (b begun) Begin(ctx context.Context) (pgx.Tx, error) {
	if _, err := b.Exec(ctx, "SAVEPOINT queue"); err != nil {
		return nil, err
	}
	return savepoint{b}, nil
}

// Commit refuses.
func (b begun) Commit(context.Context) error { return errNotOurs }

// Rollback refuses.
func (b begun) Rollback(context.Context) error { return errNotOurs }

// LargeObjects are not used.
func (b begun) LargeObjects() pgx.LargeObjects { return pgx.LargeObjects{} }

// Conn gives the connection.
func (b begun) Conn() *pgx.Conn { return b.connection }

type savepoint struct{ begun }

// Commit keeps what was done since the savepoint.
func (s savepoint) Commit(ctx context.Context) error {
	_, err := s.Exec(ctx, "RELEASE SAVEPOINT queue")
	return err
}

// Rollback undoes what was done since the savepoint.
func (s savepoint) Rollback(ctx context.Context) error {
	_, err := s.Exec(ctx, "ROLLBACK TO SAVEPOINT queue")
	return err
}
