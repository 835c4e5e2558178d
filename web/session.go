package web

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"strings"
	"time"

	"rostrum/fault"
	"rostrum/staff"
	"rostrum/store"
)

// How long a session lasts unused, and at most (OWASP ASVS 5, 7.3).
const (
	sessionIdle = 12 * time.Hour
	sessionLife = 30 * 24 * time.Hour
)

// session is what the server remembers of a browser in which somebody is signed in.
type session struct {
	store.Session
	kept remembered
}

// remembered is kept with the session and never sent to the browser.
type remembered struct {
	Proved time.Time `json:"proved"`          // when the person last proved who they are
	Flash  string    `json:"flash,omitempty"` // a word key to tell once
	Undo   *undo     `json:"undo,omitempty"`  // beside it: how what it tells of is taken back
	Codes  []byte    `json:"codes,omitempty"` // new recovery codes, sealed, until the person has kept them
	Typed  *typed    `json:"typed,omitempty"` // a form that wanted a fresh proof first
}

func (s *Server) cookieName() string {
	if s.Address.Scheme == "https" {
		return "__Host-rostrum"
	}
	return "rostrum"
}

// recognise finds the session and the person behind the request's cookie. A person who has left is nobody.
func (s *Server) recognise(v *visit, tx *store.Tx) error {
	cookie, err := v.r.Cookie(s.cookieName())
	if err != nil {
		return nil
	}
	kept, err := tx.Session(v.ctx, hashed(cookie.Value), v.now)
	if fault.Is(err, fault.SignIn) {
		return nil
	} else if err != nil {
		return err
	}
	who, err := tx.Person(v.ctx, kept.Person)
	if err != nil {
		return err
	}
	if who.State != staff.Active {
		return nil
	}
	v.session = &session{Session: kept}
	v.who = who
	return json.Unmarshal(kept.Data, &v.session.kept)
}

// begin signs a person in, in a session that nobody knew before.
func (s *Server) begin(v *visit, tx *store.Tx, who staff.Person) error {
	token := rand.Text() + rand.Text()
	begun := session{Session: store.Session{
		Token: hashed(token), ID: staff.NewID(), Person: who.ID, Begun: v.now, Seen: v.now, Expires: v.now.Add(sessionIdle),
		Address: s.from(v.r), Agent: shortened(v.r.UserAgent(), 300),
	}}
	begun.kept.Proved = v.now
	v.session, v.who = &begun, who
	var err error
	if begun.Data, err = json.Marshal(begun.kept); err != nil {
		return err
	}
	if err := tx.KeepSession(v.ctx, begun.Session); err != nil {
		return err
	}
	s.giveCookie(v, token, v.now.Add(sessionLife))
	return nil
}

// remember keeps the session as it is now. One that was ended meanwhile, on another device or because the person left,
// is not brought back.
func (s *Server) remember(v *visit, tx *store.Tx) (err error) {
	if v.session.Data, err = json.Marshal(v.session.kept); err != nil {
		return err
	}
	return tx.ChangeSession(v.ctx, v.session.Session)
}

// prolong notes that the session is in use, at most every few minutes, so that reading a page writes nothing. Of requests
// that come together one does so; the others need not wait for the disk.
func (s *Server) prolong(v *visit) error {
	if v.session == nil || v.now.Sub(v.session.Seen) < 5*time.Minute {
		return nil
	}
	if _, busy := s.prolonging.LoadOrStore(v.session.ID, true); busy {
		return nil
	}
	defer s.prolonging.Delete(v.session.ID)
	v.session.Seen = v.now
	v.session.Expires = earlier(v.now.Add(sessionIdle), v.session.Begun.Add(sessionLife))
	return s.Store.Write(v.ctx, func(tx *store.Tx) error { return s.remember(v, tx) })
}

// flash has the next page tell something once.
func (s *Server) flash(v *visit, tx *store.Tx, key string) error {
	v.session.kept.Flash = key
	return s.remember(v, tx)
}

func (s *Server) giveCookie(v *visit, token string, until time.Time) {
	s.cookie(v, s.cookieName(), token, until)
}

func (s *Server) takeCookie(v *visit) {
	http.SetCookie(v.w, &http.Cookie{
		Name: s.cookieName(), Path: "/", MaxAge: -1,
		HttpOnly: true, Secure: s.Address.Scheme == "https", SameSite: http.SameSiteLaxMode,
	})
}

func hashed(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}

// shortened gives at most so many bytes of a text, and only text: what a browser calls itself may be anything.
func shortened(s string, bytes int) string { return strings.ToValidUTF8(s[:min(len(s), bytes)], "") }

func earlier(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}
