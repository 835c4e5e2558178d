package signin

import (
	"errors"
	"testing"
	"time"

	"github.com/descope/virtualwebauthn"

	"rostrum/fault"
)

// phone is a virtual authenticator with one passkey.
type phone struct {
	site virtualwebauthn.RelyingParty
	auth virtualwebauthn.Authenticator
	key  virtualwebauthn.Credential
}

func newPhone(person string) *phone {
	return &phone{
		site: virtualwebauthn.RelyingParty{ID: "rostrum.example.com", Name: "Rostrum", Origin: "https://rostrum.example.com"},
		auth: virtualwebauthn.NewAuthenticatorWithOptions(virtualwebauthn.AuthenticatorOptions{UserHandle: []byte(person)}),
		key:  newKey(),
	}
}

func (p *phone) register(t *testing.T, options []byte) []byte {
	t.Helper()
	o, err := virtualwebauthn.ParseAttestationOptions(string(options))
	if err != nil {
		t.Fatal(err)
	}
	return []byte(virtualwebauthn.CreateAttestationResponse(p.site, p.auth, p.key, *o))
}

func (p *phone) login(t *testing.T, options []byte) []byte {
	t.Helper()
	o, err := virtualwebauthn.ParseAssertionOptions(string(options))
	if err != nil {
		t.Fatal(err)
	}
	return []byte(virtualwebauthn.CreateAssertionResponse(p.site, p.auth, p.key, *o))
}

// registered gives a site, a holder with one passkey and the phone that it is on.
func registered(t *testing.T) (*Passkeys, *Holder, *phone) {
	t.Helper()
	site, err := NewPasskeys("rostrum.example.com", "Rostrum", "https://rostrum.example.com")
	if err != nil {
		t.Fatal(err)
	}
	h := &Holder{Person: "ona", Mail: "ona@pavyzdys.lt", Name: "Ona Petraitienė"}
	p := newPhone(h.Person)
	options, ceremony, err := site.BeginRegister(*h, noon)
	if err != nil {
		t.Fatal(err)
	}
	key, err := site.FinishRegister(*h, ceremony, p.register(t, options), noon)
	if err != nil {
		t.Fatal(err)
	}
	h.Passkeys = []Passkey{key}
	return site, h, p
}

func TestPasskeyLogin(t *testing.T) {
	later := time.Minute
	for _, c := range []struct {
		name   string
		change func(*phone, *Holder, *time.Duration)
		ok     bool
	}{
		{"as registered", func(*phone, *Holder, *time.Duration) {}, true},
		{"without the person's PIN or finger", func(p *phone, _ *Holder, _ *time.Duration) { p.auth.Options.UserNotVerified = true }, false},
		{"on a look-alike site", func(p *phone, _ *Holder, _ *time.Duration) { p.site.Origin = "https://rostrum.example.com.evil.test" }, false},
		{"for another site", func(p *phone, _ *Holder, _ *time.Duration) { p.site.ID = "evil.test" }, false},
		{"with another key", func(p *phone, _ *Holder, _ *time.Duration) {
			id := p.key.ID
			p.key = newKey()
			p.key.ID = id
		}, false},
		{"after the passkey was removed", func(_ *phone, h *Holder, _ *time.Duration) { h.Passkeys = nil }, false},
		{"too late", func(_ *phone, _ *Holder, at *time.Duration) { *at = 6 * time.Minute }, false},
		{"for somebody unknown", func(p *phone, _ *Holder, _ *time.Duration) { p.auth.Options.UserHandle = []byte("jonas") }, false},
	} {
		site, h, p := registered(t)
		at := later
		c.change(p, h, &at)
		options, ceremony, err := site.BeginLogin(noon)
		if err != nil {
			t.Fatal(err)
		}
		person, used, err := site.FinishLogin(ceremony, p.login(t, options), h.find, noon.Add(at))
		if c.ok != (err == nil && person == "ona" && used.ID == h.firstID()) || err != nil && fault.For(err).Code != fault.SignIn {
			t.Errorf("%s: %q %v", c.name, person, err)
		}
	}
}

func (h *Holder) find(person string) (Holder, error) {
	if person != h.Person {
		return Holder{}, fault.New(fault.NotFound, "Nobody.", "Nieko.")
	}
	return *h, nil
}

func (h *Holder) firstID() string { return h.Passkeys[0].ID }

func TestPasskeyCounter(t *testing.T) {
	site, h, p := registered(t)
	for _, c := range []struct {
		counter uint32
		copied  bool
	}{{5, false}, {6, false}, {6, true}, {3, true}, {7, false}} {
		p.key.Counter = c.counter
		options, ceremony, _ := site.BeginLogin(noon)
		_, used, err := site.FinishLogin(ceremony, p.login(t, options), h.find, noon)
		report, copied := errors.AsType[*CopiedPasskey](err)
		if copied != c.copied || !copied && err != nil {
			t.Fatalf("counter %d: %v", c.counter, err)
		}
		if copied {
			if report.Person != "ona" || report.ID != h.firstID() || !fault.Is(err, fault.SignIn) {
				t.Errorf("the report is %+v, told as %v", report, fault.For(err))
			}
			continue
		}
		h.Passkeys = []Passkey{used}
	}
}

func TestPasskeyAnswersFitTheirCeremony(t *testing.T) {
	site, h, p := registered(t)
	first, firstCeremony, _ := site.BeginLogin(noon)
	_, otherCeremony, _ := site.BeginLogin(noon)
	answer := p.login(t, first)
	if _, _, err := site.FinishLogin(otherCeremony, answer, h.find, noon); !fault.Is(err, fault.SignIn) {
		t.Errorf("an answer to another question: %v", err)
	}
	_, registration, _ := site.BeginRegister(*h, noon)
	if _, _, err := site.FinishLogin(registration, answer, h.find, noon); !fault.Is(err, fault.SignIn) {
		t.Errorf("a login to a registration: %v", err)
	}
	if _, err := site.FinishRegister(*h, firstCeremony, answer, noon); !fault.Is(err, fault.SignIn) {
		t.Errorf("a registration to a login: %v", err)
	}
	for _, garbage := range []string{"", "{}", "null", `{"id":"x"}`} {
		if _, _, err := site.FinishLogin(firstCeremony, []byte(garbage), h.find, noon); !fault.Is(err, fault.SignIn) {
			t.Errorf("%q: %v", garbage, err)
		}
	}
}

func TestPasskeyDatabaseErrorIsNotBlamedOnThePerson(t *testing.T) {
	site, _, p := registered(t)
	options, ceremony, _ := site.BeginLogin(noon)
	down := errors.New("the database is down")
	_, _, err := site.FinishLogin(ceremony, p.login(t, options), func(string) (Holder, error) { return Holder{}, down }, noon)
	if !errors.Is(err, down) || fault.Is(err, fault.SignIn) {
		t.Errorf("%v", err)
	}
}

func TestPasskeyIsOfferedOnce(t *testing.T) {
	site, h, p := registered(t)
	options, _, err := site.BeginRegister(*h, noon)
	if err != nil {
		t.Fatal(err)
	}
	o, err := virtualwebauthn.ParseAttestationOptions(string(options))
	if err != nil {
		t.Fatal(err)
	}
	if !p.key.IsExcludedForAttestation(*o) {
		t.Error("a device may register the same passkey twice")
	}
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
