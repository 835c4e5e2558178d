package web

import (
	"encoding/json"
	"net/http"
	"strings"

	"rostrum/ledger"
	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
)

// codesPage shows new recovery codes until the person says that they are kept.
type codesPage struct {
	Page
	Codes []string
	Text  string // one a line, to copy
}

// showCodesOnce seals the codes into the session for the next page. The database keeps only their hashes otherwise.
func (s *Server) showCodesOnce(v *visit, tx *store.Tx, codes []string) error {
	plain, err := json.Marshal(codes)
	if err != nil {
		return err
	}
	if v.session.kept.Codes, err = s.Sealer.Seal(plain, "session/"+v.session.ID); err != nil {
		return err
	}
	return s.remember(v, tx)
}

func (s *Server) codes(v *visit) error {
	if len(v.session.kept.Codes) == 0 {
		return v.see("/account/ways")
	}
	if err := s.fresh(v); err != nil {
		return err
	}
	plain, err := s.Sealer.Open(v.session.kept.Codes, "session/"+v.session.ID)
	if err != nil {
		return err
	}
	page := &codesPage{Page: s.page(v, "signin.codes_title")}
	page.Nav, page.Whole = nil, true
	if err := json.Unmarshal(plain, &page.Codes); err != nil {
		return err
	}
	page.Text = strings.Join(page.Codes, "\n")
	s.render.Render(v.w, v.r, http.StatusOK, "signin/codes", page)
	return nil
}

// keptCodes forgets the codes that were shown.
func (s *Server) keptCodes(v *visit) error {
	v.session.kept.Codes = nil
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error { return s.remember(v, tx) })
	if err != nil {
		return err
	}
	return v.see("/")
}

// newCodes replaces the recovery codes.
func (s *Server) newCodes(v *visit) error {
	if err := s.fresh(v); err != nil {
		return err
	}
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error {
		c, err := tx.Credential(v.ctx, v.who.ID)
		if err != nil {
			return err
		}
		made := signin.NewRecovery()
		c.Recovery, c.Changed = made.Hashes, v.now
		if err := tx.KeepCredential(v.ctx, c); err != nil {
			return err
		}
		if err := s.changed(v, tx, v.who, "codes"); err != nil {
			return err
		}
		return s.showCodesOnce(v, tx, made.Codes)
	})
	if err != nil {
		return err
	}
	return v.see("/account/codes")
}

// changed records that a person changed how they sign in, and tells them so by letter: somebody else may have done it.
func (s *Server) changed(v *visit, tx *store.Tx, who staff.Person, what string) error {
	err := tx.Append(v.ctx, ledger.Entry{Time: v.now, Actor: who.ID, Kind: "signin.changed", Subject: who.ID,
		Data: map[string]string{"set": what}})
	if err != nil {
		return err
	}
	return s.post(v.ctx, tx, who.ID, letter{What: wayChanged, Way: what, Device: v.r.UserAgent(), Place: s.from(v.r), At: v.now})
}
