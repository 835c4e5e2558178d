package entity

import (
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strings"

	"rostrum/policy/rule"
	"rostrum/text"
	"rostrum/text/phrase"
)

//go:embed health.txt
var healthText string

// healthWords are the lists by which a fact about somebody's health is known. Each section of health.txt is one.
type healthWords struct {
	states     *phrase.List // say by themselves that somebody is not well: "was diagnosed with", „serga“
	conditions *phrase.List // illnesses, which need a verb that ties them to somebody
	ties       *phrase.List // those verbs
	names      *phrase.List // given names
	persons    *phrase.List // colleague, client, Mrs
	general    *phrase.List // research, prevention: nobody in particular
	others     *phrase.List // pets, teams, people in public life
	carers     *phrase.List // doctor, nurse, lawyer: whose name stands beside one speaks of illness, and is not ill
}

func newHealthWords(s *rule.Setup) (*healthWords, error) {
	h := &healthWords{}
	lists := map[string]**phrase.List{"states": &h.states, "conditions": &h.conditions, "ties": &h.ties, "names": &h.names,
		"persons": &h.persons, "general": &h.general, "others": &h.others, "carers": &h.carers}
	sections, err := readSections(healthText)
	if err != nil {
		return nil, err
	}
	for _, name := range slices.Sorted(maps.Keys(lists)) { // the same policy always gives the same numbers
		var failed error
		*lists[name] = s.List("entity/health/"+name, func(l *phrase.List) { failed = fillSections(l, name, sections) })
		if failed != nil {
			return nil, failed
		}
	}
	return h, nil
}

// HealthVocabulary gives the lists of words by which facts about health are known, for whoever asks what a post is about.
func HealthVocabulary(s *rule.Setup) ([]*phrase.List, error) {
	h, err := newHealthWords(s)
	if err != nil {
		return nil, err
	}
	return []*phrase.List{h.states, h.conditions, h.ties, h.names, h.persons, h.general, h.others, h.carers}, nil
}

func fillSections(l *phrase.List, name string, sections map[string][]string) error {
	for _, lang := range [...]string{"", " en", " lt"} {
		o := phrase.Options{Name: name == "names"}
		if lang != "" {
			o.Languages = []text.Lang{text.Lang(lang[1:])}
		}
		if o.Name && lang == " lt" {
			o.Languages = append(o.Languages, text.English) // Asta's
		}
		for _, w := range sections[name+lang] {
			if err := l.Add(w, o); err != nil {
				return err
			}
		}
	}
	return nil
}

// readSections reads lines of words with commas between them under [name] (as written) or [name lang] (inflected).
func readSections(lines string) (map[string][]string, error) {
	sections := map[string][]string{}
	section := ""
	for line := range strings.Lines(lines) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			section = strings.Trim(line, "[]")
		case section == "":
			return nil, fmt.Errorf("the word %q stands before the first [section]", line)
		default:
			for w := range strings.SplitSeq(line, ",") {
				if w = strings.TrimSpace(w); w != "" {
					sections[section] = append(sections[section], w)
				}
			}
		}
	}
	return sections, nil
}
