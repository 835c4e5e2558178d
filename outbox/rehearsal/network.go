package rehearsal

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"rostrum/network"
	"rostrum/network/simulator"
)

// Network is a simulated network on a port of this machine.
type Network struct {
	*simulator.Simulator
	Address  string
	Requests atomic.Int64 // all that arrived, of any kind
	Posts    atomic.Int64 // those among them that put something out
	mu       sync.Mutex
	by       map[string]int // account → requests
	secrets  map[string]string
	server   *http.Server
	names    []string
	file     string
	wait     time.Duration
	answered func()
}

// Slow makes it take its time over each post, and tells of each answer. It is called before anything arrives.
func (n *Network) Slow(wait time.Duration, answered func()) { n.wait, n.answered = wait, answered }

// Open opens a network with so many accounts, which keeps everything in a file. Without keys it posts twice what comes twice.
func Open(file string, accounts int, keys bool) (*Network, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	n := &Network{Address: "http://" + listener.Addr().String(), file: file, by: map[string]int{}, secrets: map[string]string{}}
	var all []simulator.Account
	for i := range accounts {
		n.names = append(n.names, fmt.Sprintf("account_%d", i))
		all = append(all, simulator.Account{Name: n.names[i], Shown: n.names[i]})
	}
	if n.Simulator, err = simulator.New(simulator.Options{Address: n.Address, Accounts: all, File: file, IgnoreKeys: !keys}); err != nil {
		return nil, err
	}
	n.server = &http.Server{ReadHeaderTimeout: 10 * time.Second, Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		n.Requests.Add(1)
		n.note(r)
		if r.Method == http.MethodPost && strings.HasSuffix(r.URL.Path, "/api/v1/statuses") {
			n.Posts.Add(1)
			time.Sleep(n.wait)
		}
		n.ServeHTTP(w, r)
		if n.answered != nil {
			n.answered()
		}
	})}
	go func() { _ = n.server.Serve(listener) }()
	return n, nil
}

// Close ends it.
func (n *Network) Close() { _ = errors.Join(n.server.Close(), n.Simulator.Close()) }

// Identities gives what connecting each of the accounts brings.
func (n *Network) Identities() ([]network.Identity, error) {
	var all []network.Identity
	for _, name := range n.names {
		id, err := n.Connect(name)
		if err != nil {
			return nil, err
		}
		all = append(all, id)
		n.mu.Lock()
		n.secrets[name] = string(id.Secret.Bytes)
		n.mu.Unlock()
	}
	return all, nil
}

// note counts a request for the account whose secret it bears.
func (n *Network) note(r *http.Request) {
	token := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
	n.mu.Lock()
	defer n.mu.Unlock()
	for name, secret := range n.secrets {
		if token != "" && strings.Contains(secret, token) {
			n.by[name]++
		}
	}
}

// RequestsOf counts what has arrived for an account: of the handle @account_0@… and so on.
func (n *Network) RequestsOf(handle string) int {
	name, _, _ := strings.Cut(strings.TrimPrefix(handle, "@"), "@")
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.by[name]
}

// Out gives what each account has out, the oldest first, by the names of the accounts: account_0 and so on.
func (n *Network) Out() (map[string][]string, error) {
	file, err := os.Open(n.file)
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }()
	type kept struct{ ID, Author, Text string }
	var all []kept
	place := map[string]int{} // in all, by id
	lines := json.NewDecoder(file)
	for {
		var line struct {
			Post *kept
			Gone string
		}
		if err := lines.Decode(&line); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, err
		}
		if line.Gone != "" {
			all[place[line.Gone]].Author = "" // taken down
		} else if line.Post == nil {
			continue
		} else if i, known := place[line.Post.ID]; known {
			all[i] = *line.Post
		} else {
			place[line.Post.ID] = len(all)
			all = append(all, *line.Post)
		}
	}
	posts := map[string][]string{}
	for _, k := range all {
		posts[k.Author] = append(posts[k.Author], k.Text)
	}
	delete(posts, "")
	return posts, nil
}
