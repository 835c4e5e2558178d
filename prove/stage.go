package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"rostrum/network/simulator"
	"rostrum/outbox"
	"rostrum/outbox/rehearsal"
	"rostrum/staff/signin"
	"rostrum/store"
)

// stage is a company that publishes on a simulated network.
type stage struct {
	*rehearsal.Company
	network *rehearsal.Network
	engine  string
	place   string // of the database
	keys    []byte
}

// onEach tries something on SQLite and, where there is a server, on PostgreSQL.
func onEach(ctx context.Context, accounts int, keys bool, try func(context.Context, *stage) error) error {
	return onDatabases(ctx, func(folder, place string) error { return onOne(ctx, folder, place, accounts, keys, try) })
}

func onOne(ctx context.Context, folder, place string, accounts int, keys bool, try func(context.Context, *stage) error) error {
	s := &stage{place: place}
	s.engine, _, _ = strings.Cut(place, ":")
	var err error
	if s.network, err = rehearsal.Open(filepath.Join(folder, "network."+s.engine), accounts, keys); err != nil {
		return err
	}
	defer s.network.Close()
	kept, err := store.Open(ctx, place)
	if err != nil {
		return err
	}
	defer func() { _ = kept.Close() }()
	if s.keys, err = signin.NewKeyset(); err != nil {
		return err
	}
	ids, err := s.network.Identities()
	if err != nil {
		return err
	}
	if s.Company, err = rehearsal.Found(ctx, kept, s.keys, simulator.Connector(s.network.Address), ids, time.Now()); err != nil {
		return err
	}
	return try(ctx, s)
}

// run starts workers, and gives what ends them.
func run(runners ...*outbox.Runner) (stop func() error) {
	ctx, cancel := context.WithCancel(context.Background())
	var all sync.WaitGroup
	failed := make([]error, len(runners))
	for i, r := range runners {
		all.Go(func() { failed[i] = r.Run(ctx) })
	}
	return func() error {
		cancel()
		all.Wait()
		return errors.Join(failed...)
	}
}

// text is a post that the policy lets out, and that is like no other.
func text(r *rand.Rand) string {
	return fmt.Sprintf("Our shop opens at nine, notice %06d", r.IntN(1_000_000))
}
