package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"rostrum/bench/corpus"
	"rostrum/sense"
	"rostrum/text"
	"rostrum/tone"
)

// Lithuanian texts of any day, in which nothing is abuse: posts of companies and their people, and sentences of newspapers and
// books from a treebank, which marks them.
const (
	ordinaryPosts = "check/testdata/posts_lt.txt"
	treebank      = "lt/ud_alksnis_dev.conllu" // of the data folder
	sentenceMark  = "# text = "
)

// ordinary prints of how many Lithuanian texts of any day a score says something, and of how many a rule at balanced.
func (m *meter) ordinary(data string) error {
	l, err := tone.NewListener("")
	if err != nil {
		return err
	}
	threats, err := sense.For(text.Lithuanian)
	if err != nil {
		return err
	}
	for _, from := range []struct{ file, mark string }{{ordinaryPosts, ""}, {filepath.Join(data, treebank), sentenceMark}} {
		said, found, all := 0, 0, 0
		err := corpus.Lines(from.file, func(line []byte) error {
			words, marked := strings.CutPrefix(string(line), from.mark)
			if !marked || strings.TrimSpace(words) == "" || from.mark == "" && strings.HasPrefix(words, "#") {
				return nil
			}
			all++
			if s := hear(l, threats, words, text.Lithuanian).Scores; max(s.Hate, s.Offensive, s.Threat) >= 0.5 {
				said++
			}
			if told := m.together(words, tone.Balanced); slices.Contains(told[:], true) {
				found++
			}
			return nil
		})
		if err != nil {
			return err
		}
		fmt.Printf("%s, %d texts of any day: a score says something of %d, a rule at balanced of %d\n", filepath.Base(from.file), all, said, found)
	}
	return nil
}
