package rule

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"rostrum/text"
	"rostrum/text/phrase"
)

// Fault is what is wrong with a rule: a sentence for the person who wrote the policy, without a full stop.
type Fault struct{ Text }

// Error gives the sentence in English.
func (f *Fault) Error() string { return f.EN }

// Faultf writes a fault in each language with the same values. A value that is a Text goes in in the sentence's own
// language.
func Faultf(en, lt string, values ...any) *Fault {
	return &Fault{Text{fmt.Sprintf(en, valuesIn(text.English, values)...), fmt.Sprintf(lt, valuesIn(text.Lithuanian, values)...)}}
}

func valuesIn(lang text.Lang, values []any) []any {
	said := make([]any, len(values))
	for i, v := range values {
		if t, is := v.(Text); is {
			v = t.In(lang)
		}
		said[i] = v
	}
	return said
}

// Quoted writes a value in the quotation marks of each language, with characters that cannot be seen spelled out.
func Quoted(value string) Text {
	q := strconv.Quote(value)
	return Text{q, "„" + strings.ReplaceAll(q[1:len(q)-1], `\"`, `"`) + "“"}
}

// Unknown is the fault of a name under a key of the rule that is none of those which the kind knows.
func Unknown(key, name string, known ...string) *Fault {
	return Faultf("%s: %s is not known; use %s", "%s: reikšmės %s nėra; galimos reikšmės – %s", key, Quoted(name), strings.Join(known, ", "))
}

// NoList is the fault of naming a word list that the policy does not have.
func NoList(name string) *Fault {
	return Faultf("there is no terms/%[1]s.yaml. Write the list, or correct its name",
		"failo terms/%[1]s.yaml nėra. Sukurkite šį sąrašą arba pataisykite jo pavadinimą", name)
}

// Unmatchable is the fault of a word or phrase that phrase.List.Add has refused.
func Unmatchable(term string, err error) *Fault {
	if errors.Is(err, phrase.ErrTooManyWords) {
		return Faultf("%s has more than %d words, and no longer phrase can be matched. Keep the words that matter",
			"frazėje %s daugiau nei %d žodžių, o ilgesnių ieškoti neįmanoma. Palikite svarbiausius žodžius", Quoted(term), phrase.MaxWords)
	}
	return Faultf("there is no word in %s. Write a letter, a digit or an emoji, or remove the entry",
		"įraše %s nėra nė vieno žodžio. Įrašykite raidę, skaitmenį ar jaustuką arba šį įrašą pašalinkite", Quoted(term))
}
