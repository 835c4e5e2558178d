package api

import (
	"context"
	"slices"

	"github.com/danielgtaylor/huma/v2"

	"rostrum/approval"
	"rostrum/publish"
	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
)

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
