package store

import "context"

// Figures are how much there is of everything, to be watched from outside.
type Figures struct {
	Entries, Unsigned int64          // of the ledger; those after the last checkpoint
	People            map[string]int // by state
	Jobs              map[string]int // by state
}

// Figures counts.
func (tx *Tx) Figures(ctx context.Context) (Figures, error) {
	var f Figures
	err := tx.QueryRowContext(ctx, `SELECT size, size - COALESCE((SELECT max(size) FROM ledger_checkpoint), 0) FROM ledger_head WHERE id = 1`).
		Scan(&f.Entries, &f.Unsigned)
	if err != nil {
		return f, err
	}
	if f.People, err = tx.countBy(ctx, `SELECT state, count(*) FROM person GROUP BY state`); err != nil {
		return f, err
	}
	f.Jobs, err = tx.countBy(ctx, `SELECT CAST(state AS TEXT), count(*) FROM river_job GROUP BY state`)
	return f, err
}

func (tx *Tx) countBy(ctx context.Context, query string) (map[string]int, error) {
	counts := map[string]int{}
	_, err := many(ctx, tx, func(row scanner) (string, error) {
		var name string
		var n int
		err := row.Scan(&name, &n)
		counts[name] = n
		return name, err
	}, query)
	return counts, err
}
