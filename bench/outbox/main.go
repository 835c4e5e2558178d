// Command outbox measures how fast posts that are due in the same minute leave: it has them written, submitted and
// approved, waits for the minute, and looks at the simulated network, over HTTP, whether each is there once and in the order
// of its account. With -servers two, several workers share the database.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"rostrum/network/simulator"
	"rostrum/outbox/rehearsal"
	"rostrum/publish"
	"rostrum/staff/signin"
	"rostrum/store"
)

func main() {
	posts := flag.Int("posts", 10_000, "posts due in the same minute")
	accounts := flag.Int("accounts", 24, "accounts that they go to")
	servers := flag.Int("servers", 1, "workers on the one database")
	database := flag.String("database", "", "postgres://… with an empty database, instead of SQLite")
	flag.Parse()
	if err := measure(context.Background(), *posts, *accounts, *servers, *database); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func measure(ctx context.Context, posts, accounts, servers int, database string) error {
	folder, err := os.MkdirTemp("", "rostrum-bench-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	if database == "" {
		database = "sqlite:" + filepath.Join(folder, "rostrum.db")
	}
	network, err := rehearsal.Open(filepath.Join(folder, "network"), accounts, true)
	if err != nil {
		return err
	}
	defer network.Close()
	s, err := store.Open(ctx, database)
	if err != nil {
		return err
	}
	defer func() { _ = s.Close() }()
	company, err := found(ctx, s, network)
	if err != nil {
		return err
	}
	due := time.Now().Add(time.Hour)
	begun := time.Now()
	if err := fill(ctx, company, posts, due); err != nil {
		return err
	}
	fmt.Printf("%s: %d posts for %d accounts written and approved in %.1f s\n", s.Engine(), posts, accounts, time.Since(begun).Seconds())
	return burst(ctx, company, network, posts, servers, due)
}

func found(ctx context.Context, s *store.Store, n *rehearsal.Network) (*rehearsal.Company, error) {
	keys, err := signin.NewKeyset()
	if err != nil {
		return nil, err
	}
	ids, err := n.Identities()
	if err != nil {
		return nil, err
	}
	return rehearsal.Found(ctx, s, keys, simulator.Connector(n.Address), ids, time.Now())
}

// fill puts the posts into the outbox, through the same steps as people.
func fill(ctx context.Context, c *rehearsal.Company, posts int, due time.Time) error {
	const together = 100
	for first := 0; first < posts; first += together {
		err := c.Store.Write(ctx, func(tx *store.Tx) error {
			for i := first; i < min(first+together, posts); i++ {
				text := fmt.Sprintf("Our shop opens at nine, notice %06d", i)
				if _, err := c.Approve(ctx, tx, text, due, time.Now(), c.Accounts[i%len(c.Accounts)]); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// burst lets the minute come, in which all posts are due, and waits until they are out.
func burst(ctx context.Context, c *rehearsal.Company, n *rehearsal.Network, posts, servers int, due time.Time) error {
	ahead := time.Until(due)
	clock := func() time.Time { return time.Now().Add(ahead) }
	ctx, stop := context.WithCancel(ctx)
	var all sync.WaitGroup
	begun := time.Now()
	for range servers {
		all.Go(func() { _ = c.Runner(clock).Run(ctx) })
	}
	sent := 0
	for sent < posts && time.Since(begun) < 10*time.Minute {
		time.Sleep(100 * time.Millisecond)
		err := c.Store.Read(ctx, func(tx *store.Tx) (err error) {
			sent, err = tx.CountPublications(ctx, publish.Sent)
			return err
		})
		if err != nil {
			stop()
			return err
		}
	}
	took := time.Since(begun)
	stop()
	all.Wait()
	fmt.Printf("%d of them out in %.1f s, %.0f a second, %d requests\n", sent, took.Seconds(), float64(sent)/took.Seconds(), n.Requests.Load())
	return inOrder(n, posts)
}

// inOrder looks whether the network has each post once, and each account's in order.
func inOrder(n *rehearsal.Network, posts int) error {
	out, err := n.Out()
	if err != nil {
		return err
	}
	total := 0
	for account, texts := range out {
		total += len(texts)
		if !slices.IsSorted(texts) || len(slices.Compact(slices.Clone(texts))) != len(texts) {
			return errors.New(account + " has posts twice or out of order:\n" + strings.Join(texts, "\n"))
		}
	}
	if total != posts {
		return fmt.Errorf("the network has %d posts of %d", total, posts)
	}
	fmt.Println("each once, in the order of its account")
	return nil
}
