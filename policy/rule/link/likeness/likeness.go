// Package likeness owns the comparing of names: what looks alike, and what a slip of the finger makes of a name. It
// refuses to say whether a likeness is meant to deceive. Names are given in folded letters.
package likeness

import "math/bits"

// Name is a name in folded letters.
type Name interface{ string | []byte }

// Canonical appends a name to space as it looks, so that what looks alike is the same: digits for letters, rn for m,
// vv for w, cl for d, one letter for i, l and 1 and one for g and q. It is for comparing only.
func Canonical[N Name](space []byte, s N) []byte {
	for i := 0; i < len(s); i++ {
		if i+1 < len(s) {
			if c := pairLookalike(s[i], s[i+1]); c != 0 {
				space = append(space, c)
				i++
				continue
			}
		}
		space = append(space, lookalikes[s[i]])
	}
	return space
}

// pairLookalike gives the letter that two letters side by side look like, or 0.
func pairLookalike(a, b byte) byte {
	switch {
	case a == 'r' && b == 'n':
		return 'm'
	case a == 'v' && b == 'v':
		return 'w'
	case a == 'c' && b == 'l':
		return 'd'
	}
	return 0
}

var lookalikes = lookalikeBytes()

func lookalikeBytes() (table [256]byte) {
	for c := range table {
		table[c] = byte(c)
	}
	const from, to = "013456789iq", "oleasgtbglg"
	for i := range len(from) {
		table[from[i]] = to[i]
	}
	return table
}

// maxName is the longest name whose distance is measured, in bytes; longer ones are only compared as they are.
const maxName = 40

// Distance is the number of letters put in, left out, replaced or exchanged with a neighbour that make a into b
// (optimal string alignment). Where it is more than limit, it gives something more than limit.
func Distance[A, B Name](a A, b B, limit int) int {
	if len(a) > maxName || len(b) > maxName || len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	var rows [3][maxName + 1]int
	before, last, row := &rows[0], &rows[1], &rows[2]
	for j := range len(b) + 1 {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		best := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			best = min(best, row[j])
		}
		if best > limit {
			return limit + 1
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}

// Letters is the set of letters and digits of a name. One edit changes it by two members at most.
func Letters[N Name](name N) uint64 {
	var set uint64
	for i := 0; i < len(name); i++ {
		set |= 1 << (name[i] & 63)
	}
	return set
}

// Differ counts the letters that are in one of two sets only.
func Differ(a, b uint64) int { return bits.OnesCount64(a ^ b) }
