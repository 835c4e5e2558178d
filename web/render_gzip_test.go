package web

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"rostrum/staff"
)

// raw sends a request as it is and gives the answer as it came.
func (b *browser) raw(method, path, form string) (*http.Response, []byte) {
	b.room.t.Helper()
	request, err := http.NewRequest(method, b.room.http.URL+path, strings.NewReader(form))
	b.room.must(err)
	request.Header.Set("Accept-Encoding", "gzip") // set by hand, so that the client leaves the answer alone
	request.Header.Set("Sec-Fetch-Site", "same-origin")
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	answer, err := b.http.Do(request)
	b.room.must(err)
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	b.room.must(err)
	return answer, body
}

func TestPagesAreCompressedButForThoseWithSecrets(t *testing.T) {
	r := newRoom(t)
	b := r.browser(r.person("Milda Mildaitė", staff.Administrator))
	answer, body := b.raw(http.MethodGet, "/handbook", "")
	if answer.Header.Get("Content-Encoding") != "gzip" || !strings.Contains(answer.Header.Get("Vary"), "Accept-Encoding") {
		t.Fatalf("the handbook comes with %v", answer.Header)
	}
	z, err := gzip.NewReader(strings.NewReader(string(body)))
	r.must(err)
	page, err := io.ReadAll(z)
	r.must(err)
	if _, plain := b.get("/handbook"); string(page) != plain || len(body)*2 > len(page) {
		t.Errorf("%d bytes were made of %d", len(body), len(page))
	}
	answer, body = b.raw(http.MethodPost, "/account/tokens", url.Values{"name": {"pull"}, "scopes": {"policy:read"}, "days": {"30"}}.Encode())
	if answer.StatusCode != http.StatusOK || answer.Header.Get("Content-Encoding") != "" || !strings.Contains(string(body), "</html>") {
		t.Errorf("a new token comes with %d %v", answer.StatusCode, answer.Header)
	}
}

func TestPersonWhoSendsTooMuchIsAskedToWait(t *testing.T) {
	r := newRoom(t)
	jonas, rasa := r.browser(r.person("Jonas Jonaitis")), r.browser(r.person("Rasa Rasaitė"))
	refused := 0
	for range ownAtOnce + 3 {
		if status, _ := jonas.post("/account/devices", url.Values{"device": {"none"}}); status == http.StatusTooManyRequests {
			refused++
		}
	}
	if refused != 3 {
		t.Errorf("%d forms were refused, want 3", refused)
	}
	if status, _ := rasa.post("/account/devices", url.Values{"device": {"none"}}); status != http.StatusOK {
		t.Errorf("another person is refused: %d", status)
	}
	r.now = r.now.Add(time.Minute)
	if status, _ := jonas.post("/account/devices", url.Values{"device": {"none"}}); status != http.StatusOK {
		t.Errorf("a minute later: %d", status)
	}
}
