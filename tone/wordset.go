package tone

import (
	"strings"

	"rostrum/text"
)

// wordSet is a set of words by hash, made for asking quickly.
type wordSet struct {
	slots []uint64
	mask  uint64
}

func newWordSet(bits int, hashes []uint64) wordSet {
	s := wordSet{make([]uint64, 1<<bits), 1<<bits - 1}
	for _, h := range hashes {
		at := h & s.mask
		for s.slots[at] != 0 && s.slots[at] != h {
			at = (at + 1) & s.mask
		}
		s.slots[at] = h
	}
	return s
}

// find gives the place of a word in the set.
func (s *wordSet) find(h uint64) (uint32, bool) {
	for at := h & s.mask; s.slots[at] != 0; at = (at + 1) & s.mask {
		if s.slots[at] == h {
			return uint32(at), true
		}
	}
	return 0, false
}

func (s *wordSet) has(h uint64) bool {
	_, ok := s.find(h)
	return ok
}

// hidden are the English words for groups of people, which learned models read as one.
var hidden = newWordSet(12, hashes(hiddenWords()))

func hashes(words []string) []uint64 {
	var out []uint64
	for _, w := range words {
		out = append(out, text.HashString(w))
	}
	return out
}

// hiddenWords gives the single words of the identity lexicon and their plurals, and the words of hidden_en. The files
// are part of the program: that they can be read is tested.
func hiddenWords() []string {
	var words []string
	for _, file := range []string{"identity", "hidden"} {
		lines("lexicon/"+file+"_en.txt", func(fields []string) error {
			if w := strings.TrimPrefix(fields[0], "="); !strings.ContainsAny(w, " -") {
				words = append(words, w, plural(w))
			}
			return nil
		})
	}
	return words
}
