package staff

import (
	"context"
	"strings"
	"time"

	"rostrum/fault"
	"rostrum/ledger"
)

// Roll is what inviting and moving people needs to keep.
type Roll interface {
	Person(ctx context.Context, id string) (Person, error)
	PersonByMail(ctx context.Context, mail string) (Person, error)
	AddPerson(ctx context.Context, p Person) error
	ChangePerson(ctx context.Context, p Person) error
	Team(ctx context.Context, id string) (Team, error)
	// CountRole counts the active people with a role.
	CountRole(ctx context.Context, r Role) (int, error)
	Append(ctx context.Context, e ledger.Entry) error
}

// Send makes the invitation by which a person sets up signing in, puts that on the ledger, and sends a letter or gives a link.
type Send func(ctx context.Context, p Person) error

// Invite asks somebody new to join: name, mail, team, roles, language and zone are p's.
func Invite(ctx context.Context, r Roll, who, p Person, send Send, now time.Time) (Person, error) {
	if err := May(who, EditPeople); err != nil {
		return p, err
	}
	p.ID, p.State, p.Version, p.Invited, p.Joined, p.Departed = "", Invited, 1, now, time.Time{}, time.Time{}
	p.Roles = tidyRoles(p.Roles)
	if len(p.Roles) > 0 {
		if err := May(who, GiveRoles); err != nil {
			return p, err
		}
	}
	p, err := p.checked()
	if err != nil {
		return p, err
	}
	known, err := r.PersonByMail(ctx, p.Mail)
	if err == nil {
		return p, hereAlready(known)
	} else if !fault.Is(err, fault.NotFound) {
		return p, err
	}
	if err := knownTeam(ctx, r, p.Team); err != nil {
		return p, err
	}
	if err := r.AddPerson(ctx, p); err != nil {
		return p, err
	}
	if err := r.Append(ctx, invited(who, p, "person.invited", now)); err != nil {
		return p, err
	}
	return p, send(ctx, p)
}

// InviteAgain sends another invitation; an earlier one no longer works. For somebody who is active already it is the way
// back in when every other way is lost, and replaces them.
func InviteAgain(ctx context.Context, r Roll, who Person, id string, send Send) (Person, error) {
	if err := May(who, EditPeople); err != nil {
		return Person{}, err
	}
	p, err := r.Person(ctx, id)
	if err != nil {
		return p, err
	}
	if p.State == Left {
		return p, fault.New(fault.Conflict, p.Name+" has left. Have them back first.",
			p.Name+": šis žmogus išėjęs. Pirmiausia jį sugrąžinkite.")
	}
	return p, send(ctx, p)
}

// Return invites somebody back who has left. Name, address, team and language are as they were; roles are given anew.
func Return(ctx context.Context, r Roll, who Person, id string, version int64, send Send, now time.Time) (Person, error) {
	if err := May(who, EditPeople); err != nil {
		return Person{}, err
	}
	p, err := r.Person(ctx, id)
	if err != nil {
		return p, err
	}
	if p.State != Left {
		return p, fault.New(fault.Conflict, "This person has not left.", "Šis žmogus nėra išėjęs.")
	}
	if Erased(p) {
		return p, fault.New(fault.Conflict, "The personal data of this person were erased. Invite them as somebody new.",
			"Šio žmogaus asmens duomenys ištrinti. Pakvieskite jį kaip naują.")
	}
	p.State, p.Roles, p.Version = Invited, nil, version
	p.Invited, p.Joined, p.Departed = now, time.Time{}, time.Time{}
	if err := r.ChangePerson(ctx, p); err != nil {
		return p, err
	}
	p.Version++
	if err := r.Append(ctx, invited(who, p, "person.returned", now)); err != nil {
		return p, err
	}
	return p, send(ctx, p)
}

func invited(who, p Person, kind string, now time.Time) ledger.Entry {
	return ledger.Entry{Time: now, Actor: who.ID, Kind: kind, Subject: p.ID,
		Data:    map[string]string{"team": p.Team, "roles": roleList(p.Roles), "language": p.Language},
		Private: map[string]string{"name": p.Name, "mail": p.Mail}}
}

func hereAlready(known Person) error {
	f := &fault.Fault{Code: fault.Conflict, Field: "mail",
		EN: "Somebody with this e-mail address is here already: " + known.Name + ".",
		LT: "Žmogus su šiuo el. pašto adresu čia jau yra: " + known.Name + "."}
	if known.State == Left {
		f.EN = known.Name + " had this e-mail address and has left. Open that person's page to have them back."
		f.LT = "Šį el. pašto adresą turėjo " + known.Name + ", bet išėjo. Sugrąžinti galite to žmogaus puslapyje."
	}
	return f
}

func knownTeam(ctx context.Context, r Roll, id string) error {
	if id == "" {
		return nil
	}
	_, err := r.Team(ctx, id)
	if fault.Is(err, fault.NotFound) {
		return fault.Of("team", "There is no such team any more. Choose another.", "Tokios komandos nebėra. Pasirinkite kitą.")
	}
	return err
}

// roleList is how the ledger writes roles.
func roleList(roles []Role) string {
	names := make([]string, len(roles))
	for i, r := range roles {
		names[i] = string(r)
	}
	return strings.Join(names, " ")
}
