package store

import (
	"context"
	"fmt"
	"strings"

	"rostrum/ledger"
)

// Recorded gives the ledger's entries of some kinds about a subject, the oldest first, or of all kinds where none is named.
func (tx *Tx) Recorded(ctx context.Context, subject string, kinds ...string) ([]ledger.Entry, error) {
	args, places := []any{subject}, make([]string, len(kinds))
	for i, kind := range kinds {
		args = append(args, kind)
		places[i] = fmt.Sprintf("$%d", len(args))
	}
	where := ""
	if len(kinds) > 0 {
		where = " AND kind || '' IN (" + strings.Join(places, ", ") + ")" // by the subject's index: it has fewer entries than a kind
	}
	return many(ctx, tx, func(row scanner) (ledger.Entry, error) {
		sealed, err := scanSealed(row)
		if err != nil {
			return ledger.Entry{}, err
		}
		e, _, _, err := ledger.Open(sealed.Leaf, sealed.Private)
		return e, err
	}, `SELECT seq, leaf, private FROM ledger_entry WHERE subject = $1`+where+` ORDER BY seq`, args...)
}
