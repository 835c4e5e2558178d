package web

import (
	"net/http"

	"rostrum/fault"
	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
)

// What is changed of a password with an app, where not both are.
const (
	passwordOnly = "password"
	appOnly      = "app"
)

// passwordPage asks for a new password.
type passwordPage struct {
	Page
	Form
	Steps []Step
	Mail  string // tells password managers whose it is
}

// newPassword asks for a password.
func (s *Server) newPassword(v *visit) error { return s.showNewPassword(v, http.StatusOK, nil) }

func (s *Server) showNewPassword(v *visit, status int, wrong error) error {
	page := &passwordPage{}
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
		a, err := s.settingUp(v, tx)
		if err != nil {
			return err
		}
		h, err := s.newHolder(v, tx, a)
		page.Steps, page.Mail = s.setUpSteps(v, a), h.Mail
		return err
	})
	if err != nil {
		return err
	}
	page.Page = s.page(v, "signin.password_title")
	if wrong != nil {
		page.Refuse(v.lang, wrong)
	}
	s.render.Render(v.w, v.r, status, "signin/password", page)
	return nil
}

// setPassword takes the password and goes on to the app, or ends a change of the password alone.
func (s *Server) setPassword(v *visit) error {
	then, err := s.hashPassword(v)
	if status, mendable := refused(err); err != nil && mendable && fault.For(err).Field == "password" {
		return s.showNewPassword(v, status, err)
	} else if err != nil {
		return err
	}
	return v.see(then)
}

func (s *Server) hashPassword(v *visit) (then string, err error) {
	var h signin.Holder
	var only string
	err = s.Store.Read(v.ctx, func(tx *store.Tx) error {
		a, err := s.settingUp(v, tx)
		if err != nil {
			return err
		}
		only = a.Only
		h, err = s.newHolder(v, tx, a)
		return err
	})
	if err != nil {
		return "", err
	}
	stored, err := s.gate.passwords.Hash(v.ctx, v.r.PostFormValue("password"), h.Name, h.Mail, v.company.Name)
	if err != nil {
		return "", err
	}
	if only == passwordOnly {
		return s.settle(v, "password", func(tx *store.Tx, a *attempt, who staff.Person) error {
			c, err := tx.Credential(v.ctx, who.ID)
			if err != nil {
				return err
			}
			if len(c.TOTP) == 0 {
				return startAgain()
			}
			c.Password, c.Changed = stored, v.now
			return tx.KeepCredential(v.ctx, c)
		})
	}
	return "/sign-in/set-up/app", s.Store.Write(v.ctx, func(tx *store.Tx) error {
		a, err := s.settingUp(v, tx)
		if err != nil {
			return err
		}
		a.Password = stored
		return s.keepAttempt(v, tx, a)
	})
}
