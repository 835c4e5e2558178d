package web

import (
	"strings"

	"rostrum/staff"
	"rostrum/store"
)

// teamOptions are the teams to choose from, none first, in the order of the reader's alphabet.
func (s *Server) teamOptions(v *visit, tx *store.Tx) ([]Option, error) {
	teams, err := tx.TeamNames(v.ctx)
	SortByName(v.lang, teams, func(t staff.Team) string { return t.Name })
	options := []Option{{"", s.words.T(v.lang, "people.no_team")}}
	for _, t := range teams {
		options = append(options, Option{t.ID, t.Name})
	}
	return options, err
}

func labelOf(options []Option, value string) string {
	for _, o := range options {
		if o.Value == value {
			return o.Label
		}
	}
	return ""
}

// listed names roles in one line.
func (s *Server) listed(lang string, roles []staff.Role) string {
	if len(roles) == 0 {
		return s.words.T(lang, "role."+string(staff.Employee))
	}
	return strings.Join(s.roleNames(lang, roles), ", ")
}
