package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"

	"rostrum/fault"
	"rostrum/folder"
	"rostrum/studio"
)

const versionColumns = `id, number, name, state, digest, base, editor, editors, approver, revision, created, changed, submitted, decided, effective, published`

func noVersion() error {
	return fault.New(fault.NotFound, "There is no such version of the policy.", "Tokios politikos versijos nėra.")
}

func scanVersion(row scanner) (studio.Version, error) {
	var v studio.Version
	var editors string
	var created, changed, submitted, decided, effective, published int64
	err := row.Scan(&v.ID, &v.Number, &v.Name, &v.State, &v.Digest, &v.Base, &v.Editor, &editors, &v.Approver, &v.Revision,
		&created, &changed, &submitted, &decided, &effective, &published)
	if err != nil {
		return v, err
	}
	v.Created, v.Changed, v.Submitted = fromMicros(created), fromMicros(changed), fromMicros(submitted)
	v.Decided, v.Effective, v.Published = fromMicros(decided), fromMicros(effective), fromMicros(published)
	return v, fromJSON(editors, &v.Editors)
}

// Version gives the version with the id.
func (tx *Tx) Version(ctx context.Context, id string) (studio.Version, error) {
	return one(ctx, tx, noVersion(), scanVersion, `SELECT `+versionColumns+` FROM policy_version WHERE id = $1`, id)
}

// VersionNumbered gives the published version with the number.
func (tx *Tx) VersionNumbered(ctx context.Context, number int) (studio.Version, error) {
	return one(ctx, tx, noVersion(), scanVersion, `SELECT `+versionColumns+` FROM policy_version WHERE number = $1 AND number > 0`, number)
}

// VersionAt gives the version in force at the moment.
func (tx *Tx) VersionAt(ctx context.Context, at time.Time) (studio.Version, error) {
	return one(ctx, tx, studio.NoneInForce(), scanVersion, `SELECT `+versionColumns+` FROM policy_version
		WHERE state = 'published' AND effective <= $1 ORDER BY effective DESC, number DESC LIMIT 1`, micros(at))
}

// Versions gives up to limit versions, the latest changed first, in the given states or in all.
func (tx *Tx) Versions(ctx context.Context, limit int, states ...studio.State) ([]studio.Version, error) {
	args, places := []any{limit}, make([]string, len(states))
	for i, state := range states {
		args = append(args, string(state))
		places[i] = fmt.Sprintf("$%d", len(args))
	}
	where := ""
	if len(places) > 0 {
		where = " WHERE state IN (" + strings.Join(places, ", ") + ")"
	}
	return many(ctx, tx, scanVersion, `SELECT `+versionColumns+` FROM policy_version`+where+` ORDER BY changed DESC, id DESC LIMIT $1`, args...)
}

// PublishedBelow gives up to limit published versions whose number is below the given one, the highest first.
func (tx *Tx) PublishedBelow(ctx context.Context, number, limit int) ([]studio.Version, error) {
	return many(ctx, tx, scanVersion, `SELECT `+versionColumns+` FROM policy_version
		WHERE number > 0 AND number < $1 ORDER BY number DESC LIMIT $2`, number, limit)
}

// LastNumber gives the highest number of a published version, 0 where there is none.
func (tx *Tx) LastNumber(ctx context.Context) (int, error) {
	return tx.count(ctx, `SELECT COALESCE(max(number), 0) FROM policy_version`)
}

// AddVersion keeps a new version.
func (tx *Tx) AddVersion(ctx context.Context, v studio.Version) error {
	editors, err := inJSON(v.Editors)
	if err != nil {
		return err
	}
	return tx.exec(ctx, `INSERT INTO policy_version (`+versionColumns+`) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $10, $11, $12, $13, $14, $15)`,
		v.ID, v.Number, v.Name, string(v.State), v.Digest, v.Base, v.Editor, editors, v.Approver,
		micros(v.Created), micros(v.Changed), micros(v.Submitted), micros(v.Decided), micros(v.Effective), micros(v.Published))
}

// ChangeVersion keeps a version's new particulars, if nobody changed it since v was read.
func (tx *Tx) ChangeVersion(ctx context.Context, v studio.Version) error {
	editors, err := inJSON(v.Editors)
	if err != nil {
		return err
	}
	err = tx.change(ctx, fault.New(fault.Conflict,
		"Somebody else changed this version meanwhile. Your text is kept below; look at what is there now, and decide which holds.",
		"Kol redagavote, šią versiją pakeitė kitas. Jūsų tekstas išsaugotas žemiau; peržiūrėkite, kas dabar yra, ir nuspręskite, kas galioja."),
		`UPDATE policy_version SET number = $1, name = $2, state = $3, digest = $4, editors = $5, approver = $6, revision = revision + 1,
		changed = $7, submitted = $8, decided = $9, effective = $10, published = $11 WHERE id = $12 AND revision = $13`,
		v.Number, v.Name, string(v.State), v.Digest, editors, v.Approver,
		micros(v.Changed), micros(v.Submitted), micros(v.Decided), micros(v.Effective), micros(v.Published), v.ID, v.Revision)
	return tx.duplicate(err, fault.New(fault.Conflict,
		"Another version was published at the same moment. Look at it, and then decide about this one.",
		"Tuo pat metu paskelbta kita versija. Peržiūrėkite ją ir tada spręskite dėl šios."))
}

// Content gives the files with a digest.
func (tx *Tx) Content(ctx context.Context, digest string) (folder.Files, error) {
	var packed []byte
	err := tx.QueryRowContext(ctx, `SELECT packed FROM policy_content WHERE digest = $1`, digest).Scan(&packed)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, noVersion()
	} else if err != nil {
		return nil, err
	}
	return folder.Unpack(packed)
}

// AddContent keeps files under their digest; the same files are kept once.
func (tx *Tx) AddContent(ctx context.Context, digest string, files folder.Files) error {
	packed, err := files.Pack()
	if err != nil {
		return err
	}
	return tx.exec(ctx, `INSERT INTO policy_content (digest, packed) VALUES ($1, $2) ON CONFLICT (digest) DO NOTHING`, digest, packed)
}
