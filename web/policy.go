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

// policies keeps the versions that were read last, by digest.
type policies struct {
	mu   sync.Mutex
	kept map[string]*Ready
}

// keptPolicies is how many versions stay in memory.
const keptPolicies = 8

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
	if kept := s.policies.get(version.Digest); kept != nil {
		again := *kept
		again.Version = version
		return &again, nil
	}
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
	ready := &Ready{Version: version, Files: files, Policy: loaded,
		Checker: sync.OnceValues(func() (*check.Checker, error) { return check.Compile(loaded) })}
	s.policies.put(version.Digest, ready)
	return ready, nil
}

func (p *policies) get(digest string) *Ready {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.kept[digest]
}

// put keeps a version, and forgets any other when there are too many: reading one again costs milliseconds.
func (p *policies) put(digest string, r *Ready) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.kept == nil {
		p.kept = map[string]*Ready{}
	}
	for other := range p.kept {
		if len(p.kept) < keptPolicies {
			break
		}
		delete(p.kept, other)
	}
	p.kept[digest] = r
}
