package bluesky

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/go-jose/go-jose/v4"
	"golang.org/x/oauth2"

	"rostrum/network"
)

// sessionLife is how long a session of a client without a key of its own may last, as the protocol has it, however often
// it is refreshed: then somebody must connect again.
const sessionLife = 14 * 24 * time.Hour

// authority is an authorization server's description of itself.
type authority struct {
	Issuer    string   `json:"issuer"`
	Authorize string   `json:"authorization_endpoint"`
	Push      string   `json:"pushed_authorization_request_endpoint"`
	Token     string   `json:"token_endpoint"`
	Revoke    string   `json:"revocation_endpoint"`
	Proofs    []string `json:"dpop_signing_alg_values_supported"`
}

// begun is what Finish needs to know of Begin.
type begun struct {
	State    string `json:"state"`
	Verifier string `json:"verifier"`
	Redirect string `json:"redirect"`
	Grant    grant  `json:"grant"`
}

// Begin asks the server's authorization server for a page on which the owner of an account agrees. redirect is below an
// https address whose ClientPath shows Metadata, or on this machine; localhost becomes 127.0.0.1.
func (c *Connector) Begin(ctx context.Context, server, redirect string) (network.Start, error) {
	client, redirect, err := clientOf(redirect)
	if err != nil {
		return network.Start{}, err
	}
	if server, err = serverOf(server); err != nil {
		return network.Start{}, err
	}
	by, err := c.authorityOf(ctx, server)
	if err != nil {
		return network.Start{}, err
	}
	key, err := newKey()
	if err != nil {
		return network.Start{}, err
	}
	b := begun{
		State: rand.Text(), Verifier: oauth2.GenerateVerifier(), Redirect: redirect,
		Grant: grant{Client: client, Issuer: by.Issuer, Token: by.Token, Revoke: by.Revoke, Key: key},
	}
	var pushed struct {
		URI string `json:"request_uri"`
	}
	err = c.form(ctx, b.Grant, by.Push, url.Values{
		"redirect_uri": {redirect}, "response_type": {"code"}, "scope": {scope}, "state": {b.State},
		"code_challenge": {oauth2.S256ChallengeFromVerifier(b.Verifier)}, "code_challenge_method": {"S256"},
	}, &pushed)
	if err != nil {
		return network.Start{}, err
	}
	page, err := url.Parse(by.Authorize)
	if err != nil || pushed.URI == "" || !strings.HasPrefix(by.Issuer, page.Scheme+"://") {
		return network.Start{}, &network.Error{Kind: network.Away, Said: "the server answered without a page to agree on", Err: err}
	}
	page.RawQuery = url.Values{"client_id": {client}, "request_uri": {pushed.URI}}.Encode()
	state, err := json.Marshal(b)
	return network.Start{URL: page.String(), State: state}, err
}

// Finish changes the code that the browser brought for tokens, and believes whose they are only when the directory names
// a server for that account which trusts the one that gave them.
func (c *Connector) Finish(ctx context.Context, state []byte, came map[string][]string) (network.Identity, error) {
	var b begun
	if err := json.Unmarshal(state, &b); err != nil {
		return network.Identity{}, &network.Error{Kind: network.Refused, Said: "the connection was not begun here", Err: err}
	}
	code, err := b.codeOf(url.Values(came))
	if err != nil {
		return network.Identity{}, err
	}
	given, err := c.grantOf(ctx, b.Grant, url.Values{
		"grant_type": {"authorization_code"}, "code": {code}, "code_verifier": {b.Verifier},
		"redirect_uri": {b.Redirect},
	})
	if err != nil {
		return network.Identity{}, err
	}
	if !slices.Contains(strings.Fields(given.Scope), "atproto") {
		return network.Identity{}, &network.Error{Kind: network.Refused, Said: "the server gave no access to the account: " + given.Scope}
	}
	home, err := c.homeOf(ctx, given.Subject)
	if err != nil {
		return network.Identity{}, err
	}
	if by, err := c.issuerOf(ctx, home); err != nil || by != b.Grant.Issuer {
		return network.Identity{}, &network.Error{
			Kind: network.Refused, Said: "the server of the account does not trust " + b.Grant.Issuer, Err: err,
		}
	}
	now := c.now()
	if !c.signs(b.Grant.Client) {
		b.Grant.Ends = now.Add(sessionLife).UTC()
	}
	return c.identify(ctx, home, given.Subject, &session{secret: given.secret(now, &b.Grant)})
}

// codeOf reads what the browser brought, which must be the answer to our own question.
func (b begun) codeOf(came url.Values) (string, error) {
	refused := func(said string) (string, error) {
		return "", &network.Error{Kind: network.Refused, Said: said}
	}
	switch {
	case b.State == "" || came.Get("state") != b.State:
		return refused("the answer belongs to another connection")
	case came.Get("iss") != b.Grant.Issuer:
		return refused("the answer comes from another server")
	case came.Get("error") != "":
		return refused(problem{Name: came.Get("error"), Description: came.Get("error_description")}.Error())
	case came.Get("code") == "":
		return refused("the answer has no code")
	}
	return came.Get("code"), nil
}

// issuerOf asks a server which authorization server it trusts.
func (c *Connector) issuerOf(ctx context.Context, server string) (string, error) {
	var resource struct {
		Resource string   `json:"resource"`
		By       []string `json:"authorization_servers"`
	}
	if err := c.get(ctx, server+"/.well-known/oauth-protected-resource", &resource); err != nil {
		return "", err
	}
	if strings.TrimRight(resource.Resource, "/") != server || len(resource.By) != 1 {
		return "", &network.Error{Kind: network.Refused, Said: "the server names no authorization server"}
	}
	return serverOf(resource.By[0])
}

// authorityOf finds the authorization server of a server, which may be one itself, as entryways are.
func (c *Connector) authorityOf(ctx context.Context, server string) (authority, error) {
	issuer, err := c.issuerOf(ctx, server)
	if err != nil && network.KindOf(err) == network.Refused {
		issuer, err = server, nil
	}
	var by authority
	if err == nil {
		err = c.get(ctx, issuer+"/.well-known/oauth-authorization-server", &by)
	}
	if err != nil {
		return authority{}, err
	}
	if by.Issuer != issuer || by.Authorize == "" || by.Push == "" || by.Token == "" || !slices.Contains(by.Proofs, string(jose.ES256)) {
		return authority{}, &network.Error{Kind: network.Refused, Said: "the server is no authorization server of the AT Protocol"}
	}
	return by, nil
}
