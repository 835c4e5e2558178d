package tone

import (
	"bytes"
	"strings"

	"rostrum/text"
)

// How much a token counts for the sentiment towards a brand, by whom its clause is about.
const (
	ofBrand   = 1.5
	ofRival   = 0
	ofNeither = 0.7
)

// Aim tells which words of a text are said of a brand: those of a clause that names it, or that are nearer to it than to
// somebody else who is named there.
type Aim struct {
	words  []uint64 // of the brand's name
	joined []byte
	stem   []byte // of a name of one word that Lithuanian inflects
	rivals wordSet
	god    wordSet // written with a capital, and nobody's name
	we     wordSet // the brand speaking of itself
	at     []whose
	ours   []int // distances
	theirs []int
	counts []float32
}

// whose says whom a token names.
type whose uint8

const (
	nobody whose = iota
	brand
	somebody
)

// NewAim makes an Aim for a brand's name.
func NewAim(name string) *Aim {
	a := &Aim{rivals: newWordSet(8, hashes(strings.Fields(`rival rivals competitor competitors competition konkurentas
		konkurentai konkurento konkurentu konkurentus konkurentams konkurentui konkurentais kitur anas ano anie anuos anos`))),
		god: newWordSet(5, hashes(strings.Fields(`god lord jesus dievas dievo dievui dieva dieve viespatie`))),
		we:  newWordSet(6, hashes(strings.Fields(`us we our ours mes musu mums mus`)))}
	d := text.NewReader().Read(name, text.English)
	for i := range d.Tokens {
		if t := &d.Tokens[i]; t.Kind == text.Word || t.Kind == text.Number {
			a.words = append(a.words, t.Hash)
			a.joined = append(a.joined, d.Word(t)...)
		}
	}
	if len(a.words) == 1 && len(a.joined) > 3 {
		a.stem = bytes.TrimRight(a.joined, "aeiouys")
		if len(a.stem) < 3 {
			a.stem = nil
		}
	}
	return a
}

// Weights gives how much each token counts: in a post that speaks to the brand, all alike. They are
// valid until the next call.
func (a *Aim) Weights(d *text.Document) []float32 {
	a.name(d)
	a.counts = a.counts[:0]
	if a.addressed(d) {
		for range d.Tokens {
			a.counts = append(a.counts, 1)
		}
		return a.counts
	}
	for from := 0; from < len(d.Tokens); {
		to := from + 1
		for to < len(d.Tokens) && d.Tokens[to].Flags&text.BreakBefore == 0 && d.Tokens[to].Sentence == d.Tokens[from].Sentence {
			to++
		}
		a.weighClause(from, to)
		from = to
	}
	return a.counts
}

// name finds out whom each token names.
func (a *Aim) name(d *text.Document) {
	a.at = a.at[:0]
	for i := range d.Tokens {
		a.at = append(a.at, a.named(d, i))
	}
	for i := range d.Tokens {
		if len(a.words) > 0 && follows(d, int32(i)-1, a.words) {
			for k := range a.words {
				a.at[i+k] = brand
			}
		}
	}
}

// addressed tells whether a text speaks to the brand: it has its handle, and no word for rivals and no other handle but
// those that it begins with. Names are then of places, days and people, of whom the brand is told.
func (a *Aim) addressed(d *text.Document) bool {
	found, opening := false, true
	for i := range d.Tokens {
		switch t := &d.Tokens[i]; {
		case t.Kind == text.Handle && a.at[i] == brand:
			found = true
		case t.Kind == text.Handle && !opening, a.rivals.has(t.Hash):
			return false
		case t.Kind != text.Handle && t.Flags&text.InHandle == 0:
			opening = false
		}
	}
	return found
}

func (a *Aim) named(d *text.Document, i int) whose {
	t := &d.Tokens[i]
	word := d.Word(t)
	switch {
	case t.Kind == text.Handle || t.Kind == text.Hashtag:
		if len(a.joined) > 0 && bytes.Contains(word, a.joined) {
			return brand
		}
		if t.Kind == text.Handle {
			return somebody
		}
	case t.Kind != text.Word || t.Flags&(text.InLink|text.InHandle|text.InHashtag) != 0:
	case a.stem != nil && bytes.HasPrefix(word, a.stem) && len(word) <= len(a.stem)+longestEnding && t.Flags&text.Capital != 0:
		return brand
	case a.we.has(t.Hash):
		return brand
	case a.rivals.has(t.Hash):
		return somebody
	case t.Flags&(text.Capital|text.Upper) == text.Capital && len(word) > 1 && !a.god.has(t.Hash) && i > 0 && d.Tokens[i-1].Sentence == t.Sentence:
		return somebody
	}
	return nobody
}

// longestEnding is how many letters a Lithuanian ending adds to the stem of a name at most.
const longestEnding = 4

func (a *Aim) weighClause(from, to int) {
	a.ours = a.distances(a.ours[:0], from, to, brand)
	a.theirs = a.distances(a.theirs[:0], from, to, somebody)
	for i := range a.ours {
		switch {
		case a.ours[i] == far && a.theirs[i] == far:
			a.counts = append(a.counts, ofNeither)
		case a.ours[i] <= a.theirs[i]:
			a.counts = append(a.counts, ofBrand)
		default:
			a.counts = append(a.counts, ofRival)
		}
	}
}

const far = 1 << 30

// distances appends how far each token of a clause is from the nearest one that names somebody.
func (a *Aim) distances(out []int, from, to int, who whose) []int {
	away := far
	for i := from; i < to; i++ {
		away = a.step(i, away, who)
		out = append(out, away)
	}
	away = far
	for i := to - 1; i >= from; i-- {
		away = a.step(i, away, who)
		out[i-from] = min(out[i-from], away)
	}
	return out
}

func (a *Aim) step(i, away int, who whose) int {
	switch {
	case a.at[i] == who:
		return 0
	case away < far:
		return away + 1
	}
	return far
}
