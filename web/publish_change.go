package web

import (
	"context"
	"strings"
	"time"

	"rostrum/fault"
	"rostrum/publish"
	"rostrum/staff/signin"
	"rostrum/store"
)

// takeDown is what wants a fresh proof: what the company has said in public disappears.
const takeDown = "post.take_down"

// releasePublication gives the word: at once, at the account's next slot, or at a time that was chosen.
func (s *Server) releasePublication(v *visit) error {
	return s.changePublication(v, "publish.released", func(ctx context.Context, tx *store.Tx, id string) error {
		p, err := tx.Publication(ctx, id)
		if err != nil {
			return err
		}
		var due time.Time
		switch v.form("when") {
		case "slot":
			a, err := tx.BrandAccount(ctx, p.Account)
			if err != nil {
				return err
			}
			if due = a.Next(v.now); due.IsZero() {
				return fault.Of("when", "The account has no slots. Choose a time.", "Paskyra neturi skelbimo laikų. Pasirinkite laiką.")
			}
		case "at":
			if due, err = s.dueOf(v); err != nil {
				return err
			}
		case "now":
		default:
			return fault.Of("when", "Say when it is to go out.", "Nurodykite, kada skelbti.")
		}
		_, err = publish.Release(ctx, tx, v.who, id, due, v.now)
		return err
	})
}

func (s *Server) cancelPublication(v *visit) error {
	return s.changePublication(v, "publish.cancelled", func(ctx context.Context, tx *store.Tx, id string) error {
		_, err := publish.Cancel(ctx, tx, v.who, id, v.now)
		return err
	})
}

func (s *Server) lookForPublication(v *visit) error {
	return s.changePublication(v, "publish.looking", func(ctx context.Context, tx *store.Tx, id string) error {
		_, err := publish.Release(ctx, tx, v.who, id, time.Time{}, v.now)
		return err
	})
}

func (s *Server) replacePublication(v *visit) error {
	return s.changePublication(v, "publish.replaced", func(ctx context.Context, tx *store.Tx, id string) error {
		_, err := publish.Replace(ctx, tx, v.who, id, v.now)
		return err
	})
}

func (s *Server) takeDownPublication(v *visit) error {
	if err := signin.StepUp(takeDown, v.session.kept.Proved, v.now); err != nil {
		return s.proveFirst(v, "/publications/"+v.r.PathValue("id"))
	}
	return s.changePublication(v, "publish.taking_down", func(ctx context.Context, tx *store.Tx, id string) error {
		_, err := publish.TakeDown(ctx, tx, v.who, id, v.form("why"), v.now)
		return err
	})
}

// changePublication does something with the publication of the address and goes back to where the visitor came from. What
// is to be mended is told on its page, with what was typed.
func (s *Server) changePublication(v *visit, done string, change func(context.Context, *store.Tx, string) error) error {
	id := v.r.PathValue("id")
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error {
		if err := change(v.ctx, tx, id); err != nil {
			return err
		}
		return s.flash(v, tx, done)
	})
	if moves := v.form("then") != "" && strings.HasSuffix(v.r.URL.Path, "/move"); moves && fault.Is(err, fault.Invalid) {
		return s.showMove(v, Status(fault.Invalid), err)
	}
	if fault.Is(err, fault.Invalid) || fault.Is(err, fault.Conflict) {
		return s.showPublication(v, Status(fault.For(err).Code), err)
	} else if err != nil {
		return err
	}
	s.wake()
	if then := v.form("then"); then != "" {
		return v.see(Local(then))
	}
	return v.see("/publications/" + id)
}

// wake has the outbox looked at without waiting for its next turn.
func (s *Server) wake() {
	if s.Outbox != nil {
		s.Outbox.Wake()
	}
}

// reopenPost takes a post back to be edited. What is out stays out until its new revision is approved.
func (s *Server) reopenPost(v *visit) error {
	id := v.r.PathValue("id")
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error {
		if _, err := publish.Reopen(v.ctx, tx, v.who, id, v.now); err != nil {
			return err
		}
		return s.flash(v, tx, "publish.reopened")
	})
	if err != nil {
		return err
	}
	return v.see("/posts/" + id)
}
