package policy

import (
	"strings"
)

// translations looks for texts that are missing in one of the policy's languages, the same in two, or empty.
func (l *linter) translations() {
	for i := range l.QuietPeriods {
		l.text(l.QuietPeriods[i].Place, "the name of the quiet period "+l.QuietPeriods[i].ID, l.QuietPeriods[i].Name)
	}
	for _, c := range l.Clauses {
		l.page("clauses/"+c.ID, Text{EN: c.Title.EN + c.Text.EN, LT: c.Title.LT + c.Text.LT})
		l.emptyClause(c)
		l.text(c.Place, "the consequence", c.Consequence)
		for _, r := range c.Rules {
			l.text(r.Place, "the message of the rule "+r.ID, r.Message)
			l.text(r.Place, "the suggestion of the rule "+r.ID, r.Suggestion)
		}
		for _, e := range c.Examples {
			l.text(e.Place, "the reason of the example", e.Why)
		}
	}
	for _, t := range l.Speakers.Teams {
		l.text(t.Place, "the name of the team "+t.ID, t.Name)
	}
	for _, t := range l.Speakers.Trainings {
		l.text(t.Place, "the name of the training "+t.ID, t.Name)
	}
	for _, t := range l.Speakers.Topics {
		l.text(t.Place, "the name of the topic "+t.ID, t.Name)
	}
	for _, r := range l.Responses {
		l.page("responses/"+r.ID, r.Text)
		l.unusedFields(r)
	}
	for _, r := range l.Runbooks {
		l.page("runbooks/"+r.ID, r.Text)
		for _, s := range r.Steps {
			l.text(s.Place, "the text of the step "+s.ID, s.Text)
		}
	}
}

// text looks at a text inside a YAML file; one that is given in no language was not asked for.
func (l *linter) text(at Place, what string, t Text) {
	if blank(t.EN) && blank(t.LT) {
		return
	}
	for _, lang := range l.Languages {
		if blank(t.Only(lang)) {
			l.warn(at, LintTranslation, "Add "+lang+": …", "%s is not there in %s", what, languageNames[lang])
		}
	}
	if l.sameInBoth(t) {
		l.warn(at, LintTranslation, "Translate one of them.", "%s is the same in both languages", what)
	}
}

// page looks at en.md and lt.md.
func (l *linter) page(dir string, t Text) {
	for _, lang := range l.Languages {
		if blank(t.Only(lang)) {
			l.err(Place{File: dir + "/" + lang + ".md"}, LintTranslation, "Write it.", "there is no text in %s", languageNames[lang])
		}
	}
	if l.sameInBoth(t) {
		l.warn(Place{File: dir + "/lt.md"}, LintTranslation, "Translate it.", "the text is the same in both languages")
	}
}

// sameInBoth says whether several words are the same in both languages; a single word, such as a name, may be.
func (l *linter) sameInBoth(t Text) bool {
	return len(l.Languages) > 1 && t.EN == t.LT && strings.ContainsAny(strings.TrimSpace(t.EN), " \n")
}

func (l *linter) emptyClause(c *Clause) {
	for _, lang := range l.Languages {
		if c.Title.Only(lang) != "" && c.Text.Only(lang) == "" {
			l.err(Place{"clauses/" + c.ID + "/" + lang + ".md", 1, 1}, LintEmpty, "Say what people should do.", "there is a title and no text")
		}
	}
}

func (l *linter) unusedFields(r *Response) {
	for _, field := range r.Fields {
		for _, lang := range l.Languages {
			if text := r.Text.Only(lang); !blank(text) && !strings.Contains(text, "{"+field+"}") {
				l.warn(Place{"responses/" + r.ID + "/" + lang + ".md", 1, 1}, LintEmpty, "Write {"+field+"} in the text, or remove the field.", "the field %q is not in the text", field)
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
	l.warn(at, LintOverbroad, o.Lawful.EN, "%s (%s)", strings.TrimSuffix(o.Reason.EN, "."), o.Law)
}
