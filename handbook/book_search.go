package handbook

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Search gives the clauses that have all the words, by their beginnings and with or without diacritics, those with the
// words in the title first. Where nothing is found, the words are tried again without their endings.
func (b *Book) Search(query string) []Entry {
	words := strings.FieldsFunc(foldPlain(query), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' })
	if len(words) == 0 {
		return nil
	}
	if found := b.find(words); len(found) > 0 {
		return found
	}
	for i, w := range words {
		words[i] = stem(w)
	}
	return b.find(words)
}

func (b *Book) find(words []string) []Entry {
	type ranked struct {
		Entry
		score int
	}
	var found []ranked
	for _, c := range b.leaves() {
		score, first := 0, -1
		for _, w := range words {
			at := startOf(c.foldedBody, w)
			switch {
			case startOf(c.foldedTitle, w) >= 0:
				score += 10
			case at >= 0 && startOf(c.foldedTitle, stem(w)) >= 0:
				score += 5
			case at >= 0:
				score++
			default:
				score = -1 << 20
			}
			if at >= 0 && (first < 0 || at < first) {
				first = at
			}
		}
		if score > 0 {
			e := c.Entry
			e.Text = around(c.body, first)
			found = append(found, ranked{e, score})
		}
	}
	slices.SortStableFunc(found, func(x, y ranked) int { return cmp.Compare(y.score, x.score) })
	var all []Entry
	for _, f := range found {
		all = append(all, f.Entry)
	}
	return all
}

// leaf is a clause as it is searched.
type leaf struct {
	Entry
	body, foldedTitle, foldedBody string
}

// readLeaves makes all clauses ready to be searched, which takes longer than searching them.
func (e *edition) readLeaves() []leaf {
	var all []leaf
	for _, c := range e.policy.Clauses {
		title, body := c.Title.In(e.lang), join([]string{e.plain(c.Text.In(e.lang)), c.Consequence.In(e.lang)})
		all = append(all, leaf{
			Entry: Entry{ID: c.ID, Number: c.Number, Title: title, Lang: e.foreign(c.Title), TextLang: e.foreign(c.Text)},
			body:  body, foldedTitle: foldPlain(c.Number + " " + title), foldedBody: foldPlain(body),
		})
	}
	return all
}

// foldPlain makes letters small and plain, rune by rune, so that places stay places.
func foldPlain(s string) string { return lithuanianLetters.Replace(strings.ToLower(s)) }

// startOf gives which rune a word that begins so starts at, or -1.
func startOf(text, beginning string) int {
	for from := 0; ; {
		at := strings.Index(text[from:], beginning)
		if at < 0 {
			return -1
		}
		at += from
		if before, _ := utf8.DecodeLastRuneInString(text[:at]); at == 0 || !unicode.IsLetter(before) && !unicode.IsDigit(before) {
			return utf8.RuneCountInString(text[:at])
		}
		from = at + len(beginning)
	}
}

// stem takes off what changes at the end of longer words.
func stem(w string) string {
	switch n := utf8.RuneCountInString(w); {
	case n > 8:
		return w[:len(w)-3]
	case n > 5:
		return w[:len(w)-2]
	case n > 4:
		return w[:len(w)-1]
	}
	return w
}

// around gives what stands about a rune of a text, cut between words.
func around(s string, at int) string {
	const before, after = 60, 120
	runes := []rune(s)
	if at < 0 {
		return clip(s, before+after)
	}
	from := max(0, at-before)
	for from > 0 && from < at && runes[from-1] != ' ' {
		from++
	}
	cut := clip(string(runes[from:]), at-from+after)
	if from > 0 {
		return "… " + cut
	}
	return cut
}
