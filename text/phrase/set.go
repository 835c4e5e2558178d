package phrase

import (
	"math/bits"

	"rostrum/text"
)

// Set finds the phrases of all lists. It is safe for concurrent use.
type Set struct {
	filter  []uint64 // a bit for each hash, so that most words are passed over without a look at the table; small, to stay in the cache
	table   []slot
	shift   uint8
	senses  []sense
	root    []uint32 // class → node
	trie    trie
	nodes   []node
	outputs []output // of all nodes, one after the other
	inside  []bool   // by list: words inside links and handles count
	anyIn   bool
}

type slot struct {
	hash  uint64
	first uint32 // index of its first sense plus one; 0 is an empty slot
}

// A sense is one way to read a word: the class it is a form of, and the diacritics that this form has.
type sense struct {
	marks uint64
	class uint32
	next  uint32
	need  text.Flag
}

// node is a place in the trie: which classes lead on from it, and which of the outputs are its own.
type node struct {
	children uint64
	from, to uint32
}

// Build makes the set. The builder is spent: nothing can be added afterwards.
func (b *Builder) Build() *Set {
	made := records(b.sources)
	n := uint(0)
	for _, part := range made {
		n += uint(len(part))
	}
	size := 1 << max(10, bits.Len(n+n/2))
	s := &Set{
		filter: make([]uint64, size/32), table: make([]slot, size), shift: uint8(64 - bits.Len(uint(size)-1)),
		senses: make([]sense, 1, n+1), trie: newTrie(b.edges), nodes: make([]node, len(b.outputs)),
		root: make([]uint32, len(b.sources)+1), inside: make([]bool, len(b.all)),
	}
	for _, part := range made {
		for i := range part {
			s.insert(&part[i])
		}
	}
	for i, own := range b.outputs {
		from := uint32(len(s.outputs))
		s.outputs = append(s.outputs, own...)
		s.nodes[i] = node{b.children[i], from, uint32(len(s.outputs))}
	}
	for e, node := range b.edges {
		if e.node == 0 {
			s.root[e.class] = node
		}
	}
	for i, l := range b.all {
		s.inside[i] = l.Inside
		s.anyIn = s.anyIn || l.Inside
		l.builder = nil // rules keep their lists; what the lists were made of need not stay in memory
	}
	return s
}

func (s *Set) insert(r *record) {
	at := s.find(r.hash)
	for i := s.table[at].first; i != 0; i = s.senses[i].next {
		if x := &s.senses[i]; x.class == r.class && x.marks == r.marks && x.need == r.need {
			return
		}
	}
	s.senses = append(s.senses, sense{r.marks, r.class, s.table[at].first, r.need})
	s.table[at] = slot{r.hash, uint32(len(s.senses) - 1)}
	bit := s.filterBit(r.hash)
	s.filter[bit>>6] |= 1 << (bit & 63)
}

func (s *Set) find(hash uint64) uint64 {
	mask := uint64(len(s.table) - 1)
	at := hash >> s.shift
	for s.table[at].first != 0 && s.table[at].hash != hash {
		at = (at + 1) & mask
	}
	return at
}

// filterBit takes other bits of the hash than the table does.
func (s *Set) filterBit(hash uint64) uint64 { return hash & uint64(len(s.filter)*64-1) }

// word gives the first sense of a word, 0 where no list has it.
func (s *Set) word(hash uint64) uint32 {
	bit := s.filterBit(hash)
	if s.filter[bit>>6]>>(bit&63)&1 == 0 {
		return 0
	}
	return s.table[s.find(hash)].first
}

// Lists gives how many lists there are.
func (s *Set) Lists() int { return len(s.inside) }
