package check

import (
	"errors"
	"fmt"
	"slices"

	"rostrum/policy"
	"rostrum/policy/rule"
	"rostrum/post"
	"rostrum/text"
	"rostrum/text/literal"
	"rostrum/text/phrase"
)

// compiled is one rule, ready to run.
type compiled struct {
	rule         rule.Rule
	source       *policy.Rule
	name         string // clause/rule
	verdict      rule.Verdict
	conditions   conditions
	near, unless *vicinity
	channels     [len(post.Channels)]bool
}

type compiler struct {
	*Checker
	kinds    map[string]rule.Maker
	builder  *phrase.Builder
	strings  *literal.Builder
	sealed   *phrase.Sealed // nil but for a policy whose confidential lists are sealed
	problems policy.Problems
}

// Compile makes a policy ready for checking. The error is of type policy.Problems and names every rule that cannot run.
func Compile(p *policy.Policy) (*Checker, error) { return compile(p, kinds(p), nil) }

func compile(p *policy.Policy, kinds map[string]rule.Maker, sealed *phrase.Sealed) (*Checker, error) {
	c := &compiler{
		Checker: &Checker{policy: p, waivers: map[string][]*policy.Waiver{}},
		kinds:   kinds, builder: phrase.NewBuilder(), strings: literal.NewBuilder(), sealed: sealed,
	}
	var triggers []rule.Trigger
	for _, clause := range p.Clauses {
		for _, r := range clause.Rules {
			triggers = append(triggers, c.add(clause, r))
		}
	}
	c.knowTopics()
	if len(c.problems) > 0 {
		return nil, c.problems
	}
	if err := c.index(triggers); err != nil {
		return nil, err
	}
	for _, w := range p.Waivers {
		c.waivers[w.Rule] = append(c.waivers[w.Rule], w)
	}
	done := c.Checker // and not the compiler, whose tables would stay in memory
	done.desks.New = func() any { return done.newDesk() }
	return done, nil
}

func (c *compiler) add(clause *policy.Clause, r *policy.Rule) rule.Trigger {
	maker, ok := c.kinds[r.Kind]
	if !ok {
		c.problem(r, policy.CodeValue,
			policy.Text{EN: fmt.Sprintf("there is no kind of rule %q", r.Kind), LT: fmt.Sprintf("taisyklių rūšies „%s“ nėra", r.Kind)},
			policy.Text{EN: "Use one of: " + kindNames(c.kinds) + ".", LT: "Rinkitės iš: " + kindNames(c.kinds) + "."})
		return rule.Trigger{}
	}
	s := c.setup(clause, r)
	made, err := maker(s)
	var found policy.Problems
	switch {
	case errors.As(err, &found):
		c.problems = append(c.problems, found...)
		return rule.Trigger{}
	case err != nil:
		c.problem(r, policy.CodeValue, said(err), policy.Text{})
		return rule.Trigger{}
	}
	verdict, _ := rule.ParseVerdict(r.Verdict)
	trigger := s.Trigger()
	c.rules = append(c.rules, compiled{
		rule: made, source: r, name: r.FullName(), verdict: verdict, conditions: c.conditions(&r.When),
		near: c.vicinity(r, "near", r.Near), unless: c.vicinity(r, "unless", r.Unless),
	})
	for i, channel := range post.Channels {
		c.rules[len(c.rules)-1].channels[i] = slices.Contains(s.Channels, channel)
	}
	return trigger
}

func (c *compiler) setup(clause *policy.Clause, r *policy.Rule) *rule.Setup {
	s := &rule.Setup{
		Name: r.FullName(), Company: c.policy.Company, Category: rule.Category(r.Category),
		Phrases: c.builder, Literals: c.strings, Terms: c.terms, TermList: c.termList,
		Decode: func(into any) error {
			if found := r.Body.Decode(into); len(found) > 0 {
				return found
			}
			return nil
		},
	}
	for _, l := range c.policy.Languages {
		s.Languages = append(s.Languages, text.Lang(l))
	}
	for _, channel := range clause.AppliesTo {
		if len(r.When.Channel) == 0 || slices.Contains(r.When.Channel, channel) {
			s.Channels = append(s.Channels, channel)
		}
	}
	return s
}

func (c *compiler) problem(r *policy.Rule, code string, message, mend policy.Text) {
	c.problems = append(c.problems, policy.Problem{
		File: r.Place.File, Line: r.Place.Line, Column: r.Place.Column, Code: code,
		Message: policy.Text{EN: "rule " + r.FullName() + ": " + message.EN, LT: "taisyklė " + r.FullName() + ": " + message.LT}, Mend: mend,
	})
}

// said gives what a kind of rule has to say of itself. What is no fault of the policy is one of the program,
// which speaks English.
func said(err error) policy.Text {
	if f, ok := errors.AsType[*rule.Fault](err); ok {
		return policy.Text(f.Text)
	}
	return policy.Text{EN: "it cannot be made ready: " + err.Error(), LT: "jos parengti nepavyksta: " + err.Error()}
}

func (c *compiler) vicinity(r *policy.Rule, key string, v *policy.Vicinity) *vicinity {
	if v == nil {
		return nil
	}
	out := &vicinity{within: int32(v.Within)}
	for _, name := range v.Terms {
		l, err := c.termList(name)
		if err != nil {
			c.problem(r, policy.CodeReference, said(err), policy.Text{})
			continue
		}
		out.lists = append(out.lists, l.ID)
	}
	l, _ := c.builder.List(r.FullName() + ":" + key)
	out.lists = append(out.lists, l.ID)
	for _, lang := range []text.Lang{text.English, text.Lithuanian} {
		for _, w := range v.Words.In(string(lang)) {
			if err := l.Add(w, phrase.Options{Languages: []text.Lang{lang}}); err != nil {
				c.problem(r, policy.CodeValue, said(rule.Unmatchable(w, err)), policy.Text{})
			}
		}
	}
	return out
}

// index freezes the tables and notes which rules each word and string wakes.
func (c *compiler) index(triggers []rule.Trigger) error {
	var err error
	if c.literals, err = c.strings.Build(); err != nil {
		return err
	}
	c.words = c.builder.Build()
	if c.sealed != nil {
		if c.hidden, err = c.sealed.Open(c.builder); err != nil {
			return err
		}
	}
	wanted := map[phrase.ListID]bool{}
	for _, t := range triggers {
		for _, l := range slices.Concat(t.Lists, t.Watched) {
			wanted[l.ID] = true
		}
	}
	for _, n := range c.nots {
		wanted[n.not] = true
	}
	c.wakers = newWakers(c.rules, triggers, c.words.Lists(), c.strings.Len())
	c.awaited = c.words.Only(func(l phrase.ListID) bool { return wanted[l] })
	return nil
}
