package store

import (
	"context"
	"fmt"

	"golang.org/x/mod/sumdb/tlog"

	"rostrum/ledger"
)

// CheckLedger reads the whole ledger as the database has it and holds every part against the others: each leaf and what
// is private beside it, the columns that pages search by, the hashes of the tree, and the checkpoints, whose signatures
// count where a verifier is given. It gives the number of entries; what is wrong is told as *ledger.Broken. The ledger may
// grow meanwhile.
func (s *Store) CheckLedger(ctx context.Context, verifier string, progress func(done int64)) (int64, error) {
	c := ledgerCheck{verifier: verifier, progress: progress}
	err := c.all(ctx, func(batch func(*Tx) error) error { return s.Read(ctx, batch) })
	return c.next, err
}

// CheckLedger is the same within a transaction, which sees its own changes.
func (tx *Tx) CheckLedger(ctx context.Context, verifier string) (int64, error) {
	c := ledgerCheck{verifier: verifier}
	err := c.all(ctx, func(batch func(*Tx) error) error { return batch(tx) })
	return c.next, err
}

// ledgerCheck is how far the check has come: the roots of the complete subtrees, the smallest last.
type ledgerCheck struct {
	verifier string
	progress func(done int64)
	next     int64
	index    int64
	roots    []tlog.Hash
}

// row is an entry with the columns that pages search by.
type row struct {
	ledger.Sealed
	at                   int64
	actor, kind, subject string
}

// all reads batch after batch, each in a transaction that read gives.
func (c *ledgerCheck) all(ctx context.Context, read func(func(*Tx) error) error) error {
	var size int64
	err := read(func(tx *Tx) (err error) {
		size, _, err = tx.LedgerHead(ctx)
		return err
	})
	for err == nil && c.next < size {
		before := c.next
		if err = read(func(tx *Tx) error { return c.batch(ctx, tx, size) }); err == nil && c.next == before {
			err = ledgerGap(c.next)
		}
		if c.progress != nil {
			c.progress(c.next)
		}
	}
	return err
}

func (c *ledgerCheck) batch(ctx context.Context, tx *Tx, size int64) error {
	limit := min(exportBatch, size-c.next)
	rows, err := many(ctx, tx, func(s scanner) (row, error) {
		var r row
		return r, s.Scan(&r.Seq, &r.Leaf, &r.Private, &r.at, &r.actor, &r.kind, &r.subject)
	}, `SELECT seq, leaf, private, at, actor, kind, subject FROM ledger_entry WHERE seq >= $1 ORDER BY seq LIMIT $2`, c.next, limit)
	if err != nil {
		return err
	}
	hashes, err := many(ctx, tx, func(s scanner) (tlog.Hash, error) {
		var b []byte
		if err := s.Scan(&b); err != nil || len(b) != tlog.HashSize {
			return tlog.Hash{}, err
		}
		return tlog.Hash(b), nil
	}, `SELECT hash FROM ledger_hash WHERE idx >= $1 AND idx < $2 ORDER BY idx`, c.index, tlog.StoredHashCount(c.next+int64(len(rows))))
	if err != nil {
		return err
	}
	notes, err := tx.Checkpoints(ctx, c.next, exportBatch)
	if err != nil {
		return err
	}
	for _, r := range rows {
		if hashes, err = c.entry(r, hashes); err != nil {
			return err
		}
		if len(notes) > 0 && notes[0].Size == c.next {
			if err := c.checkpoint(notes[0]); err != nil {
				return err
			}
			notes = notes[1:]
		}
	}
	return nil
}

// entry holds one row against its leaf and against its hashes, the first of those given, and gives the rest of them.
func (c *ledgerCheck) entry(r row, hashes []tlog.Hash) ([]tlog.Hash, error) {
	e, _, seq, err := ledger.Open(r.Leaf, r.Private)
	if err != nil {
		return nil, err
	}
	if r.Seq != c.next || seq != c.next {
		return nil, ledgerGap(c.next)
	}
	if micros(e.Time) != r.at || e.Actor != r.actor || e.Kind != r.kind || e.Subject != r.subject {
		return nil, damaged(c.next, "what pages search by is not what the entry says", "ieškos laukai neatitinka įrašo")
	}
	h := tlog.RecordHash(r.Leaf)
	for n := seq; ; n >>= 1 {
		if len(hashes) == 0 || hashes[0] != h {
			return nil, damaged(c.next, "its hash in the tree is not the entry's", "maiša medyje nėra šio įrašo maiša")
		}
		hashes = hashes[1:]
		c.index++
		if n&1 == 0 {
			c.roots = append(c.roots, h)
			break
		}
		last := len(c.roots) - 1
		h = tlog.NodeHash(c.roots[last], h)
		c.roots = c.roots[:last]
	}
	c.next++
	return hashes, nil
}

func (c *ledgerCheck) checkpoint(kept Checkpoint) error {
	if c.verifier == "" {
		return nil
	}
	signed, err := ledger.OpenCheckpoint(c.verifier, kept.Note)
	if err != nil {
		return damaged(c.next-1, "the checkpoint after it is not signed with this server's key", "po jo esantis kontrolinis taškas pasirašytas ne šio serverio raktu")
	}
	root := c.roots[len(c.roots)-1]
	for i := len(c.roots) - 2; i >= 0; i-- {
		root = tlog.NodeHash(c.roots[i], root)
	}
	if signed.Size != c.next || signed.Root != root {
		return damaged(c.next-1, "it is not the entry that the checkpoint after it signed", "tai ne tas įrašas, kurį patvirtino po jo esantis kontrolinis taškas")
	}
	return nil
}

func ledgerGap(seq int64) error {
	return &ledger.Broken{Seq: seq, EN: fmt.Sprintf("Entry %d is missing from the database.", seq),
		LT: fmt.Sprintf("Duomenų bazėje trūksta žurnalo įrašo Nr. %d.", seq)}
}

func damaged(seq int64, en, lt string) error {
	return &ledger.Broken{Seq: seq, EN: fmt.Sprintf("Entry %d was changed in the database: %s.", seq, en),
		LT: fmt.Sprintf("Žurnalo įrašas Nr. %d duomenų bazėje pakeistas: %s.", seq, lt)}
}
