package reach

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptrace"
	"net/url"
	"sync/atomic"

	"code.dny.dev/ssrf"

	"rostrum/network"
)

// MaxAnswer is the longest answer that is read, in bytes.
const MaxAnswer = 4 << 20

// Answer is what a server said.
type Answer struct {
	Status int
	Header http.Header
	Body   []byte
}

// JSON reads the body into a value. An answer that is something else is an error without a kind.
func (a *Answer) JSON(into any) error {
	if err := json.Unmarshal(a.Body, into); err != nil {
		return fmt.Errorf("the answer is not the JSON that was promised: %w", err)
	}
	return nil
}

// Do sends a request once and reads the answer, whatever its status. The error is a *network.Error: Away where nothing
// can have become of the request, because no connection came about or the request broke off before its end; Refused where
// we may not connect to that address; Unknown where the request may have been read and no whole answer came back.
func Do(ctx context.Context, client *http.Client, req *http.Request) (*Answer, error) {
	way := &way{}
	if req.Header.Get("User-Agent") == "" {
		req.Header.Set("User-Agent", "Rostrum")
	}
	res, err := client.Do(req.WithContext(httptrace.WithClientTrace(ctx, way.trace())))
	if err != nil {
		return nil, way.explain(err)
	}
	defer func() { _ = res.Body.Close() }()
	a := &Answer{Status: res.StatusCode, Header: res.Header}
	a.Body, err = io.ReadAll(io.LimitReader(res.Body, MaxAnswer+1))
	switch {
	case err != nil && a.Status < 400:
		return nil, &network.Error{Kind: network.Unknown, Said: "the answer broke off: " + line(plain(err).Error()), Err: err}
	case len(a.Body) > MaxAnswer:
		return nil, &network.Error{Kind: network.Unknown, Said: "the answer is too long"}
	}
	return a, nil
}

// way notes how far a request came.
type way struct {
	connected atomic.Bool // a connection stood, so that bytes may have left
	broken    atomic.Bool // writing failed before the last byte was handed over
}

func (w *way) trace() *httptrace.ClientTrace {
	return &httptrace.ClientTrace{
		GotConn: func(httptrace.GotConnInfo) { w.connected.Store(true) },
		WroteRequest: func(info httptrace.WroteRequestInfo) {
			if info.Err != nil {
				w.broken.Store(true)
			}
		},
	}
}

func (w *way) explain(err error) error {
	e := &network.Error{Kind: network.Unknown, Said: line(plain(err).Error()), Err: plain(err)}
	switch {
	case errors.Is(err, errPlain), prohibited(err):
		e.Kind = network.Refused
	case !w.connected.Load(), w.broken.Load():
		e.Kind = network.Away
	}
	return e
}

func prohibited(err error) bool {
	return errors.Is(err, ssrf.ErrProhibitedIP) || errors.Is(err, ssrf.ErrProhibitedPort) || errors.Is(err, ssrf.ErrProhibitedNetwork)
}

// plain takes the address off an error: it may hold a secret.
func plain(err error) error {
	if u, ok := errors.AsType[*url.Error](err); ok {
		return u.Err
	}
	return err
}
