package web

import (
	"rostrum/staff"
	"rostrum/store"
	"rostrum/studio"
)

// inviteApprover is the form that invites somebody who approves the policy.
const inviteApprover = "/people/invite?role=" + string(staff.Approver)

// lonely tells somebody who works on the policy that nobody can approve it, and what to do about that.
type lonely struct {
	Text    string
	Invited []staff.Person // who could, but have not accepted their invitation
	Invite  string         // where a second person is invited; empty for who may not
}

// lonely says that the company has nobody who can approve a version, or any version where none is given; nil where it has.
func (s *Server) lonely(v *visit, tx *store.Tx, version *studio.Version) (*lonely, error) {
	eyes, err := studio.FindEyes(v.ctx, tx)
	switch {
	case err != nil:
		return nil, err
	case version == nil && eyes.Four(), version != nil && eyes.On(*version):
		return nil, nil
	}
	l := &lonely{Text: s.words.T(v.lang, "studio.lonely_text"), Invited: eyes.Invited}
	if version != nil && eyes.Four() {
		l.Text = s.words.T(v.lang, "studio.lonely_all_edited")
	}
	if staff.May(v.who, staff.EditPeople) == nil {
		l.Invite = inviteApprover
	}
	return l, nil
}
