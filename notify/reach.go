package notify

import (
	"net"
	"net/http"
	"time"

	"code.dny.dev/ssrf"
)

// patience is how long the other side may take for one attempt.
const patience = 15 * time.Second

// client makes an HTTP client for an address that somebody typed in. It follows no redirect and goes through no proxy.
// Unless private is allowed it connects only to public addresses, and looks at the address that it connects to, so
// that no name can lead elsewhere after it was checked.
func client(private bool) *http.Client {
	dialer := &net.Dialer{Timeout: patience}
	if !private {
		dialer.Control = ssrf.New(ssrf.WithAnyPort()).Safe
	}
	return &http.Client{
		Timeout: patience,
		Transport: &http.Transport{
			DialContext:            dialer.DialContext,
			TLSHandshakeTimeout:    patience,
			MaxResponseHeaderBytes: 64 << 10,
			DisableKeepAlives:      true,
		},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}
