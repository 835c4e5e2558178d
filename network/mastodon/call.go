package mastodon

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"rostrum/network"
	"rostrum/network/reach"
)

// call is one request.
type call struct {
	method, path string     // the path with its query, below the server's address
	form         url.Values // what is sent, unless there is a body
	body         io.Reader
	kind         string // the media type of body
	token        string
	key          string // the idempotency key
}

// send gives the server's answer, whatever its status.
func (c *Connector) send(ctx context.Context, server string, q call) (*reach.Answer, error) {
	body, kind := q.body, q.kind
	if q.form != nil {
		body, kind = strings.NewReader(q.form.Encode()), "application/x-www-form-urlencoded"
	}
	req, err := http.NewRequestWithContext(ctx, q.method, strings.TrimSuffix(server, "/")+q.path, body)
	if err != nil {
		return nil, &network.Error{Kind: network.Refused, Said: "the server's address cannot be read", Err: err}
	}
	req.Header.Set("Accept", "application/json")
	for name, value := range map[string]string{"Content-Type": kind, "Idempotency-Key": q.key} {
		if value != "" {
			req.Header.Set(name, value)
		}
	}
	if q.token != "" {
		req.Header.Set("Authorization", "Bearer "+q.token)
	}
	return reach.Do(ctx, c.client, req)
}

// ask sends a request and reads the answer of a 200. Everything else is an error, also a 200 with an error inside.
func (c *Connector) ask(ctx context.Context, server string, q call, into any) error {
	a, err := c.send(ctx, server, q)
	if err != nil {
		return err
	}
	return read(a, into)
}

func read(a *reach.Answer, into any) error {
	if a.Status != http.StatusOK {
		return judge(a)
	}
	if said := words(a); said != "" {
		return &network.Error{Kind: network.Unknown, Said: said}
	}
	if err := a.JSON(into); err != nil {
		return &network.Error{Kind: network.Unknown, Said: "the answer cannot be read", Err: err}
	}
	return nil
}

// judge tells what an answer other than 200 means. Mastodon says 403 where a login is disabled or may not do this: both
// need somebody to connect again. A 403 in other than Mastodon's form comes from something before it and is about this request alone.
func judge(a *reach.Answer) *network.Error {
	said := words(a)
	e := reach.Judge(a, said, time.Now())
	if a.Status == http.StatusForbidden && said != "" {
		e.Kind = network.SignedOut
	}
	return e
}

// words gives what the server says of a failure.
func words(a *reach.Answer) string {
	var said struct {
		Error  any    `json:"error"` // text, but for servers that put more there
		Detail string `json:"error_description"`
	}
	if json.Unmarshal(a.Body, &said) != nil || said.Error == nil {
		return ""
	}
	if said.Detail != "" {
		return said.Detail
	}
	if text, ok := said.Error.(string); ok {
		return text
	}
	more, err := json.Marshal(said.Error)
	if err != nil {
		return ""
	}
	return string(more)
}
