package policy

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// alternatives are rows of words, any of which will do.
type alternatives [][]word

// word is a word, a beginning of one, or a gap.
type word struct {
	text   string
	prefix bool
	gap    int // words that may stand between, at most; -1: this is no gap
}

// parse reads alternatives as a breadth writes them.
func parse(s string) alternatives {
	var rows alternatives
	for _, row := range strings.Split(s, "|") {
		var words []word
		for _, w := range strings.Fields(row) {
			if gap, is := strings.CutPrefix(w, ".."); is {
				n, _ := strconv.Atoi(gap)
				words = append(words, word{gap: n})
				continue
			}
			text, prefix := strings.CutSuffix(w, "*")
			words = append(words, word{text, prefix, -1})
		}
		if len(words) > 0 {
			rows = append(rows, words)
		}
	}
	return rows
}

// in says whether one of the rows stands in the words.
func (a alternatives) in(words []string) bool {
	for _, row := range a {
		for i := range words {
			if stands(row, words[i:]) {
				return true
			}
		}
	}
	return false
}

// stands says whether a row stands at the beginning of the words.
func stands(row []word, words []string) bool {
	if len(row) == 0 {
		return true
	}
	if row[0].gap >= 0 {
		for skip := 0; skip <= row[0].gap && skip < len(words); skip++ {
			if stands(row[1:], words[skip:]) {
				return true
			}
		}
		return false
	}
	if len(words) == 0 || !(words[0] == row[0].text || row[0].prefix && strings.HasPrefix(words[0], row[0].text)) {
		return false
	}
	return stands(row[1:], words[1:])
}

// sentence is a sentence or an item of a list, with the words of the line that leads into the list.
type sentence struct {
	start, end int
	words      []string
}

// longestLead is how many words of the line before a list count for its items.
const longestLead = 40

// sentencesOf divides a Markdown text into sentences, and these where a "but" turns them round.
func sentencesOf(text string, s speech) []sentence {
	var found []sentence
	var lead []string
	for start := 0; start < len(text); {
		end, isItem := unit(text, start)
		words := s.words(text[start:end])
		parts := split(words, s.splits)
		for _, part := range parts {
			if isItem {
				part = append(slices.Clone(lead), part...)
			}
			if len(part) > 0 {
				from, to := trimmed(text, start, end)
				found = append(found, sentence{from, to, part})
			}
		}
		if !isItem && len(words) > 0 {
			lead = nil
			if strings.HasSuffix(strings.TrimRight(text[start:end], " \n\r*_"), ":") {
				lead = parts[len(parts)-1]
				lead = lead[max(0, len(lead)-longestLead):]
			}
		}
		start = end
	}
	return found
}

// unit gives the end of the sentence, or of the item of a list, that begins at start.
func unit(text string, start int) (end int, isItem bool) {
	first := strings.TrimLeft(text[start:], " \t\r\n")
	isItem = startsItem(first)
	for i := len(text) - len(first); i < len(text); i++ {
		rest := text[i+1:]
		switch text[i] {
		case '.', '!', '?', ';':
			if rest == "" || strings.ContainsRune(" \n\r\t\"')*_", rune(rest[0])) || strings.HasPrefix(rest, "“") ||
				strings.HasPrefix(rest, "”") {
				if !(isItem && i < len(text)-len(first)+4) { // 1. begins an item and ends no sentence
					return i + 1, isItem
				}
			}
		case '\n':
			next := strings.TrimLeft(rest, " \t\r")
			if next == "" || next[0] == '\n' || next[0] == '#' || startsItem(next) || strings.HasPrefix(first, "#") {
				return i + 1, isItem
			}
		}
	}
	return len(text), isItem
}

// startsItem says whether a line begins an item of a list: "- ", "* ", "1. ".
func startsItem(line string) bool {
	digits := len(line) - len(strings.TrimLeft(line, "0123456789"))
	if digits > 0 && digits <= 3 {
		return strings.HasPrefix(line[digits:], ". ") || strings.HasPrefix(line[digits:], ") ")
	}
	return strings.HasPrefix(line, "- ") || strings.HasPrefix(line, "* ") || strings.HasPrefix(line, "+ ") || strings.HasPrefix(line, "• ")
}

// wordsOf gives the words of a folded text; hyphens inside them are dropped, so that co-worker is coworker.
func wordsOf(text string) []string {
	words := strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '-'
	})
	kept := words[:0]
	for _, w := range words {
		if w = strings.ReplaceAll(strings.Trim(w, "'-"), "-", ""); w != "" {
			kept = append(kept, w)
		}
	}
	return kept
}

// split divides words before each of the words that turn a sentence round.
func split(words, at []string) [][]string {
	var parts [][]string
	from := 0
	for i, w := range words {
		if i > from && slices.Contains(at, w) {
			parts = append(parts, words[from:i])
			from = i
		}
	}
	return append(parts, words[from:])
}

func trimmed(text string, start, end int) (from, to int) {
	from, to = start, end
	for from < to {
		r, size := utf8.DecodeRuneInString(text[from:])
		if !unicode.IsSpace(r) && !strings.ContainsRune("-*+#>•", r) {
			break
		}
		from += size
	}
	return from, from + len(strings.TrimRight(text[from:to], " \t\r\n"))
}
