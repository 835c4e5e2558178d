package rule

import (
	"fmt"

	"rostrum/post"
	"rostrum/sense"
	"rostrum/text"
	"rostrum/text/literal"
	"rostrum/text/phrase"
)

// Term is an entry of a word list of the policy.
type Term struct {
	Term      string
	Languages []text.Lang // empty: all of the policy's
	Forms     []string
	Not       []string
	Exact     bool // upper and lower case as written
}

// Setup is what a kind is given to make a rule, and where the rule says what it waits for.
type Setup struct {
	Name      string // clause/rule
	Company   string
	Languages []text.Lang    // of the policy, the main one first
	Channels  []post.Channel // on which the rule is ever called
	Category  Category

	Decode   func(into any) error                    // reads the kind's own keys, strictly
	Terms    func(list string) ([]Term, error)       // a word list as written
	TermList func(list string) (*phrase.List, error) // a word list ready for matching
	Phrases  *phrase.Builder
	Literals *literal.Builder

	trigger Trigger
}

// Trigger is what a rule waits for: it is called when any one was seen. The zero Trigger means: always.
type Trigger struct {
	Has      text.Has
	Lists    []*phrase.List
	Watched  []*phrase.List // Input.Awaited has their words as well
	Literals []literal.ID
	Senses   sense.Set
	Always   bool
}

// On calls the rule when the text has one of these.
func (s *Setup) On(has text.Has) { s.trigger.Has |= has }

// OnList calls the rule when a word of the list stands in the text.
func (s *Setup) OnList(l *phrase.List) { s.trigger.Lists = append(s.trigger.Lists, l) }

// Watch has the words of the list among Input.Awaited, but does not call the rule for them.
func (s *Setup) Watch(l *phrase.List) { s.trigger.Watched = append(s.trigger.Watched, l) }

// OnLiteral calls the rule when the folded text contains the string, anywhere.
func (s *Setup) OnLiteral(folded string) {
	s.trigger.Literals = append(s.trigger.Literals, s.Literals.Add(folded))
}

// OnSense calls the rule when the text may say this, by how its words begin.
func (s *Setup) OnSense(of sense.Of) { s.trigger.Senses |= 1 << of }

// OnAll calls the rule for each post, whatever is in it.
func (s *Setup) OnAll() { s.trigger.Always = true }

// Trigger gives what the rule waits for. A rule that waits for nothing is called always.
func (s *Setup) Trigger() Trigger {
	t := s.trigger
	if t.Has == 0 && len(t.Lists) == 0 && len(t.Literals) == 0 && t.Senses == 0 {
		t.Always = true
	}
	return t
}

// List gives the word list of a name that several rules share, made by fill when it is first asked for.
func (s *Setup) List(name string, fill func(*phrase.List)) *phrase.List {
	l, fresh := s.Phrases.List(name)
	if fresh {
		fill(l)
	}
	return l
}

// OwnList makes a list of this rule's own from words in each language.
func (s *Setup) OwnList(name string, words map[text.Lang][]string) (*phrase.List, error) {
	l, fresh := s.Phrases.List(s.Name + ":" + name)
	if !fresh {
		return nil, fmt.Errorf("the list %q is made twice", name)
	}
	for _, lang := range []text.Lang{text.English, text.Lithuanian} {
		for _, w := range words[lang] {
			if err := l.Add(w, phrase.Options{Languages: []text.Lang{lang}}); err != nil {
				return nil, Unmatchable(w, err)
			}
		}
	}
	return l, nil
}
