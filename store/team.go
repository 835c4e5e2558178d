package store

import (
	"context"

	"rostrum/fault"
	"rostrum/staff"
)

func noTeam() error {
	return fault.New(fault.NotFound, "There is no such team.", "Tokios komandos nėra.")
}

func scanTeam(row scanner) (staff.Team, error) {
	var t staff.Team
	return t, row.Scan(&t.ID, &t.Name)
}

// Teams gives all teams by name, each with how many people it has.
func (tx *Tx) Teams(ctx context.Context) ([]staff.Team, error) {
	return many(ctx, tx, func(row scanner) (staff.Team, error) {
		var t staff.Team
		return t, row.Scan(&t.ID, &t.Name, &t.Members)
	}, `SELECT t.id, t.name, count(p.id) FROM team t LEFT JOIN person p ON p.team = t.id AND p.state <> 'left'
		GROUP BY t.id, t.name ORDER BY t.name`)
}

// TeamNames gives all teams by name, uncounted.
func (tx *Tx) TeamNames(ctx context.Context) ([]staff.Team, error) {
	return many(ctx, tx, scanTeam, `SELECT id, name FROM team ORDER BY name`)
}

// Team gives the team with the id, uncounted.
func (tx *Tx) Team(ctx context.Context, id string) (staff.Team, error) {
	return one(ctx, tx, noTeam(), scanTeam, `SELECT id, name FROM team WHERE id = $1`, id)
}

// TeamByName gives the team with the folded name, uncounted, or a fault NotFound.
func (tx *Tx) TeamByName(ctx context.Context, folded string) (staff.Team, error) {
	return one(ctx, tx, noTeam(), scanTeam, `SELECT id, name FROM team WHERE folded = $1`, folded)
}

// AddTeam keeps a new team; folded is its name as names are compared.
func (tx *Tx) AddTeam(ctx context.Context, t staff.Team, folded string) error {
	return tx.duplicate(tx.exec(ctx, `INSERT INTO team (id, name, folded) VALUES ($1, $2, $3)`, t.ID, t.Name, folded), teamTaken())
}

// RenameTeam keeps a team's new name.
func (tx *Tx) RenameTeam(ctx context.Context, t staff.Team, folded string) error {
	return tx.duplicate(tx.change(ctx, noTeam(), `UPDATE team SET name = $1, folded = $2 WHERE id = $3`, t.Name, folded, t.ID), teamTaken())
}

func teamTaken() *fault.Fault {
	return &fault.Fault{Code: fault.Conflict, Field: "team",
		EN: "There is a team with this name already.", LT: "Komanda tokiu pavadinimu jau yra."}
}
