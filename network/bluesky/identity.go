package bluesky

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"regexp"
	"strings"

	"rostrum/network"
	"rostrum/network/reach"
)

// aDID is an identity as the AT Protocol has them; nothing else is ever put into an address.
var aDID = regexp.MustCompile(`^did:(plc:[a-z2-7]{24}|web:[a-z0-9-]+(\.[a-z0-9-]+)+)$`)

// badHandle is what servers show instead of a handle that does not lead back to its account.
const badHandle = "handle.invalid"

// get reads a public document. It changes nothing anywhere.
func (c *Connector) get(ctx context.Context, address string, into any) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return &network.Error{Kind: network.Refused, Said: "this is not the address of a server", Err: err}
	}
	a, err := reach.Do(ctx, c.client, req)
	if err != nil {
		return reach.Harmless(err)
	}
	if a.Status != http.StatusOK {
		return reach.Harmless(c.judge(a))
	}
	if err := a.JSON(into); err != nil {
		return &network.Error{Kind: network.Away, Said: "the server answered something else than was asked", Err: err}
	}
	return nil
}

// homeOf asks the directory, or the domain of a did:web, which server keeps an identity's records.
func (c *Connector) homeOf(ctx context.Context, did string) (string, error) {
	if !aDID.MatchString(did) {
		return "", &network.Error{Kind: network.Refused, Said: "the server named an account that cannot be: " + did}
	}
	address := c.directory + "/" + did
	if domain, ok := strings.CutPrefix(did, "did:web:"); ok {
		address = "https://" + domain + "/.well-known/did.json"
	}
	var document struct {
		ID      string
		Service []struct {
			ID, Type string
			Endpoint json.RawMessage `json:"serviceEndpoint"` // of other services it may be more than an address
		}
	}
	if err := c.get(ctx, address, &document); err != nil {
		return "", err
	}
	for _, s := range document.Service {
		var endpoint string
		if strings.HasSuffix(s.ID, "#atproto_pds") && s.Type == "AtprotoPersonalDataServer" &&
			document.ID == did && json.Unmarshal(s.Endpoint, &endpoint) == nil {
			return serverOf(endpoint)
		}
	}
	return "", &network.Error{Kind: network.Refused, Said: "the directory names no server for the account"}
}

// identify asks the account's own server whom the session belongs to, which must be the one we expect.
func (c *Connector) identify(ctx context.Context, server, did string, s *session) (network.Identity, error) {
	var who struct {
		DID, Handle, Status string
		Active              *bool
	}
	if err := c.ask(ctx, server, s, query("com.atproto.server.getSession", nil), &who); err != nil {
		return network.Identity{}, err
	}
	switch {
	case who.DID == "":
		return network.Identity{}, &network.Error{Kind: network.Away, Said: "the server answered without an account"}
	case who.DID != did:
		return network.Identity{}, &network.Error{Kind: network.SignedOut, Said: "the secret belongs to another account: " + who.DID}
	case who.Active != nil && !*who.Active:
		return network.Identity{}, &network.Error{Kind: network.SignedOut, Said: "the account is not active: " + who.Status}
	}
	kept, err := s.sealed()
	if err != nil {
		return network.Identity{}, err
	}
	return network.Identity{
		ID: did, Handle: who.Handle, Name: c.nameOf(ctx, server, did, who.Handle), Server: server, Secret: kept,
	}, nil
}

// nameOf reads the name that the account shows, which is its handle where it has none or cannot be read now.
func (c *Connector) nameOf(ctx context.Context, server, did, handle string) string {
	var profile struct {
		Value struct {
			Name string `json:"displayName"`
		}
	}
	err := c.ask(ctx, server, nil, query("com.atproto.repo.getRecord", url.Values{
		"repo": {did}, "collection": {"app.bsky.actor.profile"}, "rkey": {"self"},
	}), &profile)
	if name := strings.TrimSpace(profile.Value.Name); err == nil && name != "" {
		return name
	}
	return handle
}

// Look asks the account's server whom the secret belongs to.
func (c *Connector) Look(ctx context.Context, a network.Access) (network.Identity, error) {
	s, err := sessionOf(a)
	if err != nil {
		return network.Identity{}, err
	}
	return c.identify(ctx, a.Server, a.ID, s)
}

// Refresh asks for new tokens; those before no longer count.
func (c *Connector) Refresh(ctx context.Context, a network.Access) (network.Secret, error) {
	s, err := sessionOf(a)
	if err != nil {
		return network.Secret{}, err
	}
	if s.Grant == nil {
		return c.refreshSession(ctx, a, s)
	}
	return c.refreshGrant(ctx, a, s)
}

// Revoke ends the session at the server. One that has ended already is no fault. Of an app password the last token stays
// good until it expires, at most two hours later, and the password itself is taken back where it was made.
func (c *Connector) Revoke(ctx context.Context, a network.Access) error {
	s, err := sessionOf(a)
	if err != nil {
		return err
	}
	if s.Grant == nil {
		err = c.endSession(ctx, a, s)
	} else {
		err = c.revokeGrant(ctx, s)
	}
	if err != nil && network.KindOf(err) == network.SignedOut {
		return nil
	}
	return err
}
