package store

import (
	"context"
	"time"

	"golang.org/x/mod/sumdb/tlog"

	"rostrum/fault"
	"rostrum/ledger"
)

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

// CheckpointOf gives the checkpoint of a size, or a fault NotFound.
func (tx *Tx) CheckpointOf(ctx context.Context, size int64) (Checkpoint, error) {
	return one(ctx, tx, fault.New(fault.NotFound, "There is no such checkpoint.", "Tokio kontrolinio taško nėra."),
		scanCheckpoint, `SELECT size, at, note FROM ledger_checkpoint WHERE size = $1`, size)
}

// CheckpointsBelow gives up to limit checkpoints of less than the size, the largest first.
func (tx *Tx) CheckpointsBelow(ctx context.Context, below int64, limit int) ([]Checkpoint, error) {
	return many(ctx, tx, scanCheckpoint, `SELECT size, at, note FROM ledger_checkpoint WHERE size < $1 ORDER BY size DESC LIMIT $2`, below, limit)
}

// SignCheckpoint signs how the ledger stands now, unless the last checkpoint says the same. An empty ledger has none:
// the zero Checkpoint.
func (tx *Tx) SignCheckpoint(ctx context.Context, signer string, now time.Time) (Checkpoint, error) {
	// Whoever signs holds the end, as whoever appends does: the time of the checkpoint binds what comes after it.
	var size, last int64
	if err := tx.QueryRowContext(ctx, `UPDATE ledger_head SET at = at WHERE id = 1 RETURNING size, at`).Scan(&size, &last); err != nil {
		return Checkpoint{}, err
	}
	if size == 0 {
		return Checkpoint{}, nil
	}
	if kept, err := tx.LastCheckpoint(ctx); err == nil && kept.Size == size {
		return kept, nil
	} else if err != nil && !fault.Is(err, fault.NotFound) {
		return Checkpoint{}, err
	}
	root, err := tlog.TreeHash(size, tx.LedgerHashes(ctx))
	if err != nil {
		return Checkpoint{}, err
	}
	c := Checkpoint{Size: size, At: fromMicros(max(micros(now), last))}
	if c.Note, err = ledger.SignCheckpoint(signer, size, root, c.At); err != nil {
		return Checkpoint{}, err
	}
	return c, tx.AddCheckpoint(ctx, c)
}

// Checkpoint signs how the ledger stands, if it has grown since the last time. Where it has not, nothing is written.
func (s *Store) Checkpoint(ctx context.Context, signer string, now time.Time) error {
	grown := false
	err := s.Read(ctx, func(tx *Tx) error {
		size, _, err := tx.LedgerHead(ctx)
		if err != nil || size == 0 {
			return err
		}
		last, err := tx.LastCheckpoint(ctx)
		grown = fault.Is(err, fault.NotFound) || last.Size < size
		if fault.Is(err, fault.NotFound) {
			return nil
		}
		return err
	})
	if err != nil || !grown {
		return err
	}
	return s.Write(ctx, func(tx *Tx) error {
		_, err := tx.SignCheckpoint(ctx, signer, now)
		return err
	})
}
