package store

import (
	"context"

	"rostrum/fault"
	"rostrum/staff"
)

// A directory that deletes somebody wants them not found from then on, while the company's record keeps them. These are
// the people as such a directory sees them: all but those whom it deleted.
const notGone = ` FROM person WHERE id NOT IN (SELECT person FROM scim_gone)`

// DirectoryPerson gives the person with the id.
func (tx *Tx) DirectoryPerson(ctx context.Context, id string) (staff.Person, error) {
	return one(ctx, tx, noPerson(), scanPerson, `SELECT `+personColumns+notGone+` AND id = $1`, id)
}

// DirectoryPeople gives up to limit people in the order in which they came, behind the first so many, and how many there are.
func (tx *Tx) DirectoryPeople(ctx context.Context, skip, limit int) ([]staff.Person, int, error) {
	all, err := tx.count(ctx, `SELECT count(*)`+notGone)
	if err != nil || limit == 0 {
		return nil, all, err
	}
	people, err := many(ctx, tx, scanPerson, `SELECT `+personColumns+notGone+` ORDER BY id LIMIT $1 OFFSET $2`, limit, skip)
	return people, all, err
}

// DirectoryPeopleByOutside gives the people to whom the directory gave an id.
func (tx *Tx) DirectoryPeopleByOutside(ctx context.Context, outside string) ([]staff.Person, error) {
	return many(ctx, tx, scanPerson, `SELECT `+personColumns+notGone+` AND outside = $1 AND outside <> '' ORDER BY id LIMIT 100`, outside)
}

// DirectoryPersonByMail gives the person with the address, in lower case.
func (tx *Tx) DirectoryPersonByMail(ctx context.Context, mail string) (staff.Person, error) {
	return one(ctx, tx, noPerson(), scanPerson, `SELECT `+personColumns+notGone+` AND mail = $1`, mail)
}

// DirectoryForget makes a person, who has left, no longer found by the directory; DirectoryRecall undoes that.
func (tx *Tx) DirectoryForget(ctx context.Context, person string) error {
	return tx.exec(ctx, `INSERT INTO scim_gone (person) VALUES ($1) ON CONFLICT (person) DO NOTHING`, person)
}

// DirectoryRecall lets the directory find a person again.
func (tx *Tx) DirectoryRecall(ctx context.Context, person string) error {
	return tx.exec(ctx, `DELETE FROM scim_gone WHERE person = $1`, person)
}

// TeamMembers gives the people of a team who have not left, by id.
func (tx *Tx) TeamMembers(ctx context.Context, team string) ([]staff.Person, error) {
	return many(ctx, tx, scanPerson, `SELECT `+personColumns+` FROM person WHERE team = $1 AND state <> 'left' ORDER BY id`, team)
}

// RemoveTeam forgets a team in which nobody is any more; people who have left no longer name it.
func (tx *Tx) RemoveTeam(ctx context.Context, id string) error {
	members, err := tx.count(ctx, `SELECT count(*) FROM person WHERE team = $1 AND state <> 'left'`, id)
	if err != nil {
		return err
	}
	if members > 0 {
		return fault.New(fault.Conflict, "There are still people in this team. Move them first.", "Šioje komandoje dar yra žmonių. Pirmiausia juos perkelkite.")
	}
	if err := tx.exec(ctx, `UPDATE person SET team = NULL WHERE team = $1`, id); err != nil {
		return err
	}
	return tx.change(ctx, noTeam(), `DELETE FROM team WHERE id = $1`, id)
}
