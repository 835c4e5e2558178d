package policy

import (
	"slices"
	"strings"
)

// speakers looks for what nobody may do, and for grants that help nobody.
func (l *linter) speakers() {
	if len(l.Speakers.Accounts) == 0 {
		l.warn(l.Speakers.Place, LintSpeakers, "Add the company's accounts.", "the company has no account")
	}
	for i := range l.Speakers.Grants {
		l.grant(&l.Speakers.Grants[i])
	}
	for _, a := range l.Speakers.Accounts {
		for _, action := range [...]string{"publish", "reply", "crisis", "approve"} {
			if open := l.unanswered(a.ID, action); len(open) > 0 {
				l.warn(a.Place, LintSpeakers, "Add a grant, or say in the clause that this stays so.", "on %s nobody may %s about %s", a.ID, actionNames[action], enumerate(open))
			}
		}
	}
}

var actionNames = map[string]string{"publish": "publish", "reply": "reply", "crisis": "comment in a crisis", "approve": "approve posts"}

func (l *linter) grant(g *Grant) {
	if !g.Until.IsZero() && g.Until.Before(l.today) {
		l.warn(g.Place, LintDate, "Remove it, or set a new date.", "the grant to %s has run out on %s", g.Team, g.Until)
		return
	}
	if !l.hasPeople(g.Team) {
		l.warn(g.Place, LintSpeakers, "Add people to the team.", "the grant helps nobody: no one is in the team %s", g.Team)
		return
	}
	var unmet []string
	for _, training := range g.Training {
		if !slices.ContainsFunc(l.people[g.Team], func(p *Person) bool { return l.trained(p, training) }) {
			unmet = append(unmet, training)
		}
	}
	if len(unmet) > 0 {
		l.warn(g.Place, LintSpeakers, "Train someone, and note the date under trained.", "nobody in the team %s has a valid training in %s", g.Team, strings.Join(unmet, ", "))
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
		if inForce && slices.Contains(g.Actions, action) && (slices.Contains(g.Accounts, All) || slices.Contains(g.Accounts, account)) && l.hasPeople(g.Team) {
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
