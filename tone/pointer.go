package tone

import (
	"slices"
	"strings"

	"rostrum/text"
)

// What a token says to learned weights about the words after it, in a byte.
const (
	atReader uint8 = 1 << iota
	atPeople
	atWriter
	atThings
	atTold
	atAgainst
	atDenial // it denies
	atGroup  // it is a word for a group of people
)

var pointing = [...]struct {
	cue cue
	bit uint8
}{{cueYou, atReader}, {cueThey, atPeople}, {cueMe, atWriter}, {cueThing, atThings}, {cueTold, atTold}, {cueCounter, atAgainst}}

// pointers finds the small words and expressions of one language that learned weights are told of, quickly.
type pointers struct {
	words wordSet
	first []pointer // by the places of words
	more  []pointer // expressions, those with the same first word together
}

// pointer is a word or an expression, and what it says. Of a word, next is the place of the first expression that begins with it,
// and of an expression of the next one; 0: none.
type pointer struct {
	rest []uint64
	next uint16
	bits uint8
}

const pointerBits = 12

// newPointers picks what learned weights are told from the cues of a language, and adds words that deny what follows them.
func newPointers(lang text.Lang, denials string) pointers {
	all, err := knownCues()
	if err != nil { // the files are part of the program; that they can be read is tested
		return pointers{words: newWordSet(1, nil)}
	}
	known := hashes(strings.Fields(denials))
	for hash, words := range all.words {
		if slices.ContainsFunc(words, func(w cueWord) bool { return w.lang == lang && w.points() != 0 }) {
			known = append(known, hash)
		}
	}
	p := pointers{words: newWordSet(pointerBits, known), first: make([]pointer, 1<<pointerBits), more: make([]pointer, 1)}
	for _, hash := range known {
		at, _ := p.words.find(hash)
		for _, w := range all.words[hash] {
			if bits := w.points(); w.lang == lang && bits != 0 {
				p.add(&p.first[at], w.rest, bits)
			}
		}
	}
	for _, hash := range hashes(strings.Fields(denials)) {
		at, _ := p.words.find(hash)
		p.first[at].bits |= atDenial
	}
	return p
}

func (p *pointers) add(first *pointer, rest []uint64, bits uint8) {
	if len(rest) == 0 {
		first.bits |= bits
		return
	}
	p.more = append(p.more, pointer{rest, first.next, bits})
	first.next = uint16(len(p.more) - 1)
}

func (w *cueWord) points() (bits uint8) {
	for _, p := range pointing {
		if w.cue&p.cue != 0 {
			bits |= p.bit
		}
	}
	return bits
}

// at gives what a token says, and expressions that begin with it. Handles stand before most replies and say nothing.
func (p *pointers) at(d *text.Document, i int) uint8 {
	t := &d.Tokens[i]
	at, ok := p.words.find(t.Hash)
	if !ok || t.Kind != text.Word {
		return 0
	}
	bits := p.first[at].bits
	for next := p.first[at].next; next != 0; next = p.more[next].next {
		if follows(d, int32(i), p.more[next].rest) {
			bits |= p.more[next].bits
		}
	}
	return bits
}
