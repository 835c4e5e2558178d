package policy

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"rostrum/policy/rule"
)

// bodyOf gives the body of a rule with these lines as its kind's own keys.
func bodyOf(t *testing.T, lines ...string) Body {
	t.Helper()
	files := with(t, clauseFile, "    terms: [codenames]\n    most: 3\n", "    "+strings.Join(lines, "\n    ")+"\n")
	return load(t, files).Rule("codenames/codename").Body
}

func TestBodyIsDecoded(t *testing.T) {
	type inner struct {
		Deep *float64
		On   bool
	}
	type kind struct {
		Place    Place
		Terms    []string `yaml:"terms,required" ref:"word list"`
		Most     int      `yaml:"most"`
		Day      Date
		Within   time.Duration
		Say      rule.Text
		Words    map[string][]string `oneof:"en lt"`
		Networks map[string]inner
		Rows     []inner
		Name     *string
	}
	b := bodyOf(t, "terms: [codenames]", "most: 3", "day: 2026-01-02", "within: 2h", "say: {lt: Labas}", "words: {en: [a]}",
		"networks: {x: {deep: 1.5, on: yes}}", "rows: [{on: false}]", "name: 2.1")
	var got kind
	if problems := b.Decode(&got); problems != nil {
		t.Fatal(problems)
	}
	deep, name := 1.5, "2.1"
	want := kind{Place: Place{clauseFile, 9, 5}, Terms: []string{"codenames"}, Most: 3, Day: Date{2026, 1, 2}, Within: 2 * time.Hour,
		Say: rule.Text{LT: "Labas"}, Words: map[string][]string{"en": {"a"}}, Networks: map[string]inner{"x": {&deep, true}},
		Rows: []inner{{}}, Name: &name}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
}

func TestBodyFaults(t *testing.T) {
	type kind struct {
		Terms []string            `yaml:"terms,required" ref:"word list"`
		Most  int                 `yaml:"most"`
		Ratio float64             `yaml:"ratio"`
		On    bool                `yaml:"on"`
		Say   rule.Text           `yaml:"say"`
		Words map[string][]string `yaml:"words" oneof:"en lt"`
	}
	for _, c := range []struct{ line, want string }{
		{"mots: 3", `:18:5: unknown key "mots". Did you mean "most"?`},
		{"mesage: x", `:18:5: unknown key "mesage". Did you mean "message"?`},
		{"most: 1.5", `:18:11: "most" is "1.5", which is not a whole number. Write a whole number.`},
		{"most: 99999999999999999999", `:18:11: "most" is "99999999999999999999", which is not a whole number. Write a whole number.`},
		{"ratio: .nan", `:18:12: "ratio" is ".nan", which is not a number. Write a number.`},
		{"on: perhaps", `:18:9: "on" is "perhaps", which is not true or false. Write true or false.`},
		{"say: {}", `:18:10: the text is there in no language. Write {en: …, lt: …}.`},
		{"words: {de: [a]}", `:18:13: "words" can't be "de". Must be one of: en, lt.`},
		{"most: 3\n    most: 4", `:19:5: the key "most" is here twice, first at 18:5. Remove one of them.`},
	} {
		files := with(t, clauseFile, "    most: 3\n", "    "+c.line+"\n")
		p, err := Load(folderOf(files))
		var got Problems
		if err != nil {
			got = err.(Problems)
		} else {
			got = p.Rule("codenames/codename").Body.Decode(&kind{})
		}
		bilingualProblems(t, got)
		if got.Error() != clauseFile+c.want {
			t.Errorf("%s: got %v", c.line, got)
		}
	}
	for _, c := range []struct{ line, want string }{
		{"terms: [codename]", `:17:13: there is no word list "codename". Did you mean "codenames"?`},
		{"term: [codenames]", `:17:5: unknown key "term". Did you mean "terms"?`},
		{"most: 1", `:9:5: "terms" is missing. Add "terms: …".`},
	} {
		got := bodyOf(t, c.line).Decode(&kind{})
		bilingualProblems(t, got)
		if !strings.Contains(got.Error(), clauseFile+c.want) {
			t.Errorf("%s: got %v", c.line, got)
		}
	}
}
