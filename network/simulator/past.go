package simulator

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"time"

	"rostrum/network"
	"rostrum/network/mastodon"
)

// Past gives the connector to the simulator as it was at a moment: what goes out through it bears that time. Its requests
// do not leave this process, so that nobody who reaches the simulator over HTTP can set a clock. It is for the made-up
// past of a demo, which is played from the oldest to the newest.
func (s *Simulator) Past(at time.Time) network.Network {
	client := &http.Client{Transport: inside{s, at}}
	return connector{mastodon.New(client), s.address.String()}
}

// inside brings requests to the simulator without a network.
type inside struct {
	s  *Simulator
	at time.Time
}

// clockKey is where a request's context holds the time that it plays at.
type clockKey struct{}

// RoundTrip answers a request at once.
func (i inside) RoundTrip(req *http.Request) (*http.Response, error) {
	r := req.Clone(context.WithValue(req.Context(), clockKey{}, i.at))
	if r.Body == nil {
		r.Body = http.NoBody
	}
	a := &answer{header: http.Header{}, status: http.StatusOK}
	i.s.ServeHTTP(a, r)
	return &http.Response{StatusCode: a.status, Header: a.header, Body: io.NopCloser(&a.body), Request: req}, nil
}

// answer holds what is written to a request that plays in the past.
type answer struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func (a *answer) Header() http.Header               { return a.header }
func (a *answer) WriteHeader(status int)            { a.status = status }
func (a *answer) Write(content []byte) (int, error) { return a.body.Write(content) }

// clock gives the time that a request plays at, as precisely as posts have it.
func clock(r *http.Request) time.Time {
	at, past := r.Context().Value(clockKey{}).(time.Time)
	if !past {
		at = time.Now()
	}
	return at.UTC().Truncate(time.Millisecond)
}
