package web

import (
	"net/http"

	"rostrum/fault"
	"rostrum/staff/signin"
	"rostrum/store"
)

// provePage asks a person who is signed in for a fresh proof.
type provePage struct {
	Page
	Form
	Then     string
	Passkeys bool // the person has one
	Password bool // the person has a password and an app
	Service  bool // the person signs in through the company's service
}

func (s *Server) prove(v *visit) error {
	return s.showProve(v, http.StatusOK, Local(v.r.URL.Query().Get("then")), nil)
}

func (s *Server) showProve(v *visit, status int, then string, wrong error) error {
	page := &provePage{Page: s.page(v, "signin.prove_title"), Form: Form{Values: v.r.PostForm}, Then: then}
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
		keys, err := tx.Passkeys(v.ctx, v.who.ID)
		if err != nil {
			return err
		}
		c, err := tx.Credential(v.ctx, v.who.ID)
		if err != nil {
			return err
		}
		page.Passkeys, page.Password = len(keys) > 0 && s.gate.passkeys != nil, c.Password != ""
		if s.Provider.Issuer != "" {
			page.Service, err = tx.IsLinked(v.ctx, s.Provider.Issuer, v.who.ID)
		}
		return err
	})
	if err != nil {
		return err
	}
	if wrong != nil {
		page.Refuse(v.lang, wrong)
	}
	s.render.Render(v.w, v.r, status, "signin/prove", page)
	return nil
}

// fresh gives the fault of kind StepUp unless the person has just proved who they are.
func (s *Server) fresh(v *visit) error {
	return signin.StepUp("signin.change", v.session.kept.Proved, v.now)
}

// provePassword takes password and code together.
func (s *Server) provePassword(v *visit) error {
	return s.proved(v, s.tryProof(v, v.r.PostFormValue("password"), v.form("code")))
}

func (s *Server) tryProof(v *visit, password, code string) error {
	_, g, stored, err := s.counted(v, v.who.Mail)
	if err != nil {
		return err
	}
	ok, _, err := s.gate.passwords.Verify(v.ctx, stored.Password, password)
	if err != nil {
		return err
	}
	return s.judge(v, func(tx *store.Tx) (refusal, err error) {
		if !ok {
			refusal := &fault.Fault{Code: fault.SignIn, Field: "password", EN: "The password is wrong.", LT: "Slaptažodis neteisingas."}
			return refusal, s.failed(v, tx, g, "password")
		}
		by, err := s.checkCode(v, tx, v.who.ID, code)
		if fault.Is(err, fault.SignIn) {
			return err, s.failed(v, tx, g, by)
		}
		if err != nil {
			return nil, err
		}
		if err := s.forgive(v, tx, g); err != nil {
			return nil, err
		}
		return nil, s.noteProof(v, tx)
	})
}

// provePasskey takes the answer of one of the person's own passkeys.
func (s *Server) provePasskey(v *visit) error {
	return s.proved(v, s.judge(v, func(tx *store.Tx) (refusal, err error) {
		who, refusal, err := s.tryPasskey(v, tx)
		if refusal != nil || err != nil {
			return refusal, err
		}
		if who.ID != v.who.ID {
			return fault.New(fault.SignIn, "This passkey belongs to somebody else. Choose one of yours.",
				"Šis prieigos raktas priklauso kitam žmogui. Pasirinkite savo."), nil
		}
		return nil, s.noteProof(v, tx)
	}))
}

func (s *Server) noteProof(v *visit, tx *store.Tx) error {
	v.session.kept.Proved = v.now
	return s.remember(v, tx)
}

// proved goes back to what wanted the proof, or shows what was wrong.
func (s *Server) proved(v *visit, err error) error {
	then := Local(v.form("then"))
	if status, mendable := refused(err); err != nil && mendable {
		return s.showProve(v, status, then, err)
	} else if err != nil {
		return err
	}
	return v.see(then)
}
