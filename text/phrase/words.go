package phrase

import (
	"math"
	"math/bits"
	"slices"

	"rostrum/text"
)

// wordTable says of each form of each word how it can be read. A policy may have millions of forms, so every byte of a
// slot and of a sense counts.
type wordTable struct {
	filter filter // the words that there are
	slots  []slot
	shift  uint8
	senses []sense     // those of one word stand one after the other
	marks  []uint64    // the diacritics that forms have, each once; most have none
	needs  []text.Flag // what forms need, each once
}

// filter has a bit for each hash, so that most words are passed over without a look at the table. It is small, to stay in
// the cache.
type filter []uint64

// bit gives the bit of a word: lower bits of the hash, since the higher ones say where in the table the word is.
func (f filter) bit(hash uint64) uint64 { return hash & uint64(len(f)*64-1) }

func (f filter) has(hash uint64) bool {
	bit := f.bit(hash)
	return f[bit>>6]>>(bit&63)&1 == 1
}

// add adds a word, of which the lower half of the hash will do; fresh tells that its bit was not set.
func (f filter) add(hash uint64) (fresh bool) {
	bit := f.bit(hash)
	fresh = f[bit>>6]>>(bit&63)&1 == 0
	f[bit>>6] |= 1 << (bit & 63)
	return fresh
}

// slot is a word. Its tag is the half of the hash that does not say where the slot is: with the place, that is as good
// as the whole hash.
type slot struct {
	tag   uint32
	first uint32 // index of its first sense; 0 is an empty slot
}

// A sense is one way to read a word: the class it is a form of, and which diacritics this form has and what it needs.
type sense struct {
	class uint32
	info  uint32 // from the lowest bit: whether another sense follows, index of needs (7 bits), index of marks (24 bits)
}

const (
	followed  = 1
	needShift = 1
	markShift = 8
	maxNeeds  = 1 << (markShift - needShift)
)

func (t *wordTable) need(s *sense) text.Flag { return t.needs[s.info>>needShift&(maxNeeds-1)] }

func (t *wordTable) marksOf(s *sense) uint64 { return t.marks[s.info>>markShift] }

// find gives the slot of a word, or the empty one where it would be.
func (t *wordTable) find(hash uint64) uint64 {
	mask := uint64(len(t.slots) - 1)
	at := hash >> t.shift
	for t.slots[at].first != 0 && t.slots[at].tag != uint32(hash) {
		at = (at + 1) & mask
	}
	return at
}

// word gives the first sense of a word, 0 where no list has it.
func (t *wordTable) word(hash uint64) uint32 {
	if !t.filter.has(hash) {
		return 0
	}
	return t.slots[t.find(hash)].first
}

// tableMaker links the senses of a word by index while they come; the table is laid out when all are there.
type tableMaker struct {
	wordTable
	linked []linkedSense
	markAt map[uint64]uint32
}

type linkedSense struct {
	sense
	next uint32
}

func newWordTable(made []batch) wordTable {
	n := 0
	each(made, func(part []record) { n += len(part) })
	m := &tableMaker{linked: make([]linkedSense, 1, n+1), markAt: map[uint64]uint32{}}
	m.marks, m.needs = []uint64{0}, []text.Flag{0}
	m.makeFilter(n, made)
	each(made, func(part []record) {
		for i := range part {
			m.insert(&part[i])
		}
	})
	m.layOut()
	return m.wordTable
}

// each gives the records in the order of the table, and those of one word in the order of their classes.
func each(made []batch, use func([]record)) {
	for i := range len(batch{}) {
		for w := range made {
			use(made[w][i])
		}
	}
}

// makeFilter makes the filter, and the slots for as many words as the filter shows there to be (linear counting: Whang
// and others, ACM TODS 15(2), 1990).
func (m *tableMaker) makeFilter(n int, made []batch) {
	size := 1 << max(10, bits.Len(uint(3*n)))
	m.filter = make(filter, size/64)
	ones := 0
	each(made, func(part []record) {
		for i := range part {
			if m.filter.add(part[i].hash) {
				ones++
			}
		}
	})
	words := -float64(size) * math.Log1p(-float64(ones)/float64(size))
	slots := 1 << max(10, bits.Len(uint(1.5*words)))
	m.slots, m.shift = make([]slot, slots), uint8(64-bits.Len(uint(slots)-1))
}

func (m *tableMaker) insert(r *record) {
	s := sense{r.class, m.marksIndex(r.marks)<<markShift | m.needIndex(r.need)<<needShift}
	at := m.find(r.hash)
	first := m.slots[at].first
	for i := first; i != 0; i = m.linked[i].next {
		if m.linked[i].sense == s {
			return
		}
	}
	m.linked = append(m.linked, linkedSense{s, first})
	m.slots[at] = slot{uint32(r.hash), uint32(len(m.linked) - 1)}
}

func (m *tableMaker) marksIndex(marks uint64) uint32 {
	if marks == 0 {
		return 0
	}
	at, known := m.markAt[marks]
	if !known {
		at = uint32(len(m.marks))
		m.markAt[marks] = at
		m.marks = append(m.marks, marks)
	}
	return at
}

func (m *tableMaker) needIndex(need text.Flag) uint32 {
	at := slices.Index(m.needs, need)
	if at < 0 {
		at = len(m.needs)
		m.needs = append(m.needs, need)
	}
	return uint32(at)
}

// layOut puts the senses of each word beside each other, in the order of the slots.
func (m *tableMaker) layOut() {
	m.senses = make([]sense, 1, len(m.linked))
	for i := range m.slots {
		first := uint32(len(m.senses))
		for at := m.slots[i].first; at != 0; at = m.linked[at].next {
			s := m.linked[at].sense
			if m.linked[at].next != 0 {
				s.info |= followed
			}
			m.senses = append(m.senses, s)
		}
		if m.slots[i].first != 0 {
			m.slots[i].first = first
		}
	}
}
