package storetest_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"rostrum/compose"
	"rostrum/fault"
	"rostrum/post"
	"rostrum/staff"
	"rostrum/store"
	"rostrum/store/storetest"
)

func writer(id string) staff.Person {
	return staff.Person{ID: id, State: staff.Active, Roles: []staff.Role{staff.Author}}
}

const vilnius = "Europe/Vilnius"

// begun makes a draft of rasa's.
func begun(t *testing.T, s *store.Store, text string) (p compose.Post) {
	t.Helper()
	write(t, s, func(ctx context.Context, tx *store.Tx) (err error) {
		p, err = compose.Begin(ctx, tx, writer("rasa"), post.Content{Text: text, Accounts: []string{"main"}}, time.Time{}, vilnius, studioDay)
		return err
	})
	return p
}

func TestRevisionsOfADraft(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := begun(t, s, "One")
		save := func(who, text string, after time.Duration) {
			t.Helper()
			write(t, s, func(ctx context.Context, tx *store.Tx) (err error) {
				p, err = compose.Save(ctx, tx, writer(who), p.ID, p.Version, post.Content{Text: text, Accounts: []string{"main"}}, p.Due, p.Zone, studioDay.Add(after))
				return err
			})
		}
		save("rasa", "One and", time.Minute)
		save("rasa", "One and a half", 4*time.Minute)
		save("rasa", "One and a half", 5*time.Minute) // says nothing new
		if p.Revision != 1 || p.Version != 3 {
			t.Errorf("one sitting is one revision, and the same text none: %+v", p)
		}
		save("rasa", "Two", 6*time.Minute)
		save("jonas", "Three", 7*time.Minute)
		save("rasa", "Four", 8*time.Minute)
		write(t, s, func(ctx context.Context, tx *store.Tx) error {
			all, err := tx.Revisions(ctx, p.ID)
			var said []string
			for _, r := range all {
				said = append(said, r.Author+": "+r.Content.Text)
			}
			if got := strings.Join(said, " | "); got != "rasa: Four | jonas: Three | rasa: Two | rasa: One and a half" {
				t.Error(got)
			}
			now, _ := tx.Post(ctx, p.ID)
			if now.Content.Text != "Four" || now.Digest != now.Content.Digest() || now.Revision != 4 || strings.Join(now.Writers, " ") != "rasa jonas" {
				t.Errorf("%+v", now)
			}
			return err
		})
	})
}

func TestOfTwoWritersOneHearsOfTheOther(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := begun(t, s, "One")
		var all sync.WaitGroup
		var saved, told atomic.Int32
		for i := range 8 {
			all.Go(func() {
				err := s.Write(t.Context(), func(tx *store.Tx) error {
					_, err := compose.Save(t.Context(), tx, writer(fmt.Sprint("p", i)), p.ID, p.Version, post.Content{Text: fmt.Sprint("By ", i)}, p.Due, p.Zone, studioDay)
					return err
				})
				switch {
				case err == nil:
					saved.Add(1)
				case fault.Is(err, fault.Conflict):
					told.Add(1)
				default:
					t.Error(err)
				}
			})
		}
		all.Wait()
		if saved.Load() != 1 || told.Load() != 7 {
			t.Errorf("%d saved, %d told", saved.Load(), told.Load())
		}
	})
}

func TestWhatWasSubmittedStays(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := begun(t, s, "One")
		refused := func(what string, f func(ctx context.Context, tx *store.Tx) error) {
			t.Helper()
			if err := s.Write(t.Context(), func(tx *store.Tx) error { return f(t.Context(), tx) }); !fault.Is(err, fault.Conflict) {
				t.Errorf("%s: %v", what, err)
			}
		}
		save := func(text string) func(ctx context.Context, tx *store.Tx) error {
			return func(ctx context.Context, tx *store.Tx) (err error) {
				_, err = compose.Save(ctx, tx, writer("rasa"), p.ID, p.Version, post.Content{Text: text}, p.Due, p.Zone, studioDay)
				return err
			}
		}
		var submitted compose.Revision
		write(t, s, func(ctx context.Context, tx *store.Tx) (err error) {
			p, submitted, err = compose.Submitted(ctx, tx, p, studioDay)
			return err
		})
		refused("an edit while votes are out", save("Another"))
		refused("discarding", func(ctx context.Context, tx *store.Tx) error {
			_, err := compose.Discard(ctx, tx, writer("rasa"), p.ID, p.Version, studioDay)
			return err
		})
		refused("a change beneath", func(ctx context.Context, tx *store.Tx) error {
			changed := submitted
			changed.Content.Text = "Another"
			return tx.ReplaceRevision(ctx, changed)
		})
		write(t, s, func(ctx context.Context, tx *store.Tx) (err error) {
			p, err = compose.SentBack(ctx, tx, p, studioDay)
			return err
		})
		write(t, s, save("Better"))
		write(t, s, func(ctx context.Context, tx *store.Tx) error {
			was, err := tx.Revision(ctx, p.ID, 1)
			p, _ = tx.Post(ctx, p.ID)
			if was.Content.Text != "One" || p.Revision != 2 || p.Content.Text != "Better" || !p.Returned {
				t.Errorf("%+v, %+v", was, p)
			}
			mine, _ := tx.PostsReturned(ctx, "rasa", studioDay, 10)
			others, _ := tx.PostsReturned(ctx, "jonas", studioDay, 10)
			if len(mine) != 1 || len(others) != 0 {
				t.Errorf("sent back to rasa: %d, to jonas: %d", len(mine), len(others))
			}
			return err
		})
		write(t, s, func(ctx context.Context, tx *store.Tx) (err error) {
			if p, err = compose.Discard(ctx, tx, writer("rasa"), p.ID, p.Version, studioDay); err != nil {
				return err
			}
			p, err = compose.Restore(ctx, tx, writer("jonas"), p.ID, studioDay)
			if p.State != compose.Draft || p.Content.Text != "Better" {
				t.Errorf("brought back: %+v", p)
			}
			return err
		})
	})
}

func TestPagesOfPosts(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		for i := range 7 {
			begun(t, s, fmt.Sprint("Post ", i)) // all at the same moment
		}
		write(t, s, func(ctx context.Context, tx *store.Tx) error {
			seen, filter := map[string]bool{}, store.PostFilter{Writer: "rasa", States: []compose.State{compose.Draft}}
			for range 4 {
				page, err := tx.Posts(ctx, filter, 2)
				if err != nil {
					return err
				}
				for _, p := range page {
					seen[p.Content.Text] = true
					filter.After = store.PostPlace(p)
				}
			}
			nobodys, err := tx.Posts(ctx, store.PostFilter{Writer: "jonas"}, 10)
			if len(seen) != 7 || len(nobodys) != 0 {
				t.Errorf("saw %v; of jonas: %d", seen, len(nobodys))
			}
			if _, wrong := tx.Posts(ctx, store.PostFilter{After: "x.y"}, 2); !fault.Is(wrong, fault.Invalid) {
				t.Errorf("a made-up page: %v", wrong)
			}
			return err
		})
	})
}

func TestPicturesAndTemplates(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		image := post.Image{Digest: strings.Repeat("ab", 32), Type: "image/png", Width: 4, Height: 3, Words: "Projektas Ąžuolas"}
		write(t, s, func(ctx context.Context, tx *store.Tx) error {
			return tx.AddPicture(ctx, image, []byte("file"), "rasa", studioDay)
		})
		forged := image
		forged.Words, forged.Width, forged.Alt = "", 9, "An oak"
		var p compose.Post
		write(t, s, func(ctx context.Context, tx *store.Tx) (err error) {
			p, err = compose.Begin(ctx, tx, writer("rasa"), post.Content{Images: []post.Image{forged}}, time.Time{}, vilnius, studioDay)
			return err
		})
		if got := p.Content.Images[0]; got.Words != image.Words || got.Width != 4 || got.Alt != "An oak" {
			t.Errorf("what was read in the picture can be talked away: %+v", got)
		}
		err := s.Write(t.Context(), func(tx *store.Tx) error {
			forged.Digest = strings.Repeat("cd", 32)
			_, err := compose.Begin(t.Context(), tx, writer("rasa"), post.Content{Images: []post.Image{forged}}, time.Time{}, vilnius, studioDay)
			return err
		})
		if !fault.Is(err, fault.NotFound) {
			t.Errorf("a picture that is not kept: %v", err)
		}
		write(t, s, func(ctx context.Context, tx *store.Tx) error {
			made, err := compose.KeepTemplate(ctx, tx, writer("rasa"), compose.Template{Kind: compose.Snippet, Name: "Signature", LT: "Jūsų „Banga“"}, studioDay)
			if err != nil {
				return err
			}
			made.EN = "Yours, Banga"
			if _, err := compose.KeepTemplate(ctx, tx, writer("jonas"), made, studioDay); err != nil {
				return err
			}
			if _, err := compose.KeepTemplate(ctx, tx, writer("ona"), made, studioDay); !fault.Is(err, fault.Conflict) {
				t.Errorf("two editors of a template: %v", err)
			}
			all, err := tx.Templates(ctx)
			if len(all) != 1 || all[0].In("en") != "Yours, Banga" || all[0].By != "jonas" {
				t.Errorf("%+v", all)
			}
			return err
		})
	})
}

// TestUnusedPicturesAreForgotten keeps what a revision has, and what was added lately.
func TestUnusedPicturesAreForgotten(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		image := func(c string) post.Image {
			return post.Image{Digest: strings.Repeat(c, 32), Type: "image/png", Width: 4, Height: 3}
		}
		kept, taken, never, again := image("a1"), image("b2"), image("c3"), image("d4")
		later := studioDay.Add(compose.PictureLasts + time.Hour)
		write(t, s, func(ctx context.Context, tx *store.Tx) error {
			for _, i := range []post.Image{kept, taken, never, again} {
				if err := tx.AddPicture(ctx, i, []byte("file"), "rasa", studioDay); err != nil {
					return err
				}
			}
			p, err := compose.Begin(ctx, tx, writer("rasa"), post.Content{Images: []post.Image{kept, taken}}, time.Time{}, vilnius, studioDay)
			if err != nil {
				return err
			}
			if _, err := compose.Save(ctx, tx, writer("rasa"), p.ID, p.Version, post.Content{Images: []post.Image{kept}}, time.Time{}, vilnius, studioDay); err != nil {
				return err
			}
			return tx.AddPicture(ctx, again, []byte("file"), "jonas", later.Add(-time.Minute))
		})
		write(t, s, func(ctx context.Context, tx *store.Tx) error { return compose.ForgetPictures(ctx, tx, later) })
		write(t, s, func(ctx context.Context, tx *store.Tx) error { return compose.ForgetPictures(ctx, tx, later) })
		err := s.Read(t.Context(), func(tx *store.Tx) error {
			for _, i := range []post.Image{kept, again} {
				if _, _, err := tx.Picture(t.Context(), i.Digest); err != nil {
					t.Errorf("a picture of a draft, or one that was just added, is gone: %v", err)
				}
			}
			for _, i := range []post.Image{taken, never} {
				if _, _, err := tx.Picture(t.Context(), i.Digest); !fault.Is(err, fault.NotFound) {
					t.Errorf("a picture that no revision has is still there: %v", err)
				}
			}
			told, err := tx.Recorded(t.Context(), "pictures")
			if len(told) != 1 || told[0].Data["count"] != "2" || len(told[0].Private) > 0 {
				t.Errorf("on record: %+v", told)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}
