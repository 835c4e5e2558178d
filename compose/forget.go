package compose

import (
	"context"
	"strconv"
	"time"

	"rostrum/ledger"
)

// PictureLasts is how long a picture is kept that no revision has.
const PictureLasts = 30 * 24 * time.Hour

// PictureShelf is where pictures lie.
type PictureShelf interface {
	// ForgetPictures deletes the pictures that were added before a moment and that no revision has, and tells how many.
	ForgetPictures(ctx context.Context, before time.Time) (int, error)
	Append(ctx context.Context, e ledger.Entry) error
}

// ForgetPictures forgets the pictures that were added long ago and came into no post. The record says how many they were, and
// nothing else of them.
func ForgetPictures(ctx context.Context, r PictureShelf, now time.Time) error {
	n, err := r.ForgetPictures(ctx, now.Add(-PictureLasts))
	if err != nil || n == 0 {
		return err
	}
	return r.Append(ctx, ledger.Entry{Time: now, Actor: "rostrum", Kind: "picture.forgotten", Subject: "pictures", Data: map[string]string{"count": strconv.Itoa(n)}})
}
