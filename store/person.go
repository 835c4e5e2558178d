package store

import (
	"context"
	"fmt"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"rostrum/fault"
	"rostrum/staff"
)

const personColumns = `id, name, mail, COALESCE(team, ''), roles, language, zone, state, outside, version, invited, joined, departed`

func noPerson() error {
	return fault.New(fault.NotFound, "There is no such person.", "Tokio žmogaus nėra.")
}

func scanPerson(row scanner) (staff.Person, error) {
	var p staff.Person
	var roles string
	var invited, joined, departed int64
	if err := row.Scan(&p.ID, &p.Name, &p.Mail, &p.Team, &roles, &p.Language, &p.Zone, &p.State, &p.Outside, &p.Version,
		&invited, &joined, &departed); err != nil {
		return p, err
	}
	p.Invited, p.Joined, p.Departed = fromMicros(invited), fromMicros(joined), fromMicros(departed)
	return p, fromJSON(roles, &p.Roles)
}

// Person gives the person with the id.
func (tx *Tx) Person(ctx context.Context, id string) (staff.Person, error) {
	return one(ctx, tx, noPerson(), scanPerson, `SELECT `+personColumns+` FROM person WHERE id = $1`, id)
}

// PersonByMail gives the person with the address, in lower case.
func (tx *Tx) PersonByMail(ctx context.Context, mail string) (staff.Person, error) {
	return one(ctx, tx, noPerson(), scanPerson, `SELECT `+personColumns+` FROM person WHERE mail = $1`, mail)
}

// PeopleByMail gives those of the addresses, in lower case, that somebody has, by address.
func (tx *Tx) PeopleByMail(ctx context.Context, mails []string) (map[string]staff.Person, error) {
	found := map[string]staff.Person{}
	const atOnce = 500
	for len(mails) > 0 {
		part := mails[:min(atOnce, len(mails))]
		mails = mails[len(part):]
		people, err := many(ctx, tx, scanPerson, `SELECT `+personColumns+` FROM person WHERE mail IN (`+places(1, len(part))+`)`, anys(part)...)
		if err != nil {
			return nil, err
		}
		for _, p := range people {
			found[p.Mail] = p
		}
	}
	return found, nil
}

// PeopleWithRole gives the active people who hold a role other than Employee, by name.
func (tx *Tx) PeopleWithRole(ctx context.Context, r staff.Role) ([]staff.Person, error) {
	return many(ctx, tx, scanPerson, `SELECT `+personColumns+` FROM person
		WHERE roles <> '[]' AND state = 'active' AND roles LIKE $1 ORDER BY name_order, id`, `%"`+string(r)+`"%`)
}

// InvitedWithRole gives the people who are to hold a role other than Employee once they accept their invitation, by name.
func (tx *Tx) InvitedWithRole(ctx context.Context, r staff.Role) ([]staff.Person, error) {
	return many(ctx, tx, scanPerson, `SELECT `+personColumns+` FROM person
		WHERE roles <> '[]' AND state = 'invited' AND roles LIKE $1 ORDER BY name_order, id`, `%"`+string(r)+`"%`)
}

// CountRole counts the active people who hold a role other than Employee.
func (tx *Tx) CountRole(ctx context.Context, r staff.Role) (int, error) {
	return tx.count(ctx, `SELECT count(*) FROM person WHERE roles <> '[]' AND state = 'active' AND roles LIKE $1`, `%"`+string(r)+`"%`)
}

// CountPeople counts the people in a state; an empty state counts all.
func (tx *Tx) CountPeople(ctx context.Context, state staff.State) (int, error) {
	if state == "" {
		return tx.count(ctx, `SELECT count(*) FROM person`)
	}
	return tx.count(ctx, `SELECT count(*) FROM person WHERE state = $1`, string(state))
}

// AddPerson keeps a new person.
func (tx *Tx) AddPerson(ctx context.Context, p staff.Person) error {
	roles, err := rolesInJSON(p.Roles)
	if err != nil {
		return err
	}
	err = tx.exec(ctx, `INSERT INTO person (id, name, mail, team, roles, language, zone, state, outside, version, invited, joined, departed, name_order)
		VALUES ($1, $2, $3, NULLIF($4, ''), $5, $6, $7, $8, $9, 1, $10, $11, $12, $13)`,
		p.ID, p.Name, p.Mail, p.Team, roles, p.Language, p.Zone, string(p.State), p.Outside,
		micros(p.Invited), micros(p.Joined), micros(p.Departed), nameOrder(p.Name))
	if err != nil {
		return tx.duplicate(err, mailTaken())
	}
	return tx.addWords(ctx, p)
}

// ChangePerson keeps a person's new particulars, if nobody changed them since p was read.
func (tx *Tx) ChangePerson(ctx context.Context, p staff.Person) error {
	roles, err := rolesInJSON(p.Roles)
	if err != nil {
		return err
	}
	changed := fault.New(fault.Conflict,
		"Somebody else changed this person meanwhile. Look at what is there now, and change it again.",
		"Kol redagavote, šio žmogaus duomenis pakeitė kitas. Peržiūrėkite dabartinius duomenis ir pakeiskite iš naujo.")
	err = tx.change(ctx, changed, `UPDATE person SET name = $1, mail = $2, team = NULLIF($3, ''), roles = $4, language = $5, zone = $6,
		state = $7, outside = $8, version = version + 1, invited = $9, joined = $10, departed = $11, name_order = $12
		WHERE id = $13 AND version = $14`,
		p.Name, p.Mail, p.Team, roles, p.Language, p.Zone, string(p.State), p.Outside,
		micros(p.Invited), micros(p.Joined), micros(p.Departed), nameOrder(p.Name), p.ID, p.Version)
	if err != nil {
		return tx.duplicate(err, mailTaken())
	}
	if err := tx.exec(ctx, `DELETE FROM person_word WHERE person = $1`, p.ID); err != nil {
		return err
	}
	return tx.addWords(ctx, p)
}

func mailTaken() *fault.Fault {
	return &fault.Fault{Code: fault.Conflict, Field: "mail",
		EN: "Somebody with this e-mail address is here already.", LT: "Žmogus su šiuo el. pašto adresu čia jau yra."}
}

// rolesInJSON writes no roles in one way only, which the index of people with roles relies on.
func rolesInJSON(roles []staff.Role) (string, error) {
	if len(roles) == 0 {
		return "[]", nil
	}
	return inJSON(roles)
}

// nameOrder is what names are sorted by, the same on both databases: in the order of the Lithuanian alphabet, where š
// follows s. English names keep theirs in it, but for y, which stands beside i.
func nameOrder(name string) []byte {
	return collate.New(language.Lithuanian).KeyFromString(&collate.Buffer{}, name)
}

// addWords keeps the words by which a person is found.
func (tx *Tx) addWords(ctx context.Context, p staff.Person) error {
	words := staff.SearchWords(p.Name, p.Mail)
	values, args := make([]string, len(words)), []any{p.ID}
	for i, word := range words {
		args = append(args, []byte(word))
		values[i] = fmt.Sprintf("($%d, $1)", len(args))
	}
	return tx.exec(ctx, `INSERT INTO person_word (word, person) VALUES `+strings.Join(values, ", "), args...)
}
