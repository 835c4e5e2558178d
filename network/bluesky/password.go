package bluesky

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"strings"
	"time"

	"rostrum/network"
)

// tokens are what a server gives for an app password and at each refresh.
type tokens struct {
	Access  string `json:"accessJwt"`
	Refresh string `json:"refreshJwt"`
	DID     string `json:"did"`
}

func (t tokens) secret() (secret, error) {
	if t.Access == "" || t.Refresh == "" || t.DID == "" {
		return secret{}, &network.Error{Kind: network.Away, Said: "the server answered without a session"}
	}
	return secret{Access: t.Access, Refresh: t.Refresh, Expires: expiry(t.Access)}, nil
}

// SignIn opens a session with an app password. It goes to the named server and to no other, so that a slip in the handle
// brings the password to nobody else.
func (c *Connector) SignIn(ctx context.Context, server, handle, password string) (network.Identity, error) {
	server, err := serverOf(server)
	if err != nil {
		return network.Identity{}, err
	}
	handle = strings.TrimPrefix(strings.TrimSpace(handle), "@")
	create, err := procedure("com.atproto.server.createSession", map[string]string{"identifier": handle, "password": password})
	if err != nil {
		return network.Identity{}, err
	}
	var given tokens
	if err := c.ask(ctx, server, nil, create, &given); err != nil {
		return network.Identity{}, err
	}
	s, err := given.secret()
	if err != nil {
		return network.Identity{}, err
	}
	home, err := c.homeOf(ctx, given.DID)
	if err != nil {
		return network.Identity{}, err
	}
	return c.identify(ctx, home, given.DID, &session{secret: s})
}

// refreshSession changes the session of an app password for a new one. Each lets itself be refreshed, so it does not end.
func (c *Connector) refreshSession(ctx context.Context, a network.Access, s *session) (network.Secret, error) {
	refresh := &session{secret: secret{Access: s.Refresh}}
	var given tokens
	if err := c.ask(ctx, a.Server, refresh, call{method: http.MethodPost, name: "com.atproto.server.refreshSession"}, &given); err != nil {
		return network.Secret{}, err
	}
	renewed, err := given.secret()
	if err != nil {
		return network.Secret{}, err
	}
	return renewed.sealed()
}

// endSession ends the session, so that it can no longer be refreshed.
func (c *Connector) endSession(ctx context.Context, a network.Access, s *session) error {
	refresh := &session{secret: secret{Access: s.Refresh}}
	return c.ask(ctx, a.Server, refresh, call{method: http.MethodPost, name: "com.atproto.server.deleteSession"}, nil)
}

// expiry reads when a session's token ends. It is the server's own token, come from the server, so its signature is not
// ours to check; one that is no JWT does not tell.
func expiry(token string) time.Time {
	parts := strings.Split(token, ".")
	if len(parts) != 3 {
		return time.Time{}
	}
	payload, err := base64.RawURLEncoding.DecodeString(parts[1])
	var said struct {
		Expires int64 `json:"exp"`
	}
	if err != nil || json.Unmarshal(payload, &said) != nil || said.Expires == 0 {
		return time.Time{}
	}
	return time.Unix(said.Expires, 0).UTC()
}
