package web

import (
	"crypto/rand"
	"encoding/json"
	"net/http"
	"time"

	"rostrum/store"
)

// attemptLasts is how long a browser may be on its way in.
const attemptLasts = 30 * time.Minute

// attempt is what is remembered of a browser that is on its way in, or that sets up a way in. The browser has only a cookie.
type attempt struct {
	token string // of the cookie, hashed; empty before the attempt is first kept
	attempted
}

// attempted is kept in the database and never sent to the browser.
type attempted struct {
	Person string `json:"person,omitempty"`
	Then   string `json:"then,omitempty"`  // where to go afterwards
	Coded  bool   `json:"coded,omitempty"` // the password was right, a code is missing

	// Setting up a way in
	Purpose  purpose `json:"purpose,omitempty"`
	Only     string  `json:"only,omitempty"`     // appOnly or passwordOnly: what is changed of a way in that there is
	Link     string  `json:"link,omitempty"`     // the hash of the invitation or recovery
	Guarded  bool    `json:"guarded,omitempty"`  // a recovery that waits for a code
	Name     string  `json:"name,omitempty"`     // what the invited person chose
	Language string  `json:"language,omitempty"` // likewise
	Answers  answers `json:"answers,omitzero"`   // to the questions of the first run
	Password string  `json:"password,omitempty"` // hashed
	App      []byte  `json:"app,omitempty"`      // a signin.TOTP, sealed

	Ceremonies []json.RawMessage `json:"ceremonies,omitempty"` // of passkeys, one an open page

	// At the company's sign-in service
	State    string `json:"state,omitempty"`
	Nonce    string `json:"nonce,omitempty"`
	Verifier string `json:"verifier,omitempty"`
	Prove    bool   `json:"prove,omitempty"`
}

// purpose is why a way in is set up.
type purpose string

const (
	forStart      purpose = "start"      // the first run
	forInvitation purpose = "invitation" // somebody joins
	forRecovery   purpose = "recovery"   // somebody lost their ways in
	forAccount    purpose = "account"    // somebody who is signed in adds one
)

func (s *Server) attemptCookie() string {
	if s.Address.Scheme == "https" {
		return "__Host-attempt"
	}
	return "attempt"
}

// attempt finds what is remembered of the browser, or begins anew.
func (s *Server) attempt(v *visit, tx *store.Tx) (*attempt, error) {
	a := &attempt{}
	cookie, err := v.r.Cookie(s.attemptCookie())
	if err != nil {
		return a, nil
	}
	data, err := tx.Attempt(v.ctx, hashed(cookie.Value), v.now)
	if err != nil || data == nil {
		return a, err
	}
	a.token = hashed(cookie.Value)
	return a, json.Unmarshal(data, &a.attempted)
}

// settingUp finds the attempt of a browser that sets up a way in, or sends it to the beginning.
func (s *Server) settingUp(v *visit, tx *store.Tx) (*attempt, error) {
	a, err := s.attempt(v, tx)
	if err != nil {
		return nil, err
	}
	if a.Purpose == "" || a.Guarded || a.Purpose == forAccount && a.Person != v.who.ID || a.Purpose == forStart && a.Person == "" {
		return nil, startAgain()
	}
	return a, nil
}

// keepAttempt remembers the attempt as it is now. A new one gets a cookie that nobody knew before.
func (s *Server) keepAttempt(v *visit, tx *store.Tx, a *attempt) error {
	if a.token == "" {
		token := rand.Text() + rand.Text()
		a.token = hashed(token)
		s.cookie(v, s.attemptCookie(), token, v.now.Add(attemptLasts))
	}
	data, err := json.Marshal(a.attempted)
	if err != nil {
		return err
	}
	return tx.KeepAttempt(v.ctx, a.token, data, v.now.Add(attemptLasts))
}

// endAttempt forgets the browser's attempt.
func (s *Server) endAttempt(v *visit, tx *store.Tx) error {
	cookie, err := v.r.Cookie(s.attemptCookie())
	if err != nil {
		return nil
	}
	http.SetCookie(v.w, &http.Cookie{Name: s.attemptCookie(), Path: "/", MaxAge: -1,
		HttpOnly: true, Secure: s.Address.Scheme == "https", SameSite: http.SameSiteLaxMode})
	return tx.EndAttempt(v.ctx, hashed(cookie.Value))
}

// cookie gives the browser a cookie by its age: the browser's clock may be wrong.
func (s *Server) cookie(v *visit, name, value string, until time.Time) {
	http.SetCookie(v.w, &http.Cookie{Name: name, Value: value, Path: "/", MaxAge: int(until.Sub(v.now).Seconds()),
		HttpOnly: true, Secure: s.Address.Scheme == "https", SameSite: http.SameSiteLaxMode})
}
