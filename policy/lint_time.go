package policy

import (
	"cmp"
	"slices"
)

func (l *linter) dates() {
	if l.Review.Before(l.today) {
		l.err(l.Place, LintDate, both("the policy was to be reviewed by %s", "politiką reikėjo peržiūrėti iki %s", l.Review),
			both("Look at the policy again, and set the next review.", "Peržiūrėkite politiką ir nustatykite kitą peržiūros datą."))
	}
	if l.Effective.After(l.today) {
		l.warn(l.Place, LintDate, both("the policy is in force only from %s", "politika įsigalios tik %s", l.Effective),
			both("Nothing, if that is meant.", "Jei taip ir turi būti, nieko keisti nereikia."))
	}
	for i := range l.QuietPeriods {
		q := &l.QuietPeriods[i]
		if q.To.Before(l.today) {
			l.warn(q.Place, LintDate, both("the quiet period %s was over on %s", "tylos laikotarpis %s baigėsi %s", q.ID, q.To),
				both("Set the next dates, or remove it.", "Nurodykite kitas datas arba jį pašalinkite."))
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
			l.warn(q.Place, LintDate,
				both("the quiet periods %s and %s overlap", "tylos laikotarpiai %s ir %s iš dalies sutampa", longest.ID, q.ID),
				both("Nothing, if both are meant.", "Jei reikia abiejų, nieko keisti nereikia."))
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
			l.warn(w.Place, LintDate, both("the waiver of %s has run out on %s", "taisyklės %s išimtis baigė galioti %s", w.Rule, w.Until),
				both("Remove it, or agree on a new date.", "Pašalinkite ją arba sutarkite dėl naujos datos."))
		case w.Until.After(l.today.AddMonths(longestWaiver)):
			l.warn(w.Place, LintDate, both("the waiver of %s runs for more than a year, until %s",
				"taisyklės %s išimtis galioja ilgiau nei metus, iki %s", w.Rule, w.Until),
				both("Set a nearer date, or change the rule.", "Nurodykite artimesnę datą arba pakeiskite taisyklę."))
		}
		r := l.rules[w.Rule]
		if scope, when := w.Scope, r.When; !overlap(scope.Channel, channelsOf(l.Clause(r.Clause), r)) || !overlap(scope.Lang, when.Lang) ||
			!overlap(scope.Network, when.Network) || !overlap(scope.Team, when.Team) || !overlap(scope.During, when.During) {
			l.warn(w.Place, LintUnreachable, both("the waiver of %s is for posts that the rule never looks at",
				"taisyklės %s išimtis skirta įrašams, kurių ta taisyklė netikrina", w.Rule),
				both("Change the scope, or remove the waiver.", "Pakeiskite scope arba išimtį pašalinkite."))
		}
	}
}
