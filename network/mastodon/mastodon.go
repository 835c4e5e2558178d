// Package mastodon owns the connector to servers that speak Mastodon's API: Mastodon itself, GoToSocial, Pleroma, snac and
// others. It asks each server how long a post may be and does without what a server lacks. It refuses passwords, posts
// that are not public, and to believe that a server honours the idempotency key: only Mastodon does, and for an hour,
// so that Find looks before anything is sent again.
//
// The API: https://docs.joinmastodon.org/methods/.
package mastodon

import (
	"context"
	"net/http"

	"rostrum/network"
)

// Connector speaks to any number of servers.
type Connector struct{ client *http.Client }

var _ network.Network = (*Connector)(nil)

// New makes a connector that uses a client such as reach.Client makes: one that repeats nothing by itself.
func New(client *http.Client) *Connector { return &Connector{client} }

// Profile tells what holds on Mastodon itself; servers may allow longer posts, see [network.Identity.Length].
func (c *Connector) Profile() network.Profile {
	return network.Profile{
		ID: "mastodon", Name: "Mastodon",
		Length: 500, Count: Count,
		Images: 4, ImageMax: 8 << 20, AltMax: 1500,
		Edits: true, Servers: true, Home: "https://mastodon.social",
	}
}

// SignIn is not there: Mastodon has no passwords for applications.
func (c *Connector) SignIn(context.Context, string, string, string) (network.Identity, error) {
	return network.Identity{}, &network.Error{Kind: network.Unsupported, Said: "accounts are connected in the browser"}
}
