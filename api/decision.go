package api

import (
	"context"
	"time"

	"rostrum/account"
	"rostrum/approval"
	"rostrum/check"
	"rostrum/policy"
	"rostrum/policy/rule"
	"rostrum/staff"
	"rostrum/store"
	"rostrum/text"
)

// Decision is what the policy says of a post.
type Decision struct {
	Policy   string   `json:"policy" doc:"The digest of the version."`
	Verdict  string   `json:"verdict" enum:"allow,advise,review,block" doc:"The highest of all accounts."`
	Accounts []Judged `json:"accounts" nullable:"false"`
}

// Judged is what the policy says of the text for one account.
type Judged struct {
	Account  string   `json:"account"`
	Handle   string   `json:"handle"`
	Text     string   `json:"text" doc:"What goes out there, in which the findings have their places."`
	Topics   []string `json:"topics" nullable:"false" doc:"Of speakers.yaml."`
	Verdict  string   `json:"verdict" enum:"allow,advise,review,block"`
	Lang     string   `json:"lang"`
	Findings []Cited  `json:"findings" nullable:"false"`
}

// Cited is a finding with the clause as people know it.
type Cited struct {
	finding
	Number string `json:"number,omitempty" doc:"The clause's number."`
	Title  string `json:"title,omitempty" doc:"The clause's title."`
}

// decisionOut tells a decision in a language. textFor gives what an account says; p names the clauses.
func decisionOut(d approval.Decision, accounts []account.Account, p *policy.Policy, textFor func(account string) string, lang string) Decision {
	out := Decision{Policy: d.Policy, Verdict: d.Verdict.String(), Accounts: make([]Judged, len(d.Accounts))}
	for i, j := range d.Accounts {
		told := checkOut(j.Result.Tell(j.Account, text.Lang(lang)))
		one := Judged{j.Account, handleOf(accounts, j.Account), textFor(j.Account), append([]string{}, j.Topics...), told.Body.Verdict, told.Body.Lang, make([]Cited, len(told.Body.Findings))}
		for k, f := range told.Body.Findings {
			one.Findings[k] = Cited{finding: f}
			if clause := p.Clause(f.Clause); clause != nil {
				one.Findings[k].Number, one.Findings[k].Title = clause.Number, clause.Title.In(lang)
			}
		}
		out.Accounts[i] = one
	}
	return out
}

func handleOf(accounts []account.Account, id string) string {
	for _, a := range accounts {
		if a.ID == id {
			return a.Handle
		}
	}
	return id
}

// stopped lists what the policy does not let out, account by account.
func stopped(b *approval.Blocked, lang string) []Detail {
	var all []Detail
	for _, j := range b.Decision.Accounts {
		for i := range j.Result.Findings {
			if f := &j.Result.Findings[i]; blocks(f) {
				all = append(all, Detail{"accounts." + j.Account, f.Message.In(text.Lang(lang))})
			}
		}
	}
	return all
}

func blocks(f *check.Finding) bool { return f.Waived == nil && f.Verdict >= rule.Block }

type decisionAnswer struct {
	Body Decision
}

// checkPost says what submitting the post now would find.
func (s *Server) checkPost(ctx context.Context, c *call, in *PostID) (*decisionAnswer, error) {
	if err := staff.May(c.who, staff.SeePosts); err != nil {
		return nil, err
	}
	out := &decisionAnswer{}
	err := s.Store.Read(ctx, func(tx *store.Tx) error {
		p, err := tx.Post(ctx, in.ID)
		if err != nil {
			return err
		}
		at := later(p.Due, c.now)
		edition, err := s.Edition(ctx, tx, c.now)
		if err != nil {
			return err
		}
		author, err := tx.Person(ctx, p.Author)
		if err != nil {
			return err
		}
		if p.WrittenBy(c.who.ID) {
			author = c.who
		}
		accounts, err := tx.BrandAccounts(ctx)
		if err != nil {
			return err
		}
		speaks, err := approval.Speaks(ctx, tx, edition.Policy, author, at)
		if err != nil {
			return err
		}
		d := approval.Judge(edition, p.Content, accounts, speaks, author.Name, at)
		out.Body = decisionOut(d, accounts, edition.Policy, p.Content.TextFor, c.lang)
		return nil
	})
	return out, err
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}
