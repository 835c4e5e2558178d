// Package simulator owns a social network that is none: for the demo, where no post may reach anybody, and for tests of
// what real servers do not do when asked. It speaks Mastodon's API over HTTP, shows each account's posts on a page, and
// fails on demand. It says that it is a simulator on every page and in its API, and refuses passwords, followers, and to
// speak to any other server: anybody who reaches it may sign in as any of its accounts.
package simulator

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"strings"
	"sync"
	"time"
)

// longest is the most characters of a post, as on Mastodon.
const longest = 500

// Options is what a simulator starts with.
type Options struct {
	// Address is where browsers and connectors reach it, with the prefix under which it is mounted: http://localhost:8080/simulator.
	Address string
	// Accounts are those that it has. Their ids are made from their names and stay the same.
	Accounts []Account
	// File keeps everything as JSON lines, so that it is there after a restart; empty: only in memory.
	File string
	// IgnoreKeys makes it post twice what comes twice with the same idempotency key, as many servers do.
	IgnoreKeys bool
	// SlowPictures makes pictures ready only when they were asked for a second time.
	SlowPictures bool
	// Limit is how many requests of one token are answered in a Window; 0: any number.
	Limit  int
	Window time.Duration
	// TokenLife is how long a token is good for, which then comes with another to renew it; 0: for ever.
	TokenLife time.Duration
}

// Account is one of the accounts.
type Account struct {
	Name  string // small letters, digits and underscores
	Shown string // the name above its posts
	About string
}

// Simulator is the network. It is an http.Handler for everything below its address.
type Simulator struct {
	options Options
	address *url.URL
	byName  map[string]Account
	mux     *http.ServeMux

	mu     sync.Mutex // held for what follows
	world  world
	file   *os.File
	codes  map[string]code
	faults []Fault
	limits map[string]window
}

// New makes a simulator and reads back what its file holds.
func New(o Options) (*Simulator, error) {
	address, err := url.Parse(strings.TrimRight(o.Address, "/"))
	if err != nil || address.Host == "" {
		return nil, fmt.Errorf("simulator: %q is not an address", o.Address)
	}
	if len(o.Accounts) == 0 {
		return nil, errors.New("simulator: no accounts")
	}
	s := &Simulator{
		options: o, address: address, byName: map[string]Account{},
		world: newWorld(), codes: map[string]code{}, limits: map[string]window{},
	}
	for _, a := range o.Accounts {
		s.byName[a.Name] = a
	}
	if o.File != "" {
		if s.file, err = s.world.keepIn(o.File); err != nil {
			return nil, fmt.Errorf("simulator: %w", err)
		}
	}
	if s.mux, err = s.routes(); err != nil {
		return nil, err
	}
	return s, nil
}

// Close closes the file.
func (s *Simulator) Close() error {
	if s.file == nil {
		return nil
	}
	return s.file.Close()
}

func (s *Simulator) routes() (*http.ServeMux, error) {
	p, err := newPages(s)
	if err != nil {
		return nil, err
	}
	m := http.NewServeMux()
	for pattern, answer := range map[string]http.HandlerFunc{
		"GET /{$}":             p.index,
		"GET /style.css":       p.file("style.css", "text/css; charset=utf-8"),
		"GET /icon.svg":        p.file("icon.svg", "image/svg+xml"),
		"GET /{at}":            p.account,
		"GET /{at}/{id}":       p.post,
		"GET /pictures/{id}":   s.picture,
		"GET /oauth/authorize": p.authorize, "POST /oauth/authorize": p.agree,

		"POST /api/v1/apps": s.open(s.addApp), "POST /oauth/token": s.open(s.giveToken), "POST /oauth/revoke": s.open(s.endToken),
		"GET /api/v1/instance": s.open(s.instance), "GET /api/v2/instance": s.open(s.instance),
		"GET /api/v1/accounts/verify_credentials": s.signed(s.verify),
		"GET /api/v1/accounts/{id}/statuses":      s.signed(s.accountPosts),
		"GET /api/v1/timelines/home":              s.signed(s.home),
		"POST /api/v1/media":                      s.signed(s.addPicture), "POST /api/v2/media": s.signed(s.addPicture),
		"GET /api/v1/media/{id}":           s.signed(s.pictureState),
		"POST /api/v1/statuses":            s.signed(s.addPost),
		"GET /api/v1/statuses/{id}":        s.signed(s.onePost),
		"GET /api/v1/statuses/{id}/source": s.signed(s.postSource),
		"PUT /api/v1/statuses/{id}":        s.signed(s.editPost),
		"DELETE /api/v1/statuses/{id}":     s.signed(s.deletePost),
		"/":                                p.nothing,
	} {
		m.HandleFunc(pattern, answer)
	}
	return m, nil
}

// longestBody is the most bytes of a request: a picture and what stands around it.
const longestBody = 20 << 20

// ServeHTTP answers everything below the address.
func (s *Simulator) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("X-Simulator", "this is not a real social network")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Content-Security-Policy", policy(""))
	if r.URL.Path == s.address.Path && s.address.Path != "" {
		http.Redirect(w, r, s.address.Path+"/", http.StatusMovedPermanently)
		return
	}
	r.Body = http.MaxBytesReader(w, r.Body, longestBody)
	http.StripPrefix(s.address.Path, http.HandlerFunc(s.disturbed)).ServeHTTP(w, r)
}

// policy is the content security policy of pages; after a form was sent the browser may go to target.
func policy(target string) string {
	return "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' " + target
}
