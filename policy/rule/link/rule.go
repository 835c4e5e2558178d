// Package link is the kind of rule that finds links which deceive or should not be given: imitations of the company's
// and of well-known domains, hidden hosts, shorteners, and what the policy denies. It never opens a link, and refuses
// to call one safe that it cannot take apart.
package link

import (
	"errors"
	"slices"
	"strings"

	"rostrum/policy/rule"
	"rostrum/text"
)

// find is a set of what a rule looks for.
type find uint16

const (
	lookalike find = 1 << iota
	punycode
	shortener
	credentials
	ipHost
	denied
	notOwn
	suspicious
)

var finds = []struct {
	name string
	find find
}{
	{"lookalike", lookalike}, {"punycode", punycode}, {"shortener", shortener}, {"credentials", credentials},
	{"ip_host", ipHost}, {"denied", denied}, {"not_own", notOwn}, {"suspicious", suspicious},
}

// usual is what a rule looks for that names nothing.
const usual = lookalike | punycode | credentials | ipHost | denied | suspicious

type keys struct {
	Find    []string `yaml:"find"`
	Own     string   `yaml:"own"`
	Brands  string   `yaml:"brands"`
	Allowed string   `yaml:"allowed"`
	Denied  string   `yaml:"denied"`
}

type links struct {
	find    find
	own     []string
	allowed []string
	denied  []string
	judge   judge
	memory  *memory
}

// New makes the rule.
func New(s *rule.Setup) (rule.Rule, error) {
	k := keys{Own: "own_domains", Brands: "brands"}
	if err := s.Decode(&k); err != nil {
		return nil, err
	}
	r := &links{}
	var err error
	if r.find, err = parseFind(k.Find); err != nil {
		return nil, err
	}
	for _, l := range []struct {
		name  string
		hosts *[]string
	}{{k.Own, &r.own}, {k.Allowed, &r.allowed}, {k.Denied, &r.denied}} {
		if *l.hosts, err = hosts(s, l.name); err != nil {
			return nil, err
		}
	}
	brands, err := s.Terms(k.Brands)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, b := range brands {
		names = append(names, b.Term)
	}
	all, err := collect(r.own, names)
	if err != nil {
		return nil, err
	}
	r.judge = judge{targets: all, signs: readSigns()}
	r.memory = newMemory(&r.judge)
	s.On(text.HasLink | text.HasEmail)
	if r.find&(lookalike|punycode|denied) != 0 {
		waitForBroken(s)
	}
	for _, scheme := range scriptSchemes {
		s.OnLiteral(scheme)
	}
	return r, nil
}

func parseFind(names []string) (find, error) {
	if len(names) == 0 {
		return usual, nil
	}
	var all find
	for _, name := range names {
		i := slices.IndexFunc(finds, func(f struct {
			name string
			find find
		}) bool {
			return f.name == name
		})
		if i < 0 {
			return 0, rule.Unknown("find", name, findNames()...)
		}
		all |= finds[i].find
	}
	return all, nil
}

func findNames() []string {
	var names []string
	for _, f := range finds {
		names = append(names, f.name)
	}
	return names
}

// hosts reads a word list as hosts. A list that is not named is empty.
func hosts(s *rule.Setup, list string) ([]string, error) {
	if list == "" {
		return nil, nil
	}
	terms, err := s.Terms(list)
	if err != nil {
		return nil, err
	}
	var all []string
	for _, t := range terms {
		a, err := parse(strings.TrimPrefix(t.Term, "*."))
		if err != nil {
			return nil, noDomain(list, t.Term, err)
		}
		all = append(all, a.host)
	}
	return all, nil
}

func noDomain(list, term string, err error) error {
	why, _ := errors.AsType[*rule.Fault](err)
	return rule.Faultf("terms/%s.yaml: %s is no domain (%s); write it as in banga.lt",
		"terms/%s.yaml: %s – ne domenas (%s); rašykite taip: banga.lt", list, rule.Quoted(term), why.Text)
}
