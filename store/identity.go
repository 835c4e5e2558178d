package store

import (
	"context"
	"time"

	"rostrum/fault"
)

// Linked gives the id of the person who is linked to an identity at a sign-in service, or empty.
func (tx *Tx) Linked(ctx context.Context, issuer, subject string) (string, error) {
	all, err := many(ctx, tx, scanText, `SELECT person FROM identity WHERE issuer = $1 AND subject = $2`, issuer, subject)
	if err != nil || len(all) == 0 {
		return "", err
	}
	return all[0], nil
}

// Link links a person to an identity at a sign-in service: one a service, and nobody else's.
func (tx *Tx) Link(ctx context.Context, issuer, subject, person string, now time.Time) error {
	return tx.duplicate(tx.exec(ctx, `INSERT INTO identity (issuer, subject, person, linked) VALUES ($1, $2, $3, $4)`,
		issuer, subject, person, micros(now)),
		fault.New(fault.Conflict,
			"Your account is linked to another identity at the sign-in service. Ask your administrator for a new invitation.",
			"Jūsų paskyra susieta su kita tapatybe prisijungimo tarnyboje. Paprašykite administratoriaus naujo pakvietimo."))
}

// IsLinked tells whether the person has an identity at the sign-in service.
func (tx *Tx) IsLinked(ctx context.Context, issuer, person string) (bool, error) {
	n, err := tx.count(ctx, `SELECT count(*) FROM identity WHERE person = $1 AND issuer = $2`, person, issuer)
	return n > 0, err
}

// KnowsDevice tells whether the person has signed in before in the browser with the hashed mark.
func (tx *Tx) KnowsDevice(ctx context.Context, person, mark string) (bool, error) {
	n, err := tx.count(ctx, `SELECT count(*) FROM device WHERE person = $1 AND mark = $2`, person, mark)
	return n > 0, err
}

// HasDevice tells whether the person has signed in anywhere before.
func (tx *Tx) HasDevice(ctx context.Context, person string) (bool, error) {
	n, err := tx.count(ctx, `SELECT count(*) FROM (SELECT mark FROM device WHERE person = $1 LIMIT 1) AS any_device`, person)
	return n > 0, err
}

// KeepDevice notes that the person signed in in the browser with the hashed mark.
func (tx *Tx) KeepDevice(ctx context.Context, person, mark string, now time.Time) error {
	return tx.exec(ctx, `INSERT INTO device (person, mark, seen) VALUES ($1, $2, $3)
		ON CONFLICT (person, mark) DO UPDATE SET seen = excluded.seen`, person, mark, micros(now))
}

func scanText(row scanner) (string, error) {
	var s string
	return s, row.Scan(&s)
}
