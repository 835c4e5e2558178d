package web

import (
	"context"
	"time"

	"rostrum/approval"
	"rostrum/network"
	"rostrum/store"
)

// Edition gives the policy in force at the moment as decisions about posts use it.
func (s *Server) Edition(ctx context.Context, tx *store.Tx, at time.Time) (approval.Edition, error) {
	ready, err := s.InForce(ctx, tx, at)
	if err != nil {
		return approval.Edition{}, err
	}
	return s.edition(ready)
}

func (s *Server) edition(ready *Ready) (approval.Edition, error) {
	checker, err := ready.Checker()
	if err != nil {
		return approval.Edition{}, err
	}
	e := approval.Edition{Digest: ready.Version.Digest, Policy: ready.Policy, Checker: checker, Networks: map[string]network.Profile{}}
	for id, n := range s.Networks {
		e.Networks[id] = n.Profile()
	}
	return e, nil
}
