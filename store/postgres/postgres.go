// Package postgres owns what is special about PostgreSQL: the pool, the migration lock and the job queue's own driver. It
// refuses to know what is kept.
package postgres

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/rivermigrate"

	"rostrum/store/migrations"
)

// Engine is a pool of connections.
type Engine struct {
	pool  *pgxpool.Pool
	db    *sql.DB
	queue *river.Client[pgx.Tx]
}

// Open connects to the database that the address names.
func Open(ctx context.Context, address string) (*Engine, error) {
	config, err := poolConfig(address)
	if err != nil {
		return nil, errors.New("the address of the database cannot be read")
	}
	pool, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return nil, fmt.Errorf("connect: %w", err)
	}
	if err := pool.Ping(ctx); err != nil {
		pool.Close()
		return nil, fmt.Errorf("connect: %w", err)
	}
	queue, err := river.NewClient(riverpgxv5.New(pool), &river.Config{})
	if err != nil {
		pool.Close()
		return nil, err
	}
	return &Engine{pool: pool, db: stdlib.OpenDBFromPool(pool), queue: queue}, nil
}

// connections is how many the pool opens at most; the queue takes some, and a page must not wait for the rest.
const connections = 16

// poolConfig reads the address. What it says itself stands. Otherwise the planner is told what holds for the disks of
// today, where a page by index costs hardly more than one in passing, and not to compile queries that take a millisecond.
func poolConfig(address string) (*pgxpool.Config, error) {
	config, err := pgxpool.ParseConfig(address)
	if err != nil {
		return nil, err
	}
	for name, value := range map[string]string{"random_page_cost": "1.1", "jit": "off"} {
		if _, said := config.ConnConfig.RuntimeParams[name]; !said {
			config.ConnConfig.RuntimeParams[name] = value
		}
	}
	if !strings.Contains(address, "pool_max_conns") {
		config.MaxConns = connections
	}
	return config, nil
}

// Reader gives the pool.
func (e *Engine) Reader() *sql.DB { return e.db }

// Writer gives the same pool.
func (e *Engine) Writer() *sql.DB { return e.db }

// Pool gives the pool in the driver's own terms, for the job queue.
func (e *Engine) Pool() *pgxpool.Pool { return e.pool }

// Name is "postgres".
func (e *Engine) Name() string { return "postgres" }

// Migrate brings the tables to today's shape; servers that start together wait for the first.
func (e *Engine) Migrate(ctx context.Context) error {
	locker, err := lock.NewPostgresSessionLocker()
	if err != nil {
		return err
	}
	steps, err := goose.NewProvider(goose.DialectPostgres, e.db, migrations.Files, goose.WithSessionLocker(locker))
	if err != nil {
		return err
	}
	if _, err := steps.Up(ctx); err != nil {
		return err
	}
	queue, err := rivermigrate.New(riverpgxv5.New(e.pool), nil)
	if err != nil {
		return err
	}
	_, err = queue.Migrate(ctx, rivermigrate.DirectionUp, nil)
	return err
}

// Insert puts a job into the transaction.
func (e *Engine) Insert(ctx context.Context, conn *sql.Conn, _ *sql.Tx, args river.JobArgs, opts *river.InsertOpts) error {
	return conn.Raw(func(c any) error {
		_, err := e.queue.InsertTx(ctx, begun{c.(*stdlib.Conn).Conn()}, args, opts)
		return err
	})
}

// Again tells that the transaction lost against another one: a serialisation failure or a deadlock.
func (e *Engine) Again(err error) bool { return state(err) == "40001" || state(err) == "40P01" }

// Duplicate tells that a key is taken.
func (e *Engine) Duplicate(err error) bool { return state(err) == "23505" }

func state(err error) string {
	if e, ok := errors.AsType[*pgconn.PgError](err); ok {
		return e.Code
	}
	return ""
}

// Size is the bytes of the database.
func (e *Engine) Size(ctx context.Context) (int64, error) {
	var n int64
	err := e.db.QueryRowContext(ctx, `SELECT pg_database_size(current_database())`).Scan(&n)
	return n, err
}

// Close closes all connections.
func (e *Engine) Close() error {
	err := e.db.Close()
	e.pool.Close()
	return err
}
