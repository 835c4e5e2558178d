package web

import (
	"context"
	"slices"
	"time"

	"rostrum/approval"
	"rostrum/compose"
	"rostrum/fault"
	"rostrum/ledger"
	"rostrum/opinion"
	"rostrum/policy/rule"
	"rostrum/staff"
	"rostrum/store"
)

// secondPatience is how long sending a post waits for a second opinion, however many texts it has.
const secondPatience = 8 * time.Second

// Second asks for a second opinion on a post that somebody is about to submit, where the server has one to ask and the
// texts are borderline. It comes before the transaction, which must not wait for a model; without an answer the post goes
// its way as the policy says. That somebody was asked is on the record, without the text.
func (s *Server) Second(ctx context.Context, who staff.Person, post string) (*approval.Second, error) {
	if s.Opinion == nil || staff.May(who, staff.WritePosts) != nil {
		return nil, nil
	}
	now := s.Now()
	var p compose.Post
	var judged approval.Decision
	err := s.Store.Read(ctx, func(tx *store.Tx) (err error) {
		if p, err = tx.Post(ctx, post); err != nil || p.State != compose.Draft {
			return err
		}
		judged, err = s.judgeNow(ctx, tx, who, p, now)
		return err
	})
	if err != nil || judged.Verdict >= rule.Review {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, secondPatience)
	defer cancel()
	asked := s.askAbout(ctx, p, judged, now)
	if !asked.made {
		return nil, nil
	}
	ctx, end := context.WithTimeout(context.WithoutCancel(ctx), secondPatience)
	defer end()
	if err := s.Store.Write(ctx, func(tx *store.Tx) error { return tx.Append(ctx, asked.entry(who, p, s.OpinionModel, now)) }); err != nil {
		return nil, err
	}
	finding, says := asked.answer.Finding()
	if !says {
		return nil, nil
	}
	return &approval.Second{Content: p.Content.Digest(), Model: s.OpinionModel, Finding: finding}, nil
}

// judgeNow holds a post against the policy in force, as submitting it would.
func (s *Server) judgeNow(ctx context.Context, tx *store.Tx, who staff.Person, p compose.Post, now time.Time) (approval.Decision, error) {
	edition, err := s.Edition(ctx, tx, now)
	if err != nil {
		return approval.Decision{}, err
	}
	accounts, err := tx.BrandAccounts(ctx)
	if err != nil {
		return approval.Decision{}, err
	}
	at := outAt(p, now)
	speaks, err := approval.Speaks(ctx, tx, edition.Policy, who, at)
	return approval.Judge(edition, p.Content, accounts, speaks, who.Name, at), err
}

// secondAsked is what came of asking about the texts of a post.
type secondAsked struct {
	answer opinion.Answer // the strictest
	made   bool           // something was sent, now or earlier
	again  bool           // nothing was sent now
	failed bool           // of what was sent, something was not answered
}

// askAbout asks about each text that goes out.
func (s *Server) askAbout(ctx context.Context, p compose.Post, judged approval.Decision, now time.Time) secondAsked {
	out := secondAsked{again: true}
	var done []string
	for _, j := range judged.Accounts {
		said := p.Content.TextFor(j.Account)
		if slices.Contains(done, said) {
			continue
		}
		done = append(done, said)
		a, err := s.Opinion.Ask(ctx, now, said, j.Result.Findings)
		switch {
		case fault.Is(err, fault.TooMany):
			s.Log.InfoContext(ctx, "no second opinion: the day's calls are spent")
		case err != nil:
			s.Log.WarnContext(ctx, "the model that gives second opinions did not answer")
			out.made, out.again, out.failed = true, false, true
		case a.Asked:
			out.made, out.again = true, out.again && a.Again
			if a.Verdict >= out.answer.Verdict {
				out.answer = a
			}
		}
	}
	return out
}

// entry says in the ledger that somebody was asked, about what by its digest, and what they said in one word.
func (a secondAsked) entry(who staff.Person, p compose.Post, model string, now time.Time) ledger.Entry {
	data := map[string]string{"digest": p.Content.Digest(), "model": model, "answer": a.answer.Verdict.String()}
	if a.failed && a.answer.Verdict == rule.Allow {
		data["answer"] = "none"
	}
	if a.again {
		data["again"] = "yes"
	}
	return ledger.Entry{Time: now, Actor: who.ID, Kind: "opinion.asked", Subject: p.ID, Data: data}
}
