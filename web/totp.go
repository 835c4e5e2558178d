package web

import (
	"encoding/base64"
	"encoding/json"
	"html/template"
	"net/http"
	"strings"

	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
)

// appPage shows the secret for an authenticator app and asks for the first code.
type appPage struct {
	Page
	Form
	Steps  []Step
	QR     template.URL // an image, as a data URL
	URL    template.URL // otpauth://…, for whoever reads this on the phone itself
	Secret string       // in groups of four, to be typed
}

// newApp shows the QR code.
func (s *Server) newApp(v *visit) error { return s.showNewApp(v, http.StatusOK, nil) }

func (s *Server) showNewApp(v *visit, status int, wrong error) error {
	page := &appPage{}
	var app signin.TOTP
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error {
		a, err := s.settingApp(v, tx)
		if err != nil {
			return err
		}
		page.Steps = s.setUpSteps(v, a)
		app, err = s.appOf(v, tx, a)
		return err
	})
	if err != nil {
		return err
	}
	png, err := app.QR()
	if err != nil {
		return err
	}
	page.Page = s.page(v, "signin.app_title")
	page.Whole = true
	page.Form.Values = v.r.PostForm
	page.QR = template.URL("data:image/png;base64," + base64.StdEncoding.EncodeToString(png))
	page.URL, page.Secret = template.URL(app.URL), grouped(app.Secret)
	if wrong != nil {
		page.Refuse(v.lang, wrong)
	}
	s.render.Render(v.w, v.r, status, "signin/app", page)
	return nil
}

// settingApp finds the attempt of a browser that has got as far as the app.
func (s *Server) settingApp(v *visit, tx *store.Tx) (*attempt, error) {
	a, err := s.settingUp(v, tx)
	if err == nil && a.Password == "" && a.Only != appOnly {
		err = startAgain()
	}
	return a, err
}

// appOf gives the secret of the attempt, the same for as long as it lasts.
func (s *Server) appOf(v *visit, tx *store.Tx, a *attempt) (app signin.TOTP, err error) {
	if len(a.App) > 0 {
		plain, err := s.Sealer.Open(a.App, totpRow(a.Person))
		if err != nil {
			return app, err
		}
		return app, json.Unmarshal(plain, &app)
	}
	h, err := s.newHolder(v, tx, a)
	if err != nil {
		return app, err
	}
	company := v.company.Name
	if a.Purpose == forStart {
		company = a.Answers.Company
	}
	if app, err = signin.NewTOTP(company, h.Mail); err != nil {
		return app, err
	}
	plain, err := json.Marshal(app)
	if err != nil {
		return app, err
	}
	if a.App, err = s.Sealer.Seal(plain, totpRow(a.Person)); err != nil {
		return app, err
	}
	return app, s.keepAttempt(v, tx, a)
}

// setApp ends a set-up with the app's first code.
func (s *Server) setApp(v *visit) error {
	then, err := s.settle(v, "app", func(tx *store.Tx, a *attempt, who staff.Person) error {
		return s.keepApp(v, tx, a, who)
	})
	if codeFault(err) {
		status, _ := refused(err)
		return s.showNewApp(v, status, err)
	} else if err != nil {
		return err
	}
	return v.see(then)
}

func (s *Server) keepApp(v *visit, tx *store.Tx, a *attempt, who staff.Person) error {
	if len(a.App) == 0 || a.Password == "" && a.Only != appOnly {
		return startAgain()
	}
	app, err := s.appOf(v, tx, a)
	if err != nil {
		return err
	}
	step, err := signin.CheckTOTP(app.Secret, v.form("code"), 0, v.now)
	if err != nil {
		return err
	}
	c, err := tx.Credential(v.ctx, who.ID)
	if err != nil {
		return err
	}
	if a.Password != "" {
		c.Password = a.Password
	}
	if c.Password == "" {
		return startAgain()
	}
	if c.TOTP, err = s.Sealer.Seal([]byte(app.Secret), totpRow(who.ID)); err != nil {
		return err
	}
	c.Step, c.Changed = step, v.now
	return tx.KeepCredential(v.ctx, c)
}

// grouped writes a secret in groups of four, as people type it.
func grouped(secret string) string {
	var groups []string
	for len(secret) > 4 {
		groups, secret = append(groups, secret[:4]), secret[4:]
	}
	return strings.Join(append(groups, secret), " ")
}
