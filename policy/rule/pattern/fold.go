package pattern

import (
	"regexp/syntax"
	"slices"

	"rostrum/text"
)

// fold changes an expression so that it matches the folded text where it would have matched the text as typed:
// letters become what the reader makes of them, and classes take in the folded forms of their letters.
func fold(re *syntax.Regexp) {
	switch re.Op {
	case syntax.OpLiteral:
		re.Rune = []rune(text.Fold(string(re.Rune)))
		re.Flags &^= syntax.FoldCase
	case syntax.OpCharClass:
		re.Rune = foldClass(re.Rune)
	}
	for _, sub := range re.Sub {
		fold(sub)
	}
}

// maxFolded bounds how many letters of a class are folded one by one; a wider class has their folded forms anyway.
const maxFolded = 1000

func foldClass(ranges []rune) []rune {
	out := slices.Clone(ranges)
	for i := 0; i < len(ranges); i += 2 {
		if ranges[i+1]-ranges[i] > maxFolded {
			continue
		}
		for r := ranges[i]; r <= ranges[i+1]; r++ {
			if f := []rune(text.Fold(string(r))); len(f) == 1 && f[0] != r {
				out = append(out, f[0], f[0])
			}
		}
	}
	return normal(out)
}

// normal sorts the ranges of a class and joins those that touch, as regexp/syntax wants them.
func normal(ranges []rune) []rune {
	type span struct{ lo, hi rune }
	var spans []span
	for i := 0; i < len(ranges); i += 2 {
		spans = append(spans, span{ranges[i], ranges[i+1]})
	}
	slices.SortFunc(spans, func(a, b span) int { return int(a.lo - b.lo) })
	var out []rune
	for _, s := range spans {
		if n := len(out); n > 0 && s.lo <= out[n-1]+1 {
			out[n-1] = max(out[n-1], s.hi)
			continue
		}
		out = append(out, s.lo, s.hi)
	}
	return out
}
