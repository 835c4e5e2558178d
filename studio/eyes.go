package studio

import (
	"context"
	"slices"

	"rostrum/staff"
)

// Eyes are the people by whom a version can be approved: one alone cannot publish, since nobody approves what they edited.
type Eyes struct {
	Able    []staff.Person // who may approve
	Invited []staff.Person // who will be able to, once they accept the invitation
}

// Holders is where people with roles are found, by name.
type Holders interface {
	PeopleWithRole(ctx context.Context, r staff.Role) ([]staff.Person, error)
	InvitedWithRole(ctx context.Context, r staff.Role) ([]staff.Person, error)
}

// FindEyes gives the people by whom versions can be approved.
func FindEyes(ctx context.Context, h Holders) (e Eyes, err error) {
	for _, role := range []staff.Role{staff.PolicyOwner, staff.Approver} {
		able, err := h.PeopleWithRole(ctx, role)
		if err != nil {
			return e, err
		}
		invited, err := h.InvitedWithRole(ctx, role)
		if err != nil {
			return e, err
		}
		e.Able, e.Invited = joined(e.Able, able), joined(e.Invited, invited)
	}
	return e, nil
}

func joined(people, more []staff.Person) []staff.Person {
	for _, p := range more {
		if !slices.ContainsFunc(people, func(q staff.Person) bool { return q.ID == p.ID }) {
			people = append(people, p)
		}
	}
	return people
}

// Four tells whether somebody can edit a version and somebody else approve it.
func (e Eyes) Four() bool {
	return len(e.Able) > 1 && slices.ContainsFunc(e.Able, func(p staff.Person) bool { return staff.May(p, staff.EditPolicy) == nil })
}

// On tells whether anybody can approve a version: had no hand in it.
func (e Eyes) On(v Version) bool {
	return slices.ContainsFunc(e.Able, func(p staff.Person) bool { return staff.May(p, staff.ApprovePolicy) == nil && !v.EditedBy(p.ID) })
}
