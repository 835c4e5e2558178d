package approval

import (
	"slices"
	"time"

	"rostrum/account"
	"rostrum/check"
	"rostrum/policy"
	"rostrum/policy/rule"
	"rostrum/speaker"
	"rostrum/staff"
)

// The orders in which steps are asked: first those whose subject something is, then whoever answers for the account, then
// a principal.
const (
	first = iota + 1
	second
	third
)

// finance is the sector in which a principal approves what is public.
const finance = "finance"

// Plan gives the yes that a decision needs, and nothing where it needs none. hands are those who had a hand in the post:
// none of them is ever asked. able are all who may vote; sectors are the company's. A step that nobody could take is a
// fault that says what is missing and who mends it.
func Plan(e Edition, d Decision, accounts []account.Account, hands []string, able []Candidate, sectors []string, at time.Time) ([]Step, error) {
	p := planner{Edition: e, decision: d, accounts: accounts, everybody: able, at: at, book: speaker.New(e.Policy)}
	for _, c := range able {
		if !slices.Contains(hands, c.Person.ID) {
			p.able = append(p.able, c)
		}
	}
	var steps []Step
	for _, plan := range []func() ([]Step, error){p.clauseSteps, p.speakerSteps, p.accountSteps} {
		more, err := plan()
		if err != nil {
			return nil, err
		}
		steps = append(steps, more...)
	}
	if slices.Contains(sectors, finance) || slices.Contains(e.Policy.Sectors, finance) {
		step := Step{Order: third, Kind: Principal, Who: p.who(func(c Candidate) bool { return entitled(c.Person, Principal) })}
		if len(step.Who) == 0 {
			return nil, noPrincipal()
		}
		steps = append(steps, step)
	}
	for i := range steps {
		steps[i].ID = staff.NewID()
	}
	return steps, nil
}

// planner is a chain that is being made.
type planner struct {
	Edition
	decision  Decision
	accounts  []account.Account
	everybody []Candidate // who may vote
	able      []Candidate // those of them who did not write it
	book      *speaker.Book
	at        time.Time
}

// who gives the ids of those who fit.
func (p *planner) who(fits func(Candidate) bool) []string {
	var ids []string
	for _, c := range p.able {
		if fits(c) {
			ids = append(ids, c.Person.ID)
		}
	}
	return ids
}

// asks tells whether a finding asks for somebody's yes.
func asks(f *check.Finding) bool { return f.Waived == nil && f.Verdict >= rule.Review }

// clauseSteps asks the teams that own the clauses, one step for each team.
func (p *planner) clauseSteps() ([]Step, error) {
	var steps []Step
	for _, j := range p.decision.Accounts {
		for i := range j.Result.Findings {
			f := &j.Result.Findings[i]
			clause := p.clause(f.Clause)
			if !asks(f) || f.Category == rule.Speaker || clause == nil {
				continue
			}
			at := slices.IndexFunc(steps, func(s Step) bool { return s.Team == clause.Owner })
			if at < 0 {
				at = len(steps)
				steps = append(steps, Step{Order: first, Kind: Clause, Team: clause.Owner, Who: p.who(func(c Candidate) bool {
					return entitled(c.Person, Clause) && slices.Contains(c.Speaks.Teams, clause.Owner)
				})})
			}
			if !slices.Contains(steps[at].Clauses, clause.ID) {
				steps[at].Clauses = append(steps[at].Clauses, clause.ID)
			}
			if len(steps[at].Who) == 0 {
				return nil, p.noOwner(clause)
			}
		}
	}
	return steps, nil
}

func (p *planner) clause(id string) *policy.Clause {
	for _, c := range p.Policy.Clauses {
		if c.ID == id {
			return c
		}
	}
	return nil
}

// speakerSteps asks, for each account where the author may not speak, those who may approve it there on all its topics.
func (p *planner) speakerSteps() ([]Step, error) {
	var steps []Step
	for _, j := range p.decision.Accounts {
		var clauses []string
		for i := range j.Result.Findings {
			if f := &j.Result.Findings[i]; asks(f) && f.Category == rule.Speaker && !slices.Contains(clauses, f.Clause) {
				clauses = append(clauses, f.Clause)
			}
		}
		a := p.account(j.Account)
		if len(clauses) == 0 || a == nil {
			continue
		}
		step := Step{Order: first, Kind: Speaker, Account: a.ID, Clauses: clauses}
		step.Who = p.who(func(c Candidate) bool {
			return entitled(c.Person, Speaker) && p.book.Allows(speaker.Question{Person: c.Speaks, Account: a.Policy,
				Topics: j.Topics, Action: speaker.Approve, On: policy.DateOf(p.at)})
		})
		if len(step.Who) == 0 {
			return nil, p.noSpeaker(a, j.Topics)
		}
		steps = append(steps, step)
	}
	return steps, nil
}

func (p *planner) account(id string) *account.Account {
	for i := range p.accounts {
		if p.accounts[i].ID == id {
			return &p.accounts[i]
		}
	}
	return nil
}

// accountSteps asks the approvers of the accounts, as the accounts' rules want it. What was found and belongs to no
// clause, such as a rule that failed, is theirs as well.
func (p *planner) accountSteps() ([]Step, error) {
	var steps []Step
	for _, j := range p.decision.Accounts {
		a := p.account(j.Account)
		if a == nil || a.Rule == account.Findings && j.Result.Verdict < rule.Review {
			continue
		}
		step := Step{Order: second, Kind: Account, Account: a.ID, All: a.All && len(a.Approvers) > 0}
		step.Who = p.who(func(c Candidate) bool { return entitled(c.Person, Account) && a.ApprovedBy(c.Person.ID) })
		if len(step.Who) == 0 {
			return nil, noApprover(a)
		}
		if step.All && p.lacks(a) {
			return nil, lostApprover(a)
		}
		steps = append(steps, step)
	}
	return steps, nil
}

// Hands gives everybody who had a hand in a post: its writers and who submits it.
func Hands(writers []string, submitter string) []string {
	hands := slices.Clone(writers)
	if !slices.Contains(hands, submitter) {
		hands = append(hands, submitter)
	}
	return hands
}

// lacks tells that one of the named approvers, all of whom must say yes, may not vote at all.
func (p *planner) lacks(a *account.Account) bool {
	return slices.ContainsFunc(a.Approvers, func(id string) bool {
		return !slices.ContainsFunc(p.everybody, func(c Candidate) bool { return c.Person.ID == id && entitled(c.Person, Account) })
	})
}
