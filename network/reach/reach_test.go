package reach_test

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"rostrum/network"
	"rostrum/network/reach"
)

func post(t *testing.T, address, body string) *http.Request {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, address, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	return req
}

// served gives the address of a server that does with each connection what it is told.
func served(t *testing.T, each func(net.Conn)) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			each(conn)
			_ = conn.Close()
		}
	}()
	return "http://" + l.Addr().String()
}

// TestWhatAFailureMeans tells what surely did not happen from what may have.
func TestWhatAFailureMeans(t *testing.T) {
	read := func(conn net.Conn) { _, _ = conn.Read(make([]byte, 4096)) }
	gone := served(t, func(net.Conn) {})
	small, large := "x", strings.Repeat("x", 64<<20)
	for what, c := range map[string]struct {
		address, body string
		want          network.Kind
	}{
		"nobody listens":                 {"http://127.0.0.1:1", small, network.Away},
		"no such name":                   {"http://nowhere.invalid", small, network.Away},
		"hangs up after reading":         {served(t, read), small, network.Unknown},
		"hangs up in the middle":         {served(t, read), large, network.Away},
		"a client that speaks TLS to it": {strings.Replace(gone, "http:", "https:", 1), small, network.Away},
		"an answer that is none": {served(t, func(conn net.Conn) {
			read(conn)
			_, _ = io.WriteString(conn, "SSH-2.0-OpenSSH\r\n\r\n")
		}), small, network.Unknown},
		"an answer cut short": {served(t, func(conn net.Conn) {
			read(conn)
			_, _ = io.WriteString(conn, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")
		}), small, network.Unknown},
	} {
		_, err := reach.Do(t.Context(), reach.Client(true), post(t, c.address+"/secret?token=abc", c.body))
		if err == nil || network.KindOf(err) != c.want {
			t.Errorf("%s: %v, want %s", what, err, c.want)
			continue
		}
		if strings.Contains(err.Error(), "abc") {
			t.Errorf("%s: the failure tells the address: %v", what, err)
		}
	}
}

func TestSilence(t *testing.T) {
	ctx, lose := context.WithCancel(t.Context())
	defer lose()
	silent := served(t, func(conn net.Conn) {
		_, _ = conn.Read(make([]byte, 4096))
		lose() // the caller's patience
		_, _ = io.Copy(io.Discard, conn)
	})
	if _, err := reach.Do(ctx, reach.Client(true), post(t, silent, "x")); network.KindOf(err) != network.Unknown || !errors.Is(err, context.Canceled) {
		t.Errorf("a server that never answers: %v", err)
	}
	if _, err := reach.Do(ctx, reach.Client(true), post(t, silent, "x")); network.KindOf(err) != network.Away {
		t.Errorf("a context that had ended before: %v", err)
	}
}

func TestOnlyPublicServersOverHTTPS(t *testing.T) {
	hit := false
	inside := httptest.NewTLSServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { hit = true }))
	defer inside.Close()
	for _, address := range []string{inside.URL, "http://example.com", "https://169.254.169.254/latest", "https://[::1]:443", "https://10.1.2.3"} {
		if _, err := reach.Do(t.Context(), reach.Client(false), post(t, address, "x")); network.KindOf(err) != network.Refused {
			t.Errorf("%s: %v", address, err)
		}
	}
	if hit {
		t.Error("a private server was reached")
	}
}

func TestRedirectsAreAnswers(t *testing.T) {
	hits := 0
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		hits++
		http.Redirect(w, r, "/elsewhere", http.StatusTemporaryRedirect)
	}))
	defer server.Close()
	a, err := reach.Do(t.Context(), reach.Client(true), post(t, server.URL, "x"))
	if err != nil || a.Status != http.StatusTemporaryRedirect || hits != 1 {
		t.Errorf("%+v, %v after %d requests", a, err, hits)
	}
}

func TestJudge(t *testing.T) {
	now := time.Date(2026, 5, 4, 12, 0, 0, 0, time.UTC)
	for status, want := range map[int]network.Kind{
		200: network.Unknown, 204: network.Unknown, 302: network.Unknown, 400: network.Refused, 401: network.SignedOut,
		403: network.Refused, 404: network.Refused, 408: network.Unknown, 413: network.Refused, 429: network.Limited,
		500: network.Unknown, 502: network.Unknown, 503: network.Unknown,
	} {
		if got := reach.Judge(&reach.Answer{Status: status}, "", now); got.Kind != want || got.Said == "" {
			t.Errorf("%d means %+v, want %s", status, got, want)
		}
	}
	if got := reach.Judge(&reach.Answer{Status: 400}, "a\nb\x00 "+strings.Repeat("ž", 500), now).Said; !strings.HasPrefix(got, "a b žž") || len(got) > 310 {
		t.Errorf("said %q", got)
	}
	if got := reach.Harmless(reach.Judge(&reach.Answer{Status: 500}, "", now)); network.KindOf(got) != network.Away {
		t.Errorf("harmless: %v", got)
	}
}

func TestUntil(t *testing.T) {
	now := time.Date(2026, 5, 4, 12, 0, 0, 0, time.UTC)
	for said, want := range map[[2]string]time.Duration{
		{"", ""}: time.Minute, {"Retry-After", "soon"}: time.Minute, {"Retry-After", "120"}: 2 * time.Minute,
		{"Retry-After", "Mon, 04 May 2026 12:10:00 GMT"}: 10 * time.Minute, {"Retry-After", "0"}: 5 * time.Second,
		{"RateLimit-Reset", "1777896300"}: 5 * time.Minute, {"X-RateLimit-Reset", "2026-05-04T12:07:00.123Z"}: 7*time.Minute + 123*time.Millisecond,
		{"RateLimit-Reset", "99999999999"}: 24 * time.Hour, {"RateLimit-Reset", "-1"}: time.Minute, {"Retry-After", "Mon, 04 May 2020 12:10:00 GMT"}: 5 * time.Second,
	} {
		h := http.Header{}
		if said[0] != "" {
			h.Set(said[0], said[1])
		}
		if got := reach.Until(h, now).Sub(now); got != want {
			t.Errorf("%q: come again in %s, want %s", said, got, want)
		}
	}
}
