package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"rostrum/publish"
)

// LaneHeads gives, for each account with something in its lane, the id of what comes next there: what is in somebody's
// hands or may be out; else the earliest by time and id that is due and that no pause of an account, a network or a
// topic holds. Whether it may be taken now the caller decides.
func (tx *Tx) LaneHeads(ctx context.Context, now time.Time) ([]string, error) {
	heads, err := many(ctx, tx, func(row scanner) (sql.NullString, error) {
		var id sql.NullString
		return id, row.Scan(&id)
	}, `WITH RECURSIVE waiting (account) AS (`+accounts("scheduled", "waiting")+`), sending (account) AS (`+accounts("sending", "sending")+`),
		unsure (account) AS (`+accounts("unsure", "unsure")+`),
		lane (account) AS (SELECT account FROM waiting UNION SELECT account FROM sending UNION SELECT account FROM unsure)
		SELECT COALESCE(
			(SELECT p.id FROM publication p WHERE p.state = 'sending' AND p.account = lane.account ORDER BY p.due, p.id LIMIT 1),
			(SELECT p.id FROM publication p WHERE p.state = 'unsure' AND p.account = lane.account AND p.hold IN ('', 'overdue') ORDER BY p.due, p.id LIMIT 1),
			(SELECT p.id FROM publication p WHERE p.state = 'scheduled' AND p.account = lane.account AND p.due <= $1 AND `+unpaused+` ORDER BY p.due, p.id LIMIT 1))
		FROM lane WHERE lane.account IS NOT NULL`, micros(now))
	var ids []string
	for _, id := range heads {
		if id.Valid {
			ids = append(ids, id.String)
		}
	}
	return ids, err
}

// accounts steps from one account that has publications in a state to the next, along the index: of each there may be thousands.
func accounts(state, name string) string {
	const next = `SELECT min(account) FROM publication WHERE state = '%s' AND account > `
	return fmt.Sprintf(next+`'' UNION ALL SELECT (`+next+`%s.account) FROM %s WHERE %s.account IS NOT NULL`, state, state, name, name, name)
}

const unpaused = `(p.verb = 'delete' OR NOT EXISTS (SELECT 1 FROM pause h WHERE h.ended = 0 AND
	(h.scope = 'account' AND h.what = p.account OR h.scope = 'network' AND h.what = p.network OR h.scope = 'topic' AND h.what = p.topic
	OR h.scope NOT IN ('account', 'network', 'topic'))))`

// InHand gives the publications that a worker may have at the moment.
func (tx *Tx) InHand(ctx context.Context) ([]publish.Publication, error) {
	return many(ctx, tx, scanPublication, `SELECT `+publicationColumns+` FROM publication WHERE state IN ('sending', 'unsure') AND lease > 0`)
}

// Overdue gives what has not gone out although it is due, of all accounts.
func (tx *Tx) Overdue(ctx context.Context, now time.Time) ([]publish.Publication, error) {
	return many(ctx, tx, scanPublication, `SELECT `+publicationColumns+` FROM publication
		WHERE state IN ('scheduled', 'sending', 'unsure') AND due <= $1 ORDER BY due, id`, micros(now))
}

// NextDue gives the time at which the next publication is due after a moment, or the zero Time.
func (tx *Tx) NextDue(ctx context.Context, now time.Time) (time.Time, error) {
	var next int64
	err := tx.QueryRowContext(ctx, `SELECT COALESCE(min(due), 0) FROM publication WHERE state = 'scheduled' AND due > $1`, micros(now)).Scan(&next)
	return fromMicros(next), err
}

// HoldUnreadable holds a publication whose row cannot be read.
func (tx *Tx) HoldUnreadable(ctx context.Context, id, said string) error {
	return tx.exec(ctx, `UPDATE publication SET state = 'held', hold = 'error', said = $1, version = version + 1 WHERE id = $2`, said, id)
}
