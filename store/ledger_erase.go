package store

import (
	"context"
	"maps"
	"math"
	"slices"

	"rostrum/ledger"
)

// ErasePrivate erases from the ledger what is private in the entries about a person, and the network address and device of
// those in which they acted on something else: whom such an entry names is somebody other. Leaves stay as they are.
func (tx *Tx) ErasePrivate(ctx context.Context, person string) (entries, values int, err error) {
	for below := int64(math.MaxInt64); ; {
		batch, err := tx.LedgerEntries(ctx, LedgerFilter{Person: person}, below, exportBatch)
		if err != nil || len(batch) == 0 {
			return entries, values, err
		}
		for _, sealed := range batch {
			below = sealed.Seq
			n, err := tx.erase(ctx, sealed, person)
			if err != nil {
				return entries, values, err
			}
			if n > 0 {
				entries, values = entries+1, values+n
			}
		}
	}
}

// erase takes a person's own values out of an entry, and tells how many those were.
func (tx *Tx) erase(ctx context.Context, sealed ledger.Sealed, person string) (int, error) {
	entry, _, _, err := ledger.Open(sealed.Leaf, sealed.Private)
	if err != nil {
		return 0, err
	}
	names := slices.Collect(maps.Keys(entry.Private))
	if entry.Subject != person {
		names = slices.DeleteFunc(names, func(name string) bool { return name != "address" && name != "agent" })
	}
	if len(names) == 0 {
		return 0, nil
	}
	left, err := ledger.Erase(sealed.Private, names...)
	if err != nil {
		return 0, err
	}
	return len(names), tx.exec(ctx, `UPDATE ledger_entry SET private = $1 WHERE seq = $2`, left, sealed.Seq)
}
