package web

import (
	"context"
	"sync"

	"rostrum/store"
	"rostrum/training"
)

// latest keeps what was made last for a size of the ledger. Whatever changes who has signed what is an entry there, so as
// long as the ledger has not grown the thing is still right.
type latest[T any] struct {
	mu    sync.Mutex
	known bool
	size  int64
	value T
}

// get gives the thing for the size, made anew if the ledger has grown. Others who ask meanwhile wait for it.
func (l *latest[T]) get(size int64, make func() (T, error)) (T, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.known && l.size == size {
		return l.value, nil
	}
	value, err := make()
	if err == nil {
		l.known, l.size, l.value = true, size, value
	}
	return value, err
}

// standingsNow gives who has signed what, counted, as the transaction sees it.
func (s *Server) standingsNow(ctx context.Context, tx *store.Tx) ([]training.Standing, error) {
	size, _, err := tx.LedgerHead(ctx)
	if err != nil {
		return nil, err
	}
	return s.standings.get(size, func() ([]training.Standing, error) { return tx.Standings(ctx) })
}
