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

// pointers finds the words and expressions of one language that learned weights are told of, quickly: all of them in one table, and
// what is asked of every word apart from what is asked of few.
type pointers struct {
	words wordSet
	bits  []uint8   // by the places of words: what they say
	first []uint16  // by the places of words: the first expression that begins so; 0: none
	more  []pointer // expressions, those with the same first word in a row
}

// pointer is an expression of several words: those behind its first, what it says, and the place of the next one; 0: none.
type pointer struct {
	rest []uint64
	bits uint8
	next uint16
}

// newPointers picks what learned weights are told from the cues of a language, and adds words that deny what follows them and words
// for groups.
func newPointers(lang text.Lang, slots int, denials string, groups []uint64) pointers {
	cues, err := knownCues()
	if err != nil { // the files are part of the program; that they can be read is tested
		return pointers{words: newWordSet(1, nil)}
	}
	denying := hashes(strings.Fields(denials))
	known := slices.Concat(denying, groups)
	for hash, words := range cues.words {
		if slices.ContainsFunc(words, func(w cueWord) bool { return w.lang == lang && w.points() != 0 }) {
			known = append(known, hash)
		}
	}
	p := pointers{words: newWordSet(slots, known), bits: make([]uint8, 1<<slots), first: make([]uint16, 1<<slots), more: make([]pointer, 1)}
	for hash, words := range cues.words {
		for _, w := range words {
			if w.lang == lang && w.points() != 0 {
				p.add(hash, &w)
			}
		}
	}
	for bit, words := range map[uint8][]uint64{atDenial: denying, atGroup: groups} {
		for _, hash := range words {
			at, _ := p.words.find(hash)
			p.bits[at] |= bit
		}
	}
	return p
}

func (p *pointers) add(first uint64, w *cueWord) {
	at, _ := p.words.find(first)
	if len(w.rest) == 0 {
		p.bits[at] |= w.points()
		return
	}
	p.more = append(p.more, pointer{w.rest, w.points(), p.first[at]})
	p.first[at] = uint16(len(p.more) - 1)
}

func (w *cueWord) points() (bits uint8) {
	for _, p := range pointing {
		if w.cue&p.cue != 0 {
			bits |= p.bit
		}
	}
	return bits
}

// at gives what a token says to those after it, and expressions that begin with it. Handles stand before most replies and say nothing.
func (p *pointers) at(d *text.Document, i int) uint8 {
	t := &d.Tokens[i]
	at, ok := p.words.find(t.Hash)
	if !ok || t.Kind == text.Handle {
		return 0
	}
	bits := p.bits[at]
	for next := p.first[at]; next != 0; next = p.more[next].next {
		if follows(d, int32(i), p.more[next].rest) {
			bits |= p.more[next].bits
		}
	}
	return bits
}

// isGroup tells whether a word is one for a group of people.
func (p *pointers) isGroup(hash uint64) bool {
	at, ok := p.words.find(hash)
	return ok && p.bits[at]&atGroup != 0
}
