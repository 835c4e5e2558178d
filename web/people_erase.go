package web

import (
	"net/http"

	"rostrum/staff"
	"rostrum/store"
)

// erasePage asks whether to erase the personal data of somebody who has left, and says what will happen.
type erasePage struct {
	Page
	Form Form
	Who  staff.Person
}

func (s *Server) eraseForm(v *visit) error { return s.showErase(v, http.StatusOK, nil) }

func (s *Server) showErase(v *visit, status int, wrong error) error {
	page := &erasePage{}
	err := s.Store.Read(v.ctx, func(tx *store.Tx) (err error) {
		page.Who, err = tx.Person(v.ctx, v.r.PathValue("id"))
		return err
	})
	if err != nil {
		return err
	}
	if page.Who.State != staff.Left || staff.Erased(page.Who) {
		return v.see("/people/" + page.Who.ID)
	}
	page.Page = s.page(v, "")
	page.Title = s.words.T(v.lang, "erase.title", "name", page.Who.Name)
	page.Crumbs = []Link{{Label: s.words.T(v.lang, "people.title"), Href: "/people"}, {Label: page.Who.Name, Href: "/people/" + page.Who.ID}}
	page.Form = Form{Values: v.r.PostForm}
	if wrong != nil {
		page.Form.Refuse(v.lang, wrong)
	}
	s.render.Render(v.w, v.r, status, "people/erase", page)
	return nil
}

func (s *Server) erasePerson(v *visit) error {
	id := v.r.PathValue("id")
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error {
		if err := staff.Erase(v.ctx, tx, v.who, id, v.form("reason"), v.now); err != nil {
			return err
		}
		return s.flash(v, tx, "erase.done")
	})
	if status, mendable := refused(err); err != nil && mendable {
		return s.showErase(v, status, err)
	} else if err != nil {
		return err
	}
	return v.see("/people/" + id)
}
