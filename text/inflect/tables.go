package inflect

import (
	_ "embed"
	"strings"
	"sync"
)

// The tables are written by derive from the Lithuanian spelling dictionary; LICENSE.dictionary is its licence. Those
// of verbs and irregular words are kept by hand.
var (
	//go:embed classes.txt
	classesText string
	//go:embed verbs.txt
	verbsText string
	//go:embed verb_endings.txt
	verbEndingsText string
	//go:embed irregular.txt
	irregularText string
	//go:embed uninflected.txt
	uninflectedText string
)

// tables is what is known of single words and of the ends of words.
type tables struct {
	exact       map[string]byte // word → class, see class
	suffix      map[string]byte // end of a word → class
	verbs       map[string]verb // infinitive → principal parts
	verbEndings map[string]verb // end of an infinitive → ends of the principal parts
	presents    map[string]string
	prefixes    map[string]bool
	irregular   map[string][]string
	uninflected map[string]bool
}

var lithuanianTables = sync.OnceValue(func() *tables {
	k := &tables{
		exact: map[string]byte{}, suffix: map[string]byte{},
		verbs: map[string]verb{}, verbEndings: map[string]verb{}, presents: map[string]string{},
		prefixes:  set("ap api at ati į iš nu pa par per pra pri su už be da ne nebe apsi atsi įsi išsi nusi pasi parsi persi prasi prisi susi užsi si"),
		irregular: map[string][]string{}, uninflected: set(uninflectedText),
	}
	for line := range strings.Lines(classesText) {
		class, keys, _ := strings.Cut(line, " ")
		for key := range strings.FieldsSeq(keys) {
			if word, whole := strings.CutPrefix(key, "^"); whole {
				k.exact[word] = class[0]
			} else {
				k.suffix[key] = class[0]
			}
		}
	}
	for line := range strings.Lines(verbsText) {
		parts := strings.Fields(line)
		k.verbs[parts[0]] = verb{strings.TrimSuffix(parts[0], "ti"), parts[1], parts[2]}
		k.presents[parts[1]] = parts[0]
		k.presents[parts[2]] = parts[0]
	}
	for line := range strings.Lines(verbEndingsText) {
		parts := strings.Fields(line)
		k.verbEndings[parts[0]] = verb{strings.TrimSuffix(parts[0], "ti"), parts[1], parts[2]}
	}
	for line := range strings.Lines(irregularText) {
		list := strings.Fields(line)
		k.irregular[list[0]] = list
	}
	return k
})

func set(words string) map[string]bool {
	s := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		s[word] = true
	}
	return s
}

// class gives the paradigm of a word whose ending serves several, by the word or else its longest known end.
//
//	n  noun of the plain paradigm     a  adjective     b  both
//	f  third declension, feminine     m  the same, masculine; F and M with a hard genitive plural
//	p  a noun without a singular      v  reflexive infinitive
func (k *tables) class(word string, otherwise byte) byte {
	if class, ok := k.exact[word]; ok {
		return class
	}
	for i := range word {
		if class, ok := k.suffix[word[i:]]; ok {
			return class
		}
	}
	return otherwise
}

// verb gives the principal parts of an infinitive: of the verb itself, of the verb behind a prefix (ap-gauti), or by
// the longest known end.
func (k *tables) verb(infinitive string) (verb, bool) {
	for i := range infinitive {
		if v, ok := k.verbs[infinitive[i:]]; ok && (i == 0 || k.prefixes[infinitive[:i]]) {
			return v.after(infinitive[:i]), true
		}
	}
	for i := range infinitive {
		if v, ok := k.verbEndings[infinitive[i:]]; ok {
			return v.after(infinitive[:i]), true
		}
	}
	return verb{}, false
}

func (v verb) after(start string) verb {
	if start == "" {
		return v
	}
	return verb{start + v.infinitive, start + v.present, start + v.past}
}

// Third persons that say what their infinitive is.
var regularPresents = [...][2]string{{"uoja", "uoti"}, {"auja", "auti"}}

// infinitiveOf gives the infinitive of a third person, present or past, of a common or regular verb.
func (k *tables) infinitiveOf(form string) (string, bool) {
	for i := range form {
		infinitive, ok := k.presents[form[i:]]
		if ok && k.exact[form[i:]] != 'n' && (i == 0 || k.prefixes[form[:i]]) {
			return form[:i] + infinitive, true
		}
	}
	for _, pair := range regularPresents {
		if stem, ok := cut(form, pair[0], 3); ok {
			return stem + pair[1], true
		}
	}
	return "", false
}
