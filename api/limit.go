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
	filesAtOnce    = 4 // being sent or worked on; each is in memory whole
)

// limits counts the calls of each token. There are as many as tokens that are in use.
type limits struct {
	mu      sync.Mutex
	byToken map[string]*rate.Limiter
	files   map[string]int // that each token is sending now
}

// beginFile lets a token send a file, unless it is sending several. Who was let calls endFile.
func (l *limits) beginFile(token string) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.files[token] >= filesAtOnce {
		return fault.New(fault.TooMany, "This token sends too many files at once: 4 at most. Send them one after the other.",
			"Šiuo žetonu vienu metu siunčiama per daug failų: daugiausia 4. Siųskite juos vieną po kito.")
	}
	if l.files == nil {
		l.files = map[string]int{}
	}
	l.files[token]++
	return nil
}

func (l *limits) endFile(token string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.files[token]--; l.files[token] == 0 {
		delete(l.files, token)
	}
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
