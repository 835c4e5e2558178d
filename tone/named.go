package tone

import (
	"bytes"
	"slices"
	"strings"
	"sync"

	"rostrum/text"
)

// stemOf gives what no Lithuanian ending changes of a name; nil where that is too little to know it by.
func stemOf(name []byte) []byte {
	if len(name) <= 3 {
		return nil
	}
	stem := bytes.TrimRight(name, "aeiouys")
	if n := len(stem) - 1; n > 3 && (stem[n] == 't' || stem[n] == 'd') { // slenkstis, slenksčio
		stem = stem[:n]
	}
	if len(stem) < 3 {
		return nil
	}
	return stem
}

// name finds out whom each token names.
func (a *Aim) name(d *text.Document) {
	a.at = a.at[:0]
	for i := range d.Tokens {
		a.at = append(a.at, a.who(d, i))
	}
	for i := range d.Tokens {
		if len(a.words) > 0 && follows(d, int32(i)-1, a.words) {
			for k := range a.words {
				a.at[i+k] = brand
			}
		}
	}
	a.named = slices.Contains(a.at, brand)
	if a.named {
		return
	}
	for i := range d.Tokens { // then the brand is who speaks
		if a.we.has(d.Tokens[i].Hash) {
			a.at[i] = brand
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

// silenceNames makes names of companies count nothing.
func (a *Aim) silenceNames(weights []float32) {
	for i, who := range a.at {
		if who != nobody {
			weights[i] = 0
		}
	}
}

// spokenTo tells whether a text has the brand's handle.
func (a *Aim) spokenTo(d *text.Document) bool {
	for i := range d.Tokens {
		if d.Tokens[i].Kind == text.Handle && a.at[i] == brand {
			return true
		}
	}
	return false
}

func (a *Aim) who(d *text.Document, i int) whose {
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
	case a.inflected(d, t, word):
		return brand
	case a.rivals.has(t.Hash):
		return somebody
	case t.Flags&(text.Capital|text.Upper) == text.Capital && len(word) > 1 && a.isName(d, i):
		return somebody
	}
	return nobody
}

// isName tells whether a word with a capital is a name: it is no ordinary word, and stands within a sentence or in
// quotation marks, or no word that English is known to have.
func (a *Aim) isName(d *text.Document, i int) bool {
	t := &d.Tokens[i]
	if openers().has(t.Hash) {
		return false
	}
	within := i > 0 && d.Tokens[i-1].Sentence == t.Sentence
	return within || t.Flags&text.Quoted != 0 || d.Lang == text.English && !knownWords().has(t.Hash)
}

// inflected tells whether a word is the first of the name with an ending: any of Lithuanian, or what English says whose
// something is by. A part of a name, or a short name, has a capital.
func (a *Aim) inflected(d *text.Document, t *text.Token, word []byte) bool {
	if a.stem == nil || !bytes.HasPrefix(word, a.stem) || len(word) > len(a.stem)+longestEnding {
		return false
	}
	if t.Flags&text.Capital != 0 {
		return true
	}
	if d.Lang == text.English {
		rest, whole := bytes.CutPrefix(word, a.first)
		return whole && len(a.words) == 1 && (len(rest) == 0 || rest[0] == 's' || rest[0] == '\'')
	}
	return len(a.stem) >= shortestStem
}

// shortestStem is how many letters a name without a capital is known by at least.
const shortestStem = 4

// openers are ordinary words with a capital, which are nobody's name.
var openers = sync.OnceValue(func() *wordSet {
	var words []string
	lines("lexicon/opener.txt", func(f []string) error { words = append(words, strings.Fields(f[0])...); return nil })
	s := newWordSet(12, hashes(words))
	return &s
})

// longestEnding is how many letters a Lithuanian ending adds to the stem of a name at most.
const longestEnding = 4
