package web

import (
	"crypto/rand"
	"strings"

	"rostrum/ledger"
	"rostrum/staff"
	"rostrum/store"
)

// enter signs the person in, in a session and with an attempt that ends here.
func (s *Server) enter(v *visit, tx *store.Tx, who staff.Person, by string) error {
	if who.State != staff.Active {
		return wrongPassword()
	}
	if v.session != nil {
		if err := tx.EndSession(v.ctx, v.session.Token); err != nil {
			return err
		}
	}
	if err := s.endAttempt(v, tx); err != nil {
		return err
	}
	if err := s.begin(v, tx, who); err != nil {
		return err
	}
	if err := s.greetDevice(v, tx, who); err != nil {
		return err
	}
	return tx.Append(v.ctx, ledger.Entry{Time: v.now, Actor: who.ID, Kind: "signin.done", Subject: who.ID,
		Data:    map[string]string{"by": by},
		Private: map[string]string{"address": v.session.Address, "agent": strings.ToValidUTF8(v.session.Agent, "")}})
}

// greetDevice notes the browser as one of the person's. The person gets a letter of every one but the first.
func (s *Server) greetDevice(v *visit, tx *store.Tx, who staff.Person) error {
	mark := s.mark(v)
	if mark == "" {
		mark = rand.Text()
	}
	s.cookie(v, s.deviceCookie(), mark, v.now.AddDate(1, 0, 0))
	known, err := tx.KnowsDevice(v.ctx, who.ID, hashed(mark))
	if err != nil {
		return err
	}
	earlier, err := tx.HasDevice(v.ctx, who.ID)
	if err != nil {
		return err
	}
	if !known && earlier {
		err := s.post(v.ctx, tx, who.ID, letter{What: newDevice, Device: v.r.UserAgent(), Place: v.session.Address, At: v.now})
		if err != nil {
			return err
		}
	}
	return tx.KeepDevice(v.ctx, who.ID, hashed(mark), v.now)
}

// mark is the random mark of the browser, or empty.
func (s *Server) mark(v *visit) string {
	cookie, err := v.r.Cookie(s.deviceCookie())
	if err != nil {
		return ""
	}
	return cookie.Value
}

func (s *Server) deviceCookie() string {
	if s.Address.Scheme == "https" {
		return "__Host-device"
	}
	return "device"
}

// signOut ends the session. It works also where the session has ended already.
func (s *Server) signOut(v *visit) error {
	if v.session != nil {
		err := s.Store.Write(v.ctx, func(tx *store.Tx) error { return tx.EndSession(v.ctx, v.session.Token) })
		if err != nil {
			return err
		}
	}
	s.takeCookie(v)
	return v.see("/sign-in?out")
}
