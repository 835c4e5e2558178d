package phrase

import (
	"slices"
	"strings"
	"unicode"

	"rostrum/text"
)

// legalForms are what companies are, beside their names, as the reader folds them.
var legalForms = [...]string{
	"uab", "ab", "mb", "ii", "vsi", "tub", "kub", "zub", "vi", "sia", "as", "ou", "oy", "oyj", "ag", "gmbh", "se", "nv", "bv",
	"sarl", "srl", "spa", "ltd", "limited", "plc", "llc", "llp", "inc", "corp",
}

func isLegalForm(word string) bool { return slices.Contains(legalForms[:], text.Fold(word)) }

// nameOtherwise adds what else a name of several words is called. With its first word last it is told by its capital:
// Ąžuolo projektas, Petraitis Jonas, „Žuvėdra“, UAB. A company is also known by its name alone, in quotation marks.
func (b *Builder) nameOtherwise(words []string, o Options, out output) {
	first, rest := words[0], words[1:]
	if !startsUpper(rest[0]) {
		return
	}
	if isLegalForm(first) {
		b.path(rest, o, text.Capital|text.Quoted, out)
	} else {
		out.close = true
	}
	b.path(append(slices.Clone(rest), first), o, text.Capital, out)
}

// hashtag adds a word as the reader cuts it in a hashtag: #YouTube is two words.
func (b *Builder) hashtag(word string, out output) {
	if !strings.ContainsFunc(word[1:], func(r rune) bool { return unicode.IsUpper(r) || unicode.IsDigit(r) }) {
		return
	}
	if parts := b.words("#" + word); len(parts) > 1 {
		b.path(parts, Options{}, text.InHashtag, out)
	}
}
