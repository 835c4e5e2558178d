package web

import (
	"context"
	"fmt"
	"sync"
	"time"

	"rostrum/check"
	"rostrum/folder"
	"rostrum/policy"
	"rostrum/store"
	"rostrum/studio"
)

// Ready is a version of the policy as pages use it: loaded once, and never changed.
type Ready struct {
	Version studio.Version
	Files   folder.Files
	Policy  *policy.Policy
	// Checker compiles the policy when it is first asked for.
	Checker func() (*check.Checker, error)
}

// InForce gives the policy in force at the moment, or the fault studio.NoneInForce.
func (s *Server) InForce(ctx context.Context, tx *store.Tx, at time.Time) (*Ready, error) {
	version, err := tx.VersionAt(ctx, at)
	if err != nil {
		return nil, err
	}
	return s.Ready(ctx, tx, version)
}

// Ready reads a version that loads: any that was submitted does.
func (s *Server) Ready(ctx context.Context, tx *store.Tx, version studio.Version) (*Ready, error) {
	kept, err := fromShelf(&s.policies, version.Digest, func() (*Ready, error) { return load(ctx, tx, version) })
	if err != nil {
		return nil, err
	}
	again := *kept
	again.Version = version
	return &again, nil
}

func load(ctx context.Context, tx *store.Tx, version studio.Version) (*Ready, error) {
	files, err := tx.Content(ctx, version.Digest)
	if err != nil {
		return nil, err
	}
	loaded, err := policy.Load(files)
	if err != nil {
		return nil, err
	}
	if loaded.Digest != version.Digest {
		return nil, fmt.Errorf("the policy that is kept as %s has the digest %s: somebody changed it in the database", version.Digest, loaded.Digest)
	}
	return &Ready{Version: version, Files: files, Policy: loaded,
		Checker: sync.OnceValues(func() (*check.Checker, error) { return check.Compile(loaded) })}, nil
}
