package store

import (
	"context"
	"time"

	"rostrum/fault"
	"rostrum/staff"
	"rostrum/staff/signin"
)

// Token is an API token of a person. Only its hash is kept.
type Token struct {
	signin.Token
	ID     string // names it on pages
	Person string
	Name   string
	Made   time.Time
	Used   time.Time
}

const tokenColumns = `hash, id, person, name, scopes, made, used, expires`

func scanToken(row scanner) (Token, error) {
	t := Token{Token: signin.Token{Kind: signin.APIToken}}
	var scopes string
	var made, used, expires int64
	if err := row.Scan(&t.Hash, &t.ID, &t.Person, &t.Name, &scopes, &made, &used, &expires); err != nil {
		return t, err
	}
	t.Made, t.Used, t.Expires = fromMicros(made), fromMicros(used), fromMicros(expires)
	return t, fromJSON(scopes, &t.Scopes)
}

// AddToken keeps a new token.
func (tx *Tx) AddToken(ctx context.Context, t Token) error {
	scopes, err := inJSON(t.Scopes)
	if err != nil {
		return err
	}
	return tx.exec(ctx, `INSERT INTO token (`+tokenColumns+`) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
		t.Hash, t.ID, t.Person, t.Name, scopes, micros(t.Made), micros(t.Used), micros(t.Expires))
}

// TokenByHash gives the token with the hash ([signin.TokenHash]), also one that has expired, or a fault.
func (tx *Tx) TokenByHash(ctx context.Context, hash string) (Token, error) {
	return one(ctx, tx, noToken(), scanToken, `SELECT `+tokenColumns+` FROM token WHERE hash = $1`, hash)
}

// Bearer gives the person for whom a token, as it was shown to them, speaks at now, and the token with its scopes. What
// is wrong, withdrawn or too old, and the token of somebody who is not active, is the same fault SignIn.
func (tx *Tx) Bearer(ctx context.Context, shown string, now time.Time) (staff.Person, Token, error) {
	hash, err := signin.TokenHash(signin.APIToken, shown)
	if err != nil {
		return staff.Person{}, Token{}, err
	}
	t, err := tx.TokenByHash(ctx, hash)
	if err != nil {
		return staff.Person{}, Token{}, err
	}
	if err := t.Check(shown, now); err != nil {
		return staff.Person{}, Token{}, err
	}
	who, err := tx.Person(ctx, t.Person)
	if fault.Is(err, fault.NotFound) || err == nil && who.State != staff.Active {
		return staff.Person{}, Token{}, noToken()
	}
	return who, t, err
}

// UseToken notes that a token was used; callers do so every few minutes at most.
func (tx *Tx) UseToken(ctx context.Context, id string, now time.Time) error {
	return tx.exec(ctx, `UPDATE token SET used = $1 WHERE id = $2`, micros(now), id)
}

// TokensOf gives a person's tokens, the newest first.
func (tx *Tx) TokensOf(ctx context.Context, person string) ([]Token, error) {
	return many(ctx, tx, scanToken, `SELECT `+tokenColumns+` FROM token WHERE person = $1 ORDER BY made DESC, id DESC`, person)
}

// RevokeToken withdraws one of a person's tokens.
func (tx *Tx) RevokeToken(ctx context.Context, person, id string) error {
	return tx.change(ctx, fault.New(fault.NotFound, "There is no such token any more.", "Tokio prieigos žetono nebėra."),
		`DELETE FROM token WHERE person = $1 AND id = $2`, person, id)
}

// RevokeTokens withdraws all tokens of a person and tells how many there were.
func (tx *Tx) RevokeTokens(ctx context.Context, person string) (int, error) {
	result, err := tx.ExecContext(ctx, `DELETE FROM token WHERE person = $1`, person)
	if err != nil {
		return 0, err
	}
	n, err := result.RowsAffected()
	return int(n), err
}

func noToken() error {
	return fault.New(fault.SignIn,
		"The access token is wrong, was withdrawn or has expired. Make a new one in your account.",
		"Prieigos žetonas neteisingas, atšauktas arba nebegalioja. Susikurkite naują savo paskyroje.")
}
