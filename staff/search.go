package staff

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// maxTerms is how many words of a search count; whoever types more narrows nothing down any further.
const maxTerms = 8

// SearchWords gives the words by whose beginnings a person is found: those of the name and of the address, in lower case
// and without diacritics, and the whole address.
func SearchWords(name, mail string) []string {
	before, _, _ := strings.Cut(mail, "@")
	words := append(plainWords(name), plainWords(before)...)
	words = append(words, strings.ToLower(mail))
	slices.Sort(words)
	return slices.Compact(words)
}

// SearchTerms gives the beginnings of words that a search asks for; a person must have a word for each.
func SearchTerms(query string) []string {
	var terms []string
	for _, part := range strings.Fields(query) {
		if strings.Contains(part, "@") {
			terms = append(terms, strings.ToLower(part))
		} else {
			terms = append(terms, plainWords(part)...)
		}
	}
	return terms[:min(len(terms), maxTerms)]
}

// Folded is a name as names are compared: „Rinkodara“ and “RINKODARA ” are one team.
func Folded(name string) string {
	return strings.ToLower(norm.NFKC.String(spaced(name)))
}

// spaced has one space between words and none around them.
func spaced(s string) string { return strings.Join(strings.Fields(s), " ") }

// plain is lower case without diacritics.
func plain(s string) string {
	without := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFKD.String(s))
	return strings.ToLower(without)
}

func plainWords(s string) []string {
	return strings.FieldsFunc(plain(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
