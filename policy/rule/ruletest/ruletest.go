// Package ruletest runs one rule on one post, for the tests of the kinds of rules. It refuses to make verdicts.
package ruletest

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"rostrum/policy/rule"
	"rostrum/post"
	"rostrum/sense"
	"rostrum/text"
	"rostrum/text/literal"
	"rostrum/text/phrase"
)

// Given is what the policy around a rule says.
type Given struct {
	Keys     string // the rule's own keys, as YAML
	Category rule.Category
	Terms    map[string][]string
	Sectors  []string
}

// Bench is one rule, ready to be held against posts.
type Bench struct {
	Rule     rule.Rule
	given    Given
	trigger  rule.Trigger
	words    *phrase.Set
	literals *literal.Set
	reader   *text.Reader
	hits     []phrase.Hit
	find     func() []phrase.Hit
	report   rule.Report
}

// Try makes a rule; the error is the maker's.
func Try(maker rule.Maker, g Given) (*Bench, error) {
	words, literals := phrase.NewBuilder(), literal.NewBuilder()
	s := &rule.Setup{
		Name: "test/rule", Company: "Banga", Languages: []text.Lang{text.Lithuanian, text.English},
		Channels: post.Channels[:], Category: g.Category, Phrases: words, Literals: literals,
	}
	s.Decode = func(into any) error {
		d := yaml.NewDecoder(bytes.NewBufferString(g.Keys))
		d.KnownFields(true)
		if err := d.Decode(into); err != nil && !errors.Is(err, io.EOF) {
			return keysError{err}
		}
		return nil
	}
	s.Terms = func(list string) ([]rule.Term, error) {
		entries, ok := g.Terms[list]
		if !ok {
			return nil, rule.NoList(list)
		}
		var terms []rule.Term
		for _, e := range entries {
			terms = append(terms, rule.Term{Term: e})
		}
		return terms, nil
	}
	s.TermList = func(name string) (*phrase.List, error) {
		terms, err := s.Terms(name)
		if err != nil {
			return nil, err
		}
		l, fresh := words.List("terms/" + name)
		if !fresh {
			return l, nil
		}
		for _, t := range terms {
			if err := l.Add(t.Term, phrase.Options{Languages: s.Languages, Name: true, Joined: true}); err != nil {
				return nil, rule.Unmatchable(t.Term, err)
			}
		}
		return l, nil
	}
	r, err := maker(s)
	if err != nil {
		return nil, err
	}
	set, err := literals.Build()
	if err != nil {
		return nil, err
	}
	b := &Bench{Rule: r, given: g, trigger: s.Trigger(), words: words.Build(), literals: set, reader: text.NewReader()}
	b.find = func() []phrase.Hit { return b.hits }
	return b, nil
}

// New makes a rule and fails the test when that cannot be done.
func New(t testing.TB, maker rule.Maker, g Given) *Bench {
	t.Helper()
	b, err := Try(maker, g)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// keysError is an error in a rule's keys, which in a policy folder package policy words.
type keysError struct{ error }

// Refuses fails the test unless the maker refuses what it is given, in a sentence of each language, of which the English
// one says want.
func Refuses(t testing.TB, maker rule.Maker, g Given, want string) {
	t.Helper()
	_, err := Try(maker, g)
	if err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("%.80q: the error is %v, want it to say %q", g.Keys, err, want)
		return
	}
	if _, elsewhere := errors.AsType[keysError](err); elsewhere {
		return
	}
	f, ok := errors.AsType[*rule.Fault](err)
	if !ok || f.LT == "" || f.LT == f.EN {
		t.Errorf("%.80q: not said in Lithuanian: %v", g.Keys, err)
	}
}

// Find gives what the rule finds in a brand post of this text. The matches are valid until the next call.
func (b *Bench) Find(s string) []rule.Match {
	return b.FindIn(&post.Post{Text: s, Channel: post.Brand})
}

// FindIn gives what the rule finds in a post.
func (b *Bench) FindIn(p *post.Post) []rule.Match {
	d := b.reader.Read(p.Text, text.Lang(p.Lang))
	b.hits = b.words.Find(d, b.hits[:0])
	b.report.Matches = b.report.Matches[:0]
	if may := b.may(d); b.wanted(d, may) {
		b.Rule.Check(&rule.Input{Post: p, Doc: d, Sectors: b.given.Sectors, Awaited: b.hits, Find: b.find, May: may}, &b.report)
	}
	return b.report.Matches
}

func (b *Bench) wanted(d *text.Document, may sense.Set) bool {
	if b.trigger.Always || b.trigger.Has&d.Has != 0 {
		return true
	}
	for _, l := range b.trigger.Lists {
		for _, h := range b.hits {
			if h.List == l.ID {
				return true
			}
		}
	}
	seen := may != 0
	b.literals.Find(d.Folded, func(id literal.ID) {
		for _, want := range b.trigger.Literals {
			seen = seen || id == want
		}
	})
	return seen
}

// may gives what a text may say of what the rule waits for.
func (b *Bench) may(d *text.Document) sense.Set {
	m, err := sense.For(d.Lang)
	if err != nil || m == nil {
		return 0
	}
	return m.Wake(d) & b.trigger.Senses
}
