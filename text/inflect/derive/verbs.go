package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// paired is an infinitive with its third persons of the present and the past.
type paired struct{ infinitive, present, past string }

// pattern is how the three principal parts of a verb differ: the ends behind what they share.
type pattern struct{ infinitive, present, past string }

// pairVerbs finds which present and past belong to which infinitive. The dictionary lists the three apart; of all
// triples with a common start, that one is taken whose pattern the most verbs show. Verbs kept by hand are sure.
func pairVerbs(d *dictionary, verbs map[string][2]string) []paired {
	presents, pasts := map[string][]string{}, map[string][]string{}
	var infinitives []string
	for word, flags := range d.flags {
		switch {
		case strings.HasSuffix(word, "ti") && strings.Contains(flags, "T"):
			infinitives = append(infinitives, word)
		case strings.HasSuffix(word, "a"), strings.HasSuffix(word, "i"), strings.HasSuffix(word, "o") && !strings.HasSuffix(word, "jo"):
			if strings.ContainsAny(flags, "EO") {
				presents[start(word)] = append(presents[start(word)], word)
			}
		}
		if (strings.HasSuffix(word, "o") || strings.HasSuffix(word, "ė")) && strings.ContainsAny(flags, "PYO") {
			pasts[start(word)] = append(pasts[start(word)], word)
		}
	}
	slices.Sort(infinitives)
	triples := map[string][]paired{}
	counts := map[pattern]int{}
	for _, infinitive := range infinitives {
		for _, present := range presents[start(infinitive)] {
			for _, past := range pasts[start(infinitive)] {
				t := paired{infinitive, present, past}
				if p, ok := t.pattern(); ok {
					counts[p]++
					triples[infinitive] = append(triples[infinitive], t)
				}
			}
		}
	}
	var list []paired
	for _, infinitive := range infinitives {
		if parts, sure := verbs[infinitive]; sure {
			list = append(list, paired{infinitive, parts[0], parts[1]})
			continue
		}
		best := slices.MaxFunc(append(triples[infinitive], paired{}), func(a, b paired) int {
			return cmp.Or(cmp.Compare(frequency(counts, a), frequency(counts, b)), cmp.Compare(a.present+a.past, b.present+b.past))
		})
		if frequency(counts, best) >= 2 {
			list = append(list, best)
		}
	}
	return list
}

func frequency(counts map[pattern]int, t paired) int {
	p, ok := t.pattern()
	if !ok {
		return 0
	}
	return counts[p]
}

// start is the letters that the principal parts of one verb always share.
func start(word string) string {
	runes := []rune(word)
	return string(runes[:min(2, len(runes))])
}

func (t paired) pattern() (pattern, bool) {
	a, b, c := []rune(t.infinitive), []rune(t.present), []rune(t.past)
	n := 0
	for n < min(len(a), len(b), len(c)) && a[n] == b[n] && b[n] == c[n] {
		n++
	}
	if n < 2 || len(a)-n > 5 || len(b)-n > 5 || len(c)-n > 5 {
		return pattern{}, false
	}
	return pattern{string(a[n:]), string(b[n:]), string(c[n:])}, true
}

// verbEndings writes the ends of infinitives that tell the principal parts, each line with all three ends.
func verbEndings(list []paired, verbs map[string][2]string) string {
	const separator = ">"
	var examples []example
	for _, t := range list {
		if _, known := verbs[t.infinitive]; known {
			continue
		}
		p, _ := t.pattern()
		examples = append(examples, example{t.infinitive, p.infinitive + separator + p.present + separator + p.past, false})
	}
	rules := suffixRules(examples, "", 2)
	var b strings.Builder
	for _, key := range slices.Sorted(maps.Keys(rules)) {
		ends := strings.Split(rules[key], separator)
		shared, ok := strings.CutSuffix(key, ends[0])
		if !ok { // the pattern is longer than the end that tells it
			key, shared = ends[0], ""
		}
		fmt.Fprintln(&b, key, shared+ends[1], shared+ends[2])
	}
	return b.String()
}
