package policy

import (
	"maps"
	"strings"
	"testing"
	"time"
)

var day = time.Date(2026, 12, 15, 9, 0, 0, 0, time.UTC)

// sound gives a policy that lints clean: the small one, completed.
func sound() map[string]string {
	files := small()
	maps.Copy(files, map[string]string{
		"terms/codenames.yaml":     "- Projektas Ąžuolas\n",
		"runbooks/leak/en.md":      "What to do.\n",
		"runbooks/storm/en.md":     "Stay calm.\n",
		"runbooks/storm/lt.md":     "Ramiai.\n",
		"clauses/spirit/lt.md":     "# Sveikas protas\n\nPirma pagalvokime.\n",
		"clauses/spirit/en.md":     "# Common sense\n\nThink first.\n",
		"clauses/spirit/README.md": "",
	})
	files["runbooks/storm/runbook.yaml"] = strings.Replace(files["runbooks/leak/runbook.yaml"], "kind: breach", "kind: crisis", 1)
	files["conflict.yaml"] = strings.NewReplacer("{team: legal}", "{team: legal, deputy: communications}", "{team: communications}",
		"{team: communications, deputy: legal}").Replace(files["conflict.yaml"])
	files["speakers.yaml"] = strings.Replace(files["speakers.yaml"], "actions: [publish, reply]",
		"actions: [publish, reply, crisis, approve]", 1)
	files[clauseFile] = `number: 2.10
owner: legal
applies_to: [brand, personal]
covers: [` + strings.Join(Points[:], ", ") + `]
rules:
  - id: codename
    kind: terms
    category: confidential.codename
    verdict: block
    terms: [codenames]
examples:
  - {fires: Projektas Ąžuolas, lang: lt}
  - {fires: Projekto Ąžuolo, lang: lt}
  - {fires: Projektas Ąžuolas, lang: en}
  - {passes: Ąžuolas parke, lang: lt}
  - {passes: Du ąžuolai, lang: lt}
  - {passes: An oak, lang: en}
`
	return files
}

func lint(t *testing.T, files map[string]string) []Issue {
	t.Helper()
	issues := load(t, files).Lint(day)
	for _, i := range issues {
		bilingual(t, i.Message, i.Mend)
	}
	return issues
}

func TestSoundPolicyLintsClean(t *testing.T) {
	for _, i := range lint(t, sound()) {
		t.Error(i)
	}
}

// Each case is one change to a policy that lints clean; want is the beginning of an issue that the user sees.
func TestLint(t *testing.T) {
	const rule = "    terms: [codenames]\n"
	second := "  - id: again\n    kind: terms\n    category: confidential.codename\n    verdict: block\n    terms: [codenames]\n"
	for _, c := range []struct{ name, file, old, new, want string }{
		{"point", clauseFile, "two_factor, ", "",
			"policy.yaml:1:1: error: no clause covers two factors on brand and personal accounts. Write one, and put \"two_factor\" in " +
				"its covers."},
		{"sector", clauseFile, "sector, ", "",
			"policy.yaml:1:1: error: the company's sectors are retail, and no clause covers their regulation. "},
		{"minimum rule", clauseFile, "[confidential, ", "[",
			"policy.yaml:1:1: error: no clause covers confidential and proprietary information. "},
		{"owner", "conflict.yaml", "  engagement: {team: communications, deputy: legal}\n", "",
			"conflict.yaml:1:1: error: nobody owns engagement. "},
		{"deputy", "conflict.yaml", "engagement: {team: communications, deputy: legal}", "engagement: {team: communications}",
			"conflict.yaml:6:15: warning: nobody stands in for the owner of engagement. "},
		{"translation of a key", clauseFile, "rules:", "consequence: {en: A warning}\nrules:",
			clauseFile + ":1:1: warning: the consequence is not there in Lithuanian. Add lt: …"},
		{"same in both", clauseFile, "rules:", "consequence: {en: A warning, lt: A warning}\nrules:",
			clauseFile + ":1:1: warning: the consequence is the same in both languages. "},
		{"same page", "clauses/spirit/lt.md", "# Sveikas protas\n\nPirma pagalvokime.\n", "# Common sense\n\nThink first.\n",
			"clauses/spirit/lt.md: warning: the text is the same in both languages. "},
		{"title only", "clauses/spirit/lt.md", "Pirma pagalvokime.", "", "clauses/spirit/lt.md:1:1: error: there is a title and no text. "},
		{"empty answer", wrongItem + "lt.md", "{name}, atsiprašome.", "", wrongItem + "lt.md: error: there is no text in Lithuanian. "},
		{"unused field", wrongItem + "lt.md", "{name}, a", "A", wrongItem + "lt.md:1:1: warning: the field \"name\" is not in the text. "},
		{"hollow", "clauses/spirit/clause.yaml", "consequence: {en: We talk about it., lt: Pasikalbame.}\n", "",
			`clauses/spirit/clause.yaml:1:1: warning: the clause "spirit" has neither a rule nor a consequence. `},
		{"few examples", clauseFile, "  - {fires: Projekto Ąžuolo, lang: lt}\n", "",
			clauseFile + `:1:1: warning: the clause "codenames" has 2 examples that fire and 3 that pass. `},
		{"one language", clauseFile, "An oak, lang: en", "An oak, lang: lt",
			clauseFile + `:1:1: warning: the clause "codenames" has no examples in English that both fire and pass. `},
		{"example elsewhere", clauseFile, "Projekto Ąžuolo, lang: lt", "Projekto Ąžuolo, lang: lt, channel: mention",
			clauseFile + ":13:5: error: the example should fire as a mention post, to which the clause does not apply. "},
		{"channel", clauseFile, rule, rule + "    when: {channel: [mention]}\n",
			clauseFile +
				":6:5: error: the rule codenames/codename can never fire: it is for mention posts, and its clause applies to brand and " +
				"personal. "},
		{"sector of a rule", clauseFile, rule, rule + "    when: {sector: [health]}\n",
			clauseFile +
				":6:5: warning: the rule codenames/codename can never fire: the company is not in health, unless a post says so. "},
		{"near and unless", clauseFile, rule, rule + "    near: {words: {en: [a]}, within: 3}\n    unless: {words: {en: [a]}}\n",
			clauseFile + ":6:5: error: the rule codenames/codename can never fire: what must stand near is also what drops the finding. "},
		{"duplicate rule", clauseFile, rule, rule + second,
			clauseFile + ":11:5: warning: the rule codenames/again does what codenames/codename does. "},
		{"contradiction", clauseFile, rule, rule + strings.Replace(second, "block", "advise", 1),
			clauseFile +
				":11:5: error: the rule codenames/again looks for what codenames/codename looks for, and says advise where that says " +
				"block. "},
		{"empty list", "terms/codenames.yaml", "- Projektas Ąžuolas\n", "",
			"terms/codenames.yaml:1:1: warning: the word list is empty: until it is filled, nothing in it can make codenames/codename " +
				"fire. "},
		{"repeated term", "terms/codenames.yaml", "Ąžuolas\n", "Ąžuolas\n- Projektas Ąžuolas\n",
			`terms/codenames.yaml:2:3: warning: "Projektas Ąžuolas" is in the list already, on line 1. `},
		{"review", "policy.yaml", "2027-12-01", "2026-12-14", "policy.yaml:1:1: error: the policy was to be reviewed by 2026-12-14. "},
		{"not yet", "policy.yaml", "2026-12-01", "2026-12-16", "policy.yaml:1:1: warning: the policy is in force only from 2026-12-16. "},
		{"quiet period past", "policy.yaml", "from: 2027-01-10\n    to: 2027-02-01", "from: 2026-01-10\n    to: 2026-02-01",
			"policy.yaml:9:5: warning: the quiet period results was over on 2026-02-01. "},
		{"overlap", "policy.yaml", "quiet_periods:", "quiet_periods:\n  - {id: x, name: {en: X, lt: X}, from: 2027-02-01, to: 2027-02-03}",
			"policy.yaml:9:5: warning: the quiet periods results and x overlap. "},
		{"waiver past", "waivers.yaml", "2027-03-31", "2026-12-14",
			"waivers.yaml:1:3: warning: the waiver of codenames/codename has run out on 2026-12-14. "},
		{"long waiver", "waivers.yaml", "2027-03-31", "2027-12-16",
			"waivers.yaml:1:3: warning: the waiver of codenames/codename runs for more than a year, until 2027-12-16. "},
		{"waiver of nothing", "waivers.yaml", "{network: [mastodon]}", "{channel: [mention]}",
			"waivers.yaml:1:3: warning: the waiver of codenames/codename is for posts that the rule never looks at. "},
		{"action", "speakers.yaml", "reply, crisis", "reply",
			"speakers.yaml:18:5: warning: on banga-mastodon nobody may comment in a crisis about results, other. "},
		{"topic", "speakers.yaml", "[results, other]", "[other]",
			"speakers.yaml:18:5: warning: on banga-mastodon nobody may publish about results. "},
		{"grant past", "speakers.yaml", "until: 2027-12-31", "until: 2026-12-14",
			"speakers.yaml:28:5: warning: the grant to communications has run out on 2026-12-14. "},
		{"untrained", "speakers.yaml", "{brand-guidelines: 2026-09-01}", "{brand-guidelines: 2025-12-14}",
			"speakers.yaml:28:5: warning: nobody in the team communications has a valid training in brand-guidelines. "},
		{"overbroad", "clauses/spirit/en.md", "Think first.", "Think first.\n\nYou are grown up. Never discuss\nyour wages online.",
			"clauses/spirit/en.md:5:19: warning: People may talk with each other and in public about their pay and working conditions " +
				"(National Labor Relations Act"},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := sound()
			if !strings.Contains(files[c.file], c.old) {
				t.Fatalf("%s has no %q", c.file, c.old)
			}
			files[c.file] = strings.Replace(files[c.file], c.old, c.new, 1)
			issues := lint(t, files)
			for _, i := range issues {
				if strings.HasPrefix(i.String(), c.want) {
					return
				}
			}
			t.Errorf("got\n%v\nwant\n%s", issues, c.want)
		})
	}
}

func TestLintOfWhatIsNotThere(t *testing.T) {
	files := sound()
	for name := range files {
		if strings.HasPrefix(name, "responses/") || strings.HasPrefix(name, "runbooks/") {
			delete(files, name)
		}
	}
	files["conflict.yaml"] = strings.Split(files["conflict.yaml"], "routes:")[0]
	delete(files, "clauses/spirit/lt.md")
	var got strings.Builder
	for _, i := range lint(t, files) {
		got.WriteString(i.String() + "\n")
	}
	for _, want := range []string{
		"responses: error: there is no pre-approved answer. ",
		"runbooks: error: there is no runbook for a crisis. ",
		"runbooks: error: there is no runbook for a breach. ",
		"clauses/spirit/lt.md: error: there is no text in Lithuanian. ",
	} {
		if !strings.Contains(got.String(), want) {
			t.Errorf("got\n%s\nwant\n%s", got.String(), want)
		}
	}
}

func TestRuleThatWaitsForWhatIsNotThere(t *testing.T) {
	files := sound()
	files["policy.yaml"] = strings.NewReplacer("[lt, en]", "[lt]", "2027-01-10", "2026-01-10", "2027-02-01",
		"2026-02-01").Replace(files["policy.yaml"])
	files["terms/brands.yaml"] = ""
	files[clauseFile] = strings.Replace(files[clauseFile], "    terms: [codenames]\n",
		"    terms: [codenames]\n    when: {lang: [en], during: [results]}\n    near: {terms: [brands]}\n", 1)
	before, after, _ := strings.Cut(files["speakers.yaml"], "accounts:")
	_, after, _ = strings.Cut(after, "topics:")
	files["speakers.yaml"] = before + "topics:" + after
	files["speakers.yaml"] = strings.Replace(files["speakers.yaml"], "[banga-mastodon]", "[all]", 1)
	var got strings.Builder
	for _, i := range lint(t, files) {
		got.WriteString(i.String() + "\n")
	}
	const never = "the rule codenames/codename can never fire: "
	for _, want := range []string{
		never + "the policy is not in its language. ", never + "its quiet period is over. ",
		never + "what must stand near is an empty word list. ", "the company has no account. ",
	} {
		if !strings.Contains(got.String(), want) {
			t.Errorf("got\n%s\nwant\n%s", got.String(), want)
		}
	}
}

func TestMinimumRuleNeedsARule(t *testing.T) {
	files := sound()
	files[clauseFile] = strings.Replace(files[clauseFile], "[confidential, ", "[", 1)
	files["clauses/spirit/clause.yaml"] += "covers: [confidential]\n"
	const want = "policy.yaml:1:1: error: no rule holds posts to confidential and proprietary information. "
	if got := lint(t, files); len(got) != 1 || !strings.HasPrefix(got[0].String(), want) {
		t.Errorf("got %v", got)
	}
}

func TestTeamWithoutPeople(t *testing.T) {
	files := sound()
	files["speakers.yaml"] = strings.Replace(files["speakers.yaml"], "    teams: [communications]\n", "", 1)
	files[clauseFile] = strings.Replace(files[clauseFile], "    terms: [codenames]\n",
		"    terms: [codenames]\n    when: {team: [communications]}\n", 1)
	var got strings.Builder
	for _, i := range lint(t, files) {
		got.WriteString(i.String() + "\n")
	}
	for _, want := range []string{
		"the rule codenames/codename can never fire: nobody is in the team communications. ",
		"the grant helps nobody: no one is in the team communications. ",
	} {
		if !strings.Contains(got.String(), want) {
			t.Errorf("got\n%s\nwant\n%s", got.String(), want)
		}
	}
}
