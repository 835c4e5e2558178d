package handbook

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/yuin/goldmark/text"
)

// found is a place that a search can lead to.
type found struct {
	URL    string `json:"u"` // from the edition's folder
	Number string `json:"n"`
	Title  string `json:"t"`
	Text   string `json:"x"`
}

// searchIndex is a script and not data alone, because a page that was opened from a folder may not fetch.
func (e *edition) searchIndex() ([]byte, error) {
	var list []found
	for _, c := range e.policy.Clauses {
		words := []string{e.plain(c.Text.In(e.lang)), c.Consequence.In(e.lang)}
		for _, s := range c.Sources {
			words = append(words, s.Name)
		}
		list = append(list, found{clausePath(c.ID), c.Number, c.Title.In(e.lang), join(words)})
	}
	list = append(list, e.plansFound()...)
	written, err := json.Marshal(list)
	if err != nil {
		return nil, fmt.Errorf("the search index cannot be written: %w", err)
	}
	return append(append([]byte("const handbookIndex = "), written...), ";\n"...), nil
}

func (e *edition) plansFound() []found {
	speakers, conflict := e.speakers(1), e.conflict(1, "", "")
	var who, what []string
	for _, t := range speakers.Topics {
		who = append(who, t.Topic.Text)
	}
	for _, t := range speakers.Teams {
		who = append(append(who, t.Name.Text), t.People...)
	}
	for _, a := range speakers.Accounts {
		who = append(who, a.Network+" "+a.Handle)
	}
	for _, r := range conflict.Routes {
		what = append(append(what, r.Comes...), r.Owner)
	}
	list := []found{
		{"speakers.html", "", e.words.Speakers, join(who)},
		{"conflict.html", "", e.words.Conflict, join(what)},
	}
	for _, r := range e.policy.Responses {
		_, answer := titled(r.Text.In(e.lang))
		words := append([]string{answer}, e.wordsOf(r.Fits)...)
		list = append(list, found{"responses.html#response-" + r.ID, "", e.words.Responses + ": " + e.responseTitle(r).Text, join(words)})
	}
	for _, r := range e.policy.Runbooks {
		_, body := titled(r.Text.In(e.lang))
		words := []string{e.plain(body)}
		for _, s := range r.Steps {
			words = append(words, s.Text.In(e.lang))
		}
		list = append(list, found{"runbooks.html#runbook-" + r.ID, "", e.words.Runbooks + ": " + e.runbookTitle(r).Text, join(words)})
	}
	return list
}

// plain gives the words of a Markdown text.
func (e *edition) plain(source string) string {
	return plain(e.markdown.Parser().Parse(text.NewReader([]byte(source))), []byte(source))
}

func join(words []string) string { return strings.Join(strings.Fields(strings.Join(words, " ")), " ") }
