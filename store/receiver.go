package store

import (
	"context"

	"rostrum/fault"
	"rostrum/receiver"
)

const receiverColumns = `id, way, name, host, sealed, about, since, added, told, ok, said, said_en, said_lt`

func noReceiver() error {
	return fault.New(fault.NotFound, "This receiver is not here any more.", "Šio gavėjo čia nebėra.")
}

func scanReceiver(row scanner) (receiver.Receiver, error) {
	var r receiver.Receiver
	var about string
	var added, told int64
	if err := row.Scan(&r.ID, &r.Way, &r.Name, &r.Host, &r.Sealed, &about, &r.Since, &added, &told,
		&r.Last.Answer.OK, &r.Last.Answer.Said, &r.Last.Answer.EN, &r.Last.Answer.LT); err != nil {
		return r, err
	}
	r.Added, r.Last.Time = fromMicros(added), fromMicros(told)
	return r, fromJSON(about, &r.About)
}

// Receivers gives all receivers, the first added first.
func (tx *Tx) Receivers(ctx context.Context) ([]receiver.Receiver, error) {
	return many(ctx, tx, scanReceiver, `SELECT `+receiverColumns+` FROM receiver ORDER BY added, id`)
}

// Receiver gives the receiver with the id.
func (tx *Tx) Receiver(ctx context.Context, id string) (receiver.Receiver, error) {
	return one(ctx, tx, noReceiver(), scanReceiver, `SELECT `+receiverColumns+` FROM receiver WHERE id = $1`, id)
}

// AddReceiver keeps a new receiver.
func (tx *Tx) AddReceiver(ctx context.Context, r receiver.Receiver) error {
	about, err := inJSON(r.About)
	if err != nil {
		return err
	}
	return tx.exec(ctx, `INSERT INTO receiver (`+receiverColumns+`) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9, '', '', '')`,
		r.ID, string(r.Way), r.Name, r.Host, r.Sealed, about, r.Since, micros(r.Added), false)
}

// NoteDelivery keeps how the latest delivery ended. A receiver that was removed meanwhile stays so.
func (tx *Tx) NoteDelivery(ctx context.Context, id string, l receiver.Last) error {
	return tx.exec(ctx, `UPDATE receiver SET told = $1, ok = $2, said = $3, said_en = $4, said_lt = $5 WHERE id = $6`,
		micros(l.Time), l.Answer.OK, l.Answer.Said, l.Answer.EN, l.Answer.LT, id)
}

// RemoveReceiver forgets a receiver.
func (tx *Tx) RemoveReceiver(ctx context.Context, id string) error {
	return tx.change(ctx, noReceiver(), `DELETE FROM receiver WHERE id = $1`, id)
}
