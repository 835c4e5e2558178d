package handbook

import (
	"fmt"
	"slices"

	"rostrum/policy"
)

// speakersPage says who may speak for the company.
type speakersPage struct {
	shell
	Speakers *speakersView
}

// speakersView is who may speak: by topic, by team, and the people, accounts and training behind it.
type speakersView struct {
	Words     *words
	Level     int
	Actions   []string
	Topics    []topicRow
	Grants    []grantRow
	Teams     []teamRow
	Accounts  []accountRow
	Trainings []trainingRow
}

// topicRow says for one topic which teams may do what, in the order of the actions.
type topicRow struct {
	Topic said
	Cells []topicCell
}

type topicCell struct {
	Action string
	Teams  []voice
}

// voice is a team that may speak, and on which accounts where it is not all of them.
type voice struct {
	Team     said
	Accounts []string
}

type grantRow struct {
	ID                string // the team's
	Team              said
	Accounts, Actions []string
	Topics, Training  []said
	Until             string
}

type teamRow struct {
	ID     string
	Name   said
	People []string
}

type accountRow struct {
	Network, Handle string
	Owner           said
}

type trainingRow struct {
	Name  said
	Valid string
}

func (e *edition) speakersPage() *speakersPage {
	return &speakersPage{e.shell("speakers.html", e.words.Speakers), e.speakers(1)}
}

func (e *edition) speakers(level int) *speakersView {
	s := &e.policy.Speakers
	v := &speakersView{Words: e.words, Level: level}
	for _, a := range actions {
		v.Actions = append(v.Actions, name(actionNames, e.lang, a))
	}
	for _, t := range s.Topics {
		v.Topics = append(v.Topics, e.topicRow(t.ID, e.say(t.Name)))
	}
	v.Topics = append(v.Topics, e.topicRow(policy.OtherTopic, own(capital(e.words.OtherTopics))))
	for _, g := range s.Grants {
		v.Grants = append(v.Grants, e.grantRow(&g))
	}
	for _, t := range s.Teams {
		v.Teams = append(v.Teams, teamRow{t.ID, e.say(t.Name), e.people(t.ID)})
	}
	for _, a := range s.Accounts {
		v.Accounts = append(v.Accounts, accountRow{network(a.Network), a.Handle, e.team(a.Owner)})
	}
	for _, t := range s.Trainings {
		valid := e.words.ForEver
		if t.ValidMonths > 0 {
			valid = fmt.Sprintf(e.words.ValidFor, t.ValidMonths)
		}
		v.Trainings = append(v.Trainings, trainingRow{e.say(t.Name), valid})
	}
	return v
}

func (e *edition) topicRow(topic string, title said) topicRow {
	row := topicRow{Topic: title}
	for _, a := range actions {
		cell := topicCell{Action: name(actionNames, e.lang, a)}
		for _, g := range e.policy.Speakers.Grants {
			if slices.Contains(g.Actions, a) && (slices.Contains(g.Topics, topic) || slices.Contains(g.Topics, policy.All)) {
				cell.Teams = append(cell.Teams, voice{e.team(g.Team), e.someAccounts(g.Accounts)})
			}
		}
		row.Cells = append(row.Cells, cell)
	}
	return row
}

// someAccounts gives the accounts' handles, or none where they are all.
func (e *edition) someAccounts(ids []string) []string {
	if slices.Contains(ids, policy.All) {
		return nil
	}
	var handles []string
	for _, a := range e.policy.Speakers.Accounts {
		if slices.Contains(ids, a.ID) {
			handles = append(handles, network(a.Network)+" "+a.Handle)
		}
	}
	return handles
}

func (e *edition) grantRow(g *policy.Grant) grantRow {
	row := grantRow{ID: g.Team, Team: e.team(g.Team), Accounts: e.someAccounts(g.Accounts)}
	if len(row.Accounts) == 0 {
		row.Accounts = []string{e.words.EveryAccount}
	}
	for _, id := range g.Topics {
		row.Topics = append(row.Topics, e.topic(id))
	}
	for _, a := range g.Actions {
		row.Actions = append(row.Actions, name(actionNames, e.lang, a))
	}
	for _, id := range g.Training {
		row.Training = append(row.Training, e.training(id))
	}
	if !g.Until.IsZero() {
		row.Until = fmt.Sprintf(e.words.Until, date(e.lang, g.Until))
	}
	return row
}

func (e *edition) topic(id string) said {
	switch id {
	case policy.All:
		return own(e.words.AllTopics)
	case policy.OtherTopic:
		return own(e.words.OtherTopics)
	}
	for _, t := range e.policy.Speakers.Topics {
		if t.ID == id {
			return e.say(t.Name)
		}
	}
	return own(id)
}

func (e *edition) training(id string) said {
	for _, t := range e.policy.Speakers.Trainings {
		if t.ID == id {
			return e.say(t.Name)
		}
	}
	return own(id)
}

// people names who is in a team. Nothing else about them is for everybody to read.
func (e *edition) people(team string) []string {
	var names []string
	for _, p := range e.policy.Speakers.People {
		if slices.Contains(p.Teams, team) {
			names = append(names, p.Name)
		}
	}
	return names
}

// Section gives the level of the headings under the page's own.
func (v *speakersView) Section() int { return v.Level + 1 }

// Named says whether anybody is named.
func (v *speakersView) Named() bool {
	return slices.ContainsFunc(v.Teams, func(t teamRow) bool { return len(t.People) > 0 })
}
