package store

import (
	"context"
	"io"
	"maps"
	"slices"
	"time"

	"rostrum/ledger"
)

// LedgerExport says what a file with the whole ledger is to hold.
type LedgerExport struct {
	Company          string
	Signer, Verifier string // the ledger's keys
	Time             time.Time
	Size             int64    // how many entries; a checkpoint of this size is there
	Redact           []string // the private fields that are left out
	RedactAll        bool     // all of them are
	Progress         func(done int64)
}

// exportBatch is how many entries are read at a time, each time in a transaction of its own: what is in the ledger stays
// as it is, and nobody waits for a long export.
const exportBatch = 1000

// ExportLedger writes the ledger as a file that ledger.Verify can check. What was tampered with in the database is refused
// with a *ledger.Broken.
func (s *Store) ExportLedger(ctx context.Context, w io.Writer, x LedgerExport) error {
	file, err := ledger.NewExport(w, ledger.Header{Company: x.Company, Key: x.Verifier, Time: x.Time})
	if err != nil {
		return err
	}
	for at := int64(0); at < x.Size; {
		var entries []ledger.Sealed
		var notes []Checkpoint
		err := s.Read(ctx, func(tx *Tx) (err error) {
			if entries, err = tx.LedgerFrom(ctx, at, int(min(exportBatch, x.Size-at))); err != nil {
				return err
			}
			notes, err = tx.Checkpoints(ctx, at, exportBatch)
			return err
		})
		if err != nil {
			return err
		}
		if len(entries) == 0 {
			return ledgerGap(at)
		}
		if err := writeBatch(file, entries, notes, x); err != nil {
			return err
		}
		at += int64(len(entries))
		if x.Progress != nil {
			x.Progress(at)
		}
	}
	return file.Close(x.Signer)
}

func writeBatch(file *ledger.Export, entries []ledger.Sealed, notes []Checkpoint, x LedgerExport) error {
	for _, e := range entries {
		redact := x.Redact
		if x.RedactAll {
			opened, _, _, err := ledger.Open(e.Leaf, e.Private)
			if err != nil {
				return err
			}
			redact = slices.Collect(maps.Keys(opened.Private))
		}
		if err := file.Entry(e, redact); err != nil {
			return err
		}
		if len(notes) > 0 && notes[0].Size == e.Seq+1 {
			if err := file.Checkpoint(notes[0].Note); err != nil {
				return err
			}
			notes = notes[1:]
		}
	}
	return nil
}
