// Package entity owns the finding of personal data in a post: numbers of people's documents, ways to reach them, where
// they live, how they are. Each sort has its own verifier (a checksum, a date, the shape, words beside it), so that an
// order number is not taken for a personal code. It refuses to guess who a person is.
package entity

import (
	"sync"

	"rostrum/policy/rule"
	"rostrum/text"
)

type keys struct {
	Find  []string `yaml:"find"`
	Allow []string `yaml:"allow"`
}

type finder struct {
	wanted      [kinds]bool
	depth       stage // the last one that any wanted kind needs
	onlyNumbers bool  // nothing is wanted that has fewer than fewestDigits
	messages    [kinds]rule.Text
	advice      [kinds]rule.Text
	allowed     allowed
	phones      phoneTable
	health      *healthWords
	searches    sync.Pool
}

// New makes a rule of kind entity.
func New(s *rule.Setup) (rule.Rule, error) {
	var k keys
	if err := s.Decode(&k); err != nil {
		return nil, err
	}
	f := &finder{phones: phones()}
	var err error
	if f.wanted, err = parse(k.Find); err != nil {
		return nil, err
	}
	if f.allowed, err = readAllowed(s, k.Allow); err != nil {
		return nil, err
	}
	for k := range kinds {
		f.messages[k], f.advice[k] = k.message(), k.suggestion()
		if f.wanted[k] {
			f.depth = max(f.depth, stageOf(k))
		}
	}
	f.onlyNumbers = !f.wanted[email] && !f.wanted[homeAddress] && !f.wanted[healthFact]
	f.searches.New = func() any { return new(search) }
	if f.wanted[healthFact] || f.wanted[homeAddress] {
		if f.health, err = newHealthWords(s); err != nil {
			return nil, err
		}
	}
	f.wait(s)
	return f, nil
}

// wait says what the rule waits for.
func (f *finder) wait(s *rule.Setup) {
	for k, wanted := range f.wanted {
		switch {
		case !wanted, kind(k) == healthFact:
		case kind(k) == email:
			s.On(text.HasEmail)
			waitForSpelled(s)
		default:
			s.On(text.HasNumber)
		}
	}
	if f.wanted[healthFact] {
		s.OnList(f.health.states)
		s.OnList(f.health.conditions)
	}
}

// A number shorter than this is nobody's.
const fewestDigits = 4

// Check reports the personal data in a post.
func (f *finder) Check(in *rule.Input, out *rule.Report) {
	if f.onlyNumbers && in.Doc.Digits < fewestDigits {
		return
	}
	s := f.searches.Get().(*search)
	s.start(f, in, out)
	if f.wanted[email] {
		s.emails()
	}
	if f.depth > noStage && in.Doc.Digits >= fewestDigits {
		s.numbers()
	}
	if f.wanted[phone] {
		s.linkedPhones()
	}
	if f.wanted[homeAddress] && in.Doc.Digits > 0 {
		s.addresses()
	}
	if f.wanted[healthFact] {
		s.healthFacts()
	}
	s.end()
	f.searches.Put(s)
}
