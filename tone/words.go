package tone

import (
	"embed"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"rostrum/text"
	"rostrum/text/phrase"
)

//go:embed lexicon/*.txt
var files embed.FS

// class says what a word does.
type class uint8

const (
	slur      class = iota
	insult          // a noun that calls a person something
	epithet         // insulting only when said of somebody
	profanity       // coarse, and an offence only where it is aimed at somebody
	aimed           // a phrase that attacks somebody by itself
	vermin          // what people are likened to, to deny that they are people
	expel           // shutting people out
	hatred          // hatred said aloud
	creed           // a slogan of hate
	harm            // violence that needs somebody who acts and somebody it is done to
	vow             // the same in the first person of the future
	menace          // a complete threat
	wish            // a wish for death
	fate            // what somebody says should be done to people
	call            // the same as an order
	culprit         // who did a crime
	misdeed         // an active verb whose subject is accused
	doing           // the same as a participle: with a verb of being before it
	tainted         // an adjective
	crime           // the noun of the deed
	identity        // people by a protected trait
	person          // people by what they are to others: manager, neighbour
	classes
)

var classNames = [classes]string{"slur", "insult", "epithet", "profanity", "aimed", "vermin", "expel", "hatred", "creed",
	"harm", "vow", "menace", "wish", "fate", "call", "culprit", "misdeed", "doing", "tainted", "crime", "identity", "person"}

// word is an entry of a lexicon.
type word struct {
	phrase string
	class  class
	weight uint8 // 1 mild, 2 clear, 3 heavy
	gender bool  // the trait is gender
	trait  Trait // of groups and slurs
	plain  bool  // matched only as written
	lang   text.Lang
}

// lexicons gives the words of all subjects, which all models share.
var lexicons = sync.OnceValues(func() (map[string][]word, error) {
	known := map[string][]word{}
	for _, subject := range []string{"abuse", "hate", "threat", "accuse", "identity"} {
		words, err := read(subject)
		if err != nil {
			return nil, err
		}
		known[subject] = words
	}
	return known, nil
})

// read reads the lexicon files of one subject in both languages.
func read(subject string) ([]word, error) {
	var words []word
	for _, lang := range []text.Lang{text.English, text.Lithuanian} {
		name := "lexicon/" + subject + "_" + string(lang) + ".txt"
		err := lines(name, func(fields []string) error {
			w, err := parse(fields)
			w.lang = lang
			words = append(words, w)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return words, nil
}

// lines calls use with the tab-separated fields of each line that is not a comment.
func lines(name string, use func(fields []string) error) error {
	data, err := files.ReadFile(name)
	if err != nil {
		return err
	}
	for i, line := range strings.Split(string(data), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if err := use(strings.Split(line, "\t")); err != nil {
			return fmt.Errorf("%s:%d: %w", name, i+1, err)
		}
	}
	return nil
}

// sharedForms gives the forms of Lithuanian words that are English words.
var sharedForms = sync.OnceValues(readShared)

func readShared() (map[uint64]bool, error) {
	shared := map[uint64]bool{}
	err := lines("lexicon/shared.txt", func(fields []string) error {
		shared[text.HashString(fields[0])] = true
		return nil
	})
	return shared, err
}

func parse(fields []string) (word, error) {
	if len(fields) < 3 {
		return word{}, fmt.Errorf("a line is word, class and weight, with tabs in between, and this one has %d fields", len(fields))
	}
	w := word{phrase: strings.TrimPrefix(fields[0], "="), plain: strings.HasPrefix(fields[0], "=")}
	weight, err := strconv.Atoi(fields[2])
	if err != nil || weight < 1 || weight > 3 {
		return word{}, fmt.Errorf("the weight %q is not 1, 2 or 3", fields[2])
	}
	w.weight = uint8(weight)
	if len(fields) > 3 {
		w.gender, w.trait = fields[3] == "gender", Trait(fields[3])
	}
	for c, name := range classNames {
		if name == fields[1] {
			w.class = class(c)
			return w, nil
		}
	}
	return word{}, fmt.Errorf("the class %q is not known", fields[1])
}

// register adds a word to a list in the forms that it is matched in.
func (w *word) register(l *phrase.List) error {
	switch {
	case w.plain:
		return l.Add(w.phrase, phrase.Options{})
	case w.lang == text.English && (w.class == slur || w.class == insult):
		if err := l.Add(w.phrase, phrase.Options{}); err != nil {
			return err
		}
		return l.AddTo(plural(w.phrase), phrase.Options{})
	}
	return l.Add(w.phrase, phrase.Options{Languages: []text.Lang{w.lang}})
}

// plural gives the plural of an English noun that calls a person something. Such nouns are kept from inflecting as
// verbs: who poofs is not a poof.
func plural(noun string) string {
	switch {
	case strings.HasSuffix(noun, "y") && !strings.HasSuffix(noun, "ey"):
		return strings.TrimSuffix(noun, "y") + "ies"
	case strings.HasSuffix(noun, "s"), strings.HasSuffix(noun, "x"), strings.HasSuffix(noun, "ch"), strings.HasSuffix(noun, "sh"):
		return noun + "es"
	}
	return noun + "s"
}
