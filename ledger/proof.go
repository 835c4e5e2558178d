package ledger

import "golang.org/x/mod/sumdb/tlog"

// ProveEntry gives the proof that entry seq is in the ledger of the given size.
func ProveEntry(size, seq int64, r tlog.HashReader) (tlog.RecordProof, error) {
	return tlog.ProveRecord(size, seq, r)
}

// CheckEntry checks the proof that this leaf is an entry of the checkpoint's ledger, at the place that the leaf names.
// What is wrong is told as *[Broken].
func CheckEntry(proof tlog.RecordProof, c Checkpoint, leaf []byte) error {
	var l openLeaf
	if !l.parseWhole(leaf) {
		return brokenForm(-1)
	}
	if l.seq >= c.Size || tlog.CheckRecord(proof, c.Size, c.Root, l.seq, tlog.RecordHash(leaf)) != nil {
		return brokenProof(l.seq)
	}
	return nil
}

// ProveConsistency gives the proof that the ledger of newSize entries begins with the ledger of oldSize entries. Nothing needs
// to be proved of an empty ledger: its proof is empty.
func ProveConsistency(oldSize, newSize int64, r tlog.HashReader) (tlog.TreeProof, error) {
	if oldSize == 0 {
		return nil, nil
	}
	return tlog.ProveTree(newSize, oldSize, r)
}

// CheckConsistency checks the proof that the newer checkpoint's ledger begins with the older one's, and that time did not go
// back between the two; older is the one of fewer entries. What is wrong is told as *[Broken].
func CheckConsistency(proof tlog.TreeProof, older, newer Checkpoint) error {
	if older.Size > newer.Size || newer.Time.Before(older.Time) {
		return brokenConsistency(older.Size, newer.Size)
	}
	if older.Size == 0 {
		if empty := (&frontier{}).root(); len(proof) > 0 || older.Root != empty {
			return brokenConsistency(older.Size, newer.Size)
		}
		return nil
	}
	if tlog.CheckTree(proof, newer.Size, newer.Root, older.Size, older.Root) != nil {
		return brokenConsistency(older.Size, newer.Size)
	}
	return nil
}
