package store

import (
	"context"
	"time"

	"rostrum/compose"
	"rostrum/post"
	"rostrum/publish"
)

// PostsDue gives up to limit posts that are to go out from one moment on and before another and are not decided yet, by
// the time.
func (tx *Tx) PostsDue(ctx context.Context, from, to time.Time, limit int) ([]compose.Post, error) {
	return many(ctx, tx, scanPost, `SELECT `+postColumns+postWithRevision+` WHERE p.state IN ('draft', 'review') AND p.due >= $1 AND p.due < $2
		ORDER BY p.due, p.id LIMIT $3`, micros(from), micros(to), limit)
}

// OutPost is a publication that is out, with what it says.
type OutPost struct {
	publish.Publication
	Content post.Content
}

// PostsOut gives up to limit publications that were due since a moment and are out, the latest first.
func (tx *Tx) PostsOut(ctx context.Context, since time.Time, limit int) ([]OutPost, error) {
	sent, err := many(ctx, tx, scanPublication, `SELECT `+publicationColumns+` FROM publication
		WHERE state = 'sent' AND due >= $1 AND verb <> 'delete' ORDER BY due DESC, id DESC LIMIT $2`, micros(since), limit)
	if err != nil {
		return nil, err
	}
	all := make([]OutPost, 0, len(sent))
	known := map[string]post.Content{}
	for _, p := range sent {
		content, ok := known[p.Post+p.Digest]
		if !ok {
			revision, err := tx.Revision(ctx, p.Post, p.Revision)
			if err != nil {
				return nil, err
			}
			content = revision.Content
			known[p.Post+p.Digest] = content
		}
		all = append(all, OutPost{p, content})
	}
	return all, nil
}
