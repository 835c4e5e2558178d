package web

import (
	"context"
	"fmt"
	"net/http"
	"net/netip"
	"runtime/debug"
	"strings"
	"time"

	"rostrum/fault"
	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
)

// visit is one request: who asks, in which language, and what is to be answered.
type visit struct {
	w       http.ResponseWriter
	r       *http.Request
	ctx     context.Context
	now     time.Time
	lang    string
	who     staff.Person // the zero Person where nobody is signed in
	company staff.Company
	session *session
	pauses  []heldPause // that hold, for those who see posts
}

// visit makes a handler of a route: it finds out who asks, holds them to the route's permission and turns faults into pages.
func (s *Server) visit(to route) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		v := &visit{w: w, r: r, ctx: r.Context(), now: s.Now(), lang: English}
		defer s.caught(v)
		err := s.admit(v, to)
		if err == nil {
			err = v.take()
		}
		if err == nil {
			err = to.answer(v)
		}
		if err != nil {
			s.refuse(v, err)
		}
	})
}

// caught tells of a page that broke, and logs where. An answer that was cut off on purpose stays cut off.
func (s *Server) caught(v *visit) {
	switch broken := recover(); broken {
	case nil:
	case http.ErrAbortHandler:
		panic(broken)
	default:
		s.refuse(v, fmt.Errorf("the page broke: %v\n%s", broken, debug.Stack()))
	}
}

func (s *Server) admit(v *visit, to route) error {
	v.lang = v.language()
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
		company, err := tx.Company(v.ctx)
		if err != nil && !fault.Is(err, fault.NotFound) {
			return err
		}
		v.company = company
		s.zone.set(company.Zone)
		if err := s.recognise(v, tx); err != nil {
			return err
		}
		v.lang = v.language()
		v.pauses, err = s.heldNow(v, tx)
		return err
	})
	if err == nil {
		err = s.prolong(v)
	}
	if err == nil && v.r.Method != http.MethodGet {
		err = s.slow(v)
	}
	if err != nil {
		return err
	}
	switch {
	case to.who == anyone:
		return nil
	case v.company.Name == "":
		http.Redirect(v.w, v.r, "/start", http.StatusSeeOther)
		return errAnswered
	case v.who.ID == "" && s.strayed(v):
		http.Redirect(v.w, v.r, s.Address.JoinPath(v.r.URL.Path).String()+"?"+v.r.URL.RawQuery, http.StatusSeeOther)
		return errAnswered
	case v.who.ID == "":
		return fault.New(fault.SignIn, "Sign in first.", "Pirmiausia prisijunkite.")
	case to.who == signedIn:
		return nil
	}
	if err := staff.May(v.who, to.who); err != nil || v.r.Method == http.MethodGet {
		return err
	}
	return signin.StepUp(string(to.who), v.session.kept.Proved, v.now)
}

// language is the one that the visitor chose, else the person's, else what the browser asks for.
func (v *visit) language() string {
	if c, err := v.r.Cookie("language"); err == nil && (c.Value == English || c.Value == Lithuanian) {
		return c.Value
	}
	if v.who.Language != "" {
		return v.who.Language
	}
	if strings.HasPrefix(strings.ToLower(v.r.Header.Get("Accept-Language")), Lithuanian) {
		return Lithuanian
	}
	return English
}

// form gives a field of the form, trimmed.
func (v *visit) form(name string) string { return strings.TrimSpace(v.r.PostFormValue(name)) }

// see answers a form that was taken: the browser goes on to a page that can be read again.
func (v *visit) see(path string) error {
	http.Redirect(v.w, v.r, path, http.StatusSeeOther)
	return nil
}

// from is the address that the visitor came from, behind the proxies that are believed.
func (s *Server) from(r *http.Request) string {
	peer, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	address := peer.Addr().Unmap()
	hops := strings.Split(r.Header.Get("X-Forwarded-For"), ",")
	for i := len(hops) - 1; i >= 0 && s.believed(address); i-- {
		hop, err := netip.ParseAddr(strings.TrimSpace(hops[i]))
		if err != nil {
			break
		}
		address = hop.Unmap()
	}
	return address.String()
}

func (s *Server) believed(a netip.Addr) bool {
	for _, p := range s.Proxies {
		if p.Contains(a) {
			return true
		}
	}
	return false
}
