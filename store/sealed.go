package store

import (
	"context"
	"fmt"
)

// Sealed is a secret as it is kept, with the name of the place that it was sealed for.
type Sealed struct {
	Row   string // such as person/<id>/totp
	Bytes []byte
	table sealedTable
	id    string
}

// sealedTable is a table with a column of sealed bytes.
type sealedTable struct{ name, id, column, before, after string }

// sealedTables lists every place where secrets stay. What waits in the job queue is gone within minutes, and what a
// session keeps within hours.
func sealedTables() []sealedTable {
	return []sealedTable{
		{"credential", "person", "totp", "person/", "/totp"},
		{"receiver", "id", "sealed", "receiver/", ""},
		{"account_secret", "account", "sealed", "account/", "/secret"},
	}
}

// Sealed gives every secret that is kept.
func (tx *Tx) Sealed(ctx context.Context) ([]Sealed, error) {
	var all []Sealed
	for _, t := range sealedTables() {
		some, err := many(ctx, tx, func(row scanner) (Sealed, error) {
			s := Sealed{table: t}
			err := row.Scan(&s.id, &s.Bytes)
			s.Row = t.before + s.id + t.after
			return s, err
		}, fmt.Sprintf(`SELECT %s, %s FROM %s WHERE %s IS NOT NULL`, t.id, t.column, t.name, t.column))
		if err != nil {
			return nil, err
		}
		for _, s := range some {
			if len(s.Bytes) > 0 {
				all = append(all, s)
			}
		}
	}
	return all, nil
}

// Reseal keeps a secret that was sealed anew, unless another one took its place meanwhile.
func (tx *Tx) Reseal(ctx context.Context, s Sealed, anew []byte) error {
	return tx.exec(ctx, fmt.Sprintf(`UPDATE %s SET %s = $1 WHERE %s = $2 AND %s = $3`, s.table.name, s.table.column, s.table.id, s.table.column),
		anew, s.id, s.Bytes)
}
