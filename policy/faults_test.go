package policy

import (
	"strings"
	"testing"
)

const (
	clauseFile = "clauses/codenames/clause.yaml"
	wrongItem  = "responses/wrong-item/"
)

// Each fault is one change to the small policy; want is the whole of what the user sees.
func TestFaultsNamePlaceAndMend(t *testing.T) {
	for _, c := range []struct{ name, file, old, new, want string }{
		{"unknown key", "policy.yaml", "company:", "compny: x\ncompany:", `policy.yaml:1:1: unknown key "compny". Did you mean "company"?`},
		{"key that is near nothing", "policy.yaml", "company:", "zzz: x\ncompany:",
			`policy.yaml:1:1: unknown key "zzz". Known keys: company, languages, sectors, version, effective, review, approver, ` +
				`parts, quiet_periods.`},
		{"misspelt required key of a rule", clauseFile, "verdict: block", "verdct: block",
			clauseFile + `:12:5: unknown key "verdct". Did you mean "verdict"?`},
		{"missing key", "policy.yaml", "company: Banga\n", "", `policy.yaml:1:1: "company" is missing. Add "company: …".`},
		{"blank value", "policy.yaml", "company: Banga", "company: ' '", `policy.yaml:1:1: "company" is empty. Write a value.`},
		{"no value", "policy.yaml", "company: Banga", "company:",
			`policy.yaml:1:9: "company" is empty. Write a value, or remove the line.`},
		{"null", "policy.yaml", "company: Banga", "company: Null",
			`policy.yaml:1:10: "Null" means nothing in YAML. Put it in quotes if the word itself is meant.`},
		{"list for a word", "policy.yaml", "company: Banga", "company: [Banga]",
			`policy.yaml:1:10: "company" must be a single value, and this is a list. Write a single value.`},
		{"word for a list", "policy.yaml", "[retail]", "retail",
			`policy.yaml:3:10: "sectors" must be a list, and this is "retail". Write it in square brackets: [retail].`},
		{"word for a text", clauseFile, "consequence: {en: A warning, lt: Įspėjimas}", "consequence: A warning",
			clauseFile + `:5:14: "consequence" must have keys, and this is "A warning". Write {en: …, lt: …}.`},
		{"text without a value", clauseFile, "consequence: {en: A warning, lt: Įspėjimas}", "consequence:",
			clauseFile + `:5:13: "consequence" must have keys, and this is empty. Write {en: …, lt: …}.`},
		{"name of a field", wrongItem + "response.yaml", "[name]", "['{name}']",
			wrongItem + `response.yaml:3:10: an item of "fields" can't be "{name}". ` +
				`Use lower-case letters, digits, hyphens and underscores, without the brackets.`},
		{"example that passes and names a rule", clauseFile, `passes: "We met under an old oak."`, "passes: x\n    rule: codename",
			clauseFile + `:26:5: an example that passes names the rule "codename". ` +
				`Remove the line: passes means that no rule of the clause fires.`},
		{"text in no language", clauseFile, "consequence: {en: A warning, lt: Įspėjimas}", "consequence: {}",
			clauseFile + `:5:14: the text is there in no language. Write {en: …, lt: …}.`},
		{"language", "policy.yaml", "[lt, en]", "[lt, de]",
			`policy.yaml:2:17: an item of "languages" can't be "de". Must be one of: en, lt.`},
		{"sector", "policy.yaml", "[retail]", "[retial]",
			`policy.yaml:3:11: an item of "sectors" can't be "retial". Did you mean "retail"?`},
		{"date", "policy.yaml", "2026-12-01", "2026-13-01",
			`policy.yaml:5:12: "2026-13-01" is not a date. Write year-month-day, such as 2026-12-01.`},
		{"review before effective", "policy.yaml", "2027-12-01", "2026-11-30",
			`policy.yaml:1:1: the review on 2026-11-30 comes before the policy is in force on 2026-12-01. Set a later review date.`},
		{"quiet period", "policy.yaml", "to: 2027-02-01", "to: 2027-01-09",
			`policy.yaml:9:5: the quiet period "results" ends on 2027-01-09, before it begins on 2027-01-10. Exchange the dates.`},
		{"duration", "conflict.yaml", "30m", "soon",
			`conflict.yaml:15:15: "soon" is not a length of time. Write a number and s, m, h, d or w: 30m, 2h, 3d.`},
		{"endless duration", "conflict.yaml", "30m", "99999999w",
			`conflict.yaml:15:15: "99999999w" is not a length of time. Write a number and s, m, h, d or w: 30m, 2h, 3d.`},
		{"category", clauseFile, "confidential.codename", "confidential.codenames",
			clauseFile + `:11:15: "category" can't be "confidential.codenames". Did you mean "confidential.codename"?`},
		{"verdict", clauseFile, "verdict: block", "verdict: forbid",
			clauseFile + `:12:14: "verdict" can't be "forbid". Must be one of: advise, review, block.`},
		{"count", clauseFile, "within: 8", "within: -1",
			clauseFile + `:15:81: "within" is "-1", which is not zero or more. Write zero or more.`},
		{"number", clauseFile, "number: 2.10", "number: 2.a",
			clauseFile + `:1:9: "2.a" is not a clause number. Write numbers with full stops between them, such as 2.1.`},
		{"same number", clauseFile, "number: 2.10", "number: 2.9",
			`clauses/spirit/clause.yaml:1:1: the clause "spirit" has the number 2.9, as has "codenames". Give one of them another number.`},
		{"web address", clauseFile, "https://eur-lex", "eur-lex",
			clauseFile + `:7:55: "eur-lex.europa.eu/eli/dir/2016/943/oj" is not a web address. Write it in full, with https://.`},
		{"id", clauseFile, "id: codename", "id: Code Name",
			clauseFile + `:9:9: "Code Name" is not an id. Use lower-case letters, digits and hyphens.`},
		{"empty condition", clauseFile, "channel: [brand]", "channel: []",
			clauseFile + `:14:11: "channel" is an empty list. Write a value, or remove the key.`},
		{"empty vicinity", clauseFile, "unless: {words: {en: [tree]}}", "unless: {within: 3}",
			clauseFile + `:16:13: "unless" names no words. Write terms or words.`},
		{"duplicate key", "policy.yaml", "sectors:", "company: B\nsectors:",
			`policy.yaml:3:1: the key "company" is here twice, first at 1:1. Remove one of them.`},
		{"duplicate id", "speakers.yaml", "id: legal", "id: communications",
			`speakers.yaml:4:9: the team "communications" is defined already, at speakers.yaml:2:9. Give one of them another id.`},
		{"team", clauseFile, "owner: legal", "owner: legl", clauseFile + `:2:8: there is no team "legl". Did you mean "legal"?`},
		{"quiet period by name", clauseFile, "during: [results]", "during: [summer]",
			clauseFile + `:14:51: there is no quiet period "summer". There are: results.`},
		{"word list", clauseFile, "near: {terms: [products]", "near: {terms: [tools]",
			clauseFile + `:15:20: there is no word list "tools". Add terms/tools.yaml; it may be empty.`},
		{"word list given", clauseFile, "codenames: [Projektas Liepa", "codename: [Projektas Liepa",
			clauseFile + `:20:3: there is no word list "codename". Did you mean "codenames"?`},
		{"rule of an example", clauseFile, "rule: codename", "rule: codenam",
			clauseFile + `:24:11: there is no rule "codenames/codenam". Did you mean "codenames/codename"?`},
		{"rule of a waiver", "waivers.yaml", "codenames/codename", "codename",
			`waivers.yaml:1:9: there is no rule "codename". There are: codenames/codename.`},
		{"training", "speakers.yaml", "training: [brand-guidelines]", "training: [guidelines]",
			`speakers.yaml:32:16: there is no training "guidelines". There are: brand-guidelines.`},
		{"account", "speakers.yaml", "accounts: [all]", "accounts: [alll]",
			`speakers.yaml:29:16: there is no account "alll". There are: banga-mastodon.`},
		{"topic", "speakers.yaml", "topics: [results, other]", "topics: [result]",
			`speakers.yaml:30:14: there is no topic "result". Did you mean "results"?`},
		{"owner", "conflict.yaml", "  engagement:", "  engagment:",
			`conflict.yaml:6:3: "owners" can't be "engagment". Did you mean "engagement"?`},
		{"owner that is not named", wrongItem + "response.yaml", "customer_service", "customer-service",
			wrongItem + `response.yaml:1:8: there is no owner "customer-service". Did you mean "customer_service"?`},
		{"response", "conflict.yaml", "response: wrong-item", "response: wrong",
			`conflict.yaml:17:15: there is no response "wrong". There are: wrong-item.`},
		{"runbook", "conflict.yaml", "runbook: leak", "runbook: leek",
			`conflict.yaml:18:14: there is no runbook "leek". Did you mean "leak"?`},
		{"field of an answer", wrongItem + "en.md", "{name}", "{nmae}",
			wrongItem + `en.md:1:6: there is no field "nmae". Add it to the fields in response.yaml, or correct the name.`},
		{"escalation to oneself", "conflict.yaml", "to: message_approval", "to: crisis",
			`conflict.yaml:16:15: the escalation goes round in a circle: crisis → crisis. Let the last of them escalate to nobody, or to ` +
				`somebody else.`},
		{"escalation in a circle", "conflict.yaml", "routes:",
			"routes:\n  - {id: back, owner: message_approval, deadline: 1h, escalate: {to: crisis, after: 1h}}",
			`conflict.yaml:8:65: the escalation goes round in a circle: crisis → message_approval → crisis. Let the last of them ` +
				`escalate to nobody, or to somebody else.`},
		{"example without a post", clauseFile, `passes: "We met under an old oak."`, `lang: en`,
			clauseFile + `:27:5: the key "lang" is here twice, first at 26:5. Remove one of them.` + "\n" +
				clauseFile + `:26:5: the example has no post. Write the post under fires or under passes.`},
		{"example that does both", clauseFile, `passes: "We met`, `fires: "x"` + "\n    passes: \"We met",
			clauseFile + `:26:5: the example both fires and passes. Make two examples of it.`},
		{"title", "clauses/spirit/en.md", "# Common", "Common",
			`clauses/spirit/en.md:1:1: the first line is not a title. Begin the file with a line such as: # Confidential information`},
		{"not UTF-8", "clauses/spirit/en.md", "Think", "Th\xffnk",
			`clauses/spirit/en.md:3:3: byte 18 is not UTF-8. Save the file as UTF-8.`},
		{"empty term", "terms/products.yaml", "- no\n", "- no\n- ''\n",
			`terms/products.yaml:5:3: the term is empty. Write the term, or remove the line.`},
		{"term without a value", "terms/products.yaml", "- no\n", "- no\n-\n",
			`terms/products.yaml:5:2: this is empty. Write a value, or remove the line.`},
		{"key of a term", "terms/codenames.yaml", "forms:", "form:",
			`terms/codenames.yaml:2:35: unknown key "form". Did you mean "forms"?`},
		{"terms that are keys", "terms/products.yaml", "# what we sell\n", "a: b\n",
			`terms/products.yaml:2:1: this line does not fit the lines above it. Check its indentation: lines that belong together begin ` +
				`in the same column, and a list's lines all begin with "- ".`},
		{"empty file", "conflict.yaml", small()["conflict.yaml"], "# nothing\n",
			`conflict.yaml:1:1: the file is empty. Write its keys; docs/policy-folder.md has an example.`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := problemsOf(t, with(t, c.file, c.old, c.new))
			lines := strings.Split(got.Error(), "\n")
			for _, want := range strings.Split(c.want, "\n") {
				if !contains(lines, want) {
					t.Errorf("got\n%s\nwant\n%s", got, want)
				}
			}
		})
	}
}

func contains(lines []string, want string) bool {
	for _, line := range lines {
		if line == want {
			return true
		}
	}
	return false
}

func TestAllFaultsAreReportedInOrderUpToFifty(t *testing.T) {
	files := with(t, "policy.yaml", "company:", "compny: x\ncompany:")
	files["conflict.yaml"] = strings.Replace(files["conflict.yaml"], "30m", "soon", 1)
	files["speakers.yaml"] = strings.Replace(files["speakers.yaml"], "network: mastodon", "network: Mastodon!", 1)
	got := problemsOf(t, files)
	if len(got) != 3 || got[0].File != "conflict.yaml" || got[1].File != "policy.yaml" || got[2].File != "speakers.yaml" {
		t.Errorf("got %v", got)
	}
	files["policy.yaml"] = strings.Repeat("x: 1\n", 200)
	if got := problemsOf(t, files); len(got) != 50 {
		t.Errorf("%d problems", len(got))
	}
}
