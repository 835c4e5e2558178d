package staff

import (
	"context"
	"slices"
	"strings"
	"time"

	"rostrum/fault"
	"rostrum/ledger"
)

// Move gives the person to.ID the name, mail, team, roles, language, zone and outside id of to. It refuses when somebody
// changed the person since to.Version was read. Nobody changes their own roles, and the last administrator stays one.
func Move(ctx context.Context, r Roll, who, to Person, now time.Time) (Person, error) {
	if err := May(who, EditPeople); err != nil {
		return to, err
	}
	was, err := r.Person(ctx, to.ID)
	if err != nil {
		return to, err
	}
	is, err := moved(was, to)
	if err != nil {
		return to, err
	}
	given, taken := roleChange(was.Roles, is.Roles)
	if err := mayChangeRoles(who, is, given, taken); err != nil {
		return to, err
	}
	fields := changedFields(was, is)
	if len(fields)+len(given)+len(taken) == 0 {
		return was, nil
	}
	if is.Team != was.Team {
		if err := knownTeam(ctx, r, is.Team); err != nil {
			return to, err
		}
	}
	if err := r.ChangePerson(ctx, is); err != nil {
		return to, err
	}
	is.Version++
	if err := recordMove(ctx, r, who, was, is, fields, now); err != nil {
		return to, err
	}
	return is, stillAdministered(ctx, r, was, is)
}

// moved is who was will be, tidied.
func moved(was, to Person) (Person, error) {
	if was.State == Left {
		return to, fault.New(fault.Conflict, was.Name+" has left. Have them back first.",
			was.Name+": šis žmogus išėjęs. Pirmiausia jį sugrąžinkite.")
	}
	is := was
	is.Name, is.Mail, is.Team, is.Language, is.Zone, is.Outside = to.Name, to.Mail, to.Team, to.Language, to.Zone, to.Outside
	is.Roles, is.Version = tidyRoles(to.Roles), to.Version
	return is.checked()
}

func mayChangeRoles(who, is Person, given, taken []Role) error {
	if len(given)+len(taken) == 0 {
		return nil
	}
	if err := May(who, GiveRoles); err != nil {
		return err
	}
	if who.ID == is.ID {
		return fault.Of("roles", "Nobody changes their own roles. Ask another administrator.",
			"Savo vaidmenų niekas nekeičia. Paprašykite kito administratoriaus.")
	}
	return nil
}

func recordMove(ctx context.Context, r Roll, who, was, is Person, fields []string, now time.Time) error {
	given, taken := roleChange(was.Roles, is.Roles)
	entry := func(kind string, data map[string]string) error {
		return r.Append(ctx, ledger.Entry{Time: now, Actor: who.ID, Kind: kind, Subject: is.ID, Data: data,
			Private: map[string]string{"name": is.Name}})
	}
	if len(fields) > 0 {
		e := ledger.Entry{Time: now, Actor: who.ID, Kind: "person.changed", Subject: is.ID,
			Data:    map[string]string{"fields": strings.Join(fields, " ")},
			Private: map[string]string{"name": is.Name, "mail": is.Mail, "name_before": was.Name, "mail_before": was.Mail}}
		if was.Team != is.Team {
			e.Data["team"], e.Data["team_before"] = is.Team, was.Team
		}
		if err := r.Append(ctx, e); err != nil {
			return err
		}
	}
	if len(given) > 0 {
		if err := entry("role.given", map[string]string{"roles": roleList(given)}); err != nil {
			return err
		}
	}
	if len(taken) > 0 {
		return entry("role.taken", map[string]string{"roles": roleList(taken)})
	}
	return nil
}

func changedFields(was, is Person) []string {
	var fields []string
	for _, f := range []struct{ name, was, is string }{
		{"name", was.Name, is.Name}, {"mail", was.Mail, is.Mail}, {"team", was.Team, is.Team},
		{"language", was.Language, is.Language}, {"zone", was.Zone, is.Zone}, {"outside", was.Outside, is.Outside},
	} {
		if f.was != f.is {
			fields = append(fields, f.name)
		}
	}
	return fields
}

// stillAdministered refuses a change that leaves the company without an administrator who can sign in. It counts after
// the ledger entry was appended: whoever appends waits for everybody who appended before, so of two administrators who
// take the role from each other at once, the second is refused.
func stillAdministered(ctx context.Context, r interface {
	CountRole(ctx context.Context, r Role) (int, error)
}, was, is Person) error {
	administers := func(p Person) bool { return p.State == Active && p.Has(Administrator) }
	if !administers(was) || administers(is) {
		return nil
	}
	left, err := r.CountRole(ctx, Administrator)
	if err != nil || left > 0 {
		return err
	}
	return fault.Of("roles", was.Name+" is the last administrator. Give somebody else the role first.",
		was.Name+" – paskutinis administratoriaus teises turintis žmogus. Pirmiausia šį vaidmenį suteikite kitam.")
}

// tidyRoles has each role once, in the order of [Roles], without Employee, which everybody is. Unknown ones stay, to be
// refused with their name.
func tidyRoles(roles []Role) []Role {
	var tidy []Role
	for _, r := range append(Roles(), roles...) {
		if r != Employee && slices.Contains(roles, r) && !slices.Contains(tidy, r) {
			tidy = append(tidy, r)
		}
	}
	return tidy
}

// roleChange tells which roles are new and which are gone.
func roleChange(was, is []Role) (given, taken []Role) {
	without := func(list, others []Role) []Role {
		return slices.DeleteFunc(slices.Clone(list), func(r Role) bool { return slices.Contains(others, r) })
	}
	was, is = tidyRoles(was), tidyRoles(is)
	return without(is, was), without(was, is)
}

// SameRoles tells whether two lists of roles trust a person with the same.
func SameRoles(a, b []Role) bool { return slices.Equal(tidyRoles(a), tidyRoles(b)) }
