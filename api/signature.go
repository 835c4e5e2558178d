package api

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"rostrum/policy"
	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
	"rostrum/training"
)

func (s *Server) signatureOperations(a huma.API) {
	offer(s, a, getting("list-due-signatures", "/me/signatures/due", signin.PolicyRead, "signatures", "What the token's person has yet to sign", "Ką žetono savininkas dar turi pasirašyti"), s.due)
	offer(s, a, posting("sign", "/me/signatures", signin.PolicyWrite, "signatures", "Sign clauses as the token's person", "Pasirašyti punktus žetono savininko vardu"), s.sign)
	offer(s, a, getting("signature-progress", "/signatures", signin.PeopleRead, "signatures", "How far the company has come with signing", "Kiek įmonėje jau pasirašyta"), s.progress)
}

type dueAnswer struct {
	Body struct {
		Policy policyInForce `json:"policy"`
		Items  []dueClause   `json:"items" nullable:"false"`
	}
}

type dueClause struct {
	Clause string     `json:"clause" doc:"The clause's id."`
	Number string     `json:"number"`
	Digest string     `json:"digest" doc:"What a signature stands for: give it back when signing."`
	Title  words      `json:"title"`
	Text   words      `json:"text" doc:"Markdown."`
	Before *time.Time `json:"before,omitempty" doc:"When the person signed it before it changed."`
}

type words struct {
	EN string `json:"en,omitempty"`
	LT string `json:"lt,omitempty"`
}

func (s *Server) due(ctx context.Context, c *call, _ *struct{}) (*dueAnswer, error) {
	out := &dueAnswer{}
	err := s.Store.Read(ctx, func(tx *store.Tx) (err error) {
		out, err = s.dueNow(ctx, tx, c)
		return err
	})
	return out, err
}

func (s *Server) dueNow(ctx context.Context, tx *store.Tx, c *call) (*dueAnswer, error) {
	inForce, err := s.InForce(ctx, tx, c.now)
	if err != nil {
		return nil, err
	}
	signed, err := tx.Signatures(ctx, c.who.ID)
	if err != nil {
		return nil, err
	}
	out := &dueAnswer{}
	out.Body.Policy, out.Body.Items = policyInForce{inForce.Version.Number, inForce.Version.Digest}, []dueClause{}
	for _, i := range training.Due(inForce.Policy, signed, c.who) {
		d := dueClause{Clause: i.Clause.ID, Number: i.Clause.Number, Digest: i.Digest, Title: wordsOut(i.Clause.Title), Text: wordsOut(i.Clause.Text)}
		if i.Before != nil {
			d.Before = moment(i.Before.At)
		}
		out.Body.Items = append(out.Body.Items, d)
	}
	return out, nil
}

func wordsOut(t policy.Text) words { return words{t.EN, t.LT} }

type signQuestion struct {
	Repeatable
	Body struct {
		Language string `json:"language" enum:"en,lt" doc:"In which it was read."`
		Clauses  []read `json:"clauses" minItems:"1" maxItems:"1000" nullable:"false"`
	}
}

type read struct {
	Clause string `json:"clause" maxLength:"200"`
	Digest string `json:"digest" maxLength:"200"`
}

// sign gives what is due then.
func (s *Server) sign(ctx context.Context, c *call, in *signQuestion) (*dueAnswer, error) {
	var clauses []training.Read
	for _, r := range in.Body.Clauses {
		clauses = append(clauses, training.Read{Clause: r.Clause, Digest: r.Digest})
	}
	return change(ctx, s, c, in.Repeatable, func(tx *store.Tx) (*dueAnswer, error) {
		inForce, err := s.InForce(ctx, tx, c.now)
		if err != nil {
			return nil, err
		}
		edition := training.Edition{Version: inForce.Version, Policy: inForce.Policy}
		if err := training.Sign(ctx, tx, c.who, edition, clauses, in.Body.Language, c.now); err != nil {
			return nil, err
		}
		return s.dueNow(ctx, tx, c)
	})
}

type progressAnswer struct {
	Body struct {
		Policy policyInForce `json:"policy"`
		Whole  share         `json:"whole" doc:"People who have signed all that they have to."`
		Teams  []teamShare   `json:"teams" nullable:"false"`
	}
}

type share struct {
	Signed int `json:"signed"`
	People int `json:"people"`
}

type teamShare struct {
	Team    string           `json:"team" doc:"The id of a team; empty for people without one."`
	All     share            `json:"all" doc:"People who have signed all that they have to."`
	Clauses map[string]share `json:"clauses" doc:"By the clause's id."`
}

func (s *Server) progress(ctx context.Context, c *call, _ *struct{}) (*progressAnswer, error) {
	if err := staff.May(c.who, staff.SeeSignatures); err != nil {
		return nil, err
	}
	out := &progressAnswer{}
	err := s.Store.Read(ctx, func(tx *store.Tx) error {
		inForce, err := s.InForce(ctx, tx, c.now)
		if err != nil {
			return err
		}
		standings, err := tx.Standings(ctx)
		if err != nil {
			return err
		}
		out.Body.Policy = policyInForce{inForce.Version.Number, inForce.Version.Digest}
		measured := training.Measure(inForce.Policy, standings)
		out.Body.Whole, out.Body.Teams = share(measured.Whole), []teamShare{}
		for team, all := range measured.Teams {
			t := teamShare{Team: team, All: share(all), Clauses: map[string]share{}}
			for clause, of := range measured.Cells[team] {
				t.Clauses[clause] = share(of)
			}
			out.Body.Teams = append(out.Body.Teams, t)
		}
		slices.SortFunc(out.Body.Teams, func(a, b teamShare) int { return strings.Compare(a.Team, b.Team) })
		return nil
	})
	return out, err
}
