package mastodon_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"rostrum/network"
	"rostrum/network/mastodon"
	"rostrum/network/reach"
	"rostrum/network/simulator"
)

// stand puts a simulator behind a door that may change what comes and goes: what snac does not do is tried against it.
func stand(t *testing.T, o simulator.Options, door func(w http.ResponseWriter, r *http.Request, pass http.Handler)) (*mastodon.Connector, *simulator.Simulator, network.Access) {
	t.Helper()
	var s *simulator.Simulator
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { door(w, r, s) }))
	t.Cleanup(server.Close)
	o.Address, o.Accounts = server.URL, []simulator.Account{{Name: "ona", Shown: "Ona"}}
	var err error
	if s, err = simulator.New(o); err != nil {
		t.Fatal(err)
	}
	who, err := s.Connect("ona")
	if err != nil {
		t.Fatal(err)
	}
	return mastodon.New(reach.Client(true)), s, network.Access{Server: who.Server, ID: who.ID, Handle: who.Handle, Secret: who.Secret.Bytes}
}

func open(w http.ResponseWriter, r *http.Request, pass http.Handler) { pass.ServeHTTP(w, r) }

func publish(t *testing.T, c *mastodon.Connector, a network.Access, p network.Piece) network.Receipt {
	t.Helper()
	r, err := c.Publish(t.Context(), a, p)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestFindGoesBackThroughPages(t *testing.T) {
	c, _, a := stand(t, simulator.Options{IgnoreKeys: true}, open)
	began := time.Now()
	wanted := network.Piece{At: began, Text: "Ačiū @jonas@example.lt!\n\nPlačiau: https://example.lt/ąžuolas/?a=1&b=2. #ačiū *tikrai*"}
	root := publish(t, c, a, network.Piece{Text: "Šaknis"})
	first := publish(t, c, a, wanted)
	for n := range 90 {
		publish(t, c, a, network.Piece{Text: fmt.Sprint("Įrašas ", n)})
	}
	if r, found, err := c.Find(t.Context(), a, wanted); err != nil || !found || r != first {
		t.Errorf("found %+v, %t, %v; published %+v", r, found, err, first)
	}
	answer := wanted
	answer.Parent = &root
	if _, found, err := c.Find(t.Context(), a, answer); err != nil || found {
		t.Errorf("the same text in another place: found %t, %v", found, err)
	}
	later := wanted
	later.At = began.Add(time.Hour)
	if _, found, err := c.Find(t.Context(), a, later); err != nil || found {
		t.Errorf("the same text from before: found %t, %v", found, err)
	}
}

// TestFindIsNotSureWithoutPages: a server that always shows the same posts leaves open what else there is.
func TestFindIsNotSureWithoutPages(t *testing.T) {
	c, _, a := stand(t, simulator.Options{}, func(w http.ResponseWriter, r *http.Request, pass http.Handler) {
		query := r.URL.Query()
		query.Del("max_id")
		r.URL.RawQuery = query.Encode()
		pass.ServeHTTP(w, r)
	})
	p := network.Piece{At: time.Now(), Text: "Ar aš čia?"}
	publish(t, c, a, network.Piece{Text: "Kitas"})
	if _, found, err := c.Find(t.Context(), a, p); found || network.KindOf(err) != network.Unknown {
		t.Errorf("found %t, %v", found, err)
	}
	p.At = p.At.Add(time.Hour) // now what is shown is older
	if _, found, err := c.Find(t.Context(), a, p); found || err != nil {
		t.Errorf("found %t, %v", found, err)
	}
}

// TestFindKnowsTheServersClock: a server an hour behind tells times that are all before ours.
func TestFindKnowsTheServersClock(t *testing.T) {
	c, _, a := stand(t, simulator.Options{}, func(w http.ResponseWriter, r *http.Request, pass http.Handler) {
		answer := httptest.NewRecorder()
		pass.ServeHTTP(answer, r)
		body := answer.Body.String()
		if r.Method == http.MethodGet {
			body = strings.ReplaceAll(body, `"created_at":"`+time.Now().UTC().Format("2006-01-02T15"), `"created_at":"`+time.Now().UTC().Add(-time.Hour).Format("2006-01-02T15"))
		}
		w.Header().Set("Date", time.Now().Add(-time.Hour).UTC().Format(http.TimeFormat))
		w.WriteHeader(answer.Code)
		_, _ = w.Write([]byte(body))
	})
	p := network.Piece{At: time.Now(), Text: "Kelinta valanda?"}
	publish(t, c, a, p)
	if _, found, err := c.Find(t.Context(), a, p); !found || err != nil {
		t.Errorf("found %t, %v", found, err)
	}
}

// TestOlderServers: no second version of anything.
func TestOlderServers(t *testing.T) {
	c, _, a := stand(t, simulator.Options{}, func(w http.ResponseWriter, r *http.Request, pass http.Handler) {
		if strings.HasPrefix(r.URL.Path, "/api/v2/") {
			http.NotFound(w, r)
			return
		}
		pass.ServeHTTP(w, r)
	})
	who, err := c.Look(t.Context(), a)
	if err != nil || who.Length != 500 {
		t.Errorf("looked at %+v, %v", who, err)
	}
	publish(t, c, a, network.Piece{Text: "Su nuotrauka", Images: []network.Picture{{Bytes: []byte("GIF89a"), Type: "image/gif", Alt: "Nieko"}}})
}

func TestTokensThatEndAreRenewed(t *testing.T) {
	c, s, _ := stand(t, simulator.Options{TokenLife: time.Hour}, open)
	who := browse(t, c, s)
	if left := time.Until(who.Secret.Expires).Round(time.Minute); left != time.Hour {
		t.Fatalf("the token ends in %s", left)
	}
	old := network.Access{Server: who.Server, ID: who.ID, Secret: who.Secret.Bytes}
	renewed, err := c.Refresh(t.Context(), old)
	if err != nil || time.Until(renewed.Expires) < 59*time.Minute {
		t.Fatalf("renewed: %+v, %v", renewed, err)
	}
	fresh := old
	fresh.Secret = renewed.Bytes
	if _, err := c.Look(t.Context(), fresh); err != nil {
		t.Error(err)
	}
	if _, err := c.Look(t.Context(), old); network.KindOf(err) != network.SignedOut {
		t.Errorf("the old token: %v", err)
	}
	if _, err := c.Refresh(t.Context(), old); network.KindOf(err) != network.SignedOut {
		t.Errorf("renewing once more with what was used: %v", err)
	}
	if err := c.Revoke(t.Context(), fresh); err != nil {
		t.Error(err)
	}
	if _, err := c.Publish(t.Context(), fresh, network.Piece{Text: "Po visko"}); network.KindOf(err) != network.SignedOut {
		t.Errorf("a revoked token: %v", err)
	}
}

// browse connects the account as a browser does.
func browse(t *testing.T, c *mastodon.Connector, s *simulator.Simulator) network.Identity {
	t.Helper()
	home, err := s.Connect("ona")
	if err != nil {
		t.Fatal(err)
	}
	begun, err := c.Begin(t.Context(), home.Server+"/", "https://rostrum.example/back?from=x")
	if err != nil {
		t.Fatal(err)
	}
	u, err := url.Parse(begun.URL)
	if err != nil {
		t.Fatal(err)
	}
	form := u.Query()
	form.Set("account", "ona")
	r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/oauth/authorize", strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	back, err := url.Parse(w.Header().Get("Location"))
	if err != nil || back.Query().Get("from") != "x" {
		t.Fatalf("sent back to %q", back)
	}
	if _, err := c.Finish(t.Context(), begun.State, url.Values{"code": {back.Query().Get("code")}, "state": {"of somebody else"}}); network.KindOf(err) != network.Refused {
		t.Errorf("another state: %v", err)
	}
	who, err := c.Finish(t.Context(), begun.State, back.Query())
	if err != nil {
		t.Fatal(err)
	}
	return who
}

func TestBeginTellsWhatIsNoServer(t *testing.T) {
	c := mastodon.New(reach.Client(false))
	for typed, kind := range map[string]network.Kind{
		"":                        network.Refused,
		"ftp://example.com":       network.Refused,
		"https://a:b@example.com": network.Refused,
		"127.0.0.1":               network.Refused, // not an address that pages may send us to
		"http://192.0.2.1":        network.Refused, // no https
	} {
		_, err := c.Begin(t.Context(), typed, "https://rostrum.example/back")
		if network.KindOf(err) != kind || network.SaidOf(err) == "" {
			t.Errorf("%q: %v", typed, err)
		}
	}
}
