package policy

import (
	"slices"
	"strings"
)

// speakers looks for what nobody may do, and for grants that help nobody.
func (l *linter) speakers() {
	if len(l.Speakers.Accounts) == 0 {
		l.warn(l.Speakers.Place, LintSpeakers, both("the company has no account", "įmonė neturi nė vienos paskyros"),
			both("Add the company's accounts.", "Įrašykite įmonės paskyras."))
	}
	for i := range l.Speakers.Grants {
		l.grant(&l.Speakers.Grants[i])
	}
	for _, a := range l.Speakers.Accounts {
		for _, action := range [...]string{"publish", "reply", "crisis", "approve"} {
			if open := l.unanswered(a.ID, action); len(open) > 0 {
				l.warn(a.Place, LintSpeakers, both("on %s nobody may %s about %s",
					"paskyroje %s niekas negali %s (temos: %s)", a.ID, actionNames[action], enumerate(open)),
					both("Add a grant, or say in the clause that this stays so.",
						"Suteikite leidimą arba punkte parašykite, kad taip ir turi būti."))
			}
		}
	}
}

var actionNames = map[string]Text{
	"publish": {"publish", "skelbti"}, "reply": {"reply", "atsakyti"},
	"crisis": {"comment in a crisis", "komentuoti per krizę"}, "approve": {"approve posts", "tvirtinti įrašų"},
}

func (l *linter) grant(g *Grant) {
	if !g.Until.IsZero() && g.Until.Before(l.today) {
		l.warn(g.Place, LintDate, both("the grant to %s has run out on %s", "komandos %s leidimas baigė galioti %s", g.Team, g.Until),
			both("Remove it, or set a new date.", "Pašalinkite jį arba nurodykite naują datą."))
		return
	}
	if !l.hasPeople(g.Team) {
		l.warn(g.Place, LintSpeakers, both("the grant helps nobody: no one is in the team %s",
			"leidimas niekam nepadeda: komandoje %s nieko nėra", g.Team), both("Add people to the team.", "Įrašykite komandos žmones."))
		return
	}
	var unmet []string
	for _, training := range g.Training {
		if !slices.ContainsFunc(l.people[g.Team], func(p *Person) bool { return l.trained(p, training) }) {
			unmet = append(unmet, training)
		}
	}
	if len(unmet) > 0 {
		l.warn(g.Place, LintSpeakers, both("nobody in the team %s has a valid training in %s",
			"komandoje %s niekas neturi galiojančių mokymų (%s)", g.Team, strings.Join(unmet, ", ")),
			both("Train someone, and note the date under trained.", "Ką nors apmokykite ir datą įrašykite ties trained."))
	}
}

// trained says whether a person's training still counts today.
func (l *linter) trained(p *Person, training string) bool {
	passed, ok := p.Trained[training]
	if !ok {
		return false
	}
	months := l.course[training].ValidMonths
	return months == 0 || !passed.AddMonths(months).Before(l.today)
}

// unanswered gives the topics that no grant in force covers for an account and an action.
func (l *linter) unanswered(account, action string) []string {
	granted := map[string]bool{}
	for i := range l.Speakers.Grants {
		g := &l.Speakers.Grants[i]
		inForce := g.Until.IsZero() || !g.Until.Before(l.today)
		onAccount := slices.Contains(g.Accounts, All) || slices.Contains(g.Accounts, account)
		if inForce && onAccount && slices.Contains(g.Actions, action) && l.hasPeople(g.Team) {
			for _, topic := range g.Topics {
				granted[topic] = true
			}
		}
	}
	var open []string
	if granted[All] {
		return nil
	}
	for _, t := range l.Speakers.Topics {
		if !granted[t.ID] {
			open = append(open, t.ID)
		}
	}
	if !granted[OtherTopic] {
		open = append(open, OtherTopic)
	}
	return open
}
