package bluesky

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"rostrum/network"
	"rostrum/network/reach"
)

// call is one use of a server's procedure or query, by the names of the protocol's lexicons.
type call struct {
	method string
	name   string     // "com.atproto.repo.createRecord"
	query  url.Values // of a query
	kind   string     // the content type of the body, where there is one
	body   []byte
}

func query(name string, values url.Values) call {
	return call{method: http.MethodGet, name: name, query: values}
}

func procedure(name string, in any) (call, error) {
	body, err := json.Marshal(in)
	return call{method: http.MethodPost, name: name, kind: "application/json", body: body}, err
}

// ask makes a call that puts nothing before the public, so that its failure never leaves doubt about that.
func (c *Connector) ask(ctx context.Context, server string, as *session, what call, into any) error {
	return reach.Harmless(c.call(ctx, server, as, what, into))
}

// call sends a call, for nobody where as is nil, and reads what a success promises.
func (c *Connector) call(ctx context.Context, server string, as *session, what call, into any) error {
	a, err := c.send(ctx, server, as, what)
	if err == nil && as.wantsNonce(a) {
		a, err = c.send(ctx, server, as, what)
	}
	if err != nil {
		return err
	}
	if a.Status != http.StatusOK {
		return c.judge(a)
	}
	if into == nil {
		return nil
	}
	if err := a.JSON(into); err != nil {
		return &network.Error{Kind: network.Unknown, Said: "the server answered something else than was asked", Err: err}
	}
	if p := problemOf(a.Body); p.Name != "" {
		return &network.Error{Kind: network.Unknown, Said: p.Error(), Err: p}
	}
	return nil
}

func (c *Connector) send(ctx context.Context, server string, as *session, what call) (*reach.Answer, error) {
	address := server + "/xrpc/" + what.name
	if len(what.query) > 0 {
		address += "?" + what.query.Encode()
	}
	req, err := http.NewRequestWithContext(ctx, what.method, address, bytes.NewReader(what.body))
	if err != nil {
		return nil, &network.Error{Kind: network.Refused, Said: "this is not the address of a server", Err: err}
	}
	if what.kind != "" {
		req.Header.Set("Content-Type", what.kind)
	}
	if err := as.sign(req, c.now()); err != nil {
		return nil, &network.Error{Kind: network.SignedOut, Said: "the secret cannot be used", Err: err}
	}
	return reach.Do(ctx, c.client, req)
}

// problem is how servers of the protocol, and of OAuth, name what went wrong.
type problem struct {
	Name        string `json:"error"`
	Message     string `json:"message"`
	Description string `json:"error_description"`
}

func (p problem) Error() string {
	said := p.Name
	if words := p.Message + p.Description; words != "" {
		said = strings.TrimPrefix(said+": "+words, ": ")
	}
	return said
}

func problemOf(body []byte) problem {
	var p problem
	if json.Unmarshal(body, &p) != nil {
		return problem{} // a page of a proxy, a list, anything: it names no problem
	}
	return p
}

// signedOut are the names by which servers say that the secret is not taken, whatever the status.
var signedOut = []string{
	"ExpiredToken", "InvalidToken", "AuthMissing", "AuthenticationRequired",
	"AccountTakedown", "AccountSuspended", "AccountDeactivated",
	"invalid_grant", "invalid_token", "invalid_client", "unauthorized_client",
}

// judge makes the failure of an answer. Its Err is the problem that the server named.
func (c *Connector) judge(a *reach.Answer) error {
	p := problemOf(a.Body)
	e := reach.Judge(a, p.Error(), c.now())
	if p.Name != "" {
		e.Err = p
	}
	if a.Status < http.StatusInternalServerError && slices.Contains(signedOut, p.Name) {
		e.Kind = network.SignedOut
	}
	return e
}

// serverOf completes the address of a server as people type it and leaves only scheme and host.
func serverOf(typed string) (string, error) {
	typed = strings.TrimSpace(typed)
	if typed == "" {
		typed = Home
	}
	if !strings.Contains(typed, "://") {
		typed = "https://" + typed
	}
	u, err := url.Parse(typed)
	if err != nil || u.Host == "" || u.User != nil || u.Scheme != "https" && u.Scheme != "http" {
		return "", &network.Error{Kind: network.Refused, Said: "this is not the address of a server", Err: err}
	}
	return u.Scheme + "://" + strings.ToLower(u.Host), nil
}
