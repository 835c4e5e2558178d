package bluesky

import (
	"encoding/json"
	"net/http"
	"strings"
	"time"

	"github.com/go-jose/go-jose/v4"

	"rostrum/network"
	"rostrum/network/reach"
)

// secret is what lets us act for an account, as it is kept sealed.
type secret struct {
	Access  string    `json:"access"`
	Refresh string    `json:"refresh"`
	Expires time.Time `json:"expires"`
	Grant   *grant    `json:"grant,omitempty"` // nil: the session of an app password
}

// grant is what belongs to a session of OAuth.
type grant struct {
	Client string          `json:"client"`
	Issuer string          `json:"issuer"`
	Token  string          `json:"token"`            // the address that gives tokens
	Revoke string          `json:"revoke,omitempty"` // the address that takes them back
	Key    jose.JSONWebKey `json:"key"`              // private; tokens are bound to it
	Ends   time.Time       `json:"ends"`             // zero: as long as it is refreshed
}

func (s secret) sealed() (network.Secret, error) {
	bytes, err := json.Marshal(s)
	if err != nil {
		return network.Secret{}, &network.Error{Kind: network.SignedOut, Said: "the secret cannot be kept", Err: err}
	}
	out := network.Secret{Bytes: bytes, Expires: s.Expires}
	if s.Grant != nil {
		out.Ends = s.Grant.Ends
	}
	return out, nil
}

// session is a secret in use, for one verb of the connector.
type session struct {
	secret
	nonce string // the server's, once it has told one
}

func sessionOf(a network.Access) (*session, error) {
	s := &session{}
	if err := json.Unmarshal(a.Secret, &s.secret); err != nil || s.Access == "" {
		return nil, &network.Error{Kind: network.SignedOut, Said: "the secret cannot be read", Err: err}
	}
	return s, nil
}

// sign lets a request speak for the account; a nil session signs nothing.
func (s *session) sign(req *http.Request, now time.Time) error {
	if s == nil {
		return nil
	}
	if s.Grant == nil {
		req.Header.Set("Authorization", "Bearer "+s.Access)
		return nil
	}
	proof, err := prove(s.Grant.Key, req, s.nonce, s.Access, now)
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "DPoP "+s.Access)
	req.Header.Set("DPoP", proof)
	return nil
}

// wantsNonce tells whether the server refused the request unread because the proof lacks its newest nonce.
func (s *session) wantsNonce(a *reach.Answer) bool {
	if s == nil || s.Grant == nil {
		return false
	}
	nonce := a.Header.Get("DPoP-Nonce")
	if nonce == "" || nonce == s.nonce {
		return false
	}
	s.nonce = nonce
	return a.Status == http.StatusUnauthorized && strings.Contains(a.Header.Get("WWW-Authenticate"), `error="use_dpop_nonce"`)
}
