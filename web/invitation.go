package web

import (
	"net/http"

	"rostrum/fault"
	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
)

// invitationPage welcomes somebody who was invited.
type invitationPage struct {
	Page
	Form
	By      string // who invites; empty if they have gone
	Who     staff.Person
	Service bool
}

// invitation opens the link of an invitation. Opening it changes nothing, so programs that look at mail use nothing up.
func (s *Server) invitation(v *visit) error { return s.showInvitation(v, http.StatusOK, nil) }

func (s *Server) showInvitation(v *visit, status int, wrong error) error {
	page := &invitationPage{Form: Form{Values: v.r.PostForm}, Service: s.Provider.Issuer != ""}
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
		_, who, err := s.invited(v, tx)
		if err != nil {
			return err
		}
		page.Who = who
		i, err := tx.InvitationOf(v.ctx, who.ID, signin.InvitationToken)
		if err != nil {
			return err
		}
		by, err := tx.Person(v.ctx, i.By)
		if page.By = by.Name; fault.Is(err, fault.NotFound) {
			return nil
		}
		return err
	})
	if err != nil {
		return err
	}
	page.Page = s.page(v, "signin.invitation_title")
	page.Nav, page.Person = nil, nil
	if wrong != nil {
		page.Refuse(v.lang, wrong)
	}
	s.render.Render(v.w, v.r, status, "signin/invitation", page)
	return nil
}

// invited gives the invitation behind the address of the page, and whom it is for.
func (s *Server) invited(v *visit, tx *store.Tx) (hash string, who staff.Person, err error) {
	if hash, err = signin.TokenHash(signin.InvitationToken, v.r.PathValue("token")); err != nil {
		return "", who, fault.New(fault.NotFound, fault.For(err).EN, fault.For(err).LT)
	}
	i, err := s.linked(v, tx, hash, signin.InvitationToken)
	if err != nil {
		return "", who, err
	}
	who, err = tx.Person(v.ctx, i.Person)
	return hash, who, err
}

// acceptInvitation takes name and language and goes on to the way in. The invitation is used up only when that is set.
func (s *Server) acceptInvitation(v *visit) error {
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error {
		hash, who, err := s.invited(v, tx)
		if err != nil {
			return err
		}
		who.Name, who.Language = v.form("name"), v.form("language")
		if who, err = who.Checked(); err != nil {
			return err
		}
		return s.beginSetUp(v, tx, attempted{Purpose: forInvitation, Person: who.ID, Link: hash, Name: who.Name, Language: who.Language})
	})
	if status, mendable := refused(err); err != nil && mendable && fault.For(err).Field != "" {
		return s.showInvitation(v, status, err)
	} else if err != nil {
		return err
	}
	return v.see("/sign-in/set-up")
}

// join lets an invited person in. For somebody who is active already the invitation replaces all ways in that they had.
func (s *Server) join(v *visit, tx *store.Tx, a *attempt) (staff.Person, error) {
	i, err := s.linked(v, tx, a.Link, signin.InvitationToken)
	if err != nil {
		return staff.Person{}, err
	}
	who, err := tx.Person(v.ctx, i.Person)
	if err != nil {
		return who, err
	}
	if err := tx.EndCredentials(v.ctx, who.ID); err != nil {
		return who, err
	}
	if err := tx.EndSessions(v.ctx, who.ID, ""); err != nil {
		return who, err
	}
	if who.State == staff.Active {
		return staff.ChangeOwn(v.ctx, tx, who, a.Name, a.Language, who.Zone, v.now)
	}
	return staff.Join(v.ctx, tx, who, a.Name, a.Language, v.now)
}
