package api

import (
	"context"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"rostrum/publish"
	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
)

// Pause is a pause as programs see it.
type Pause struct {
	ID      string     `json:"id"`
	Scope   string     `json:"scope" enum:"everything,account,network,topic"`
	What    string     `json:"what,omitempty" doc:"The account's id, the network or the topic."`
	Why     string     `json:"why"`
	By      Named      `json:"by"`
	From    time.Time  `json:"from"`
	Ended   *time.Time `json:"ended,omitempty"`
	EndedBy string     `json:"ended_by,omitempty"`
}

func pauseOut(ctx context.Context, tx *store.Tx, p publish.Pause) (Pause, error) {
	names, err := tx.NamesOf(ctx, []string{p.By})
	if p.By == publish.Rostrum {
		names = map[string]string{p.By: "Rostrum"}
	}
	return Pause{p.ID, string(p.Scope), p.What, p.Why, Named{p.By, names[p.By]}, p.From.UTC(), moment(p.Ended), p.EndedBy}, err
}

func (s *Server) pauseOperations(a huma.API) {
	offer(s, a, getting("list-pauses", "/pauses", signin.PostRead, "pauses", "List the pauses that hold", "Galiojantys sustabdymai"), s.pauses)
	offer(s, a, posting("pause", "/pauses", signin.PostPause, "pauses", "Stop what goes out: it answers once nothing leaves any more", "Sustabdyti skelbimą: atsakoma, kai niekas nebeišeina").created(), s.pause)
	offer(s, a, posting("resume", "/pauses/{id}/resume", signin.PostPause, "pauses", "End a pause: what is overdue waits for a person's word", "Baigti sustabdymą: kas pavėlavo, lauks žmogaus sprendimo"), s.resume)
}

type pausesAnswer struct {
	Body struct {
		Items []Pause `json:"items" nullable:"false"`
	}
}

func (s *Server) pauses(ctx context.Context, c *call, _ *struct{}) (*pausesAnswer, error) {
	if err := staff.May(c.who, staff.SeePosts); err != nil && staff.May(c.who, staff.PausePosts) != nil {
		return nil, err
	}
	out := &pausesAnswer{}
	err := s.Store.Read(ctx, func(tx *store.Tx) error {
		all, err := tx.Pauses(ctx)
		if err != nil {
			return err
		}
		out.Body.Items = make([]Pause, len(all))
		for i, p := range all {
			if out.Body.Items[i], err = pauseOut(ctx, tx, p); err != nil {
				return err
			}
		}
		return nil
	})
	return out, err
}

type pauseQuestion struct {
	Body struct {
		Scope string `json:"scope" enum:"everything,account,network,topic"`
		What  string `json:"what,omitempty" maxLength:"300" doc:"The account by id or handle, the network or the topic."`
		Why   string `json:"why" maxLength:"2000" doc:"It goes on the record, and everybody who sees posts reads it."`
	}
}

type pausedAnswer struct {
	Body struct {
		Pause  Pause `json:"pause"`
		InHand int   `json:"in_hand" doc:"How many publications were on their way when it began, and were waited for."`
		Waited int64 `json:"waited_ms" doc:"For how many milliseconds."`
	}
}

// pause answers once nothing in the scope leaves any more. The same pause asked for twice is one.
func (s *Server) pause(ctx context.Context, c *call, in *pauseQuestion) (*pausedAnswer, error) {
	if err := staff.May(c.who, staff.PausePosts); err != nil {
		return nil, err
	}
	b := &in.Body
	if publish.Scope(b.Scope) == publish.OfAccount {
		err := s.Store.Read(ctx, func(tx *store.Tx) error {
			ids, err := accountIDs(ctx, tx, []string{b.What}, "what")
			if err == nil {
				b.What = ids[0]
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	held, err := s.Halt(ctx, c.who, publish.Scope(b.Scope), b.What, b.Why)
	if err != nil {
		return nil, err
	}
	out := &pausedAnswer{}
	out.Body.InHand, out.Body.Waited = held.InHand, held.Waited.Milliseconds()
	return out, s.Store.Read(ctx, func(tx *store.Tx) (err error) {
		out.Body.Pause, err = pauseOut(ctx, tx, held.Pause)
		return err
	})
}

type resumeQuestion struct {
	Repeatable
	ID string `path:"id" maxLength:"40"`
}

type resumedAnswer struct {
	Body struct {
		Pause Pause `json:"pause"`
		Held  int   `json:"held" doc:"How many publications became due meanwhile; each waits for a person's word."`
	}
}

func (s *Server) resume(ctx context.Context, c *call, in *resumeQuestion) (*resumedAnswer, error) {
	return change(ctx, s, c, in.Repeatable, func(tx *store.Tx) (*resumedAnswer, error) {
		p, held, err := publish.Resume(ctx, tx, c.who, in.ID, c.now)
		if err != nil {
			return nil, err
		}
		out := &resumedAnswer{}
		out.Body.Held = held
		out.Body.Pause, err = pauseOut(ctx, tx, p)
		return out, err
	})
}
