package policy

import (
	"strings"
)

// translations looks for texts that are missing in one of the policy's languages, the same in two, or empty.
func (l *linter) translations() {
	for i := range l.QuietPeriods {
		l.text(l.QuietPeriods[i].Place, both("the name of the quiet period %s", "tylos laikotarpio %s pavadinimas", l.QuietPeriods[i].ID),
			l.QuietPeriods[i].Name)
	}
	for _, c := range l.Clauses {
		l.page("clauses/"+c.ID, Text{EN: c.Title.EN + c.Text.EN, LT: c.Title.LT + c.Text.LT})
		l.emptyClause(c)
		l.text(c.Place, Text{"the consequence", "pasekmės"}, c.Consequence)
		for _, r := range c.Rules {
			l.text(r.Place, both("the message of the rule %s", "taisyklės %s pranešimas", r.ID), r.Message)
			l.text(r.Place, both("the suggestion of the rule %s", "taisyklės %s siūlymas", r.ID), r.Suggestion)
		}
		for _, e := range c.Examples {
			l.text(e.Place, Text{"the reason of the example", "pavyzdžio paaiškinimas"}, e.Why)
		}
	}
	for _, t := range l.Speakers.Teams {
		l.text(t.Place, both("the name of the team %s", "komandos %s pavadinimas", t.ID), t.Name)
	}
	for _, t := range l.Speakers.Trainings {
		l.text(t.Place, both("the name of the training %s", "mokymų %s pavadinimas", t.ID), t.Name)
	}
	for _, t := range l.Speakers.Topics {
		l.text(t.Place, both("the name of the topic %s", "temos %s pavadinimas", t.ID), t.Name)
	}
	for _, r := range l.Responses {
		l.page("responses/"+r.ID, r.Text)
		l.unusedFields(r)
	}
	for _, r := range l.Runbooks {
		l.page("runbooks/"+r.ID, r.Text)
		for _, s := range r.Steps {
			l.text(s.Place, both("the text of the step %s", "žingsnio %s tekstas", s.ID), s.Text)
		}
	}
}

// text looks at a text inside a YAML file; one that is given in no language was not asked for.
func (l *linter) text(at Place, what, t Text) {
	if blank(t.EN) && blank(t.LT) {
		return
	}
	for _, lang := range l.Languages {
		if blank(t.Only(lang)) {
			l.warn(at, LintTranslation, both("%s is not there in %s", "%s: trūksta teksto %s kalba", what, languageNames[lang]),
				both("Add %s: …", "Pridėkite %s: …", lang))
		}
	}
	if l.sameInBoth(t) {
		l.warn(at, LintTranslation, both("%s is the same in both languages", "%s: tekstas abiem kalbomis vienodas", what),
			both("Translate one of them.", "Vieną iš jų išverskite."))
	}
}

// page looks at en.md and lt.md.
func (l *linter) page(dir string, t Text) {
	for _, lang := range l.Languages {
		if blank(t.Only(lang)) {
			l.err(Place{File: dir + "/" + lang + ".md"}, LintTranslation,
				both("there is no text in %s", "trūksta teksto %s kalba", languageNames[lang]), both("Write it.", "Parašykite jį."))
		}
	}
	if l.sameInBoth(t) {
		l.warn(Place{File: dir + "/lt.md"}, LintTranslation,
			both("the text is the same in both languages", "tekstas abiem kalbomis vienodas"), both("Translate it.", "Išverskite jį."))
	}
}

// sameInBoth says whether several words are the same in both languages; a single word, such as a name, may be.
func (l *linter) sameInBoth(t Text) bool {
	return len(l.Languages) > 1 && t.EN == t.LT && strings.ContainsAny(strings.TrimSpace(t.EN), " \n")
}

func (l *linter) emptyClause(c *Clause) {
	for _, lang := range l.Languages {
		if c.Title.Only(lang) != "" && c.Text.Only(lang) == "" {
			l.err(Place{"clauses/" + c.ID + "/" + lang + ".md", 1, 1}, LintEmpty,
				both("there is a title and no text", "yra antraštė, bet nėra teksto"),
				both("Say what people should do.", "Parašykite, ką žmonėms daryti."))
		}
	}
}

func (l *linter) unusedFields(r *Response) {
	for _, field := range r.Fields {
		for _, lang := range l.Languages {
			if text := r.Text.Only(lang); !blank(text) && !strings.Contains(text, "{"+field+"}") {
				l.warn(Place{"responses/" + r.ID + "/" + lang + ".md", 1, 1}, LintEmpty,
					both("the field %s is not in the text", "lauko %s tekste nėra", quoted(field)),
					both("Write {%s} in the text, or remove the field.", "Įrašykite į tekstą {%s} arba lauką pašalinkite.", field))
			}
		}
	}
}

// A text with more overbroad sentences than these needs to be written anew.
const mostOverbroad = 50

// overbroad looks in what people read for words that the law does not allow a policy.
func (l *linter) overbroad() {
	for _, lang := range l.Languages {
		reader := newLawReader(lang)
		for _, c := range l.Clauses {
			file, text := "clauses/"+c.ID+"/"+lang+".md", c.Text.Only(lang)
			for _, o := range reader.read(c.Title.Only(lang)) {
				l.overbroadAt(Place{file, 1, 1}, o)
			}
			found := reader.read(text)
			for _, o := range found[:min(len(found), mostOverbroad)] {
				line, column := position(text, o.Start)
				l.overbroadAt(Place{file, line + c.textLine[lang] - 1, column}, o)
			}
			for _, o := range reader.read(c.Consequence.Only(lang)) {
				l.overbroadAt(c.Place, o)
			}
		}
	}
}

func (l *linter) overbroadAt(at Place, o Overbreadth) {
	reason := Text{strings.TrimSuffix(o.Reason.EN, "."), strings.TrimSuffix(o.Reason.LT, ".")}
	l.warn(at, LintOverbroad, both("%s (%s)", "%s (%s)", reason, o.Law), o.Lawful)
}
