package handbook

import (
	"fmt"
	"html/template"
	"strings"

	"rostrum/policy"
)

// runbooksPage shows what to do in a crisis or a breach.
type runbooksPage struct {
	shell
	Runbooks *runbooksView
}

type runbooksView struct {
	Words *words
	Level int
	List  []runbookView
}

type runbookView struct {
	ID, Kind string
	Title    said
	Body     template.HTML
	BodyLang string
	Steps    []stepView
}

type stepView struct {
	Text     said
	Owner    said
	Deadline string
}

func (e *edition) runbooksPage() (*runbooksPage, error) {
	v, err := e.runbooks(1, func(id string) string { return clausePath(id) })
	return &runbooksPage{e.shell("runbooks.html", e.words.Runbooks), v}, err
}

func (e *edition) runbooks(level int, link func(id string) string) (*runbooksView, error) {
	v := &runbooksView{Words: e.words, Level: level}
	for _, r := range e.policy.Runbooks {
		id := "runbook-" + r.ID
		_, en := titled(r.Text.EN)
		_, lt := titled(r.Text.LT)
		body, err := e.render(policy.Text{EN: en, LT: lt}, level+2, newAnchors(id+"-"), link)
		if err != nil {
			return nil, err
		}
		view := runbookView{
			ID: id, Kind: name(runbookKinds, e.lang, r.Kind), Title: e.runbookTitle(r), Body: body, BodyLang: e.foreign(r.Text),
		}
		for _, s := range r.Steps {
			view.Steps = append(view.Steps, stepView{
				Text: e.say(s.Text), Owner: e.team(s.Owner), Deadline: fmt.Sprintf(e.words.Within, length(e.lang, s.Within)),
			})
		}
		v.List = append(v.List, view)
	}
	return v, nil
}

func (e *edition) runbookTitle(r *policy.Runbook) said {
	if title, _ := titled(r.Text.In(e.lang)); title != "" {
		return said{title, e.foreign(r.Text)}
	}
	return own(capital(strings.ReplaceAll(r.ID, "-", " ")))
}

// Section gives the level of each plan's heading.
func (v *runbooksView) Section() int { return v.Level + 1 }
