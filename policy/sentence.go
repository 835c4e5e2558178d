package policy

import (
	"fmt"
	"strings"

	"rostrum/policy/rule"
)

// both writes a sentence in each language with the same values. A value that is a Text goes in in the sentence's own
// language.
func both(en, lt string, values ...any) Text {
	return Text{fmt.Sprintf(en, valuesIn(English, values)...), fmt.Sprintf(lt, valuesIn(Lithuanian, values)...)}
}

func valuesIn(lang string, values []any) []any {
	said := make([]any, len(values))
	for i, v := range values {
		if t, is := v.(Text); is {
			v = t.Only(lang)
		}
		said[i] = v
	}
	return said
}

// quoted writes a value in the quotation marks of each language.
func quoted(value string) Text { return Text(rule.Quoted(value)) }

// anyOf writes a few names as alternatives.
func anyOf(names []string) Text {
	return Text{strings.Join(names, " or "), strings.Join(names, " ar ")}
}

// didYouMean is the mend for a name that is close to one that is known.
func didYouMean(name string) Text {
	return both("Did you mean %s?", "Gal turėjote omenyje %s?", quoted(name))
}

// languageNames names the languages of a policy; in Lithuanian, as it stands before „kalba“ and „kalbos“.
var languageNames = map[string]Text{English: {"English", "anglų"}, Lithuanian: {"Lithuanian", "lietuvių"}}

// kindNames names what an id can be the name of; in Lithuanian, in the genitive.
var kindNames = map[string]Text{
	"team": {"team", "komandos"}, "training": {"training", "mokymų"}, "account": {"account", "paskyros"},
	"topic": {"topic", "temos"}, "owner": {"owner", "atsakingojo"}, "route": {"route", "maršruto"},
	"quiet period": {"quiet period", "tylos laikotarpio"}, "word list": {"word list", "žodžių sąrašo"},
	"response": {"response", "atsakymo"}, "runbook": {"runbook", "veiksmų plano"},
	"rule": {"rule", "taisyklės"}, "step": {"step", "žingsnio"},
}

// nameOf names a kind; one that is not in the table is shown as it is.
func nameOf(kind string) Text {
	if t, known := kindNames[kind]; known {
		return t
	}
	return Text{kind, kind}
}

// The mends that several faults share.
var (
	removeOne   = Text{"Remove one of them.", "Vieną iš jų pašalinkite."}
	takeOut     = Text{"Take out what is not needed.", "Išimkite, ko nereikia."}
	splitFile   = Text{"Split it, or take out what is not needed.", "Padalykite jį arba išimkite, ko nereikia."}
	writeText   = Text{"Write {en: …, lt: …}.", "Parašykite {en: …, lt: …}."}
	useIDs      = Text{"Use lower-case letters, digits and hyphens.", "Tinka mažosios lotyniškos raidės, skaitmenys ir brūkšneliai."}
	putInQuotes = Text{"Put the text in quotes.", "Tekstą rašykite kabutėse."}
	flatten     = Text{"No part of a policy is nested this deep: check the brackets and the indentation.",
		"Nė viena politikos dalis nėra tokia gili: patikrinkite skliaustus ir įtraukas."}
	unalias = Text{"Write the value itself, or put a text that begins with * in quotes.",
		"Rašykite pačią reikšmę, o tekstą, prasidedantį *, rašykite kabutėse."}
)
