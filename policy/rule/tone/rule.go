// Package tone is the kind of rule that finds hate, offence, threats and accusations against somebody named. It owns
// what it says to the writer; how a text is judged is the business of the tone package. It refuses to judge
// sentiment: a complaint, however bitter, is no abuse.
package tone

import (
	"slices"
	"sync"

	"rostrum/policy/rule"
	"rostrum/text"
	"rostrum/text/phrase"
	"rostrum/tone"
)

type keys struct {
	Find       []string `yaml:"find"`
	Strictness string   `yaml:"strictness"`
}

// order is the order in which things are reported.
var order = [...]tone.Of{tone.Threat, tone.Hate, tone.Defamation, tone.Offensive}

// nameLists are the word lists of the policy that hold names of people and companies.
var nameLists = [...]string{"brands", "competitors", "clients", "people"}

type toneRule struct {
	model      *tone.Lexicon
	groups     []*phrase.List // words for groups of people, where hate is looked for
	strictness tone.Strictness
	threshold  float32
	find       [len(order)]bool
	results    sync.Pool // *tone.Result
}

// New makes the rule.
func New(s *rule.Setup) (rule.Rule, error) {
	var k keys
	if err := s.Decode(&k); err != nil {
		return nil, err
	}
	strictness, err := tone.ParseStrictness(k.Strictness)
	if err != nil {
		return nil, rule.Unknown("strictness", k.Strictness, "strict", "balanced", "lenient")
	}
	r := &toneRule{strictness: strictness, threshold: strictness.Threshold()}
	r.results.New = func() any { return new(tone.Result) }
	if err := r.wanted(k.Find); err != nil {
		return nil, err
	}
	named, err := names(s)
	if err != nil {
		return nil, err
	}
	if r.model, err = tone.NewLexicon(s.List, named...); err != nil {
		return nil, err
	}
	if r.finds(tone.Hate) {
		for _, lang := range []text.Lang{text.English, text.Lithuanian} {
			groups, err := tone.Groups(s.List, lang)
			if err != nil {
				return nil, err
			}
			r.groups = append(r.groups, groups)
		}
	}
	r.wait(s)
	return r, nil
}

// Level names the threshold that a score must reach.
func (r *toneRule) Level() string { return r.strictness.String() }

func (r *toneRule) wanted(find []string) error {
	for i := range order {
		r.find[i] = len(find) == 0
	}
	for _, want := range find {
		known := false
		for i, of := range order {
			if of.String() == want {
				r.find[i], known = true, true
			}
		}
		if !known {
			return rule.Unknown("find", want, "hate", "offensive", "threat", "defamation")
		}
	}
	return nil
}

func (r *toneRule) finds(of tone.Of) bool { return r.find[slices.Index(order[:], of)] }

// names gives the policy's lists of names; a policy need not have them.
func names(s *rule.Setup) ([]*phrase.List, error) {
	var lists []*phrase.List
	for _, name := range nameLists {
		if _, err := s.Terms(name); err != nil {
			continue
		}
		l, err := s.TermList(name)
		if err != nil {
			return nil, err
		}
		lists = append(lists, l)
	}
	return lists, nil
}

func (r *toneRule) wait(s *rule.Setup) {
	s.Watch(r.model.Abuse)
	s.Watch(r.model.Threat)
	s.Watch(r.model.Accusation)
	for i, of := range order {
		if !r.find[i] {
			continue
		}
		switch of {
		case tone.Threat:
			s.OnList(r.model.Threat)
		case tone.Defamation:
			s.OnList(r.model.Accusation)
		case tone.Hate: // learned weights see hate in words that no list has
			s.OnList(r.model.Abuse)
			for _, l := range r.groups {
				s.OnList(l)
			}
		default:
			s.OnList(r.model.Abuse)
		}
	}
}

// report adds what is sure enough by itself; where only all of it together is, it adds the surest.
func (r *toneRule) report(of tone.Of, because []tone.Evidence, before int, out *rule.Report) {
	surest, added := tone.Evidence{}, false
	for _, e := range because {
		if e.Of != of {
			continue
		}
		if e.Weight > surest.Weight {
			surest = e
		}
		if e.Weight >= r.threshold {
			added = true
			add(of, e, before, out)
		}
	}
	if !added {
		add(of, surest, before, out)
	}
}

// add reports one piece of evidence. An offence is passed over where its words were reported as something worse.
func add(of tone.Of, e tone.Evidence, before int, out *rule.Report) {
	for _, m := range out.Matches[before:] {
		if of == tone.Offensive && m.Start < int(e.End) && int(e.Start) < m.End {
			return
		}
	}
	out.Add(wording[of].match(e))
}
