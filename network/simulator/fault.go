package simulator

import (
	"io"
	"net/http"
	"strconv"
	"time"
)

// Trouble is a way to fail.
type Trouble string

// The ways to fail, a closed list.
const (
	TooMany      Trouble = "too_many"       // 429, with the time at which to come again
	Fails        Trouble = "fails"          // 500, before anything was taken
	Cuts         Trouble = "cuts"           // reads the request, takes nothing and cuts the connection
	TakesAndCuts Trouble = "takes_and_cuts" // takes it and cuts the connection instead of an answer
	NeverAnswers Trouble = "never_answers"  // reads the request, takes nothing and is silent until the other side goes
	TakesQuietly Trouble = "takes_quietly"  // takes it and is silent until the other side goes
	Lies         Trouble = "lies"           // answers 200 with an error inside, and takes nothing
	Rubbish      Trouble = "rubbish"        // takes it and answers 200 with something that is no JSON
	SignsOut     Trouble = "signs_out"      // 401, as for a token that was revoked
)

// Publishing is the route on which faults happen unless they name another.
const Publishing = "POST /api/v1/statuses"

// Fault is a failure to come.
type Fault struct {
	Trouble Trouble
	Times   int           // how many requests fail
	On      string        // the route, as in the API's documentation with {id}; empty: Publishing
	Wait    time.Duration // with TooMany: how long from now
}

// Arrange makes the next requests fail. Faults of one route happen in the order in which they were arranged.
func (s *Simulator) Arrange(f Fault) {
	if f.On == "" {
		f.On = Publishing
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults = append(s.faults, f)
}

// Calm forgets the faults that did not happen yet.
func (s *Simulator) Calm() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults = nil
}

// due takes the next fault of a route.
func (s *Simulator) due(route string) (Fault, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i, f := range s.faults {
		if f.On == route && f.Times > 0 {
			s.faults[i].Times--
			return f, true
		}
	}
	return Fault{}, false
}

// disturbed answers a request, or fails as arranged.
func (s *Simulator) disturbed(w http.ResponseWriter, r *http.Request) {
	_, route := s.mux.Handler(r)
	f, arranged := s.due(route)
	if !arranged {
		s.mux.ServeHTTP(w, r)
		return
	}
	switch f.Trouble {
	case TakesAndCuts, TakesQuietly, Rubbish:
		s.mux.ServeHTTP(nowhere{}, r)
	}
	_, _ = io.Copy(io.Discard, r.Body) // only a server that has read everything sees the other side go
	switch f.Trouble {
	case TooMany:
		wait := max(f.Wait, time.Second)
		w.Header().Set("X-RateLimit-Reset", time.Now().Add(wait).UTC().Format(time.RFC3339Nano))
		w.Header().Set("Retry-After", strconv.Itoa(int(wait.Seconds())))
		no(http.StatusTooManyRequests, "Too many requests").write(w)
	case Fails:
		no(http.StatusInternalServerError, "The simulator was asked to fail").write(w)
	case Cuts, TakesAndCuts:
		panic(http.ErrAbortHandler)
	case NeverAnswers, TakesQuietly:
		<-r.Context().Done()
		panic(http.ErrAbortHandler)
	case Lies:
		no(http.StatusOK, "The simulator was asked to lie").write(w)
	case Rubbish:
		_, _ = io.WriteString(w, "<!doctype html><title>Simulator</title><p>The simulator was asked for rubbish")
	case SignsOut:
		no(http.StatusUnauthorized, "The access token was revoked").write(w)
	}
}

// nowhere is where answers go that nobody shall see.
type nowhere struct{}

func (nowhere) Header() http.Header         { return http.Header{} }
func (nowhere) Write(b []byte) (int, error) { return len(b), nil }
func (nowhere) WriteHeader(int)             {}
