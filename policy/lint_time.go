package policy

import (
	"cmp"
	"slices"
)

func (l *linter) dates() {
	if l.Review.Before(l.today) {
		l.err(l.Place, LintDate, "Look at the policy again, and set the next review.", "the policy was to be reviewed by %s", l.Review)
	}
	if l.Effective.After(l.today) {
		l.warn(l.Place, LintDate, "Nothing, if that is meant.", "the policy is in force only from %s", l.Effective)
	}
	for i := range l.QuietPeriods {
		q := &l.QuietPeriods[i]
		if q.To.Before(l.today) {
			l.warn(q.Place, LintDate, "Set the next dates, or remove it.", "the quiet period %s was over on %s", q.ID, q.To)
		}
	}
	l.overlaps()
}

// overlaps looks at the periods in the order in which they begin, each against the one that lasts longest before it.
func (l *linter) overlaps() {
	periods := make([]*QuietPeriod, len(l.QuietPeriods))
	for i := range periods {
		periods[i] = &l.QuietPeriods[i]
	}
	slices.SortStableFunc(periods, func(a, b *QuietPeriod) int { return cmp.Compare(a.From.number(), b.From.number()) })
	var longest *QuietPeriod
	for _, q := range periods {
		if longest != nil && !q.From.After(longest.To) {
			l.warn(q.Place, LintDate, "Nothing, if both are meant.", "the quiet periods %s and %s overlap", longest.ID, q.ID)
		}
		if longest == nil || q.To.After(longest.To) {
			longest = q
		}
	}
}

const longestWaiver = 12 // months

func (l *linter) waivers() {
	for _, w := range l.Waivers {
		switch {
		case w.Until.Before(l.today):
			l.warn(w.Place, LintDate, "Remove it, or agree on a new date.", "the waiver of %s has run out on %s", w.Rule, w.Until)
		case w.Until.After(l.today.AddMonths(longestWaiver)):
			l.warn(w.Place, LintDate, "Set a nearer date, or change the rule.", "the waiver of %s runs for more than a year, until %s", w.Rule, w.Until)
		}
		r := l.rules[w.Rule]
		if scope, when := w.Scope, r.When; !overlap(scope.Channel, channelsOf(l.Clause(r.Clause), r)) || !overlap(scope.Lang, when.Lang) ||
			!overlap(scope.Network, when.Network) || !overlap(scope.Team, when.Team) || !overlap(scope.During, when.During) {
			l.warn(w.Place, LintUnreachable, "Change the scope, or remove the waiver.", "the waiver of %s is for posts that the rule never looks at", w.Rule)
		}
	}
}
