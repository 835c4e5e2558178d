package simulator_test

import (
	"context"
	"encoding/json"
	"net"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"rostrum/network"
	"rostrum/network/simulator"
)

// running is a simulator on a port of its own, under a prefix, that can be stopped and started again.
type running struct {
	*simulator.Simulator
	t       *testing.T
	options simulator.Options
	address string
	server  *http.Server
}

func start(t *testing.T, o simulator.Options) *running {
	t.Helper()
	s := &running{t: t, options: o, address: "http://127.0.0.1:0/simulator"}
	s.start()
	t.Cleanup(s.stop)
	return s
}

func (s *running) start() {
	s.t.Helper()
	u, err := url.Parse(s.address)
	if err != nil {
		s.t.Fatal(err)
	}
	listener, err := net.Listen("tcp", u.Host)
	if err != nil {
		s.t.Fatal(err)
	}
	s.address = "http://" + listener.Addr().String() + "/simulator"
	s.options.Address = s.address
	if s.Simulator, err = simulator.New(s.options); err != nil {
		s.t.Fatal(err)
	}
	s.server = &http.Server{Handler: s.Simulator}
	go func() { _ = s.server.Serve(listener) }() // ends with the server
}

// stop cuts every connection.
func (s *running) stop() {
	_ = s.server.Close() // it is taken away whatever it says
	if err := s.Close(); err != nil {
		s.t.Fatal(err)
	}
}

// do sends a request as a browser or another program would, and follows nothing.
func (s *running) do(t *testing.T, method, path, token string, form url.Values) *http.Response {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), method, s.address+path, strings.NewReader(form.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	request.Header.Set("Authorization", "Bearer "+token)
	client := http.Client{
		Transport:     &http.Transport{DisableKeepAlives: true},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	answer, err := client.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = answer.Body.Close() })
	return answer
}

func read(t *testing.T, answer *http.Response, into any) {
	t.Helper()
	if answer.StatusCode != http.StatusOK {
		t.Fatalf("%s answered %s", answer.Request.URL, answer.Status)
	}
	if err := json.NewDecoder(answer.Body).Decode(into); err != nil {
		t.Fatal(err)
	}
}

func publish(t *testing.T, c network.Network, a network.Access, p network.Piece) network.Receipt {
	t.Helper()
	r, err := c.Publish(t.Context(), a, p)
	if err != nil {
		t.Fatalf("Publish: %v", err)
	}
	return r
}

func timeout(t *testing.T, after time.Duration) context.Context {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), after)
	t.Cleanup(cancel)
	return ctx
}
