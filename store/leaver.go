package store

import (
	"context"
	"slices"

	"rostrum/staff"
	"rostrum/studio"
)

// Holds counts what a person has that ends, or passes to somebody else, when they leave.
func (tx *Tx) Holds(ctx context.Context, person string) (staff.Holding, error) {
	var h staff.Holding
	err := tx.QueryRowContext(ctx, `SELECT
		(SELECT count(*) FROM session WHERE person = $1),
		(SELECT count(*) FROM passkey WHERE person = $1),
		(SELECT count(*) FROM token WHERE person = $1),
		(SELECT count(*) FROM certificate WHERE person = $1 AND NOT withdrawn),
		(SELECT count(*) FROM policy_version WHERE editor = $1 AND state IN ('draft', 'review')),
		(SELECT count(*) FROM brand_account WHERE owner = $1)`, person).
		Scan(&h.Sessions, &h.Passkeys, &h.Tokens, &h.Certificates, &h.Drafts, &h.Accounts)
	return h, err
}

// HandOverDrafts makes somebody else the editor of the versions that a person has under way, and gives their ids. Who
// edited a version before stays among its editors: four eyes still tell them apart.
func (tx *Tx) HandOverDrafts(ctx context.Context, from, to string) ([]string, error) {
	versions, err := many(ctx, tx, scanVersion, `SELECT `+versionColumns+` FROM policy_version
		WHERE editor = $1 AND state IN ('draft', 'review') ORDER BY id`, from)
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, v := range versions {
		if err := tx.handOver(ctx, v, to); err != nil {
			return nil, err
		}
		ids = append(ids, v.ID)
	}
	return ids, nil
}

func (tx *Tx) handOver(ctx context.Context, v studio.Version, to string) error {
	for _, editor := range []string{v.Editor, to} {
		if !slices.Contains(v.Editors, editor) {
			v.Editors = append(v.Editors, editor)
		}
	}
	editors, err := inJSON(v.Editors)
	if err != nil {
		return err
	}
	return tx.exec(ctx, `UPDATE policy_version SET editor = $1, editors = $2, revision = revision + 1 WHERE id = $3`, to, editors, v.ID)
}
