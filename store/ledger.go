package store

import (
	"context"
	"crypto/rand"
	"fmt"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/tlog"

	"rostrum/fault"
	"rostrum/ledger"
)

// Append puts an entry at the end of the ledger. Whoever appends holds the end until the transaction ends, so entries
// stand in the order in which their changes were committed. A clock that jumps back does not make the ledger do so.
func (tx *Tx) Append(ctx context.Context, e ledger.Entry) error {
	var size, last int64
	err := tx.QueryRowContext(ctx, `UPDATE ledger_head SET size = size + 1 WHERE id = 1 RETURNING size, at`).Scan(&size, &last)
	if err != nil {
		return err
	}
	at := max(micros(e.Time), last)
	e.Time = fromMicros(at)
	sealed, err := ledger.Seal(size-1, e, rand.Reader)
	if err != nil {
		return err
	}
	if err := tx.exec(ctx, `UPDATE ledger_head SET at = $1 WHERE id = 1`, at); err != nil {
		return err
	}
	if err := tx.exec(ctx, `INSERT INTO ledger_entry (seq, at, actor, kind, subject, leaf, private) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
		sealed.Seq, at, e.Actor, e.Kind, e.Subject, sealed.Leaf, sealed.Private); err != nil {
		return err
	}
	hashes, err := ledger.Append(sealed.Seq, sealed.Leaf, tx.LedgerHashes(ctx))
	if err != nil {
		return err
	}
	first := tlog.StoredHashIndex(0, sealed.Seq)
	for i, h := range hashes {
		if err := tx.exec(ctx, `INSERT INTO ledger_hash (idx, hash) VALUES ($1, $2)`, first+int64(i), h[:]); err != nil {
			return err
		}
	}
	return nil
}

// LedgerHashes reads the hashes of the ledger's tree.
func (tx *Tx) LedgerHashes(ctx context.Context) tlog.HashReader {
	return tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		if len(indexes) == 0 {
			return nil, nil
		}
		args, places := make([]any, len(indexes)), make([]string, len(indexes))
		for i, n := range indexes {
			args[i], places[i] = n, fmt.Sprintf("$%d", i+1)
		}
		rows, err := tx.QueryContext(ctx, `SELECT idx, hash FROM ledger_hash WHERE idx IN (`+strings.Join(places, ", ")+`)`, args...)
		if err != nil {
			return nil, err
		}
		defer func() { _ = rows.Close() }()
		found := make(map[int64]tlog.Hash, len(indexes))
		for rows.Next() {
			var n int64
			var hash []byte
			if err := rows.Scan(&n, &hash); err != nil {
				return nil, err
			}
			found[n] = tlog.Hash(hash)
		}
		hashes := make([]tlog.Hash, len(indexes))
		for i, n := range indexes {
			hash, ok := found[n]
			if !ok {
				return nil, fmt.Errorf("the ledger lacks the hash %d", n)
			}
			hashes[i] = hash
		}
		return hashes, rows.Err()
	})
}

// LedgerHead tells how many entries there are and when the last was made.
func (tx *Tx) LedgerHead(ctx context.Context) (size int64, at time.Time, err error) {
	var last int64
	err = tx.QueryRowContext(ctx, `SELECT size, at FROM ledger_head WHERE id = 1`).Scan(&size, &last)
	return size, fromMicros(last), err
}

// LedgerEntry gives one entry.
func (tx *Tx) LedgerEntry(ctx context.Context, seq int64) (ledger.Sealed, error) {
	return one(ctx, tx, fault.New(fault.NotFound, "The ledger has no such entry.", "Tokio įrašo žurnale nėra."),
		scanSealed, `SELECT seq, leaf, private FROM ledger_entry WHERE seq = $1`, seq)
}

// LedgerFrom gives up to limit entries from the sequence number on, the oldest first.
func (tx *Tx) LedgerFrom(ctx context.Context, seq int64, limit int) ([]ledger.Sealed, error) {
	return many(ctx, tx, scanSealed, `SELECT seq, leaf, private FROM ledger_entry WHERE seq >= $1 ORDER BY seq LIMIT $2`, seq, limit)
}

func scanSealed(row scanner) (ledger.Sealed, error) {
	var s ledger.Sealed
	return s, row.Scan(&s.Seq, &s.Leaf, &s.Private)
}
