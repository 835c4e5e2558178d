package mastodon

import (
	"context"
	"net/http"
	"net/url"
	"strings"

	"rostrum/network"
	"rostrum/network/reach"
)

// Look asks who the secret belongs to, and how long a post may be there.
func (c *Connector) Look(ctx context.Context, a network.Access) (network.Identity, error) {
	s, err := open(a)
	if err != nil {
		return network.Identity{}, err
	}
	answer, err := c.send(ctx, a.Server, call{method: http.MethodGet, path: "/api/v1/accounts/verify_credentials", token: s.Token})
	if err != nil {
		return network.Identity{}, reach.Harmless(err)
	}
	if answer.Status == http.StatusForbidden || answer.Status == http.StatusUnprocessableEntity { // snac says 422 of a token that it does not know
		answer.Status = http.StatusUnauthorized
	}
	var shown struct {
		ID   string `json:"id"`
		Acct string `json:"acct"`
		Name string `json:"display_name"`
	}
	if err := read(answer, &shown); err != nil {
		return network.Identity{}, reach.Harmless(err)
	}
	switch {
	case shown.ID == "" || shown.Acct == "":
		return network.Identity{}, &network.Error{Kind: network.Away, Said: "the server answered without an account"}
	case a.ID != "" && a.ID != shown.ID:
		return network.Identity{}, &network.Error{Kind: network.SignedOut, Said: "the secret belongs to another account: " + shown.Acct}
	}
	place, err := c.place(ctx, a.Server)
	if err != nil {
		return network.Identity{}, reach.Harmless(err)
	}
	handle := "@" + shown.Acct
	if !strings.Contains(shown.Acct, "@") {
		handle += "@" + place.name
	}
	name := strings.TrimSpace(shown.Name)
	if name == "" {
		name = shown.Acct
	}
	return network.Identity{
		ID: shown.ID, Handle: handle, Name: name, Server: a.Server, Length: place.length,
		Secret: network.Secret{Bytes: a.Secret},
	}, nil
}

// place is what a server tells of itself.
type place struct {
	name   string // as it stands in handles, which need not be where its API answers
	length int
}

func (c *Connector) place(ctx context.Context, server string) (place, error) {
	var p place
	if u, err := url.Parse(server); err == nil {
		p.name = u.Host
	}
	for _, path := range []string{"/api/v2/instance", "/api/v1/instance"} { // older servers have only the first version
		answer, err := c.send(ctx, server, call{method: http.MethodGet, path: path})
		if err != nil {
			return p, err
		}
		if answer.Status >= 400 && answer.Status < 500 && answer.Status != http.StatusTooManyRequests {
			continue
		}
		var told struct {
			Domain        string `json:"domain"`
			URI           string `json:"uri"`            // the domain, in the first version
			MaxChars      int    `json:"max_toot_chars"` // Pleroma's
			Configuration struct {
				Statuses struct {
					Max int `json:"max_characters"`
				} `json:"statuses"`
			} `json:"configuration"`
		}
		if err := read(answer, &told); err != nil {
			return p, err
		}
		if p.length = told.Configuration.Statuses.Max; p.length == 0 {
			p.length = told.MaxChars
		}
		for _, name := range []string{told.Domain, told.URI} {
			if name = strings.Trim(strings.TrimPrefix(strings.TrimPrefix(name, "https://"), "http://"), "/"); name != "" {
				p.name = name
				break
			}
		}
		return p, nil
	}
	return p, nil
}
