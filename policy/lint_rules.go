package policy

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"rostrum/post"
)

func (l *linter) clause(c *Clause) {
	if len(c.Rules) == 0 && c.Consequence.Empty() {
		l.warn(c.Place, LintHollow, "Give it a rule, or say what happens on a breach.", "the clause %q has neither a rule nor a consequence", c.ID)
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
			l.err(e.Place, LintExamples, "Change the example's channel, or applies_to.", "the example should fire as a %s post, to which the clause does not apply", e.Channel)
		}
	}
	if fires["all"] < fewestExamples || passes["all"] < fewestExamples {
		l.warn(c.Place, LintExamples, "Write at least three of each.", "the clause %q has %s that fire and %d that pass", c.ID, plural(fires["all"], "example"), passes["all"])
	}
	for _, lang := range l.Languages {
		if l.speaks(c, lang) && (fires[lang] == 0 || passes[lang] == 0) {
			l.warn(c.Place, LintExamples, "Write some of each in that language.", "the clause %q has no examples in %s that both fire and pass", c.ID, languageNames[lang])
		}
	}
}

// speaks says whether a rule of the clause can fire in a language.
func (l *linter) speaks(c *Clause, lang string) bool {
	return slices.ContainsFunc(c.Rules, func(r *Rule) bool { return overlap(r.When.Lang, []string{lang}) })
}

// rule looks for conditions that can never hold.
func (l *linter) rule(c *Clause, r *Rule) {
	never := func(level func(Place, string, string, string, ...any), mend, why string, args ...any) {
		level(r.Place, LintUnreachable, mend, "the rule %s can never fire: %s", r.FullName(), fmt.Sprintf(why, args...))
	}
	w := r.When
	if !overlap(w.Channel, c.AppliesTo) {
		never(l.err, "Change when.channel, or the clause's applies_to.", "it is for %s posts, and its clause applies to %s", channelList(w.Channel), channelList(c.AppliesTo))
	}
	if !overlap(w.Lang, l.Languages) {
		never(l.err, "Change when.lang, or the policy's languages.", "the policy is not in its language")
	}
	if len(w.Sector) > 0 && (len(l.Sectors) == 0 || !overlap(w.Sector, l.Sectors)) {
		never(l.warn, "Add the sector to policy.yaml, or remove the rule.", "the company is not in %s, unless a post says so", strings.Join(w.Sector, " or "))
	}
	if len(w.During) > 0 && !slices.ContainsFunc(w.During, func(id string) bool { return !l.quiet[id].To.Before(l.today) }) {
		never(l.warn, "Set the next quiet period's dates, or remove the rule.", "its quiet period is over")
	}
	if len(w.Team) > 0 && !slices.ContainsFunc(w.Team, l.hasPeople) {
		never(l.warn, "Add people to the team in speakers.yaml, or remove the rule.", "nobody is in the team %s", strings.Join(w.Team, " or "))
	}
	if r.Near != nil && r.Unless != nil && r.Near.sameWords(r.Unless) && r.Unless.reaches(r.Near) {
		never(l.err, "Change the words of near or of unless.", "what must stand near is also what drops the finding")
	}
	if r.Near != nil && r.Near.Words.Empty() && l.allEmpty(r.Near.Terms) {
		never(l.warn, "Fill the word list, or name words.", "what must stand near is an empty word list")
	}
}

func channelList(channels []post.Channel) string {
	words := make([]string, len(channels))
	for i, c := range channels {
		words[i] = string(c)
	}
	return strings.Join(words, " and ")
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
			key := r.Kind + canonicalOf(reflect.ValueOf([]any{&when, r.Near, r.Unless, r.Body}))
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
		l.err(r.Place, LintConflict, "Remove one of them, or give them different conditions.", "the rule %s looks for what %s looks for, and says %s where that says %s", r.FullName(), other.FullName(), r.Verdict, other.Verdict)
	case r.Category == other.Category:
		l.warn(r.Place, LintConflict, "Remove one of them.", "the rule %s does what %s does", r.FullName(), other.FullName())
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
			l.warn(t.Place, LintEmpty, "Fill it.", "the word list is empty: until it is filled, nothing in it can make %s fire", enumerate(users[t.Name]))
		}
		l.repeatedTerms(t)
	}
}

func (l *linter) repeatedTerms(t *TermList) {
	first := make(map[string]int, len(t.Terms))
	for _, term := range t.Terms {
		if line, repeated := first[term.Text]; repeated {
			l.warn(Place{t.Place.File, term.Line, term.Column}, LintConflict, "Remove one of them.", "%q is in the list already, on line %d", shorten(term.Text), line)
			continue
		}
		first[term.Text] = term.Line
	}
}
