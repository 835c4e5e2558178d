package outbox_test

import (
	"bytes"
	"context"
	"slices"
	"testing"
	"time"

	"rostrum/approval"
	"rostrum/compose"
	"rostrum/folder"
	"rostrum/outbox/rehearsal"
	"rostrum/publish"
	"rostrum/staff"
	"rostrum/store"
	"rostrum/store/storetest"
)

func (s *stage) sql(query string, args ...any) {
	s.t.Helper()
	if _, err := s.Store.DB().Exec(query, args...); err != nil {
		s.t.Fatal(err)
	}
}

func (s *stage) policy(change func(folder.Files)) {
	s.t.Helper()
	var err error
	if s.Policy, err = rehearsal.Edition(s.Networks["simulator"], change); err != nil {
		s.t.Fatal(err)
	}
}

// TestWhatMayNotLeaveIsHeld changes something between the approval and the moment at which a post is due.
func TestWhatMayNotLeaveIsHeld(t *testing.T) {
	today := time.Now().Format(time.DateOnly)
	for name, c := range map[string]struct {
		meanwhile func(s *stage, p publish.Publication)
		hold      publish.Hold
	}{
		"nothing happened": {func(*stage, publish.Publication) {}, ""},
		"the author left": {func(s *stage, _ publish.Publication) {
			s.sql(`UPDATE person SET state = 'left' WHERE id = $1`, s.Author.ID)
		}, publish.Standing},
		"the approver lost the role": {func(s *stage, _ publish.Publication) {
			s.sql(`UPDATE person SET roles = '["author"]' WHERE id = $1`, s.Approver.ID)
		}, publish.Standing},
		"the content was changed by hand": {func(s *stage, p publish.Publication) {
			s.sql(`UPDATE post_revision SET content = replace(content, 'nine', 'five') WHERE post = $1`, p.Post)
		}, publish.Undecided},
		"the row was turned to another post": {func(s *stage, p publish.Publication) {
			other := s.approve("Another post", time.Now().Add(time.Hour), 0)[0]
			s.sql(`UPDATE publication SET post = $1, digest = $2, request = $3 WHERE id = $4`, other.Post, other.Digest, other.Request, p.ID)
		}, publish.Undecided},
		"the row was turned to another account": {func(s *stage, p publish.Publication) {
			s.sql(`UPDATE publication SET account = $1 WHERE id = $2`, s.Accounts[1].ID, p.ID)
		}, publish.Undecided},
		"the row cannot be read": {func(s *stage, p publish.Publication) {
			s.sql(`UPDATE publication SET receipts = 'x' WHERE id = $1`, p.ID)
		}, publish.Unclear},
		"the account was disconnected": {func(s *stage, _ publish.Publication) {
			s.sql(`UPDATE brand_account SET state = 'disconnected'`)
		}, publish.NoAccount},
		"a new version says the same": {func(s *stage, _ publish.Publication) {
			s.policy(func(f folder.Files) { f["policy.yaml"] = append(f["policy.yaml"], "# a word\n"...) })
		}, ""},
		"a new version forbids it": {func(s *stage, _ publish.Publication) {
			s.policy(func(f folder.Files) { f["terms/codenames.yaml"] = []byte("- nine\n") })
		}, publish.Changed},
		"a quiet period began": {func(s *stage, p publish.Publication) {
			s.sql(`UPDATE approval_request SET decided = decided - 86400000000`)
			s.policy(func(f folder.Files) {
				f["policy.yaml"] = bytes.Replace(f["policy.yaml"], []byte("quiet_periods: []"),
					[]byte("quiet_periods: [{id: now, name: {en: Now, lt: Dabar}, from: "+today+", to: "+today+"}]"), 1)
			})
		}, publish.Quiet},
		"an approver was added to the account, and all must say yes": {func(s *stage, _ publish.Publication) {
			s.sql(`UPDATE brand_account SET everyone = TRUE, approvers = '["` + s.Approver.ID + `", "another"]'`)
		}, publish.Unruled},
		"other people approve on the account now": {func(s *stage, _ publish.Publication) {
			s.sql(`UPDATE brand_account SET approvers = '["another"]'`)
		}, publish.Unruled},
		"the account's rule was loosened": {func(s *stage, _ publish.Publication) {
			s.sql(`UPDATE brand_account SET rule = 'findings', approvers = '["another"]'`)
		}, ""},
		"the author may not speak any more": {func(s *stage, _ publish.Publication) {
			s.policy(func(f folder.Files) { f["speakers.yaml"] = without(f["speakers.yaml"], "Asta") })
		}, publish.Standing},
	} {
		t.Run(name, func(t *testing.T) {
			s := on(t, storetest.SQLite(t), 2)
			p := s.approve("Our shop opens at nine", time.Time{}, 0)[0]
			c.meanwhile(s, p)
			s.run(s.runner)
			if c.hold == "" {
				s.becomes(p.ID, publish.Sent)
				return
			}
			for range 200 {
				var state, hold string
				if err := s.Store.DB().QueryRow(`SELECT state, hold FROM publication WHERE id = $1`, p.ID).Scan(&state, &hold); err != nil {
					t.Fatal(err)
				}
				if state != "scheduled" {
					if state != "held" || hold != string(c.hold) {
						t.Errorf("it is %s (%s), want held (%s)", state, hold, c.hold)
					}
					s.out(0)
					s.out(1)
					return
				}
				time.Sleep(10 * time.Millisecond)
			}
			t.Error("nothing became of it")
		})
	}
}

// TestManyThatMayNotLeave holds a whole lane of them at once: what may leave behind them does not wait a second for each.
func TestManyThatMayNotLeave(t *testing.T) {
	s := on(t, storetest.SQLite(t), 1)
	for range 30 {
		s.approve("Our shop opens at nine", time.Time{}, 0)
	}
	last := s.approve("Our shop closes at six", time.Time{}, 0)[0]
	s.policy(func(f folder.Files) { f["terms/codenames.yaml"] = []byte("- nine\n") })
	begun := time.Now()
	s.run(s.runner)
	s.becomes(last.ID, publish.Sent)
	if took := time.Since(begun); took > 10*time.Second {
		t.Errorf("it went out after %s", took)
	}
	s.out(0, "Our shop closes at six")
}

// without leaves out the lines that name somebody.
func without(file []byte, name string) []byte {
	return bytes.Join(slices.DeleteFunc(bytes.SplitAfter(file, []byte("\n")), func(line []byte) bool { return bytes.Contains(line, []byte(name)) }), nil)
}

func TestLateApprovalWaitsAndIsNotLost(t *testing.T) {
	s := on(t, storetest.SQLite(t), 1)
	var q approval.Request
	s.write(func(ctx context.Context, tx *store.Tx) error {
		draft, err := s.Write(ctx, tx, s.Author, "Our shop opens at nine", s.clock().Add(time.Minute), s.clock(), s.Accounts[0])
		if err != nil {
			return err
		}
		q, err = publish.Submit(ctx, tx, s.Author, draft.ID, draft.Version, s.Policy, nil, s.clock())
		return err
	})
	s.skip(2 * time.Minute)
	s.run(s.runner)
	var p publish.Publication
	s.write(func(ctx context.Context, tx *store.Tx) error {
		if _, err := publish.Vote(ctx, tx, s.Approver, q.ID, approval.Yes, "", s.clock()); err != nil {
			return err
		}
		all, err := tx.PublicationsOf(ctx, q.Post)
		p = all[0]
		return err
	})
	if p.State != publish.Held || p.Hold != publish.Late {
		t.Errorf("approved too late it is %s (%s)", p.State, p.Hold)
	}
	s.write(func(ctx context.Context, tx *store.Tx) error {
		_, err := publish.Release(ctx, tx, s.Author, p.ID, time.Time{}, s.clock())
		return err
	})
	s.runner.Wake()
	s.becomes(p.ID, publish.Sent)
	s.out(0, "Our shop opens at nine")
}

// TestEditAndTakeDown follows a post that is out through a new revision to its end.
func TestEditAndTakeDown(t *testing.T) {
	s := on(t, storetest.SQLite(t), 1)
	s.run(s.runner)
	first := s.approve("Our shop opens at nine", time.Time{}, 0)[0]
	s.becomes(first.ID, publish.Sent)
	revise := func(text string) publish.Publication {
		t.Helper()
		var last publish.Publication
		s.write(func(ctx context.Context, tx *store.Tx) error {
			draft, err := publish.Reopen(ctx, tx, s.Author, first.Post, s.clock())
			if err != nil {
				return err
			}
			c := draft.Content
			c.Text = text
			if draft, err = compose.Save(ctx, tx, s.Author, draft.ID, draft.Version, c, time.Time{}, draft.Zone, s.clock()); err != nil {
				return err
			}
			if _, err := s.Decide(ctx, tx, draft, s.clock()); err != nil {
				return err
			}
			all, err := tx.PublicationsOf(ctx, first.Post)
			last = all[len(all)-1]
			return err
		})
		return last
	}
	edit := revise("Our shop opens at ten")
	if edit.Verb != publish.Edit || edit.Of != first.ID {
		t.Fatalf("the new revision is to %s %s", edit.Verb, edit.Of)
	}
	s.becomes(edit.ID, publish.Sent)
	s.out(0, "Our shop opens at ten")

	thread := revise("Our shop opens at ten\n---\nAnd closes at six")
	if got := s.becomes(thread.ID, publish.Held); got.Hold != publish.NoEdits {
		t.Errorf("a post that becomes a thread is held for %q", got.Hold)
	}
	s.write(func(ctx context.Context, tx *store.Tx) error {
		_, err := publish.Replace(ctx, tx, s.Author, thread.ID, s.clock())
		return err
	})
	s.becomes(thread.ID, publish.Sent)
	s.out(0, "Our shop opens at ten", "And closes at six")

	s.write(func(ctx context.Context, tx *store.Tx) error {
		if _, err := publish.Halt(ctx, tx, s.Officer, publish.Everything, "", "a crisis", s.clock()); err != nil {
			return err
		}
		_, err := publish.TakeDown(ctx, tx, s.Author, thread.ID, "wrong hours", s.clock())
		return err
	})
	s.becomes(thread.ID, publish.Deleted)
	s.out(0)
}

func TestPermissions(t *testing.T) {
	s := on(t, storetest.SQLite(t), 1)
	p := s.approve("Our shop opens at nine", s.clock().Add(time.Hour), 0)[0]
	nobody := staff.Person{ID: "x", State: staff.Active}
	for name, f := range map[string]func(context.Context, *store.Tx) error{
		"release": func(ctx context.Context, tx *store.Tx) error {
			_, err := publish.Release(ctx, tx, nobody, p.ID, time.Time{}, s.clock())
			return err
		},
		"move": func(ctx context.Context, tx *store.Tx) error {
			_, err := publish.Move(ctx, tx, nobody, p.ID, s.clock().Add(2*time.Hour), s.clock())
			return err
		},
		"move into the past": func(ctx context.Context, tx *store.Tx) error {
			_, err := publish.Move(ctx, tx, s.Author, p.ID, s.clock().Add(-time.Hour), s.clock())
			return err
		},
		"cancel": func(ctx context.Context, tx *store.Tx) error {
			_, err := publish.Cancel(ctx, tx, nobody, p.ID, s.clock())
			return err
		},
		"take down": func(ctx context.Context, tx *store.Tx) error {
			_, err := publish.TakeDown(ctx, tx, nobody, p.ID, "why", s.clock())
			return err
		},
		"take down what is not out": func(ctx context.Context, tx *store.Tx) error {
			_, err := publish.TakeDown(ctx, tx, s.Author, p.ID, "why", s.clock())
			return err
		},
		"halt": func(ctx context.Context, tx *store.Tx) error {
			_, err := publish.Halt(ctx, tx, s.Author, publish.Everything, "", "why", s.clock())
			return err
		},
		"halt without a reason": func(ctx context.Context, tx *store.Tx) error {
			_, err := publish.Halt(ctx, tx, s.Officer, publish.Everything, "", " ", s.clock())
			return err
		},
		"release what waits for nobody": func(ctx context.Context, tx *store.Tx) error {
			_, err := publish.Release(ctx, tx, s.Author, p.ID, time.Time{}, s.clock())
			return err
		},
	} {
		if err := s.Store.Write(t.Context(), func(tx *store.Tx) error { return f(t.Context(), tx) }); err == nil {
			t.Errorf("%s was let through", name)
		}
	}
}
