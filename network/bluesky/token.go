package bluesky

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"time"

	"rostrum/network"
	"rostrum/network/reach"
)

// granted is what the authorization server gives for a code or a refresh token.
type granted struct {
	Access  string `json:"access_token"`
	Kind    string `json:"token_type"`
	Refresh string `json:"refresh_token"`
	Seconds int64  `json:"expires_in"`
	Scope   string `json:"scope"`
	Subject string `json:"sub"`
}

func (g granted) secret(now time.Time, by *grant) secret {
	s := secret{Access: g.Access, Refresh: g.Refresh, Grant: by}
	if g.Seconds > 0 {
		s.Expires = now.Add(time.Duration(g.Seconds) * time.Second).UTC()
	}
	return s
}

func (c *Connector) grantOf(ctx context.Context, g grant, fields url.Values) (granted, error) {
	var given granted
	if err := c.form(ctx, g, g.Token, fields, &given); err != nil {
		return granted{}, err
	}
	if given.Access == "" || given.Refresh == "" || given.Subject == "" || given.Kind != "DPoP" {
		return granted{}, &network.Error{Kind: network.Away, Said: "the server answered without tokens"}
	}
	return given, nil
}

// refreshGrant changes the refresh token, which counts once, for a new pair.
func (c *Connector) refreshGrant(ctx context.Context, a network.Access, s *session) (network.Secret, error) {
	given, err := c.grantOf(ctx, *s.Grant, url.Values{"grant_type": {"refresh_token"}, "refresh_token": {s.Refresh}})
	if err != nil {
		return network.Secret{}, err
	}
	if given.Subject != a.ID {
		return network.Secret{}, &network.Error{Kind: network.SignedOut, Said: "the secret belongs to another account: " + given.Subject}
	}
	return given.secret(c.now(), s.Grant).sealed()
}

// revokeGrant takes the session back, where the server says how; elsewhere it ends by itself.
func (c *Connector) revokeGrant(ctx context.Context, s *session) error {
	if s.Grant.Revoke == "" {
		return nil
	}
	return c.form(ctx, *s.Grant, s.Grant.Revoke, url.Values{"token": {s.Refresh}}, nil)
}

// form sends a form to an address of the authorization server. No request to it puts anything before the public. Servers
// refuse the first proof that we hold the session's key, to tell their nonce; the second has it.
func (c *Connector) form(ctx context.Context, g grant, address string, fields url.Values, into any) error {
	a, err := c.sendForm(ctx, g, address, "", fields)
	if err == nil && a.Status >= 400 && problemOf(a.Body).Name == "use_dpop_nonce" {
		a, err = c.sendForm(ctx, g, address, a.Header.Get("DPoP-Nonce"), fields)
	}
	if err != nil {
		return reach.Harmless(err)
	}
	if a.Status != http.StatusOK && a.Status != http.StatusCreated {
		return reach.Harmless(c.judge(a))
	}
	if into == nil {
		return nil
	}
	if err := a.JSON(into); err != nil {
		return &network.Error{Kind: network.Away, Said: "the server answered something else than was asked", Err: err}
	}
	return nil
}

func (c *Connector) sendForm(ctx context.Context, g grant, address, nonce string, fields url.Values) (*reach.Answer, error) {
	fields.Set("client_id", g.Client)
	if err := c.vouch(fields, g); err != nil {
		return nil, &network.Error{Kind: network.SignedOut, Said: "this server's key cannot be used", Err: err}
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, address, strings.NewReader(fields.Encode()))
	if err != nil {
		return nil, &network.Error{Kind: network.Refused, Said: "this is not the address of a server", Err: err}
	}
	proof, err := prove(g.Key, req, nonce, "", c.now())
	if err != nil {
		return nil, &network.Error{Kind: network.SignedOut, Said: "the secret cannot be used", Err: err}
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	req.Header.Set("DPoP", proof)
	return reach.Do(ctx, c.client, req)
}
