package bluesky

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"time"

	"github.com/go-jose/go-jose/v4"
)

// proof is what a proof of possession says (RFC 9449, section 4.2).
type proof struct {
	ID     string `json:"jti"`
	Method string `json:"htm"`
	Target string `json:"htu"`
	Issued int64  `json:"iat"`
	Nonce  string `json:"nonce,omitempty"`
	Access string `json:"ath,omitempty"` // the hash of the access token that comes along
}

// prove makes the proof that we hold the key, good for one request.
func prove(key jose.JSONWebKey, req *http.Request, nonce, access string, now time.Time) (string, error) {
	target := *req.URL
	target.RawQuery, target.Fragment = "", ""
	said := proof{ID: rand.Text(), Method: req.Method, Target: target.String(), Issued: now.Unix(), Nonce: nonce}
	if access != "" {
		hash := sha256.Sum256([]byte(access))
		said.Access = base64.RawURLEncoding.EncodeToString(hash[:])
	}
	return signed(key, (&jose.SignerOptions{EmbedJWK: true}).WithType("dpop+jwt"), said)
}
