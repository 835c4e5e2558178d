// Package disclosure owns what readers must be told about who speaks: that the writer works for the company whose
// product is praised, and that praise was paid for. It refuses to judge the praise, and leaves criticism and plain
// mentions alone.
package disclosure

import (
	"strings"

	"rostrum/policy/rule"
	"rostrum/post"
	"rostrum/text"
	"rostrum/text/phrase"
)

type keys struct {
	Find    []string               `yaml:"find"`
	Brands  []string               `yaml:"brands"`
	Markers map[text.Lang][]string `yaml:"markers"`
}

// What find can name.
const (
	employee = "employee"
	paid     = "paid"
)

// disclosure is a rule of this kind.
type disclosure struct {
	employee, paid bool
	names          [][]byte // the brands, folded and written together, as in a handle or hashtag
	brands         []*phrase.List
	own            *phrase.List // the policy's own markers; may be nil
	words          lists
}

// New makes a rule. Without find it looks for both, without brands it takes the lists brands and products.
func New(s *rule.Setup) (rule.Rule, error) {
	k := keys{Find: []string{employee, paid}, Brands: []string{"brands", "products"}}
	if err := s.Decode(&k); err != nil {
		return nil, err
	}
	r := &disclosure{}
	for _, f := range k.Find {
		switch f {
		case employee:
			r.employee = true
		case paid:
			r.paid = true
		default:
			return nil, rule.Unknown("find", f, employee, paid)
		}
	}
	if err := r.takeBrands(s, k.Brands); err != nil {
		return nil, err
	}
	if len(k.Markers) > 0 {
		own, err := s.OwnList("markers", k.Markers)
		if err != nil {
			return nil, err
		}
		r.own = own
	}
	var err error
	r.words, err = readLists(s)
	r.wait(s)
	return r, err
}

func (r *disclosure) takeBrands(s *rule.Setup, names []string) error {
	for _, name := range names {
		l, err := s.TermList(name)
		if err != nil {
			return err
		}
		r.brands = append(r.brands, l)
		terms, err := s.Terms(name)
		if err != nil {
			return err
		}
		for _, t := range terms {
			if joined := strings.ReplaceAll(text.Fold(t.Term), " ", ""); len(joined) >= shortestName {
				r.names = append(r.names, []byte(joined))
			}
		}
	}
	return nil
}

// Shorter names stand by chance in too many handles and hashtags.
const shortestName = 4

func (r *disclosure) wait(s *rule.Setup) {
	if r.employee {
		s.OnList(r.words.praise)
		s.OnList(r.words.better)
	}
	if r.paid {
		s.OnList(r.words.relation)
		s.OnList(r.words.code)
		s.OnList(r.words.codeWord)
		s.OnList(r.words.codeVerb)
		s.OnList(r.words.influence)
		s.OnList(r.words.basket)
		s.OnList(r.words.tag)
		s.OnList(r.words.gift)
		s.OnList(r.words.paidFor)
	}
}

// Check reports at most one missing disclosure of each sort.
func (r *disclosure) Check(in *rule.Input, out *rule.Report) {
	if r.employee && in.Post.Channel == post.Personal {
		r.checkEmployee(in, out)
	}
	if r.paid {
		r.checkPaid(in, out)
	}
}

func (r *disclosure) isBrand(id phrase.ListID) bool {
	for _, l := range r.brands {
		if l.ID == id {
			return true
		}
	}
	return false
}
