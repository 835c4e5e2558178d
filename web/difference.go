package web

import (
	"strings"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// Passage is a stretch of two texts laid over each other. Kind is "same", "added", "removed", or "skipped" for what was
// left out between two changes.
type Passage struct{ Kind, Text string }

// differingWords tells two texts apart word by word.
func differingWords(older, newer string) []Passage { return differing(older, newer, wordEnd) }

// differingLines tells two texts apart line by line, with two lines around each change.
func differingLines(older, newer string) []Passage {
	all := differing(older, newer, func(s string) int { return strings.IndexByte(s, '\n') + 1 })
	var kept []Passage
	for i, p := range all {
		if p.Kind != "same" {
			kept = append(kept, p)
			continue
		}
		kept = append(kept, around(p.Text, i == 0, i == len(all)-1)...)
	}
	return kept
}

// around shortens what is the same to the lines next to a change.
func around(same string, first, last bool) []Passage {
	const context = 2
	lines := strings.SplitAfter(strings.TrimSuffix(same, "\n"), "\n")
	head, tail := context, context
	if first {
		head = 0
	}
	if last {
		tail = 0
	}
	if len(lines) <= head+tail+1 {
		return []Passage{{"same", same}}
	}
	var kept []Passage
	if head > 0 {
		kept = append(kept, Passage{"same", strings.Join(lines[:head], "")})
	}
	kept = append(kept, Passage{Kind: "skipped"})
	if tail > 0 {
		kept = append(kept, Passage{"same", strings.Join(lines[len(lines)-tail:], "") + "\n"})
	}
	return kept
}

// differing cuts both texts into pieces, of which each kind gets a letter of its own, and compares the letters.
func differing(older, newer string, end func(string) int) []Passage {
	letters, pieces := map[string]rune{}, map[rune]string{}
	spell := func(s string) []rune {
		var spelt []rune
		for s != "" {
			n := end(s)
			if n <= 0 {
				n = len(s)
			}
			piece := s[:n]
			letter, known := letters[piece]
			if !known {
				if letter = rune(len(letters) + 1); letter >= 0xD800 {
					letter += 0x800 // surrogates are no letters
				}
				letters[piece], pieces[letter] = letter, piece
			}
			spelt, s = append(spelt, letter), s[n:]
		}
		return spelt
	}
	engine := diffmatchpatch.New()
	diffs := engine.DiffMainRunes(spell(older), spell(newer), false)
	passages := make([]Passage, 0, len(diffs))
	for _, d := range engine.DiffCleanupSemantic(diffs) {
		var text strings.Builder
		for _, letter := range d.Text {
			text.WriteString(pieces[letter])
		}
		kind := map[diffmatchpatch.Operation]string{diffmatchpatch.DiffEqual: "same", diffmatchpatch.DiffInsert: "added",
			diffmatchpatch.DiffDelete: "removed"}[d.Type]
		passages = append(passages, Passage{kind, text.String()})
	}
	return passages
}

// wordEnd gives where the first word of a text ends, with the spaces after it; line ends stand alone.
func wordEnd(s string) int {
	if s[0] == '\n' {
		return 1
	}
	at := strings.IndexAny(s, " \n\t")
	if at < 0 {
		return len(s)
	}
	for at < len(s) && (s[at] == ' ' || s[at] == '\t') {
		at++
	}
	return max(at, 1)
}
