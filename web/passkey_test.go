package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/descope/virtualwebauthn"

	"rostrum/browsertest"
	"rostrum/staff"
	"rostrum/store"
)

// TestPasskeyInARealBrowser goes the whole way: an invitation, a passkey, the recovery codes, signing out, signing in with
// the passkey alone, and proving oneself with it.
func TestPasskeyInARealBrowser(t *testing.T) {
	r := newEntrance(t, true)
	b := browsertest.New(t, r.http.URL)
	petras := r.withMail("Petras Petraitis", "petras@example.com", staff.Invited)
	var link string
	r.must(r.Store.Write(t.Context(), func(tx *store.Tx) (err error) {
		link, err = r.invite(t.Context(), tx, petras, r.byMail("ona@example.com"))
		return err
	}))
	b.Open(link)
	b.Press("main button.btn-primary", "form[data-passkey] button")
	b.Press("form[data-passkey] button", `form[action="/account/codes/kept"]`)
	if title := b.Text("h1"); title != "Keep these codes" {
		t.Errorf("after the passkey: %s", title)
	}
	b.Press(`form[action="/account/codes/kept"] button`, ".person")
	b.Pick(".person summary")
	b.Pick(`form[action="/sign-out"] button`)
	// In the field for the address the browser offers passkeys, and its virtual user takes one at once.
	for wait := 0; r.kinds()["signin.done"] < 2; wait++ {
		if time.Sleep(100 * time.Millisecond); wait == 100 {
			t.Fatal("the passkey that the field offers does not sign in")
		}
	}
	b.See(".person")
	if k := r.kinds(); k["signin.changed"] != 1 || k["person.joined"] != 1 {
		t.Errorf("recorded: %v", k)
	}
	r.now = r.now.Add(15 * time.Minute)
	b.Open("/account/ways")
	b.Press(`button[value="passkey"]`, `form[action="/prove/passkey"] button`)
	b.Press(`form[action="/prove/passkey"] button`, `button[value="passkey"]`)
	b.Press(`button[value="passkey"]`, `form[data-passkey="create"] button`)
	b.Pick(`form[data-passkey="create"] button`)
	b.See("[data-failed]")
	if told := b.Text("[data-failed]"); !strings.Contains(told, "has a passkey for your account already") {
		t.Errorf("told: %s", told)
	}
}

// phone is a virtual authenticator with one passkey.
type phone struct {
	site virtualwebauthn.RelyingParty
	auth virtualwebauthn.Authenticator
	key  virtualwebauthn.Credential
}

// withPhone gives a person a passkey, through the pages.
func (r *room) withPhone(who staff.Person) *phone {
	r.t.Helper()
	p := &phone{virtualwebauthn.RelyingParty{ID: "localhost", Name: "Rostrum", Origin: r.Address.String()},
		virtualwebauthn.NewAuthenticatorWithOptions(virtualwebauthn.AuthenticatorOptions{UserHandle: []byte(who.ID)}),
		newKey()}
	b := r.browser(who)
	b.post("/account/ways", url.Values{"what": {"passkey"}})
	_, asked := b.post("/passkey/new", nil)
	options, err := virtualwebauthn.ParseAttestationOptions(asked)
	r.must(err)
	_, page := b.post("/sign-in/set-up/passkey", url.Values{"answer": {virtualwebauthn.CreateAttestationResponse(p.site, p.auth, p.key, *options)}})
	wants(r.t, page, "Keep these codes")
	return p
}

// answer gives the phone's answer to a page's question.
func (p *phone) answer(b *browser) string {
	b.room.t.Helper()
	_, asked := b.post("/passkey/ask", nil)
	options, err := virtualwebauthn.ParseAssertionOptions(asked)
	b.room.must(err)
	return virtualwebauthn.CreateAssertionResponse(p.site, p.auth, p.key, *options)
}

func TestPasskeyAnswersOnce(t *testing.T) {
	r := newEntrance(t, true)
	p := r.withPhone(r.person("Jonas Jonaitis"))
	b := r.browser(staff.Person{})
	first := p.answer(b)
	p.answer(b) // another page of the same browser asks too
	_, page := b.post("/sign-in/passkey", url.Values{"answer": {first}, "then": {"/account"}})
	wants(t, page, "Your account", "Jonas Jonaitis")
	b.post("/sign-out", nil)
	for name, again := range map[string]*browser{"the same browser": b, "another one": r.browser(staff.Person{})} {
		status, _ := again.post("/sign-in/passkey", url.Values{"answer": {first}})
		if _, page := again.get("/account"); status != http.StatusUnprocessableEntity || strings.Contains(page, "Your account") {
			t.Errorf("an answer signs in %s again: %d", name, status)
		}
	}
}

func TestPasskeyOfSomebodyWhoLeft(t *testing.T) {
	r := newEntrance(t, true)
	jonas := r.person("Jonas Jonaitis")
	p := r.withPhone(jonas)
	r.must(r.Store.Write(t.Context(), func(tx *store.Tx) error {
		jonas.State = staff.Left
		return tx.ChangePerson(t.Context(), jonas)
	}))
	b := r.browser(staff.Person{})
	_, page := b.post("/sign-in/passkey", url.Values{"answer": {p.answer(b)}})
	wants(t, page, "The passkey was not accepted")
	if k := r.kinds(); k["signin.done"] != 0 || k["signin.failed"] != 1 {
		t.Errorf("recorded: %v", k)
	}
}

func TestSomebodyElsesPasskeyProvesNothing(t *testing.T) {
	r := newEntrance(t, true)
	petras := r.withPhone(r.person("Petras Petraitis"))
	jonas := r.browser(r.person("Jonas Jonaitis"))
	r.now = r.now.Add(15 * time.Minute)
	_, page := jonas.post("/prove/passkey", url.Values{"answer": {petras.answer(jonas)}, "then": {"/account/ways"}})
	wants(t, page, "belongs to somebody else")
	_, page = jonas.post("/account/ways", url.Values{"what": {"both"}})
	wants(t, page, "Is it still you?")
}

// TestCopiedPasskey: a counter that runs backwards is refused, recorded, and told to the owner.
func TestCopiedPasskey(t *testing.T) {
	r := newEntrance(t, true)
	jonas := r.person("Jonas Jonaitis")
	p := r.withPhone(jonas)
	for _, c := range []struct {
		counter uint32
		told    string
	}{{7, "Your account"}, {3, "may have been copied"}} {
		p.key.Counter = c.counter
		b := r.browser(staff.Person{})
		_, page := b.post("/sign-in/passkey", url.Values{"answer": {p.answer(b)}, "then": {"/account"}})
		wants(t, page, c.told)
	}
	if k := r.kinds(); k["passkey.copied"] != 1 {
		t.Errorf("recorded: %v", k)
	}
	_, page := r.browser(jonas).get("/account/ways")
	wants(t, page, "Maybe copied", "Somebody may have copied a passkey of yours")
}

// newKey makes a key whose coordinates have all their bytes. The library leaves leading zeros out, which is one key in 128 and
// which devices do not do (RFC 9053, section 7.1.1).
func newKey() virtualwebauthn.Credential {
	for {
		if key := virtualwebauthn.NewCredential(virtualwebauthn.KeyTypeEC2); len(key.Key.AttestationData()) == 77 {
			return key
		}
	}
}
