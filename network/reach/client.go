// Package reach owns how connectors speak HTTP to servers that somebody named: only public addresses unless the operator
// allows others, no redirects, no proxy, bounded answers, and failures that tell what surely did not happen from what may
// have. It refuses to send anything twice, to know any network's API, and to keep connections: over one that was used
// before, Go repeats requests by itself.
package reach

import (
	"errors"
	"net"
	"net/http"
	"time"

	"code.dny.dev/ssrf"
)

// Patience is the longest that one exchange may take; contexts may end it sooner. It is enough to bring a picture over a slow line.
const Patience = 90 * time.Second

const connectPatience = 15 * time.Second

// errPlain is a plain http address where only https is allowed.
var errPlain = errors.New("the address begins with http:// and not with https://")

// Client makes an HTTP client for servers that people name. With private it also connects to addresses of our own network
// and over plain http, which is the operator's to allow and never a page's. Otherwise it looks at the very address that it
// connects to, so that no name can lead elsewhere after it was checked.
func Client(private bool) *http.Client {
	dialer := &net.Dialer{Timeout: connectPatience}
	if !private {
		dialer.Control = ssrf.New(ssrf.WithAnyPort()).Safe
	}
	var transport http.RoundTripper = &http.Transport{
		DialContext:            dialer.DialContext,
		TLSHandshakeTimeout:    connectPatience,
		MaxResponseHeaderBytes: 64 << 10,
		DisableKeepAlives:      true,
	}
	if !private {
		transport = encrypted{transport}
	}
	return &http.Client{
		Timeout:       Patience,
		Transport:     transport,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}

// encrypted lets only https through.
type encrypted struct{ next http.RoundTripper }

func (e encrypted) RoundTrip(req *http.Request) (*http.Response, error) {
	if req.URL.Scheme != "https" {
		return nil, errPlain
	}
	return e.next.RoundTrip(req)
}
