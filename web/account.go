package web

import (
	"net/http"
	"strings"

	"rostrum/fault"
	"rostrum/staff"
	"rostrum/store"
)

// accountPage is what a person may change of their own: name, language, time zone.
type accountPage struct {
	Page
	Form
	Tabs  []Link
	Who   staff.Person
	Zones []Option
}

// accountTabs are the pages of one's own account.
func (s *Server) accountTabs(v *visit) []Link {
	tabs := []Link{
		{Icon: "user", Label: s.words.T(v.lang, "account.tab_you"), Href: "/account"},
		{Icon: "key", Label: s.words.T(v.lang, "account.tab_ways"), Href: "/account/ways"},
		{Icon: "device-mobile", Label: s.words.T(v.lang, "account.tab_devices"), Href: "/account/devices"},
	}
	if staff.May(v.who, staff.MakeTokens) == nil {
		tabs = append(tabs, Link{Icon: "settings", Label: s.words.T(v.lang, "account.tab_tokens"), Href: "/account/tokens"})
	}
	if staff.May(v.who, staff.VotePosts) == nil {
		tabs = append(tabs, Link{Icon: "calendar-event", Label: s.words.T(v.lang, "approval.tab_stand_in"), Href: "/account/stand-in"})
	}
	for i := range tabs {
		tabs[i].Current = tabs[i].Href == v.r.URL.Path || i > 0 && strings.HasPrefix(v.r.URL.Path, tabs[i].Href+"/")
	}
	return tabs
}

func (s *Server) account(v *visit) error { return s.showAccount(v, http.StatusOK, nil) }

func (s *Server) showAccount(v *visit, status int, wrong error) error {
	page := &accountPage{Page: s.page(v, "account.title"), Form: Form{Values: v.r.PostForm}, Tabs: s.accountTabs(v),
		Who: v.who, Zones: zones(v.who.Zone)}
	if wrong != nil {
		page.Refuse(v.lang, wrong)
	}
	s.render.Render(v.w, v.r, status, "account/you", page)
	return nil
}

// changeAccount keeps name, language and time zone. A language chosen here wins over the one chosen in the page's head.
func (s *Server) changeAccount(v *visit) error {
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error {
		who, err := tx.Person(v.ctx, v.who.ID)
		if err != nil {
			return err
		}
		if _, err := staff.ChangeOwn(v.ctx, tx, who, v.form("name"), v.form("language"), v.form("zone"), v.now); err != nil {
			return err
		}
		return s.flash(v, tx, "account.saved")
	})
	if status, mendable := refused(err); err != nil && mendable && fault.For(err).Code != fault.SignIn {
		return s.showAccount(v, status, err)
	} else if err != nil {
		return err
	}
	http.SetCookie(v.w, &http.Cookie{Name: "language", Path: "/", MaxAge: -1})
	return v.see("/account")
}
