package bluesky

import (
	"encoding/json"
	"net/netip"
	"net/url"
	"strings"

	"github.com/go-jose/go-jose/v4"

	"rostrum/network"
)

// ClientPath is where a public server of Rostrum shows what Metadata gives. Authorization servers fetch it from there
// without signing in; the whole address is the client's id.
const ClientPath = "/bluesky/client-metadata.json"

// scope is what people are asked to allow: writing and deleting posts, and bringing their pictures; nothing else.
const scope = "atproto repo:app.bsky.feed.post blob:image/*"

// Metadata is the document that describes this Rostrum to authorization servers. It takes the address to which the
// browser comes back, the same that Begin is given.
func (c *Connector) Metadata(redirect string) ([]byte, error) {
	id, redirect, err := clientOf(redirect)
	if err != nil {
		return nil, err
	}
	document := map[string]any{
		"client_id":                  id,
		"client_name":                "Rostrum",
		"client_uri":                 strings.TrimSuffix(id, ClientPath),
		"redirect_uris":              []string{redirect},
		"scope":                      scope,
		"grant_types":                []string{"authorization_code", "refresh_token"},
		"response_types":             []string{"code"},
		"application_type":           "web",
		"token_endpoint_auth_method": "none",
		"dpop_bound_access_tokens":   true,
	}
	if c.signs(id) {
		document["token_endpoint_auth_method"] = "private_key_jwt"
		document["token_endpoint_auth_signing_alg"] = c.key.Algorithm
		document["jwks"] = jose.JSONWebKeySet{Keys: []jose.JSONWebKey{c.key.Public()}}
	}
	return json.MarshalIndent(document, "", "  ")
}

// clientOf gives the id of the client that comes back to an address, and that address as it must be written. A Rostrum
// on this machine alone has no document that others could fetch: its id says everything, and its name is 127.0.0.1.
func clientOf(redirect string) (id, back string, err error) {
	u, err := url.Parse(redirect)
	if err != nil || u.Host == "" {
		return "", "", &network.Error{Kind: network.Refused, Said: "this is not an address to come back to", Err: err}
	}
	host, ip := u.Hostname(), netip.Addr{}
	if host == "localhost" {
		host, u.Host = "127.0.0.1", strings.Replace(u.Host, "localhost", "127.0.0.1", 1)
	}
	if ip, err = netip.ParseAddr(host); err == nil && ip.IsLoopback() && u.Scheme == "http" {
		return "http://localhost?" + url.Values{"redirect_uri": {u.String()}, "scope": {scope}}.Encode(), u.String(), nil
	}
	if u.Scheme != "https" || err == nil {
		return "", "", &network.Error{
			Kind: network.Refused, Said: "Bluesky comes back only to a name with https, or to this machine; use an app password",
		}
	}
	return "https://" + u.Host + ClientPath, u.String(), nil
}
