package policy

import (
	"regexp"
	"slices"
	"strings"
)

// validate holds the parts of the folder against each other, once each has been read by itself.
func (l *loader) validate(p *Policy) {
	if l.full() {
		return
	}
	if p.Review.Before(p.Effective) && !p.Review.IsZero() {
		l.add(p.Place, CodeValue, "Set a later review date.", "the review on %s comes before the policy is in force on %s", p.Review, p.Effective)
	}
	for _, q := range p.QuietPeriods {
		if q.To.Before(q.From) && !q.To.IsZero() {
			l.add(q.Place, CodeValue, "Exchange the dates.", "the quiet period %q ends on %s, before it begins on %s", q.ID, q.To, q.From)
		}
	}
	l.limit(p.Place, "quiet periods", len(p.QuietPeriods), maxNamed)
	l.speakers(&p.Speakers)
	l.clauses(p)
	for _, w := range p.Waivers {
		l.conditions(&w.Scope)
	}
	for _, r := range p.Responses {
		l.fields(r)
	}
	l.escalations(&p.Conflict)
}

func (l *loader) clauses(p *Policy) {
	if len(p.Clauses) == 0 && !l.underClauses() {
		l.add(Place{File: "clauses"}, CodeLayout, "Write one: clauses/<id>/clause.yaml with en.md or lt.md.", "the policy has no clause")
	}
	p.sortClauses()
	rules, examples := 0, 0
	for i, c := range p.Clauses {
		if i > 0 && c.Number != "" && compareNumbers(c.Number, p.Clauses[i-1].Number) == 0 {
			l.add(c.Place, CodeDuplicate, "Give one of them another number.", "the clause %q has the number %s, as has %q", c.ID, c.Number, p.Clauses[i-1].ID)
		}
		rules, examples = rules+len(c.Rules), examples+len(c.Examples)
		for _, r := range c.Rules {
			l.vicinity("near", r.Near)
			l.vicinity("unless", r.Unless)
			l.conditions(&r.When)
		}
		for _, e := range c.Examples {
			l.example(e)
		}
	}
	l.limit(Place{File: "clauses"}, "clauses", len(p.Clauses), maxClauses)
	l.limit(Place{File: "clauses"}, "rules", rules, maxRules)
	l.limit(Place{File: "clauses"}, "examples", examples, maxExamples)
}

func (l *loader) limit(at Place, what string, have, most int) {
	if have > most {
		l.add(at, CodeLimit, "Take out what is not needed.", "there are %d %s, and the most are %d", have, what, most)
	}
}

func (l *loader) speakers(s *Speakers) {
	l.limit(s.Place, "people", len(s.People), maxPeople)
	l.limit(s.Place, "teams", len(s.Teams), maxNamed)
	l.limit(s.Place, "trainings", len(s.Trainings), maxNamed)
	l.limit(s.Place, "accounts", len(s.Accounts), maxNamed)
	l.limit(s.Place, "topics", len(s.Topics), maxNamed)
	l.limit(s.Place, "grants", len(s.Grants), maxGrants)
}

// underClauses says whether a problem below clauses/ is known already.
func (l *loader) underClauses() bool {
	return slices.ContainsFunc(l.found, func(p Problem) bool { return strings.HasPrefix(p.File, "clauses") })
}

func (l *loader) vicinity(key string, v *Vicinity) {
	if v != nil && len(v.Terms) == 0 && v.Words.Empty() {
		l.add(v.Place, CodeMissing, "Write terms or words.", "%q names no words", key)
	}
}

// conditions refuses an empty list, which could be read as everything or as nothing.
func (l *loader) conditions(c *Conditions) {
	empty := func(there, none bool, key string) {
		if there && none {
			l.add(c.Place, CodeMissing, "Write a value, or remove the key.", "%q is an empty list", key)
		}
	}
	empty(c.Channel != nil, len(c.Channel) == 0, "channel")
	empty(c.Network != nil, len(c.Network) == 0, "network")
	empty(c.Sector != nil, len(c.Sector) == 0, "sector")
	empty(c.Lang != nil, len(c.Lang) == 0, "lang")
	empty(c.During != nil, len(c.During) == 0, "during")
	empty(c.Team != nil, len(c.Team) == 0, "team")
}

func (l *loader) example(e *Example) {
	switch {
	case e.Fires == "" && e.Passes == "":
		l.add(e.Place, CodeMissing, "Write the post under fires or under passes.", "the example has no post")
	case e.Fires != "" && e.Passes != "":
		l.add(e.Place, CodeValue, "Make two examples of it.", "the example both fires and passes")
	case e.Passes != "" && e.Rule != "":
		l.add(e.Place, CodeValue, "Remove the line: passes means that no rule of the clause fires.", "an example that passes names the rule %q", e.Rule)
	}
}

var placeholder = regexp.MustCompile(`\{([^{}\n]*)\}`)

// fields refuses a text that has a placeholder which nobody would fill in.
func (l *loader) fields(r *Response) {
	l.limit(r.Place, "fields", len(r.Fields), maxNamed)
	for _, lang := range [...]string{English, Lithuanian} {
		text, file := r.Text.Only(lang), "responses/"+r.ID+"/"+lang+".md"
		for _, m := range placeholder.FindAllStringSubmatchIndex(text, -1) {
			if l.full() {
				return
			}
			if name := text[m[2]:m[3]]; !slices.Contains(r.Fields, name) {
				line, column := position(text, m[0])
				l.add(Place{file, line, column}, CodeReference, "Add it to the fields in response.yaml, or correct the name.", "there is no field %q", name)
			}
		}
	}
}

// escalations refuses owners that hand a case on in a circle, so that nobody is the last to answer for it.
func (l *loader) escalations(c *Conflict) {
	next := map[string][]*Route{}
	for i := range c.Routes {
		if r := &c.Routes[i]; r.Escalate != nil && r.Owner != "" {
			next[r.Owner] = append(next[r.Owner], r)
		}
	}
	done := map[string]bool{}
	var follow func(owner string, path []string)
	follow = func(owner string, path []string) {
		if path = append(path, owner); done[owner] {
			return
		}
		for _, r := range next[owner] {
			if i := slices.Index(path, r.Escalate.To); i >= 0 {
				circle := append(slices.Clone(path[i:]), r.Escalate.To)
				l.add(r.Escalate.Place, CodeCycle, "Let the last of them escalate to nobody, or to somebody else.", "the escalation goes round in a circle: %s", strings.Join(circle, " → "))
				continue
			}
			follow(r.Escalate.To, path)
		}
		done[owner] = true
	}
	for _, owner := range Owners {
		follow(owner, nil)
	}
}
