package mastodon

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"time"

	"rostrum/network"
	"rostrum/network/reach"
)

// secret is what lets us act for an account. Client and Key are the application's: ending or refreshing a token takes them.
type secret struct {
	Token   string `json:"token"`
	Refresh string `json:"refresh,omitempty"`
	Client  string `json:"client,omitempty"`
	Key     string `json:"key,omitempty"`
}

// SecretOf makes a secret of a token that was given otherwise than by the browser.
func SecretOf(token string) []byte {
	written, err := json.Marshal(secret{Token: token})
	if err != nil {
		return nil // a struct of strings cannot fail
	}
	return written
}

func open(a network.Access) (secret, error) {
	var s secret
	if err := json.Unmarshal(a.Secret, &s); err != nil || s.Token == "" {
		return s, &network.Error{Kind: network.SignedOut, Said: "the secret that was kept cannot be read", Err: err}
	}
	return s, nil
}

// grant asks for a token. Mastodon's do not end; where a server's do, it says after how many seconds, and most give one
// with which the next is had.
func (c *Connector) grant(ctx context.Context, server string, s secret, form url.Values) (network.Secret, error) {
	form.Set("client_id", s.Client)
	form.Set("client_secret", s.Key)
	var got struct {
		Token   string `json:"access_token"`
		Refresh string `json:"refresh_token"`
		Seconds int64  `json:"expires_in"`
	}
	asked := time.Now()
	if err := c.ask(ctx, server, call{method: http.MethodPost, path: "/oauth/token", form: form}, &got); err != nil {
		return network.Secret{}, reach.Harmless(err)
	}
	if got.Token == "" {
		return network.Secret{}, &network.Error{Kind: network.Refused, Said: "the server gave no token"}
	}
	s.Token = got.Token
	if got.Refresh != "" {
		s.Refresh = got.Refresh
	}
	written, err := json.Marshal(s)
	if err != nil {
		return network.Secret{}, err
	}
	kept := network.Secret{Bytes: written}
	if got.Seconds > 0 {
		end := asked.Add(time.Duration(got.Seconds) * time.Second)
		if kept.Expires = end; s.Refresh == "" {
			kept.Expires, kept.Ends = time.Time{}, end
		}
	}
	return kept, nil
}

// Refresh asks for a new token where the server gave something to ask with, and otherwise gives the same.
func (c *Connector) Refresh(ctx context.Context, a network.Access) (network.Secret, error) {
	s, err := open(a)
	if err != nil {
		return network.Secret{}, err
	}
	if s.Refresh == "" {
		return network.Secret{Bytes: a.Secret}, nil
	}
	kept, err := c.grant(ctx, a.Server, s, url.Values{"grant_type": {"refresh_token"}, "refresh_token": {s.Refresh}})
	if network.KindOf(err) == network.Refused { // RFC 6749, 5.2: invalid_grant is a 400
		return kept, &network.Error{Kind: network.SignedOut, Said: network.SaidOf(err), Err: err}
	}
	return kept, err
}
