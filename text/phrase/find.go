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

// walk is one search through a document. It remembers the word that was looked up last: the next word of a phrase is
// looked up as such first and for itself then.
type walk struct {
	*Set
	d    *text.Document
	at   int
	word uint32
}

// wordAt gives the first sense of a token, 0 where no list has it.
func (w *walk) wordAt(i int) uint32 {
	if i != w.at {
		w.lookUp(i)
	}
	return w.word
}

func (w *walk) lookUp(i int) { w.at, w.word = i, w.words.word(w.d.Tokens[i].Hash) }

// Find appends every phrase of the document to hits, in order of the first token.
func (s *Set) Find(d *text.Document, hits []Hit) []Hit {
	w := walk{Set: s, d: d, at: -1}
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if !matchable(t) || !s.anyIn && isInside(t) || !s.first.has(t.Hash) {
			continue
		}
		if word := w.wordAt(i); word != 0 {
			hits = w.begin(i, word, hits)
		}
	}
	if plain := len(hits); len(d.Others) > 0 {
		if hits = w.readings(hits); len(hits) > plain {
			slices.SortStableFunc(hits, func(a, b Hit) int { return int(a.First - b.First) })
		}
	}
	return hits
}

// begin finds the phrases that begin with a token.
func (w *walk) begin(i int, word uint32, hits []Hit) []Hit {
	t := &w.d.Tokens[i]
	return w.extend(path{first: int32(i), last: int32(i), start: t.Start, inside: isInside(t)}, word, t, hits)
}

// readings finds the phrases that begin with what a word may have been meant to read.
func (w *walk) readings(hits []Hit) []Hit {
	d, at := w.d, 0
	for i := range d.Others {
		t := &d.Others[i]
		for at+1 < len(d.Tokens) && (d.Tokens[at].End <= t.Start || !matchable(&d.Tokens[at])) {
			at++
		}
		if word := w.words.word(t.Hash); word != 0 {
			begin := path{first: int32(at), last: lastOf(d, t, int32(at)), start: t.Start, reading: true, inside: isInside(t)}
			hits = w.extend(begin, word, t, hits)
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
func (w *walk) extend(p path, word uint32, t *text.Token, hits []Hit) []Hit {
	from, next := p.node, unknown
	for {
		sn := &w.words.senses[word]
		if p.node = w.step(from, sn.class); p.node != 0 && w.words.fits(t, sn) {
			n := &w.nodes[p.node]
			if n.from != n.to {
				hits = w.emit(p, n, t.End, hits)
			}
			if n.children != 0 {
				if next == unknown {
					next = following(w.d, int(p.last))
				}
				if w.mayGoOn(p.node, next) {
					hits = w.goOn(p, next, hits)
				}
			}
		}
		if sn.info&followed == 0 {
			return hits
		}
		word++
	}
}

// unknown stands for a following word that has not been looked for; where there is none, it is 0.
const unknown = -1

// fits tells whether a token can be read as a sense. An abbreviation has to be typed as one.
func (w *wordTable) fits(t *text.Token, sn *sense) bool {
	need := w.need(sn)
	return (t.Marks == 0 || text.Compatible(t.Marks, w.marksOf(sn))) && t.Flags&need == need &&
		(t.Flags&text.Reading == 0 || need&text.Upper == 0)
}

// mayGoOn tells whether a path may go on from a node to the token j. Of the words that follow the beginning of a phrase,
// hardly any leads on.
func (w *walk) mayGoOn(node uint32, j int) bool {
	if j == 0 {
		return false
	}
	if len(w.d.Others) > 0 || w.d.Tokens[j].Kind == text.Emoji {
		return true
	}
	word := w.wordAt(j)
	if word == 0 {
		return false
	}
	children := w.nodes[node].children
	for ; ; word++ {
		sn := &w.words.senses[word]
		if children&childBit(sn.class) != 0 {
			return true
		}
		if sn.info&followed == 0 {
			return false
		}
	}
}

// goOn extends a path by the next word, j, and over an emoji or two by the one after.
func (w *walk) goOn(p path, j int, hits []Hit) []Hit {
	for j != 0 {
		hits = w.goOnTo(p, j, hits)
		if w.d.Tokens[j].Kind != text.Emoji || p.apart == emojiBetween {
			return hits
		}
		p.last = int32(j)
		p.apart++
		j = following(w.d, j)
	}
	return hits
}

// goOnTo extends a path by a token, as it stands and as it may be meant to read.
func (w *walk) goOnTo(p path, j int, hits []Hit) []Hit {
	d := w.d
	after, next := d.Tokens[p.last].End, &d.Tokens[j]
	p.last, p.broken = int32(j), p.broken || next.Flags&text.BreakBefore != 0
	if word := w.wordAt(j); word != 0 {
		hits = w.extend(p, word, next, hits)
	}
	if len(d.Others) == 0 {
		return hits
	}
	p.reading = true
	for i := otherFrom(d, after); i < len(d.Others) && d.Others[i].Start <= next.Start; i++ {
		t := &d.Others[i]
		if word := w.words.word(t.Hash); word != 0 {
			p.last = lastOf(d, t, int32(j))
			hits = w.extend(p, word, t, hits)
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
		if s.nodes[class].empty() {
			return 0
		}
		return class
	}
	if s.nodes[node].children&childBit(class) == 0 {
		return 0
	}
	return s.trie.next(edge{node, class})
}

func (s *Set) emit(p path, n *node, end int32, hits []Hit) []Hit {
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
