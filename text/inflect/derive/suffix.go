package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// example is a word and the paradigm it takes.
type example struct {
	word, class string
	exceptional bool // an exception deserves a line of its own
}

// suffixRules finds the ends of words that tell their class: an end is written where, for at least gain more words,
// it knows better than the shorter end does. Keys with "^" are whole words.
func suffixRules(examples []example, otherwise string, gain int) map[string]string {
	rules := map[string]string{}
	var split func(list []example, length int, inherited string)
	split = func(list []example, length int, inherited string) {
		counts := map[string]int{}
		for _, e := range list {
			counts[e.class]++
		}
		best := inherited
		for _, class := range slices.Sorted(maps.Keys(counts)) {
			if counts[class] > counts[best] {
				best = class
			}
		}
		if best != inherited && length >= 2 && counts[best]-counts[inherited] >= gain {
			rules[tail(list[0].word, length)] = best
			inherited = best
		}
		groups := map[string][]example{}
		for _, e := range list {
			if utf8.RuneCountInString(e.word) > length {
				end := tail(e.word, length+1)
				groups[end] = append(groups[end], e)
			} else if e.exceptional && e.class != inherited {
				rules["^"+e.word] = e.class
			}
		}
		for _, group := range groups {
			if len(group) > 1 {
				split(group, length+1, inherited)
			} else if e := group[0]; e.exceptional && e.class != inherited {
				rules["^"+e.word] = e.class
			}
		}
	}
	split(examples, 0, otherwise)
	return rules
}

func tail(word string, letters int) string {
	runes := []rune(word)
	return string(runes[len(runes)-letters:])
}

// classes writes the table of paradigms for the endings that several share.
func classes(d *dictionary, verbs map[string][2]string) string {
	byEnding := map[string][]example{}
	seen := map[string]bool{}
	for _, e := range commonWordsFirst(d.entries) {
		word := strings.ToLower(e.word)
		ending := classEnding(word)
		if ending == "" || seen[word] {
			continue
		}
		seen[word] = true
		if class := classOf(word, d.flags[e.word]); class != "" {
			byEnding[ending] = append(byEnding[ending], example{word, class, true})
		}
	}
	for word, flags := range d.flags {
		if strings.HasSuffix(word, "ti") && strings.Contains(flags, "R") && !seen[word+"s"] {
			byEnding["is"] = append(byEnding["is"], example{word + "s", "v", true})
		}
	}
	keys := map[string][]string{}
	for _, ending := range slices.Sorted(maps.Keys(byEnding)) {
		list := byEnding[ending]
		slices.SortFunc(list, func(a, b example) int { return cmp.Or(cmp.Compare(a.word, b.word), cmp.Compare(a.class, b.class)) })
		for key, class := range suffixRules(list, "n", 3) {
			keys[class] = append(keys[class], key)
		}
	}
	for infinitive, parts := range verbs {
		for _, form := range []string{infinitive, parts[0], parts[1]} {
			if strings.Contains(d.flags[form], "D") {
				keys["n"] = append(keys["n"], "^"+form)
			}
		}
	}
	var b strings.Builder
	for _, class := range slices.Sorted(maps.Keys(keys)) {
		slices.Sort(keys[class])
		fmt.Fprintln(&b, class, strings.Join(slices.Compact(keys[class]), " "))
	}
	return b.String()
}

// commonWordsFirst puts names last, so that the castle pilis counts before the place Pilis.
func commonWordsFirst(entries []entry) []entry {
	list := slices.Clone(entries)
	slices.SortStableFunc(list, func(a, b entry) int { return cmp.Compare(capital(a.word), capital(b.word)) })
	return list
}

func capital(word string) int {
	if word == strings.ToLower(word) {
		return 0
	}
	return 1
}

func classEnding(word string) string {
	for _, ending := range []string{"as", "is", "us", "ys"} {
		if strings.HasSuffix(word, ending) {
			return ending
		}
	}
	return ""
}

// classOf reads the class of inflect from the dictionary's flags.
func classOf(word, flags string) string {
	has := func(set string) bool { return strings.ContainsAny(flags, set) }
	switch ending := classEnding(word); {
	case ending == "ys" && has("KIM") && !has("D"):
		return "p"
	case ending == "is" && has("V"):
		if has("K") {
			return "M"
		}
		return "m"
	case ending == "is" && has("M"):
		if has("K") {
			return "F"
		}
		return "f"
	case has("BH") && has("D"):
		return "b"
	case has("BH"):
		return "a"
	case has("D"):
		return "n"
	}
	return ""
}
