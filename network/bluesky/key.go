package bluesky

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/go-jose/go-jose/v4"
)

// newKey makes the key to which one session's tokens are bound.
func newKey() (jose.JSONWebKey, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	return jose.JSONWebKey{Key: key, Algorithm: string(jose.ES256)}, err
}

// clientKey makes the key of this Rostrum from the installation's seed, the same at every start; none without a seed.
func clientKey(seed []byte) (*jose.JSONWebKey, error) {
	if len(seed) == 0 {
		return nil, nil
	}
	for try := range 8 { // one number in four thousand million is no key
		number, err := hkdf.Key(sha256.New, seed, nil, fmt.Sprintf("rostrum bluesky client %d", try), 32)
		if err != nil {
			return nil, err
		}
		key, err := ecdsa.ParseRawPrivateKey(elliptic.P256(), number)
		if err != nil {
			continue
		}
		client := &jose.JSONWebKey{Key: key, Algorithm: string(jose.ES256), Use: "sig"}
		thumb, err := client.Thumbprint(crypto.SHA256)
		client.KeyID = base64.RawURLEncoding.EncodeToString(thumb)
		return client, err
	}
	return nil, fmt.Errorf("bluesky: the seed gives no key")
}

// signed makes a JSON Web Token of the claims.
func signed(key jose.JSONWebKey, options *jose.SignerOptions, claims any) (string, error) {
	payload, err := json.Marshal(claims)
	if err != nil {
		return "", err
	}
	signer, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.ES256, Key: key}, options)
	if err != nil {
		return "", err
	}
	token, err := signer.Sign(payload)
	if err != nil {
		return "", err
	}
	return token.CompactSerialize()
}

// signs tells whether a client proves with our key that it is itself: one of this machine alone has no document in which
// others could find the key.
func (c *Connector) signs(client string) bool {
	return c.key != nil && strings.HasPrefix(client, "https://")
}

// vouch adds the proof that we are the client (RFC 7523), good for one request.
func (c *Connector) vouch(fields url.Values, g grant) error {
	if !c.signs(g.Client) {
		return nil
	}
	now := c.now()
	token, err := signed(*c.key, nil, map[string]any{
		"iss": g.Client, "sub": g.Client, "aud": g.Issuer, "jti": rand.Text(), "iat": now.Unix(), "exp": now.Add(time.Minute).Unix(),
	})
	fields.Set("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
	fields.Set("client_assertion", token)
	return err
}
