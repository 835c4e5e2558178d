// Package pattern is the kind of rule that finds a regular expression of the policy's own. It refuses expressions that
// match the empty text, and runs one only where something that it requires was seen.
package pattern

import (
	"regexp"
	"regexp/syntax"

	"rostrum/policy/rule"
	"rostrum/text"
)

type keys struct {
	Patterns []string `yaml:"patterns"`
	Exact    bool     `yaml:"exact"`
}

// maxPattern bounds the source of one expression in bytes, and with it the time that matching can take: RE2 matches in
// time linear in the text, but also linear in the size of the expression.
const maxPattern = 2000

type pattern struct {
	exact bool
	all   []guarded
}

type guarded struct {
	expression *regexp.Regexp
	needs      needs
}

// New makes the rule.
func New(s *rule.Setup) (rule.Rule, error) {
	var k keys
	if err := s.Decode(&k); err != nil {
		return nil, err
	}
	if len(k.Patterns) == 0 {
		return nil, rule.Faultf("a rule of kind pattern needs `patterns:`, a list of regular expressions",
			"pattern rūšies taisyklei reikia `patterns:` – reguliariųjų reiškinių sąrašo")
	}
	p := &pattern{exact: k.Exact}
	for _, source := range k.Patterns {
		g, err := compile(source, k.Exact)
		if err != nil {
			return nil, err
		}
		g.needs.register(s)
		p.all = append(p.all, g)
	}
	return p, nil
}

func compile(source string, exact bool) (guarded, error) {
	if len(source) > maxPattern {
		return guarded{}, rule.Faultf("the pattern is %d bytes long, and at most %d are allowed. Split it into several",
			"reiškinio ilgis – %d B, o daugiausia gali būti %d B. Padalykite jį į kelis", len(source), maxPattern)
	}
	tree, err := syntax.Parse(source, syntax.Perl)
	if err != nil {
		return guarded{}, unreadable(source, err)
	}
	if !exact {
		fold(tree)
	}
	expression, err := regexp.Compile(tree.String())
	if err != nil {
		return guarded{}, unreadable(source, err)
	}
	if expression.MatchString("") {
		return guarded{}, rule.Faultf("the pattern `%s` matches the empty text, so it would match everywhere. Use + instead of *, or write what must be there",
			"reiškinį `%s` atitinka ir tuščias tekstas, todėl jis tiktų visur. Vietoj * rašykite + arba įrašykite, kas tekste turi būti", source)
	}
	return guarded{expression, require(tree)}, nil
}

// Check reports each match of each expression.
func (p *pattern) Check(in *rule.Input, out *rule.Report) {
	for i := range p.all {
		if g := &p.all[i]; g.needs.met(in.Doc) {
			p.report(g.expression, in.Doc, out)
		}
	}
}

func (p *pattern) report(expression *regexp.Regexp, d *text.Document, out *rule.Report) {
	if p.exact {
		for _, at := range expression.FindAllStringIndex(d.Source, -1) {
			add(at[0], at[1], out)
		}
		return
	}
	for _, at := range expression.FindAllIndex(d.Folded, -1) {
		add(d.SourceOffset(at[0]), d.SourceOffset(at[1]), out)
	}
}

func add(start, end int, out *rule.Report) {
	out.Add(rule.Match{Start: start, End: end,
		Message: rule.Text{
			EN: "“{text}” has a form that should not go out.",
			LT: "„{text}“ – tokio pavidalo įrašas neturėtų būti viešinamas.",
		},
		Suggestion: rule.Text{
			EN: "Leave it out, or ask the clause’s owner whether it may be said.",
			LT: "Praleiskite jį arba pasiteiraukite už punktą atsakingo žmogaus, ar galima jį minėti.",
		},
	})
}
