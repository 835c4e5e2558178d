package terms

import (
	"slices"
	"unicode/utf8"
)

// pairs are the marks that belong together; the same mark may open in one language and close in another.
var pairs = [][2]rune{{'„', '“'}, {'„', '”'}, {'„', '"'}, {'“', '”'}, {'«', '»'}, {'»', '«'}, {'"', '"'}, {'(', ')'}, {'[', ']'}}

// whole widens a stretch of a text that has one of two marks in it by the other, where that stands right beside it:
// projektu „Ąžuolas gets its “.
func whole(s string, start, end int) (int, int) {
	before, size := utf8.DecodeLastRuneInString(s[:start])
	after, sizeAfter := utf8.DecodeRuneInString(s[end:])
	var open []rune
	for _, c := range s[start:end] {
		switch {
		case len(open) == 0 && pair(before, c):
			return start - size, end
		case len(open) > 0 && pair(open[len(open)-1], c):
			open = open[:len(open)-1]
		case opens(c):
			open = append(open, c)
		}
	}
	if len(open) > 0 && pair(open[len(open)-1], after) {
		return start, end + sizeAfter
	}
	return start, end
}

func pair(open, end rune) bool { return slices.Contains(pairs, [2]rune{open, end}) }

func opens(c rune) bool {
	return slices.ContainsFunc(pairs, func(p [2]rune) bool { return p[0] == c })
}
