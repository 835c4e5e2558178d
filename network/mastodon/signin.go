package mastodon

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"net/url"
	"strings"

	"rostrum/fault"
	"rostrum/network"
	"rostrum/network/reach"
)

// scopes is all that we ask for: who the account is, what it posted, and to post.
const scopes = "read:accounts read:statuses write:statuses write:media"

// begun is what Finish must know; it is kept sealed.
type begun struct {
	Server, Redirect string
	Client, Key      string // the application's name and secret at the server
	State, Verifier  string
}

// Begin registers an application at the server, since there is no other way to be known there, and asks for a code (OAuth
// 2.0 with PKCE; servers that do not know PKCE pass over it). The server may be typed as a name, an address or a handle.
func (c *Connector) Begin(ctx context.Context, server, redirect string) (network.Start, error) {
	server, err := address(server)
	if err != nil {
		return network.Start{}, err
	}
	var app struct {
		ID  string `json:"client_id"`
		Key string `json:"client_secret"`
	}
	err = c.ask(ctx, server, call{method: http.MethodPost, path: "/api/v1/apps", form: url.Values{
		"client_name": {"Rostrum"}, "redirect_uris": {redirect}, "scopes": {scopes},
	}}, &app)
	if err != nil {
		return network.Start{}, reach.Harmless(err)
	}
	if app.ID == "" {
		return network.Start{}, &network.Error{Kind: network.Unsupported, Said: "the server does not take applications"}
	}
	b := begun{Server: server, Redirect: redirect, Client: app.ID, Key: app.Key, State: rand.Text(), Verifier: rand.Text() + rand.Text()}
	state, err := json.Marshal(b)
	if err != nil {
		return network.Start{}, err
	}
	challenge := sha256.Sum256([]byte(b.Verifier))
	return network.Start{State: state, URL: server + "/oauth/authorize?" + url.Values{
		"response_type": {"code"}, "client_id": {app.ID}, "redirect_uri": {redirect}, "scope": {scopes}, "state": {b.State},
		"code_challenge": {base64.RawURLEncoding.EncodeToString(challenge[:])}, "code_challenge_method": {"S256"},
	}.Encode()}, nil
}

// Finish makes a secret of the code that the browser brought.
func (c *Connector) Finish(ctx context.Context, state []byte, query map[string][]string) (network.Identity, error) {
	var b begun
	if err := json.Unmarshal(state, &b); err != nil {
		return network.Identity{}, err
	}
	back := url.Values(query)
	if subtle.ConstantTimeCompare([]byte(back.Get("state")), []byte(b.State)) != 1 {
		return network.Identity{}, &network.Error{Kind: network.Refused, Said: "the browser came back from another connection than the one that was begun"}
	}
	if said := back.Get("error"); said != "" {
		if more := back.Get("error_description"); more != "" {
			said = more
		}
		return network.Identity{}, &network.Error{Kind: network.Refused, Said: strings.Join(strings.Fields(said), " ")}
	}
	s, err := c.grant(ctx, b.Server, secret{Client: b.Client, Key: b.Key}, url.Values{
		"grant_type": {"authorization_code"}, "code": {back.Get("code")}, "redirect_uri": {b.Redirect},
		"code_verifier": {b.Verifier}, "scope": {scopes},
	})
	if err != nil {
		return network.Identity{}, err
	}
	who, err := c.Look(ctx, network.Access{Server: b.Server, Secret: s.Bytes})
	who.Secret = s
	return who, err
}

// Revoke ends the secret. Servers that know no revocation, and secrets that are unknown already, are no fault.
func (c *Connector) Revoke(ctx context.Context, a network.Access) error {
	s, err := open(a)
	if err != nil {
		return err
	}
	answer, err := c.send(ctx, a.Server, call{method: http.MethodPost, path: "/oauth/revoke", form: url.Values{
		"token": {s.Token}, "client_id": {s.Client}, "client_secret": {s.Key},
	}})
	if err != nil {
		return reach.Harmless(err)
	}
	switch {
	case answer.Status >= 200 && answer.Status < 300, answer.Status >= 400 && answer.Status < 500 && answer.Status != http.StatusTooManyRequests:
		return nil
	}
	return reach.Harmless(judge(answer))
}

// address reads a server's address from what people type: example.social, https://example.social/, @name@example.social.
func address(typed string) (string, error) {
	typed = strings.TrimSpace(typed)
	if !strings.Contains(typed, "://") {
		typed = "https://" + typed[strings.LastIndexByte(typed, '@')+1:]
	}
	u, err := url.Parse(strings.TrimRight(typed, "/"))
	if err != nil || u.Hostname() == "" || u.Scheme != "https" && u.Scheme != "http" || u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		return "", &network.Error{Kind: network.Refused, Said: "this is not the address of a server", Err: fault.Of("server",
			"Enter the server's address, such as mastodon.social.",
			"Įveskite serverio adresą, pavyzdžiui, mastodon.social.")}
	}
	u.Host = strings.ToLower(u.Host)
	return u.String(), nil
}
