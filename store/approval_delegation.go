package store

import (
	"context"
	"time"

	"rostrum/approval"
)

const delegationColumns = `id, person, stand_in, first, until, made, ended`

func scanDelegation(row scanner) (approval.Delegation, error) {
	var d approval.Delegation
	var first, until, made, ended int64
	err := row.Scan(&d.ID, &d.Person, &d.StandIn, &first, &until, &made, &ended)
	d.From, d.Until, d.Made, d.Ended = fromMicros(first), fromMicros(until), fromMicros(made), fromMicros(ended)
	return d, err
}

// StandIns gives the delegations of a person that were not taken back, the latest hundred, the first to end first.
func (tx *Tx) StandIns(ctx context.Context, person string) ([]approval.Delegation, error) {
	return many(ctx, tx, scanDelegation, `SELECT `+delegationColumns+` FROM (SELECT * FROM delegation WHERE person = $1 AND ended = 0
		ORDER BY until DESC LIMIT 100) AS latest ORDER BY until, id`, person)
}

// StandsInFor gives the delegations to a person that hold at the moment.
func (tx *Tx) StandsInFor(ctx context.Context, standIn string, at time.Time) ([]approval.Delegation, error) {
	return many(ctx, tx, scanDelegation, `SELECT `+delegationColumns+` FROM delegation
		WHERE stand_in = $1 AND ended = 0 AND first <= $2 AND until > $2 ORDER BY until, id`, standIn, micros(at))
}

// AddDelegation keeps that somebody named a stand-in.
func (tx *Tx) AddDelegation(ctx context.Context, d approval.Delegation) error {
	return tx.exec(ctx, `INSERT INTO delegation (`+delegationColumns+`) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
		d.ID, d.Person, d.StandIn, micros(d.From), micros(d.Until), micros(d.Made), micros(d.Ended))
}

// EndDelegation notes that a stand-in was taken back.
func (tx *Tx) EndDelegation(ctx context.Context, id string, at time.Time) error {
	return tx.exec(ctx, `UPDATE delegation SET ended = $1 WHERE id = $2 AND ended = 0`, micros(at), id)
}
