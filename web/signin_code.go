package web

import (
	"net/http"

	"rostrum/fault"
	"rostrum/staff"
	"rostrum/store"
)

// codePage asks for the second factor: a code of the app, or a recovery code.
type codePage struct {
	Page
	Form
	To  string // where the form goes
	App bool   // the person has an app
}

// code asks for the code that follows a right password.
func (s *Server) code(v *visit) error {
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
		a, err := s.attempt(v, tx)
		if err == nil && !a.Coded {
			return startAgain()
		}
		return err
	})
	if err != nil {
		return err
	}
	return s.showCode(v, http.StatusOK, "/sign-in/code", true, nil)
}

func (s *Server) showCode(v *visit, status int, to string, app bool, wrong error) error {
	page := &codePage{Page: s.page(v, "signin.code_title"), Form: Form{Values: v.r.PostForm}, To: to, App: app}
	if wrong != nil {
		page.Refuse(v.lang, wrong)
	}
	s.render.Render(v.w, v.r, status, "signin/code", page)
	return nil
}

// enterCode signs in whoever gave the right password before and gives the right code now.
func (s *Server) enterCode(v *visit) error {
	then := "/"
	err := s.judge(v, func(tx *store.Tx) (refusal, err error) {
		a, err := s.attempt(v, tx)
		if err != nil {
			return nil, err
		}
		if !a.Coded {
			return startAgain(), nil
		}
		then = a.Then
		who, err := tx.Person(v.ctx, a.Person)
		if err != nil {
			return nil, err
		}
		if who.State != staff.Active {
			return startAgain(), nil
		}
		by, refusal, err := s.tryCode(v, tx, who, v.form("code"))
		if refusal != nil || err != nil {
			return refusal, err
		}
		return nil, s.enter(v, tx, who, by)
	})
	if codeFault(err) {
		status, _ := refused(err)
		return s.showCode(v, status, "/sign-in/code", true, err)
	} else if err != nil {
		return err
	}
	return v.see(Local(then))
}

// codeFault tells whether an error is to be shown beside the field of a code.
func codeFault(err error) bool {
	return err != nil && (fault.For(err).Field == "code" || fault.Is(err, fault.TooMany))
}

// startAgain sends a browser whose attempt has run out to the beginning.
func startAgain() error {
	return fault.New(fault.SignIn, "This took too long. Start again.", "Praėjo per daug laiko. Pradėkite iš naujo.")
}
