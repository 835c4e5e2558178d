package store

import (
	"context"
	"database/sql"
	"errors"
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

// AddPicture keeps a cleaned picture under its digest; the same picture is kept once.
func (tx *Tx) AddPicture(ctx context.Context, i post.Image, file []byte, person string, now time.Time) error {
	return tx.exec(ctx, `INSERT INTO post_picture (digest, type, width, height, credit, words, bytes, person, added)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (digest) DO NOTHING`,
		i.Digest, i.Type, i.Width, i.Height, i.Credit, i.Words, file, person, micros(now))
}
