package web

import (
	"net/http"

	"rostrum/staff"
	"rostrum/store"
)

// teamsPage lists the teams.
type teamsPage struct {
	Page
	Form    Form // of the new team
	Renamed string
	Rename  Form // of the team Renamed, where that was refused
	Teams   []staff.Team
	MayEdit bool
}

func (s *Server) teams(v *visit) error { return s.showTeams(v, http.StatusOK, nil) }

func (s *Server) showTeams(v *visit, status int, wrong error) error {
	page := &teamsPage{Page: s.page(v, "people.teams"), MayEdit: staff.May(v.who, staff.EditPeople) == nil}
	page.Crumbs = []Link{{Label: s.words.T(v.lang, "people.title"), Href: "/people"}}
	page.Lead = s.words.T(v.lang, "people.teams_lead")
	if wrong != nil {
		form := Form{Values: v.r.PostForm}
		form.Refuse(v.lang, wrong)
		if page.Renamed = v.form("id"); page.Renamed == "" {
			page.Form = form
		} else {
			page.Rename = form
		}
	}
	err := s.Store.Read(v.ctx, func(tx *store.Tx) (err error) {
		page.Teams, err = tx.Teams(v.ctx)
		return err
	})
	if err != nil {
		return err
	}
	SortByName(v.lang, page.Teams, func(t staff.Team) string { return t.Name })
	s.render.Render(v.w, v.r, status, "people/teams", page)
	return nil
}

// changeTeams adds a team, or renames the one whose id the form names.
func (s *Server) changeTeams(v *visit) error {
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error {
		if id := v.form("id"); id != "" {
			if _, err := staff.RenameTeam(v.ctx, tx, v.who, id, v.form("team"), v.now); err != nil {
				return err
			}
			return s.flash(v, tx, "people.team_renamed")
		}
		if _, err := staff.AddTeam(v.ctx, tx, v.who, v.form("team"), v.now); err != nil {
			return err
		}
		return s.flash(v, tx, "people.team_added")
	})
	if status, mendable := refused(err); err != nil && mendable {
		return s.showTeams(v, status, err)
	} else if err != nil {
		return err
	}
	return v.see("/people/teams")
}
