package web

import (
	"net/http"
	"strings"

	"rostrum/fault"
	"rostrum/staff"
	"rostrum/store"
)

// signInPage asks who comes: by passkey, by password, or through the company's sign-in service.
type signInPage struct {
	Page
	Form
	Then     string
	Passkeys bool
	Service  bool // there is a sign-in service
	Mail     bool // letters can be sent, so a way in can be recovered
	Out      bool // the visitor has just signed out
}

func (s *Server) signIn(v *visit) error {
	if v.company.Name == "" {
		return v.see("/start")
	}
	then := Local(v.r.URL.Query().Get("then"))
	if v.who.ID != "" {
		return v.see(then)
	}
	return s.showSignIn(v, http.StatusOK, then, nil)
}

// showSignIn shows the page with what was typed, and what was wrong with it.
func (s *Server) showSignIn(v *visit, status int, then string, wrong error) error {
	page := &signInPage{Page: s.page(v, "signin.title"), Form: Form{Values: v.r.PostForm}, Then: then,
		Passkeys: s.gate.passkeys != nil, Service: s.Provider.Issuer != "", Mail: s.Mail != nil,
		Out: wrong == nil && v.r.URL.Query().Has("out")}
	if wrong != nil {
		page.Refuse(v.lang, wrong)
	}
	s.render.Render(v.w, v.r, status, "signin/signin", page)
	return nil
}

// refused shows a form again if the visitor can mend it; other errors become pages of their own.
func refused(err error) (status int, mendable bool) {
	switch code := fault.For(err).Code; code {
	case fault.Invalid, fault.SignIn, fault.Conflict, fault.NotFound:
		return http.StatusUnprocessableEntity, true
	case fault.TooMany:
		return http.StatusTooManyRequests, true
	default:
		return Status(code), false
	}
}

// wrongPassword is the one answer to whoever is unknown, has left, has no password, or typed a wrong one.
func wrongPassword() error {
	return fault.New(fault.SignIn, "The e-mail address or the password is wrong. Check both, and try again.",
		"Neteisingas el. pašto adresas arba slaptažodis. Patikrinkite juos ir bandykite dar kartą.")
}

// enterPassword takes an address and a password, and asks for a code if they are right.
func (s *Server) enterPassword(v *visit) error {
	then := Local(v.form("then"))
	err := s.tryPassword(v, strings.ToLower(v.form("mail")), v.r.PostFormValue("password"), then)
	if status, mendable := refused(err); err != nil && mendable {
		return s.showSignIn(v, status, then, err)
	} else if err != nil {
		return err
	}
	return v.see("/sign-in/code")
}

// tryPassword does the same work, and takes the same time, whether there is such a person or not.
func (s *Server) tryPassword(v *visit, mail, password, then string) error {
	who, g, stored, err := s.counted(v, mail)
	if err != nil {
		return err
	}
	ok, renewed, err := s.gate.passwords.Verify(v.ctx, stored.Password, password)
	if err != nil {
		return err
	}
	return s.judge(v, func(tx *store.Tx) (refusal, err error) {
		if !ok {
			return wrongPassword(), s.failed(v, tx, g, "password")
		}
		if err := s.uncharge(v, tx, g.account, g.address); err != nil {
			return nil, err
		}
		if renewed != "" {
			stored.Password = renewed
			if err := tx.KeepCredential(v.ctx, stored); err != nil {
				return nil, err
			}
		}
		if err := s.endAttempt(v, tx); err != nil {
			return nil, err
		}
		return nil, s.keepAttempt(v, tx, &attempt{attempted: attempted{Person: who.ID, Then: then, Coded: true}})
	})
}

// counted counts a try at an address and finds what is known of it: nothing, where nobody active has it.
func (s *Server) counted(v *visit, mail string) (who staff.Person, g guess, stored store.Credential, err error) {
	err = s.Store.Write(v.ctx, func(tx *store.Tx) error {
		who, stored = staff.Person{}, store.Credential{}
		found, err := tx.PersonByMail(v.ctx, mail)
		if err != nil && !fault.Is(err, fault.NotFound) {
			return err
		}
		if found.State == staff.Active {
			who = found
		}
		if g, err = s.guess(v, tx, mail, who.ID); err != nil {
			return err
		}
		if err := s.charge(v, tx, g); err != nil {
			return err
		}
		stored, err = tx.Credential(v.ctx, who.ID)
		return err
	})
	return who, g, stored, err
}
