package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"time"
)

// micros is how a moment is kept: microseconds since 1970 in UTC, and 0 for no moment.
func micros(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMicro()
}

func fromMicros(n int64) time.Time {
	if n == 0 {
		return time.Time{}
	}
	return time.UnixMicro(n).UTC()
}

// scanner is a row, alone or among others.
type scanner interface{ Scan(...any) error }

// many reads all rows of a query.
func many[T any](ctx context.Context, tx *Tx, scan func(scanner) (T, error), query string, args ...any) ([]T, error) {
	rows, err := tx.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	var all []T
	for rows.Next() {
		one, err := scan(rows)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, rows.Err()
}

// one reads the only row of a query; missing is the error where there is none.
func one[T any](ctx context.Context, tx *Tx, missing error, scan func(scanner) (T, error), query string, args ...any) (T, error) {
	got, err := scan(tx.QueryRowContext(ctx, query, args...))
	if errors.Is(err, sql.ErrNoRows) {
		return got, missing
	}
	return got, err
}

// change runs a statement that must change exactly one row; missing is the error where it changes none.
func (tx *Tx) change(ctx context.Context, missing error, query string, args ...any) error {
	result, err := tx.ExecContext(ctx, query, args...)
	if err != nil {
		return err
	}
	if n, err := result.RowsAffected(); err != nil || n == 0 {
		return errors.Join(err, missing)
	}
	return nil
}

// exec runs a statement.
func (tx *Tx) exec(ctx context.Context, query string, args ...any) error {
	_, err := tx.ExecContext(ctx, query, args...)
	return err
}

// inJSON is how lists and maps are kept.
func inJSON(v any) (string, error) {
	b, err := json.Marshal(v)
	return string(b), err
}

func fromJSON(s string, into any) error {
	if s == "" {
		return nil
	}
	return json.Unmarshal([]byte(s), into)
}

// count reads one number.
func (tx *Tx) count(ctx context.Context, query string, args ...any) (int, error) {
	var n int
	err := tx.QueryRowContext(ctx, query, args...).Scan(&n)
	return n, err
}
