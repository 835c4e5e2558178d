// Package terms is the kind of rule that finds the words of a list in all their forms. It refuses to guess what a word
// means: what should not count is said with a term's `not` and a rule's `unless`.
package terms

import (
	"strings"

	"rostrum/policy/rule"
	"rostrum/text"
	"rostrum/text/phrase"
)

type keys struct {
	Terms []string `yaml:"terms"`
	Words struct {
		EN []string `yaml:"en"`
		LT []string `yaml:"lt"`
	} `yaml:"words"`
}

type words struct{ lists []*phrase.List }

// New makes the rule.
func New(s *rule.Setup) (rule.Rule, error) {
	var k keys
	if err := s.Decode(&k); err != nil {
		return nil, err
	}
	r := &words{}
	for _, name := range k.Terms {
		l, err := s.TermList(name)
		if err != nil {
			return nil, err
		}
		r.lists = append(r.lists, l)
	}
	if len(k.Words.EN)+len(k.Words.LT) > 0 {
		l, err := s.OwnList("words", map[text.Lang][]string{text.English: k.Words.EN, text.Lithuanian: k.Words.LT})
		if err != nil {
			return nil, err
		}
		r.lists = append(r.lists, l)
	}
	if len(r.lists) == 0 {
		return nil, rule.Faultf("a rule of kind terms needs `terms:` (names of word lists) or `words:`",
			"terms rūšies taisyklei reikia `terms:` (žodžių sąrašų pavadinimų) arba `words:`")
	}
	for _, l := range r.lists {
		// A codename in a link or a handle is out as much as one in a sentence.
		l.Inside = l.Inside || strings.HasPrefix(string(s.Category), "confidential.")
		s.OnList(l)
	}
	return r, nil
}

// Check reports each word of the lists; of phrases that begin together the longest, and none that begins inside another.
func (r *words) Check(in *rule.Input, out *rule.Report) {
	until := int32(-1)
	for i := range in.Awaited {
		h := &in.Awaited[i]
		if !r.has(h.List) || h.Start < until {
			continue
		}
		h = r.longest(in.Awaited[i:])
		until = h.End
		start, end := whole(in.Doc.Source, int(h.Start), int(h.End))
		out.Add(rule.Match{Start: start, End: end, Message: message(h), Suggestion: suggestion()})
	}
}

func (r *words) has(id phrase.ListID) bool {
	for _, l := range r.lists {
		if l.ID == id {
			return true
		}
	}
	return false
}

// longest gives the longest hit that begins where the first of hits does; what stands there as it is goes before what
// can be read there.
func (r *words) longest(hits []phrase.Hit) *phrase.Hit {
	best := &hits[0]
	for i := 1; i < len(hits) && hits[i].Start == best.Start; i++ {
		h := &hits[i]
		if h.End > best.End && (best.Reading || !h.Reading) && r.has(h.List) {
			best = h
		}
	}
	return best
}

func message(h *phrase.Hit) rule.Text {
	if h.Reading {
		return rule.Text{
			EN: "“{text}” can be read as a word on a list of words that should not go out.",
			LT: "„{text}“ galima perskaityti kaip žodį, kuris neturėtų būti viešinamas.",
		}
	}
	return rule.Text{
		EN: "“{text}” is on a list of words that should not go out.",
		LT: "„{text}“ yra žodis, kuris neturėtų būti viešinamas.",
	}
}

func suggestion() rule.Text {
	return rule.Text{
		EN: "Leave it out, or ask the clause’s owner whether it may be said.",
		LT: "Praleiskite jį arba pasiteiraukite už punktą atsakingo žmogaus, ar galima jį minėti.",
	}
}
