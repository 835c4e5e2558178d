package store

import (
	"context"
	"time"

	"rostrum/fault"
	"rostrum/staff/signin"
)

// Invitation is a link that lets one person set up signing in, once: an invitation or a recovery. Only its hash is kept.
type Invitation struct {
	signin.Token
	Person string
	By     string // who invited; empty where the person asked
	Made   time.Time
}

// AddInvitation keeps an invitation. The person's earlier ones of the same kind no longer work.
func (tx *Tx) AddInvitation(ctx context.Context, i Invitation) error {
	if err := tx.exec(ctx, `DELETE FROM invitation WHERE person = $1 AND kind = $2`, i.Person, string(i.Kind)); err != nil {
		return err
	}
	return tx.exec(ctx, `INSERT INTO invitation (hash, kind, person, inviter, made, expires) VALUES ($1, $2, $3, $4, $5, $6)`,
		i.Hash, string(i.Kind), i.Person, i.By, micros(i.Made), micros(i.Expires))
}

// Invitation gives the invitation with the hash, or the fault of a link that was used or never was.
func (tx *Tx) Invitation(ctx context.Context, hash string) (Invitation, error) {
	missing := fault.New(fault.NotFound,
		"This link is wrong, was used before or has expired. Ask for a new one.",
		"Ši nuoroda neteisinga, jau panaudota arba nebegalioja. Paprašykite naujos.")
	return one(ctx, tx, missing, scanInvitation, `SELECT hash, kind, person, inviter, made, expires FROM invitation WHERE hash = $1`, hash)
}

// InvitationOf gives the open invitation of a kind that a person has, or a fault NotFound.
func (tx *Tx) InvitationOf(ctx context.Context, person string, kind signin.TokenKind) (Invitation, error) {
	missing := fault.New(fault.NotFound, "No link is open for this person.", "Šiam žmogui skirtos galiojančios nuorodos nėra.")
	return one(ctx, tx, missing, scanInvitation,
		`SELECT hash, kind, person, inviter, made, expires FROM invitation WHERE person = $1 AND kind = $2`, person, string(kind))
}

func scanInvitation(row scanner) (Invitation, error) {
	var i Invitation
	var made, expires int64
	err := row.Scan(&i.Hash, &i.Kind, &i.Person, &i.By, &made, &expires)
	i.Made, i.Expires = fromMicros(made), fromMicros(expires)
	return i, err
}

// EndInvitations forgets every open link of a person.
func (tx *Tx) EndInvitations(ctx context.Context, person string) error {
	return tx.exec(ctx, `DELETE FROM invitation WHERE person = $1`, person)
}
