package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"

	"rostrum/outbox/rehearsal"
	"rostrum/publish"
	"rostrum/store"
)

// publisherCommand is how this program is started as the process that publishes and is killed.
const publisherCommand = "publish"

// shortLease is how long what a killed process had in its hands is left alone, so that a try does not take half a minute.
const shortLease = 900 * time.Millisecond

// kill kills a process that publishes, at any instruction, again and again. In the end each post is out once and in order:
// on the simulated network, which posts twice what comes twice, and on Bluesky's own server where it is installed
// (promise 4).
func kill(ctx context.Context, n int, r *rand.Rand, t *tally) error {
	quarter := max(2, n/4) // on the simulated network, for each of the two databases
	fight := func(kills int) func(context.Context, *arena) error {
		return func(ctx context.Context, a *arena) error { return a.fight(ctx, kills, r, t) }
	}
	if err := simulated(ctx, fight(quarter)); err != nil {
		return err
	}
	if err := onPDS(ctx, fight(max(2, n-2*quarter))); err != nil {
		return err
	}
	return ctx.Err()
}

// arena is a company, and the network on which it publishes.
type arena struct {
	*rehearsal.Company
	what  string
	child []string                            // what the killed process is told
	out   func() (map[string][]string, error) // by the id of the account, the oldest first
	want  map[string][]string                 // likewise
	next  int
}

func (a *arena) fight(ctx context.Context, kills int, r *rand.Rand, t *tally) error {
	a.want = map[string][]string{}
	for range kills {
		if err := a.write(ctx, r); err != nil {
			return err
		}
		if err := a.killed(ctx, time.Duration(r.IntN(500))*time.Millisecond); err != nil {
			return err
		}
		t.held(true, "")
	}
	if err := a.finish(ctx); err != nil {
		return err
	}
	out, err := a.out()
	if err != nil {
		return err
	}
	for _, account := range a.Accounts {
		got, want := out[account.ID], a.want[account.ID]
		for _, text := range want {
			if n := count(got, text); n != 1 {
				t.held(false, "%s: %q is out %d times", a.what, text, n)
			}
		}
		if len(got) == len(want) && !slices.Equal(got, want) {
			t.held(false, "%s: what is out is not in order", a.what)
		}
	}
	return a.allSent(ctx, t)
}

func count(all []string, one string) (n int) {
	for _, text := range all {
		if text == one {
			n++
		}
	}
	return n
}

// write has some posts and threads approved, to go at once.
func (a *arena) write(ctx context.Context, r *rand.Rand) error {
	return a.Store.Write(ctx, func(tx *store.Tx) error {
		for range 1 + r.IntN(4) {
			account := a.Accounts[r.IntN(len(a.Accounts))]
			var parts []string
			for range 1 + r.IntN(3) {
				a.next++
				parts = append(parts, fmt.Sprintf("Our shop opens at nine, notice %06d", a.next))
			}
			if _, err := a.Approve(ctx, tx, strings.Join(parts, "\n---\n"), time.Time{}, time.Now(), account); err != nil {
				return err
			}
			a.want[account.ID] = append(a.want[account.ID], parts...)
		}
		return nil
	})
}

// killed starts a process that publishes, and kills it after a while.
func (a *arena) killed(ctx context.Context, after time.Duration) error {
	publisher, err := a.start(ctx)
	if err != nil {
		return err
	}
	time.Sleep(after)
	_ = publisher.Process.Kill() // SIGKILL
	_ = publisher.Wait()
	return ctx.Err()
}

func (a *arena) start(ctx context.Context) (*exec.Cmd, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	publisher := exec.CommandContext(ctx, self, append([]string{publisherCommand}, a.child...)...)
	publisher.Stderr = os.Stderr
	said, err := publisher.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := publisher.Start(); err != nil {
		return nil, err
	}
	if !bufio.NewScanner(said).Scan() { // "ready"
		return nil, errors.Join(errors.New("the publisher did not start"), publisher.Wait())
	}
	return publisher, nil
}

// finish lets the last process work until nothing is left to do.
func (a *arena) finish(ctx context.Context) error {
	publisher, err := a.start(ctx)
	if err != nil {
		return err
	}
	defer func() {
		_ = publisher.Process.Kill()
		_ = publisher.Wait()
	}()
	for range 1200 {
		var due []publish.Publication
		if err := a.Store.Read(ctx, func(tx *store.Tx) (err error) {
			due, err = tx.Overdue(ctx, time.Now())
			return err
		}); err != nil {
			return err
		}
		if len(due) == 0 {
			return nil
		}
		time.Sleep(100 * time.Millisecond)
	}
	return errors.New(a.what + ": the outbox is not empty after two minutes")
}

// allSent holds the state of each publication to what is out.
func (a *arena) allSent(ctx context.Context, t *tally) error {
	return a.Store.Read(ctx, func(tx *store.Tx) error {
		others, err := tx.Publications(ctx, store.PublicationFilter{States: []publish.State{
			publish.Scheduled, publish.Held, publish.Sending, publish.Unsure, publish.Failed}}, 1000)
		for _, p := range others {
			t.held(false, "%s: a publication is %s (%s, %q)", a.what, p.State, p.Hold, p.Said)
		}
		return err
	})
}

// publisher is the process that is killed: a worker of the outbox and nothing else.
func publisher(place, keyset, kind, address string) int {
	ctx := context.Background()
	failed := func(err error) int {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	keys, err := os.ReadFile(keyset)
	if err != nil {
		return failed(err)
	}
	n, err := connector(kind, address)
	if err != nil {
		return failed(err)
	}
	s, err := store.Open(ctx, place)
	if err != nil {
		return failed(err)
	}
	c, err := rehearsal.Join(ctx, s, keys, n)
	if err != nil {
		return failed(err)
	}
	worker := c.Runner(time.Now)
	worker.Lease = shortLease
	worker.Log = slog.New(slog.NewTextHandler(os.Stderr, nil))
	fmt.Println("ready")
	return failed(worker.Run(ctx))
}
