// Package policy owns the policy folder: it loads and validates one, gives its digest, tells two apart and lints what
// can be known from the folder alone. It refuses to judge posts and knows none of the kinds of rules: what a kind
// reads for itself is kept in Body until that kind asks for it.
package policy

import "io/fs"

// Policy is one version of a company's social media policy. It is never changed after Load.
type Policy struct {
	Place        Place
	Company      string          `yaml:"company,required"`
	Languages    []string        `yaml:"languages,required" oneof:"en lt"` // the first is the company's main language
	Sectors      []string        `yaml:"sectors" oneof:"finance government health retail"`
	Version      string          `yaml:"version,required"`
	Effective    Date            `yaml:"effective,required"`
	Review       Date            `yaml:"review,required"` // when it must be looked at again
	Approver     Approver        `yaml:"approver,required"`
	Parts        map[string]Text `yaml:"parts"` // the titles of the parts that clauses are numbered by
	QuietPeriods []QuietPeriod   `yaml:"quiet_periods"`

	Terms     []*TermList `yaml:"-"` // by name
	Clauses   []*Clause   `yaml:"-"` // by number
	Speakers  Speakers    `yaml:"-"`
	Conflict  Conflict    `yaml:"-"`
	Responses []*Response `yaml:"-"` // by id
	Runbooks  []*Runbook  `yaml:"-"` // by id
	Waivers   []*Waiver   `yaml:"-"` // as written
	Digest    string      `yaml:"-"` // see digest
}

// Approver is who answers for this version of the policy.
type Approver struct {
	Name string `yaml:"name,required"`
	Role Text   `yaml:"role"`
}

// QuietPeriod is a time in which the company says little. Both days belong to it.
type QuietPeriod struct {
	Place Place
	ID    string `yaml:"id,required" defines:"quiet period"`
	Name  Text   `yaml:"name,required"`
	From  Date   `yaml:"from,required"`
	To    Date   `yaml:"to,required"`
}

// Contains says whether a day belongs to the period.
func (q *QuietPeriod) Contains(d Date) bool { return !d.Before(q.From) && !d.After(q.To) }

// Load reads a policy folder. The error, where there is one, is of type Problems and holds every fault that was
// found, up to fifty; the policy is then nil.
func Load(fsys fs.FS) (*Policy, error) {
	l := &loader{folder: readFolder(fsys), index: newIndex()}
	if len(l.paths) == 0 && len(l.found) > 0 {
		return nil, l.found
	}
	p := l.load()
	if len(l.found) > 0 {
		found := l.found.placed()
		found.sort()
		return nil, found
	}
	return p, nil
}

// Clause gives the clause with an id, or nil.
func (p *Policy) Clause(id string) *Clause {
	for _, c := range p.Clauses {
		if c.ID == id {
			return c
		}
	}
	return nil
}

// Rule gives the rule with a full name, clause/rule, or nil.
func (p *Policy) Rule(fullName string) *Rule {
	for _, c := range p.Clauses {
		for _, r := range c.Rules {
			if r.FullName() == fullName {
				return r
			}
		}
	}
	return nil
}

// TermList gives the word list with a name, or nil.
func (p *Policy) TermList(name string) *TermList {
	for _, t := range p.Terms {
		if t.Name == name {
			return t
		}
	}
	return nil
}

// QuietPeriod gives the quiet period with an id, or nil.
func (p *Policy) QuietPeriod(id string) *QuietPeriod {
	for i := range p.QuietPeriods {
		if p.QuietPeriods[i].ID == id {
			return &p.QuietPeriods[i]
		}
	}
	return nil
}

// Response gives the pre-approved answer with an id, or nil.
func (p *Policy) Response(id string) *Response {
	for _, r := range p.Responses {
		if r.ID == id {
			return r
		}
	}
	return nil
}

// Runbook gives the runbook with an id, or nil.
func (p *Policy) Runbook(id string) *Runbook {
	for _, r := range p.Runbooks {
		if r.ID == id {
			return r
		}
	}
	return nil
}
