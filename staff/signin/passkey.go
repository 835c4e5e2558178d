package signin

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"

	"rostrum/fault"
)

// ceremonyLasts is how long a person has to answer the browser's question.
const ceremonyLasts = 5 * time.Minute

// Passkey is one passkey as it is stored. The key behind it never leaves the person's device.
type Passkey struct {
	ID     string // base64url, unique over all people
	Record []byte // JSON, to be replaced by the one that each login gives back
}

// Holder is the person whose passkeys they are.
type Holder struct {
	Person   string // the person's id, at most 64 bytes; the device keeps it
	Mail     string // what the device shows when it asks which passkey to use
	Name     string
	Passkeys []Passkey
}

// Passkeys registers passkeys and verifies logins with them: WebAuthn, discoverable credentials, with the device's own
// check of its user (PIN, finger, face), so that one gesture is both factors.
type Passkeys struct{ rp *webauthn.WebAuthn }

// NewPasskeys makes the relying party: domain is the site's ("rostrum.example.com"), name what devices show, origin where the
// pages are ("https://rostrum.example.com"). Passkeys made for one domain never work for another.
func NewPasskeys(domain, name, origin string) (*Passkeys, error) {
	rp, err := webauthn.New(&webauthn.Config{
		RPID: domain, RPDisplayName: name, RPOrigins: []string{origin},
		AttestationPreference: protocol.PreferNoAttestation,
		AuthenticatorSelection: protocol.AuthenticatorSelection{
			ResidentKey:        protocol.ResidentKeyRequirementRequired,
			RequireResidentKey: protocol.ResidentKeyRequired(),
			UserVerification:   protocol.VerificationRequired,
		},
		// Password managers add outputs nobody asked for; none is read here.
		ExtensionsUnsolicitedOutputPolicy: protocol.UnsolicitedOutputPolicyIgnore,
	})
	if err != nil {
		return nil, fmt.Errorf("signin: passkeys for %s at %s: %w", domain, origin, err)
	}
	return &Passkeys{rp}, nil
}

// BeginRegister gives the options for navigator.credentials.create and the ceremony, both JSON. The ceremony is kept in
// the session, out of the browser's reach, and used once.
func (p *Passkeys) BeginRegister(h Holder, now time.Time) (options, ceremony []byte, err error) {
	u, err := newUser(h)
	if err != nil {
		return nil, nil, err
	}
	o, session, err := p.rp.BeginRegistration(u, webauthn.WithExclusions(webauthn.Credentials(u.credentials).CredentialDescriptors()))
	if err != nil {
		return nil, nil, fmt.Errorf("signin: begin passkey registration: %w", err)
	}
	return begun(o, session, now)
}

// FinishRegister verifies the browser's answer (JSON) and gives the passkey to store.
func (p *Passkeys) FinishRegister(h Holder, ceremony, answer []byte, now time.Time) (Passkey, error) {
	u, err := newUser(h)
	if err != nil {
		return Passkey{}, err
	}
	session, err := openCeremony(ceremony, now)
	if err != nil {
		return Passkey{}, err
	}
	parsed, err := protocol.ParseCredentialCreationResponseBytes(answer)
	if err != nil {
		return Passkey{}, refusedPasskey(err)
	}
	c, err := p.rp.CreateCredential(u, session, parsed)
	if err != nil {
		return Passkey{}, refusedPasskey(err)
	}
	return newPasskey(c)
}

// BeginLogin gives the options for navigator.credentials.get and the ceremony, as [Passkeys.BeginRegister] does. Nobody
// is named: the device says who it is.
func (p *Passkeys) BeginLogin(now time.Time) (options, ceremony []byte, err error) {
	o, session, err := p.rp.BeginDiscoverableLogin()
	if err != nil {
		return nil, nil, fmt.Errorf("signin: begin passkey login: %w", err)
	}
	return begun(o, session, now)
}

// FinishLogin verifies the browser's answer (JSON). find gives the holder with a person's id, or a fault if there is none; any other error of
// it is given back. It returns the person's id and the passkey to store again. For a fresh proof, the caller compares the person with who is signed in.
// A [CopiedPasskey] error tells of a passkey whose counter ran backwards; it is refused.
func (p *Passkeys) FinishLogin(ceremony, answer []byte, find func(person string) (Holder, error), now time.Time) (person string, used Passkey, err error) {
	session, err := openCeremony(ceremony, now)
	if err != nil {
		return "", Passkey{}, err
	}
	parsed, err := protocol.ParseCredentialRequestResponseBytes(answer)
	if err != nil {
		return "", Passkey{}, refusedPasskey(err)
	}
	var broken error
	u, c, err := p.rp.ValidatePasskeyLogin(func(_, handle []byte) (webauthn.User, error) {
		u, err := foundUser(find, string(handle))
		if _, told := errors.AsType[*fault.Fault](err); err != nil && !told {
			broken = err
		}
		return u, err
	}, session, parsed)
	if broken != nil {
		return "", Passkey{}, broken
	}
	if err != nil {
		return "", Passkey{}, refusedPasskey(err)
	}
	person = string(u.WebAuthnID())
	if c.Authenticator.CloneWarning {
		return "", Passkey{}, &CopiedPasskey{Person: person, ID: passkeyID(c.ID)}
	}
	used, err = newPasskey(c)
	return person, used, err
}

// CopiedPasskey reports a passkey whose signature counter did not rise: somebody may hold a copy of it (WebAuthn,
// section 6.1.1). Whoever gets it records it and tells the person.
type CopiedPasskey struct{ Person, ID string }

// Error is for the log; people read what [CopiedPasskey.Unwrap] gives.
func (c *CopiedPasskey) Error() string {
	return fmt.Sprintf("signin: passkey %s of %s may have been copied", c.ID, c.Person)
}

// Unwrap gives the fault to show.
func (c *CopiedPasskey) Unwrap() error {
	return fault.New(fault.SignIn,
		"This passkey may have been copied, so it was refused. Sign in another way, remove it and make a new one.",
		"Šis prieigos raktas galėjo būti nukopijuotas, todėl atmestas. Prisijunkite kitaip, jį pašalinkite ir susikurkite naują.")
}

func passkeyID(raw []byte) string { return base64.RawURLEncoding.EncodeToString(raw) }

func newPasskey(c *webauthn.Credential) (Passkey, error) {
	record, err := json.Marshal(c)
	if err != nil {
		return Passkey{}, fmt.Errorf("signin: write passkey: %w", err)
	}
	return Passkey{ID: passkeyID(c.ID), Record: record}, nil
}

// refusedPasskey keeps the reason for the log, which says more than a stranger should read.
func refusedPasskey(reason error) error {
	return fmt.Errorf("%w (%w)", fault.New(fault.SignIn,
		"The passkey was not accepted. Try again, or sign in another way.",
		"Prieigos raktas nepriimtas. Bandykite dar kartą arba prisijunkite kitaip."), reason)
}
