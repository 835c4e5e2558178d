package handbook

import (
	"html/template"
	"strings"

	"rostrum/policy"
	"rostrum/post"
)

// mostExamples is how many examples of each kind a page shows; more would bury the text.
const mostExamples = 4

// clauseView is a clause as people read it, on its own page or among all.
type clauseView struct {
	Words         *words
	ID, Number    string
	Title         said
	Level         int    // of the title's heading
	Prefix        string // of the ids in it
	Body          template.HTML
	BodyLang      string // where the text is not in the page's language
	AppliesTo     string
	Fine, NotFine []exampleView
	Consequence   said
	Sources       []policy.Source
	Owner         said
	OwnerLink     string
}

// exampleView is a post that shows what a clause means.
type exampleView struct {
	Text    string
	Lang    string
	Why     said
	Channel string // where the clause applies to several
}

// clausePage is the page of one clause.
type clausePage struct {
	shell
	Clause         *clauseView
	Previous, Next *contentsLine
}

func (e *edition) clausePage(i int) (*clausePage, error) {
	c := e.policy.Clauses[i]
	path := clausePath(c.ID)
	view, err := e.clause(c, 1, "", func(id string) string { return id + ".html" })
	if err != nil {
		return nil, err
	}
	view.OwnerLink = "../speakers.html#team-" + c.Owner
	page := &clausePage{shell: e.shell(path, c.Number+" "+c.Title.In(e.lang)), Clause: view}
	var lines []contentsLine
	for _, p := range e.parts {
		lines = append(lines, p.Lines...)
	}
	if i > 0 {
		page.Previous = &lines[i-1]
	}
	if i+1 < len(lines) {
		page.Next = &lines[i+1]
	}
	return page, nil
}

func (e *edition) clause(c *policy.Clause, level int, prefix string, link func(id string) string) (*clauseView, error) {
	ids := newAnchors(prefix, "content", "main", "kept", "title", "examples", "fine", "not-fine", "consequence", "sources", "owner")
	body, err := e.render(c.Text, level+1, ids, link)
	if err != nil {
		return nil, err
	}
	v := &clauseView{
		Words: e.words, ID: c.ID, Number: c.Number, Title: e.say(c.Title), Level: level, Prefix: prefix,
		Body: body, BodyLang: e.foreign(c.Text), AppliesTo: e.appliesTo(c.AppliesTo),
		Consequence: e.say(c.Consequence), Sources: c.Sources, Owner: e.team(c.Owner), OwnerLink: "#team-" + c.Owner,
	}
	e.examples(v, c)
	return v, nil
}

func (e *edition) appliesTo(channels []post.Channel) string {
	var names []string
	for _, c := range channels {
		names = append(names, name(channelNames, e.lang, string(c)))
	}
	return strings.Join(names, ", ")
}

// examples takes those in the edition's language, in the order of the policy.
func (e *edition) examples(v *clauseView, c *policy.Clause) {
	for _, x := range c.Examples {
		if x.Lang != e.lang {
			continue
		}
		view := exampleView{Text: x.Fires + x.Passes, Why: e.say(x.Why)}
		if len(c.AppliesTo) > 1 {
			view.Channel = name(exampleChannelNames, e.lang, string(x.Channel))
		}
		side := &v.Fine
		if x.ShouldFire() {
			side = &v.NotFine
		}
		if len(*side) < mostExamples {
			*side = append(*side, view)
		}
	}
}

// Section gives a heading's level inside the clause.
func (v *clauseView) Section() int { return v.Level + 1 }

// Side gives the level of the headings over what is fine and what is not.
func (v *clauseView) Side() int { return v.Level + 2 }

// Heading is the number and the title.
func (v *clauseView) Heading() said { return said{v.Number + " " + v.Title.Text, v.Title.Lang} }

// TitleID is the id of the title.
func (v *clauseView) TitleID() string {
	if v.Prefix == "" {
		return "title"
	}
	return strings.TrimSuffix(v.Prefix, "-")
}
