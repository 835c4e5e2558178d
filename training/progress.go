package training

import (
	"slices"

	"rostrum/policy"
	"rostrum/staff"
)

// Standing is how many active people of a team, with the same roles, have signed exactly the same clauses.
type Standing struct {
	Team   string // an id, or empty
	Roles  []staff.Role
	Set    string   // the id of what they have signed; empty where nothing
	Signed []string // the digests in it
	People int
}

// Signer is a person with the digests of what they signed last of each clause.
type Signer struct {
	staff.Person
	Signed []string
}

// Share is how many of those who have to sign something have done so.
type Share struct{ Signed, People int }

// Percent is the share of 100, rounded down, so that only all is 100. Nobody to sign is all.
func (s Share) Percent() int {
	if s.People == 0 {
		return 100
	}
	return 100 * s.Signed / s.People
}

// Progress is how far a company has come with signing a policy.
type Progress struct {
	Cells map[string]map[string]Share // team → clause → share
	Teams map[string]Share            // team → people who have signed all that they have to
	Whole Share
}

// Measure makes the picture of who has signed from the standings of all active people.
func Measure(p *policy.Policy, standings []Standing) Progress {
	out := Progress{Cells: map[string]map[string]Share{}, Teams: map[string]Share{}}
	digests := Digests(p)
	for _, s := range standings {
		signed := setOf(s.Signed)
		if out.Cells[s.Team] == nil {
			out.Cells[s.Team] = map[string]Share{}
		}
		for i, c := range p.Clauses {
			if Concerns(c, s.Roles) {
				out.Cells[s.Team][c.ID] = out.Cells[s.Team][c.ID].with(s.People, signed[digests[i]])
			}
		}
		all := len(openOf(p, digests, signed, s.Roles)) == 0
		out.Teams[s.Team] = out.Teams[s.Team].with(s.People, all)
		out.Whole = out.Whole.with(s.People, all)
	}
	return out
}

func (s Share) with(people int, signed bool) Share {
	s.People += people
	if signed {
		s.Signed += people
	}
	return s
}

// Digests gives the digests of all clauses of a policy, in its order.
func Digests(p *policy.Policy) []string {
	all := make([]string, len(p.Clauses))
	for i, c := range p.Clauses {
		all[i] = Digest(c)
	}
	return all
}

// Open gives the clauses of a policy that a signer has yet to sign; digests are those of [Digests].
func Open(p *policy.Policy, digests []string, s Signer) []*policy.Clause {
	return openOf(p, digests, setOf(s.Signed), s.Roles)
}

// mostSettled is how many sets [Settled] names at most; where there are more, looking for people who have yet to sign
// finds some soon anyway.
const mostSettled = 500

// Settled gives the sets whose signers have nothing left to sign, or not the clause where its id is not empty, so that
// those who have can be found without a look at everybody.
func Settled(p *policy.Policy, digests []string, clause string, standings []Standing) []string {
	open := map[string]bool{}
	for _, s := range standings {
		left := openOf(p, digests, setOf(s.Signed), s.Roles)
		open[s.Set] = open[s.Set] || slices.ContainsFunc(left, func(c *policy.Clause) bool { return clause == "" || c.ID == clause })
	}
	var settled []string
	for set, isOpen := range open {
		if !isOpen && len(settled) < mostSettled {
			settled = append(settled, set)
		}
	}
	return settled
}

func openOf(p *policy.Policy, digests []string, signed map[string]bool, roles []staff.Role) []*policy.Clause {
	var open []*policy.Clause
	for i, c := range p.Clauses {
		if !signed[digests[i]] && Concerns(c, roles) {
			open = append(open, c)
		}
	}
	return open
}

func setOf(list []string) map[string]bool {
	set := make(map[string]bool, len(list))
	for _, s := range list {
		set[s] = true
	}
	return set
}
