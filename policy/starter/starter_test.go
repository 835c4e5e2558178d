package starter_test

import (
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
	"time"

	"rostrum/check"
	"rostrum/policy"
	"rostrum/policy/starter"
)

var today = time.Date(2026, time.December, 1, 0, 0, 0, 0, time.UTC)

func load(t *testing.T, folder fs.FS) *policy.Policy {
	t.Helper()
	p, err := policy.Load(folder)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func files(t *testing.T, o starter.Options) fs.FS {
	t.Helper()
	o.Today = today
	folder, err := starter.Files(o)
	if err != nil {
		t.Fatal(err)
	}
	return folder
}

// everyChoice calls with each set of languages and sectors that a company can choose, by a name for it.
func everyChoice(with func(name string, o starter.Options)) {
	for _, languages := range [][]string{{"en"}, {"lt"}, {"en", "lt"}, {"lt", "en"}} {
		for set := range 1 << len(starter.Sectors) {
			o := starter.Options{Company: "Banga", Languages: languages}
			for i, sector := range starter.Sectors {
				if set>>i&1 == 1 {
					o.Sectors = append(o.Sectors, sector)
				}
			}
			with(fmt.Sprint(languages, o.Sectors), o)
		}
	}
}

func TestEveryChoiceIsAWholePolicy(t *testing.T) {
	everyChoice(func(name string, o starter.Options) {
		p := load(t, files(t, o))
		if p.Company != o.Company || strings.Join(p.Sectors, " ") != strings.Join(o.Sectors, " ") {
			t.Errorf("%s: the policy is for %s in %v", name, p.Company, p.Sectors)
		}
		for _, issue := range p.Lint(today) {
			if !toFillIn(issue) {
				t.Errorf("%s: %s", name, issue)
			}
		}
	})
}

// toFillIn says whether an issue asks for what only the company knows: its names, its people, its accounts.
func toFillIn(i policy.Issue) bool {
	return i.Level == policy.Warning && (i.Code == policy.LintEmpty && strings.HasPrefix(i.Place.File, "terms/") || i.Code == policy.LintSpeakers)
}

func TestExamplesDoWhatTheySay(t *testing.T) {
	for name, folder := range policies(t) {
		t.Run(name, func(t *testing.T) { examples(t, load(t, folder)) })
	}
}

// policies gives the starter in each language, with every pack, and the example policies.
func policies(t *testing.T) map[string]fs.FS {
	all := map[string]fs.FS{
		"en":       files(t, starter.Options{Company: "Banga", Languages: []string{"en"}, Sectors: starter.Sectors}),
		"lt":       files(t, starter.Options{Company: "Banga", Languages: []string{"lt"}, Sectors: starter.Sectors}),
		"embedded": starter.Embedded(),
	}
	for _, name := range []string{"chips", "city", "computers", "electronics", "retailer"} {
		all[name] = os.DirFS("../../examples/" + name)
	}
	return all
}

func examples(t *testing.T, p *policy.Policy) {
	coverage, err := check.Examples(p)
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range coverage.Outcomes {
		if o.OK {
			continue
		}
		e := o.Example
		if e.ShouldFire() {
			t.Errorf("%s: %s should fire: %s", e.Place, ruleOf(o), e.Fires)
		} else {
			t.Errorf("%s: should pass, but %s found %q: %s", e.Place, o.Fired[0].Rule, o.Fired[0].Text, e.Passes)
		}
	}
	for _, r := range coverage.Silent {
		t.Errorf("%s: no example makes the rule %s fire", r.Place, r.FullName())
	}
}

func ruleOf(o check.Outcome) string {
	if o.Example.Rule == "" {
		return o.Clause.ID
	}
	return o.Clause.ID + "/" + o.Example.Rule
}
