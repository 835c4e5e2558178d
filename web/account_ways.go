package web

import (
	"net/http"
	"slices"

	"rostrum/fault"
	"rostrum/store"
)

// waysPage shows every way in that the person has.
type waysPage struct {
	Page
	Form
	Tabs     []Link
	Passkeys []store.Passkey
	New      bool // passkeys can be added here
	Password bool // with an app
	Linked   bool // to the company's sign-in service
	Codes    int  // recovery codes that are left
	Last     bool // only one way in is left, so none may go
	Copied   bool // a passkey may have been copied
}

func (s *Server) ways(v *visit) error { return s.showWays(v, http.StatusOK, nil) }

func (s *Server) showWays(v *visit, status int, wrong error) error {
	page := &waysPage{Page: s.page(v, "account.ways_title"), Form: Form{Values: v.r.PostForm}, Tabs: s.accountTabs(v), New: s.gate.passkeys != nil}
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error { return s.readWays(v, tx, page) })
	if err != nil {
		return err
	}
	if wrong != nil {
		page.Refuse(v.lang, wrong)
	}
	s.render.Render(v.w, v.r, status, "account/ways", page)
	return nil
}

func (s *Server) readWays(v *visit, tx *store.Tx, page *waysPage) (err error) {
	if page.Passkeys, err = tx.Passkeys(v.ctx, v.who.ID); err != nil {
		return err
	}
	c, err := tx.Credential(v.ctx, v.who.ID)
	if err != nil {
		return err
	}
	page.Password, page.Codes = c.Password != "", len(c.Recovery)
	if s.Provider.Issuer != "" {
		if page.Linked, err = tx.IsLinked(v.ctx, s.Provider.Issuer, v.who.ID); err != nil {
			return err
		}
	}
	page.Copied = slices.ContainsFunc(page.Passkeys, func(p store.Passkey) bool { return !p.Copied.IsZero() })
	ways := len(page.Passkeys)
	if page.Password {
		ways++
	}
	if page.Linked {
		ways++
	}
	page.Last = ways == 1
	return nil
}

// addWay begins to set up a passkey, or a password with an app, or one of the two anew.
func (s *Server) addWay(v *visit) error {
	if err := s.fresh(v); err != nil {
		return err
	}
	then := map[string]string{"passkey": "/sign-in/set-up", "both": "/sign-in/set-up/password",
		passwordOnly: "/sign-in/set-up/password", appOnly: "/sign-in/set-up/app"}[v.form("what")]
	if then == "" {
		return s.nothingHere(v)
	}
	begun := attempted{Purpose: forAccount, Person: v.who.ID, Then: "/account/ways"}
	if what := v.form("what"); what == passwordOnly || what == appOnly {
		begun.Only = what
	}
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error { return s.beginSetUp(v, tx, begun) })
	if err != nil {
		return err
	}
	return v.see(then)
}

// renamePasskey gives a passkey the name by which its owner knows it.
func (s *Server) renamePasskey(v *visit) error {
	name, err := passkeyName(v.form("name"))
	if err == nil {
		err = s.Store.Write(v.ctx, func(tx *store.Tx) error {
			if err := tx.RenamePasskey(v.ctx, v.who.ID, v.form("passkey"), name); err != nil {
				return err
			}
			return s.flash(v, tx, "account.saved")
		})
	}
	return s.backToWays(v, err)
}

// removePasskey forgets a passkey, but never the last way in.
func (s *Server) removePasskey(v *visit) error {
	return s.removeWay(v, "passkey_removed", func(tx *store.Tx) error {
		return tx.RemovePasskey(v.ctx, v.who.ID, v.form("passkey"))
	})
}

// removePassword forgets the password with its app, but never the last way in.
func (s *Server) removePassword(v *visit) error {
	return s.removeWay(v, "password_removed", func(tx *store.Tx) error {
		c, err := tx.Credential(v.ctx, v.who.ID)
		if err != nil {
			return err
		}
		c.Password, c.TOTP, c.Step, c.Changed = "", nil, 0, v.now
		return tx.KeepCredential(v.ctx, c)
	})
}

func (s *Server) removeWay(v *visit, what string, remove func(*store.Tx) error) error {
	if err := s.fresh(v); err != nil {
		return err
	}
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error {
		if err := remove(tx); err != nil {
			return err
		}
		var left waysPage
		if err := s.readWays(v, tx, &left); err != nil {
			return err
		}
		if len(left.Passkeys) == 0 && !left.Password && !left.Linked {
			return fault.New(fault.Conflict, "This is your last way in. Add another one first.",
				"Tai paskutinis jūsų prisijungimo būdas. Pirmiausia pridėkite kitą.")
		}
		if err := s.changed(v, tx, v.who, what); err != nil {
			return err
		}
		return s.flash(v, tx, "account.removed")
	})
	return s.backToWays(v, err)
}

func (s *Server) backToWays(v *visit, err error) error {
	if status, mendable := refused(err); err != nil && mendable {
		return s.showWays(v, status, err)
	} else if err != nil {
		return err
	}
	return v.see("/account/ways")
}
