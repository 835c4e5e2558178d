// Package bluesky posts to Bluesky: to any PDS, the server that keeps an account's records in the AT Protocol. It owns the
// ways in (OAuth with PAR, PKCE and DPoP, or an app password), the record of a post with its facets, and what the
// server's answers mean. It refuses edits, which Bluesky has none of, and to believe a server about an account before
// the directory of identities names that server.
//
// Tried against the real PDS (0.4.217) and its directory: OAuth as a program of this machine and as a public one with and
// without a key of its own, app passwords, refreshing, ending, posts with everything in them, threads, deletion, limits, and
// a server that dies in the middle. Tried against stand-ins alone: an entryway before the PDS such as bsky.social,
// identities of the kind did:web, tokens that expired, and answers that no healthy server gives.
package bluesky

import (
	"net/http"
	"strings"
	"time"

	"github.com/go-jose/go-jose/v4"
	"github.com/rivo/uniseg"

	"rostrum/network"
)

// Home is where most accounts are.
const Home = "https://bsky.social"

// What app.bsky.feed.post and app.bsky.embed.images allow.
const (
	maxGraphemes  = 300
	maxBytes      = 3000
	maxImages     = 4
	maxImageBytes = 1_000_000
	maxAlt        = 2000 // characters; the app's limit, the record has none
)

const publicDirectory = "https://plc.directory"

// Options are what differs between installations.
type Options struct {
	Directory string           // where did:plc identities are looked up; empty: the public directory
	Now       func() time.Time // empty: time.Now
	// Seed is a secret of the installation that stays the same, from which this Rostrum's key for authorization servers
	// is made. With a key, sessions last as long as they are refreshed; without, two weeks. Another seed ends them.
	Seed []byte
}

// Connector is the network.Network of Bluesky.
type Connector struct {
	client    *http.Client
	directory string
	now       func() time.Time
	key       *jose.JSONWebKey // nil: none
}

var _ network.Network = (*Connector)(nil)

// New makes a connector that uses a client such as reach.Client makes: one that repeats nothing by itself. It fails only
// where no key can be made.
func New(client *http.Client, o Options) (*Connector, error) {
	key, err := clientKey(o.Seed)
	if err != nil {
		return nil, err
	}
	c := &Connector{client: client, directory: strings.TrimRight(o.Directory, "/"), now: o.Now, key: key}
	if c.directory == "" {
		c.directory = publicDirectory
	}
	if c.now == nil {
		c.now = time.Now
	}
	return c, nil
}

// Profile says what is particular about Bluesky. Length counts graphemes, what people see as one character.
func (c *Connector) Profile() network.Profile {
	return network.Profile{
		ID: "bluesky", Name: "Bluesky",
		Length: maxGraphemes, Count: uniseg.GraphemeClusterCount,
		Images: maxImages, ImageMax: maxImageBytes, AltMax: maxAlt,
		Chosen: true, Password: true, Servers: true, Home: Home,
	}
}
