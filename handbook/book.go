package handbook

import (
	"bytes"
	"fmt"
	"html/template"
	"slices"
	"strings"
	"sync"

	"rostrum/folder"
	"rostrum/policy"
)

// Book is the handbook in one language, in parts: for pages that show it among other things. What it gives is HTML as on
// the site's own pages.
type Book struct {
	e      *edition
	leaves func() []leaf // for searches, made by the first
}

// Links says where a page that shows a part of the book has its other parts.
type Links struct {
	Clause                        func(id string) string
	Speakers, Responses, Runbooks string
	WithoutOwner                  bool // for readers who are not to know who owns a clause
}

// Open reads a policy as a book in a language, or in the policy's main one where the policy does not speak it.
func Open(p *policy.Policy, lang string) (*Book, error) {
	if !slices.Contains(p.Languages, lang) {
		lang = p.Languages[0]
	}
	s := &site{policy: p, files: folder.Files{}}
	if err := s.parse(); err != nil {
		return nil, err
	}
	e := newEdition(s, lang)
	return &Book{e, sync.OnceValue(e.readLeaves)}, nil
}

// Lang is the language that the book is in.
func (b *Book) Lang() string { return b.e.lang }

// Chapter is a part of the policy: its clauses, as a list of contents has them.
type Chapter struct {
	Number      string
	Title, Lang string // the language is empty where it is the book's
	Entries     []Entry
}

// Entry is a clause in a list of contents, or found by a search.
type Entry struct {
	ID, Number, Title, Lang string
	Text, TextLang          string // how the clause begins; in a search, where the words stand
}

// Contents gives all clauses by parts.
func (b *Book) Contents() []Chapter {
	var all []Chapter
	for _, p := range b.e.parts {
		c := Chapter{Number: p.Number, Title: p.Title.Text, Lang: p.Title.Lang}
		for _, l := range p.Lines {
			c.Entries = append(c.Entries, Entry{l.ID, l.Number, l.Title.Text, l.Title.Lang, l.Lead.Text, l.Lead.Lang})
		}
		all = append(all, c)
	}
	return all
}

// Beside gives the clauses before and after one; the zero Entry where there is none.
func (b *Book) Beside(id string) (before, after Entry) {
	var all []Entry
	for _, c := range b.Contents() {
		all = append(all, c.Entries...)
	}
	i := slices.IndexFunc(all, func(e Entry) bool { return e.ID == id })
	if i > 0 {
		before = all[i-1]
	}
	if i >= 0 && i+1 < len(all) {
		after = all[i+1]
	}
	return before, after
}

// Clause gives a clause as people read it, and false where there is none of that id.
func (b *Book) Clause(id string, to Links) (template.HTML, bool, error) {
	c := b.e.policy.Clause(id)
	if c == nil {
		return "", false, nil
	}
	view, err := b.e.clause(c, 1, "", to.Clause)
	if err != nil {
		return "", true, err
	}
	view.OwnerLink = to.Speakers + "#team-" + c.Owner
	if to.WithoutOwner {
		view.Owner = said{}
	}
	page, err := b.fill("clause", view)
	return page, true, err
}

// Plan gives one of the pages beside the clauses: speakers, conflict, responses or runbooks; false for any other name.
func (b *Book) Plan(name string, to Links) (template.HTML, bool, error) {
	var view any
	var err error
	switch name {
	case "speakers":
		view = b.e.speakers(1)
	case "conflict":
		view = b.e.conflict(1, to.Responses, to.Runbooks)
	case "responses":
		view = b.e.responses(1)
	case "runbooks":
		view, err = b.e.runbooks(1, to.Clause)
	default:
		return "", false, nil
	}
	if err != nil {
		return "", true, err
	}
	page, err := b.fill(name, view)
	return page, true, err
}

// Plans gives the names of those pages and their titles, in order.
func (b *Book) Plans() (names, titles []string) {
	for _, p := range b.e.plans() {
		names, titles = append(names, p.Anchor), append(titles, p.Title)
	}
	return names, titles
}

// Facts gives version, dates and approver, each with its name.
func (b *Book) Facts() [][2]string {
	var all [][2]string
	for _, f := range b.e.facts() {
		all = append(all, [2]string{f.Name, f.Value})
	}
	return all
}

func (b *Book) fill(name string, view any) (template.HTML, error) {
	var out bytes.Buffer
	if err := b.e.templates.ExecuteTemplate(&out, name, view); err != nil {
		return "", fmt.Errorf("the handbook's %s cannot be shown: %w", name, err)
	}
	return template.HTML(strings.TrimSpace(out.String())), nil
}
