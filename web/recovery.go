package web

import (
	"net/http"
	"strings"

	"rostrum/fault"
	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
)

// helpPage is for who cannot sign in.
type helpPage struct {
	Page
	Form
	Mail bool // letters can be sent
	Sent bool // the answer, the same whether or not anybody has the address
}

func (s *Server) help(v *visit) error {
	page := &helpPage{Page: s.page(v, "signin.help_title"), Mail: s.Mail != nil, Sent: v.r.URL.Query().Has("sent")}
	s.render.Render(v.w, v.r, http.StatusOK, "signin/help", page)
	return nil
}

// askRecovery puts a letter on its way. Whether anybody has the address is found out later, so that nobody can tell from
// the answer.
func (s *Server) askRecovery(v *visit) error {
	mail := strings.ToLower(v.form("mail"))
	if mail == "" || len(mail) > 254 || !strings.Contains(mail, "@") {
		page := &helpPage{Page: s.page(v, "signin.help_title"), Form: Form{Values: v.r.PostForm}, Mail: s.Mail != nil}
		page.Refuse(v.lang, fault.Of("mail", "Enter an e-mail address such as rasa@example.com.", "Įveskite el. pašto adresą, pavyzdžiui, rasa@example.com."))
		s.render.Render(v.w, v.r, http.StatusUnprocessableEntity, "signin/help", page)
		return nil
	}
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error { return s.post(v.ctx, tx, "", letter{What: forgotten, Mail: mail}) })
	if err != nil {
		return err
	}
	return v.see("/sign-in/help?sent")
}

// recovery opens the link of a letter about lost ways in. Who has an app or recovery codes gives a code first: a mailbox
// alone opens no account that something else guards.
func (s *Server) recovery(v *visit) error {
	hash, err := signin.TokenHash(signin.ResetToken, v.r.PathValue("token"))
	if err != nil {
		return fault.New(fault.NotFound, fault.For(err).EN, fault.For(err).LT)
	}
	guarded := false
	err = s.Store.Write(v.ctx, func(tx *store.Tx) error {
		i, err := s.linked(v, tx, hash, signin.ResetToken)
		if err != nil {
			return err
		}
		c, err := tx.Credential(v.ctx, i.Person)
		if err != nil {
			return err
		}
		keys, err := tx.Passkeys(v.ctx, i.Person)
		if err != nil {
			return err
		}
		guarded = len(c.TOTP) > 0 || len(c.Recovery) > 0 || len(keys) > 0
		return s.beginSetUp(v, tx, attempted{Purpose: forRecovery, Person: i.Person, Link: hash, Guarded: guarded})
	})
	if err != nil {
		return err
	}
	if guarded {
		return v.see("/recovery")
	}
	return v.see("/sign-in/set-up")
}

// recoveryCode asks for the code that guards the account.
func (s *Server) recoveryCode(v *visit) error { return s.showRecoveryCode(v, http.StatusOK, nil) }

func (s *Server) showRecoveryCode(v *visit, status int, wrong error) error {
	app := false
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
		a, err := s.attempt(v, tx)
		if err != nil {
			return err
		}
		if !a.Guarded {
			return startAgain()
		}
		c, err := tx.Credential(v.ctx, a.Person)
		app = len(c.TOTP) > 0
		return err
	})
	if err != nil {
		return err
	}
	return s.showCode(v, status, "/recovery", app, wrong)
}

// takeRecoveryCode lets whoever gives a right code go on.
func (s *Server) takeRecoveryCode(v *visit) error {
	err := s.judge(v, func(tx *store.Tx) (refusal, err error) {
		a, err := s.attempt(v, tx)
		if err != nil {
			return nil, err
		}
		if !a.Guarded {
			return startAgain(), nil
		}
		who, err := tx.Person(v.ctx, a.Person)
		if err != nil {
			return nil, err
		}
		if _, refusal, err = s.tryCode(v, tx, who, v.form("code")); refusal != nil || err != nil {
			return refusal, err
		}
		a.Guarded = false
		return nil, s.beginSetUp(v, tx, a.attempted)
	})
	if codeFault(err) {
		status, _ := refused(err)
		return s.showRecoveryCode(v, status, err)
	} else if err != nil {
		return err
	}
	return v.see("/sign-in/set-up")
}

// comeBack lets a person who lost their ways in set up a new one. It ends their sessions: whoever had them may be another.
func (s *Server) comeBack(v *visit, tx *store.Tx, a *attempt) (staff.Person, error) {
	i, err := s.linked(v, tx, a.Link, signin.ResetToken)
	if err != nil {
		return staff.Person{}, err
	}
	who, err := tx.Person(v.ctx, i.Person)
	if err != nil {
		return who, err
	}
	if who.State != staff.Active {
		return who, startAgain()
	}
	if err := tx.EndInvitations(v.ctx, who.ID); err != nil {
		return who, err
	}
	return who, tx.EndSessions(v.ctx, who.ID, "")
}
