package signin

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/go-webauthn/webauthn/webauthn"

	"rostrum/fault"
)

// ceremony is what is remembered between a passkey's question and its answer.
type ceremony struct {
	Until   time.Time            `json:"until"`
	Session webauthn.SessionData `json:"session"`
}

// begun writes the two halves of a ceremony: what the browser gets, and what is remembered.
func begun(options any, session *webauthn.SessionData, now time.Time) (shown, kept []byte, err error) {
	if shown, err = json.Marshal(options); err != nil {
		return nil, nil, fmt.Errorf("signin: passkey options: %w", err)
	}
	if kept, err = json.Marshal(ceremony{now.Add(ceremonyLasts), *session}); err != nil {
		return nil, nil, fmt.Errorf("signin: passkey ceremony: %w", err)
	}
	return shown, kept, nil
}

func openCeremony(kept []byte, now time.Time) (webauthn.SessionData, error) {
	var c ceremony
	if err := json.Unmarshal(kept, &c); err != nil || !now.Before(c.Until) {
		return webauthn.SessionData{}, fault.New(fault.SignIn,
			"You took more than five minutes. Start again.",
			"Praėjo daugiau kaip penkios minutės. Pradėkite iš naujo.")
	}
	return c.Session, nil
}

// user shows a [Holder] as the WebAuthn library wants it.
type user struct {
	holder      Holder
	credentials []webauthn.Credential
}

func newUser(h Holder) (user, error) {
	u := user{holder: h}
	for _, p := range h.Passkeys {
		var c webauthn.Credential
		if err := json.Unmarshal(p.Record, &c); err != nil {
			return user{}, fmt.Errorf("signin: the stored passkey %s is damaged: %w", p.ID, err)
		}
		u.credentials = append(u.credentials, c)
	}
	return u, nil
}

func foundUser(find func(person string) (Holder, error), person string) (user, error) {
	h, err := find(person)
	if err != nil {
		return user{}, err
	}
	return newUser(h)
}

func (u user) WebAuthnID() []byte                         { return []byte(u.holder.Person) }
func (u user) WebAuthnName() string                       { return u.holder.Mail }
func (u user) WebAuthnDisplayName() string                { return u.holder.Name }
func (u user) WebAuthnCredentials() []webauthn.Credential { return u.credentials }
