package web

import (
	"cmp"
	"slices"
	"strings"

	"rostrum/staff"
	"rostrum/store"
)

// listPage is a list that was read: what it would do, how far it is, or what it did.
type listPage struct {
	Page
	List             store.PeopleList
	Added, Changed   []listLine // the first of them
	Tally            staff.Tally
	Wrong            []wrongLine
	MoreWrong        int
	MoreAdded        int
	MoreChanged      int
	NewTeams         []string
	Ignored          string
	Percent          int
	Letters          bool // invitations go out by mail
	Nothing, Waiting bool // nothing to take; still to be confirmed
}

// listLine is a row and what it changes.
type listLine struct {
	staff.Step
	Roles   string
	Changes []meanwhile
}

type wrongLine struct {
	Line int
	Text string
}

// showList shows a list as it stands. Only its owner sees it.
func (s *Server) showList(v *visit, id string, status int) error {
	page := &listPage{Letters: s.Mail != nil}
	err := s.Store.Read(v.ctx, func(tx *store.Tx) (err error) {
		if page.List, err = ownList(v, tx, id); err != nil {
			return err
		}
		if page.List.State != store.ListRead {
			return nil
		}
		return s.preview(v, tx, page)
	})
	if err != nil {
		return err
	}
	title := "people.import_result"
	switch page.List.State {
	case store.ListRead:
		page.Waiting, title = true, "people.import_check"
	case store.ListTaking:
		title = "people.import_taking"
	}
	page.Page = s.page(v, title)
	page.Crumbs = []Link{{Label: s.words.T(v.lang, "people.title"), Href: "/people"}, {Label: s.words.T(v.lang, "people.import_title"), Href: "/people/import"}}
	page.finish(v.lang)
	s.render.Render(v.w, v.r, status, "people/preview", page)
	return nil
}

// finish sums up for the page what the list holds.
func (p *listPage) finish(lang string) {
	if !p.Waiting {
		p.Tally = p.List.Tally
	}
	wrong := slices.Concat(p.List.List.Wrong, p.Tally.Wrong)
	slices.SortFunc(wrong, func(a, b staff.Wrong) int { return cmp.Compare(a.Line, b.Line) })
	p.Tally.Wrong = wrong
	for _, w := range wrong[:min(shownWrong, len(wrong))] {
		p.Wrong = append(p.Wrong, wrongLine{w.Line, w.Fault.In(lang)})
	}
	p.MoreWrong = len(wrong) - len(p.Wrong)
	p.MoreAdded, p.MoreChanged = p.Tally.Added-len(p.Added), p.Tally.Changed-len(p.Changed)
	p.Nothing = p.Tally.Added+p.Tally.Changed == 0
	p.Ignored = strings.Join(p.List.List.Ignored, ", ")
	if rows := len(p.List.List.Rows); rows > 0 {
		p.Percent = 100 * p.List.Done / rows
	}
}

// preview tells what taking the list would do.
func (s *Server) preview(v *visit, tx *store.Tx, page *listPage) error {
	rows := page.List.List.Rows
	mails := make([]string, len(rows))
	for i, row := range rows {
		mails[i] = row.Mail
	}
	people, err := tx.PeopleByMail(v.ctx, mails)
	if err != nil {
		return err
	}
	teams, err := tx.TeamNames(v.ctx)
	if err != nil {
		return err
	}
	for _, step := range staff.Preview(rows, v.who, newcomer(v.company), people, teams) {
		if step.NewTeam && !slices.Contains(page.NewTeams, step.Row.Team) {
			page.NewTeams = append(page.NewTeams, step.Row.Team)
		}
		s.count(v, page, step, teams)
	}
	return nil
}

func (s *Server) count(v *visit, page *listPage, step staff.Step, teams []staff.Team) {
	switch step.Outcome {
	case staff.Added:
		if page.Tally.Added++; len(page.Added) < shownRows {
			page.Added = append(page.Added, listLine{Step: step, Roles: s.listed(v.lang, step.Is.Roles)})
		}
	case staff.Changed:
		if page.Tally.Changed++; len(page.Changed) < shownRows {
			page.Changed = append(page.Changed, listLine{Step: step, Changes: s.changes(v.lang, step, teams)})
		}
	case staff.Unchanged:
		page.Tally.Unchanged++
	case staff.Refused:
		page.Tally.Wrong = append(page.Tally.Wrong, staff.Wrong{Line: step.Row.Line, Fault: step.Fault})
	}
}

// changes tells what of a person a row changes.
func (s *Server) changes(lang string, step staff.Step, teams []staff.Team) []meanwhile {
	team := ""
	for _, t := range teams {
		if t.ID == step.Was.Team {
			team = t.Name
		}
	}
	var all []meanwhile
	for _, field := range step.Fields {
		label := s.words.T(lang, "people."+field)
		switch field {
		case "name":
			all = append(all, meanwhile{label, step.Was.Name, step.Is.Name})
		case "team":
			all = append(all, meanwhile{label, cmp.Or(team, s.words.T(lang, "people.no_team")), step.Row.Team})
		case "language":
			all = append(all, meanwhile{label, s.words.T(lang, "people.language_"+step.Was.Language), s.words.T(lang, "people.language_"+step.Is.Language)})
		case "roles":
			all = append(all, meanwhile{label, s.listed(lang, step.Was.Roles), s.listed(lang, step.Is.Roles)})
		}
	}
	return all
}
