package store

import (
	"context"
	"time"

	"rostrum/approval"
	"rostrum/fault"
)

const postCommentColumns = `id, post, revision, account, first, last, quote, thread, person, text, at, resolved, resolver`

func noPostComment() error {
	return fault.New(fault.NotFound, "There is no such comment.", "Tokio komentaro nėra.")
}

func scanPostComment(row scanner) (approval.Comment, error) {
	var c approval.Comment
	var at, resolved int64
	err := row.Scan(&c.ID, &c.Post, &c.Revision, &c.Account, &c.Start, &c.End, &c.Quote, &c.Thread, &c.Person, &c.Text, &at, &resolved, &c.Resolver)
	c.At, c.Resolved = fromMicros(at), fromMicros(resolved)
	return c, err
}

// PostComments gives what was said about a post, the oldest first, up to a thousand.
func (tx *Tx) PostComments(ctx context.Context, post string) ([]approval.Comment, error) {
	return many(ctx, tx, scanPostComment, `SELECT `+postCommentColumns+` FROM post_comment WHERE post = $1 ORDER BY at, id LIMIT 1000`, post)
}

// PostComment gives the comment with the id.
func (tx *Tx) PostComment(ctx context.Context, id string) (approval.Comment, error) {
	return one(ctx, tx, noPostComment(), scanPostComment, `SELECT `+postCommentColumns+` FROM post_comment WHERE id = $1`, id)
}

// AddPostComment keeps a new comment.
func (tx *Tx) AddPostComment(ctx context.Context, c approval.Comment) error {
	return tx.exec(ctx, `INSERT INTO post_comment (`+postCommentColumns+`) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
		c.ID, c.Post, c.Revision, c.Account, c.Start, c.End, c.Quote, c.Thread, c.Person, c.Text, micros(c.At), micros(c.Resolved), c.Resolver)
}

// ResolvePostComment closes a thread, or opens it again where at is zero.
func (tx *Tx) ResolvePostComment(ctx context.Context, thread, person string, at time.Time) error {
	return tx.change(ctx, noPostComment(), `UPDATE post_comment SET resolved = $1, resolver = $2 WHERE id = $3`, micros(at), person, thread)
}
