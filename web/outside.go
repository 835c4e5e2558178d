package web

import (
	"context"

	"rostrum/staff"
	"rostrum/store"
)

// Invite makes the link by which a person sets up signing in, for whoever invites from outside the pages: it goes by
// letter, or is given back where no letter can bring it.
func (s *Server) Invite(ctx context.Context, tx *store.Tx, person, by staff.Person) (link string, err error) {
	return s.invite(ctx, tx, person, by)
}
