package inflect

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed english.txt
var englishText string

// englishTables is what English words do not do by rule.
type englishTables struct {
	nouns   map[string]string   // man → men
	verbs   map[string][]string // go → went, gone
	doubles map[string]bool     // verbs of two syllables that double the last letter: commit
	never   map[string]bool     // words without forms
}

var english = sync.OnceValue(func() *englishTables {
	k := &englishTables{map[string]string{}, map[string][]string{}, map[string]bool{}, map[string]bool{}}
	for line := range strings.Lines(englishText) {
		words := strings.Fields(line)
		switch words[0] {
		case "noun":
			k.nouns[words[1]] = words[2]
		case "verb":
			k.verbs[words[1]] = words[2:]
		case "double":
			for _, word := range words[1:] {
				k.doubles[word] = true
			}
		case "never":
			for _, word := range words[1:] {
				k.never[word] = true
			}
		}
	}
	return k
})

func (f *forms) english(lower, word string, o Options) {
	known := english()
	if known.never[lower] {
		return
	}
	f.possessive(lower)
	if o.Singular || len(lower) == 1 || pastForm(lower) {
		return
	}
	plural, irregular := known.nouns[lower]
	if !irregular {
		plural = lower[:len(lower)-len(lastLetterOfPlural(lower))] + pluralEnding(lower)
	}
	f.add(plural, "")
	if strings.HasSuffix(plural, "s") {
		f.add(plural, "'")
	} else {
		f.add(plural, "'s")
	}
	if shapeOf(word) == small && maybeVerb(lower) && !irregular {
		f.englishVerb(lower, known)
	}
}

func (f *forms) possessive(word string) {
	f.add(word, "'s")
	if strings.HasSuffix(word, "s") {
		f.add(word, "'")
	}
}

// lastLetterOfPlural is what the plural's ending replaces: the y of policy.
func lastLetterOfPlural(word string) string {
	if strings.HasSuffix(word, "y") && !isVowel(word[len(word)-2]) {
		return "y"
	}
	return ""
}

func pluralEnding(word string) string {
	for _, hiss := range []string{"s", "x", "z", "ch", "sh"} {
		if strings.HasSuffix(word, hiss) {
			return "es"
		}
	}
	if lastLetterOfPlural(word) != "" {
		return "ies"
	}
	return "s"
}

// pastForm tells a past form, which has no forms of its own: guaranteed, but not speed or proceed.
func pastForm(word string) bool {
	return len(word) > 5 && strings.HasSuffix(word, "ed") && !strings.HasSuffix(word, "ceed") && word != "hundred"
}

// Endings of words that are never verbs in their base form.
var notVerbs = []string{"ness", "ity", "ism", "ous", "ful", "less", "able", "ible", "ical", "ship", "hood", "ology", "ics", "cy"}

func maybeVerb(word string) bool {
	for _, ending := range notVerbs {
		if strings.HasSuffix(word, ending) && len(word) > len(ending)+2 {
			return false
		}
	}
	return true
}

func (f *forms) englishVerb(word string, known *englishTables) {
	past, irregular := known.verbs[word]
	if irregular {
		f.all("", past)
	}
	stem, last := word[:len(word)-1], word[len(word)-1]
	switch {
	case strings.HasSuffix(word, "ie"):
		f.add(strings.TrimSuffix(word, "ie"), "ying")
		f.regularPast(stem, "ed", irregular)
	case strings.HasSuffix(word, "ee"), strings.HasSuffix(word, "oe"), strings.HasSuffix(word, "ye"):
		f.add(word, "ing")
		f.regularPast(word, "d", irregular)
	case last == 'e':
		f.add(stem, "ing")
		f.regularPast(word, "d", irregular)
	case lastLetterOfPlural(word) != "":
		f.add(word, "ing")
		f.regularPast(stem, "ied", irregular)
	case strings.HasSuffix(word, "ic"):
		f.add(word, "king")
		f.regularPast(word, "ked", irregular)
	case doublesLast(word) || known.doubles[word]:
		f.add(word, string(last)+"ing")
		f.regularPast(word, string(last)+"ed", irregular)
	default:
		f.add(word, "ing")
		f.regularPast(word, "ed", irregular)
		if last == 'l' && len(word) > 4 && isVowel(word[len(word)-2]) && !isVowel(word[len(word)-3]) { // British: cancelled
			f.add(word, "ling")
			f.regularPast(word, "led", irregular)
		}
	}
}

func (f *forms) regularPast(stem, ending string, irregular bool) {
	if !irregular {
		f.add(stem, ending)
	}
}

// doublesLast tells a word of one syllable that ends in consonant, vowel, consonant: stop, plan, but not fix or show.
func doublesLast(word string) bool {
	n := len(word)
	if n < 3 || isVowel(word[n-1]) || !isVowel(word[n-2]) || isVowel(word[n-3]) && word[n-3:n-1] != "ui" ||
		strings.IndexByte("wxy", word[n-1]) >= 0 {
		return false
	}
	return !strings.ContainsAny(strings.TrimPrefix(word[:n-2], "qu"), "aeiouy")
}

func isVowel(letter byte) bool { return strings.IndexByte("aeiou", letter) >= 0 }
