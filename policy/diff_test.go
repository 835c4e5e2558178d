package policy

import (
	"strings"
	"testing"
)

func TestDiffSaysEachChangeInASentence(t *testing.T) {
	for _, c := range []struct{ name, file, old, new, want string }{
		{"nothing", "terms/products.yaml", "# what we sell\n", "", ""},
		{"policy", "policy.yaml", "version: 1.0", "version: 1.1", "The policy is changed: version from 1.0 to 1.1."},
		{"quiet periods", "policy.yaml", "2027-01-10", "2027-01-11", "The policy is changed: quiet periods."},
		{"number", clauseFile, "2.10", "3", "Clause codenames moves from 2.10 to 3."},
		{"owner", clauseFile, "owner: legal", "owner: communications",
			"Clause 2.10 (codenames) is changed: owner from legal to communications."},
		{"English", "clauses/spirit/en.md", "first", "twice", "The English text of clause 2.9 (spirit) is changed."},
		{"title", "clauses/spirit/lt.md", "Sveikas", "Sveikasis", "The Lithuanian text of clause 2.9 (spirit) is changed."},
		{"verdict", clauseFile, "verdict: block", "verdict: review",
			"The rule codenames/codename is changed: verdict from block to review."},
		{"condition and kind's key", clauseFile, "within: 8}\n    unless: {words: {en: [tree]}}\n    terms: [codenames]\n    most: 3\n",
			"within: 9}\n    unless: {words: {en: [tree]}}\n    terms: [codenames, products]\n",
			"The rule codenames/codename is changed: near, terms, most."},
		{"order of keys", clauseFile, "    terms: [codenames]\n    most: 3\n", "    most: 3\n    terms: [codenames]\n", ""},
		{"rule that is new", "clauses/spirit/clause.yaml", "consequence:",
			"rules: [{id: a, kind: x, category: form, verdict: advise}]\nconsequence:", "The rule spirit/a is new."},
		{"example", clauseFile, "under an old oak", "under an oak", "Clause 2.10 (codenames) has 1 example more and 1 example fewer."},
		{"terms", "terms/products.yaml", "- no\n", "- a\n- b\n", "The word list products has 2 terms more and 1 term fewer."},
		{"case of a term", "terms/codenames.yaml", "case: exact", "case: any", "The word list codenames has 1 term more and 1 term fewer."},
		{"speakers", "speakers.yaml", "actions: [publish, reply]", "actions: [publish]", "Who may speak is changed: grants."},
		{"conflict", "conflict.yaml", "30m", "31m", "The conflict plan is changed: routes."},
		{"response", wrongItem + "response.yaml", "edit: fields", "edit: none",
			"The response wrong-item is changed: edit from fields to none."},
		{"response's text", wrongItem + "lt.md", "atsiprašome", "labai atsiprašome",
			"The Lithuanian text of the response wrong-item is changed."},
		{"runbook's text", "runbooks/leak/lt.md", "Ką", "Ką gi", "The Lithuanian text of the runbook leak is changed."},
		{"runbook", "runbooks/leak/runbook.yaml", "15m", "10m", "The runbook leak is changed: steps."},
		{"waiver", "waivers.yaml", "2027-03-31", "2027-04-30",
			"The waiver of codenames/codename is changed: until from 2027-03-31 to 2027-04-30."},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := sentences(t, Diff(load(t, small()), load(t, with(t, c.file, c.old, c.new)))); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestDiffOfWholeParts(t *testing.T) {
	files := small()
	files["clauses/new/clause.yaml"] = strings.Replace(files["clauses/spirit/clause.yaml"], "2.9", "1", 1)
	files["clauses/new/en.md"] = "# New\n"
	files["terms/brands.yaml"] = "- Banga\n"
	files["responses/late/response.yaml"] = "{owner: engagement, edit: none}"
	files["responses/late/en.md"] = "Sorry."
	delete(files, "clauses/spirit/lt.md")
	older, newer := load(t, small()), load(t, files)
	const forth = `Clause 1 (new) is new.
The Lithuanian text of clause 2.9 (spirit) is gone.
The word list brands is new.
The response late is new.`
	if got := sentences(t, Diff(older, newer)); got != forth {
		t.Errorf("got\n%s\nwant\n%s", got, forth)
	}
	const back = `Clause 1 (new) is gone.
The Lithuanian text of clause 2.9 (spirit) is new.
The word list brands is gone.
The response late is gone.`
	if got := sentences(t, Diff(newer, older)); got != back {
		t.Errorf("got\n%s\nwant\n%s", got, back)
	}
}

func sentences(t testing.TB, changes []Change) string {
	t.Helper()
	said := make([]string, len(changes))
	for i, c := range changes {
		bilingual(t, Text{c.String(), c.In(Lithuanian)})
		said[i] = c.String()
	}
	return strings.Join(said, "\n")
}
