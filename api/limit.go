package api

import (
	"sync"
	"time"

	"golang.org/x/time/rate"

	"rostrum/fault"
)

// What one token may ask: so much a second, and so much at once.
const (
	callsPerSecond = 50
	callsAtOnce    = 200
)

// limits counts the calls of each token. There are as many as tokens that are in use.
type limits struct {
	mu      sync.Mutex
	byToken map[string]*rate.Limiter
}

func (l *limits) allow(token string, now time.Time) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	of := l.byToken[token]
	if of == nil {
		if l.byToken == nil {
			l.byToken = map[string]*rate.Limiter{}
		}
		of = rate.NewLimiter(callsPerSecond, callsAtOnce)
		l.byToken[token] = of
	}
	if of.AllowN(now, 1) {
		return nil
	}
	return fault.New(fault.TooMany, "This token asks too much at once: 50 calls a second at most. Wait a second, then go on.",
		"Šiuo žetonu vienu metu kreipiamasi per dažnai: daugiausia 50 kartų per sekundę. Palaukite sekundę ir tęskite.")
}
