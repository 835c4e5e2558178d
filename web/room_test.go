package web

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"rostrum/folder"
	"rostrum/keyring"
	"rostrum/policy"
	"rostrum/policy/starter"
	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
	"rostrum/store/storetest"
	"rostrum/studio"
)

// room is a server with a made-up company in which tests go about as its people do.
type room struct {
	*Server
	t    testing.TB
	http *httptest.Server
	now  time.Time
}

// newRoom starts a server on an empty store, with the company "Banga" and version 1 of the starter policy in force.
func newRoom(t testing.TB) *room {
	t.Helper()
	r := &room{t: t, now: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)}
	keys, err := keyring.Open(t.TempDir())
	r.must(err)
	sealer, err := signin.NewSealer(keys.Seal)
	r.must(err)
	r.Server = &Server{Store: storetest.SQLite(t), Keys: keys, Sealer: sealer, Log: slog.New(slog.NewTextHandler(t.Output(), nil)),
		Now: func() time.Time { return r.now }}
	front := http.NewServeMux()
	r.http = httptest.NewServer(front)
	t.Cleanup(r.http.Close)
	r.Address, err = url.Parse(r.http.URL)
	r.must(err)
	pages, err := r.Handler()
	r.must(err)
	front.Handle("/", pages)
	r.found()
	return r
}

func (r *room) found() {
	ctx := r.t.Context()
	files, err := starter.Files(starter.Options{Company: "Banga", Languages: []string{"lt", "en"}, Today: r.now})
	r.must(err)
	packed, err := folder.Read(files)
	r.must(err)
	loaded, err := policy.Load(packed)
	r.must(err)
	r.must(r.Store.Write(ctx, func(tx *store.Tx) error {
		_, err := staff.Found(ctx, tx, staff.Company{Name: "Banga", Languages: []string{"lt", "en"}, Zone: "Europe/Vilnius"},
			staff.Person{Name: "Ona Onaitė", Mail: "ona@example.com"}, r.now)
		r.must(err)
		r.must(tx.AddContent(ctx, loaded.Digest, packed))
		return tx.AddVersion(ctx, studio.Version{ID: staff.NewID(), Number: 1, Name: "1", State: studio.Published, Digest: loaded.Digest,
			Created: r.now, Changed: r.now, Effective: r.now, Published: r.now})
	}))
}

// person adds somebody with roles who is active.
func (r *room) person(name string, roles ...staff.Role) staff.Person {
	r.t.Helper()
	p := staff.Person{ID: staff.NewID(), Name: name, Mail: strings.ReplaceAll(strings.ToLower(name), " ", ".") + "@example.com", Roles: roles,
		Language: "en", Zone: "Europe/Vilnius", State: staff.Active, Version: 1, Joined: r.now, Invited: r.now}
	r.must(r.Store.Write(r.t.Context(), func(tx *store.Tx) error { return tx.AddPerson(r.t.Context(), p) }))
	return p
}

// browser is a browser in which the person is signed in, with a proof as fresh as now. The zero Person is nobody.
func (r *room) browser(who staff.Person) *browser {
	r.t.Helper()
	jar, err := cookiejar.New(nil)
	r.must(err)
	b := &browser{r, &http.Client{Jar: timeless{jar}}}
	if who.ID == "" {
		return b
	}
	answer := httptest.NewRecorder()
	request := httptest.NewRequest(http.MethodGet, "/", nil)
	v := &visit{w: answer, r: request, ctx: context.WithoutCancel(r.t.Context()), now: r.now}
	r.must(r.Store.Write(r.t.Context(), func(tx *store.Tx) error { return r.begin(v, tx, who) }))
	timeless{jar}.SetCookies(r.Address, answer.Result().Cookies())
	return b
}

// timeless keeps cookies that expire in the test's own time, which may be long past.
type timeless struct{ *cookiejar.Jar }

func (j timeless) SetCookies(u *url.URL, cookies []*http.Cookie) {
	for _, c := range cookies {
		c.Expires = time.Time{}
	}
	j.Jar.SetCookies(u, cookies)
}

// browser goes from page to page.
type browser struct {
	room *room
	http *http.Client
}

// get opens a page, follows where it leads, and gives its status and HTML.
func (b *browser) get(path string) (int, string) {
	b.room.t.Helper()
	answer, err := b.http.Get(b.room.http.URL + path)
	b.room.must(err)
	return b.read(answer)
}

// post sends a form and follows where it leads.
func (b *browser) post(path string, form url.Values) (int, string) {
	b.room.t.Helper()
	request, err := http.NewRequest(http.MethodPost, b.room.http.URL+path, strings.NewReader(form.Encode()))
	b.room.must(err)
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	request.Header.Set("Sec-Fetch-Site", "same-origin")
	answer, err := b.http.Do(request)
	b.room.must(err)
	return b.read(answer)
}

func (b *browser) read(answer *http.Response) (int, string) {
	b.room.t.Helper()
	body, err := io.ReadAll(answer.Body)
	b.room.must(err)
	answer.Body.Close()
	return answer.StatusCode, string(body)
}

func (r *room) must(err error) {
	r.t.Helper()
	if err != nil {
		r.t.Fatal(err)
	}
}
