package simulator

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"net/http"
	"strings"
	"time"

	"rostrum/network"
	"rostrum/network/mastodon"
)

// app is an application that registered itself.
type app struct {
	ID        string   `json:"id"`
	Key       string   `json:"key"`
	Name      string   `json:"name"`
	Redirects []string `json:"redirects"`
}

// code is what the browser brings back to the application; it is good once and for ten minutes.
type code struct {
	app, account, redirect, challenge string
	ends                              time.Time
}

const codeLife = 10 * time.Minute

// grant is a token.
type grant struct {
	Token   string    `json:"token"`
	Account string    `json:"account"`
	App     string    `json:"app,omitempty"`
	Renew   string    `json:"renew,omitempty"` // the token that another is had for
	Ends    time.Time `json:"ends,omitzero"`
}

// addApp answers POST /api/v1/apps.
func (s *Simulator) addApp(r *http.Request) reply {
	a := app{ID: rand.Text(), Key: rand.Text(), Name: r.FormValue("client_name"), Redirects: strings.Fields(r.FormValue("redirect_uris"))}
	if a.Name == "" || len(a.Redirects) == 0 {
		return no(http.StatusUnprocessableEntity, "Validation failed: the application needs a name and a redirect address")
	}
	s.mu.Lock()
	err := s.change(entry{App: &a})
	s.mu.Unlock()
	return kept(err, map[string]any{"id": a.ID, "name": a.Name, "client_id": a.ID, "client_secret": a.Key, "redirect_uris": a.Redirects})
}

// giveToken answers POST /oauth/token (RFC 6749, 4.1.3 and 6; RFC 7636, 4.6).
func (s *Simulator) giveToken(r *http.Request) reply {
	_ = r.FormValue("") // reads the form before the lock
	s.mu.Lock()
	defer s.mu.Unlock()
	a, known := s.world.apps[r.FormValue("client_id")]
	if !known || a.Key != r.FormValue("client_secret") {
		return no(http.StatusUnauthorized, "invalid_client")
	}
	g := grant{Token: rand.Text(), App: a.ID}
	switch r.FormValue("grant_type") {
	case "authorization_code":
		c, known := s.codes[r.FormValue("code")]
		delete(s.codes, r.FormValue("code"))
		if !known || c.app != a.ID || c.redirect != r.FormValue("redirect_uri") || time.Now().After(c.ends) || !c.proved(r.FormValue("code_verifier")) {
			return no(http.StatusBadRequest, "invalid_grant")
		}
		g.Account = c.account
	case "refresh_token":
		old, known := s.world.renewable(r.FormValue("refresh_token"))
		if !known || old.App != a.ID {
			return no(http.StatusBadRequest, "invalid_grant")
		}
		g.Account = old.Account
		if err := s.change(entry{Ended: old.Token}); err != nil {
			return kept(err, nil)
		}
	default:
		return no(http.StatusBadRequest, "unsupported_grant_type")
	}
	given := map[string]any{"access_token": g.Token, "token_type": "Bearer", "scope": "read write", "created_at": time.Now().Unix()}
	if life := s.options.TokenLife; life > 0 {
		g.Renew, g.Ends = rand.Text(), time.Now().Add(life)
		given["refresh_token"], given["expires_in"] = g.Renew, int(life.Seconds())
	}
	return kept(s.change(entry{Grant: &g}), given)
}

func (c code) proved(verifier string) bool {
	sum := sha256.Sum256([]byte(verifier))
	return c.challenge == "" || c.challenge == base64.RawURLEncoding.EncodeToString(sum[:])
}

func (w *world) renewable(token string) (grant, bool) {
	for _, g := range w.grants {
		if token != "" && g.Renew == token {
			return g, true
		}
	}
	return grant{}, false
}

// endToken answers POST /oauth/revoke (RFC 7009): what is unknown is ended already.
func (s *Simulator) endToken(r *http.Request) reply {
	_ = r.FormValue("")
	s.mu.Lock()
	defer s.mu.Unlock()
	g, known := s.world.grants[r.FormValue("token")]
	if a := s.world.apps[g.App]; known && a.Key != r.FormValue("client_secret") {
		return no(http.StatusForbidden, "You are not authorized to revoke this token")
	}
	var err error
	if known {
		err = s.change(entry{Ended: g.Token})
	}
	return kept(err, map[string]any{})
}

// Connect gives what a browser would have brought: an account and a secret to act for it.
func (s *Simulator) Connect(name string) (network.Identity, error) {
	a, known := s.byName[name]
	if !known {
		return network.Identity{}, fmt.Errorf("simulator: no account %q", name)
	}
	g := grant{Token: rand.Text(), Account: name}
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.change(entry{Grant: &g}); err != nil {
		return network.Identity{}, err
	}
	return network.Identity{
		ID: idOf(name), Handle: "@" + name + "@" + domain, Name: a.Shown, Server: s.address.String(), Length: longest,
		Secret: network.Secret{Bytes: mastodon.SecretOf(g.Token)},
	}, nil
}
