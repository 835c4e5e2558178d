package main

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"rostrum/approval"
	"rostrum/ledger"
	"rostrum/outbox"
	"rostrum/policy/rule"
	"rostrum/post"
	"rostrum/publish"
	"rostrum/staff"
	"rostrum/store"
)

// work lets the worker go until nothing is due, and looks at what has arrived.
func (h *history) work(ctx context.Context, t *tally) error {
	allowed, err := h.allowed(ctx)
	if err != nil {
		return err
	}
	r := h.Runner(h.now)
	stop := run(r)
	if err := h.idle(ctx, r); err != nil {
		return err
	}
	if err := stop(); err != nil {
		return err
	}
	out, err := h.network.Out()
	if err != nil {
		return err
	}
	for account, texts := range out {
		for _, said := range texts[h.seen[account]:] {
			t.held(allowed[h.known[said].digest], "%s: %q went out without a decision that holds", h.engine, said)
		}
		h.seen[account] = len(texts)
	}
	return nil
}

// idle waits until nothing is due any more.
func (h *history) idle(ctx context.Context, r *outbox.Runner) error {
	for range 2000 {
		var due []publish.Publication
		err := h.Store.Read(ctx, func(tx *store.Tx) (err error) {
			due, err = tx.Overdue(ctx, h.now())
			return err
		})
		if err == nil && len(due) == 0 {
			return nil
		}
		r.Wake()
		time.Sleep(3 * time.Millisecond)
	}
	return errors.New("the outbox is not empty after a while")
}

// allowed asks the record, and not the worker, which digests may go out now: approved and not voided since, submitted by
// somebody who still may, with a yes of an approver who still may and who did not write it, and not forbidden by the version in force.
func (h *history) allowed(ctx context.Context) (map[string]bool, error) {
	may := map[string]bool{}
	return may, h.Store.Read(ctx, func(tx *store.Tx) error {
		for said, w := range h.known {
			if !slices.Contains(h.posts, w.post) {
				continue
			}
			entries, err := tx.Recorded(ctx, w.post)
			if err != nil {
				return err
			}
			ok, err := h.decided(ctx, tx, w, entries)
			if err != nil {
				return err
			}
			may[w.digest] = ok && !h.forbidden(said)
		}
		return nil
	})
}

func (h *history) decided(ctx context.Context, tx *store.Tx, w written, entries []ledger.Entry) (bool, error) {
	approved := ""
	yes := map[string][]string{} // request → who said yes, as the record has it
	for _, e := range entries {
		q := e.Data["request"]
		switch {
		case e.Kind == "post.voted" && e.Data["choice"] == string(approval.Yes):
			yes[q] = append(yes[q], e.Actor)
		case e.Kind == "post.approved" && e.Data["digest"] == w.digest:
			approved = q
		case e.Kind == "post.voided" && q == approved:
			approved = ""
		}
	}
	if approved == "" {
		return false, nil
	}
	author, err := tx.Person(ctx, h.Author.ID)
	if err != nil || author.State != staff.Active {
		return false, err
	}
	for _, id := range yes[approved] {
		p, err := tx.Person(ctx, id)
		if err != nil {
			return false, err
		}
		if p.State == staff.Active && id != h.Author.ID {
			return true, nil
		}
	}
	return false, nil
}

// forbidden tells whether the version in force blocks a text.
func (h *history) forbidden(said string) bool {
	found := h.Policy.Checker.Check(&post.Post{Text: said, Lang: "en", Channel: post.Brand, Counted: true, At: h.now()})
	for bit, word := range codewords() {
		if h.at>>bit&1 == 1 && strings.Contains(said, word) {
			return true
		}
	}
	return found.Verdict >= rule.Block
}
