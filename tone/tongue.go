package tone

import (
	"strings"
	"sync"

	"rostrum/text"
	"rostrum/text/inflect"
)

// tongue is what learned models know of a language before they learn: which words have numbers of their own, and which mean groups
// of people, deny, or point at people.
type tongue struct {
	known    *wordSet
	group    uint64 // what stands for all words for groups; 0: they say nothing
	pointers pointers
}

var englishTongue = sync.OnceValue(func() *tongue {
	return &tongue{knownWords(), anyGroup, newPointers(text.English, 12, `not no never cannot can't cant don't dont doesn't doesnt
		didn't didnt isn't isnt wasn't wasnt aren't arent weren't won't wont wouldn't wouldnt shouldn't couldn't couldnt ain't aint
		haven't hasn't hadn't nothing nobody none without neither nor hardly barely lack`, hashes(hiddenWords()))}
})

var lithuanianTongue = sync.OnceValue(func() *tongue {
	none := newWordSet(1, nil)
	return &tongue{&none, 0, newPointers(text.Lithuanian, 13, `ne nei ne- nelabai anaiptol niekada nieko niekas nieks niekaip
		jokio jokios jokiu jokia joks be nera nebuvo nebe vargu`, hashes(hiddenForms()))}
})

func tongueOf(lang text.Lang) *tongue {
	if lang == text.Lithuanian {
		return lithuanianTongue()
	}
	return englishTongue()
}

// hiddenForms gives the single words of the Lithuanian identity lexicon in all forms, without diacritics. That the file
// can be read is tested.
func hiddenForms() []string {
	var forms []string
	reader := text.NewReader()
	add := func(form string) {
		if d := reader.Read(form, text.Lithuanian); len(d.Tokens) == 1 {
			forms = append(forms, string(d.Word(&d.Tokens[0])))
		}
	}
	lines("lexicon/identity_lt.txt", func(fields []string) error {
		word := strings.TrimPrefix(fields[0], "=")
		switch {
		case fields[1] != "identity" || strings.Contains(word, " "):
		case word != fields[0]:
			add(word)
		default:
			for _, form := range inflect.Lithuanian(word, inflect.Options{}) {
				add(form)
			}
		}
		return nil
	})
	return forms
}
