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
		l.add(p.Place, CodeValue, both("the review on %s comes before the policy is in force on %s",
			"peržiūra (%s) numatyta anksčiau, nei politika įsigalioja (%s)", p.Review, p.Effective),
			both("Set a later review date.", "Nurodykite vėlesnę peržiūros datą."))
	}
	for _, q := range p.QuietPeriods {
		if q.To.Before(q.From) && !q.To.IsZero() {
			l.add(q.Place, CodeValue, both("the quiet period %s ends on %s, before it begins on %s",
				"tylos laikotarpis %s baigiasi (%s) anksčiau, nei prasideda (%s)", quoted(q.ID), q.To, q.From),
				both("Exchange the dates.", "Sukeiskite datas."))
		}
	}
	l.limit(p.Place, Text{"quiet periods", "tylos laikotarpių"}, len(p.QuietPeriods), maxNamed)
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
		l.add(Place{File: "clauses"}, CodeLayout, both("the policy has no clause", "politikoje nėra nė vieno punkto"),
			both("Write one: clauses/<id>/clause.yaml with en.md or lt.md.",
				"Parašykite bent vieną: clauses/<id>/clause.yaml ir en.md arba lt.md."))
	}
	p.sortClauses()
	rules, examples := 0, 0
	for i, c := range p.Clauses {
		if i > 0 && c.Number != "" && compareNumbers(c.Number, p.Clauses[i-1].Number) == 0 {
			l.add(c.Place, CodeDuplicate, both("the clause %s has the number %s, as has %s",
				"punkto %s numeris (%s) toks pat kaip punkto %s", quoted(c.ID), c.Number, quoted(p.Clauses[i-1].ID)),
				both("Give one of them another number.", "Vienam iš jų duokite kitą numerį."))
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
	l.limit(Place{File: "clauses"}, Text{"clauses", "punktų"}, len(p.Clauses), maxClauses)
	l.limit(Place{File: "clauses"}, Text{"rules", "taisyklių"}, rules, maxRules)
	l.limit(Place{File: "clauses"}, Text{"examples", "pavyzdžių"}, examples, maxExamples)
}

// limit refuses more than a policy may hold; what is in the genitive in Lithuanian.
func (l *loader) limit(at Place, what Text, have, most int) {
	if have > most {
		l.add(at, CodeLimit, both("there are %d %s, and the most are %d",
			"%[2]s yra %[1]d, o daugiausia gali būti %[3]d", have, what, most), takeOut)
	}
}

func (l *loader) speakers(s *Speakers) {
	l.limit(s.Place, Text{"people", "žmonių"}, len(s.People), maxPeople)
	l.limit(s.Place, Text{"teams", "komandų"}, len(s.Teams), maxNamed)
	l.limit(s.Place, Text{"trainings", "mokymų"}, len(s.Trainings), maxNamed)
	l.limit(s.Place, Text{"accounts", "paskyrų"}, len(s.Accounts), maxNamed)
	l.limit(s.Place, Text{"topics", "temų"}, len(s.Topics), maxNamed)
	l.limit(s.Place, Text{"grants", "leidimų"}, len(s.Grants), maxGrants)
}

// underClauses says whether a problem below clauses/ is known already.
func (l *loader) underClauses() bool {
	return slices.ContainsFunc(l.found, func(p Problem) bool { return strings.HasPrefix(p.File, "clauses") })
}

func (l *loader) vicinity(key string, v *Vicinity) {
	if v != nil && len(v.Terms) == 0 && v.Words.Empty() {
		l.add(v.Place, CodeMissing, both("%s names no words", "%s nenurodo jokių žodžių", quoted(key)),
			both("Write terms or words.", "Parašykite terms arba words."))
	}
}

// conditions refuses an empty list, which could be read as everything or as nothing.
func (l *loader) conditions(c *Conditions) {
	empty := func(there, none bool, key string) {
		if there && none {
			l.add(c.Place, CodeMissing, both("%s is an empty list", "%s yra tuščias sąrašas", quoted(key)),
				both("Write a value, or remove the key.", "Įrašykite reikšmę arba raktą pašalinkite."))
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
		l.add(e.Place, CodeMissing, both("the example has no post", "pavyzdyje nėra įrašo"),
			both("Write the post under fires or under passes.", "Įrašą parašykite ties fires arba ties passes."))
	case e.Fires != "" && e.Passes != "":
		l.add(e.Place, CodeValue, both("the example both fires and passes", "pavyzdyje yra ir fires, ir passes"),
			both("Make two examples of it.", "Padarykite iš jo du pavyzdžius."))
	case e.Passes != "" && e.Rule != "":
		l.add(e.Place, CodeValue,
			both("an example that passes names the rule %s", "pavyzdyje su passes nurodyta taisyklė %s", quoted(e.Rule)),
			both("Remove the line: passes means that no rule of the clause fires.",
				"Pašalinkite šią eilutę: passes reiškia, kad nesuveikia nė viena punkto taisyklė."))
	}
}

var placeholder = regexp.MustCompile(`\{([^{}\n]*)\}`)

// fields refuses a text that has a placeholder which nobody would fill in.
func (l *loader) fields(r *Response) {
	l.limit(r.Place, Text{"fields", "laukų"}, len(r.Fields), maxNamed)
	for _, lang := range [...]string{English, Lithuanian} {
		text, file := r.Text.Only(lang), "responses/"+r.ID+"/"+lang+".md"
		for _, m := range placeholder.FindAllStringSubmatchIndex(text, -1) {
			if l.full() {
				return
			}
			if name := text[m[2]:m[3]]; !slices.Contains(r.Fields, name) {
				line, column := position(text, m[0])
				l.add(Place{file, line, column}, CodeReference, both("there is no field %s", "nėra lauko %s", quoted(name)),
					both("Add it to the fields in response.yaml, or correct the name.",
						"Pridėkite jį prie fields faile response.yaml arba pataisykite pavadinimą."))
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
				l.add(r.Escalate.Place, CodeCycle, both("the escalation goes round in a circle: %s", "perdavimas (escalate) eina ratu: %s",
					strings.Join(circle, " → ")), both("Let the last of them escalate to nobody, or to somebody else.",
					"Tegul paskutinis iš jų niekam neperduoda arba perduoda kam nors kitam."))
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
