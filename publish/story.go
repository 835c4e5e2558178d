package publish

import (
	"context"
	"slices"

	"rostrum/account"
	"rostrum/approval"
	"rostrum/check"
	"rostrum/compose"
	"rostrum/ledger"
)

// Told is what the record knows of a post: why it was allowed, who said so, and what became of it.
type Told struct {
	Post      compose.Post
	Decisions []Decided      // the latest first
	Entries   []ledger.Entry // of the ledger, about the post and its publications, the oldest first
}

// Decided is one request, with what it was about and what followed from it.
type Decided struct {
	Request      approval.Request
	Revision     compose.Revision
	Publications []Publication
}

// Retold is what Story reads.
type Retold interface {
	Post(ctx context.Context, id string) (compose.Post, error)
	Revision(ctx context.Context, post string, number int) (compose.Revision, error)
	RequestsOf(ctx context.Context, post string) ([]approval.Request, error)
	PublicationsOf(ctx context.Context, post string) ([]Publication, error)
	Recorded(ctx context.Context, subject string, kinds ...string) ([]ledger.Entry, error)
}

// Story retells a post from the record. Who may read it the caller has decided.
func Story(ctx context.Context, r Retold, id string) (Told, error) {
	var s Told
	var err error
	if s.Post, err = r.Post(ctx, id); err != nil {
		return s, err
	}
	if s.Entries, err = r.Recorded(ctx, id); err != nil {
		return s, err
	}
	out, err := r.PublicationsOf(ctx, id)
	if err != nil {
		return s, err
	}
	for _, p := range out {
		more, err := r.Recorded(ctx, p.ID)
		if err != nil {
			return s, err
		}
		s.Entries = append(s.Entries, more...)
	}
	slices.SortStableFunc(s.Entries, func(a, b ledger.Entry) int { return a.Time.Compare(b.Time) })
	requests, err := r.RequestsOf(ctx, id)
	if err != nil {
		return s, err
	}
	for _, q := range requests {
		d := Decided{Request: q}
		if d.Revision, err = r.Revision(ctx, id, q.Revision); err != nil {
			return s, err
		}
		for _, p := range out {
			if p.Request == q.ID {
				d.Publications = append(d.Publications, p)
			}
		}
		s.Decisions = append(s.Decisions, d)
	}
	return s, nil
}

// Again is what judging a decision's revision anew needs.
type Again interface {
	approval.People
	BrandAccounts(ctx context.Context) ([]account.Account, error)
	Recorded(ctx context.Context, subject string, kinds ...string) ([]ledger.Entry, error)
}

// Replay holds a revision against the version of the policy under which it was decided, which e must be, and tells whether it
// comes to the same verdict by the same rules. The author's team and trainings are those of then, a second opinion counts as
// it was given; the accounts are those of today.
func (d Decided) Replay(ctx context.Context, r Again, e approval.Edition) (approval.Decision, bool, error) {
	at := d.Request.Asked
	if d.Request.Due.After(at) {
		at = d.Request.Due
	}
	accounts, err := r.BrandAccounts(ctx)
	if err != nil {
		return approval.Decision{}, false, err
	}
	author, speaks, err := speaksThen(ctx, r, e.Policy, d.Request.Author, d.Request.Asked, at)
	if err != nil {
		return approval.Decision{}, false, err
	}
	e.Second = d.Request.Decision.Second // a model may say something else today
	anew := approval.Judge(e, d.Revision.Content, accounts, speaks, author.Name, at)
	return anew, e.Digest == d.Request.Policy && same(anew, d.Request.Decision), nil
}

// same tells whether two decisions found the same, account by account.
func same(a, b approval.Decision) bool {
	return a.Verdict == b.Verdict && slices.EqualFunc(a.Accounts, b.Accounts, func(x, y approval.Judged) bool {
		return x.Account == y.Account && slices.EqualFunc(x.Result.Findings, y.Result.Findings, func(f, g check.Finding) bool {
			return f.Rule == g.Rule && f.Category == g.Category && f.Verdict == g.Verdict && f.Start == g.Start && f.End == g.End
		})
	})
}
