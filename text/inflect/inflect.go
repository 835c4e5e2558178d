// Package inflect gives the surface forms of one English or Lithuanian word, so that a listed term is found however
// a sentence bends it. It owns the paradigms and the small tables that tell which paradigm a word takes. It refuses
// to read texts, to strip forms back to a word, and to know what any word means.
package inflect

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Options narrows which forms are wanted.
type Options struct {
	Singular bool // the word names one thing (a codename, a company, a person) and has no plural
}

const (
	longestWord = 64 // bytes; anything longer is no word of either language
	maxForms    = 399
)

// English gives every form of one word, the word itself first, in lower case and without duplicates: plural and
// possessives, and for a word that can be a verb its third person, past and -ing forms. The possessive is written
// with the straight apostrophe.
func English(word string, o Options) []string {
	lower := strings.ToLower(word)
	if !isWord(lower) {
		return []string{lower}
	}
	f := newForms(lower)
	defer f.release()
	f.english(lower, word, o)
	return f.list()
}

// Lithuanian gives every form of one word, the word itself first, in lower case, with diacritics and without
// duplicates. The word is expected in its dictionary form; for another form it gives the form itself and what can be
// told from it. Prefixes of negation (ne-) and aspect (be-, te-) are not added.
func Lithuanian(word string, o Options) []string {
	lower := strings.ToLower(word)
	if !isWord(lower) {
		return []string{lower}
	}
	f := newForms(lower)
	defer f.release()
	shape := shapeOf(word)
	inner := shape == capital && strings.ContainsFunc(word[1:], unicode.IsUpper)
	f.lithuanian(term{lower: lower, shape: shape, inner: inner, singular: o.Singular})
	return f.list()
}

// isWord tells whether a word can inflect: letters, with hyphens inside.
func isWord(lower string) bool {
	if lower == "" || len(lower) > longestWord {
		return false
	}
	for i, r := range lower {
		if r == '-' && i > 0 && i < len(lower)-1 {
			continue
		}
		if r == utf8.RuneError || !unicode.IsLetter(r) {
			return false
		}
	}
	return true
}

// shape is how a word was written, which tells names and abbreviations from common words.
type shape uint8

const (
	small        shape = iota // vaistas
	capital                   // Petras, iPhone: a capital somewhere
	abbreviation              // VMI: all capitals and short
)

const longestAbbreviation = 5 // letters; a longer word in capitals is a shouted one

func shapeOf(word string) shape {
	upper, letters := 0, 0
	for _, r := range word {
		letters++
		if unicode.IsUpper(r) {
			upper++
		}
	}
	switch {
	case upper == 0:
		return small
	case upper == letters && letters <= longestAbbreviation:
		return abbreviation
	case upper == letters && letters > longestAbbreviation:
		return small
	}
	return capital
}
