package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"rostrum/network"
	"rostrum/network/bluesky"
	"rostrum/network/reach"
	"rostrum/network/realserver"
	"rostrum/network/simulator"
	"rostrum/outbox/rehearsal"
	"rostrum/staff/signin"
	"rostrum/store"
)

// connector talks to the simulated network at an address, or to Bluesky's server whose directory is there.
func connector(kind, address string) (network.Network, error) {
	if kind == "bluesky" {
		return bluesky.New(reach.Client(true), bluesky.Options{Directory: address})
	}
	return simulator.Connector(address), nil
}

// simulated fights on the simulated network, on each database.
func simulated(ctx context.Context, fight func(context.Context, *arena) error) error {
	return onEach(ctx, 2, false, func(ctx context.Context, s *stage) error {
		file, err := os.CreateTemp("", "prove-*")
		if err != nil {
			return err
		}
		defer func() { _ = os.Remove(file.Name()) }()
		if _, err := file.Write(s.keys); err != nil {
			return err
		}
		if err := file.Close(); err != nil {
			return err
		}
		a := &arena{Company: s.Company, what: "simulator, " + s.engine, child: []string{s.place, file.Name(), "simulator", s.network.Address}}
		a.out = func() (map[string][]string, error) {
			named, err := s.network.Out()
			out := map[string][]string{}
			for _, account := range s.Accounts {
				name, _, _ := strings.Cut(strings.TrimPrefix(account.Handle, "@"), "@")
				out[account.ID] = named[name]
			}
			return out, err
		}
		return fight(ctx, a)
	})
}

// onPDS fights on Bluesky's own server. Where that is not installed it says so, and nothing is claimed.
func onPDS(ctx context.Context, fight func(context.Context, *arena) error) (err error) {
	b := &bench{ctx: ctx}
	defer b.end(&err)
	pds := realserver.PDS(b)
	n, err := connector("bluesky", pds.Directory)
	if err != nil {
		return err
	}
	var ids []network.Identity
	for i := range 2 {
		handle, _, password := pds.Account(b, fmt.Sprintf("account%d", i))
		id, err := n.SignIn(ctx, pds.URL, handle, pds.AppPassword(b, handle, password))
		if err != nil {
			return err
		}
		ids = append(ids, id)
	}
	folder := b.TempDir()
	keys, err := signin.NewKeyset()
	if err != nil {
		return err
	}
	a := &arena{what: "PDS", child: []string{"sqlite:" + filepath.Join(folder, "rostrum.db"), filepath.Join(folder, "keys"), "bluesky", pds.Directory}}
	if err := os.WriteFile(a.child[1], keys, 0o600); err != nil {
		return err
	}
	s, err := store.Open(ctx, a.child[0])
	if err != nil {
		return err
	}
	defer func() { _ = s.Close() }()
	if a.Company, err = rehearsal.Found(ctx, s, keys, n, ids, time.Now()); err != nil {
		return err
	}
	a.out = func() (map[string][]string, error) {
		out := map[string][]string{}
		for _, account := range a.Accounts {
			for _, record := range pds.Records(b, account.Remote, "app.bsky.feed.post") {
				var said struct{ Text string }
				if err := json.Unmarshal(record.Value, &said); err != nil {
					return nil, err
				}
				out[account.ID] = append(out[account.ID], said.Text)
			}
			slices.Reverse(out[account.ID])
		}
		return out, nil
	}
	return fight(ctx, a)
}

// bench stands in for a test where a server is started that tests start.
type bench struct {
	testing.TB
	ctx   context.Context
	after []func()
}

// stopped is how a bench ends early.
type stopped struct{ error }

var errNotInstalled = errors.New("not installed")

func (b *bench) Helper()                    {}
func (b *bench) Failed() bool               { return false }
func (b *bench) Context() context.Context   { return b.ctx }
func (b *bench) Cleanup(f func())           { b.after = append(b.after, f) }
func (b *bench) Logf(f string, args ...any) { fmt.Fprintf(os.Stderr, f+"\n", args...) }
func (b *bench) Fatal(args ...any)          { panic(stopped{errors.New(fmt.Sprint(args...))}) }
func (b *bench) Fatalf(f string, args ...any) {
	panic(stopped{fmt.Errorf(f, args...)})
}
func (b *bench) Skip(args ...any) {
	fmt.Fprintln(os.Stderr, fmt.Sprint(args...)+": nothing was tried there")
	panic(stopped{errNotInstalled})
}

// TempDir makes a folder that goes at the end.
func (b *bench) TempDir() string {
	folder, err := os.MkdirTemp("", "prove-*")
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = os.RemoveAll(folder) })
	return folder
}

// end cleans up, and turns what ended the bench early into an error; that something is not installed is none.
func (b *bench) end(err *error) {
	if p := recover(); p != nil {
		s, ok := p.(stopped)
		if !ok {
			panic(p)
		}
		if !errors.Is(s.error, errNotInstalled) {
			*err = errors.Join(*err, s.error)
		}
	}
	for _, f := range slices.Backward(b.after) {
		f()
	}
}
