package web

import (
	"html/template"
	"net/url"

	"rostrum/fault"
	"rostrum/handbook"
	"rostrum/studio"
)

// clausePage is one clause, or one of the plans beside the clauses.
type clausePage struct {
	Page
	Base, In      string
	Version       studio.Version
	Past, Changed bool
	Public        bool
	Text          template.HTML
	TextLang      string
	Other         string // the same in the other language: "en", "lt", or empty
	Before, After handbook.Entry
}

func (s *Server) clause(v *visit, r *reading) error {
	id := v.r.PathValue("clause")
	text, there, err := r.book.Clause(id, r.links())
	if err != nil {
		return err
	}
	if !there {
		return fault.New(fault.NotFound, "The policy has no such clause. It may have been taken out or renamed; look in the contents.",
			"Tokio punkto politikoje nėra. Galbūt jis išimtas arba pervadintas – pažiūrėkite turinyje.")
	}
	page := s.clausePage(v, r, text)
	c := r.Policy.Clause(id)
	page.Title = c.Number + " " + c.Title.In(r.book.Lang())
	page.Before, page.After = r.book.Beside(id)
	page.Changed = r.changed[id]
	s.render.Render(v.w, v.r, 200, "handbook/clause", page)
	return nil
}

func (s *Server) plan(v *visit, r *reading) error {
	name := v.r.PathValue("plan")
	text, there, err := r.book.Plan(name, r.links())
	if err != nil {
		return err
	}
	if !there {
		return s.nothingHere(v)
	}
	page := s.clausePage(v, r, text)
	names, titles := r.book.Plans()
	for i := range names {
		if names[i] == name {
			page.Title = titles[i]
		}
	}
	s.render.Render(v.w, v.r, 200, "handbook/clause", page)
	return nil
}

func (s *Server) clausePage(v *visit, r *reading, text template.HTML) *clausePage {
	page := &clausePage{Page: s.page(v, ""), Base: r.base, In: r.in, Version: r.Version, Past: r.past, Public: r.public, Text: text, TextLang: r.book.Lang()}
	page.Crumbs = []Link{{Label: s.words.T(v.lang, "handbook.title"), Href: r.base + r.in}}
	for _, lang := range r.Policy.Languages {
		if lang != r.book.Lang() {
			page.Other = lang
		}
	}
	return page
}

// links keeps the reader in the version and in the language that they read.
func (r *reading) links() handbook.Links {
	return handbook.Links{
		Clause:   func(id string) string { return r.base + "/" + url.PathEscape(id) + r.in },
		Speakers: "/handbook/plans/speakers", Responses: "/handbook/plans/responses", Runbooks: "/handbook/plans/runbooks",
		WithoutOwner: r.public,
	}
}
