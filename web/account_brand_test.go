package web

import (
	"bytes"
	"context"
	"net"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-smtp"

	"rostrum/account"
	accountwatch "rostrum/account/watch"
	"rostrum/folder"
	"rostrum/ledger"
	"rostrum/network"
	"rostrum/notify"
	"rostrum/policy"
	"rostrum/policy/starter"
	"rostrum/staff"
	"rostrum/store"
	"rostrum/studio"
)

// stage is a network with one account, @banga@stage.example, whose secret is “top-secret”.
type stage struct {
	network.Network
	ends    time.Time // of the secrets that it gives out
	out     bool      // it no longer takes them
	revoked bool
	handle  string
}

func (*stage) Profile() network.Profile {
	return network.Profile{ID: "stage", Name: "Stage", Length: 300, Password: true, Servers: true, Home: "https://stage.example"}
}

func (*stage) Begin(_ context.Context, server, redirect string) (network.Start, error) {
	if strings.Contains(server, "away") {
		return network.Start{}, &network.Error{Kind: network.Away, Said: "no such host"}
	}
	return network.Start{URL: server + "/allow?back=" + url.QueryEscape(redirect), State: []byte("top-secret state")}, nil
}

func (s *stage) identity() network.Identity {
	handle := s.handle
	if handle == "" {
		handle = "@banga@stage.example"
	}
	return network.Identity{ID: handle, Handle: handle, Name: "Banga", Server: "https://stage.example",
		Secret: network.Secret{Bytes: []byte("top-secret"), Ends: s.ends}}
}

func (s *stage) Finish(_ context.Context, state []byte, query map[string][]string) (network.Identity, error) {
	if string(state) != "top-secret state" || url.Values(query).Get("code") != "yes" {
		return network.Identity{}, &network.Error{Kind: network.Refused, Said: "access_denied"}
	}
	return s.identity(), nil
}

func (s *stage) SignIn(_ context.Context, _, _, password string) (network.Identity, error) {
	if password != "app-password" {
		return network.Identity{}, &network.Error{Kind: network.SignedOut, Said: "wrong"}
	}
	return s.identity(), nil
}

func (s *stage) Look(_ context.Context, a network.Access) (network.Identity, error) {
	if s.out || string(a.Secret) != "top-secret" {
		return network.Identity{}, &network.Error{Kind: network.SignedOut, Said: "The access token was revoked"}
	}
	return s.identity(), nil
}

func (s *stage) Revoke(context.Context, network.Access) error {
	s.revoked = true
	return nil
}

// brand adds an account of the stage, connected by its owner.
func (r *room) brand(owner staff.Person) (a account.Account) {
	r.t.Helper()
	r.must(r.Store.Write(r.t.Context(), func(tx *store.Tx) (err error) {
		a, err = account.Connect(r.t.Context(), tx, owner, account.Wanted{Network: "stage", Zone: "Europe/Vilnius"}, (&stage{}).identity(), r.Sealer, r.now)
		return err
	}))
	return a
}

func (r *room) brandNow(id string) (a account.Account) {
	r.t.Helper()
	r.must(r.Store.Read(r.t.Context(), func(tx *store.Tx) (err error) {
		a, err = tx.BrandAccount(r.t.Context(), id)
		return err
	}))
	return a
}

// onStage is a room with the stage set up.
func onStage(t *testing.T) (*room, *stage) {
	r, s := newRoom(t), &stage{}
	r.Networks = map[string]network.Network{"stage": s}
	return r, s
}

// TestConnectAnAccount connects as people do: by the network's own page, and with an app password.
func TestConnectAnAccount(t *testing.T) {
	r, stage := onStage(t)
	rasa := r.person("Rasa Rasaitė", staff.Security)
	b := r.browser(rasa)
	pages := &strings.Builder{}
	see := func(status int, page string) func(want int, texts ...string) {
		pages.WriteString(page)
		return func(want int, texts ...string) {
			t.Helper()
			for _, text := range texts {
				if status != want || !strings.Contains(page, text) {
					t.Errorf("%d, want %d with %q:\n%s", status, want, text, page)
				}
			}
		}
	}
	see(b.get("/accounts"))(200, "No accounts yet", `href="/accounts/connect"`)
	see(b.get("/accounts/connect"))(200, `value="https://stage.example"`, "app password")
	see(b.post("/accounts/connect", url.Values{"network": {"stage"}, "server": {"away.example"}}))(422, "does not answer", "no such host", `value="away.example"`)
	see(b.post("/accounts/connect", url.Values{"network": {"stage"}, "server": {"javascript:alert(1)"}}))(422, "Type the address of the server")
	see(b.get("/accounts/connect/done?code=yes"))(422, "Begin it again")
	go_ := url.Values{"network": {"stage"}, "server": {"@banga@stage.example"}}
	see(b.post("/accounts/connect", go_))(200, `href="https://stage.example/allow?back=`, "Go to stage.example")
	see(r.browser(r.person("Vytė", staff.Security)).get("/accounts/connect/done?code=yes"))(422, "Begin it again")
	see(b.get("/accounts/connect/done?error=access_denied"))(422, "access_denied", "allow it there")
	see(b.get("/accounts/connect/done?code=yes"))(422, "Begin it again") // a flow finishes once
	see(b.post("/accounts/connect", go_))(200, "Go to")
	see(b.get("/accounts/connect/done?code=yes"))(200, "@banga@stage.example", "Connected", "The account is connected")
	see(b.get("/accounts"))(200, "@banga@stage.example", "Rasa Rasaitė", "Stage")

	password := url.Values{"network": {"stage"}, "server": {"stage.example"}, "handle": {"second"}, "password": {"guessed"}}
	see(b.post("/accounts/connect/password", password))(422, "does not take this handle", `value="second"`)
	password.Set("password", "app-password")
	stage.handle = "@second@stage.example"
	see(b.post("/accounts/connect/password", password))(200, "@second@stage.example")
	for _, secret := range []string{"top-secret", "guessed", "app-password"} {
		if strings.Contains(pages.String(), secret) {
			t.Errorf("a page holds %q", secret)
		}
	}
	r.now = r.now.Add(time.Hour)
	for path, form := range map[string]url.Values{"/accounts/connect": go_, "/accounts/connect/password": password, "/accounts/x/disconnect": nil} {
		if _, page := b.post(path, form); !strings.Contains(page, "Is it still you?") {
			t.Errorf("%s: an old proof was enough", path)
		}
	}
}

// TestConnectWhenTheNetworkComesBackTo127001: people use the server as localhost, and Bluesky brings the browser back to 127.0.0.1,
// where it has no cookie. It goes on under the name where somebody is signed in, and finishes there.
func TestConnectWhenTheNetworkComesBackTo127001(t *testing.T) {
	r, _ := onStage(t)
	b := r.browser(r.person("Rasa Rasaitė", staff.Security))
	if _, page := b.post("/accounts/connect", url.Values{"network": {"stage"}, "server": {"@banga@stage.example"}}); !strings.Contains(page, "Go to stage.example") {
		t.Fatal(page)
	}
	back := func(b *browser, host, path string) (*http.Response, string) {
		t.Helper()
		request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, strings.Replace(r.http.URL, "localhost", "127.0.0.1", 1)+path, nil)
		r.must(err)
		if host != "" {
			request.Host = host
		}
		answer, err := b.http.Do(request)
		r.must(err)
		_, page := b.read(answer)
		return answer, page
	}
	answer, page := back(b, "", "/accounts/connect/done?code=yes")
	if answer.Request.URL.Host != r.Address.Host || !strings.Contains(page, "The account is connected") {
		t.Errorf("came to %s:\n%s", answer.Request.URL, page)
	}
	for _, c := range []struct{ host, path string }{{"", "/accounts"}, {"elsewhere.example", "/accounts/connect/done?code=yes"}} {
		answer, _ := back(noRedirects(r.browser(staff.Person{})), c.host, c.path)
		if to := answer.Header.Get("Location"); strings.HasPrefix(to, "http") {
			t.Errorf("%s%s leads to %s", c.host, c.path, to)
		}
	}
}

func TestConnectAgainIsTheSameAccount(t *testing.T) {
	r, stage := onStage(t)
	rasa := r.person("Rasa Rasaitė", staff.Security)
	a, b := r.brand(rasa), r.browser(rasa)
	password := url.Values{"network": {"stage"}, "server": {"stage.example"}, "handle": {"banga"}, "password": {"app-password"}, "account": {a.ID}}
	stage.handle = "@other@stage.example"
	if status, page := b.post("/accounts/connect/password", password); status != 422 || !strings.Contains(page, "You allowed another account") {
		t.Errorf("another account took its place: %d", status)
	}
	stage.handle = ""
	if status, _ := b.post("/accounts/"+a.ID+"/disconnect", url.Values{"reason": {"The campaign is over"}}); status != 200 || !stage.revoked {
		t.Errorf("disconnected: %d, and ended at the network: %t", status, stage.revoked)
	}
	if is := r.brandNow(a.ID); is.State != account.Disconnected {
		t.Errorf("is %s", is.State)
	}
	if status, page := b.post("/accounts/connect/password", password); status != 200 || r.brandNow(a.ID).State != account.Connected {
		t.Errorf("%d: %s", status, page)
	}
}

// TestChangeAnAccount changes everything that people decide, and is refused what they may not.
func TestChangeAnAccount(t *testing.T) {
	r, _ := onStage(t)
	rasa, ona, jonas := r.person("Rasa Rasaitė", staff.Security), r.person("Ona Approver", staff.Approver), r.person("Jonas Jonaitis")
	a, b := r.brand(rasa), r.browser(rasa)
	form := func(change ...string) url.Values {
		f := url.Values{"purpose": {"News"}, "owner": {ona.ID}, "languages": {"lt", "en"}, "rule": {"findings"}, "approvers": {ona.ID}, "all": {"all"},
			"zone": {"Europe/Vilnius"}, "slots_monday": {"9:00, 17.30"}, "version": {"1"}}
		for i := 0; i < len(change); i += 2 {
			f.Set(change[i], change[i+1])
		}
		return f
	}
	for field, wrong := range map[string]string{"owner": jonas.ID, "approvers": rasa.ID, "policy": "invented", "rule": "never", "zone": "Mars/Olympus", "slots_monday": "25:00",
		"languages": "de", "purpose": strings.Repeat("a", 501)} {
		if status, page := b.post("/accounts/"+a.ID, form(field, wrong)); status != 422 || !strings.Contains(page, `id="e-`+field) {
			t.Errorf("%s = %.20s: %d", field, wrong, status)
		}
	}
	if status, page := b.post("/accounts/"+a.ID, form()); status != 200 || !strings.Contains(page, `value="9:00, 17:30"`) {
		t.Fatalf("%d: %s", status, page)
	}
	is := r.brandNow(a.ID)
	if is.Owner != ona.ID || is.Rule != account.Findings || !is.All || len(is.Slots) != 2 || is.Purpose != "News" {
		t.Errorf("is %+v", is)
	}
	if status, page := b.post("/accounts/"+a.ID, form("purpose", "Other")); status != 422 || !strings.Contains(page, "Somebody else changed this account") || !strings.Contains(page, "Other") {
		t.Errorf("the second editor: %d", status)
	}
	for name, who := range map[string]staff.Person{"an approver": ona, "an auditor": r.person("Audra", staff.Auditor)} {
		if status, page := r.browser(who).get("/accounts/" + a.ID); status != 200 || strings.Contains(page, `name="purpose"`) || !strings.Contains(page, "Monday 9:00, 17:30") {
			t.Errorf("%s reads: %d", name, status)
		}
		if status, _ := r.browser(who).post("/accounts/"+a.ID, form("version", "2", "purpose", "Mine")); status != http.StatusForbidden {
			t.Errorf("%s changes: %d", name, status)
		}
	}
	e := r.entry("account.changed")
	if e.Data["approvers"] != ona.ID || e.Data["rule"] != "findings all" || e.Data["owner_before"] != rasa.ID || e.Private["purpose"] != "News" {
		t.Errorf("the ledger has %+v", e)
	}
}

// entry is the last entry of a kind.
func (r *room) entry(kind string) (last ledger.Entry) {
	r.t.Helper()
	r.must(r.Store.Read(r.t.Context(), func(tx *store.Tx) error {
		all, err := tx.LedgerFrom(r.t.Context(), 0, 1000)
		for _, one := range all {
			e, _, _, err := ledger.Open(one.Leaf, one.Private)
			r.must(err)
			if e.Kind == kind {
				last = e
			}
		}
		return err
	}))
	return last
}

// TestAnAccountIsLost has the network take its permission back: the page, home and the owner's letter say so.
func TestAnAccountIsLost(t *testing.T) {
	r, stage := onStage(t)
	rasa, other := r.person("Rasa Rasaitė", staff.Administrator), r.person("Simas Simaitis", staff.Security)
	a := r.brand(rasa)
	stage.out = true
	if status, page := r.browser(rasa).post("/accounts/"+a.ID+"/look", nil); status != 200 || !strings.Contains(page, "The access token was revoked") || !strings.Contains(page, "Permission lost") {
		t.Errorf("%d: %s", status, page)
	}
	for _, who := range []staff.Person{rasa, other} {
		if _, page := r.browser(who).get("/"); !strings.Contains(page, "Connect @banga@stage.example again") {
			t.Errorf("%s is not told at home", who.Name)
		}
	}
	if _, page := r.browser(r.person("Audra", staff.Auditor)).get("/"); strings.Contains(page, "@banga@stage.example") {
		t.Error("an auditor is asked to mend it")
	}
}

// TestTheOwnerLeaves has the accounts of somebody who leaves pass to who was chosen.
func TestTheOwnerLeaves(t *testing.T) {
	r, _ := onStage(t)
	boss, rasa, ona, jonas := r.person("Boss", staff.Administrator), r.person("Rasa Rasaitė", staff.Security), r.person("Ona Approver", staff.Approver), r.person("Jonas Jonaitis")
	a, b := r.brand(rasa), r.browser(boss)
	if _, page := b.get("/people/" + rasa.ID + "/leave"); !strings.Contains(page, "1 account of the company passes") || !strings.Contains(page, ona.ID) || strings.Contains(page, jonas.ID) {
		t.Errorf("the page offers %s", page)
	}
	for _, nobody := range []string{"", jonas.ID} {
		if status, page := b.post("/people/"+rasa.ID+"/leave", url.Values{"version": {"1"}, "successor": {nobody}}); status != 422 || !strings.Contains(page, "let them see accounts") {
			t.Errorf("%q takes over: %d", nobody, status)
		}
	}
	if status, page := b.post("/people/"+rasa.ID+"/leave", url.Values{"version": {"1"}, "successor": {ona.ID}}); status != 200 || !strings.Contains(page, "Ona Approver answers for 1") {
		t.Errorf("%d: %s", status, page)
	}
	if is := r.brandNow(a.ID); is.Owner != ona.ID {
		t.Errorf("owned by %s", is.Owner)
	}
	if e := r.entry("person.left"); e.Data["handed"] != a.ID || e.Data["successor"] != ona.ID {
		t.Errorf("the ledger has %+v", e)
	}
}

// TestTheOwnersLetters has the letters of lost and of ending accounts sent, and none once that is over.
func TestTheOwnersLetters(t *testing.T) {
	r, stage := onStage(t)
	box := &inbox{}
	server := smtp.NewServer(smtp.BackendFunc(func(*smtp.Conn) (smtp.Session, error) { return box, nil }))
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	r.must(err)
	go server.Serve(listener)
	t.Cleanup(func() { server.Close() })
	r.Mail, err = notify.ParseMail("smtp://" + listener.Addr().String() + "?from=policy@example.com")
	r.must(err)
	a := r.brand(r.person("Rasa Rasaitė", staff.Security))
	send := func(n account.Notice) string {
		t.Helper()
		box.letters = nil
		r.must(r.sendAccountLetter(t.Context(), accountwatch.Letter{Account: a.ID, Notice: n}))
		return strings.Join(box.letters, "\n")
	}
	if got := send(account.Lost) + send(account.Ends); got != "" {
		t.Errorf("a letter about an account that is well: %s", got)
	}
	a.Ends, a.Warned, a.State = r.now.AddDate(0, 0, 7), 7, account.Ailing
	r.must(r.Store.Write(t.Context(), func(tx *store.Tx) error { return tx.KeepAccountHealth(t.Context(), a) }))
	if got := send(account.Ends); !strings.Contains(got, "Subject: Connect @banga@stage.example again by") || !strings.Contains(got, "/accounts/"+a.ID) {
		t.Errorf("the letter: %s", got)
	}
	stage.out = true
	_, err = r.watch().Look(t.Context(), a.ID)
	r.must(err)
	if got := send(account.Lost); !strings.Contains(got, "The access token was revoked") {
		t.Errorf("the letter: %s", got)
	}
}

// TestThePolicyKnowsTheAccount connects an account that speakers.yaml names: it is matched by network and handle.
func TestThePolicyKnowsTheAccount(t *testing.T) {
	r, _ := onStage(t)
	files, err := starter.Files(starter.Options{Company: "Banga", Languages: []string{"lt", "en"}, Today: r.now})
	r.must(err)
	packed, err := folder.Read(files)
	r.must(err)
	packed["speakers.yaml"] = bytes.Replace(packed["speakers.yaml"], []byte("accounts: []"),
		[]byte("accounts:\n  - {id: other, network: mastodon, handle: \"@banga@stage.example\", owner: legal}\n  - {id: main, network: stage, handle: \"Banga@Stage.example\", owner: legal}\n"), 1)
	loaded, err := policy.Load(packed)
	r.must(err)
	r.must(r.Store.Write(t.Context(), func(tx *store.Tx) error {
		r.must(tx.AddContent(t.Context(), loaded.Digest, packed))
		return tx.AddVersion(t.Context(), studio.Version{ID: staff.NewID(), Number: 2, Name: "2", State: studio.Published, Digest: loaded.Digest,
			Created: r.now, Changed: r.now, Effective: r.now, Published: r.now})
	}))
	b := r.browser(r.person("Rasa Rasaitė", staff.Security))
	status, page := b.post("/accounts/connect/password", url.Values{"network": {"stage"}, "server": {"stage.example"}, "handle": {"banga"}, "password": {"app-password"}})
	if status != 200 || !strings.Contains(page, `<option value="main" selected>`) || strings.Contains(page, `value="other"`) {
		t.Errorf("%d: %s", status, page)
	}
}
