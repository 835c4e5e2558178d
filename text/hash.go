package text

import (
	"encoding/binary"
	"math/bits"
)

const (
	hashSeed = 0x9e3779b97f4a7c15
	hashStep = 0xd6e8feb86659fd93
)

// HashFolded hashes a folded word. The value is the same in every run and on every platform, so it may be stored.
// It is no protection against someone who wants two words to collide: compare the words where that matters.
func HashFolded(folded []byte) uint64 {
	n := len(folded)
	h := hashSeed ^ uint64(n)
	switch {
	case n > 8:
		for b := folded; len(b) > 8; b = b[8:] {
			h = mix(h^binary.LittleEndian.Uint64(b), hashStep)
		}
		h ^= binary.LittleEndian.Uint64(folded[n-8:])
	case n >= 4:
		h ^= uint64(binary.LittleEndian.Uint32(folded))<<32 | uint64(binary.LittleEndian.Uint32(folded[n-4:]))
	case n > 0:
		h ^= uint64(folded[0])<<40 | uint64(folded[n/2])<<24 | uint64(folded[n-1])<<8
	}
	return mix(mix(h, hashStep), hashSeed)
}

// HashString is HashFolded for a string, which must be folded already.
func HashString(folded string) uint64 { return HashFolded([]byte(folded)) }

func mix(a, b uint64) uint64 {
	high, low := bits.Mul64(a, b)
	return high ^ low
}
