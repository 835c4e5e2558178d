package web

import (
	"net/http"
	"net/url"
	"strconv"

	"rostrum/compose"
	"rostrum/staff"
	"rostrum/store"
)

// templatesPage lists the company's templates and snippets, with the form for one.
type templatesPage struct {
	Page
	Form   Form
	Whole  []compose.Template
	Short  []compose.Template
	Names  map[string]string
	Topics []Option
	Edited *compose.Template // the one in the form, if it is kept already
	Write  bool
	Open   bool // the form stands open
}

func (s *Server) templates(v *visit) error {
	form := Form{}
	var edited *compose.Template
	if id := v.r.URL.Query().Get("template"); id != "" {
		err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
			t, err := tx.Template(v.ctx, id)
			edited = &t
			return err
		})
		if err != nil {
			return err
		}
		form.Values = url.Values{"kind": {string(edited.Kind)}, "name": {edited.Name}, "en": {edited.EN}, "lt": {edited.LT}, "topic": {edited.Topic},
			"version": {strconv.FormatInt(edited.Version, 10)}}
	}
	return s.showTemplates(v, form, edited, http.StatusOK)
}

// changeTemplates makes, changes or removes a template.
func (s *Server) changeTemplates(v *visit) error {
	version, _ := strconv.ParseInt(v.form("version"), 10, 64) // what is no number is no version that there is
	t := compose.Template{ID: v.form("template"), Kind: compose.Kind(v.form("kind")), Name: v.form("name"), EN: v.form("en"), LT: v.form("lt"),
		Topic: v.form("topic"), Version: version}
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error {
		if v.form("do") == "remove" {
			if err := compose.DropTemplate(v.ctx, tx, v.who, t.ID); err != nil {
				return err
			}
			return s.flash(v, tx, "compose.template_removed")
		}
		if _, err := compose.KeepTemplate(v.ctx, tx, v.who, t, v.now); err != nil {
			return err
		}
		return s.flash(v, tx, "compose.template_saved")
	})
	if err == nil {
		return v.see("/posts/templates")
	}
	form := Form{Values: v.r.PostForm}
	form.Refuse(v.lang, err)
	var edited *compose.Template
	if t.ID != "" {
		readErr := s.Store.Read(v.ctx, func(tx *store.Tx) error {
			kept, err := tx.Template(v.ctx, t.ID)
			edited = &kept
			return err
		})
		if readErr != nil {
			return readErr
		}
		form.Values.Set("version", strconv.FormatInt(edited.Version, 10)) // who saves again has seen what is there
	}
	return s.showTemplates(v, form, edited, http.StatusUnprocessableEntity)
}

func (s *Server) showTemplates(v *visit, form Form, edited *compose.Template, status int) error {
	page := templatesPage{Page: s.page(v, "compose.templates_title"), Form: form, Edited: edited, Names: map[string]string{},
		Write: staff.May(v.who, staff.WritePosts) == nil, Open: form.Values != nil}
	page.Lead = s.words.T(v.lang, "compose.templates_lead")
	page.Crumbs = []Link{{Label: s.words.T(v.lang, "compose.title"), Href: "/posts"}}
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
		all, err := tx.Templates(v.ctx)
		if err != nil {
			return err
		}
		for _, t := range all {
			if t.Kind == compose.Whole {
				page.Whole = append(page.Whole, t)
			} else {
				page.Short = append(page.Short, t)
			}
			if err := s.names(v, tx, page.Names, t.By); err != nil {
				return err
			}
		}
		d, err := s.deskOf(v, tx)
		if err != nil {
			return err
		}
		page.Topics = s.topicOptions(v, &d)
		return nil
	})
	if err != nil {
		return err
	}
	SortByName(v.lang, page.Whole, func(t compose.Template) string { return t.Name })
	SortByName(v.lang, page.Short, func(t compose.Template) string { return t.Name })
	s.render.Render(v.w, v.r, status, "compose/templates", &page)
	return nil
}
