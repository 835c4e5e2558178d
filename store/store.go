// Package store owns what is kept: queries and transactions, one file a concept, on SQLite or PostgreSQL. A [Tx] satisfies
// the small interfaces that the domain packages declare. It refuses to decide anything: permissions and rules are the
// domain's, and whoever calls [Store.Write] commits a change, its ledger entry and its jobs together or not at all.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/riverqueue/river"

	"rostrum/fault"
	"rostrum/store/postgres"
	"rostrum/store/sqlite"
)

// Store is an open database.
type Store struct {
	db engine
}

// engine is what differs between the two databases.
type engine interface {
	// Reader and Writer may be the same pool. A reader's transaction sees one moment and changes nothing.
	Reader() *sql.DB
	Writer() *sql.DB
	// Migrate brings the tables to today's shape under a lock.
	Migrate(ctx context.Context) error
	// Insert puts a job into the caller's transaction.
	Insert(ctx context.Context, conn *sql.Conn, tx *sql.Tx, args river.JobArgs, opts *river.InsertOpts) error
	// Again tells that a transaction lost against another one and may simply be tried again.
	Again(err error) bool
	// Gone tells that the database itself failed, not what was asked of it.
	Gone(conn *sql.Conn, err error) bool
	// Duplicate tells that a row with the same key is there already.
	Duplicate(err error) bool
	// Size is how many bytes the database takes.
	Size(ctx context.Context) (int64, error)
	// Name is "sqlite" or "postgres".
	Name() string
	Close() error
}

// Open opens a database and brings its tables up to date. The url is "sqlite:PATH" or "postgres://…".
func Open(ctx context.Context, url string) (*Store, error) {
	s, err := Connect(ctx, url)
	if err != nil {
		return nil, err
	}
	if err := s.db.Migrate(ctx); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// Connect opens a database as it is.
func Connect(ctx context.Context, url string) (*Store, error) {
	if path, ok := strings.CutPrefix(url, "sqlite:"); ok {
		e, err := sqlite.Open(ctx, path)
		if err != nil {
			return nil, unreachable(err)
		}
		return &Store{db: e}, nil
	}
	if strings.HasPrefix(url, "postgres://") || strings.HasPrefix(url, "postgresql://") {
		e, err := postgres.Open(ctx, url)
		if err != nil {
			return nil, unreachable(err)
		}
		return &Store{db: e}, nil
	}
	return nil, fault.New(fault.Invalid,
		"The database must be given as sqlite:PATH or postgres://USER@HOST/NAME.",
		"Duomenų bazė nurodoma kaip sqlite:KELIAS arba postgres://NAUDOTOJAS@SERVERIS/PAVADINIMAS.")
}

// Close closes the database.
func (s *Store) Close() error { return s.db.Close() }

// Engine names the database: "sqlite" or "postgres".
func (s *Store) Engine() string { return s.db.Name() }

// DB gives the pool to parts that bring queries of their own on the same database: the job queue and its tests.
func (s *Store) DB() *sql.DB { return s.db.Writer() }

// Native gives the database's own package's type, for the job queue, which needs the driver that fits.
func (s *Store) Native() any { return s.db }

// Size is how many bytes the database takes.
func (s *Store) Size(ctx context.Context) (int64, error) { return s.db.Size(ctx) }

// Ping tells whether the database answers.
func (s *Store) Ping(ctx context.Context) error {
	if err := s.db.Reader().PingContext(ctx); err != nil {
		return unreachable(err)
	}
	return nil
}

// Tx is a transaction.
type Tx struct {
	*sql.Tx
	conn *sql.Conn
	db   engine
}

// Read runs f in a transaction that sees one moment of the database and changes nothing.
func (s *Store) Read(ctx context.Context, f func(*Tx) error) error {
	var opts *sql.TxOptions // SQLite's reading transactions see one moment by themselves
	if s.db.Name() == "postgres" {
		opts = &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true}
	}
	return s.run(ctx, s.db.Reader(), opts, f)
}

// Write runs f in a transaction and commits it. Where it lost against another transaction f runs again, so f must not
// keep anything from an earlier try.
func (s *Store) Write(ctx context.Context, f func(*Tx) error) error {
	for try := 1; ; try++ {
		err := s.run(ctx, s.db.Writer(), nil, f)
		if err == nil || try == 8 || !s.db.Again(err) {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Duration(try) * 5 * time.Millisecond):
		}
	}
}

func (s *Store) run(ctx context.Context, pool *sql.DB, opts *sql.TxOptions, f func(*Tx) error) (err error) {
	conn, err := pool.Conn(ctx)
	if err != nil {
		return unreachable(err)
	}
	defer func() { _ = conn.Close() }()
	tx, err := conn.BeginTx(ctx, opts)
	if err != nil {
		return unreachable(err)
	}
	defer func() { _ = tx.Rollback() }()
	refusal := f(&Tx{Tx: tx, conn: conn, db: s.db})
	if refusal != nil && !onRecord(refusal) {
		return s.away(ctx, conn, refusal)
	}
	if err := tx.Commit(); err != nil {
		return s.unsure(ctx, conn, err)
	}
	return refusal
}

// onRecord tells that f refused and wrote that down, and nothing else: its entry is committed, and the refusal told.
func onRecord(err error) bool {
	r, ok := errors.AsType[interface {
		error
		OnRecord() bool
	}](err)
	return ok && r.OnRecord()
}

// Enqueue puts a job into the transaction, to be worked on after it commits and not before at.
func (tx *Tx) Enqueue(ctx context.Context, args river.JobArgs, at time.Time) error {
	return tx.db.Insert(ctx, tx.conn, tx.Tx, args, &river.InsertOpts{ScheduledAt: at})
}

func unreachable(err error) error {
	return fmt.Errorf("%w: %w", fault.New(fault.Unavailable,
		"The database does not answer. Nothing was changed; try again in a moment.",
		"Duomenų bazė neatsako. Niekas nepakeista; po akimirkos bandykite dar kartą."), err)
}

// duplicate turns the database's word for "this key is taken" into the fault, and leaves other errors as they are.
func (tx *Tx) duplicate(err error, f *fault.Fault) error {
	if err != nil && tx.db.Duplicate(err) {
		return f
	}
	return err
}
