package policy

import (
	"fmt"
	"strconv"
	"strings"
)

// String says the change in English.
func (c Change) String() string { return c.In(English) }

// In says the change in one sentence, in a language.
func (c Change) In(lang string) string { return c.sentence().In(lang) }

func (c Change) sentence() Text {
	switch {
	case c.Subject == SubjectText:
		return both("The %[1]s text of %[2]s %[3]s.", "%[3]s: %[2]s tekstas %[1]s kalba.", languageNames[c.Lang], c.owner(), c.done())
	case c.Subject == SubjectExamples:
		return both("%s has %s.", "Pakeista: %s pavyzdžiai (%s).", capitalised(c.owner()), c.counts("example"))
	case c.Subject == SubjectTerms && c.Action == Changed:
		return both("%s has %s.", "Pakeista: %s (%s).", capitalised(c.part()), c.counts("term"))
	case c.Action == Renumbered:
		return both("Clause %s moves from %s to %s.", "Pernumeruota: punktas %s (%s → %s).", c.Clause, c.Fields[0].From, c.Fields[0].To)
	}
	return both("%[1]s %[2]s%[3]s.", "%[2]s: %[1]s%[3]s.", capitalised(c.part()), c.done(), c.fields())
}

// part names the part of the policy that the change is in.
func (c Change) part() Text {
	switch c.Subject {
	case SubjectPolicy:
		return Text{"the policy", "politika"}
	case SubjectConflict:
		return Text{"the conflict plan", "konfliktų planas"}
	case SubjectSpeakers:
		return Text{"who may speak", "kas gali kalbėti įmonės vardu"}
	case SubjectRule:
		return both("the rule %s", "taisyklė %s", c.Name)
	case SubjectTerms:
		return both("the word list %s", "žodžių sąrašas %s", c.Name)
	case SubjectWaiver:
		return both("the waiver of %s", "taisyklės %s išimtis", c.Name)
	case SubjectResponse:
		return both("the response %s", "atsakymas %s", c.Name)
	case SubjectRunbook:
		return both("the runbook %s", "veiksmų planas %s", c.Name)
	}
	return both("clause %s (%s)", "punktas %s (%s)", c.Number, c.Clause)
}

// owner names what a text or examples belong to; in Lithuanian, in the genitive.
func (c Change) owner() Text {
	switch c.Of {
	case SubjectResponse:
		return both("the response %s", "atsakymo %s", c.Name)
	case SubjectRunbook:
		return both("the runbook %s", "veiksmų plano %s", c.Name)
	}
	return both("clause %s (%s)", "punkto %s (%s)", c.Number, c.Clause)
}

// done says what happened. In Lithuanian it stands before a colon, so that it fits words of every gender.
func (c Change) done() Text {
	switch c.Action {
	case Added:
		return Text{"is new", "Nauja"}
	case Removed:
		return Text{"is gone", "Pašalinta"}
	}
	return Text{"is changed", "Pakeista"}
}

func (c Change) counts(what string) Text {
	var en, lt []string
	if c.More > 0 {
		en, lt = append(en, counted(c.More, what).EN+" more"), append(lt, fmt.Sprintf("naujų: %d", c.More))
	}
	if c.Fewer > 0 {
		en, lt = append(en, counted(c.Fewer, what).EN+" fewer"), append(lt, fmt.Sprintf("pašalintų: %d", c.Fewer))
	}
	return Text{strings.Join(en, " and "), strings.Join(lt, ", ")}
}

// fields names the keys that are changed; in Lithuanian as they stand in the files.
func (c Change) fields() Text {
	if len(c.Fields) == 0 {
		return Text{}
	}
	en, lt := make([]string, len(c.Fields)), make([]string, len(c.Fields))
	for i, f := range c.Fields {
		en[i], lt[i] = strings.ReplaceAll(f.Name, "_", " "), f.Name
		if f.From != "" && f.To != "" {
			en[i] += " from " + f.From + " to " + f.To
			lt[i] += " (" + f.From + " → " + f.To + ")"
		}
	}
	return Text{": " + strings.Join(en, ", "), " – " + strings.Join(lt, ", ")}
}

// counted writes a number with an English noun, and as it is in Lithuanian, where the noun would have to agree with it.
func counted(n int, what string) Text {
	if n != 1 {
		what += "s"
	}
	return Text{fmt.Sprintf("%d %s", n, what), strconv.Itoa(n)}
}

// capitalised begins a sentence in English; the Lithuanian ones begin with something else.
func capitalised(t Text) Text { return Text{strings.ToUpper(t.EN[:1]) + t.EN[1:], t.LT} }
