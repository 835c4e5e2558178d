package store

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"rostrum/compose"
	"rostrum/fault"
	"rostrum/post"
)

const postColumns = `p.id, p.state, p.author, p.writers, p.returned, p.revision, p.due, p.zone, p.version, p.created, p.changed, r.digest, r.content`

const postWithRevision = ` FROM post p JOIN post_revision r ON r.post = p.id AND r.number = p.revision`

func noPost() error {
	return fault.New(fault.NotFound, "There is no such post.", "Tokio įrašo nėra.")
}

func scanPost(row scanner) (compose.Post, error) {
	var p compose.Post
	var writers, content string
	var due, created, changed int64
	err := row.Scan(&p.ID, &p.State, &p.Author, &writers, &p.Returned, &p.Revision, &due, &p.Zone, &p.Version, &created, &changed, &p.Digest, &content)
	if err != nil {
		return p, err
	}
	p.Due, p.Created, p.Changed = fromMicros(due), fromMicros(created), fromMicros(changed)
	if err := fromJSON(writers, &p.Writers); err != nil {
		return p, err
	}
	return p, fromJSON(content, &p.Content)
}

// Post gives the post with the id, with its latest content.
func (tx *Tx) Post(ctx context.Context, id string) (compose.Post, error) {
	return one(ctx, tx, noPost(), scanPost, `SELECT `+postColumns+postWithRevision+` WHERE p.id = $1`, id)
}

// AddPost keeps a new post; its revision is kept by AddRevision.
func (tx *Tx) AddPost(ctx context.Context, p compose.Post) error {
	writers, err := inJSON(p.Writers)
	if err != nil {
		return err
	}
	err = tx.exec(ctx, `INSERT INTO post (id, state, author, writers, returned, revision, due, zone, version, created, changed)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`, p.ID, string(p.State), p.Author, writers, p.Returned, p.Revision,
		micros(p.Due), p.Zone, p.Version, micros(p.Created), micros(p.Changed))
	if err != nil {
		return err
	}
	return tx.addWriters(ctx, p)
}

// ChangePost keeps a post's new particulars, if nobody changed it since p was read.
func (tx *Tx) ChangePost(ctx context.Context, p compose.Post) error {
	writers, err := inJSON(p.Writers)
	if err != nil {
		return err
	}
	err = tx.change(ctx, compose.Conflict(), `UPDATE post SET state = $1, writers = $2, returned = $3, revision = $4, due = $5, zone = $6,
		changed = $7, version = version + 1 WHERE id = $8 AND version = $9`,
		string(p.State), writers, p.Returned, p.Revision, micros(p.Due), p.Zone, micros(p.Changed), p.ID, p.Version)
	if err != nil {
		return err
	}
	return tx.addWriters(ctx, p)
}

// addWriters notes whose post it is, so that people find theirs.
func (tx *Tx) addWriters(ctx context.Context, p compose.Post) error {
	for _, person := range p.Writers {
		if err := tx.exec(ctx, `INSERT INTO post_writer (person, post) VALUES ($1, $2) ON CONFLICT (person, post) DO NOTHING`, person, p.ID); err != nil {
			return err
		}
	}
	return nil
}

// PostFilter says which posts are asked for; an empty field asks for all.
type PostFilter struct {
	States   []compose.State
	Returned *bool
	Writer   string // a person's id
	After    string // where the page before ended; see PostPlace
}

// PostPlace is where a page of posts ends that has p as its last.
func PostPlace(p compose.Post) string { return fmt.Sprintf("%d.%s", micros(p.Changed), p.ID) }

// Posts gives up to limit posts, the latest changed first.
func (tx *Tx) Posts(ctx context.Context, f PostFilter, limit int) ([]compose.Post, error) {
	var args []any
	place := func(v any) string {
		args = append(args, v)
		return "$" + strconv.Itoa(len(args))
	}
	where, from := []string{"1 = 1"}, postWithRevision
	if f.Writer != "" {
		from += ` JOIN post_writer w ON w.post = p.id AND w.person = ` + place(f.Writer)
	}
	if len(f.States) > 0 {
		var states []string
		for _, s := range f.States {
			states = append(states, place(string(s)))
		}
		where = append(where, "p.state IN ("+strings.Join(states, ", ")+")")
	}
	if f.Returned != nil {
		where = append(where, "p.returned = "+place(*f.Returned))
	}
	if at, id, ok := strings.Cut(f.After, "."); ok {
		changed, err := strconv.ParseInt(at, 10, 64)
		if err != nil {
			return nil, fault.New(fault.Invalid, "This page of the list does not exist. Begin at the first.", "Tokio sąrašo puslapio nėra. Pradėkite nuo pirmojo.")
		}
		where = append(where, "(p.changed < "+place(changed)+" OR p.changed = "+place(changed)+" AND p.id < "+place(id)+")")
	}
	return many(ctx, tx, scanPost, `SELECT `+postColumns+from+` WHERE `+strings.Join(where, " AND ")+
		` ORDER BY p.changed DESC, p.id DESC LIMIT `+place(limit), args...)
}

const revisionColumns = `post, number, digest, content, author, at, submitted`

func scanRevision(row scanner) (compose.Revision, error) {
	var r compose.Revision
	var content string
	var at int64
	if err := row.Scan(&r.Post, &r.Number, &r.Digest, &content, &r.Author, &at, &r.Submitted); err != nil {
		return r, err
	}
	r.At = fromMicros(at)
	return r, fromJSON(content, &r.Content)
}

// Revision gives one revision of a post.
func (tx *Tx) Revision(ctx context.Context, post string, number int) (compose.Revision, error) {
	missing := fault.New(fault.NotFound, "There is no such revision of the post.", "Tokios įrašo redakcijos nėra.")
	return one(ctx, tx, missing, scanRevision, `SELECT `+revisionColumns+` FROM post_revision WHERE post = $1 AND number = $2`, post, number)
}

// Revisions gives the latest thousand revisions of a post, the latest first.
func (tx *Tx) Revisions(ctx context.Context, post string) ([]compose.Revision, error) {
	return many(ctx, tx, scanRevision, `SELECT `+revisionColumns+` FROM post_revision WHERE post = $1 ORDER BY number DESC LIMIT 1000`, post)
}

// AddRevision keeps a new revision.
func (tx *Tx) AddRevision(ctx context.Context, r compose.Revision) error {
	content, err := inJSON(r.Content)
	if err != nil {
		return err
	}
	if err := tx.usePictures(ctx, post.Content{}, r.Content); err != nil {
		return err
	}
	return tx.duplicate(tx.exec(ctx, `INSERT INTO post_revision (`+revisionColumns+`) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
		r.Post, r.Number, r.Digest, content, r.Author, micros(r.At), r.Submitted), compose.Conflict())
}

// ReplaceRevision keeps what a revision says now. One that was submitted stays as it was.
func (tx *Tx) ReplaceRevision(ctx context.Context, r compose.Revision) error {
	content, err := inJSON(r.Content)
	if err != nil {
		return err
	}
	was, err := tx.Revision(ctx, r.Post, r.Number)
	if err != nil {
		return err
	}
	if err := tx.usePictures(ctx, was.Content, r.Content); err != nil {
		return err
	}
	return tx.change(ctx, compose.Conflict(), `UPDATE post_revision SET digest = $1, content = $2, submitted = $3
		WHERE post = $4 AND number = $5 AND submitted = $6`, r.Digest, content, r.Submitted, r.Post, r.Number, false)
}

// PostsReturned gives up to limit drafts of a person that reviewers sent back, and those that were rejected since a moment.
func (tx *Tx) PostsReturned(ctx context.Context, person string, since time.Time, limit int) ([]compose.Post, error) {
	return many(ctx, tx, scanPost, `SELECT `+postColumns+postWithRevision+` JOIN post_writer w ON w.post = p.id AND w.person = $1
		WHERE p.state = 'draft' AND p.returned = $2 OR p.state = 'rejected' AND p.changed >= $3
		ORDER BY p.changed DESC, p.id DESC LIMIT $4`, person, true, micros(since), limit)
}
