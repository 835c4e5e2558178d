package web

import (
	"net/http"

	"rostrum/fault"
	"rostrum/ledger"
	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
)

// setUpPage lets a person choose how to sign in from now on.
type setUpPage struct {
	Page
	Form
	Steps    []Step
	Passkeys bool
}

// setUp asks: a passkey, or a password with an app?
func (s *Server) setUp(v *visit) error { return s.showSetUp(v, http.StatusOK, nil) }

func (s *Server) showSetUp(v *visit, status int, wrong error) error {
	page := &setUpPage{Passkeys: s.gate.passkeys != nil}
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
		a, err := s.settingUp(v, tx)
		if err == nil {
			page.Steps = s.setUpSteps(v, a)
		}
		return err
	})
	if err != nil {
		return err
	}
	page.Page = s.page(v, "signin.setup_title")
	if wrong != nil {
		page.Refuse(v.lang, wrong)
	}
	s.render.Render(v.w, v.r, status, "signin/setup", page)
	return nil
}

// setUpSteps shows whoever sets up the company how far they are.
func (s *Server) setUpSteps(v *visit, a *attempt) []Step {
	if a.Purpose == forStart {
		return s.startSteps(v, len(startQuestions()))
	}
	return nil
}

// settle ends a set-up in one transaction: the person comes to be or comes back, keep adds the way in, recovery codes
// are made where none are left, and whoever was not signed in is now. It gives the page to go on to.
func (s *Server) settle(v *visit, by string, keep func(*store.Tx, *attempt, staff.Person) error) (then string, err error) {
	founding, err := s.founding(v)
	if err != nil {
		return "", err
	}
	err = s.Store.Write(v.ctx, func(tx *store.Tx) error {
		then = ""
		a, err := s.settingUp(v, tx)
		if err != nil {
			return err
		}
		who, err := s.arrive(v, tx, a, founding)
		if err != nil {
			return err
		}
		if err := keep(tx, a, who); err != nil {
			return err
		}
		codes, err := s.firstCodes(v, tx, who.ID)
		if err != nil {
			return err
		}
		if err := s.settled(v, tx, a, who, by); err != nil {
			return err
		}
		if err := s.stayOrEnter(v, tx, a, who, by); err != nil {
			return err
		}
		if then = Local(a.Then); codes == nil {
			return s.flash(v, tx, "signin.set")
		}
		then = "/account/codes"
		return s.showCodesOnce(v, tx, codes)
	})
	return then, err
}

// settled records a new way in. Whoever comes for the first time needs no letter about it.
func (s *Server) settled(v *visit, tx *store.Tx, a *attempt, who staff.Person, by string) error {
	if a.Purpose == forAccount || a.Purpose == forRecovery {
		return s.changed(v, tx, who, by)
	}
	return tx.Append(v.ctx, ledger.Entry{Time: v.now, Actor: who.ID, Kind: "signin.changed", Subject: who.ID, Data: map[string]string{"set": by}})
}

// arrive gives the person whose way in is set up, once the set-up's purpose is fulfilled.
func (s *Server) arrive(v *visit, tx *store.Tx, a *attempt, founding *founding) (staff.Person, error) {
	switch a.Purpose {
	case forStart:
		return founding.found(v, tx)
	case forInvitation:
		return s.join(v, tx, a)
	case forRecovery:
		return s.comeBack(v, tx, a)
	}
	return v.who, signin.StepUp("signin.change", v.session.kept.Proved, v.now)
}

// stayOrEnter signs the person in, unless they are: then their other sessions stay too, and this one has proved itself.
func (s *Server) stayOrEnter(v *visit, tx *store.Tx, a *attempt, who staff.Person, by string) error {
	if a.Purpose != forAccount {
		return s.enter(v, tx, who, by)
	}
	if err := s.endAttempt(v, tx); err != nil {
		return err
	}
	return tx.EndSessions(v.ctx, who.ID, v.session.Token)
}

// firstCodes makes recovery codes for a person who has none left; nil for anybody else.
func (s *Server) firstCodes(v *visit, tx *store.Tx, person string) ([]string, error) {
	c, err := tx.Credential(v.ctx, person)
	if err != nil || len(c.Recovery) > 0 {
		return nil, err
	}
	made := signin.NewRecovery()
	c.Recovery, c.Changed = made.Hashes, v.now
	return made.Codes, tx.KeepCredential(v.ctx, c)
}

// beginSetUp remembers why a way in is about to be set up, under a cookie that nobody knew before.
func (s *Server) beginSetUp(v *visit, tx *store.Tx, begun attempted) error {
	if err := s.endAttempt(v, tx); err != nil {
		return err
	}
	return s.keepAttempt(v, tx, &attempt{attempted: begun})
}

// linked gives the invitation behind a link that is still good.
func (s *Server) linked(v *visit, tx *store.Tx, hash string, kind signin.TokenKind) (store.Invitation, error) {
	i, err := tx.Invitation(v.ctx, hash)
	if err == nil && (i.Kind != kind || !v.now.Before(i.Expires)) {
		err = fault.New(fault.NotFound,
			"This link is wrong, was used before or has expired. Ask for a new one.",
			"Ši nuoroda neteisinga, jau panaudota arba nebegalioja. Paprašykite naujos.")
	}
	return i, err
}
