package tone

import (
	"slices"
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
	first  []byte // word of the name
	stem   []byte // of the first word, which Lithuanian inflects
	rivals wordSet
	we     wordSet // the brand speaking of itself
	at     []whose
	named  bool  // the text has the brand's name
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
		we: newWordSet(6, hashes(strings.Fields(`us we our ours mes musu mums mus`)))}
	d := text.NewReader().Read(name, text.English)
	for i := range d.Tokens {
		if t := &d.Tokens[i]; t.Kind == text.Word || t.Kind == text.Number {
			a.words = append(a.words, t.Hash)
			a.joined = append(a.joined, d.Word(t)...)
		}
	}
	if i := slices.IndexFunc(d.Tokens, func(t text.Token) bool { return t.Kind == text.Word }); i >= 0 {
		a.first = slices.Clone(d.Word(&d.Tokens[i]))
		a.stem = stemOf(a.first)
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
