package scim

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"

	"rostrum/fault"
	"rostrum/staff"
	"rostrum/store"
)

func (v *visit) users() error {
	at, err := v.page()
	if err != nil {
		return err
	}
	var people []staff.Person
	var total int
	var teams map[string]string
	err = v.s.Store.Read(v.ctx, func(tx *store.Tx) (err error) {
		if text := v.r.URL.Query().Get("filter"); text != "" {
			people, err = v.filtered(tx, text)
			total = len(people)
			people = people[min(at.start-1, total):min(at.start-1+at.count, total)]
		} else {
			people, total, err = tx.DirectoryPeople(v.ctx, at.start-1, at.count)
		}
		if err == nil {
			teams, err = v.teamNames(tx)
		}
		return err
	})
	if err != nil {
		return err
	}
	resources := make([]object, len(people))
	for i, p := range people {
		resources[i] = v.userOut(p, teams)
	}
	return v.list(total, at.start, resources)
}

// filtered gives the people whom a filter finds.
func (v *visit) filtered(tx *store.Tx, text string) ([]staff.Person, error) {
	f, err := parseFilter(text)
	if err != nil {
		return nil, err
	}
	var p staff.Person
	switch f.attribute {
	case "username", "emails.value", "emails":
		p, err = tx.DirectoryPersonByMail(v.ctx, strings.ToLower(f.value))
	case "id":
		p, err = tx.DirectoryPerson(v.ctx, f.value)
	case "externalid":
		return tx.DirectoryPeopleByOutside(v.ctx, f.value)
	default:
		return nil, wrongFilter()
	}
	if fault.Is(err, fault.NotFound) {
		return nil, nil
	}
	return []staff.Person{p}, err
}

func (v *visit) teamNames(tx *store.Tx) (map[string]string, error) {
	teams, err := tx.Teams(v.ctx)
	names := make(map[string]string, len(teams))
	for _, t := range teams {
		names[t.ID] = t.Name
	}
	return names, err
}

func (v *visit) user() error {
	var p staff.Person
	var teams map[string]string
	err := v.s.Store.Read(v.ctx, func(tx *store.Tx) (err error) {
		if p, err = tx.DirectoryPerson(v.ctx, v.r.PathValue("id")); err == nil {
			teams, err = v.teamNames(tx)
		}
		return err
	})
	if err != nil {
		return err
	}
	return v.give(http.StatusOK, v.userOut(p, teams))
}

// wished reads the user of a POST or PUT on top of what is there.
func (v *visit) wished(u *user) (*user, error) {
	var all map[string]json.RawMessage
	if err := v.take(&all); err != nil {
		return nil, err
	}
	for name := range all {
		// Directories send these with every user; they are the groups' and the company's to say.
		switch strings.ToLower(name) {
		case "groups", "roles", "password":
			delete(all, name)
		}
	}
	return u, spread(u, all, false)
}

// addUser invites somebody. Who has left and is known by the address is invited back.
func (v *visit) addUser() error {
	u, err := v.wished(&user{active: true})
	if err != nil {
		return err
	}
	return v.change(http.StatusCreated, func(tx *store.Tx) (staff.Person, error) {
		known, err := tx.PersonByMail(v.ctx, strings.ToLower(strings.TrimSpace(u.userName)))
		if err == nil && known.State == staff.Left && u.active {
			return v.keep(tx, known, u)
		} else if err != nil && !fault.Is(err, fault.NotFound) {
			return known, err
		}
		company, err := tx.Company(v.ctx)
		if err != nil {
			return known, err
		}
		p := u.into(staff.Person{Zone: company.Zone})
		if p.Name == "" {
			p.Name, _, _ = strings.Cut(p.Mail, "@")
		}
		if p.Language == "" && len(company.Languages) > 0 {
			p.Language = company.Languages[0]
		}
		send := v.send(tx)
		if !u.active {
			send = func(context.Context, staff.Person) error { return nil }
		}
		if p, err = staff.Invite(v.ctx, tx, v.Who, p, send, v.Now); err != nil || u.active {
			return p, err
		}
		return v.leave(tx, p)
	})
}

func (v *visit) send(tx *store.Tx) staff.Send {
	return func(ctx context.Context, p staff.Person) error {
		_, err := v.s.Invite(ctx, tx, p, v.Who)
		return err
	}
}

func (v *visit) replaceUser() error {
	return v.update(func(p staff.Person) (*user, error) { return v.wished(userOf(p)) })
}

func (v *visit) patchUser() error {
	var changes patch
	if err := v.take(&changes); err != nil {
		return err
	}
	return v.update(func(p staff.Person) (*user, error) {
		u := userOf(p)
		err := changes.apply(u)
		if err != nil && changes.part(p) { // nobody keeps access because something beside it cannot be had
			u, err = userOf(p), nil
			u.active = false
		}
		return u, err
	})
}

// update changes a user to what is wished of them.
func (v *visit) update(wished func(staff.Person) (*user, error)) error {
	var u *user
	return v.change(http.StatusOK, func(tx *store.Tx) (staff.Person, error) {
		was, err := tx.DirectoryPerson(v.ctx, v.r.PathValue("id"))
		if err != nil {
			return was, err
		}
		if u == nil { // the body is read once, also where the transaction is tried again
			if u, err = wished(was); err != nil {
				return was, err
			}
		}
		return v.keep(tx, was, u)
	})
}

// keep makes a person what the directory wants: back, moved or gone. Nothing changes about somebody who has left and stays so.
func (v *visit) keep(tx *store.Tx, was staff.Person, u *user) (p staff.Person, err error) {
	p = was
	if was.State == staff.Left {
		if !u.active {
			return p, nil
		}
		if p, err = staff.Return(v.ctx, tx, v.Who, p.ID, p.Version, v.send(tx), v.Now); err != nil {
			return p, err
		}
		if err := tx.DirectoryRecall(v.ctx, p.ID); err != nil {
			return p, err
		}
	}
	is := u.into(p)
	if p.Has(staff.Administrator) && is.Mail != p.Mail {
		return p, &fault.Fault{Code: fault.Forbidden,
			EN: "Programs do not change administrators' addresses. Do that on the person's own page.",
			LT: "Programos administratorių adresų nekeičia. Tai padarykite žmogaus puslapyje."}
	}
	if p, err = staff.Move(v.ctx, tx, v.Who, is, v.Now); err != nil || u.active {
		return p, err
	}
	return v.leave(tx, p)
}

// leave parts with a person. The administrator who made the token goes on with their drafts, or a policy owner where the
// administrator may not: nobody keeps access for want of a successor.
func (v *visit) leave(tx *store.Tx, p staff.Person) (staff.Person, error) {
	successor := v.Who.ID
	if staff.May(v.Who, staff.EditPolicy) != nil {
		owners, err := tx.PeopleWithRole(v.ctx, staff.PolicyOwner)
		if err != nil {
			return p, err
		}
		for _, o := range owners {
			if o.ID != p.ID {
				successor = o.ID
				break
			}
		}
	}
	if _, err := staff.Leave(v.ctx, tx, v.Who, p.ID, p.Version, successor, v.Now); err != nil {
		return p, err
	}
	return tx.Person(v.ctx, p.ID)
}

// change writes and answers with the person as they are then.
func (v *visit) change(status int, f func(*store.Tx) (staff.Person, error)) error {
	var p staff.Person
	var teams map[string]string
	err := v.s.Store.Write(v.ctx, func(tx *store.Tx) (err error) {
		if p, err = f(tx); err == nil {
			teams, err = v.teamNames(tx)
		}
		return err
	})
	if err != nil {
		return err
	}
	v.w.Header().Set("Location", v.address("Users", p.ID))
	return v.give(status, v.userOut(p, teams))
}

// deleteUser parts with a person, if that has not been done, and lets the directory find them no more.
func (v *visit) deleteUser() error {
	err := v.s.Store.Write(v.ctx, func(tx *store.Tx) error {
		p, err := tx.DirectoryPerson(v.ctx, v.r.PathValue("id"))
		if err != nil {
			return err
		}
		if p.State != staff.Left {
			if p, err = v.leave(tx, p); err != nil {
				return err
			}
		}
		return tx.DirectoryForget(v.ctx, p.ID)
	})
	if err == nil {
		v.w.WriteHeader(http.StatusNoContent)
	}
	return err
}
