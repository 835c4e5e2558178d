package tone

import "rostrum/text"

// whom says of whom a word is said, and whether it is meant, as far as the small words before it tell without grammar. Learned
// weights read a word again with it: the same words are abuse of a reader, and none of a printer.
type whom uint8

const (
	ofNoOne whom = iota
	ofReader
	ofPeople
	ofWriter
	ofThings
	isTold // quoted, told of, spoken against
)

// toldLeft is how much of a word's weight for abuse is left where it is told of.
const toldLeft = 0.5

// share gives how much a word counts for abuse.
func (w whom) share() float32 {
	if w == isTold {
		return toldLeft
	}
	return 1
}

// aside follows a text and tells of whom its words are said.
type aside struct {
	sentence int32
	against  bool // the sentence speaks against something
	told     bool // what follows is told of
	of       whom // what follows is said of
}

// pointed is how many tokens of a text are looked up before it is read: more than nearly all posts have.
const pointed = 80

// points gives what a token says to those after it.
func (f *features) points(i int) uint8 {
	if i < pointed {
		return f.pointed[i]
	}
	return f.pointers.at(f.d, i)
}

// whom gives of whom a token is said. Tokens must come in order.
func (f *features) whom(i int) whom {
	t, a := &f.d.Tokens[i], &f.aside
	if t.Sentence != a.sentence {
		*a = aside{sentence: t.Sentence, against: f.against && f.speaksAgainst(i)}
	}
	if t.Flags&text.BreakBefore != 0 {
		a.of = ofNoOne
	}
	w := a.of
	if a.told || a.against || t.Flags&text.Quoted != 0 {
		w = isTold
	}
	if bits := f.points(i); bits != 0 {
		a.hear(bits)
	}
	return w
}

// hear goes on with what a token says to those after it.
func (a *aside) hear(bits uint8) {
	a.told = a.told || bits&atTold != 0
	switch {
	case bits&atReader != 0:
		a.of, a.told = ofReader, false
	case bits&(atGroup|atPeople) != 0:
		a.of = ofPeople
	case bits&atWriter != 0:
		a.of = ofWriter
	case bits&atThings != 0:
		a.of = ofThings
	}
}

// speaksAgainst tells whether the sentence that begins at a token speaks against something.
func (f *features) speaksAgainst(from int) bool {
	sentence := f.d.Tokens[from].Sentence
	for i := from; i < len(f.d.Tokens) && i < from+reachOut && f.d.Tokens[i].Sentence == sentence; i++ {
		if f.points(i)&atAgainst != 0 {
			return true
		}
	}
	return false
}
