package check

import (
	"maps"
	"slices"

	"rostrum/policy"
	"rostrum/policy/rule"
	"rostrum/post"
)

// Outcome is how one example of the policy fared.
type Outcome struct {
	Clause  *policy.Clause
	Example *policy.Example
	Fired   []Finding // of the example's own clause
	OK      bool
}

// Coverage is what the examples show about the rules.
type Coverage struct {
	Outcomes []Outcome
	Silent   []*policy.Rule // rules that no example makes fire
}

// Failed counts the examples that did not fare as they should.
func (c *Coverage) Failed() int {
	n := 0
	for i := range c.Outcomes {
		if !c.Outcomes[i].OK {
			n++
		}
	}
	return n
}

// Examples holds every example of a policy against the policy, with the terms and people that the clauses take as
// given. An example that names no date goes out on the day the policy takes effect.
func Examples(p *policy.Policy) (*Coverage, error) {
	c, err := Compile(withGiven(p))
	if err != nil {
		return nil, err
	}
	fired := map[string]bool{}
	out := &Coverage{}
	for _, clause := range p.Clauses {
		for _, e := range clause.Examples {
			o := c.example(clause, e)
			for i := range o.Fired {
				fired[o.Fired[i].Rule] = true
			}
			out.Outcomes = append(out.Outcomes, o)
		}
	}
	for _, clause := range p.Clauses {
		for _, r := range clause.Rules {
			if !fired[r.FullName()] {
				out.Silent = append(out.Silent, r)
			}
		}
	}
	return out, nil
}

func (c *Checker) example(clause *policy.Clause, e *policy.Example) Outcome {
	p := e.Post()
	if p.Channel == "" {
		p.Channel = first(clause.AppliesTo)
	}
	if p.At.IsZero() {
		p.At = c.policy.Effective.Noon()
	}
	o := Outcome{Clause: clause, Example: e}
	for _, f := range c.Check(p).Findings {
		if f.Category == rule.System || (f.Clause == clause.ID && (e.Rule == "" || f.Rule == clause.ID+"/"+e.Rule)) {
			o.Fired = append(o.Fired, f)
		}
	}
	o.OK = e.ShouldFire() == (len(o.Fired) > 0)
	return o
}

func first(channels []post.Channel) post.Channel {
	if len(channels) == 0 {
		return post.Brand
	}
	return channels[0]
}

// withGiven gives a policy that also has the terms and the people that its clauses take as given in their examples.
func withGiven(p *policy.Policy) *policy.Policy {
	out := *p
	out.Speakers.People = slices.Clone(p.Speakers.People)
	given := map[string][]policy.Term{}
	for _, c := range p.Clauses {
		for name, terms := range c.Given {
			given[name] = append(given[name], terms...)
		}
		out.Speakers.People = append(out.Speakers.People, c.GivenPeople...)
	}
	out.Terms = slices.Clone(p.Terms)
	for _, name := range slices.Sorted(maps.Keys(given)) {
		i := slices.IndexFunc(out.Terms, func(l *policy.TermList) bool { return l.Name == name })
		if i < 0 {
			continue // the loader has refused it
		}
		list := *out.Terms[i]
		list.Terms = slices.Concat(list.Terms, given[name])
		out.Terms[i] = &list
	}
	return &out
}
