package api

import (
	"context"
	"slices"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"rostrum/fault"
	"rostrum/policy"
	"rostrum/publish"
	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
)

// Why is all that the record knows of a post: who decided what under which policy, and what became of it.
type Why struct {
	Post      Post          `json:"post"`
	Author    Named         `json:"author"`
	Decisions []WhyDecision `json:"decisions" nullable:"false" doc:"The latest first."`
	Pauses    []Pause       `json:"pauses" nullable:"false" doc:"Those that held something of it back, the oldest first."`
	Record    WhyRecord     `json:"record"`
	Same      bool          `json:"same" doc:"The check of each decision, run again, comes to the same verdict by the same rules."`
}

// WhyDecision is one request with what followed from it.
type WhyDecision struct {
	Request      Request       `json:"request"`
	Again        WhyAgain      `json:"again"`
	Publications []Publication `json:"publications" nullable:"false"`
}

// WhyAgain is what checking the same revision again comes to, under the same version of the policy and with the author's
// team and trainings of then.
type WhyAgain struct {
	Verdict string `json:"verdict,omitempty"`
	Same    bool   `json:"same"`
	Said    string `json:"said,omitempty" doc:"Why it could not be checked again."`
}

func (s *Server) whyOperations(a huma.API) {
	offer(s, a, getting("why-post", "/posts/{id}/why", signin.PostRead, "posts", "Why a post was allowed and what became of it, from the record, with the check run again",
		"Kodėl įrašas leistas ir kas su juo nutiko: iš žurnalo, patikrinus iš naujo"), s.why)
}

type whyAnswer struct {
	Body Why
}

func (s *Server) why(ctx context.Context, c *call, in *PostID) (*whyAnswer, error) {
	if err := staff.May(c.who, staff.SeePosts); err != nil {
		return nil, err
	}
	out := &whyAnswer{}
	err := s.Store.Read(ctx, func(tx *store.Tx) (err error) {
		out.Body, err = s.Retell(ctx, tx, in.ID, c.lang, c.now)
		return err
	})
	return out, err
}

// Retell tells all that the record knows of a post, in a language. It needs Past and Verifier alone.
func (s *Server) Retell(ctx context.Context, tx *store.Tx, id, lang string, now time.Time) (Why, error) {
	told, err := publish.Story(ctx, tx, id)
	if err != nil {
		return Why{}, err
	}
	names, err := tx.NamesOf(ctx, []string{told.Post.Author})
	if err != nil {
		return Why{}, err
	}
	out := Why{Post: postOut(told.Post), Author: Named{told.Post.Author, names[told.Post.Author]}, Decisions: []WhyDecision{}, Same: true}
	for _, d := range told.Decisions {
		one, err := s.retellDecision(ctx, tx, d, lang)
		if err != nil {
			return out, err
		}
		out.Same = out.Same && one.Again.Same
		out.Decisions = append(out.Decisions, one)
	}
	if out.Pauses, err = pausesOf(ctx, tx, told, now); err != nil {
		return out, err
	}
	out.Record, err = s.record(ctx, tx, told, lang)
	return out, err
}

func (s *Server) retellDecision(ctx context.Context, tx *store.Tx, d publish.Decided, lang string) (WhyDecision, error) {
	var out WhyDecision
	names := &policy.Policy{}
	edition, err := s.Past(ctx, tx, d.Request.Policy)
	if err != nil {
		// A version that cannot be read is a finding of this report, not the end of it.
		out.Again.Said = fault.For(err).In(lang)
	} else {
		names = edition.Policy
		anew, same, err := d.Replay(ctx, tx, edition)
		if err != nil {
			return out, err
		}
		out.Again.Verdict, out.Again.Same = anew.Verdict.String(), same
	}
	if out.Publications, err = publicationsOut(ctx, tx, d.Publications...); err != nil {
		return out, err
	}
	out.Request, err = requestOut(ctx, tx, d.Request, names, lang)
	return out, err
}

// pausesKept is how many of the latest pauses are looked at.
const pausesKept = 200

// pausesOf gives the pauses that held something of the post, while it waited to go out.
func pausesOf(ctx context.Context, tx *store.Tx, told publish.Told, now time.Time) ([]Pause, error) {
	all, err := tx.PastPauses(ctx, pausesKept)
	if err != nil {
		return nil, err
	}
	held := []Pause{}
	for _, p := range slices.Backward(all) {
		if !slices.ContainsFunc(told.Decisions, func(d publish.Decided) bool {
			return slices.ContainsFunc(d.Publications, func(out publish.Publication) bool { return heldBack(p, out, now) })
		}) {
			continue
		}
		one, err := pauseOut(ctx, tx, p)
		if err != nil {
			return nil, err
		}
		held = append(held, one)
	}
	return held, nil
}

// heldBack tells whether a pause held while a publication was due and had not gone.
func heldBack(p publish.Pause, out publish.Publication, now time.Time) bool {
	ended, gone := p.Ended, out.Sent
	if ended.IsZero() {
		ended = now
	}
	if gone.IsZero() {
		gone = now
	}
	p.Ended = time.Time{} // of a pause that has ended Holds says that it holds nothing
	return p.Holds(out) && out.Due.Before(ended) && p.From.Before(gone)
}
