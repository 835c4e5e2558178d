package phrase

import "math/bits"

// trie is the paths from node to node but for their beginnings, frozen: a table that is probed in place, since most probes find nothing and
// must say so at once.
type trie struct {
	slots []step
	shift uint8
}

// step is one edge; to is 0 in an empty slot, since no edge leads back to the root.
type step struct {
	edge
	to uint32
}

// newTrie makes the trie of the edges that do not begin a phrase; at says what number each node gets.
func newTrie(edges map[edge]uint32, at []uint32) trie {
	n := 0
	for e := range edges {
		if e.node != 0 {
			n++
		}
	}
	size := 1 << max(4, bits.Len(uint(2*n)))
	t := trie{slots: make([]step, size), shift: uint8(64 - bits.Len(uint(size)-1))}
	for e, to := range edges {
		if e.node != 0 {
			e.node = at[e.node]
			t.slots[t.find(e)] = step{e, at[to]}
		}
	}
	return t
}

// find gives the slot of an edge, or the empty one where it would be.
func (t *trie) find(e edge) uint64 {
	const golden = 0x9e3779b97f4a7c15 // spreads keys that follow one another (Knuth, TAOCP 3, 6.4)
	at := (uint64(e.node)<<32 | uint64(e.class)) * golden >> t.shift
	for t.slots[at].to != 0 && t.slots[at].edge != e {
		at = (at + 1) & uint64(len(t.slots)-1)
	}
	return at
}

// childBit gives the bit by which a node says that a class may lead on from it. Most words that follow the first word of
// some phrase do not, and the table need not be probed for them.
func childBit(class uint32) uint64 { return 1 << (class * 0x9e3779b1 >> 26) }

// next gives the node that an edge leads to, or 0.
func (t *trie) next(e edge) uint32 { return t.slots[t.find(e)].to }
