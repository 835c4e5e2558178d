package entity

import (
	"bytes"

	"rostrum/text"
)

// wholeAddress gives the last token of an address that goes on after the street: a flat, a town, a postcode, on the same
// line or on the next ones. It ends with a number; a town with nothing after it is left out.
func (s *search) wholeAddress(last int) int {
	const reach = 10
	tokens := s.d.Tokens
	end := last
	for j := last + 1; j < len(tokens) && j <= last+reach; j++ {
		t := &tokens[j]
		if !s.goesOn(j-1, j) || t.Flags&(text.InLink|text.InHandle|text.InHashtag) != 0 {
			return end
		}
		size := t.FoldEnd - t.FoldStart
		switch {
		case t.Kind == text.Number && size <= 6 && (size >= 3 || isFlat(s.d.Word(&tokens[j-1]))),
			t.Kind == text.Word && t.Flags&text.HasDigit != 0 && size <= 8:
			end = j
		case t.Kind != text.Word || t.Flags&text.Capital == 0 && !isFlat(s.d.Word(t)) && s.lines(j-1, j) == 0:
			return end
		}
	}
	return end
}

// goesOn tells whether two tokens may belong to one address: at most a comma, a line break and the marks that mails put
// before quoted lines stand between them, a full stop only after an abbreviation.
func (s *search) goesOn(i, j int) bool {
	const longest = 8
	gap := s.gap(i, j)
	if len(gap) > longest {
		return false
	}
	lines := 0
	for _, c := range gap {
		switch c {
		case '\n':
			lines++
		case '.':
			if !isFlat(s.d.Word(&s.d.Tokens[i])) {
				return false
			}
		case ' ', ',', '>', '?', '|', '\r', '-', '#':
		default:
			return false
		}
	}
	return lines <= 1
}

// headed looks for an address of any country that is known by the flat after it: a number, a name, perhaps a number, and
// a flat, as on an envelope.
func (s *search) headed(i int) (first, last int, ok bool) {
	const longestName = 6
	tokens := s.d.Tokens
	if tokens[i].Kind != text.Number || tokens[i].FoldEnd-tokens[i].FoldStart > 5 {
		return 0, 0, false
	}
	name := false
	for j := i + 1; j+1 < len(tokens) && j <= i+longestName+1; j++ {
		t := &tokens[j]
		if name && isFlat(s.d.Word(t)) && startsWithDigit(s.d.Word(&tokens[j+1])) && s.goesOn(j-1, j) && s.goesOn(j, j+1) {
			return i, j + 1, tokens[j-1].Kind == text.Number || t.Sentence != tokens[i].Sentence || s.lines(j-1, j) > 0
		}
		if t.Kind != text.Word && t.Kind != text.Number || !s.goesOn(j-1, j) {
			return 0, 0, false
		}
		name = name || t.Kind == text.Word && t.FoldEnd-t.FoldStart >= 4
	}
	return 0, 0, false
}

// lines tells how many lines end between two tokens.
func (s *search) lines(i, j int) int {
	return bytes.Count(s.gap(i, j), []byte("\n"))
}

// gap gives what stands between two tokens; nothing where one is part of the other, as a word of a handle is.
func (s *search) gap(i, j int) []byte {
	from, to := s.d.Tokens[i].FoldEnd, s.d.Tokens[j].FoldStart
	return s.folded[min(from, to):to]
}

// isDwelling tells whether a flat is named between two tokens by a word for where people live, not for offices.
func (s *search) isDwelling(first, last int) bool {
	for i := first; i <= last; i++ {
		switch string(s.d.Word(&s.d.Tokens[i])) {
		case "apt", "apartment", "flat", "but", "bt", "butas":
			return true
		}
	}
	return false
}
