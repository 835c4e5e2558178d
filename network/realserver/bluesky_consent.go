package realserver

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/url"
	"testing"
)

// Approve plays the owner of an account at the page of the authorization server: opens it, signs in, agrees. It returns
// the address that the browser would be sent back to, with code, state and iss, and does not open it. The password is
// the account's own; an application's is refused there.
func (b *Bluesky) Approve(t testing.TB, authorizeURL, handle, password string) (callbackURL string) {
	t.Helper()
	page := &consentPage{server: b.process, t: t, address: authorizeURL, cookies: map[string]string{}}
	if answer, body := page.open(authorizeURL, "none"); answer.StatusCode != http.StatusOK {
		t.Fatalf("the authorization page answered %s: %s", answer.Status, body)
	}
	var signedIn struct {
		Account        struct{ Sub string }
		EphemeralToken string
	}
	page.call("/sign-in", "", map[string]any{"locale": "en", "username": handle, "password": password, "remember": false}, &signedIn)
	var agreed struct{ URL string }
	page.call("/consent", signedIn.EphemeralToken, map[string]any{"sub": signedIn.Account.Sub}, &agreed)
	answer, body := page.open(agreed.URL, "same-origin")
	if answer.StatusCode != http.StatusSeeOther {
		t.Fatalf("the way back from the authorization page answered %s: %s", answer.Status, body)
	}
	return answer.Header.Get("Location")
}

// consentPage is the browser's side of the page. The server wants to see the headers by which browsers say where a
// request comes from, and its cookies back although one of them is meant for https alone.
type consentPage struct {
	server  *process
	t       testing.TB
	address string
	cookies map[string]string
}

// open goes to an address as a browser window does, from a site that is "none" or "same-origin".
func (p *consentPage) open(address, from string) (*http.Response, []byte) {
	p.t.Helper()
	request, err := http.NewRequestWithContext(p.t.Context(), http.MethodGet, address, nil)
	if err != nil {
		p.t.Fatal(err)
	}
	request.Header.Set("Sec-Fetch-Mode", "navigate")
	request.Header.Set("Sec-Fetch-Dest", "document")
	if from != "none" {
		request.Header.Set("Referer", p.address)
	}
	return p.send(request, from)
}

// call uses what the script of the page uses. The token stands for having signed in just now.
func (p *consentPage) call(name, token string, in, out any) {
	p.t.Helper()
	body, err := json.Marshal(in)
	if err != nil {
		p.t.Fatal(err)
	}
	address, err := url.Parse(p.address)
	if err != nil {
		p.t.Fatal(err)
	}
	origin := address.Scheme + "://" + address.Host
	request, err := http.NewRequestWithContext(p.t.Context(), http.MethodPost, origin+"/@atproto/oauth-provider/~api"+name, bytes.NewReader(body))
	if err != nil {
		p.t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Sec-Fetch-Mode", "same-origin")
	request.Header.Set("Origin", origin)
	request.Header.Set("Referer", p.address)
	request.Header.Set("X-CSRF-Token", p.cookies["csrf-token"])
	if token != "" {
		request.Header.Set("Authorization", "Bearer "+token)
	}
	answer, said := p.send(request, "same-origin")
	if answer.StatusCode != http.StatusOK {
		p.t.Fatalf("%s of the authorization page answered %s: %s", name, answer.Status, said)
	}
	decode(p.t, said, out)
}

func (p *consentPage) send(request *http.Request, from string) (*http.Response, []byte) {
	p.t.Helper()
	request.Header.Set("Sec-Fetch-Site", from)
	for name, value := range p.cookies {
		request.AddCookie(&http.Cookie{Name: name, Value: value})
	}
	answer, body := p.server.exchange(p.t, request)
	for _, c := range answer.Cookies() {
		p.cookies[c.Name] = c.Value
	}
	return answer, body
}
