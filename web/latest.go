package web

import (
	"context"
	"strconv"
	"sync"

	"rostrum/store"
	"rostrum/training"
)

// latest keeps what was made last, by the name of what it was made from.
type latest[T any] struct {
	mu    sync.Mutex
	known bool
	from  string
	value T
}

// get gives the thing made from what the name says, anew if that is another than last time. Others who ask meanwhile wait.
func (l *latest[T]) get(from string, make func() (T, error)) (T, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.known && l.from == from {
		return l.value, nil
	}
	value, err := make()
	if err == nil {
		l.known, l.from, l.value = true, from, value
	}
	return value, err
}

// counted is who has signed a version of the policy, counted.
type counted struct {
	standings []training.Standing
	progress  training.Progress
	digests   []string
}

// countedNow counts as the transaction sees it. Whatever changes who has signed what is an entry of the ledger, so a
// count holds for the version in force until the ledger grows.
func (s *Server) countedNow(ctx context.Context, tx *store.Tx, ready *Ready) (counted, error) {
	size, _, err := tx.LedgerHead(ctx)
	if err != nil {
		return counted{}, err
	}
	return s.signed.get(strconv.FormatInt(size, 10)+" "+ready.Policy.Digest, func() (counted, error) {
		standings, err := tx.Standings(ctx)
		return counted{standings, training.Measure(ready.Policy, standings), training.Digests(ready.Policy)}, err
	})
}
