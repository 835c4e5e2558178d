package web

import (
	"net/http"
	"net/url"
	"slices"

	"rostrum/fault"
	"rostrum/notify"
	"rostrum/staff"
	"rostrum/store"
)

// settingsPage is what the company decides about its server, and what the operator has decided.
type settingsPage struct {
	Page
	Tabs      []Link
	Form      Form
	Languages []Link
	Mail      string // the mail server, or empty
	Tried     *notify.Answer
	Said      string // what the answer to the try means
}

func (s *Server) settingsTabs(v *visit, current string) []Link {
	tabs := []Link{{Icon: "building", Label: s.words.T(v.lang, "settings.company"), Href: "/settings"},
		{Icon: "bell", Label: s.words.T(v.lang, "settings.receivers"), Href: "/settings/receivers"},
		{Icon: "mail", Label: s.words.T(v.lang, "settings.mail"), Href: "/settings/mail"},
		{Icon: "book", Label: s.words.T(v.lang, "handbook.settings"), Href: "/settings/handbook"}}
	for i := range tabs {
		tabs[i].Current = tabs[i].Href == current
	}
	return tabs
}

func (s *Server) settings(v *visit) error {
	c := v.company
	return s.showSettings(v, Form{Values: url.Values{"company": {c.Name}, "languages": c.Languages, "zone": {c.Zone}}}, 200)
}

func (s *Server) showSettings(v *visit, form Form, status int) error {
	page := settingsPage{Page: s.page(v, "settings.title"), Tabs: s.settingsTabs(v, "/settings"), Form: form}
	for _, lang := range []string{Lithuanian, English} {
		page.Languages = append(page.Languages, Link{Href: lang, Label: s.words.T(v.lang, "settings.language_"+lang),
			Current: slices.Contains(form.Values["languages"], lang)})
	}
	s.render.Render(v.w, v.r, status, "settings/company", &page)
	return nil
}

func (s *Server) changeCompany(v *visit) error {
	changed := staff.Company{Name: v.form("company"), Zone: v.form("zone"), Languages: slices.Clone(v.r.PostForm["languages"])}
	// Whoever has chosen no language yet is met in the company's first one, so that one stays first.
	if first := v.company.Languages[0]; slices.Contains(changed.Languages, first) {
		others := slices.DeleteFunc(changed.Languages, func(lang string) bool { return lang == first })
		changed.Languages = append([]string{first}, others...)
	}
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error {
		if err := staff.ChangeCompany(v.ctx, tx, v.who, changed, v.now); err != nil {
			return err
		}
		return s.flash(v, tx, "settings.saved")
	})
	if fault.Is(err, fault.Invalid) {
		form := Form{Values: v.r.PostForm}
		form.Refuse(v.lang, err)
		return s.showSettings(v, form, http.StatusUnprocessableEntity)
	} else if err != nil {
		return err
	}
	return v.see("/settings")
}

// mailSettings shows the operator's mail server; a POST tries it.
func (s *Server) mailSettings(v *visit) error {
	page := settingsPage{Page: s.page(v, "settings.title"), Tabs: s.settingsTabs(v, "/settings/mail")}
	if s.Mail != nil {
		page.Mail = s.Mail.String()
		if v.r.Method == http.MethodPost {
			answer := s.Mail.Try(v.ctx)
			page.Tried, page.Said = &answer, answer.In(v.lang)
		}
	}
	s.render.Render(v.w, v.r, 200, "settings/mail", &page)
	return nil
}
