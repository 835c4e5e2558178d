package starter

import (
	"fmt"
	"slices"
	"strings"
)

// Fault is what is wrong with the options: a sentence in each language for the person who chose them, without a full stop.
type Fault struct{ EN, LT string }

// Error gives the sentence in English.
func (f *Fault) Error() string { return f.EN }

// In gives the sentence in a language.
func (f *Fault) In(lang string) string {
	if lang == "lt" {
		return f.LT
	}
	return f.EN
}

// choice words what can be chosen of one thing, with places for a name and for all names.
type choice struct{ unknown, twice Fault }

var (
	theLanguage = choice{
		Fault{"%q is not a language of a policy: choose from %s", "politikos kalbos „%s“ nėra: rinkitės iš %s"},
		Fault{"the language %q is named twice", "kalba „%s“ nurodyta du kartus"},
	}
	theSector = choice{
		Fault{"%q is not a sector: choose from %s", "sektoriaus „%s“ nėra: rinkitės iš %s"},
		Fault{"the sector %q is named twice", "sektorius „%s“ nurodytas du kartus"},
	}
)

// known refuses a name that is not among all, or that is there twice.
func known(of choice, names, all []string) error {
	for i, n := range names {
		if !slices.Contains(all, n) {
			return of.unknown.with(n, strings.Join(all, ", "))
		}
		if slices.Contains(names[:i], n) {
			return of.twice.with(n)
		}
	}
	return nil
}

func (f Fault) with(values ...any) *Fault {
	return &Fault{fmt.Sprintf(f.EN, values...), fmt.Sprintf(f.LT, values...)}
}
