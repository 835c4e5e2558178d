package sense

import (
	"math"

	"rostrum/text"
)

// Set is a set of things that a text may say.
type Set uint16

// Has tells whether a thing is in the set.
func (s Set) Has(of Of) bool { return s>>of&1 == 1 }

const beginningBits = 13

// Beginnings is how many beginnings of words are told apart by what they may say.
const Beginnings = 1 << beginningBits

// Wake gives what a text may say by how its words begin. Reading all features takes twenty times as long, and most texts say
// nothing that is looked for. What a text says of the own brand is not asked this way: that it is named is enough.
func (m *Model) Wake(d *text.Document) Set {
	var sums [lanes]int32
	count := 0
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if !Begins(t) {
			continue
		}
		count++
		for of, unit := range (*[lanes]byte)(m.Wakes[lanes*Beginning(d.Word(t)):]) {
			sums[of] += int32(int8(unit))
		}
	}
	var may Set
	length := float32(math.Sqrt(float64(count + 1)))
	for of := range Count {
		if float32(sums[of])*m.WakeSteps[of] >= m.WakeLimits[of]*length {
			may |= 1 << of
		}
	}
	return may
}

// Begins tells whether how a token begins counts.
func Begins(t *text.Token) bool {
	return t.Kind == text.Word && t.Flags&(text.InLink|text.InHandle) == 0
}

// Beginning gives the number of how a word begins.
func Beginning(letters []byte) int { return int(stemOf(letters) * spread >> (64 - beginningBits)) }
