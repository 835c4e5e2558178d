package policy

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Level says how much an issue weighs.
type Level string

// The levels.
const (
	Error   Level = "error"   // the policy is not complete, or says what cannot be meant
	Warning Level = "warning" // worth a second look
)

// In names the level in a language.
func (l Level) In(lang string) string {
	if lang == Lithuanian && l == Error {
		return "klaida"
	} else if lang == Lithuanian {
		return "įspėjimas"
	}
	return string(l)
}

// Issue is something in a policy that loads but could be better.
type Issue struct {
	Place   Place
	Code    string // see the Lint constants
	Level   Level
	Message Text // without a full stop
	Mend    Text // one or more sentences
}

// String gives the issue in English.
func (i Issue) String() string { return i.In(English) }

// In gives the issue in one line that names the place and the mend, in a language.
func (i Issue) In(lang string) string {
	return fmt.Sprintf("%s: %s: %s. %s", i.Place, i.Level.In(lang), i.Message.In(lang), i.Mend.In(lang))
}

// The codes of issues.
const (
	LintUncovered   = "uncovered"   // a point of a complete policy that no clause answers
	LintOwner       = "owner"       // one of the five owners is not named
	LintPlan        = "plan"        // no response, or no runbook of a kind
	LintTranslation = "translation" // missing in one of the policy's languages, or the same in both
	LintEmpty       = "empty"       // a text or a word list with nothing in it
	LintHollow      = "hollow"      // a clause without a rule and without a consequence
	LintExamples    = "examples"    // too few examples, or one that cannot do what it says
	LintUnreachable = "unreachable" // a rule or waiver that can never apply
	LintConflict    = "conflict"    // two rules that contradict or repeat each other
	LintDate        = "date"        // something that is past, or not yet in force
	LintSpeakers    = "speakers"    // what nobody may do
	LintOverbroad   = "overbroad"   // words that the law does not allow a policy
)

// linter gathers issues about a policy as it stands on a day.
type linter struct {
	*Policy
	today  Date
	issues []Issue
	rules  map[string]*Rule        // by full name
	lists  map[string]*TermList    // by name
	quiet  map[string]*QuietPeriod // by id
	people map[string][]*Person    // by team
	course map[string]*Training    // by id
}

// Lint gives what the folder alone shows to be missing, past, unreachable, contradictory or overbroad, in the order of
// the places. Whether the examples do what they say takes a checker.
func (p *Policy) Lint(now time.Time) []Issue {
	l := &linter{Policy: p, today: DateOf(now)}
	l.lookUp()
	l.coverage()
	l.plan()
	l.translations()
	l.overbroad()
	for _, c := range p.Clauses {
		l.clause(c)
		l.examples(c)
		for _, r := range c.Rules {
			l.rule(c, r)
		}
	}
	l.repeatedRules()
	l.wordLists()
	l.dates()
	l.waivers()
	l.speakers()
	slices.SortStableFunc(l.issues, func(a, b Issue) int {
		x, y := a.Place, b.Place
		return cmp.Or(cmp.Compare(x.File, y.File), cmp.Compare(x.Line, y.Line), cmp.Compare(x.Column, y.Column))
	})
	return l.issues
}

// lookUp makes the tables that issues are looked up in.
func (l *linter) lookUp() {
	l.rules, l.lists, l.quiet = map[string]*Rule{}, map[string]*TermList{}, map[string]*QuietPeriod{}
	l.people, l.course = map[string][]*Person{}, map[string]*Training{}
	for _, c := range l.Clauses {
		for _, r := range c.Rules {
			l.rules[r.FullName()] = r
		}
	}
	for _, t := range l.Terms {
		l.lists[t.Name] = t
	}
	for i := range l.QuietPeriods {
		l.quiet[l.QuietPeriods[i].ID] = &l.QuietPeriods[i]
	}
	for i := range l.Speakers.People {
		for _, team := range l.Speakers.People[i].Teams {
			l.people[team] = append(l.people[team], &l.Speakers.People[i])
		}
	}
	for i := range l.Speakers.Trainings {
		l.course[l.Speakers.Trainings[i].ID] = &l.Speakers.Trainings[i]
	}
}

func (l *linter) err(at Place, code string, message, mend Text) {
	l.issues = append(l.issues, Issue{at, code, Error, message, mend})
}

func (l *linter) warn(at Place, code string, message, mend Text) {
	l.issues = append(l.issues, Issue{at, code, Warning, message, mend})
}

// overlap says whether two lists share an item; an empty list means everything.
func overlap[T comparable](a, b []T) bool {
	if len(a) == 0 || len(b) == 0 {
		return true
	}
	return slices.ContainsFunc(a, func(x T) bool { return slices.Contains(b, x) })
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }
