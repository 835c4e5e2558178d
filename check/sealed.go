package check

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"rostrum/policy"
	"rostrum/policy/rule"
	"rostrum/text"
	"rostrum/text/phrase"
)

// CompileSealed makes a policy ready for checking whose confidential lists are sealed: see Seal.
func CompileSealed(p *policy.Policy, sealed *phrase.Sealed) (*Checker, error) {
	return compile(p, kinds(p), sealed)
}

// isSealed tells whether a list of the policy is sealed. Its exceptions, its terms' `not`, are as well.
func (c *compiler) isSealed(l *phrase.List) bool {
	if c.sealed == nil {
		return false
	}
	known, ok := c.sealed.Has(l.Name)
	if !ok {
		return false
	}
	l.Items = known.Items
	if _, ok := c.sealed.Has(l.Name + "/not"); ok {
		nots, _ := c.builder.List(l.Name + "/not")
		c.nots = append(c.nots, not{l.ID, nots.ID})
	}
	return true
}

// asked is which lists the rules of a policy ask for: all of them, those that a rule needs as written, and those of rules
// about confidential matters.
type asked struct{ all, written, confidential map[string]bool }

// ask compiles a policy and notes which lists are asked for.
func ask(p *policy.Policy) (asked, error) {
	a := asked{map[string]bool{}, map[string]bool{}, map[string]bool{}}
	makers := kinds(p)
	for name, maker := range maps.Clone(makers) {
		makers[name] = func(s *rule.Setup) (rule.Rule, error) {
			terms, termList := s.Terms, s.TermList
			s.Terms = func(list string) ([]rule.Term, error) {
				a.all[list] = true
				a.written[list] = a.written[list] || name != "tone" // which only asks whether there is one
				return terms(list)
			}
			s.TermList = func(list string) (*phrase.List, error) {
				a.note(list, string(s.Category))
				return termList(list)
			}
			return maker(s)
		}
	}
	if _, err := compile(p, makers, nil); err != nil {
		return a, err
	}
	for _, c := range p.Clauses {
		for _, r := range c.Rules {
			for _, v := range []*policy.Vicinity{r.Near, r.Unless} {
				if v == nil {
					continue
				}
				for _, list := range v.Terms {
					a.note(list, r.Category)
				}
			}
		}
	}
	return a, nil
}

func (a *asked) note(list, category string) {
	a.all[list] = true
	a.confidential[list] = a.confidential[list] || isConfidential(category)
}

func isConfidential(category string) bool { return strings.HasPrefix(category, "confidential.") }

// sealer makes the sealed lists of a policy, and can tell what would give them away.
type sealer struct {
	lists  *compiler // of all that is sealed
	secret *compiler // of what is confidential alone, open: to look for it in what is left
	policy *policy.Policy
	asked  asked
	named  int // how many lists were made of words that rules have in themselves
	finder *phrase.Set
	reader *text.Reader
}

func newSealer(p *policy.Policy) (*sealer, error) {
	a, err := ask(p)
	if err != nil {
		return nil, err
	}
	s := &sealer{policy: p, asked: a, reader: text.NewReader()}
	for _, into := range []**compiler{&s.lists, &s.secret} {
		*into = &compiler{Checker: &Checker{policy: p}, builder: phrase.NewBuilder()}
	}
	for _, list := range p.Terms {
		if !a.all[list.Name] || !s.isSealed(list.Name) {
			continue
		}
		if _, err := s.lists.termList(list.Name); err != nil {
			return nil, err
		}
		if a.confidential[list.Name] {
			if _, err := s.secret.termList(list.Name); err != nil {
				return nil, err
			}
		}
	}
	return s, nil
}

// isSealed tells whether a list goes out sealed: each does that no rule needs as written, and each confidential one.
func (s *sealer) isSealed(list string) bool {
	return s.asked.confidential[list] || !s.asked.written[list]
}

// seal makes a sealed list of words that a rule has in itself, and gives its name. Words that only stand near others
// give nothing away and are no secret by themselves.
func (s *sealer) seal(words policy.Words, secret bool) (string, error) {
	name := s.freeName()
	into := []*compiler{s.lists}
	if secret {
		into = append(into, s.secret)
	}
	for _, c := range into {
		l, _ := c.builder.List("terms/" + name)
		for _, lang := range []text.Lang{text.English, text.Lithuanian} {
			for _, w := range words.In(string(lang)) {
				if err := l.Add(w, phrase.Options{Languages: []text.Lang{lang}}); err != nil {
					return "", rule.Unmatchable(w, err)
				}
			}
		}
	}
	return name, nil
}

func (s *sealer) freeName() string {
	for {
		s.named++
		name := "sealed-" + strconv.Itoa(s.named)
		if s.policy.TermList(name) == nil {
			return name
		}
	}
}

// tells says whether a text would give away something confidential.
func (s *sealer) tells(said string) bool {
	if s.finder == nil {
		for _, name := range slices.Sorted(maps.Keys(s.asked.confidential)) {
			if l, fresh := s.secret.builder.List("terms/" + name); !fresh {
				l.Inside = true
			}
		}
		s.finder = s.secret.builder.Build()
	}
	return len(s.finder.Find(s.reader.Read(said, ""), nil)) > 0
}
