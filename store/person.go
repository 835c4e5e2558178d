package store

import (
	"context"

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

// PeopleAfter gives up to limit people in the order of name and id, those after the given name and id. Team and state
// narrow it where they are not empty.
func (tx *Tx) PeopleAfter(ctx context.Context, name, id, team string, state staff.State, limit int) ([]staff.Person, error) {
	return many(ctx, tx, scanPerson, `SELECT `+personColumns+` FROM person
		WHERE (name > $1 OR (name = $1 AND id > $2)) AND ($3 = '' OR team = $3) AND ($4 = '' OR state = $4)
		ORDER BY name, id LIMIT $5`, name, id, team, string(state), limit)
}

// AddPerson keeps a new person.
func (tx *Tx) AddPerson(ctx context.Context, p staff.Person) error {
	roles, err := inJSON(p.Roles)
	if err != nil {
		return err
	}
	err = tx.exec(ctx, `INSERT INTO person (id, name, mail, team, roles, language, zone, state, outside, version, invited, joined, departed)
		VALUES ($1, $2, $3, NULLIF($4, ''), $5, $6, $7, $8, $9, 1, $10, $11, $12)`,
		p.ID, p.Name, p.Mail, p.Team, roles, p.Language, p.Zone, string(p.State), p.Outside,
		micros(p.Invited), micros(p.Joined), micros(p.Departed))
	taken := fault.New(fault.Conflict, "Somebody with this e-mail address is here already.", "Žmogus su šiuo el. pašto adresu čia jau yra.")
	taken.Field = "mail"
	return tx.duplicate(err, taken)
}

// ChangePerson keeps a person's new particulars, if nobody changed them since p was read.
func (tx *Tx) ChangePerson(ctx context.Context, p staff.Person) error {
	roles, err := inJSON(p.Roles)
	if err != nil {
		return err
	}
	changed := fault.New(fault.Conflict,
		"Somebody else changed this person meanwhile. Look at what is there now, and change it again.",
		"Kol redagavote, šio žmogaus duomenis pakeitė kitas. Peržiūrėkite dabartinius duomenis ir pakeiskite iš naujo.")
	err = tx.change(ctx, changed, `UPDATE person SET name = $1, mail = $2, team = NULLIF($3, ''), roles = $4, language = $5, zone = $6,
		state = $7, outside = $8, version = version + 1, joined = $9, departed = $10 WHERE id = $11 AND version = $12`,
		p.Name, p.Mail, p.Team, roles, p.Language, p.Zone, string(p.State), p.Outside, micros(p.Joined), micros(p.Departed), p.ID, p.Version)
	return tx.duplicate(err, fault.New(fault.Conflict, "Somebody with this e-mail address is here already.", "Žmogus su šiuo el. pašto adresu čia jau yra."))
}

// CountPeople counts the people in a state; an empty state counts all.
func (tx *Tx) CountPeople(ctx context.Context, state staff.State) (int, error) {
	return tx.count(ctx, `SELECT count(*) FROM person WHERE $1 = '' OR state = $1`, string(state))
}

// Teams gives all teams by name, each with how many people it has.
func (tx *Tx) Teams(ctx context.Context) ([]staff.Team, error) {
	return many(ctx, tx, func(row scanner) (staff.Team, error) {
		var t staff.Team
		return t, row.Scan(&t.ID, &t.Name, &t.Members)
	}, `SELECT t.id, t.name, count(p.id) FROM team t LEFT JOIN person p ON p.team = t.id AND p.state <> 'left'
		GROUP BY t.id, t.name ORDER BY t.name`)
}

// AddTeam keeps a new team; folded is its name as names are compared.
func (tx *Tx) AddTeam(ctx context.Context, t staff.Team, folded string) error {
	return tx.duplicate(tx.exec(ctx, `INSERT INTO team (id, name, folded) VALUES ($1, $2, $3)`, t.ID, t.Name, folded),
		fault.New(fault.Conflict, "There is a team with this name already.", "Komanda tokiu pavadinimu jau yra."))
}

// TeamByName gives the team with the folded name, or a fault NotFound.
func (tx *Tx) TeamByName(ctx context.Context, folded string) (staff.Team, error) {
	return one(ctx, tx, fault.New(fault.NotFound, "There is no such team.", "Tokios komandos nėra."),
		func(row scanner) (staff.Team, error) {
			var t staff.Team
			return t, row.Scan(&t.ID, &t.Name)
		}, `SELECT id, name FROM team WHERE folded = $1`, folded)
}
