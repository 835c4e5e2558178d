package web

import (
	"slices"
	"strings"
	"unicode/utf8"

	"rostrum/staff"
	"rostrum/store"
)

// page gives what stands around a page: who is signed in, the menu, and the title, a key of the words.
func (s *Server) page(v *visit, title string) Page {
	p := Page{Lang: v.lang, Theme: Theme(v.r), Company: v.company.Name, Path: v.back()}
	if title != "" {
		p.Title = s.words.T(v.lang, title)
	}
	if v.who.ID == "" {
		return p
	}
	p.Person = &Viewer{Name: v.who.Name, Initials: initials(v.who.Name), Roles: s.roleNames(v.lang, v.who.Roles)}
	p.Nav = menu(v)
	p.Pauses, p.Pauser = v.pauses, staff.May(v.who, staff.PausePosts) == nil
	p.Flash = s.told(v)
	return p
}

// menu is the main menu as far as the person may go.
func menu(v *visit) []NavItem {
	all := []struct {
		NavItem
		who access
	}{
		{NavItem{Icon: "home", Key: "shell.nav_home", Href: "/"}, signedIn},
		{NavItem{Icon: "book", Key: "shell.nav_handbook", Href: "/handbook"}, staff.ReadHandbook},
		{NavItem{Icon: "speakerphone", Key: "compose.nav", Href: "/posts"}, staff.SeePosts},
		{NavItem{Icon: "calendar-event", Key: "publish.calendar", Href: "/calendar"}, staff.SeePosts},
		{NavItem{Icon: "message-circle", Key: "shell.nav_check", Href: "/check"}, staff.CheckDraft},
		{NavItem{Icon: "school", Key: "shell.nav_training", Href: "/training"}, staff.SignClauses},
		{NavItem{Icon: "pencil", Key: "shell.nav_studio", Href: "/studio"}, staff.ApprovePolicy},
		{NavItem{Icon: "list-check", Key: "shell.nav_approvals", Href: "/approvals"}, staff.VotePosts},
		{NavItem{Icon: "at", Key: "shell.nav_accounts", Href: "/accounts"}, staff.SeeAccounts},
		{NavItem{Icon: "users", Key: "shell.nav_people", Href: "/people"}, staff.SeePeople},
		{NavItem{Icon: "scale", Key: "shell.nav_ledger", Href: "/ledger"}, staff.SeeLedger},
		{NavItem{Icon: "settings", Key: "shell.nav_settings", Href: "/settings"}, staff.ChangeSettings},
	}
	var items []NavItem
	for _, item := range all {
		if item.who != signedIn && staff.May(v.who, item.who) != nil {
			continue
		}
		item.Current = v.r.URL.Path == item.Href || item.Href != "/" && strings.HasPrefix(v.r.URL.Path, item.Href+"/")
		items = append(items, item.NavItem)
	}
	return items
}

// told gives the message that the page before left for this one, once.
func (s *Server) told(v *visit) *Flash {
	key := v.session.kept.Flash
	if key == "" {
		return nil
	}
	back := v.session.kept.Undo
	v.session.kept.Flash, v.session.kept.Undo = "", nil
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error { return s.remember(v, tx) })
	if err != nil {
		s.Log.WarnContext(v.ctx, "message told again", "error", err)
	}
	if back != nil {
		back.Then = v.back()
	}
	return &Flash{Kind: "done", Text: s.words.T(v.lang, key), Undo: back}
}

func (s *Server) roleNames(lang string, roles []staff.Role) []string {
	names := make([]string, 0, len(roles))
	for _, r := range roles {
		names = append(names, s.words.T(lang, "role."+string(r)))
	}
	slices.Sort(names)
	return names
}

func initials(name string) string {
	var all strings.Builder
	for i, word := range strings.Fields(name) {
		if r, _ := utf8.DecodeRuneInString(word); i < 2 {
			all.WriteRune(r)
		}
	}
	return strings.ToUpper(all.String())
}
