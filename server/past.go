package server

import (
	"context"
	"fmt"

	"rostrum/approval"
	"rostrum/check"
	"rostrum/network"
	"rostrum/network/bluesky"
	"rostrum/network/mastodon"
	"rostrum/network/simulator"
	"rostrum/policy"
	"rostrum/store"
	"rostrum/studio"
)

// past gives a version of the policy by its digest, as decisions about posts use it.
func (s *Server) past(ctx context.Context, tx *store.Tx, digest string) (approval.Edition, error) {
	ready, err := s.Web.Ready(ctx, tx, studio.Version{Digest: digest})
	if err != nil {
		return approval.Edition{}, err
	}
	checker, err := ready.Checker()
	return approval.Edition{Digest: digest, Policy: ready.Policy, Checker: checker, Networks: profiles()}, err
}

// Past gives the same to a command that runs beside the server.
func Past(ctx context.Context, tx *store.Tx, digest string) (approval.Edition, error) {
	files, err := tx.Content(ctx, digest)
	if err != nil {
		return approval.Edition{}, err
	}
	loaded, err := policy.Load(files)
	if err != nil {
		return approval.Edition{}, err
	}
	if loaded.Digest != digest {
		return approval.Edition{}, fmt.Errorf("the policy that is kept as %s has the digest %s: somebody changed it in the database", digest, loaded.Digest)
	}
	checker, err := check.Compile(loaded)
	return approval.Edition{Digest: digest, Policy: loaded, Checker: checker, Networks: profiles()}, err
}

// profiles says of every network how it counts, whether this server talks to it or not.
func profiles() map[string]network.Profile {
	all := map[string]network.Profile{}
	for _, p := range []network.Profile{(&bluesky.Connector{}).Profile(), mastodon.New(nil).Profile(), simulator.Connector("").Profile()} {
		all[p.ID] = p
	}
	return all
}
