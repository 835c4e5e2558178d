package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// dictionary is a Hunspell dictionary: entries with their flags, and the suffix rules of each flag.
type dictionary struct {
	entries   []entry
	flags     map[string]string // word → the flags of all its entries
	inflected map[string]bool   // words that some entry gives forms to
	rules     map[byte][]rule
	frequency map[string]int
}

type entry struct{ word, flags string }

// rule is one suffix rule: strip an end, add another, where the word ends as the condition says.
type rule struct {
	strip, add string
	condition  []string // for each letter from the end: the letters allowed, or "^" and those forbidden
}

func readDictionary(folder string) (*dictionary, error) {
	d := &dictionary{flags: map[string]string{}, inflected: map[string]bool{}, rules: map[byte][]rule{}, frequency: map[string]int{}}
	texts := map[string]string{}
	for _, name := range []string{"hunspell_lt.aff", "hunspell_lt.dic", "freq_lt_50k.txt"} {
		text, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			return nil, fmt.Errorf("the dictionary's folder is given with -data: %w", err)
		}
		texts[name] = string(text)
	}
	for line := range strings.Lines(texts["hunspell_lt.aff"]) {
		if p := strings.Fields(line); len(p) >= 5 && p[0] == "SFX" {
			d.rules[p[1][0]] = append(d.rules[p[1][0]], rule{zero(p[2]), zero(p[3]), condition(p[4])})
		}
	}
	for line := range strings.Lines(texts["hunspell_lt.dic"]) {
		word, flags, _ := strings.Cut(strings.TrimSpace(line), "/")
		if word == "" || word[0] >= '0' && word[0] <= '9' {
			continue
		}
		d.entries = append(d.entries, entry{word, flags})
		d.flags[word] += flags
		if strings.Trim(flags, "NSXabcdefghijklmnopqrstuvwx") != "" {
			d.inflected[word] = true
		}
	}
	for line := range strings.Lines(texts["freq_lt_50k.txt"]) {
		if form, count, ok := strings.Cut(strings.TrimSpace(line), " "); ok {
			d.frequency[form], _ = strconv.Atoi(count)
		}
	}
	return d, nil
}

func zero(s string) string {
	if s == "0" {
		return ""
	}
	return s
}

func condition(text string) []string {
	var letters []string
	for runes := []rune(text); len(runes) > 0; {
		n := 1
		if runes[0] == '[' {
			n = slices.Index(runes, ']') + 1
			letters = append(letters, string(runes[1:n-1]))
		} else {
			letters = append(letters, string(runes[:1]))
		}
		runes = runes[n:]
	}
	slices.Reverse(letters)
	return letters
}

func (r rule) holds(word string) bool {
	runes := []rune(word)
	if len(runes) < len(r.condition) || !strings.HasSuffix(word, r.strip) {
		return false
	}
	for i, letters := range r.condition {
		letter := string(runes[len(runes)-1-i])
		if forbidden, not := strings.CutPrefix(letters, "^"); not && strings.Contains(forbidden, letter) ||
			!not && letters != "." && !strings.Contains(letters, letter) {
			return false
		}
	}
	return true
}

// expand gives the forms of one entry under the suffix flags given.
func (d *dictionary) expand(word, flags string) []string {
	list := []string{word}
	for i := range len(flags) {
		for _, r := range d.rules[flags[i]] {
			if r.holds(word) {
				list = append(list, strings.TrimSuffix(word, r.strip)+r.add)
			}
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}
