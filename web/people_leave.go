package web

import (
	"net/http"
	"net/url"
	"strconv"

	"rostrum/fault"
	"rostrum/ledger"
	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
)

// removePerson is the action of package signin that wants a fresh proof.
const removePerson = "person.remove"

// leavePage asks whether to part with a person, and shows what will happen.
type leavePage struct {
	Page
	Form       Form
	Who        staff.Person
	Held       staff.Holding
	Successors []Option
}

// leftPage tells what has happened.
type leftPage struct {
	Page
	Who       staff.Person
	Held      staff.Holding
	Successor string
	At        ledger.Entry
}

func (s *Server) leaveForm(v *visit) error { return s.showLeave(v, http.StatusOK, nil) }

func (s *Server) showLeave(v *visit, status int, wrong error) error {
	page := &leavePage{}
	err := s.Store.Read(v.ctx, func(tx *store.Tx) (err error) {
		if page.Who, err = tx.Person(v.ctx, v.r.PathValue("id")); err != nil {
			return err
		}
		if page.Held, err = tx.Holds(v.ctx, page.Who.ID); err != nil {
			return err
		}
		page.Successors, err = s.successors(v, tx, page.Who, page.Held)
		return err
	})
	if err != nil {
		return err
	}
	title := "people.leave_title"
	if page.Who.State == staff.Invited {
		title = "people.revoke_title"
	}
	page.Page = s.page(v, "")
	page.Title = s.words.T(v.lang, title, "name", page.Who.Name)
	page.Crumbs = []Link{{Label: s.words.T(v.lang, "people.title"), Href: "/people"}, {Label: page.Who.Name, Href: "/people/" + page.Who.ID}}
	page.Form = Form{Values: url.Values{"successor": {v.form("successor")}, "version": {strconv.FormatInt(page.Who.Version, 10)}}}
	if wrong != nil {
		page.Form.Refuse(v.lang, wrong)
	}
	s.render.Render(v.w, v.r, status, "people/leave", page)
	return nil
}

// successors are the active people who could go on with what somebody holds.
func (s *Server) successors(v *visit, tx *store.Tx, leaver staff.Person, held staff.Holding) ([]Option, error) {
	needed := staff.EditPolicy
	if held.Drafts == 0 {
		needed = staff.SeeAccounts
	}
	owners, err := peopleWho(v, tx, needed)
	options := []Option{{"", s.words.T(v.lang, "people.choose")}}
	for _, p := range owners {
		if p.ID != leaver.ID {
			options = append(options, Option{p.ID, p.Name})
		}
	}
	return options, err
}

func (s *Server) leavePerson(v *visit) error {
	if err := signin.StepUp(removePerson, v.session.kept.Proved, v.now); err != nil {
		return err
	}
	id := v.r.PathValue("id")
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error {
		version, err := strconv.ParseInt(v.form("version"), 10, 64)
		if err != nil {
			version = -1
		}
		_, err = staff.Leave(v.ctx, tx, v.who, id, version, v.form("successor"), v.now)
		return err
	})
	if status, mendable := refused(err); err != nil && mendable {
		return s.showLeave(v, status, err)
	} else if err != nil {
		return err
	}
	return v.see("/people/" + id + "/left")
}

// personLeft reads the last leaving of a person from the ledger.
func (s *Server) personLeft(v *visit) error {
	page := &leftPage{}
	err := s.Store.Read(v.ctx, func(tx *store.Tx) (err error) {
		if page.Who, err = tx.Person(v.ctx, v.r.PathValue("id")); err != nil {
			return err
		}
		entries, err := tx.PersonHistory(v.ctx, page.Who.ID, historySize)
		if err != nil {
			return err
		}
		for _, one := range entries {
			if page.At, _, _, err = ledger.Open(one.Leaf, one.Private); err != nil || page.At.Kind == "person.left" {
				break
			}
		}
		if err != nil || page.At.Kind != "person.left" {
			return notLeft(err)
		}
		names, err := s.namesIn(v.ctx, tx, v.lang, page.At)
		page.Successor = names[page.At.Data["successor"]]
		return err
	})
	if err != nil {
		return err
	}
	page.Held = staff.Held(page.At)
	page.Page = s.page(v, "")
	page.Title = s.words.T(v.lang, "people.left_title", "name", page.Who.Name)
	page.Crumbs = []Link{{Label: s.words.T(v.lang, "people.title"), Href: "/people"}, {Label: page.Who.Name, Href: "/people/" + page.Who.ID}}
	s.render.Render(v.w, v.r, http.StatusOK, "people/left", page)
	return nil
}

func notLeft(err error) error {
	if err != nil {
		return err
	}
	return fault.New(fault.NotFound, "This person has not left.", "Šis žmogus nėra išėjęs.")
}
