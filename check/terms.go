package check

import (
	"rostrum/policy/rule"
	"rostrum/text"
	"rostrum/text/phrase"
)

// terms gives a word list of the policy as it is written.
func (c *compiler) terms(name string) ([]rule.Term, error) {
	list := c.policy.TermList(name)
	if list == nil {
		return nil, rule.NoList(name)
	}
	out := make([]rule.Term, len(list.Terms))
	for i, t := range list.Terms {
		out[i] = rule.Term{Term: t.Text, Forms: t.Forms, Not: t.Not, Exact: t.Exact()}
		for _, l := range t.Languages {
			out[i].Languages = append(out[i].Languages, text.Lang(l))
		}
	}
	return out, nil
}

// termList gives a word list ready for matching; rules that name the same list share it.
func (c *compiler) termList(name string) (*phrase.List, error) {
	l, fresh := c.builder.List("terms/" + name)
	if !fresh || c.isSealed(l) {
		return l, nil
	}
	all, err := c.terms(name)
	if err != nil {
		return nil, err
	}
	var nots *phrase.List
	for i := range all {
		t := &all[i]
		o := c.options(t)
		if err := l.Add(t.Term, o); err != nil {
			return nil, unmatchable(name, t.Term, err)
		}
		for _, form := range t.Forms {
			if err := l.AddTo(form, o); err != nil {
				return nil, unmatchable(name, form, err)
			}
		}
		for _, except := range t.Not {
			if nots == nil {
				nots, _ = c.builder.List("terms/" + name + "/not")
				c.nots = append(c.nots, not{l.ID, nots.ID})
			}
			if err := nots.Add(except, o); err != nil {
				return nil, unmatchable(name, except, err)
			}
		}
	}
	return l, nil
}

// unmatchable names the list of a term that cannot be matched.
func unmatchable(list, term string, err error) error {
	return rule.Faultf("terms/%s.yaml: %s", "terms/%s.yaml: %s", list, rule.Unmatchable(term, err).Text)
}

func (c *compiler) options(t *rule.Term) phrase.Options {
	o := phrase.Options{Languages: t.Languages, Name: true, Exact: t.Exact, Joined: true}
	if len(o.Languages) == 0 {
		for _, l := range c.policy.Languages {
			o.Languages = append(o.Languages, text.Lang(l))
		}
	}
	return o
}
