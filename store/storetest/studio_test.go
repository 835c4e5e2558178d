package storetest_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"rostrum/fault"
	"rostrum/folder"
	"rostrum/staff"
	"rostrum/store"
	"rostrum/store/storetest"
	"rostrum/studio"
)

var studioDay = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)

func owner(id string) staff.Person {
	return staff.Person{ID: id, State: staff.Active, Roles: []staff.Role{staff.PolicyOwner}}
}

// imported makes a draft with a file for each of some editors.
func imported(t *testing.T, s *store.Store, files int) studio.Version {
	t.Helper()
	content := folder.Files{"policy.yaml": []byte("company: Banga\n")}
	for i := range files {
		content[fmt.Sprintf("clauses/c%d/en.md", i)] = []byte("# Title\n")
	}
	var draft studio.Version
	write(t, s, func(ctx context.Context, tx *store.Tx) (err error) {
		draft, err = studio.Import(ctx, tx, owner("rasa"), content, "Draft", studioDay)
		return err
	})
	return draft
}

func write(t *testing.T, s *store.Store, f func(context.Context, *store.Tx) error) {
	t.Helper()
	if err := s.Write(t.Context(), func(tx *store.Tx) error { return f(t.Context(), tx) }); err != nil {
		t.Fatal(err)
	}
}

func TestEditorsAtTheSameTime(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		const editors = 8
		draft := imported(t, s, editors)
		was := studio.Sum(folder.Files{"f": []byte("# Title\n")}, "f")
		edit := func(file int, text string) error {
			return s.Write(t.Context(), func(tx *store.Tx) error {
				_, err := studio.Edit(t.Context(), tx, owner(fmt.Sprint("p", file)), draft.ID,
					[]studio.Change{{Path: fmt.Sprintf("clauses/c%d/en.md", file), Was: was, Content: []byte(text)}}, studioDay)
				return err
			})
		}
		var all sync.WaitGroup
		for i := range editors {
			all.Go(func() {
				if err := edit(i, fmt.Sprintf("# Title %d\n", i)); err != nil {
					t.Errorf("another file: %v", err)
				}
			})
		}
		all.Wait()
		if _, ok := errors.AsType[*studio.Clash](edit(0, "# Mine\n")); !ok {
			t.Error("the same file was changed over somebody else's change")
		}
		write(t, s, func(ctx context.Context, tx *store.Tx) error {
			v, err := tx.Version(ctx, draft.ID)
			if err != nil {
				return err
			}
			files, err := tx.Content(ctx, v.Digest)
			for i := range editors {
				if want := fmt.Sprintf("# Title %d\n", i); string(files[fmt.Sprintf("clauses/c%d/en.md", i)]) != want {
					t.Errorf("the change of file %d is lost", i)
				}
			}
			if len(v.Editors) != editors+1 {
				t.Errorf("editors: %v", v.Editors)
			}
			return err
		})
	})
}

func TestUndoGoesBackTwentyChanges(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		draft := imported(t, s, 1)
		files := folder.Files{"clauses/c0/en.md": []byte("# Title\n")}
		for i := range studio.KeptSteps + 5 {
			write(t, s, func(ctx context.Context, tx *store.Tx) error {
				text := fmt.Appendf(nil, "# Title %d\n", i)
				_, err := studio.Edit(ctx, tx, owner("rasa"), draft.ID,
					[]studio.Change{{Path: "clauses/c0/en.md", Was: studio.Sum(files, "clauses/c0/en.md"), Content: text}}, studioDay)
				files["clauses/c0/en.md"] = text
				return err
			})
		}
		undone := 0
		for ; ; undone++ {
			err := s.Write(t.Context(), func(tx *store.Tx) error {
				step, err := tx.LastStep(t.Context(), draft.ID)
				if err != nil {
					return err
				}
				_, err = studio.Undo(t.Context(), tx, owner("rasa"), draft.ID, step.Seq, studioDay)
				return err
			})
			if fault.Is(err, fault.NotFound) {
				break
			} else if err != nil {
				t.Fatal(err)
			}
		}
		if undone != studio.KeptSteps {
			t.Errorf("%d changes could be undone", undone)
		}
		write(t, s, func(ctx context.Context, tx *store.Tx) error {
			v, err := tx.Version(ctx, draft.ID)
			if err != nil {
				return err
			}
			files, err := tx.Content(ctx, v.Digest)
			if got := string(files["clauses/c0/en.md"]); got != "# Title 4\n" {
				t.Errorf("%q after undoing", got)
			}
			return err
		})
	})
}

func TestCommentsAndVersions(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		draft := imported(t, s, 1)
		write(t, s, func(ctx context.Context, tx *store.Tx) error {
			first, err := studio.Say(ctx, tx, owner("rasa"), studio.Comment{Version: draft.ID, Clause: "c0", Text: "Too long?"}, studioDay)
			if err != nil {
				return err
			}
			if err := studio.Resolve(ctx, tx, owner("jonas"), draft.ID, first.ID, studioDay); err != nil {
				return err
			}
			if again, _ := tx.Comment(ctx, first.ID); again.Resolver != "jonas" || !again.Resolved.Equal(studioDay) {
				t.Errorf("not resolved: %+v", again)
			}
			if _, err := studio.Say(ctx, tx, owner("jonas"), studio.Comment{Version: draft.ID, Thread: first.ID, Text: "Shorter now."}, studioDay.Add(1)); err != nil {
				return err
			}
			all, err := tx.Comments(ctx, draft.ID)
			if len(all) != 2 || !all[0].Resolved.IsZero() || all[1].Clause != "c0" {
				t.Errorf("an answer opens its thread again: %+v", all)
			}
			drafts, _ := tx.Versions(ctx, 10, studio.Draft, studio.Review)
			others, _ := tx.Versions(ctx, 10, studio.Published)
			if len(drafts) != 1 || len(others) != 0 {
				t.Errorf("%d drafts, %d others", len(drafts), len(others))
			}
			return err
		})
		for n := 1; n <= 3; n++ {
			write(t, s, func(ctx context.Context, tx *store.Tx) error {
				return tx.AddVersion(ctx, studio.Version{ID: fmt.Sprint("v", n), Number: n, State: studio.Published, Published: studioDay})
			})
		}
		write(t, s, func(ctx context.Context, tx *store.Tx) error {
			below, err := tx.PublishedBelow(ctx, 3, 10)
			if len(below) != 2 || below[0].Number != 2 {
				t.Errorf("%+v", below)
			}
			return err
		})
	})
}
