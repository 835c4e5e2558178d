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
	offer(s, a, posting("ask-guest-again", "/approvals/{id}/guests/{guest}/ask-again", signin.PostWrite, "approvals", "Send a guest a new link: the old one ends", "Išsiųsti svečiui naują nuorodą: senoji nebegalios"), s.askGuestAgain)
}

type approvalsAnswer struct {
	Body struct {
		Items []Request `json:"items" nullable:"false" doc:"The earliest due first; those without a time come last."`
		Next  string    `json:"next,omitempty" doc:"The cursor of the next page; absent on the last."`
	}
}

func (s *Server) approvals(ctx context.Context, c *call, in *Paged) (*approvalsAnswer, error) {
	if err := staff.May(c.who, staff.VotePosts); err != nil {
		return nil, err
	}
	after, err := in.place()
	if err != nil {
		return nil, err
	}
	out := &approvalsAnswer{}
	out.Body.Items = []Request{}
	err = s.Store.Read(ctx, func(tx *store.Tx) error {
		seats := []string{c.who.ID}
		away, err := tx.StandsInFor(ctx, c.who.ID, c.now)
		if err != nil {
			return err
		}
		for _, d := range away {
			seats = append(seats, d.Person)
		}
		waiting, err := waitingFor(ctx, tx, c.who.ID, seats, after, in.Limit+1)
		if err != nil {
			return err
		}
		if len(waiting) > in.Limit {
			waiting = waiting[:in.Limit]
			out.Body.Next = cursor(store.RequestPlace(waiting[in.Limit-1]))
		}
		for _, q := range waiting {
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

// waitingFor gives up to limit requests that somebody may vote on now, from one of their seats, after a place in the list.
// Of those that ask a seat some wait for others first; they are passed over.
func waitingFor(ctx context.Context, tx *store.Tx, who string, seats []string, after string, limit int) ([]approval.Request, error) {
	var waiting []approval.Request
	for {
		open, err := tx.RequestsAsking(ctx, seats, after, limit)
		if err != nil {
			return nil, err
		}
		for _, q := range open {
			now := slices.ContainsFunc(q.Waiting(), func(id string) bool { return slices.Contains(seats, id) })
			if now && !slices.Contains(q.Writers, who) {
				waiting = append(waiting, q)
			}
		}
		if len(open) < limit || len(waiting) >= limit {
			return waiting[:min(limit, len(waiting))], nil
		}
		after = store.RequestPlace(open[limit-1])
	}
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

type guestQuestion struct {
	RequestID
	Repeatable
	Guest string `path:"guest" maxLength:"40" doc:"The id of the guest, as the request's step names them."`
}

// askGuestAgain has a guest sent a new link; the old one ends.
func (s *Server) askGuestAgain(ctx context.Context, c *call, in *guestQuestion) (*requestAnswer, error) {
	return change(ctx, s, c, in.Repeatable, func(tx *store.Tx) (*requestAnswer, error) {
		q, err := approval.AskAgain(ctx, tx, c.who, in.ID, in.Guest, c.now)
		if err != nil {
			return nil, err
		}
		out := &requestAnswer{ETag: etag(q.Version)}
		out.Body, err = s.requestOut(ctx, tx, c, q)
		return out, err
	})
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
