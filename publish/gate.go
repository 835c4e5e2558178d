package publish

import (
	"slices"
	"time"

	"rostrum/account"
	"rostrum/approval"
	"rostrum/check"
	"rostrum/compose"
	"rostrum/policy"
	"rostrum/policy/rule"
	"rostrum/post"
	"rostrum/staff"
)

// Facts is all that is asked about a publication before it leaves, as it is at that moment.
type Facts struct {
	Edition   approval.Edition // in force
	Request   approval.Request
	Revision  compose.Revision
	Account   account.Account
	Author    staff.Person
	Speaks    *policy.Person          // the author, as the book of speakers asks for them
	Voters    map[string]staff.Person // by id, of those whose yes the request has
	Guests    map[string]bool         // by id: whether the guest was asked and confirmed their address
	Principal bool                    // whether the company's sector asks for a principal's yes
	Recorded  bool                    // whether the ledger knows the decision and this publication
	Zone      *time.Location          // the company's, in which quiet periods begin
}

// Gate decides whether a publication may leave now: an empty Hold is yes. Nothing that was decided earlier is taken on
// trust: the content, the version of the policy, everybody's standing and the account are looked at again.
func (f Facts) Gate(p Publication, now time.Time) (Hold, approval.Decision) {
	if !f.Account.Speaks() || f.Account.ID != p.Account || f.Account.Network != p.Network {
		return NoAccount, approval.Decision{}
	}
	if !f.decided(p) {
		return Undecided, approval.Decision{}
	}
	if !f.stand() {
		return Standing, approval.Decision{}
	}
	d := approval.Judge(f.Edition, f.Revision.Content, []account.Account{f.Account}, f.Speaks, f.Author.Name, now)
	if why := f.holds(d, p); why != "" {
		return why, d
	}
	if f.quiet(p, now) {
		return Quiet, d
	}
	return "", d
}

// decided tells whether the request was approved for exactly what is about to leave, and the record says so.
func (f Facts) decided(p Publication) bool {
	q, r := f.Request, f.Revision
	return q.State == approval.Approved && q.ID == p.Request && f.Recorded && p.Digest != "" &&
		q.Post == p.Post && q.Revision == p.Revision && q.Digest == p.Digest &&
		r.Post == p.Post && r.Number == p.Revision && r.Submitted && r.Digest == p.Digest && r.Content.Digest() == p.Digest &&
		slices.Contains(r.Content.Accounts, p.Account)
}

// stand tells whether the author and those whose yes was needed still may. A yes of whoever wrote the post never counts.
func (f Facts) stand() bool {
	if f.Author.ID != f.Request.Author || staff.May(f.Author, staff.WritePosts) != nil {
		return false
	}
	return !slices.ContainsFunc(f.Request.Steps, func(s approval.Step) bool { return !f.met(s) })
}

// met tells whether a step has the yes that it needs, of people who still may say it. Nobody fills two seats.
func (f Facts) met(s approval.Step) bool {
	var seats, people []string
	for _, v := range s.Votes {
		if v.Choice == approval.Yes && f.counts(s, v) && !slices.Contains(seats, v.Seat()) && !slices.Contains(people, v.Person) {
			seats, people = append(seats, v.Seat()), append(people, v.Person)
		}
	}
	return len(seats) > 0 && (!s.All || len(seats) == len(s.Who))
}

func (f Facts) counts(s approval.Step, v approval.Vote) bool {
	if !slices.Contains(s.Who, v.Seat()) {
		return false
	}
	if s.Kind == approval.Guest {
		return f.Guests[v.Person]
	}
	if slices.Contains(f.Request.Writers, v.Person) || v.Person == f.Request.Author {
		return false
	}
	voter, known := f.Voters[v.Person]
	role := staff.Approver
	if s.Kind == approval.Principal {
		role = staff.Principal
	}
	return known && voter.ID == v.Person && staff.May(voter, staff.VotePosts) == nil && voter.Has(role)
}

// holds tells why the decision does not hold under the version in force and the account's rule of now, or nothing where it does.
func (f Facts) holds(d approval.Decision, p Publication) Hold {
	i := slices.IndexFunc(d.Accounts, func(j approval.Judged) bool { return j.Account == p.Account })
	if i < 0 {
		return Unclear
	}
	if f.Principal && !f.asked(func(s approval.Step) bool { return s.Kind == approval.Principal }) {
		return Changed
	}
	for _, found := range d.Accounts[i].Result.Findings {
		switch {
		case found.Waived != nil || found.Verdict < rule.Review:
		case found.Verdict < rule.Block && f.covered(found, p.Account):
		case found.Category == rule.Speaker:
			return Standing
		default:
			return Changed
		}
	}
	if !Ruled(f.Account, f.Request, d.Accounts[i].Result.Verdict) {
		return Unruled
	}
	return ""
}

// covered tells whether somebody who may decide about such a finding has said yes: the owner of its clause; about the
// author's right to speak, an approver of that; about what is of no clause, an approver of the account who has seen it.
func (f Facts) covered(found check.Finding, account string) bool {
	clause := f.Edition.Policy.Clause(found.Clause)
	return f.asked(func(s approval.Step) bool {
		switch {
		case found.Category == rule.Speaker:
			return s.Kind == approval.Speaker && s.Account == account
		case clause != nil:
			return s.Kind == approval.Clause && s.Team == clause.Owner
		}
		return s.Kind == approval.Account && s.Account == account && f.seen(found, account)
	})
}

// asked tells whether the request has such a step; that all its steps are met is known by then.
func (f Facts) asked(such func(approval.Step) bool) bool {
	return slices.ContainsFunc(f.Request.Steps, such)
}

// seen tells whether those who decided were shown the finding.
func (f Facts) seen(found check.Finding, account string) bool {
	return slices.ContainsFunc(f.Request.Decision.Accounts, func(j approval.Judged) bool {
		return j.Account == account && slices.ContainsFunc(j.Result.Findings, func(was check.Finding) bool {
			return was.Category == found.Category && was.Message == found.Message && was.Verdict >= found.Verdict
		})
	})
}

// quiet tells whether a quiet period has begun since a human last said yes.
func (f Facts) quiet(p Publication, now time.Time) bool {
	yes := f.Request.Decided
	if p.Released.After(yes) {
		yes = p.Released
	}
	today, then := policy.DateOf(now.In(f.Zone)), policy.DateOf(yes.In(f.Zone))
	return slices.ContainsFunc(f.Edition.Policy.QuietPeriods, func(q policy.QuietPeriod) bool {
		return q.Contains(today) && !q.Contains(then)
	})
}

// pieces are the posts of the thread that goes out on the publication's account.
func (f Facts) pieces(p Publication) []string {
	return post.Thread(f.Revision.Content.TextFor(p.Account))
}
