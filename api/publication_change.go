package api

import (
	"context"
	"time"

	"rostrum/publish"
	"rostrum/staff"
	"rostrum/store"
)

// PublicationAsRead names a publication that is to change, as the program read it.
type PublicationAsRead struct {
	PublicationID
	Matching
	Repeatable
}

type movePublicationQuestion struct {
	PublicationAsRead
	Body struct {
		Due time.Time `json:"due"`
	}
}

func (s *Server) movePublication(ctx context.Context, c *call, in *movePublicationQuestion) (*publicationAnswer, error) {
	due, err := chosen(&in.Body.Due)
	if err != nil {
		return nil, err
	}
	return s.turn(ctx, c, in.PublicationAsRead, func(tx *store.Tx) (publish.Publication, error) {
		return publish.Move(ctx, tx, c.who, in.ID, due, c.now)
	})
}

type releasePublicationQuestion struct {
	PublicationAsRead
	Body struct {
		Due *time.Time `json:"due,omitempty" doc:"When it is to go; at once where it is not said."`
	}
}

func (s *Server) releasePublication(ctx context.Context, c *call, in *releasePublicationQuestion) (*publicationAnswer, error) {
	due, err := chosen(in.Body.Due)
	if err != nil {
		return nil, err
	}
	return s.turn(ctx, c, in.PublicationAsRead, func(tx *store.Tx) (publish.Publication, error) {
		return publish.Release(ctx, tx, c.who, in.ID, due, c.now)
	})
}

func (s *Server) cancelPublication(ctx context.Context, c *call, in *PublicationAsRead) (*publicationAnswer, error) {
	return s.turn(ctx, c, *in, func(tx *store.Tx) (publish.Publication, error) {
		return publish.Cancel(ctx, tx, c.who, in.ID, c.now)
	})
}

// replacePublication is for an edit that the network cannot make.
func (s *Server) replacePublication(ctx context.Context, c *call, in *PublicationAsRead) (*publicationAnswer, error) {
	return s.turn(ctx, c, *in, func(tx *store.Tx) (publish.Publication, error) {
		return publish.Replace(ctx, tx, c.who, in.ID, c.now)
	})
}

type takeDownQuestion struct {
	PublicationAsRead
	Body struct {
		Why string `json:"why" maxLength:"2000" doc:"It goes on the record."`
	}
}

// takeDownPublication gives the publication that takes it down.
func (s *Server) takeDownPublication(ctx context.Context, c *call, in *takeDownQuestion) (*publicationAnswer, error) {
	return s.turn(ctx, c, in.PublicationAsRead, func(tx *store.Tx) (publish.Publication, error) {
		return publish.TakeDown(ctx, tx, c.who, in.ID, in.Body.Why, c.now)
	})
}

// turn does something with a publication that is as the program read it, and gives what is kept then.
func (s *Server) turn(ctx context.Context, c *call, in PublicationAsRead, do func(*store.Tx) (publish.Publication, error)) (*publicationAnswer, error) {
	if err := staff.May(c.who, staff.SeePosts); err != nil {
		return nil, err
	}
	return change(ctx, s, c, in.Repeatable, func(tx *store.Tx) (*publicationAnswer, error) {
		if err := tx.LockOutbox(ctx); err != nil {
			return nil, err
		}
		was, err := tx.Publication(ctx, in.ID)
		if err != nil {
			return nil, err
		}
		if err := in.as(was.Version); err != nil {
			return nil, err
		}
		is, err := do(tx)
		if err != nil {
			return nil, err
		}
		if is, err = tx.Publication(ctx, is.ID); err != nil {
			return nil, err
		}
		return publicationAnswered(ctx, tx, is)
	})
}
