// Package sense is the kind of rule that goes by what a post says as a whole, in whatever words: a promise of gain or of a cure, a
// boast, praise of the own brand, something paid for, a borrowed work, somebody's illness, a threat, an accusation. It owns what
// it says to the writer; how a text is judged is the business of the sense package. It refuses to speak where another rule has
// found the same, since a rule that names words explains itself better.
package sense

import (
	"slices"
	"strings"

	"rostrum/policy/rule"
	"rostrum/policy/rule/claim"
	"rostrum/policy/rule/entity"
	"rostrum/post"
	"rostrum/sense"
	"rostrum/text"
	"rostrum/text/phrase"
	"rostrum/tone"
)

type keys struct {
	Find       []string `yaml:"find"`
	Brands     []string `yaml:"brands"`
	Strictness string   `yaml:"strictness"`
}

// said gives what a post can say for each category.
var said = map[rule.Category][]sense.Of{
	rule.ClaimFinance:      {sense.Finance},
	rule.ClaimHealth:       {sense.Health},
	rule.ClaimOther:        {sense.Boast},
	rule.DisclosureMissing: {sense.Praise, sense.Paid},
	rule.CreditMissing:     {sense.Borrowed},
	rule.PIIHealth:         {sense.Illness},
	rule.AbuseThreat:       {sense.Threat},
	rule.Defamation:        {sense.Accusation},
}

// Categories lists the categories that a rule of this kind can have.
func Categories() []rule.Category {
	return slices.DeleteFunc(rule.Categories(), func(c rule.Category) bool { return len(said[c]) == 0 })
}

// Looks gives what rules of a category look for where they choose nothing themselves.
func Looks(c rule.Category) []sense.Of { return said[c] }

// senseRule is a rule of this kind.
type senseRule struct {
	find       []sense.Of
	strictness tone.Strictness
	own        []*phrase.List
	words      *sense.Words
}

// New makes a rule. Without find it looks for all that its category knows, without brands it takes the lists brands and products.
func New(s *rule.Setup) (rule.Rule, error) {
	k := keys{Brands: []string{"brands", "products"}}
	if err := s.Decode(&k); err != nil {
		return nil, err
	}
	r := &senseRule{}
	var err error
	if r.strictness, err = tone.ParseStrictness(k.Strictness); err != nil {
		return nil, rule.Unknown("strictness", k.Strictness, "strict", "balanced", "lenient")
	}
	if r.find, err = choose(s.Category, k.Find); err != nil {
		return nil, err
	}
	if r.own, err = lists(s, k.Brands); err != nil {
		return nil, err
	}
	if r.words, err = Words(s, r.own); err != nil {
		return nil, err
	}
	for _, of := range r.find {
		if of != sense.Praise {
			s.OnSense(of)
			continue
		}
		for _, l := range r.own {
			s.OnList(l)
		}
	}
	return r, nil
}

func choose(category rule.Category, find []string) ([]sense.Of, error) {
	all := said[category]
	if len(all) == 0 {
		return nil, rule.Faultf("rules of kind sense know nothing of the category %s; use one of %s",
			"sense rūšies taisyklės apie kategoriją %s nieko nežino; galimos kategorijos – %s", category, joined(Categories()))
	}
	if len(find) == 0 {
		return all, nil
	}
	var names []string
	for _, of := range all {
		names = append(names, of.String())
	}
	var chosen []sense.Of
	for _, name := range find {
		i := slices.Index(names, name)
		if i < 0 {
			return nil, rule.Unknown("find", name, names...)
		}
		chosen = append(chosen, all[i])
	}
	return chosen, nil
}

// lists gives the policy's lists of these names; a policy need not have them.
func lists(s *rule.Setup, names []string) ([]*phrase.List, error) {
	var all []*phrase.List
	for _, name := range names {
		if _, err := s.Terms(name); err != nil {
			continue
		}
		l, err := s.TermList(name)
		if err != nil {
			return nil, err
		}
		all = append(all, l)
	}
	return all, nil
}

// Words gives the words that the learned weights know classes of, besides the own names.
func Words(s *rule.Setup, own []*phrase.List) (*sense.Words, error) {
	claims, err := claim.Vocabulary(s)
	if err != nil {
		return nil, err
	}
	health, err := entity.HealthVocabulary(s)
	if err != nil {
		return nil, err
	}
	return sense.NewWords(own, append(claims, health...)), nil
}

// Level names the limit that what a text says must reach.
func (r *senseRule) Level() string { return r.strictness.String() }

// Check reports each thing at most once.
func (r *senseRule) Check(in *rule.Input, out *rule.Report) {
	m := model(in.Doc.Lang)
	if m == nil {
		return
	}
	for _, of := range r.find {
		if of == sense.Praise && (in.Post.Channel != post.Personal || !r.namesOwn(in)) || of != sense.Praise && (!in.May.Has(of) || !m.Skim(in.Doc, of, r.strictness)) {
			continue
		}
		t := sense.NewText(in.Doc, in.Hits(), r.words)
		if found := m.Read(t, of); m.Enough(found, of, r.strictness) {
			out.Add(match(of, found, m.Because(t, of, found), in.Doc.Source))
		}
	}
}

func (r *senseRule) namesOwn(in *rule.Input) bool {
	return slices.ContainsFunc(r.own, in.Has)
}

// model gives the weights of a language. They are part of the program: were they broken, the rule would fail, and the post go to
// a person.
func model(lang text.Lang) *sense.Model {
	m, err := sense.For(lang)
	if err != nil {
		panic(err)
	}
	return m
}

func joined(categories []rule.Category) string {
	var names []string
	for _, c := range categories {
		names = append(names, string(c))
	}
	return strings.Join(names, ", ")
}
