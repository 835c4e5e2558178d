package handbook

import (
	"fmt"
	"strings"
	"time"

	"rostrum/policy"
)

// conflictPage says who handles what comes in.
type conflictPage struct {
	shell
	Conflict *conflictView
}

// conflictView is the conflict plan: a lane for each owner as a picture, then every route in its order.
type conflictView struct {
	Words  *words
	Level  int
	Lanes  []lane
	Routes []routeRow
}

// lane shows one owner: what comes in, who acts, how fast, and who takes over.
type lane struct {
	ID                   string
	Owner                string
	Team, Deputy         said
	Comes                []string
	Deadline, Escalation string
}

type routeRow struct {
	Comes          []string // any of which
	Where          string   // only there
	Owner, OwnerID string
	Deadline       string
	Escalation     string
	Response       *pageLink
	Runbook        *pageLink
}

// pageLink leads to a place on another page, or on this one where everything is on one page.
type pageLink struct {
	Href  string
	Title said
}

func (e *edition) conflictPage() *conflictPage {
	return &conflictPage{e.shell("conflict.html", e.words.Conflict), e.conflict(1, "responses.html", "runbooks.html")}
}

// conflict makes the plan; responses and runbooks are the pages that it leads to, empty for the same page.
func (e *edition) conflict(level int, responses, runbooks string) *conflictView {
	v := &conflictView{Words: e.words, Level: level}
	for _, owner := range policy.Owners {
		if duty, ok := e.policy.Conflict.Owners[owner]; ok {
			v.Lanes = append(v.Lanes, e.lane(owner, duty))
		}
	}
	for i := range e.policy.Conflict.Routes {
		v.Routes = append(v.Routes, e.routeRow(&e.policy.Conflict.Routes[i], responses, runbooks))
	}
	return v
}

func (e *edition) lane(owner string, duty policy.Duty) lane {
	l := lane{ID: owner, Owner: name(ownerNames, e.lang, owner), Team: e.team(duty.Team)}
	if duty.Deputy != "" {
		deputy := e.team(duty.Deputy)
		l.Deputy = said{fmt.Sprintf(e.words.Deputy, deputy.Text), deputy.Lang}
	}
	var shortest, longest time.Duration
	for i := range e.policy.Conflict.Routes {
		r := &e.policy.Conflict.Routes[i]
		if r.Owner != owner {
			continue
		}
		l.Comes = append(l.Comes, e.comes(&r.When, 1)...)
		if shortest == 0 || r.Deadline < shortest {
			shortest = r.Deadline
		}
		longest = max(longest, r.Deadline)
		if r.Escalate != nil && l.Escalation == "" {
			l.Escalation = name(ownerNames, e.lang, r.Escalate.To)
		}
	}
	if longest > 0 {
		l.Deadline = fmt.Sprintf(e.words.Within, between(e.lang, shortest, longest))
	}
	return l
}

func (e *edition) routeRow(r *policy.Route, responses, runbooks string) routeRow {
	row := routeRow{
		Comes: e.comes(&r.When, 3), Where: e.where(r.When.Network), Owner: name(ownerNames, e.lang, r.Owner), OwnerID: r.Owner,
		Deadline: fmt.Sprintf(e.words.Within, length(e.lang, r.Deadline)),
	}
	if r.Escalate != nil {
		row.Escalation = fmt.Sprintf(e.words.After, length(e.lang, r.Escalate.After), name(ownerNames, e.lang, r.Escalate.To))
	}
	if x := e.policy.Response(r.Response); x != nil {
		row.Response = &pageLink{responses + "#response-" + x.ID, e.responseTitle(x)}
	}
	if x := e.policy.Runbook(r.Runbook); x != nil {
		row.Runbook = &pageLink{runbooks + "#runbook-" + x.ID, e.runbookTitle(x)}
	}
	return row
}

// comes says what a route takes, each condition by at most so many words.
func (e *edition) comes(w *policy.RouteWhen, most int) []string {
	var all []string
	for _, c := range firstOf(w.Categories, most) {
		all = append(all, name(categoryNames, e.lang, c))
	}
	if words := firstOf(e.wordsOf(w.Words), most); len(words) > 0 {
		for i, word := range words {
			words[i] = e.quote(word)
		}
		all = append(all, strings.Join(words, ", "))
	}
	for _, t := range w.Tone {
		if most > 1 || len(all) == 0 {
			all = append(all, name(toneNames, e.lang, t))
		}
	}
	if len(all) == 0 {
		all = []string{e.words.EverythingElse}
	}
	return all
}

// wordsOf gives the words of the edition's language, or of the other where it has none.
func (e *edition) wordsOf(w policy.Words) []string {
	if own := w.In(e.lang); len(own) > 0 {
		return own
	}
	return append(append([]string{}, w.EN...), w.LT...)
}

func (e *edition) where(networks []string) string {
	var names []string
	for _, n := range networks {
		names = append(names, network(n))
	}
	if len(names) == 0 {
		return ""
	}
	return e.words.On + " " + strings.Join(names, ", ")
}

func (e *edition) quote(s string) string {
	if e.lang == policy.Lithuanian {
		return "„" + s + "“"
	}
	return "“" + s + "”"
}

// firstOf gives a copy of the first few.
func firstOf(list []string, most int) []string {
	return append([]string{}, list[:min(most, len(list))]...)
}

// Section gives the level of the headings under the page's own.
func (v *conflictView) Section() int { return v.Level + 1 }
