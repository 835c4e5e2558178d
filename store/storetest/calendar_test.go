package storetest_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"rostrum/compose"
	"rostrum/post"
	"rostrum/publish"
	"rostrum/staff"
	"rostrum/store"
	"rostrum/store/storetest"
)

// TestPostsOfACalendar: what is not decided yet by its time, and what went out, the latest first.
func TestPostsOfACalendar(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		due := studioDay.Add(24 * time.Hour)
		write(t, s, func(ctx context.Context, tx *store.Tx) error {
			for i, text := range []string{"later", "sooner", "thrown away", "without a time"} {
				at := due.Add(-time.Duration(i) * time.Hour)
				if i == 3 {
					at = time.Time{}
				}
				p, err := compose.Begin(ctx, tx, writer("rasa"), post.Content{Text: text, Accounts: []string{"main"}}, at, vilnius, studioDay)
				if err != nil {
					return err
				}
				if i == 2 {
					if _, err := compose.Discard(ctx, tx, writer("rasa"), p.ID, p.Version, studioDay); err != nil {
						return err
					}
				}
				out := publish.Publication{ID: staff.NewID(), Post: p.ID, Revision: 1, Digest: p.Digest, Account: "main", Verb: publish.Post, State: publish.Sent, Due: studioDay.Add(time.Duration(i) * time.Minute)}
				if i == 0 {
					out.Verb = publish.Delete
				}
				if err := tx.AddPublication(ctx, out); err != nil {
					return err
				}
			}
			waiting, err := tx.PostsDue(ctx, studioDay, due.Add(time.Second), 10)
			if err != nil {
				return err
			}
			var said []string
			for _, p := range waiting {
				said = append(said, p.Content.Text)
			}
			if got := strings.Join(said, ", "); got != "sooner, later" {
				t.Errorf("due are: %s", got)
			}
			if before, err := tx.PostsDue(ctx, studioDay, due.Add(-time.Hour), 10); err != nil || len(before) != 0 {
				t.Errorf("before its time: %v %v", before, err)
			}
			sent, err := tx.PostsOut(ctx, studioDay.Add(2*time.Minute), 10)
			if err != nil || len(sent) != 2 || sent[0].Content.Text != "without a time" || sent[1].Content.Text != "thrown away" {
				t.Errorf("out are: %+v %v", sent, err)
			}
			return nil
		})
	})
}
