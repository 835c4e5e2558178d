package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"rostrum/ledger"
)

// LedgerFilter narrows entries down; empty fields do not.
type LedgerFilter struct {
	Kind, Actor, Subject string
	Person               string    // who did it or to whom it was done; in place of Actor and Subject
	From, To             time.Time // from the one, before the other
}

// LedgerEntries gives up to limit entries below the sequence number, the newest first.
func (tx *Tx) LedgerEntries(ctx context.Context, f LedgerFilter, below int64, limit int) ([]ledger.Sealed, error) {
	from := int64(0)
	var err error
	// Entries stand in the order of their times, so a time is a place, and every other index is in the order of places.
	if !f.From.IsZero() {
		if from, err = tx.firstAt(ctx, f.From); err != nil {
			return nil, err
		}
	}
	if !f.To.IsZero() {
		end, err := tx.firstAt(ctx, f.To)
		if err != nil {
			return nil, err
		}
		below = min(below, end)
	}
	if f.Person == "" {
		return tx.ledgerEntries(ctx, f, from, below, limit)
	}
	did, err := tx.ledgerEntries(ctx, LedgerFilter{Kind: f.Kind, Actor: f.Person}, from, below, limit)
	if err != nil {
		return nil, err
	}
	done, err := tx.ledgerEntries(ctx, LedgerFilter{Kind: f.Kind, Subject: f.Person}, from, below, limit)
	if err != nil {
		return nil, err
	}
	both := append(did, done...)
	slices.SortFunc(both, func(a, b ledger.Sealed) int { return cmp.Compare(b.Seq, a.Seq) })
	both = slices.CompactFunc(both, func(a, b ledger.Sealed) bool { return a.Seq == b.Seq })
	return both[:min(limit, len(both))], nil
}

func (tx *Tx) ledgerEntries(ctx context.Context, f LedgerFilter, from, below int64, limit int) ([]ledger.Sealed, error) {
	where, args := []string{"seq >= $1", "seq < $2"}, []any{from, below}
	kind := "kind"
	if f.Actor != "" || f.Subject != "" {
		kind = "kind || ''" // one person has fewer entries than most kinds have, so the person's index is the one to use
	}
	for _, field := range []struct{ column, value string }{{kind, f.Kind}, {"actor", f.Actor}, {"subject", f.Subject}} {
		if field.value != "" {
			args = append(args, field.value)
			where = append(where, fmt.Sprintf("%s = $%d", field.column, len(args)))
		}
	}
	args = append(args, limit)
	return many(ctx, tx, scanSealed, `SELECT seq, leaf, private FROM ledger_entry WHERE `+strings.Join(where, " AND ")+
		fmt.Sprintf(" ORDER BY seq DESC LIMIT $%d", len(args)), args...)
}

// firstAt gives the place of the first entry at or after the time, or the end of the ledger.
func (tx *Tx) firstAt(ctx context.Context, at time.Time) (int64, error) {
	var seq int64
	err := tx.QueryRowContext(ctx, `SELECT COALESCE((SELECT seq FROM ledger_entry WHERE at >= $1 ORDER BY at, seq LIMIT 1),
		(SELECT size FROM ledger_head WHERE id = 1))`, micros(at)).Scan(&seq)
	return seq, err
}

// LedgerKinds lists the kinds of entries that there are. It steps from one to the next along the index, since there are
// few kinds and many entries.
func (tx *Tx) LedgerKinds(ctx context.Context) ([]string, error) {
	return many(ctx, tx, func(row scanner) (string, error) {
		var kind string
		return kind, row.Scan(&kind)
	}, `WITH RECURSIVE step (kind) AS (
			SELECT min(kind) FROM ledger_entry
			UNION ALL
			SELECT (SELECT min(kind) FROM ledger_entry WHERE kind > step.kind) FROM step WHERE step.kind IS NOT NULL
		) SELECT kind FROM step WHERE kind IS NOT NULL ORDER BY kind`)
}
