package web

import (
	"context"
	"net/http"
	"net/url"
	"strconv"

	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
)

// invitePage asks whom to invite.
type invitePage struct {
	Page
	Form   Form
	Fields personFields
	ByMail bool // letters can be sent
}

// invitedPage shows the link where no letter can bring it.
type invitedPage struct {
	Page
	Who  staff.Person
	Link string
}

func (s *Server) inviteForm(v *visit) error {
	team := v.r.URL.Query().Get("team")
	return s.showInvite(v, http.StatusOK, Form{Values: url.Values{"language": {first(v.company.Languages)}, "team": {team},
		"roles": v.r.URL.Query()["role"]}})
}

func (s *Server) showInvite(v *visit, status int, form Form) error {
	page := &invitePage{Page: s.page(v, "people.invite_title"), Form: form, ByMail: s.Mail != nil}
	page.Crumbs = []Link{{Label: s.words.T(v.lang, "people.title"), Href: "/people"}}
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
		teams, err := s.teamOptions(v, tx)
		page.Fields = s.personFields(v, form, teams)
		return err
	})
	if err != nil {
		return err
	}
	s.render.Render(v.w, v.r, status, "people/invite", page)
	return nil
}

// invitePerson takes the form.
func (s *Server) invitePerson(v *visit) error {
	typed := s.typedPerson(v, staff.Person{Zone: v.company.Zone})
	if len(typed.Roles) > 0 {
		if err := signin.StepUp(string(staff.GiveRoles), v.session.kept.Proved, v.now); err != nil {
			return err
		}
	}
	err := s.inviteWith(v, func(tx *store.Tx, send staff.Send) (staff.Person, error) {
		return staff.Invite(v.ctx, tx, v.who, typed, send, v.now)
	})
	if status, mendable := refused(err); err != nil && mendable {
		form := Form{Values: v.r.PostForm}
		form.Refuse(v.lang, err)
		return s.showInvite(v, status, form)
	}
	return err
}

// inviteAgain makes another link. For somebody who is active it replaces every way in, so it wants a fresh proof.
func (s *Server) inviteAgain(v *visit) error {
	return s.inviteWith(v, func(tx *store.Tx, send staff.Send) (staff.Person, error) {
		p, err := tx.Person(v.ctx, v.r.PathValue("id"))
		if err == nil && p.State == staff.Active {
			err = signin.StepUp(removePerson, v.session.kept.Proved, v.now)
		}
		if err != nil {
			return p, err
		}
		return staff.InviteAgain(v.ctx, tx, v.who, p.ID, send)
	})
}

// returnPerson invites somebody back who has left.
func (s *Server) returnPerson(v *visit) error {
	return s.inviteWith(v, func(tx *store.Tx, send staff.Send) (staff.Person, error) {
		version, err := strconv.ParseInt(v.form("version"), 10, 64)
		if err != nil {
			version = -1 // nobody's, so that it is told as a conflict
		}
		return staff.Return(v.ctx, tx, v.who, v.r.PathValue("id"), version, send, v.now)
	})
}

// inviteWith does what sends an invitation, and goes on to the person, or shows the link that no letter brings.
func (s *Server) inviteWith(v *visit, invite func(*store.Tx, staff.Send) (staff.Person, error)) error {
	var who staff.Person
	var link string
	err := s.Store.Write(v.ctx, func(tx *store.Tx) (err error) {
		who, err = invite(tx, func(ctx context.Context, p staff.Person) (err error) {
			link, err = s.invite(ctx, tx, p, v.who)
			return err
		})
		if err != nil || link != "" {
			return err
		}
		return s.flash(v, tx, "people.invitation_sent")
	})
	if err != nil {
		return err
	}
	if link == "" {
		return v.see("/people/" + who.ID)
	}
	page := &invitedPage{Page: s.page(v, "people.invited_title"), Who: who, Link: link}
	page.Crumbs = []Link{{Label: s.words.T(v.lang, "people.title"), Href: "/people"}}
	s.render.Render(v.w, v.r, http.StatusOK, "people/invited", page)
	return nil
}

func first(list []string) string {
	if len(list) == 0 {
		return English
	}
	return list[0]
}
