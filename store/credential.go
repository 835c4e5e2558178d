package store

import (
	"context"
	"time"

	"rostrum/fault"
	"rostrum/staff/signin"
)

// Credential is a person's password with its second factor, and the recovery codes that stand in for either a passkey or
// the app. The zero Credential is that of somebody who has none.
type Credential struct {
	Person   string
	Password string   // a PHC string, or empty
	TOTP     []byte   // the app's secret, sealed
	Step     int64    // the app's step that was accepted last
	Recovery []string // hashes of the codes that are left
	Changed  time.Time
}

// Credential gives a person's credential, the zero one where there is none.
func (tx *Tx) Credential(ctx context.Context, person string) (Credential, error) {
	all, err := many(ctx, tx, func(row scanner) (Credential, error) {
		var c Credential
		var recovery string
		var changed int64
		if err := row.Scan(&c.Person, &c.Password, &c.TOTP, &c.Step, &recovery, &changed); err != nil {
			return c, err
		}
		c.Changed = fromMicros(changed)
		return c, fromJSON(recovery, &c.Recovery)
	}, `SELECT person, password, totp, step, recovery, changed FROM credential WHERE person = $1`, person)
	if err != nil || len(all) == 0 {
		return Credential{Person: person}, err
	}
	return all[0], nil
}

// KeepCredential keeps a person's credential as it is now.
func (tx *Tx) KeepCredential(ctx context.Context, c Credential) error {
	recovery, err := inJSON(c.Recovery)
	if err != nil {
		return err
	}
	return tx.exec(ctx, `INSERT INTO credential (person, password, totp, step, recovery, changed) VALUES ($1, $2, $3, $4, $5, $6)
		ON CONFLICT (person) DO UPDATE SET password = excluded.password, totp = excluded.totp, step = excluded.step,
		recovery = excluded.recovery, changed = excluded.changed`,
		c.Person, c.Password, c.TOTP, c.Step, recovery, micros(c.Changed))
}

// UseStep notes the app's step that was accepted. Of two who come with the same code at once, one gets a fault.
func (tx *Tx) UseStep(ctx context.Context, person string, step int64) error {
	return tx.change(ctx, usedOnce(), `UPDATE credential SET step = $1 WHERE person = $2 AND step < $1`, step, person)
}

// UseRecovery notes which recovery codes are left. Of two who come with the same code at once, one gets a fault.
func (tx *Tx) UseRecovery(ctx context.Context, person string, before, left []string) error {
	was, err := inJSON(before)
	if err != nil {
		return err
	}
	is, err := inJSON(left)
	if err != nil {
		return err
	}
	return tx.change(ctx, usedOnce(), `UPDATE credential SET recovery = $1 WHERE person = $2 AND recovery = $3`, is, person, was)
}

func usedOnce() error {
	return &fault.Fault{Code: fault.SignIn, Field: "code",
		EN: "This code was used a moment ago. Enter another one.", LT: "Šis kodas ką tik panaudotas. Įveskite kitą."}
}

// Passkey is a passkey of a person, as its owner sees it.
type Passkey struct {
	signin.Passkey
	Person string
	Name   string
	Made   time.Time
	Used   time.Time
	Copied time.Time // when a copy of it was noticed; the zero Time where none was
}

const passkeyColumns = `id, person, name, record, made, used, copied`

func scanPasskey(row scanner) (Passkey, error) {
	var p Passkey
	var made, used, copied int64
	err := row.Scan(&p.ID, &p.Person, &p.Name, &p.Record, &made, &used, &copied)
	p.Made, p.Used, p.Copied = fromMicros(made), fromMicros(used), fromMicros(copied)
	return p, err
}

// Passkeys gives a person's passkeys, the oldest first.
func (tx *Tx) Passkeys(ctx context.Context, person string) ([]Passkey, error) {
	return many(ctx, tx, scanPasskey, `SELECT `+passkeyColumns+` FROM passkey WHERE person = $1 ORDER BY made, id`, person)
}

// AddPasskey keeps a new passkey.
func (tx *Tx) AddPasskey(ctx context.Context, p Passkey) error {
	return tx.duplicate(tx.exec(ctx, `INSERT INTO passkey (`+passkeyColumns+`) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
		p.ID, p.Person, p.Name, p.Record, micros(p.Made), micros(p.Used), micros(p.Copied)),
		fault.New(fault.Conflict, "This passkey is registered already.", "Šis prieigos raktas jau įregistruotas."))
}

// UsePasskey keeps a passkey's record after it was used.
func (tx *Tx) UsePasskey(ctx context.Context, p signin.Passkey, now time.Time) error {
	return tx.exec(ctx, `UPDATE passkey SET record = $1, used = $2 WHERE id = $3`, p.Record, micros(now), p.ID)
}

// CopiedPasskey notes that a copy of a passkey was noticed.
func (tx *Tx) CopiedPasskey(ctx context.Context, id string, now time.Time) error {
	return tx.exec(ctx, `UPDATE passkey SET copied = $1 WHERE id = $2`, micros(now), id)
}

// RenamePasskey gives one of a person's passkeys another name.
func (tx *Tx) RenamePasskey(ctx context.Context, person, id, name string) error {
	return tx.change(ctx, noPasskey(), `UPDATE passkey SET name = $1 WHERE person = $2 AND id = $3`, name, person, id)
}

// RemovePasskey forgets one of a person's passkeys.
func (tx *Tx) RemovePasskey(ctx context.Context, person, id string) error {
	return tx.change(ctx, noPasskey(), `DELETE FROM passkey WHERE person = $1 AND id = $2`, person, id)
}

func noPasskey() error {
	return fault.New(fault.NotFound, "There is no such passkey any more.", "Tokio prieigos rakto nebėra.")
}

// EndCredentials forgets every way in that a person has: password, app, passkeys, recovery codes, what is linked at the
// company's sign-in service, open invitations. Sessions and tokens end by their own methods.
func (tx *Tx) EndCredentials(ctx context.Context, person string) error {
	for _, table := range []string{"credential", "passkey", "identity", "device", "invitation"} {
		if err := tx.exec(ctx, `DELETE FROM `+table+` WHERE person = $1`, person); err != nil {
			return err
		}
	}
	return nil
}
