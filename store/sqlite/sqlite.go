// Package sqlite owns what is special about SQLite: one writer, many readers, write-ahead log, and every commit on the
// disk before it is acknowledged; what was deleted or erased is overwritten. It refuses to know what is kept.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"runtime"

	"github.com/pressly/goose/v3"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riversqlite"
	"github.com/riverqueue/river/rivermigrate"
	driver "modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"rostrum/store/migrations"
)

// Engine is an open file.
type Engine struct {
	path           string
	reader, writer *sql.DB
	queue          *river.Client[*sql.Tx]
}

// Open opens a file, made if it is not there. Only one process may write to it.
func Open(ctx context.Context, path string) (*Engine, error) {
	writer, err := sql.Open("sqlite", address(path, "_txlock=immediate", "_pragma=synchronous(FULL)", "_pragma=secure_delete(1)"))
	if err != nil {
		return nil, err
	}
	writer.SetMaxOpenConns(1)
	if err := writer.PingContext(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("open %s: %w", path, err), writer.Close())
	}
	reader, err := sql.Open("sqlite", address(path, "_pragma=query_only(1)"))
	if err != nil {
		return nil, errors.Join(err, writer.Close())
	}
	reader.SetMaxOpenConns(2 * max(2, runtime.NumCPU()))
	reader.SetMaxIdleConns(2 * max(2, runtime.NumCPU()))
	queue, err := river.NewClient(riversqlite.New(writer), &river.Config{})
	if err != nil {
		return nil, errors.Join(err, writer.Close(), reader.Close())
	}
	return &Engine{path: path, reader: reader, writer: writer, queue: queue}, nil
}

func address(path string, more ...string) string {
	query := "?_pragma=journal_mode(WAL)&_pragma=busy_timeout(10000)&_pragma=foreign_keys(1)&_pragma=cache_size(-8000)&_pragma=mmap_size(268435456)"
	for _, m := range more {
		query += "&" + m
	}
	return "file:" + (&url.URL{Path: path}).EscapedPath() + query
}

// Reader gives the pool of those who only read.
func (e *Engine) Reader() *sql.DB { return e.reader }

// Writer gives the one connection that writes.
func (e *Engine) Writer() *sql.DB { return e.writer }

// Name is "sqlite".
func (e *Engine) Name() string { return "sqlite" }

// Path names the file.
func (e *Engine) Path() string { return e.path }

// Migrate brings the tables to today's shape. The one writing connection is the lock within the process; between
// processes it is SQLite's own.
func (e *Engine) Migrate(ctx context.Context) error {
	steps, err := goose.NewProvider(goose.DialectSQLite3, e.writer, migrations.Files)
	if err != nil {
		return err
	}
	if _, err := steps.Up(ctx); err != nil {
		return err
	}
	queue, err := rivermigrate.New(riversqlite.New(e.writer), nil)
	if err != nil {
		return err
	}
	_, err = queue.Migrate(ctx, rivermigrate.DirectionUp, nil)
	return err
}

// Insert puts a job into the transaction.
func (e *Engine) Insert(ctx context.Context, _ *sql.Conn, tx *sql.Tx, args river.JobArgs, opts *river.InsertOpts) error {
	_, err := e.queue.InsertTx(ctx, tx, args, opts)
	return err
}

// Again tells that the file was busy.
func (e *Engine) Again(err error) bool {
	code, ok := code(err)
	return ok && (code&0xff == sqlite3.SQLITE_BUSY || code&0xff == sqlite3.SQLITE_LOCKED)
}

// Duplicate tells that a key is taken.
func (e *Engine) Duplicate(err error) bool {
	code, ok := code(err)
	return ok && (code == sqlite3.SQLITE_CONSTRAINT_UNIQUE || code == sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY)
}

func code(err error) (int, bool) {
	e, ok := errors.AsType[*driver.Error](err)
	if !ok {
		return 0, false
	}
	return e.Code(), true
}

// Size is the bytes of the file and of its log.
func (e *Engine) Size(context.Context) (int64, error) {
	file, err := os.Stat(e.path)
	if err != nil {
		return 0, err
	}
	size := file.Size()
	if log, err := os.Stat(e.path + "-wal"); err == nil {
		size += log.Size()
	}
	return size, nil
}

// Close closes the file.
func (e *Engine) Close() error { return errors.Join(e.reader.Close(), e.writer.Close()) }
