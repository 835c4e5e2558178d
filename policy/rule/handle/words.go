package handle

import (
	_ "embed"
	"strings"

	"rostrum/policy/rule/link/likeness"
)

//go:embed words.txt
var wordFile string

// words are what imitators add to a name, in canonical letters.
type words map[string]map[string]bool

func readWords() words {
	w := words{}
	for paragraph := range strings.SplitSeq(wordFile, "\n\n") {
		kind, members := "", map[string]bool{}
		for line := range strings.Lines(paragraph) {
			switch line = strings.TrimSpace(line); {
			case line == "" || strings.HasPrefix(line, "#"):
			case kind == "":
				kind = line
			default:
				for _, word := range strings.Fields(line) {
					members[string(likeness.Canonical(nil, word))] = true
				}
			}
		}
		w[kind] = members
	}
	return w
}

const minWord = 2 // letters of the shortest added word: lt, eu

// additions tells whether canonical letters are a row of added words, and how many of them are official ones.
func (w words) additions(canon []byte) (officials int, ok bool) {
	if len(canon) == 0 {
		return 0, true
	}
	for end := len(canon); end >= minWord; end-- {
		head := canon[:end]
		isOfficial := w["official"][string(head)]
		if !isOfficial && !w["filler"][string(head)] {
			continue
		}
		if more, ok := w.additions(canon[end:]); ok {
			if isOfficial {
				more++
			}
			return more, true
		}
	}
	return 0, false
}
