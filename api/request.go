package api

import (
	"context"
	"slices"
	"time"

	"rostrum/approval"
	"rostrum/policy"
	"rostrum/store"
)

// Request asks for a decision on exactly one revision.
type Request struct {
	ID       string     `json:"id"`
	Post     string     `json:"post"`
	Revision int        `json:"revision"`
	Digest   string     `json:"digest" doc:"Names the content that is decided on."`
	State    string     `json:"state" enum:"open,approved,rejected,changes,void"`
	Content  Content    `json:"content"`
	Check    Decision   `json:"check" doc:"What was found when it was submitted."`
	Author   Named      `json:"author" doc:"Who submitted it."`
	Writers  []string   `json:"writers" nullable:"false" doc:"Ids of those who had a hand in it. Their votes do not count."`
	Steps    []Step     `json:"steps" nullable:"false" doc:"Whose yes it needs; none where the policy asks for nobody's."`
	Due      *time.Time `json:"due,omitempty"`
	Asked    *time.Time `json:"asked,omitempty"`
	Decided  *time.Time `json:"decided,omitempty"`
}

// Named is somebody, by id and name.
type Named struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// Step is one yes that is needed.
type Step struct {
	ID      string   `json:"id"`
	Order   int      `json:"order" doc:"Steps of the same order are asked at once, those of a higher one when all below said yes."`
	Why     string   `json:"why" enum:"clause,speaker,account,principal,guest" doc:"The owner of clauses, an approver because the author may not speak there, the account's own rule, a principal, a guest."`
	Clauses []string `json:"clauses,omitempty"`
	Team    string   `json:"team,omitempty"`
	Account string   `json:"account,omitempty"`
	All     bool     `json:"all,omitempty" doc:"Everybody must say yes, not anybody."`
	Who     []Named  `json:"who" nullable:"false" doc:"Who is asked."`
	Now     bool     `json:"now" doc:"It is asked at present."`
	Done    bool     `json:"done"`
	Votes   []Vote   `json:"votes" nullable:"false"`
}

// Vote is what somebody said.
type Vote struct {
	Person Named     `json:"person"`
	For    string    `json:"for,omitempty" doc:"The id of whom they stood in for."`
	Choice string    `json:"choice" enum:"yes,no,changes"`
	Reason string    `json:"reason,omitempty"`
	At     time.Time `json:"at"`
}

// requestOut tells a request as somebody reads it who knows the clauses as they are named today.
func (s *Server) requestOut(ctx context.Context, tx *store.Tx, c *call, q approval.Request) (Request, error) {
	inForce, err := s.InForce(ctx, tx, c.now)
	if err != nil {
		return Request{}, err
	}
	return requestOut(ctx, tx, q, inForce.Policy, c.lang)
}

func requestOut(ctx context.Context, tx *store.Tx, q approval.Request, p *policy.Policy, lang string) (Request, error) {
	revision, err := tx.Revision(ctx, q.Post, q.Revision)
	if err != nil {
		return Request{}, err
	}
	accounts, err := tx.BrandAccounts(ctx)
	if err != nil {
		return Request{}, err
	}
	names, err := tx.NamesOf(ctx, peopleOf(q))
	if err != nil {
		return Request{}, err
	}
	out := Request{q.ID, q.Post, q.Revision, q.Digest, string(q.State), contentOut(revision.Content),
		decisionOut(q.Decision, accounts, p, revision.Content.TextFor, lang), Named{q.Author, names[q.Author]}, append([]string{}, q.Writers...),
		make([]Step, len(q.Steps)), moment(q.Due), moment(q.Asked), moment(q.Decided)}
	now := q.Now()
	for i, step := range q.Steps {
		out.Steps[i] = stepOut(step, names)
		out.Steps[i].Now = slices.ContainsFunc(now, func(n approval.Step) bool { return n.ID == step.ID })
	}
	return out, nil
}

func stepOut(step approval.Step, names map[string]string) Step {
	out := Step{step.ID, step.Order, string(step.Kind), step.Clauses, step.Team, step.Account, step.All, make([]Named, len(step.Who)), false, step.Done(), make([]Vote, len(step.Votes))}
	for i, id := range step.Who {
		out.Who[i] = Named{id, names[id]}
	}
	for i, v := range step.Votes {
		out.Votes[i] = Vote{Named{v.Person, names[v.Person]}, v.For, string(v.Choice), v.Reason, v.At.UTC()}
	}
	return out
}

func peopleOf(q approval.Request) []string {
	ids := []string{q.Author}
	for _, step := range q.Steps {
		ids = append(ids, step.Who...)
		for _, v := range step.Votes {
			ids = append(ids, v.Person)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}
