package simulator_test

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"rostrum/network"
	"rostrum/network/networktest"
	"rostrum/network/simulator"
)

func TestContract(t *testing.T) {
	var accounts []simulator.Account
	for n := range 40 {
		accounts = append(accounts, simulator.Account{Name: fmt.Sprintf("account%d", n), Shown: fmt.Sprintf("Account %d", n)})
	}
	s := start(t, simulator.Options{Accounts: accounts, File: filepath.Join(t.TempDir(), "simulator.jsonl"), SlowPictures: true})
	c := simulator.Connector(s.address)
	next := 0
	networktest.Run(t, networktest.Case{
		Network: c,
		Account: func(t *testing.T) network.Access {
			next++
			return s.connect(t, c, accounts[next-1].Name)
		},
		Posts:     s.posts,
		Publishes: func(r *http.Request) bool { return r.Method == http.MethodPost && r.URL.Path == "/api/v1/statuses" },
		Locked: func(t *testing.T, a network.Access) network.Access {
			gone := s.connect(t, c, strings.Split(a.Handle, "@")[1])
			if err := c.Revoke(t.Context(), gone); err != nil {
				t.Fatal(err)
			}
			return gone
		},
		Stop: s.stop, Start: s.start,
	})
}

// connect goes the way of a browser.
func (s *running) connect(t *testing.T, c network.Network, name string) network.Access {
	t.Helper()
	const back = "https://rostrum.example/accounts/back"
	begun, err := c.Begin(t.Context(), "", back)
	if err != nil {
		t.Fatal(err)
	}
	asked, err := url.Parse(begun.URL)
	if err != nil {
		t.Fatal(err)
	}
	form := asked.Query()
	form.Set("account", name)
	answer := s.do(t, http.MethodPost, "/oauth/authorize", "", form)
	arrived, err := url.Parse(answer.Header.Get("Location"))
	if err != nil || !strings.HasPrefix(arrived.String(), back+"?") {
		t.Fatalf("the browser was sent to %q", arrived)
	}
	who, err := c.Finish(t.Context(), begun.State, arrived.Query())
	if err != nil {
		t.Fatal(err)
	}
	return network.Access{Server: who.Server, ID: who.ID, Handle: who.Handle, Secret: who.Secret.Bytes}
}

// posts asks the API without the connector.
func (s *running) posts(t *testing.T, a network.Access) []networktest.Post {
	t.Helper()
	var secret struct{ Token string }
	if err := json.Unmarshal(a.Secret, &secret); err != nil {
		t.Fatal(err)
	}
	var told []struct {
		ID, Text string
		Parent   string                              `json:"in_reply_to_id"`
		Edited   *string                             `json:"edited_at"`
		Media    []struct{ URL, Description string } `json:"media_attachments"`
	}
	read(t, s.do(t, http.MethodGet, "/api/v1/accounts/"+a.ID+"/statuses?limit=40", secret.Token, nil), &told)
	var all []networktest.Post
	for _, one := range told {
		var source struct{ Text string }
		read(t, s.do(t, http.MethodGet, "/api/v1/statuses/"+one.ID+"/source", secret.Token, nil), &source)
		p := networktest.Post{ID: one.ID, Text: source.Text, Parent: one.Parent, Edited: one.Edited != nil}
		for _, m := range one.Media {
			answer := s.do(t, http.MethodGet, strings.TrimPrefix(m.URL, s.address), "", nil)
			bytes, err := io.ReadAll(answer.Body)
			if err != nil {
				t.Fatal(err)
			}
			p.Alts, p.Images = append(p.Alts, m.Description), append(p.Images, bytes)
		}
		all = append(all, p)
	}
	return all
}
