package simulator

import (
	"context"
	"strings"

	"rostrum/network"
	"rostrum/network/mastodon"
	"rostrum/network/reach"
)

// connector is Mastodon's, for this one server.
type connector struct {
	*mastodon.Connector
	address string
}

// Connector makes the connector to the simulator at an address, which may be on this machine and without https. It goes to
// no other server, whatever people type.
func Connector(address string) network.Network {
	return connector{mastodon.New(reach.Client(true)), strings.TrimRight(address, "/")}
}

// Profile tells what the simulator has, which is what Mastodon has, and that a key makes one post for good.
func (c connector) Profile() network.Profile {
	p := c.Connector.Profile()
	p.ID, p.Name = "simulator", "Simulator"
	p.Chosen, p.Servers, p.Home = true, false, c.address
	return p
}

// Begin starts at the simulator.
func (c connector) Begin(ctx context.Context, _, redirect string) (network.Start, error) {
	return c.Connector.Begin(ctx, c.address, redirect)
}
