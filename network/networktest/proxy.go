package networktest

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"sync"
	"testing"

	"rostrum/network"
)

// proxy stands between the connector and the server and spoils what it is told to spoil; the rest passes.
type proxy struct {
	t     *testing.T
	pass  *httputil.ReverseProxy
	mu    sync.Mutex
	match func(*http.Request) bool
	spoil http.HandlerFunc
	hits  int
}

// between puts a proxy before the server of an account and gives the account as it is reached through it.
func between(t *testing.T, a network.Access) (*proxy, network.Access) {
	t.Helper()
	target, err := url.Parse(a.Server)
	if err != nil {
		t.Fatal(err)
	}
	p := &proxy{t: t, pass: &httputil.ReverseProxy{
		Rewrite:      func(r *httputil.ProxyRequest) { r.SetURL(target) },
		Transport:    &http.Transport{DisableKeepAlives: true},
		ErrorHandler: func(http.ResponseWriter, *http.Request, error) { panic(http.ErrAbortHandler) },
	}}
	server := httptest.NewServer(p)
	t.Cleanup(func() {
		server.CloseClientConnections()
		server.Close()
	})
	a.Server = server.URL
	return p, a
}

func (p *proxy) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	spoil := p.spoil
	if spoil != nil && p.match(r) {
		p.hits++
	} else {
		spoil = p.pass.ServeHTTP
	}
	p.mu.Unlock()
	spoil(w, r)
}

// on spoils the requests that match, until heal.
func (p *proxy) on(match func(*http.Request) bool, spoil http.HandlerFunc) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.match, p.spoil, p.hits = match, spoil, 0
}

// heal lets everything pass again. A test in which nothing was spoiled tried nothing, and fails.
func (p *proxy) heal() {
	p.t.Helper()
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.spoil != nil && p.hits == 0 {
		p.t.Error("the connector sent no request of the kind that was to fail")
	}
	p.spoil = nil
}

func everything(*http.Request) bool { return true }

// swallow lets the server do its work and then breaks the connection without a word of the answer.
func (p *proxy) swallow(w http.ResponseWriter, r *http.Request) {
	answer := httptest.NewRecorder()
	p.pass.ServeHTTP(answer, r)
	if answer.Code != http.StatusOK {
		p.t.Errorf("the server did not take the request whose answer was to be lost: %d %s", answer.Code, answer.Body)
	}
	panic(http.ErrAbortHandler)
}

// breakOff breaks the connection after the headers, before the server has seen anything.
func breakOff(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }

// say gives an answer of our own instead of the server's.
func say(status int, header map[string]string, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		for key, value := range header {
			w.Header().Set(key, value)
		}
		w.WriteHeader(status)
		_, _ = w.Write([]byte(body)) // the client may have gone
	}
}

// hang takes the request and answers nothing for as long as the client waits.
func hang(_ http.ResponseWriter, r *http.Request) {
	_, _ = io.Copy(io.Discard, r.Body) // the client may break off first
	<-r.Context().Done()
}
