package main

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"rostrum/text/inflect"
)

// lemma is a word with the forms that the dictionary gives it.
type lemma struct {
	kind, word string
	forms      []string
}

// lemmas gives nouns, adjectives and verbs with their forms. Without flag letters for prefixes; a verb's forms are
// those of its three principal parts.
func lemmas(d *dictionary, pairs []paired) []lemma {
	var list []lemma
	for _, e := range d.entries {
		kind := ""
		switch flags := strings.Trim(e.flags, "NX"); {
		case flags == "D" && e.word != strings.ToLower(e.word):
			kind = "name"
		case flags == "D":
			kind = "noun"
		case flags == "BNQ" || flags == "BQ" || flags == "BNU" || flags == "BU" || flags == "H":
			kind = "adjective"
		case strings.ContainsAny(flags, "MV") && !strings.ContainsAny(flags, "ET"):
			kind = "third declension"
		}
		if kind != "" {
			list = append(list, lemma{kind, e.word, usual(kind, d.expand(e.word, e.flags))})
		}
	}
	for _, p := range pairs {
		forms := d.expand(p.infinitive, only(d.flags[p.infinitive], "TUW"))
		forms = append(forms, d.expand(p.present, only(d.flags[p.present], "E"))...)
		forms = append(forms, d.expand(p.past, only(d.flags[p.past], "PY"))...)
		slices.Sort(forms)
		list = append(list, lemma{"verb", p.infinitive, usual("verb", slices.Compact(forms))})
	}
	return list
}

// usual drops what the package leaves out on purpose: the participles of the past frequentative and of the future
// (dirbdavęs, dirbsiantis), the definite comparative (geresnysis), the diminishing degrees (gerėlesnis, gerokas) and
// the noun of quality (gerumas), which is a word of its own.
func usual(kind string, forms []string) []string {
	return slices.DeleteFunc(forms, func(form string) bool {
		switch kind {
		case "verb":
			return rareParticiple.MatchString(form)
		case "adjective":
			return rareDegree.MatchString(form)
		}
		return false
	})
}

var (
	rareParticiple = regexp.MustCompile(`dav(us|ę)|[sš]i(ant|anč|ąs$|ą$|am|m)`)
	rareDegree     = regexp.MustCompile(`ėlesn|ok(as|[ioaąuų])|um(as|[oaąuų])|esn(ys|į)|esni(oj|aj|įj|uoj|ej|ųj|es|uos|ais|os|ąs|ąj)`)
)

func only(flags, wanted string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(wanted, r) {
			return r
		}
		return -1
	}, flags)
}

// score counts forms of one kind of word.
type score struct {
	lemmas, wanted, found, generated, beyond, foreign int
}

// measure prints, for each kind of word: recall of the dictionary's forms; the share of generated forms that the
// dictionary does not give this word; and the share that it gives only to another word.
func measure(d *dictionary, pairs []paired) {
	list := lemmas(d, pairs)
	owners := map[string]bool{}
	for _, l := range list {
		for _, form := range l.forms {
			owners[strings.ToLower(form)] = true
		}
	}
	scores := map[string]*score{}
	for _, l := range list {
		s := scores[l.kind]
		if s == nil {
			s = &score{}
			scores[l.kind] = s
		}
		s.add(l, owners)
	}
	for _, kind := range slices.Sorted(maps.Keys(scores)) {
		s := scores[kind]
		fmt.Printf("%-17s %6d lemmas  recall %.4f  beyond the dictionary %.4f  another word's %.4f\n", kind, s.lemmas,
			float64(s.found)/float64(s.wanted), float64(s.beyond)/float64(s.generated), float64(s.foreign)/float64(s.generated))
	}
}

func (s *score) add(l lemma, owners map[string]bool) {
	s.lemmas++
	generated := inflect.Lithuanian(l.word, inflect.Options{})
	own := map[string]bool{}
	for _, form := range l.forms {
		own[strings.ToLower(form)] = true
	}
	for _, form := range generated {
		s.generated++
		if !own[form] {
			s.beyond++
			if owners[form] {
				s.foreign++
			}
		}
	}
	for form := range own {
		s.wanted++
		if slices.Contains(generated, form) {
			s.found++
		}
	}
}
