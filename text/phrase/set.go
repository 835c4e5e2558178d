package phrase

import (
	"math/bits"
	"slices"

	"rostrum/text"
)

// Set finds the phrases of all lists. It is safe for concurrent use.
type Set struct {
	filter  []uint64 // a bit for each hash, so that most words are passed over without a look at the table
	table   []slot
	shift   uint8
	senses  []sense
	root    []uint32 // class → node
	trie    trie
	outputs [][]output
	parents []bool
	inside  []bool // by list: words inside links and handles count
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

// Build makes the set. The builder is spent: nothing can be added afterwards.
func (b *Builder) Build() *Set {
	made := records(b.sources)
	n := uint(0)
	for _, part := range made {
		n += uint(len(part))
	}
	size := 1 << max(10, bits.Len(n+n/2))
	s := &Set{
		filter: make([]uint64, size/8), table: make([]slot, size), shift: uint8(64 - bits.Len(uint(size)-1)),
		senses: make([]sense, 1, n+1), trie: newTrie(b.edges), outputs: b.outputs, parents: b.parents,
		root: make([]uint32, len(b.sources)+1), inside: make([]bool, len(b.all)),
	}
	for _, part := range made {
		for i := range part {
			s.insert(&part[i])
		}
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

// Find appends every phrase of the document to hits, in order of the first token.
func (s *Set) Find(d *text.Document, hits []Hit) []Hit {
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if !matchable(t) {
			continue
		}
		if w := s.word(t.Hash); w != 0 && (s.anyIn || t.Flags&(text.InLink|text.InHandle) == 0) {
			hits = s.extend(d, 0, w, i, i, hits)
		}
	}
	if plain := len(hits); len(d.Others) > 0 {
		if hits = s.readings(d, hits); len(hits) > plain {
			slices.SortStableFunc(hits, func(a, b Hit) int { return int(a.First - b.First) })
		}
	}
	return hits
}

// extend follows every path of the trie that goes on with token i.
func (s *Set) extend(d *text.Document, node, word uint32, first, i int, hits []Hit) []Hit {
	t := &d.Tokens[i]
	for x := word; x != 0; x = s.senses[x].next {
		sn := &s.senses[x]
		if !fits(t, sn) {
			continue
		}
		to := s.step(node, sn.class)
		if to == 0 {
			continue
		}
		hits = s.emit(d, to, first, i, hits)
		if s.parents[to] {
			if j := following(d, i); j > 0 {
				if w := s.word(d.Tokens[j].Hash); w != 0 {
					hits = s.extend(d, to, w, first, j, hits)
				}
			}
		}
	}
	return hits
}

func fits(t *text.Token, sn *sense) bool {
	return (t.Marks == 0 || text.Compatible(t.Marks, sn.marks)) && t.Flags&sn.need == sn.need
}

func (s *Set) step(node, class uint32) uint32 {
	if node == 0 {
		return s.root[class]
	}
	return s.trie.next(edge{node, class})
}

func (s *Set) emit(d *text.Document, node uint32, first, last int, hits []Hit) []Hit {
	in := d.Tokens[first].Flags&(text.InLink|text.InHandle) != 0
	for _, o := range s.outputs[node] {
		if in && !s.inside[o.list] {
			continue
		}
		h := Hit{List: o.list, Item: o.item, First: int32(first), Last: int32(last), Start: d.Tokens[first].Start, End: d.Tokens[last].End}
		if n := len(hits); n == 0 || hits[n-1] != h {
			hits = append(hits, h)
		}
	}
	return hits
}

// following gives the next word of the same sentence, or 0. A link, handle or address in between ends a phrase.
func following(d *text.Document, i int) int {
	t := &d.Tokens[i]
	for j := i + 1; j < len(d.Tokens); j++ {
		n := &d.Tokens[j]
		switch {
		case n.Sentence != t.Sentence || (n.Flags^t.Flags)&(text.InLink|text.InHandle) != 0:
			return 0
		case matchable(n):
			return j
		case n.Kind != text.Hashtag:
			return 0
		}
	}
	return 0
}

// readings looks up what words may have been meant to read. Only single words can be found that way.
func (s *Set) readings(d *text.Document, hits []Hit) []Hit {
	at := int32(0)
	for i := range d.Others {
		t := &d.Others[i]
		for int(at)+1 < len(d.Tokens) && d.Tokens[at+1].Start <= t.Start {
			at++
		}
		for x := s.word(t.Hash); x != 0; x = s.senses[x].next {
			if sn := &s.senses[x]; sn.need == 0 && s.root[sn.class] != 0 {
				hits = s.read(d, t, at, s.root[sn.class], hits)
			}
		}
	}
	return hits
}

func (s *Set) read(d *text.Document, t *text.Token, at int32, node uint32, hits []Hit) []Hit {
	for _, o := range s.outputs[node] {
		last := at
		for int(last)+1 < len(d.Tokens) && d.Tokens[last+1].Start < t.End {
			last++
		}
		h := Hit{List: o.list, Item: o.item, First: at, Last: last, Start: t.Start, End: t.End, Reading: true}
		if n := len(hits); n == 0 || hits[n-1] != h {
			hits = append(hits, h)
		}
	}
	return hits
}

// Lists gives how many lists there are.
func (s *Set) Lists() int { return len(s.inside) }
