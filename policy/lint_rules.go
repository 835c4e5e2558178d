package policy

import (
	"reflect"
	"slices"
	"strings"

	"rostrum/post"
)

func (l *linter) clause(c *Clause) {
	if len(c.Rules) == 0 && c.Consequence.Empty() {
		l.warn(c.Place, LintHollow,
			both("the clause %s has neither a rule nor a consequence", "punkte %s nėra nei taisyklės, nei pasekmių", quoted(c.ID)),
			both("Give it a rule, or say what happens on a breach.", "Sukurkite taisyklę arba parašykite, kas bus punkto nesilaikant."))
	}
}

// Each clause with rules shows at least this many posts that fire, and as many that do not.
const fewestExamples = 3

func (l *linter) examples(c *Clause) {
	if len(c.Rules) == 0 {
		return
	}
	fires, passes := map[string]int{}, map[string]int{}
	for _, e := range c.Examples {
		if e.ShouldFire() {
			fires[e.Lang]++
			fires["all"]++
		} else {
			passes[e.Lang]++
			passes["all"]++
		}
		if e.ShouldFire() && !slices.Contains(c.AppliesTo, e.Channel) {
			l.err(e.Place, LintExamples, both("the example should fire as a %s post, to which the clause does not apply",
				"pavyzdys turi suveikti kanale „%s“, kuriam punktas netaikomas", e.Channel),
				both("Change the example's channel, or applies_to.", "Pakeiskite pavyzdžio channel arba punkto applies_to."))
		}
	}
	if fires["all"] < fewestExamples || passes["all"] < fewestExamples {
		l.warn(c.Place, LintExamples, both("the clause %s has %s that fire and %d that pass",
			"punkto %s pavyzdžiai: su fires – %s, su passes – %d", quoted(c.ID), counted(fires["all"], "example"), passes["all"]),
			both("Write at least three of each.", "Parašykite bent po tris."))
	}
	for _, lang := range l.Languages {
		if l.speaks(c, lang) && (fires[lang] == 0 || passes[lang] == 0) {
			l.warn(c.Place, LintExamples, both("the clause %s has no examples in %s that both fire and pass",
				"punkte %s trūksta pavyzdžių %s kalba: reikia ir fires, ir passes", quoted(c.ID), languageNames[lang]),
				both("Write some of each in that language.", "Parašykite abiejų rūšių pavyzdžių ta kalba."))
		}
	}
}

// speaks says whether a rule of the clause can fire in a language.
func (l *linter) speaks(c *Clause, lang string) bool {
	return slices.ContainsFunc(c.Rules, func(r *Rule) bool { return overlap(r.When.Lang, []string{lang}) })
}

// rule looks for conditions that can never hold.
func (l *linter) rule(c *Clause, r *Rule) {
	never := func(level func(Place, string, Text, Text), why, mend Text) {
		level(r.Place, LintUnreachable, both("the rule %s can never fire: %s", "taisyklė %s niekada nesuveiks: %s", r.FullName(), why),
			mend)
	}
	w := r.When
	if !overlap(w.Channel, c.AppliesTo) {
		never(l.err, both("it is for %s posts, and its clause applies to %s",
			"jos kanalai – %s, o punkto kanalai – %s", channelList(w.Channel), channelList(c.AppliesTo)),
			both("Change when.channel, or the clause's applies_to.", "Pakeiskite when.channel arba punkto applies_to."))
	}
	if !overlap(w.Lang, l.Languages) {
		never(l.err, both("the policy is not in its language", "jos kalbos tarp politikos kalbų nėra"),
			both("Change when.lang, or the policy's languages.", "Pakeiskite when.lang arba politikos languages."))
	}
	if len(w.Sector) > 0 && (len(l.Sectors) == 0 || !overlap(w.Sector, l.Sectors)) {
		never(l.warn, both("the company is not in %s, unless a post says so",
			"tarp įmonės sektorių nėra %s, nebent sektorių nurodo pats įrašas", anyOf(w.Sector)),
			both("Add the sector to policy.yaml, or remove the rule.", "Įrašykite sektorių į policy.yaml arba pašalinkite taisyklę."))
	}
	if len(w.During) > 0 && !slices.ContainsFunc(w.During, func(id string) bool { return !l.quiet[id].To.Before(l.today) }) {
		never(l.warn, both("its quiet period is over", "jos tylos laikotarpis pasibaigęs"),
			both("Set the next quiet period's dates, or remove the rule.",
				"Nurodykite kito tylos laikotarpio datas arba pašalinkite taisyklę."))
	}
	if len(w.Team) > 0 && !slices.ContainsFunc(w.Team, l.hasPeople) {
		never(l.warn, both("nobody is in the team %s", "komandoje %s nieko nėra", anyOf(w.Team)),
			both("Add people to the team in speakers.yaml, or remove the rule.",
				"Įrašykite komandos žmones į speakers.yaml arba pašalinkite taisyklę."))
	}
	if r.Near != nil && r.Unless != nil && r.Near.sameWords(r.Unless) && r.Unless.reaches(r.Near) {
		never(l.err,
			both("what must stand near is also what drops the finding", "near reikalauja tų pačių žodžių, dėl kurių unless pastabą atmeta"),
			both("Change the words of near or of unless.", "Pakeiskite near arba unless žodžius."))
	}
	if r.Near != nil && r.Near.Words.Empty() && l.allEmpty(r.Near.Terms) {
		never(l.warn, both("what must stand near is an empty word list", "near nurodytas žodžių sąrašas tuščias"),
			both("Fill the word list, or name words.", "Užpildykite žodžių sąrašą arba nurodykite words."))
	}
}

func channelList(channels []post.Channel) Text {
	words := make([]string, len(channels))
	for i, c := range channels {
		words[i] = string(c)
	}
	return Text{strings.Join(words, " and "), strings.Join(words, " ir ")}
}

func (l *linter) hasPeople(team string) bool { return len(l.people[team]) > 0 }

func (v *Vicinity) sameWords(other *Vicinity) bool {
	words := func(v *Vicinity) string {
		return canonicalOf(reflect.ValueOf(Vicinity{Terms: v.Terms, Words: v.Words}))
	}
	return words(v) == words(other)
}

// reaches says whether v looks at least as far as other.
func (v *Vicinity) reaches(other *Vicinity) bool {
	return v.Within == 0 || (other.Within != 0 && v.Within >= other.Within)
}

// repeatedRules looks for rules that look for the same and want different things, or the same thing twice.
func (l *linter) repeatedRules() {
	seen := map[string][]*Rule{}
	for _, c := range l.Clauses {
		for _, r := range c.Rules {
			when := r.When
			when.Channel = nil
			of := ""
			if len(r.Body.Keys()) == 0 { // what it looks for goes by its category
				of = string(r.Category)
			}
			key := r.Kind + of + canonicalOf(reflect.ValueOf([]any{&when, r.Near, r.Unless, r.Body}))
			for _, other := range seen[key] {
				if l.repeated(c, r, other) {
					break
				}
			}
			seen[key] = append(seen[key], r)
		}
	}
}

// repeated reports two rules with the same conditions, where they meet on a channel.
func (l *linter) repeated(c *Clause, r, other *Rule) bool {
	here, there := channelsOf(c, r), channelsOf(l.Clause(other.Clause), other)
	switch {
	case !slices.ContainsFunc(there, func(ch post.Channel) bool { return slices.Contains(here, ch) }):
		return false
	case r.Verdict != other.Verdict:
		l.err(r.Place, LintConflict, both("the rule %s looks for what %s looks for, and says %s where that says %s",
			"taisyklė %s ieško to paties, ko ir %s, bet jų sprendimai skiriasi: %s ir %s", r.FullName(), other.FullName(), r.Verdict,
			other.Verdict),
			both("Remove one of them, or give them different conditions.", "Vieną iš jų pašalinkite arba nustatykite skirtingas sąlygas."))
	case r.Category == other.Category:
		l.warn(r.Place, LintConflict,
			both("the rule %s does what %s does", "taisyklė %s daro tą patį, ką ir %s", r.FullName(), other.FullName()), removeOne)
	}
	return true
}

// channelsOf gives the channels on which a rule can fire.
func channelsOf(c *Clause, r *Rule) []post.Channel {
	var channels []post.Channel
	for _, ch := range c.AppliesTo {
		if overlap(r.When.Channel, []post.Channel{ch}) {
			channels = append(channels, ch)
		}
	}
	return channels
}

func (l *linter) allEmpty(lists []string) bool {
	return len(lists) > 0 && !slices.ContainsFunc(lists, func(name string) bool {
		t := l.lists[name]
		return t == nil || len(t.Terms) > 0
	})
}

// wordLists looks for lists that a rule waits for and that nobody has filled.
func (l *linter) wordLists() {
	users := map[string][]string{}
	for _, c := range l.Clauses {
		for _, r := range c.Rules {
			for _, name := range r.Body.lists() {
				if !slices.Contains(users[name], r.FullName()) {
					users[name] = append(users[name], r.FullName())
				}
			}
		}
	}
	for _, t := range l.Terms {
		if len(t.Terms) == 0 && len(users[t.Name]) > 0 {
			l.warn(t.Place, LintEmpty, both("the word list is empty: until it is filled, nothing in it can make %s fire",
				"žodžių sąrašas tuščias: kol jis neužpildytas, dėl jo nesuveiks %s", enumerate(users[t.Name])),
				both("Fill it.", "Užpildykite jį."))
		}
		l.repeatedTerms(t)
	}
}

func (l *linter) repeatedTerms(t *TermList) {
	first := make(map[string]int, len(t.Terms))
	for _, term := range t.Terms {
		if line, repeated := first[term.Text]; repeated {
			l.warn(Place{t.Place.File, term.Line, term.Column}, LintConflict, both("%s is in the list already, on line %d",
				"%s sąraše jau yra, %d eilutėje", quoted(shorten(term.Text)), line), removeOne)
			continue
		}
		first[term.Text] = term.Line
	}
}
