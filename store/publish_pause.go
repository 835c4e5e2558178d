package store

import (
	"context"

	"rostrum/fault"
	"rostrum/publish"
)

const pauseColumns = `id, scope, what, why, person, began, ended, ended_by`

func scanPause(row scanner) (publish.Pause, error) {
	var p publish.Pause
	var began, ended int64
	err := row.Scan(&p.ID, &p.Scope, &p.What, &p.Why, &p.By, &began, &ended, &p.EndedBy)
	p.From, p.Ended = fromMicros(began), fromMicros(ended)
	return p, err
}

// Pause gives the pause with the id, or a fault NotFound.
func (tx *Tx) Pause(ctx context.Context, id string) (publish.Pause, error) {
	return one(ctx, tx, fault.New(fault.NotFound, "There is no such pause.", "Tokio sustabdymo nėra."), scanPause,
		`SELECT `+pauseColumns+` FROM pause WHERE id = $1`, id)
}

// Pauses gives the pauses that hold now, the oldest first.
func (tx *Tx) Pauses(ctx context.Context) ([]publish.Pause, error) {
	return many(ctx, tx, scanPause, `SELECT `+pauseColumns+` FROM pause WHERE ended = 0 ORDER BY began, id`)
}

// PastPauses gives up to limit pauses, also those that have ended, the latest first.
func (tx *Tx) PastPauses(ctx context.Context, limit int) ([]publish.Pause, error) {
	return many(ctx, tx, scanPause, `SELECT `+pauseColumns+` FROM pause ORDER BY began DESC, id DESC LIMIT $1`, limit)
}

// AddPause keeps a new pause.
func (tx *Tx) AddPause(ctx context.Context, p publish.Pause) error {
	return tx.exec(ctx, `INSERT INTO pause (`+pauseColumns+`) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
		p.ID, string(p.Scope), p.What, p.Why, p.By, micros(p.From), micros(p.Ended), p.EndedBy)
}

// EndPause notes who ended a pause, and when, if it still holds.
func (tx *Tx) EndPause(ctx context.Context, p publish.Pause) error {
	return tx.change(ctx, fault.New(fault.Conflict, "This pause has ended already.", "Šis sustabdymas jau baigtas."),
		`UPDATE pause SET ended = $1, ended_by = $2 WHERE id = $3 AND ended = 0`, micros(p.Ended), p.EndedBy, p.ID)
}
