package store

import (
	"context"
	"database/sql"
	"errors"
	"maps"
	"slices"
	"time"

	"rostrum/fault"
	"rostrum/post"
)

func noPicture() *fault.Fault {
	f := fault.New(fault.NotFound, "This picture is not kept here. Add it again.", "Šis paveikslėlis čia nesaugomas. Pridėkite jį iš naujo.")
	f.Field = "images"
	return f
}

// Picture gives a picture's file and its type.
func (tx *Tx) Picture(ctx context.Context, digest string) ([]byte, string, error) {
	var file []byte
	var mime string
	err := tx.QueryRowContext(ctx, `SELECT bytes, type FROM post_picture WHERE digest = $1`, digest).Scan(&file, &mime)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, "", noPicture()
	}
	return file, mime, err
}

// PictureFacts gives what is known of a picture: all but its file and an alt text.
func (tx *Tx) PictureFacts(ctx context.Context, digest string) (post.Image, error) {
	return one(ctx, tx, noPicture(), func(row scanner) (post.Image, error) {
		i := post.Image{Digest: digest}
		return i, row.Scan(&i.Type, &i.Width, &i.Height, &i.Credit, &i.Words)
	}, `SELECT type, width, height, credit, words FROM post_picture WHERE digest = $1`, digest)
}

// AddPicture keeps a cleaned picture under its digest. The same picture is kept once, as added when it last was.
func (tx *Tx) AddPicture(ctx context.Context, i post.Image, file []byte, person string, now time.Time) error {
	return tx.exec(ctx, `INSERT INTO post_picture (digest, type, width, height, credit, words, bytes, person, added)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (digest) DO UPDATE SET added = excluded.added`,
		i.Digest, i.Type, i.Width, i.Height, i.Credit, i.Words, file, person, micros(now))
}

// usePictures counts the pictures that a revision has from now on, and those that it no longer has. One that is not kept, or
// was forgotten a moment ago, is a fault.
func (tx *Tx) usePictures(ctx context.Context, was, is post.Content) error {
	before, after := digests(was), digests(is)
	for _, digest := range slices.Sorted(maps.Keys(after)) {
		if before[digest] {
			continue
		}
		if err := tx.change(ctx, noPicture(), `UPDATE post_picture SET uses = uses + 1 WHERE digest = $1`, digest); err != nil {
			return err
		}
	}
	for _, digest := range slices.Sorted(maps.Keys(before)) {
		if after[digest] {
			continue
		}
		if err := tx.exec(ctx, `UPDATE post_picture SET uses = uses - 1 WHERE digest = $1`, digest); err != nil {
			return err
		}
	}
	return nil
}

func digests(c post.Content) map[string]bool {
	all := map[string]bool{}
	for _, i := range c.Images {
		all[i.Digest] = true
	}
	return all
}

// ForgetPictures deletes the pictures that were added before a moment and that no revision has. It tells how many.
func (tx *Tx) ForgetPictures(ctx context.Context, before time.Time) (int, error) {
	gone, err := tx.ExecContext(ctx, `DELETE FROM post_picture WHERE uses = 0 AND added < $1`, micros(before))
	if err != nil {
		return 0, err
	}
	n, err := gone.RowsAffected()
	return int(n), err
}
