package api

import (
	"context"
	"slices"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"rostrum/approval"
	"rostrum/policy"
	"rostrum/publish"
	"rostrum/staff"
	"rostrum/staff/signin"
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

type requestAnswer struct {
	ETag string `header:"ETag"`
	Body Request
}

// RequestID names a request.
type RequestID struct {
	ID string `path:"id" maxLength:"40"`
}

func (s *Server) approvalOperations(a huma.API) {
	offer(s, a, getting("list-approvals", "/approvals", signin.PostRead, "approvals", "What waits for the vote of the token's person", "Kas laukia žetono savininko balso"), s.approvals)
	offer(s, a, getting("get-approval", "/approvals/{id}", signin.PostRead, "approvals", "Get one request for approval", "Vienas prašymas patvirtinti"), s.approval)
	offer(s, a, posting("vote", "/approvals/{id}/vote", signin.PostVote, "approvals", "Vote: say yes, say no, or ask for changes", "Balsuoti: pritarti, atmesti arba prašyti pataisyti"), s.vote)
}

type approvalsAnswer struct {
	Body struct {
		Items []Request `json:"items" nullable:"false" doc:"Up to a hundred, the earliest due first."`
	}
}

// approvalsAtOnce is how many requests are listed.
const approvalsAtOnce = 100

func (s *Server) approvals(ctx context.Context, c *call, _ *struct{}) (*approvalsAnswer, error) {
	if err := staff.May(c.who, staff.VotePosts); err != nil {
		return nil, err
	}
	out := &approvalsAnswer{}
	out.Body.Items = []Request{}
	err := s.Store.Read(ctx, func(tx *store.Tx) error {
		seats := []string{c.who.ID}
		away, err := tx.StandsInFor(ctx, c.who.ID, c.now)
		if err != nil {
			return err
		}
		for _, d := range away {
			seats = append(seats, d.Person)
		}
		open, err := tx.RequestsAsking(ctx, seats, approvalsAtOnce)
		if err != nil {
			return err
		}
		for _, q := range open {
			mine := slices.ContainsFunc(q.Waiting(), func(id string) bool { return slices.Contains(seats, id) })
			if !mine || slices.Contains(q.Writers, c.who.ID) {
				continue
			}
			one, err := s.requestOut(ctx, tx, c, q)
			if err != nil {
				return err
			}
			out.Body.Items = append(out.Body.Items, one)
		}
		return nil
	})
	return out, err
}

func (s *Server) approval(ctx context.Context, c *call, in *RequestID) (*requestAnswer, error) {
	if err := staff.May(c.who, staff.SeePosts); err != nil {
		return nil, err
	}
	out := &requestAnswer{}
	err := s.Store.Read(ctx, func(tx *store.Tx) error {
		q, err := tx.Request(ctx, in.ID)
		if err != nil {
			return err
		}
		out.ETag = etag(q.Version)
		out.Body, err = s.requestOut(ctx, tx, c, q)
		return err
	})
	return out, err
}

type voteQuestion struct {
	RequestID
	Repeatable
	Body struct {
		Choice string `json:"choice" enum:"yes,no,changes"`
		Reason string `json:"reason,omitempty" maxLength:"16000" doc:"Needed unless it is yes."`
	}
}

func (s *Server) vote(ctx context.Context, c *call, in *voteQuestion) (*requestAnswer, error) {
	return change(ctx, s, c, in.Repeatable, func(tx *store.Tx) (*requestAnswer, error) {
		q, err := publish.Vote(ctx, tx, c.who, in.ID, approval.Choice(in.Body.Choice), in.Body.Reason, c.now)
		if err != nil {
			return nil, err
		}
		out := &requestAnswer{ETag: etag(q.Version)}
		out.Body, err = s.requestOut(ctx, tx, c, q)
		return out, err
	})
}

type submissionAnswer struct {
	ETag string `header:"ETag" doc:"Of the post."`
	Body struct {
		Post    Post    `json:"post"`
		Request Request `json:"request" doc:"The decision that is asked for; approved already where nobody's yes is needed."`
	}
}

func (s *Server) submitPost(ctx context.Context, c *call, in *postQuestion) (*submissionAnswer, error) {
	if err := staff.May(c.who, staff.WritePosts); err != nil {
		return nil, err
	}
	return change(ctx, s, c, in.Repeatable, func(tx *store.Tx) (*submissionAnswer, error) {
		p, err := asRead(ctx, tx, in.PostID, in.Matching)
		if err != nil {
			return nil, err
		}
		edition, err := s.Edition(ctx, tx, c.now)
		if err != nil {
			return nil, err
		}
		q, err := publish.Submit(ctx, tx, c.who, p.ID, p.Version, edition, nil, c.now)
		if err != nil {
			return nil, err
		}
		return s.submission(ctx, tx, c, q)
	})
}

func (s *Server) submission(ctx context.Context, tx *store.Tx, c *call, q approval.Request) (*submissionAnswer, error) {
	p, err := tx.Post(ctx, q.Post)
	if err != nil {
		return nil, err
	}
	out := &submissionAnswer{ETag: etag(p.Version)}
	out.Body.Post = postOut(p)
	out.Body.Request, err = s.requestOut(ctx, tx, c, q)
	return out, err
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
