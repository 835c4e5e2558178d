package web

import (
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/zitadel/oidc/v3/example/server/exampleop"
	"github.com/zitadel/oidc/v3/example/server/storage"

	"rostrum/staff"
	"rostrum/store"
)

// newService starts an OpenID Connect provider and a room whose people sign in there. Its users test-user and test-user2
// have the addresses …@zitadel.ch and the password "verysecure".
func newService(t *testing.T) *room {
	t.Helper()
	front := http.NewServeMux()
	service := httptest.NewServer(front)
	t.Cleanup(service.Close)
	issuer := strings.Replace(service.URL, "127.0.0.1", "localhost", 1) + "/"
	r := newEntrance(t, true, func(s *Server) { s.Provider = Provider{Issuer: issuer, Client: "web", Secret: "secret"} })
	storage.RegisterClients(storage.WebClient("web", "secret", r.Address.String()+"/sign-in/service/done"))
	front.Handle("/", exampleop.SetupServer(issuer, storage.NewStorage(storage.NewUserStore(issuer)), slog.New(slog.DiscardHandler), false))
	r.now = time.Now() // the service's clock is the real one
	return r
}

// login answers the service's form as a user and follows back.
func (b *browser) login(user, form string) (int, string) {
	b.room.t.Helper()
	_, rest, found := strings.Cut(form, `name="id" value="`)
	id, _, _ := strings.Cut(rest, `"`)
	if !found {
		b.room.t.Fatalf("this is not the service's form: %s", form)
	}
	answer, err := b.http.PostForm(b.room.Provider.Issuer+"login/username", url.Values{"username": {user}, "password": {"verysecure"}, "id": {id}})
	b.room.must(err)
	return b.read(answer)
}

func (r *room) withMail(name, mail string, state staff.State, roles ...staff.Role) staff.Person {
	r.t.Helper()
	p := staff.Person{ID: staff.NewID(), Name: name, Mail: mail, Roles: roles, Language: "en", Zone: "Europe/Vilnius", State: state, Invited: r.now}
	r.must(r.Store.Write(r.t.Context(), func(tx *store.Tx) error { return tx.AddPerson(r.t.Context(), p) }))
	return p
}

func TestSignInThroughTheService(t *testing.T) {
	r := newService(t)
	r.withMail("Tomas Tomaitis", "test-user@zitadel.ch", staff.Invited)
	b := r.browser(staff.Person{})
	_, page := b.get("/sign-in?then=/account")
	wants(t, page, "Use your company account", `href="/sign-in/service?then=%2faccount"`)
	_, form := b.get("/sign-in/service?then=%2faccount")
	user := "test-user@localhost"
	_, page = b.login(user, form)
	wants(t, page, "Your account", "Tomas Tomaitis")
	if who := r.byMail("test-user@zitadel.ch"); who.State != staff.Active || len(who.Roles) != 0 {
		t.Errorf("who joined is %+v", who)
	}
	if k := r.kinds(); k["signin.linked"] != 1 || k["person.joined"] != 1 || k["signin.done"] != 1 {
		t.Errorf("recorded: %v", k)
	}

	// The link holds when the address changes, and nothing else opens it.
	tomas := r.byMail("test-user@zitadel.ch")
	tomas.Mail = "tomas@example.com"
	r.must(r.Store.Write(t.Context(), func(tx *store.Tx) error { return tx.ChangePerson(t.Context(), tomas) }))
	again := r.browser(staff.Person{})
	_, form = again.get("/sign-in/service")
	again.login(user, form)
	_, page = again.get("/account")
	wants(t, page, "tomas@example.com")

	// A fresh proof is asked for there too.
	r.now = r.now.Add(20 * time.Minute)
	_, page = again.post("/account/ways", url.Values{"what": {"both"}})
	wants(t, page, "Is it still you?", "Use your company account")
	r.now = time.Now()
	_, form = again.get("/sign-in/service?then=/account/ways")
	_, page = again.login(user, form)
	wants(t, page, "How you sign in")
}

func TestTheServiceMakesNobody(t *testing.T) {
	r := newService(t)
	b := r.browser(staff.Person{})
	_, form := b.get("/sign-in/service")
	status, page := b.login("test-user2", form)
	if wants(t, page, "nobody has invited you here yet"); status != http.StatusUnprocessableEntity {
		t.Errorf("a stranger gets %d", status)
	}
	r.withMail("Left Leaver", "test-user2@zitadel.ch", staff.Left)
	_, form = b.get("/sign-in/service")
	_, page = b.login("test-user2", form)
	wants(t, page, "nobody has invited you here yet")
	if n := r.kinds()["signin.failed"]; n != 2 {
		t.Errorf("%d failures recorded", n)
	}
}

func TestForgedAnswersOfTheService(t *testing.T) {
	r := newService(t)
	r.withMail("Tomas Tomaitis", "test-user@zitadel.ch", staff.Active)
	thief, victim := r.browser(staff.Person{}), r.browser(staff.Person{})
	_, form := thief.get("/sign-in/service")
	var answer string
	thief.http.CheckRedirect = func(q *http.Request, _ []*http.Request) error {
		if q.URL.Host == r.Address.Host {
			answer = q.URL.RequestURI()
			return http.ErrUseLastResponse
		}
		return nil
	}
	thief.login("test-user@localhost", form)
	if !strings.HasPrefix(answer, "/sign-in/service/done?") {
		t.Fatalf("the service answered %q", answer)
	}
	_, page := victim.get(answer)
	wants(t, page, "This took too long")
	victim.get("/sign-in/service")
	_, page = victim.get(answer)
	wants(t, page, "This took too long")
	if _, page = victim.get("/account"); strings.Contains(page, "Your account") {
		t.Error("the victim is signed in as the thief")
	}
	thief.http.CheckRedirect = nil
	thief.get(answer)
	if _, page = thief.get("/account"); !strings.Contains(page, "Your account") {
		t.Error("the browser that asked is not signed in")
	}
	if _, page = thief.get(answer); !strings.Contains(page, "This took too long") {
		t.Error("an answer works twice")
	}
	_, page = victim.get("/sign-in/service/done?error=access_denied")
	wants(t, page, "This took too long")
}

func TestServiceThatDoesNotAnswer(t *testing.T) {
	r := newEntrance(t, true, func(s *Server) { s.Provider = Provider{Issuer: "http://127.0.0.1:1", Client: "web", Secret: "secret"} })
	status, page := r.browser(staff.Person{}).get("/sign-in/service")
	if wants(t, page, "sign-in service does not answer"); status != http.StatusServiceUnavailable {
		t.Errorf("status %d", status)
	}
}
