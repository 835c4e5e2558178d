package api

import (
	"context"

	"rostrum/approval"
	"rostrum/publish"
	"rostrum/staff"
	"rostrum/store"
)

type submissionAnswer struct {
	ETag string `header:"ETag" doc:"Of the post."`
	Body struct {
		Post    Post    `json:"post"`
		Request Request `json:"request" doc:"The decision that is asked for; approved already where nobody's yes is needed."`
	}
}

type submitPostQuestion struct {
	PostID
	Matching
	Repeatable
	Body *struct {
		Guests []guestNamed `json:"guests,omitempty" maxItems:"10" doc:"Whose yes is asked for besides: each gets a link by mail, which works for this post alone."`
	}
}

// guestNamed is somebody without an account whose yes is asked for.
type guestNamed struct {
	Name string `json:"name" maxLength:"800"`
	Mail string `json:"mail" maxLength:"320"`
	Lang string `json:"lang,omitempty" enum:"en,lt" default:"en" doc:"In which language they are written to."`
}

// guests are those whom a submission asks.
func (q *submitPostQuestion) guests() []approval.GuestAsked {
	if q.Body == nil {
		return nil
	}
	all := make([]approval.GuestAsked, len(q.Body.Guests))
	for i, g := range q.Body.Guests {
		all[i] = approval.GuestAsked{Name: g.Name, Mail: g.Mail, Lang: g.Lang}
	}
	return all
}

func (s *Server) submitPost(ctx context.Context, c *call, in *submitPostQuestion) (*submissionAnswer, error) {
	if err := staff.May(c.who, staff.WritePosts); err != nil {
		return nil, err
	}
	second, err := s.second(ctx, c, in.ID)
	if err != nil {
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
		edition.Second = second
		q, err := publish.Submit(ctx, tx, c.who, p.ID, p.Version, edition, in.guests(), c.now)
		if err != nil {
			return nil, err
		}
		return s.submission(ctx, tx, c, q)
	})
}

// second asks for a second opinion where this server has one to ask.
func (s *Server) second(ctx context.Context, c *call, post string) (*approval.Second, error) {
	if s.Second == nil {
		return nil, nil
	}
	return s.Second(ctx, c.who, post)
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
