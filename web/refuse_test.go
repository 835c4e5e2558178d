package web

import (
	"net/http/httptest"
	"strings"
	"testing"

	"rostrum/fault"
)

// TestWhatFailedCanBeTriedAgain: where another try may help, the page offers it; where it cannot, it leads to the start.
func TestWhatFailedCanBeTriedAgain(t *testing.T) {
	r := newRoom(t)
	for _, c := range []struct {
		code fault.Code
		href string
	}{{fault.Unavailable, `href="/handbook?q=a"`}, {fault.TooMany, `href="/handbook?q=a"`}, {fault.Broken, `href="/handbook?q=a"`}, {fault.NotFound, `href="/"`}} {
		answer := httptest.NewRecorder()
		r.visit(route{"/", anyone, func(*visit) error { return fault.New(c.code, "What is wrong.", "Kas ne taip.") }}).
			ServeHTTP(answer, httptest.NewRequest("GET", "/handbook?q=a", nil))
		if page := answer.Body.String(); !strings.Contains(page, `class="btn btn-primary" `+c.href) {
			t.Errorf("%s does not lead on to %s", c.code, c.href)
		}
	}
}
