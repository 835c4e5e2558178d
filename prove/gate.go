package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"rostrum/approval"
	"rostrum/compose"
	"rostrum/fault"
	"rostrum/folder"
	"rostrum/outbox/rehearsal"
	"rostrum/post"
	"rostrum/publish"
	"rostrum/staff"
	"rostrum/store"
)

// gate plays random histories – posts written, voted on, edited, taken back; versions of the policy; people who leave; rows
// changed by hand – and looks at everything that reaches the network: each text must have a decision on the record, on its
// digest, that still holds under the version in force then (promise 1).
func gate(ctx context.Context, n int, r *rand.Rand, t *tally) error {
	return onEach(ctx, 2, true, func(ctx context.Context, s *stage) error {
		h := history{stage: s, Rand: r, known: map[string]written{}, seen: map[string]int{}}
		if err := h.editions(); err != nil {
			return err
		}
		for range max(2, n/2) {
			if err := h.play(ctx, t); err != nil {
				return err
			}
		}
		return nil
	})
}

// codewords are what versions of the policy forbid, or ask a yes for.
func codewords() []string { return []string{"granite", "marble", "basalt"} }

// history is what happens in a company, and who may be asked about it.
type history struct {
	*stage
	*rand.Rand
	versions []approval.Edition
	at       int // which version is in force
	posts    []string
	known    map[string]written // by text
	seen     map[string]int     // how many texts of an account were looked at
	clock    time.Duration      // how far it is ahead
}

// written is the revision that a text belongs to. A text belongs to one revision alone.
type written struct {
	post, digest string
	revision     int
	content      post.Content
}

func (h *history) now() time.Time { return time.Now().Add(h.clock) }

// editions are versions of the policy, each of which forbids other words.
func (h *history) editions() error {
	for i := range 1 << len(codewords()) {
		e, err := rehearsal.Edition(h.Networks["simulator"], func(f folder.Files) {
			var list strings.Builder
			for bit, word := range codewords() {
				if i>>bit&1 == 1 {
					fmt.Fprintf(&list, "- %s\n", word)
				}
			}
			if list.Len() > 0 {
				f["terms/codenames.yaml"] = []byte(list.String())
			}
		})
		if err != nil {
			return err
		}
		h.versions = append(h.versions, e)
	}
	return nil
}

// play lets some things happen, and the worker work in between.
func (h *history) play(ctx context.Context, t *tally) error {
	h.posts = nil
	h.force(0)
	for range 12 + h.IntN(12) {
		if err := h.step(ctx); err != nil {
			return err
		}
		if h.IntN(5) == 0 {
			if err := h.work(ctx, t); err != nil {
				return err
			}
		}
	}
	if err := h.work(ctx, t); err != nil {
		return err
	}
	return h.mend(ctx)
}

func (h *history) force(version int) { h.at, h.Policy = version, h.versions[version] }

// step is one thing that happens. What the rules refuse does not.
func (h *history) step(ctx context.Context) error {
	if len(h.posts) == 0 || h.IntN(4) == 0 {
		return h.write(ctx)
	}
	id := h.posts[h.IntN(len(h.posts))]
	return h.try(ctx, func(tx *store.Tx) error {
		switch h.IntN(10) {
		case 0, 1, 2:
			return h.vote(ctx, tx, id)
		case 3:
			return h.edit(ctx, tx, id)
		case 4:
			h.force(h.IntN(len(h.versions)))
			return nil
		case 5:
			return h.leave(ctx, tx)
		case 6, 7:
			return h.tamper(ctx, tx, id)
		case 8:
			return h.release(ctx, tx, id)
		}
		p, err := tx.Post(ctx, id)
		if err != nil {
			return err
		}
		_, err = publish.Submit(ctx, tx, h.Author, id, p.Version, h.Policy, nil, h.now())
		return err
	})
}

// try does one thing. What is refused does not happen, for whatever reason: rows that were tampered with have many. Only a
// database that does not answer ends the proof.
func (h *history) try(ctx context.Context, f func(tx *store.Tx) error) error {
	err := h.Store.Write(ctx, f)
	if fault.Is(err, fault.Unavailable) || ctx.Err() != nil {
		return err
	}
	return nil
}

func (h *history) words() string {
	said := text(h.Rand)
	if h.IntN(3) == 0 {
		said += " of " + codewords()[h.IntN(len(codewords()))]
	}
	return said
}

// write begins a post, and as a rule submits it and has it approved.
func (h *history) write(ctx context.Context) error {
	var p compose.Post
	err := h.Store.Write(ctx, func(tx *store.Tx) (err error) {
		p, err = h.Write(ctx, tx, h.Author, h.words(), time.Time{}, h.now(), h.Accounts...)
		return err
	})
	if fault.Is(err, fault.Forbidden) || fault.Is(err, fault.SignIn) {
		return nil // the author has left
	} else if err != nil {
		return err
	}
	h.note(p)
	h.posts = append(h.posts, p.ID)
	return h.try(ctx, func(tx *store.Tx) error {
		q, err := publish.Submit(ctx, tx, h.Author, p.ID, p.Version, h.Policy, nil, h.now())
		if err != nil || h.IntN(3) == 0 {
			return err
		}
		_, err = publish.Vote(ctx, tx, h.Approver, q.ID, approval.Yes, "", h.now())
		return err
	})
}

func (h *history) note(p compose.Post) {
	h.known[p.Content.Text] = written{p.ID, p.Digest, p.Revision, p.Content}
}

func (h *history) vote(ctx context.Context, tx *store.Tx, id string) error {
	q, err := tx.LastRequest(ctx, id)
	if err != nil {
		return err
	}
	choices := []approval.Choice{approval.Yes, approval.Yes, approval.No, approval.Change}
	voters := []staff.Person{h.Approver, h.Second, h.Author}
	_, err = publish.Vote(ctx, tx, voters[h.IntN(3)], q.ID, choices[h.IntN(4)], "prove", h.now())
	return err
}

func (h *history) edit(ctx context.Context, tx *store.Tx, id string) error {
	p, err := publish.Reopen(ctx, tx, h.Author, id, h.now())
	if err != nil {
		return err
	}
	content := p.Content
	content.Text = h.words()
	if p, err = compose.Save(ctx, tx, h.Author, id, p.Version, content, time.Time{}, p.Zone, h.now()); err == nil {
		h.note(p)
	}
	return err
}

// leave has somebody leave, lose their roles, or come back.
func (h *history) leave(ctx context.Context, tx *store.Tx) error {
	who := []staff.Person{h.Author, h.Approver, h.Second}[h.IntN(3)]
	_, err := tx.ExecContext(ctx, `UPDATE person SET state = $1 WHERE id = $2`, []string{"left", "active", "active"}[h.IntN(3)], who.ID)
	return err
}

// release gives a human's word for what waits.
func (h *history) release(ctx context.Context, tx *store.Tx, id string) error {
	all, err := tx.PublicationsOf(ctx, id)
	if err != nil || len(all) == 0 {
		return err
	}
	_, err = publish.Release(ctx, tx, h.Author, all[h.IntN(len(all))].ID, time.Time{}, h.now())
	return err
}

// tamper changes rows as somebody would who has the database in their hands, but not the ledger.
func (h *history) tamper(ctx context.Context, tx *store.Tx, id string) error {
	other := h.posts[h.IntN(len(h.posts))]
	query, args := "", []any{id}
	switch h.IntN(9) {
	case 0, 1:
		if _, err := tx.ExecContext(ctx, `UPDATE approval_request SET state = 'approved' WHERE post = $1`, id); err != nil {
			return err
		}
		query = `UPDATE publication SET state = 'scheduled', hold = '' WHERE post = $1 AND state IN ('held', 'failed', 'cancelled')`
	case 2:
		query = `UPDATE post_revision SET content = replace(content, 'nine', 'five') WHERE post = $1`
	case 3:
		query, args = `UPDATE publication SET post = $2 WHERE post = $1 AND state <> 'sent'`, []any{id, other}
	case 4:
		query = `UPDATE publication SET revision = revision + 1 WHERE post = $1 AND state <> 'sent'`
	case 5:
		query = `UPDATE publication SET digest = (SELECT max(digest) FROM post_revision WHERE post = $1) WHERE post = $1 AND state <> 'sent'`
	case 6:
		query, args = `UPDATE approval_request SET digest = (SELECT max(digest) FROM post_revision WHERE post = $2) WHERE post = $1`, []any{id, other}
	case 7:
		query = `UPDATE approval_vote SET choice = 'yes' WHERE request IN (SELECT id FROM approval_request WHERE post = $1)`
	case 8:
		query = `UPDATE post_revision SET number = number + 1, submitted = TRUE WHERE post = $1 AND number = (SELECT max(number) FROM post_revision WHERE post = $1)`
	}
	_, err := tx.ExecContext(ctx, query, args...)
	return err
}

// mend brings everybody back, and takes back what is left.
func (h *history) mend(ctx context.Context) error {
	return h.Store.Write(ctx, func(tx *store.Tx) error {
		for _, query := range []string{`UPDATE person SET state = 'active'`, `UPDATE publication SET state = 'cancelled' WHERE state <> 'sent'`} {
			if _, err := tx.ExecContext(ctx, query); err != nil {
				return err
			}
		}
		return nil
	})
}
