// Package ruletest runs one rule on one post, for the tests of the kinds of rules. It refuses to make verdicts.
package ruletest

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"testing"

	"go.yaml.in/yaml/v3"

	"rostrum/policy/rule"
	"rostrum/post"
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
			return err
		}
		return nil
	}
	s.Terms = func(list string) ([]rule.Term, error) {
		entries, ok := g.Terms[list]
		if !ok {
			return nil, fmt.Errorf("there is no terms/%s.yaml", list)
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
				return nil, err
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
	return &Bench{Rule: r, given: g, trigger: s.Trigger(), words: words.Build(), literals: set, reader: text.NewReader()}, nil
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

// Find gives what the rule finds in a brand post of this text. The matches are valid until the next call.
func (b *Bench) Find(s string) []rule.Match {
	return b.FindIn(&post.Post{Text: s, Channel: post.Brand})
}

// FindIn gives what the rule finds in a post.
func (b *Bench) FindIn(p *post.Post) []rule.Match {
	d := b.reader.Read(p.Text, text.Lang(p.Lang))
	b.hits = b.words.Find(d, b.hits[:0])
	b.report.Matches = b.report.Matches[:0]
	if b.wanted(d) {
		b.Rule.Check(&rule.Input{Post: p, Doc: d, Sectors: b.given.Sectors, Hits: b.hits}, &b.report)
	}
	return b.report.Matches
}

func (b *Bench) wanted(d *text.Document) bool {
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
	seen := false
	b.literals.Find(d.Folded, func(id literal.ID) {
		for _, want := range b.trigger.Literals {
			seen = seen || id == want
		}
	})
	return seen
}
