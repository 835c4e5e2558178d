package ledger

import (
	"context"

	"golang.org/x/mod/sumdb/tlog"
)

// Hashes is where the hashes of the tree are kept: index i holds the i-th hash that [Append] gave, from 0.
type Hashes interface {
	// LedgerHashes gives the hash at each index, in the same order, or an error.
	LedgerHashes(ctx context.Context, index []int64) ([]tlog.Hash, error)
}

// Reader gives h in the form that [Append], the proofs and [tlog.TreeHash] take.
func Reader(ctx context.Context, h Hashes) tlog.HashReader {
	return tlog.HashReaderFunc(func(index []int64) ([]tlog.Hash, error) { return h.LedgerHashes(ctx, index) })
}

// Append gives the hashes to store for a leaf that comes after size others: at index [tlog.StoredHashCount](size) and the
// indexes that follow it. It reads at most one hash for each level of the tree.
func Append(size int64, leaf []byte, r tlog.HashReader) ([]tlog.Hash, error) {
	return tlog.StoredHashes(size, leaf, r)
}

// frontier is the tree as far as it was read: the roots of its complete subtrees, largest first. It grows with the
// logarithm of the number of leaves.
type frontier struct {
	size  int64
	roots []tlog.Hash
}

func (f *frontier) add(leaf tlog.Hash) {
	h := leaf
	for n := f.size; n&1 == 1; n >>= 1 {
		last := len(f.roots) - 1
		h = tlog.NodeHash(f.roots[last], h)
		f.roots = f.roots[:last]
	}
	f.roots = append(f.roots, h)
	f.size++
}

// root is the hash of the whole tree, as in RFC 6962.
func (f *frontier) root() tlog.Hash {
	if f.size == 0 {
		empty, _ := tlog.TreeHash(0, nil)
		return empty
	}
	last := len(f.roots) - 1
	h := f.roots[last]
	for i := last - 1; i >= 0; i-- {
		h = tlog.NodeHash(f.roots[i], h)
	}
	return h
}
