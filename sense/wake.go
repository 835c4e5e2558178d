package sense

import (
	"encoding/binary"
	"math"

	"rostrum/text"
)

// Set is a set of things that a text may say.
type Set uint16

// Has tells whether a thing is in the set.
func (s Set) Has(of Of) bool { return s>>of&1 == 1 }

// fewestWords is how many words a text must have to say something in other words: “Good news!” says nothing yet.
const fewestWords = 4

const beginningBits = 13

// Beginnings is how many beginnings of words are told apart by what they may say.
const Beginnings = 1 << beginningBits

// Wake gives what a text may say by how its words begin. Reading all features takes twenty times as long, and most texts say
// nothing that is looked for. What a text says of the own brand is not asked this way: that it is named is enough.
func (m *Model) Wake(d *text.Document) Set {
	var sums wakeSums
	for i := range d.Tokens {
		if t := &d.Tokens[i]; Begins(t) {
			sums.add(m.Wakes[lanes*Beginning(d.Word(t)):])
		}
	}
	if sums.count < fewestWords {
		return 0
	}
	var may Set
	length := float32(math.Sqrt(float64(sums.count + 1)))
	sums.empty()
	for of := range Of(lanes) {
		if float32(sums.all[of])*m.WakeSteps[of] >= m.WakeLimits[of]*length {
			may |= 1 << of
		}
	}
	return may
}

// wakeSums adds up the bytes of beginnings, all at once: each thing has a lane of 16 bits, which is emptied before it is full.
type wakeSums struct {
	all           [lanes]int32
	even, odd     uint64 // units counted from the lowest on
	count, inside int32
}

const (
	lowestUnits = 0x8080808080808080
	evenUnits   = 0x00ff00ff00ff00ff
	mostInside  = 256
)

func (s *wakeSums) add(units []byte) {
	if s.inside == mostInside {
		s.empty()
	}
	u := binary.LittleEndian.Uint64(units) ^ lowestUnits
	s.even += u & evenUnits
	s.odd += u >> 8 & evenUnits
	s.inside++
	s.count++
}

func (s *wakeSums) empty() {
	for lane := range lanes / 2 {
		s.all[2*lane] += int32(s.even>>(16*lane)&0xffff) - 128*s.inside
		s.all[2*lane+1] += int32(s.odd>>(16*lane)&0xffff) - 128*s.inside
	}
	s.even, s.odd, s.inside = 0, 0, 0
}

// Begins tells whether how a token begins counts.
func Begins(t *text.Token) bool {
	return t.Kind == text.Word && t.Flags&(text.InLink|text.InHandle) == 0
}

// Beginning gives the number of how a word begins.
func Beginning(letters []byte) int {
	h := stemOf(letters) * spread
	return int((h ^ h>>29) * spread >> (64 - beginningBits))
}
