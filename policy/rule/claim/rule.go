// Package claim owns statements that the law regulates: promises of profit and of cures, comparisons, prices, figures
// that are not public yet, and conduct that is illegal. Each statement is data: small grammars over shared word lists,
// the wordings that excuse it, and what to tell the person who wrote it. It refuses to judge whether a claim is true.
package claim

import (
	"slices"

	"rostrum/policy/rule"
	"rostrum/text"
	"rostrum/text/phrase"
)

type keys struct {
	Find     []string               `yaml:"find"`
	Words    map[text.Lang][]string `yaml:"words"`
	About    []string               `yaml:"about"`
	Requires map[text.Lang][]string `yaml:"requires"`
}

// claims is a rule of this kind.
type claims struct {
	starts  [][]grammar // by ListID: the grammars that begin with a word of that list
	excuses excuses
}

// New makes a rule. Without find and words it looks for every statement of the rule's category.
func New(s *rule.Setup) (rule.Rule, error) {
	var k keys
	if err := s.Decode(&k); err != nil {
		return nil, err
	}
	wanted, err := choose(s.Category, k)
	if err != nil {
		return nil, err
	}
	m := &maker{setup: s, lists: map[string]*phrase.List{}}
	for _, st := range wanted {
		m.statement(st)
	}
	if len(k.Words) > 0 {
		m.own(k)
	}
	e := m.excuses()
	if m.err != nil {
		return nil, m.err
	}
	return &claims{starts: m.starts, excuses: e}, nil
}

// choose gives the statements that a rule asks for.
func choose(category rule.Category, k keys) ([]*statement, error) {
	if len(k.Words) == 0 && len(k.About)+len(k.Requires) > 0 {
		return nil, rule.Faultf("`about` and `requires` belong to a claim of your own. Add `words`, the claim itself",
			"`about` ir `requires` tinka tik savam teiginiui. Pridėkite `words` – patį teiginį")
	}
	if len(k.Find) > 0 {
		return named(k.Find)
	}
	if len(k.Words) > 0 {
		return nil, nil
	}
	var of []*statement
	for _, st := range statements {
		if st.category == category {
			of = append(of, st)
		}
	}
	if len(of) == 0 {
		return statements, nil
	}
	return of, nil
}

func named(ids []string) ([]*statement, error) {
	var found []*statement
	for _, id := range ids {
		i := slices.IndexFunc(statements, func(st *statement) bool { return st.id == id })
		if i < 0 {
			return nil, rule.Unknown("find", id, IDs()...)
		}
		found = append(found, statements[i])
	}
	return found, nil
}

// IDs lists the statements that find can name.
func IDs() []string {
	ids := make([]string, len(statements))
	for i, st := range statements {
		ids[i] = st.id
	}
	return ids
}
