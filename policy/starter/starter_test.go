package starter_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
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

// choices gives the sets of languages and sectors that a company can choose.
func choices() []starter.Options {
	var all []starter.Options
	for set := range 1 << len(starter.Sectors) {
		o := starter.Options{Company: "Banga", Languages: []string{"lt", "en"}}
		for i, sector := range starter.Sectors {
			if set>>i&1 == 1 {
				o.Sectors = append(o.Sectors, sector)
			}
		}
		all = append(all, o)
	}
	for _, only := range []string{"en", "lt"} {
		all = append(all,
			starter.Options{Company: "Banga", Languages: []string{only}},
			starter.Options{Company: "Banga", Languages: []string{only}, Sectors: starter.Sectors})
	}
	return all
}

func TestEveryChoiceIsAWholePolicy(t *testing.T) {
	for _, o := range choices() {
		t.Run(fmt.Sprint(o.Languages, o.Sectors), func(t *testing.T) {
			p := load(t, files(t, o))
			if p.Company != o.Company || !slices.Equal(p.Languages, o.Languages) || strings.Join(p.Sectors, " ") != strings.Join(o.Sectors, " ") {
				t.Errorf("the policy is for %s, in %v, of %v", p.Company, p.Languages, p.Sectors)
			}
			for _, issue := range p.Lint(today) {
				if !toFillIn(issue) {
					t.Error(issue)
				}
			}
		})
	}
}

// toFillIn says whether an issue asks for what only the company knows: its names, its accounts, and its people, without
// whom nobody can be shown to speak or not to speak.
func toFillIn(i policy.Issue) bool {
	names := i.Code == policy.LintEmpty && strings.HasPrefix(i.Place.File, "terms/")
	people := i.Code == policy.LintSpeakers
	return i.Level == policy.Warning && (names || people)
}

func TestExamplePoliciesAreClean(t *testing.T) {
	for _, name := range examplePolicies {
		for _, issue := range load(t, os.DirFS("../../examples/"+name)).Lint(today) {
			t.Errorf("%s: %s", name, issue)
		}
	}
}

var examplePolicies = []string{"chips", "city", "computers", "electronics", "retailer"}

func TestExamplesDoWhatTheySay(t *testing.T) {
	for _, o := range choices() {
		if len(o.Sectors) == len(starter.Sectors) {
			t.Run(strings.Join(o.Languages, "+"), func(t *testing.T) { examplesHold(t, files(t, o)) })
		}
	}
	for _, name := range examplePolicies {
		t.Run(name, func(t *testing.T) { examplesHold(t, os.DirFS("../../examples/"+name)) })
	}
	t.Run("embedded", func(t *testing.T) { examplesHold(t, starter.Embedded()) })
}

func examplesHold(t *testing.T, folder fs.FS) {
	p := load(t, folder)
	coverage, err := check.Examples(p)
	if err != nil {
		t.Fatal(err)
	}
	for i := range coverage.Outcomes {
		o := &coverage.Outcomes[i]
		switch e := o.Example; {
		case o.OK:
		case e.ShouldFire():
			t.Errorf("%s: %s/%s should fire: %s", e.Place, o.Clause.ID, e.Rule, e.Fires)
		default:
			t.Errorf("%s: should pass, and %s found %q: %s", e.Place, o.Fired[0].Rule, o.Fired[0].Text, e.Passes)
		}
	}
	for _, r := range coverage.Silent {
		if r.Kind != "speaker" || len(p.Speakers.People) > 0 {
			t.Errorf("%s: no example makes the rule %s fire", r.Place, r.FullName())
		}
	}
}

func TestEachClauseShowsBothSidesInEachLanguage(t *testing.T) {
	const fewest = 3
	for _, c := range load(t, starter.Embedded()).Clauses {
		if len(c.Rules) == 0 {
			continue
		}
		for _, lang := range []string{"en", "lt"} {
			fires, passes := 0, 0
			for _, e := range c.Examples {
				if e.Lang == lang && e.ShouldFire() {
					fires++
				} else if e.Lang == lang {
					passes++
				}
			}
			if fires < fewest || passes < fewest {
				t.Errorf("%s has %d examples that fire and %d that pass in %s", c.ID, fires, passes, lang)
			}
		}
	}
}

func TestClausesAreShort(t *testing.T) {
	for _, c := range load(t, starter.Embedded()).Clauses {
		for lang, text := range map[string]string{"en": c.Text.EN, "lt": c.Text.LT} {
			if words := len(strings.Fields(text)); words < 60 || words > 220 {
				t.Errorf("%s/%s.md has %d words", c.ID, lang, words)
			}
		}
	}
}

func TestNameIsWrittenAsGiven(t *testing.T) {
	for _, name := range []string{`UAB „Banga“`, `O'Neil "Wave" & Co: #1`, `Back\slash`, "Šį rytą", "{name}", "- null"} {
		folder := files(t, starter.Options{Company: name})
		p := load(t, folder)
		if p.Company != name || p.TermList("brands").Terms[0].Text != name {
			t.Errorf("%s became %s, with the brand %s", name, p.Company, p.TermList("brands").Terms[0].Text)
		}
		if text := p.Clause("own-opinion").Text; !strings.Contains(text.EN, name) || !strings.Contains(text.LT, name) {
			t.Errorf("%s is not in the clause on opinions", name)
		}
	}
}

func TestOneLanguageLeavesNoOther(t *testing.T) {
	for lang, other := range map[string]string{"en": "lt", "lt": "en"} {
		folder := files(t, starter.Options{Company: "Banga", Languages: []string{lang}, Sectors: starter.Sectors})
		eachFile(t, folder, func(name, text string) {
			if path.Base(name) == other+".md" || strings.Contains(text, "\n    lang: "+other) {
				t.Errorf("in a policy in %s: %s", lang, name)
			}
		})
	}
}

func TestNothingIsLeftToReplace(t *testing.T) {
	eachFile(t, files(t, starter.Options{Company: "Banga", Sectors: starter.Sectors}), func(name, text string) {
		if strings.Contains(text, "{{") {
			t.Errorf("%s still has a placeholder", name)
		}
	})
}

func eachFile(t *testing.T, folder fs.FS, with func(name, text string)) {
	err := fs.WalkDir(folder, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		raw, err := fs.ReadFile(folder, name)
		with(name, string(raw))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestPackClausesFollowTheBase(t *testing.T) {
	p := load(t, files(t, starter.Options{Company: "Banga", Sectors: []string{"retail", "finance"}}))
	for id, number := range map[string]string{"form": "7.1", "retail-prices": "8.1", "finance-promises": "9.1"} {
		if c := p.Clause(id); c == nil || c.Number != number {
			t.Errorf("%s should be %s: %v", id, number, c)
		}
	}
}

func TestRulesOfAPackWaitForTheirSector(t *testing.T) {
	p := load(t, starter.Embedded())
	if len(p.Sectors) > 0 {
		t.Errorf("the embedded policy is of the sectors %v", p.Sectors)
	}
	for _, c := range p.Clauses {
		sector, _, _ := strings.Cut(c.ID, "-")
		if !slices.Contains(starter.Sectors, sector) {
			continue
		}
		for _, r := range c.Rules {
			if !slices.Equal(r.When.Sector, []string{sector}) {
				t.Errorf("%s is for the sectors %v", r.FullName(), r.When.Sector)
			}
		}
	}
}

func TestWrongChoiceIsExplained(t *testing.T) {
	for want, o := range map[string]starter.Options{
		"cannot be a company's name": {Company: " "},
		"on one line":                {Company: "Banga\nJūra"},
		"choose from en, lt":         {Company: "Banga", Languages: []string{"de"}},
		"choose from finance":        {Company: "Banga", Sectors: []string{"farming"}},
		"named twice":                {Company: "Banga", Languages: []string{"lt", "lt"}},
	} {
		_, err := starter.Files(o)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%+v: %v, want …%s…", o, err, want)
			continue
		}
		if f, ok := errors.AsType[*starter.Fault](err); !ok || f.LT == "" || f.LT == f.EN || strings.Contains(f.LT, "%!") {
			t.Errorf("%+v: not said in Lithuanian: %v", o, err)
		}
	}
}
