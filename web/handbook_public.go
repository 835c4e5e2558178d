package web

import (
	"rostrum/staff"
	"rostrum/store"
)

// publicBase is where anybody reads the policy, if the company lets them.
const publicBase = "/policy"

// publicHandbook and publicClause show the policy to anybody: its clauses, without who owns them, who may speak and the
// plans.
func (s *Server) publicHandbook(v *visit) error {
	return s.reading(v, publicBase, s.opened, s.contents)
}

func (s *Server) publicClause(v *visit) error {
	return s.reading(v, publicBase, s.opened, s.clause)
}

// opened gives the policy in force if the company lets anybody read it. Otherwise there is nothing at this address.
func (s *Server) opened(v *visit, tx *store.Tx) (*Ready, error) {
	open, err := s.isOpen(v, tx)
	if err != nil {
		return nil, err
	}
	if !open {
		return nil, s.nothingHere(v)
	}
	return s.InForce(v.ctx, tx, v.now)
}

func (s *Server) isOpen(v *visit, tx *store.Tx) (open bool, err error) {
	err = tx.Setting(v.ctx, staff.HandbookPublic, &open)
	return open, err
}

// handbookSettingsPage is where the company decides who may read its policy.
type handbookSettingsPage struct {
	Page
	Tabs    []Link
	Open    bool
	Address string
}

func (s *Server) handbookSettings(v *visit) error {
	page := handbookSettingsPage{Page: s.page(v, "settings.title"), Tabs: s.settingsTabs(v, "/settings/handbook"), Address: s.Address.JoinPath(publicBase).String()}
	err := s.Store.Read(v.ctx, func(tx *store.Tx) (err error) {
		page.Open, err = s.isOpen(v, tx)
		return err
	})
	if err != nil {
		return err
	}
	s.render.Render(v.w, v.r, 200, "handbook/settings", &page)
	return nil
}

func (s *Server) changeHandbookSettings(v *visit) error {
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error {
		if err := staff.OpenHandbook(v.ctx, tx, v.who, v.form("open") == "yes", v.now); err != nil {
			return err
		}
		return s.flash(v, tx, "handbook.saved")
	})
	if err != nil {
		return err
	}
	return v.see("/settings/handbook")
}
