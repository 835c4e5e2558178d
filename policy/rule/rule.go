// Package rule owns what every kind of rule shares: categories, verdicts, what a rule is given and what it reports.
// It refuses to decide: rules only say what they found, and check alone makes the verdict.
//
// A kind is a function from a Setup to a Rule. While it is made, a rule says which words and which signs it waits for
// (Setup.On…); while posts are checked, it is only called when one of them was seen.
package rule

import (
	"sort"

	"rostrum/post"
	"rostrum/sense"
	"rostrum/text"
	"rostrum/text/phrase"
)

// Maker makes a rule of one kind from the keys that the policy gives it. An error is a sentence for the person who
// wrote the policy; the caller adds the place.
type Maker func(*Setup) (Rule, error)

// Rule looks for one thing in a post. It is safe for concurrent use, and allocates nothing when it finds nothing.
type Rule interface {
	Check(in *Input, out *Report)
}

// Leveled is a rule that goes by scores. Level is what the policy asks a score to reach: strict, balanced or lenient.
type Leveled interface{ Level() string }

// Input is what a rule looks at. It is valid during the call only.
type Input struct {
	Post    *post.Post
	Doc     *text.Document
	Sectors []string            // the post's sector, or the company's
	Awaited []phrase.Hit        // all words and phrases that any rule waits for or watches, in order of their first token
	Find    func() []phrase.Hit // finds these and all that rules look around for
	May     sense.Set           // what the text may say, of what any rule waits for

	hits  []phrase.Hit
	found bool
}

// Hits gives all words and phrases of all lists, in order of their first token. Most posts wake no rule that asks for
// them, and are not searched for them.
func (in *Input) Hits() []phrase.Hit {
	if !in.found {
		in.hits, in.found = in.Find(), true
	}
	return in.hits
}

// Has tells whether a word of the list stands anywhere in the post.
func (in *Input) Has(list *phrase.List) bool {
	hits := in.Hits()
	for i := range hits {
		if hits[i].List == list.ID {
			return true
		}
	}
	return false
}

// Within tells whether a word of the list stands within distance tokens of the tokens first to last, in the same
// sentence. It gives the hit. It looks at what is near only, so that it may be asked for each of many hits.
func (in *Input) Within(list *phrase.List, first, last, distance int32) (phrase.Hit, bool) {
	reach := first - distance - 2*phrase.MaxWords // a phrase that begins here may still come near
	hits := in.Hits()
	from := sort.Search(len(hits), func(i int) bool { return hits[i].First >= reach })
	for _, h := range hits[from:] {
		if h.First > last+distance {
			break
		}
		if h.List == list.ID && h.Last >= first-distance && in.Doc.Tokens[h.First].Sentence == in.Doc.Tokens[first].Sentence {
			return h, true
		}
	}
	return phrase.Hit{}, false
}

// Text is a sentence in each language that the product speaks.
type Text struct {
	EN string `yaml:"en" json:"en"`
	LT string `yaml:"lt" json:"lt"`
}

// In gives the sentence in a language, or in the other one where it is missing.
func (t Text) In(l text.Lang) string {
	if (l == text.Lithuanian && t.LT != "") || t.EN == "" {
		return t.LT
	}
	return t.EN
}

// Empty tells that there is no sentence in any language.
func (t Text) Empty() bool { return t.EN == "" && t.LT == "" }
