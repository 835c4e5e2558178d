package realserver

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// Mastodon is a running snac, which speaks Mastodon's API without streaming, deletion and paging of an account's posts.
type Mastodon struct {
	*process
	URL    string // http://127.0.0.1:PORT
	folder string
}

// Snac starts a server without accounts.
func Snac(t testing.TB) *Mastodon {
	t.Helper()
	if _, err := exec.LookPath("snac"); err != nil {
		lacking(t, "snac, a server with Mastodon's API, is not installed")
	}
	folder, port := filepath.Join(t.TempDir(), "snac"), freePort(t)
	host := fmt.Sprintf("127.0.0.1:%d", port)
	init := exec.Command("snac", "init", folder)
	init.Stdin = strings.NewReader(fmt.Sprintf("127.0.0.1\n%d\n%s\n\n\n", port, host)) // address, port, host, prefix, e-mail
	if out, err := init.CombinedOutput(); err != nil {
		t.Fatalf("snac init: %v: %s", err, out)
	}
	speakHTTP(t, filepath.Join(folder, "server.json"))
	return &Mastodon{run(t, loopback(), "http://"+host+"/api/v1/instance", "snac", "httpd", folder), "http://" + host, folder}
}

// speakHTTP makes the server give addresses that begin with http: it asks no question about that.
func speakHTTP(t testing.TB, path string) {
	t.Helper()
	settings := map[string]any{}
	body, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	decode(t, body, &settings)
	settings["protocol"] = "http"
	if body, err = json.Marshal(settings); err == nil {
		err = os.WriteFile(path, body, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// Account creates an account; the name has letters, digits and underscores alone, and the handle is name@127.0.0.1:PORT.
func (m *Mastodon) Account(t testing.TB, name string) (handle, password string) {
	t.Helper()
	out, err := exec.Command("snac", "adduser", m.folder, name).CombinedOutput()
	said := regexp.MustCompile(`User password is (\S+)`).FindSubmatch(out)
	if err != nil || said == nil {
		t.Fatalf("snac adduser: %v: %s", err, out)
	}
	return name + "@" + strings.TrimPrefix(m.URL, "http://"), string(said[1])
}

// Approve plays the owner of an account at the server's page: opens it, fills in the form, sends it. It returns the
// address that the browser would be sent back to and does not open it. The server puts the state there unescaped.
func (m *Mastodon) Approve(t testing.TB, authorizeURL, handle, password string) (callbackURL string) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, authorizeURL, nil)
	if err != nil {
		t.Fatal(err)
	}
	action, fields := form(t, m.mustBeOK(t, request))
	name, _, _ := strings.Cut(handle, "@")
	fields.Set("login", name)
	fields.Set("passwd", password)
	answer, body := m.exchange(t, postForm(t, action, fields))
	if answer.StatusCode != http.StatusSeeOther {
		t.Fatalf("the sign-in page answered %s: %s", answer.Status, body)
	}
	return answer.Header.Get("Location")
}

// form reads where a page's form goes and what it holds already.
func form(t testing.TB, page []byte) (action string, fields url.Values) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(string(page)))
	if err != nil {
		t.Fatal(err)
	}
	fields = url.Values{}
	for node := range root.Descendants() {
		attributes := map[string]string{}
		for _, a := range node.Attr {
			attributes[a.Key] = a.Val
		}
		switch node.Data {
		case "form":
			action = attributes["action"]
		case "input":
			if attributes["name"] != "" {
				fields.Set(attributes["name"], attributes["value"])
			}
		}
	}
	if action == "" {
		t.Fatalf("no form is on the page: %s", page)
	}
	return action, fields
}

// Token registers an application, signs in as a browser would and returns a token that may read and write.
func (m *Mastodon) Token(t testing.TB, handle, password string) string {
	t.Helper()
	const back = "http://127.0.0.1/back" // nobody goes there
	var app struct {
		ID     string `json:"client_id"`
		Secret string `json:"client_secret"`
	}
	decode(t, m.mustBeOK(t, postForm(t, m.URL+"/api/v1/apps",
		url.Values{"client_name": {"Rostrum"}, "redirect_uris": {back}, "scopes": {"read write"}})), &app)
	callback, err := url.Parse(m.Approve(t, m.URL+"/oauth/authorize?"+url.Values{
		"client_id": {app.ID}, "redirect_uri": {back}, "response_type": {"code"}, "scope": {"read write"},
	}.Encode(), handle, password))
	if err != nil {
		t.Fatal(err)
	}
	var granted struct {
		Token string `json:"access_token"`
	}
	decode(t, m.mustBeOK(t, postForm(t, m.URL+"/oauth/token", url.Values{
		"grant_type": {"authorization_code"}, "code": {callback.Query().Get("code")}, "redirect_uri": {back},
		"client_id": {app.ID}, "client_secret": {app.Secret},
	})), &granted)
	return granted.Token
}

// Status is a post as the server shows it.
type Status struct {
	ID, URL, Visibility string
	Text                string // as it was written
	Content             string // as HTML
	Spoiler             string `json:"spoiler_text"`
	Language            string
	InReplyTo           string                              `json:"in_reply_to_id"`
	Media               []struct{ URL, Description string } `json:"media_attachments"`
}

// Statuses reads the home timeline of a token's owner, with the owner's own posts, the newest first.
func (m *Mastodon) Statuses(t testing.TB, token string) []Status {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, m.URL+"/api/v1/timelines/home?limit=50", nil)
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer "+token)
	var all []Status
	decode(t, m.mustBeOK(t, request), &all)
	return all
}

func postForm(t testing.TB, address string, fields url.Values) *http.Request {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, address, strings.NewReader(fields.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return request
}
