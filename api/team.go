package api

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
)

// Team is a part of the company as programs see it.
type Team struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Members int    `json:"members" doc:"People who have not left; told in lists."`
}

type teamsAnswer struct {
	Body struct {
		Items []Team `json:"items" nullable:"false"`
	}
}

type teamAnswer struct {
	Location string `header:"Location"`
	Body     Team
}

func (s *Server) teamOperations(a huma.API) {
	offer(s, a, getting("list-teams", "/teams", signin.PeopleRead, "people", "List teams", "Komandų sąrašas"), s.teams)
	offer(s, a, posting("add-team", "/teams", signin.PeopleWrite, "people", "Make a team", "Sukurti komandą").created(), s.addTeam)
	offer(s, a, patching("rename-team", "/teams/{id}", signin.PeopleWrite, "people", "Give a team another name", "Pervadinti komandą"), s.renameTeam)
}

func (s *Server) teams(ctx context.Context, c *call, _ *struct{}) (*teamsAnswer, error) {
	if err := staff.May(c.who, staff.SeePeople); err != nil {
		return nil, err
	}
	out := &teamsAnswer{}
	out.Body.Items = []Team{}
	err := s.Store.Read(ctx, func(tx *store.Tx) error {
		teams, err := tx.Teams(ctx)
		for _, t := range teams {
			out.Body.Items = append(out.Body.Items, Team{t.ID, t.Name, t.Members})
		}
		return err
	})
	return out, err
}

type teamName struct {
	Name string `json:"name" maxLength:"400"`
}

type addTeamQuestion struct {
	Repeatable
	Body teamName
}

func (s *Server) addTeam(ctx context.Context, c *call, in *addTeamQuestion) (*teamAnswer, error) {
	return change(ctx, s, c, in.Repeatable, func(tx *store.Tx) (*teamAnswer, error) {
		t, err := staff.AddTeam(ctx, tx, c.who, in.Body.Name, c.now)
		return &teamAnswer{"/api/v1/teams/" + t.ID, Team{t.ID, t.Name, 0}}, err
	})
}

type renameTeamQuestion struct {
	ID   string `path:"id" maxLength:"40"`
	Body teamName
}

func (s *Server) renameTeam(ctx context.Context, c *call, in *renameTeamQuestion) (*teamAnswer, error) {
	return change(ctx, s, c, Repeatable{}, func(tx *store.Tx) (*teamAnswer, error) {
		t, err := staff.RenameTeam(ctx, tx, c.who, in.ID, in.Body.Name, c.now)
		return &teamAnswer{Body: Team{t.ID, t.Name, 0}}, err
	})
}
