package sense

import (
	"cmp"
	"slices"

	"rostrum/text"
)

// reasons is how many words are named at most.
const reasons = 3

// Word is a word that makes a text say something.
type Word struct {
	Start, End int32 // bytes of the source
	units      int32
}

// Because gives the words that speak most for what a text says, in the order in which they stand: of the sentence that says most
// of it.
func (m *Model) Because(t Text, of Of, said Said) []Word {
	var buf [mostOfToken]uint32
	units := m.Units[int(of)*Features : (int(of)+1)*Features]
	var all []Word
	first, last := within(t.doc, said)
	r := t.reader(first)
	for i := first; i < last; i++ {
		token := &t.doc.Tokens[i]
		if one := sum(units, r.token(i, buf[:0])); one > 0 && (token.Kind == text.Word || token.Kind == text.Emoji) {
			all = append(all, Word{token.Start, token.End, one})
		}
	}
	slices.SortStableFunc(all, func(a, b Word) int { return cmp.Compare(b.units, a.units) })
	all = all[:min(len(all), reasons)]
	slices.SortFunc(all, func(a, b Word) int { return cmp.Compare(a.Start, b.Start) })
	return all
}

// within gives the tokens of a sentence.
func within(d *text.Document, said Said) (first, last int) {
	first = len(d.Tokens)
	for i := range d.Tokens {
		if t := &d.Tokens[i]; t.Start >= said.Start && t.End <= said.End {
			first, last = min(first, i), i+1
		}
	}
	return first, last
}
