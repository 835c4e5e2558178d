package store

import (
	"context"
	"time"

	"rostrum/fault"
	"rostrum/studio"
)

// VersionToChange gives the version as it is now. Its row is held until the transaction ends, so that the next editor
// sees what this one did.
func (tx *Tx) VersionToChange(ctx context.Context, id string) (studio.Version, error) {
	return one(ctx, tx, noVersion(), scanVersion, `UPDATE policy_version SET revision = revision WHERE id = $1 RETURNING `+versionColumns, id)
}

const stepColumns = `version, seq, digest, person, at, paths`

func scanStep(row scanner) (studio.Step, error) {
	var s studio.Step
	var at int64
	var paths string
	if err := row.Scan(&s.Version, &s.Seq, &s.Digest, &s.Person, &at, &paths); err != nil {
		return s, err
	}
	s.At = fromMicros(at)
	return s, fromJSON(paths, &s.Paths)
}

// AddStep keeps the state before a change, and forgets those that can no longer be undone.
func (tx *Tx) AddStep(ctx context.Context, s studio.Step) error {
	paths, err := inJSON(s.Paths)
	if err != nil {
		return err
	}
	if err := tx.exec(ctx, `INSERT INTO policy_step (`+stepColumns+`) VALUES ($1, $2, $3, $4, $5, $6)`,
		s.Version, s.Seq, s.Digest, s.Person, micros(s.At), paths); err != nil {
		return err
	}
	return tx.exec(ctx, `DELETE FROM policy_step WHERE version = $1 AND seq <= COALESCE(
		(SELECT seq FROM policy_step WHERE version = $2 ORDER BY seq DESC LIMIT 1 OFFSET $3), -1)`, s.Version, s.Version, studio.KeptSteps)
}

// LastStep gives the newest step of a version, or a fault NotFound.
func (tx *Tx) LastStep(ctx context.Context, version string) (studio.Step, error) {
	return one(ctx, tx, fault.New(fault.NotFound, "There is no change left to undo.", "Nebėra ko atšaukti."), scanStep,
		`SELECT `+stepColumns+` FROM policy_step WHERE version = $1 ORDER BY seq DESC LIMIT 1`, version)
}

// DropStep forgets a step that was undone.
func (tx *Tx) DropStep(ctx context.Context, version string, seq int64) error {
	return tx.exec(ctx, `DELETE FROM policy_step WHERE version = $1 AND seq = $2`, version, seq)
}

const commentColumns = `id, version, clause, thread, person, words, at, resolved, resolver`

func scanComment(row scanner) (studio.Comment, error) {
	var c studio.Comment
	var at, resolved int64
	err := row.Scan(&c.ID, &c.Version, &c.Clause, &c.Thread, &c.Person, &c.Text, &at, &resolved, &c.Resolver)
	c.At, c.Resolved = fromMicros(at), fromMicros(resolved)
	return c, err
}

// AddComment keeps a new comment.
func (tx *Tx) AddComment(ctx context.Context, c studio.Comment) error {
	return tx.exec(ctx, `INSERT INTO policy_comment (`+commentColumns+`) VALUES ($1, $2, $3, $4, $5, $6, $7, 0, '')`,
		c.ID, c.Version, c.Clause, c.Thread, c.Person, c.Text, micros(c.At))
}

// Comment gives the comment with the id.
func (tx *Tx) Comment(ctx context.Context, id string) (studio.Comment, error) {
	return one(ctx, tx, fault.New(fault.NotFound, "There is no such comment.", "Tokio komentaro nėra."), scanComment,
		`SELECT `+commentColumns+` FROM policy_comment WHERE id = $1`, id)
}

// Comments gives all comments on a version, the oldest first.
func (tx *Tx) Comments(ctx context.Context, version string) ([]studio.Comment, error) {
	return many(ctx, tx, scanComment, `SELECT `+commentColumns+` FROM policy_comment WHERE version = $1 ORDER BY at, id`, version)
}

// ResolveComment closes the thread that begins with the comment, or opens it again where at is zero.
func (tx *Tx) ResolveComment(ctx context.Context, thread, person string, at time.Time) error {
	return tx.exec(ctx, `UPDATE policy_comment SET resolved = $1, resolver = $2 WHERE id = $3`, micros(at), person, thread)
}
