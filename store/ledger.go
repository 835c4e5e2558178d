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

// LedgerFilter narrows entries down; empty fields do not.
type LedgerFilter struct {
	Kind, Actor, Subject string
	From, To             time.Time
}

// LedgerEntries gives up to limit entries below the sequence number, the newest first.
func (tx *Tx) LedgerEntries(ctx context.Context, f LedgerFilter, below int64, limit int) ([]ledger.Sealed, error) {
	where, args := []string{"seq < $1"}, []any{below}
	add := func(condition string, value any) {
		args = append(args, value)
		where = append(where, fmt.Sprintf(condition, len(args)))
	}
	if f.Kind != "" {
		add("kind = $%d", f.Kind)
	}
	if f.Actor != "" {
		add("actor = $%d", f.Actor)
	}
	if f.Subject != "" {
		add("subject = $%d", f.Subject)
	}
	if !f.From.IsZero() {
		add("at >= $%d", micros(f.From))
	}
	if !f.To.IsZero() {
		add("at < $%d", micros(f.To))
	}
	args = append(args, limit)
	return many(ctx, tx, scanSealed, `SELECT seq, leaf, private FROM ledger_entry WHERE `+strings.Join(where, " AND ")+
		fmt.Sprintf(" ORDER BY seq DESC LIMIT $%d", len(args)), args...)
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

// LedgerKinds lists the kinds of entries that there are.
func (tx *Tx) LedgerKinds(ctx context.Context) ([]string, error) {
	return many(ctx, tx, func(row scanner) (string, error) {
		var kind string
		return kind, row.Scan(&kind)
	}, `SELECT DISTINCT kind FROM ledger_entry ORDER BY kind`)
}

// Checkpoint is a signed statement of the ledger's size and root.
type Checkpoint struct {
	Size int64
	At   time.Time
	Note string
}

// AddCheckpoint keeps a checkpoint; there is one a size. No later entry is dated before it.
func (tx *Tx) AddCheckpoint(ctx context.Context, c Checkpoint) error {
	if err := tx.exec(ctx, `UPDATE ledger_head SET at = $1 WHERE id = 1 AND at < $1`, micros(c.At)); err != nil {
		return err
	}
	return tx.exec(ctx, `INSERT INTO ledger_checkpoint (size, at, note) VALUES ($1, $2, $3) ON CONFLICT (size) DO NOTHING`,
		c.Size, micros(c.At), c.Note)
}

// Checkpoints gives up to limit checkpoints of more than the size, the smallest first.
func (tx *Tx) Checkpoints(ctx context.Context, above int64, limit int) ([]Checkpoint, error) {
	return many(ctx, tx, scanCheckpoint, `SELECT size, at, note FROM ledger_checkpoint WHERE size > $1 ORDER BY size LIMIT $2`, above, limit)
}

// LastCheckpoint gives the newest checkpoint, or a fault NotFound.
func (tx *Tx) LastCheckpoint(ctx context.Context) (Checkpoint, error) {
	return one(ctx, tx, fault.New(fault.NotFound, "There is no checkpoint yet.", "Kontrolinio taško dar nėra."),
		scanCheckpoint, `SELECT size, at, note FROM ledger_checkpoint ORDER BY size DESC LIMIT 1`)
}

func scanCheckpoint(row scanner) (Checkpoint, error) {
	var c Checkpoint
	var at int64
	err := row.Scan(&c.Size, &at, &c.Note)
	c.At = fromMicros(at)
	return c, err
}
