package phrase

import (
	"slices"

	"rostrum/text"
)

// path is the words of the document that a walk through the trie has taken.
type path struct {
	node        uint32
	first, last int32 // tokens
	start       int32 // byte of the source
	reading     bool  // one of them is another reading
	inside      bool  // of a link or handle
	broken      bool  // a comma or the like stands between them
	apart       uint8 // how many emoji stand between them, which only the words of a name survive
}

// emojiBetween is how many emoji may stand between the words of a name.
const emojiBetween = 2

// Find appends every phrase of the document to hits, in order of the first token.
func (s *Set) Find(d *text.Document, hits []Hit) []Hit {
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if !matchable(t) {
			continue
		}
		if w := s.word(t.Hash); w != 0 && (s.anyIn || !isInside(t)) {
			hits = s.begin(d, i, w, hits)
		}
	}
	if plain := len(hits); len(d.Others) > 0 {
		if hits = s.readings(d, hits); len(hits) > plain {
			slices.SortStableFunc(hits, func(a, b Hit) int { return int(a.First - b.First) })
		}
	}
	return hits
}

// begin finds the phrases that begin with a token.
func (s *Set) begin(d *text.Document, i int, word uint32, hits []Hit) []Hit {
	t := &d.Tokens[i]
	return s.extend(d, path{first: int32(i), last: int32(i), start: t.Start, inside: isInside(t)}, word, t, hits)
}

// readings finds the phrases that begin with what a word may have been meant to read.
func (s *Set) readings(d *text.Document, hits []Hit) []Hit {
	at := 0
	for i := range d.Others {
		t := &d.Others[i]
		for at+1 < len(d.Tokens) && (d.Tokens[at].End <= t.Start || !matchable(&d.Tokens[at])) {
			at++
		}
		if w := s.word(t.Hash); w != 0 {
			begin := path{first: int32(at), last: lastOf(d, t, int32(at)), start: t.Start, reading: true, inside: isInside(t)}
			hits = s.extend(d, begin, w, t, hits)
		}
	}
	return hits
}

func isInside(t *text.Token) bool { return t.Flags&(text.InLink|text.InHandle) != 0 }

// lastOf gives the last token that a reading stands on.
func lastOf(d *text.Document, reading *text.Token, at int32) int32 {
	for int(at)+1 < len(d.Tokens) && d.Tokens[at+1].Start < reading.End {
		at++
	}
	return at
}

// extend follows every step of the trie that the word t allows; p has come to t, but its node has not.
func (s *Set) extend(d *text.Document, p path, word uint32, t *text.Token, hits []Hit) []Hit {
	from, next := p.node, unknown
	for x := word; x != 0; x = s.senses[x].next {
		sn := &s.senses[x]
		if p.node = s.step(from, sn.class); p.node == 0 || !fits(t, sn) {
			continue
		}
		hits = s.emit(p, t.End, hits)
		if s.nodes[p.node].children != 0 {
			if next == unknown {
				next = following(d, int(p.last))
			}
			hits = s.goOn(d, p, next, hits)
		}
	}
	return hits
}

// unknown stands for a following word that has not been looked for; where there is none, it is 0.
const unknown = -1

// fits tells whether a token can be read as a sense. An abbreviation has to be typed as one.
func fits(t *text.Token, sn *sense) bool {
	return (t.Marks == 0 || text.Compatible(t.Marks, sn.marks)) && t.Flags&sn.need == sn.need &&
		(t.Flags&text.Reading == 0 || sn.need&text.Upper == 0)
}

// goOn extends a path by the next word, j, and over an emoji or two by the one after.
func (s *Set) goOn(d *text.Document, p path, j int, hits []Hit) []Hit {
	for j != 0 {
		hits = s.goOnTo(d, p, j, hits)
		if d.Tokens[j].Kind != text.Emoji || p.apart == emojiBetween {
			return hits
		}
		p.last = int32(j)
		p.apart++
		j = following(d, j)
	}
	return hits
}

// goOnTo extends a path by a token, as it stands and as it may be meant to read.
func (s *Set) goOnTo(d *text.Document, p path, j int, hits []Hit) []Hit {
	after, next := d.Tokens[p.last].End, &d.Tokens[j]
	p.last, p.broken = int32(j), p.broken || next.Flags&text.BreakBefore != 0
	if w := s.word(next.Hash); w != 0 {
		hits = s.extend(d, p, w, next, hits)
	}
	if len(d.Others) == 0 {
		return hits
	}
	p.reading = true
	for i := otherFrom(d, after); i < len(d.Others) && d.Others[i].Start <= next.Start; i++ {
		t := &d.Others[i]
		if w := s.word(t.Hash); w != 0 {
			p.last = lastOf(d, t, int32(j))
			hits = s.extend(d, p, w, t, hits)
		}
	}
	return hits
}

// otherFrom gives the first other reading that begins at a byte of the source or after it.
func otherFrom(d *text.Document, start int32) int {
	i, _ := slices.BinarySearchFunc(d.Others, start, func(t text.Token, at int32) int { return int(t.Start - at) })
	return i
}

func (s *Set) step(node, class uint32) uint32 {
	if node == 0 {
		return s.root[class]
	}
	if s.nodes[node].children&childBit(class) == 0 {
		return 0
	}
	return s.trie.next(edge{node, class})
}

func (s *Set) emit(p path, end int32, hits []Hit) []Hit {
	n := &s.nodes[p.node]
	for _, o := range s.outputs[n.from:n.to] {
		if p.inside && !s.inside[o.list] || p.apart > 0 && !o.name || p.broken && o.close {
			continue
		}
		h := Hit{List: o.list, Item: o.item, First: p.first, Last: p.last, Start: p.start, End: end, Reading: p.reading}
		if n := len(hits); n == 0 || hits[n-1] != h {
			hits = append(hits, h)
		}
	}
	return hits
}

// following gives the next word of the same sentence, or 0. A link, handle or address in between ends a phrase, and so
// does a comma before a number.
func following(d *text.Document, i int) int {
	t := &d.Tokens[i]
	for j := i + 1; j < len(d.Tokens); j++ {
		n := &d.Tokens[j]
		switch {
		case n.Sentence != t.Sentence || (n.Flags^t.Flags)&(text.InLink|text.InHandle) != 0,
			n.Kind == text.Number && n.Flags&text.BreakBefore != 0:
			return 0
		case matchable(n):
			return j
		case n.Kind != text.Hashtag:
			return 0
		}
	}
	return 0
}
