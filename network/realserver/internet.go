package realserver

import (
	"fmt"
	"net/http"
	"strings"
)

// internet is all that the client of a PDS can reach: what is on this machine, the server's public name and its handles,
// and the directory. Whatever else a test asks for is refused, so that none leaves the machine.
type internet struct {
	pds, directory string // host:port
	next           http.RoundTripper
}

// RoundTrip leads https to the servers of the test, which speak http.
func (i internet) RoundTrip(r *http.Request) (*http.Response, error) {
	name, to := r.URL.Hostname(), ""
	switch {
	case name == "plc.directory":
		to = i.directory
	case strings.HasSuffix(name, ".test"):
		to = i.pds
	case name == "localhost" || name == "127.0.0.1":
		return i.next.RoundTrip(r)
	default:
		return nil, fmt.Errorf("%s is not on the Internet of this test", name)
	}
	led := r.Clone(r.Context())
	led.Host = r.URL.Host
	led.URL.Scheme, led.URL.Host = "http", to
	return i.next.RoundTrip(led)
}

// loopback reaches this machine's servers, with a connection for each request: snac closes them unasked.
func loopback() http.RoundTripper { return &http.Transport{DisableKeepAlives: true} }
