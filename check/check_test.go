package check_test

import (
	"errors"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"rostrum/check"
	"rostrum/policy"
	"rostrum/policy/rule"
	"rostrum/post"
)

const policyYAML = `company: Banga
languages: [lt, en]
sectors: [retail]
version: "1"
effective: 2026-12-01
review: 2027-12-01
approver: {name: Rasa}
quiet_periods:
  - {id: results, name: {en: Results, lt: Rezultatai}, from: 2027-01-10, to: 2027-02-01}
`

const speakersYAML = `teams:
  - {id: legal, name: {en: Legal, lt: Teisė}}
  - {id: sales, name: {en: Sales, lt: Pardavimai}}
`

const conflictYAML = `owners:
  crisis: {team: legal}
  message_approval: {team: legal}
  customer_service: {team: legal}
  public_relations: {team: legal}
  engagement: {team: legal}
`

// folder makes a policy of one clause, "words", with these rules.
func folder(rules string, more map[string]string) fstest.MapFS {
	files := map[string]string{
		"policy.yaml": policyYAML, "speakers.yaml": speakersYAML, "conflict.yaml": conflictYAML,
		"terms/codenames.yaml": "- Projektas Ąžuolas\n- {term: Falcon, not: [Falcon Heavy]}\n",
		"clauses/words/clause.yaml": "number: \"2.1\"\nowner: legal\napplies_to: [brand, personal]\n" +
			"consequence: {en: A talk., lt: Pokalbis.}\nrules:\n" + rules,
		"clauses/words/en.md": "# Words\n\nMind them.\n",
		"clauses/words/lt.md": "# Žodžiai\n\nJuos rinkitės.\n",
	}
	for name, content := range more {
		files[name] = content
	}
	fs := fstest.MapFS{}
	for name, content := range files {
		fs[name] = &fstest.MapFile{Data: []byte(content)}
	}
	return fs
}

func load(t testing.TB, rules string, more map[string]string) *policy.Policy {
	t.Helper()
	p, err := policy.Load(folder(rules, more))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func compile(t testing.TB, rules string, more map[string]string) *check.Checker {
	t.Helper()
	c, err := check.Compile(load(t, rules, more))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

const codename = "  - {id: codename, kind: terms, category: confidential.codename, verdict: block, terms: [codenames]%s}\n"

func withKeys(keys string) string { return strings.Replace(codename, "%s", keys, 1) }

func day(s string) time.Time {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return t.Add(12 * time.Hour)
}

func TestFindingNamesClausePlaceAndReason(t *testing.T) {
	c := compile(t, withKeys(""), nil)
	text := "Jau rytoj – Projekto Ąžuolo pristatymas!"
	got := c.Check(&post.Post{Text: text})
	if got.Verdict != rule.Block || got.Lang != "lt" || len(got.Findings) != 1 {
		t.Fatalf("got %+v", got)
	}
	f := got.Findings[0]
	if f.Rule != "words/codename" || f.Clause != "words" || f.Category != rule.ConfidentialCodename || f.Text != "Projekto Ąžuolo" || text[f.Start:f.End] != f.Text {
		t.Errorf("got %+v", f)
	}
	if !strings.Contains(f.Message.LT, "Projekto Ąžuolo") || !strings.Contains(f.Message.EN, "Projekto Ąžuolo") || f.Suggestion.LT == "" {
		t.Errorf("message %+v", f.Message)
	}
}

func TestConditions(t *testing.T) {
	const text = "Projekto Ąžuolo pristatymas jau rytoj, laukiame visų"
	author := &post.Author{Team: "sales"}
	for _, c := range []struct {
		keys  string
		post  post.Post
		fires bool
	}{
		{"", post.Post{Channel: post.Mention}, false},
		{"", post.Post{Channel: post.Personal}, true},
		{", when: {channel: [brand]}", post.Post{Channel: post.Personal}, false},
		{", when: {channel: [brand]}", post.Post{}, true},
		{", when: {network: [mastodon]}", post.Post{Network: "bluesky"}, false},
		{", when: {network: [mastodon]}", post.Post{Network: "mastodon"}, true},
		{", when: {network: [mastodon]}", post.Post{}, true},
		{", when: {sector: [finance]}", post.Post{}, false},
		{", when: {sector: [retail]}", post.Post{}, true},
		{", when: {sector: [finance]}", post.Post{Sector: "finance"}, true},
		{", when: {lang: [en]}", post.Post{}, false},
		{", when: {lang: [lt]}", post.Post{}, true},
		{", when: {lang: [en]}", post.Post{Lang: "en"}, true},
		{", when: {during: [results]}", post.Post{At: day("2027-01-09")}, false},
		{", when: {during: [results]}", post.Post{At: day("2027-01-10")}, true},
		{", when: {during: [results]}", post.Post{At: day("2027-02-01")}, true},
		{", when: {during: [results]}", post.Post{}, true},
		{", when: {team: [sales]}", post.Post{Author: author}, true},
		{", when: {team: [legal]}", post.Post{Author: author}, false},
		{", when: {team: [sales]}", post.Post{}, false},
		{", near: {words: {lt: [pristatymas]}, within: 2}", post.Post{}, true},
		{", near: {words: {lt: [laukti]}, within: 2}", post.Post{}, false},
		{", near: {words: {lt: [katė]}}", post.Post{}, false},
		{", unless: {words: {lt: [pristatymas]}, within: 2}", post.Post{}, false},
		{", unless: {words: {lt: [katė]}}", post.Post{}, true},
		{", near: {terms: [codenames]}", post.Post{}, false},
	} {
		c.post.Text = text
		got := compile(t, withKeys(c.keys), nil).Check(&c.post)
		if fired := len(got.Findings) > 0; fired != c.fires {
			t.Errorf("%s on %+v: fired %v", c.keys, c.post, fired)
		}
	}
}

func TestNotTakesAWordOut(t *testing.T) {
	c := compile(t, withKeys(""), nil)
	if got := c.Check(&post.Post{Text: "SpaceX's Falcon Heavy flew again"}); len(got.Findings) != 0 {
		t.Errorf("found %q", got.Findings[0].Text)
	}
	if got := c.Check(&post.Post{Text: "Falcon flew beside the Falcon Heavy"}); len(got.Findings) != 1 || got.Findings[0].Start != 0 {
		t.Errorf("got %+v", got.Findings)
	}
}

func TestWaivedFindingIsShownAndDoesNotCount(t *testing.T) {
	waivers := map[string]string{"waivers.yaml": "- {rule: words/codename, by: Rasa, why: It is public now., until: 2027-03-31, scope: {channel: [brand]}}\n"}
	c := compile(t, withKeys(""), waivers)
	for _, x := range []struct {
		at      string
		channel post.Channel
		waived  bool
	}{
		{"2027-03-31", post.Brand, true}, {"2027-04-01", post.Brand, false}, {"2027-03-01", post.Personal, false}, {"", post.Brand, false},
	} {
		p := &post.Post{Text: "projekta azuola rodom", Channel: x.channel}
		if x.at != "" {
			p.At = day(x.at)
		}
		got := c.Check(p)
		if len(got.Findings) != 1 || (got.Findings[0].Waived != nil) != x.waived || (got.Verdict == rule.Allow) != x.waived {
			t.Errorf("%+v: got %+v", x, got)
		}
	}
}

func TestWhatCannotBeCheckedIsForAPerson(t *testing.T) {
	c := compile(t, withKeys(""), nil)
	for name, p := range map[string]*post.Post{
		"channel": {Text: "Labas", Channel: "letter"},
		"size":    {Text: strings.Repeat("a", check.MaxText+1)},
		"bytes":   {Text: "Labas \xff\xfe rytas"},
	} {
		got := c.Check(p)
		if got.Verdict != rule.Review || len(got.Findings) != 1 || got.Findings[0].Category != rule.System {
			t.Errorf("%s: got %+v", name, got)
		}
	}
	if got := c.Check(&post.Post{Text: "Labas \xff"}); got.Findings[0].Start != 6 {
		t.Errorf("the bad byte is said to be at %d", got.Findings[0].Start)
	}
}

// TestManyFindingsInALongText holds the time to the length of the text, and the findings to a number that can be read.
func TestManyFindingsInALongText(t *testing.T) {
	c := compile(t, withKeys(", near: {words: {en: [launch]}, within: 3}, unless: {words: {en: [postponed]}}"), nil)
	text := strings.Repeat("Falcon launch, Falcon Heavy launch. ", 50_000)
	started := time.Now()
	got := c.Check(&post.Post{Text: text})
	if took := time.Since(started); took > 20*time.Second {
		t.Errorf("took %v", took)
	}
	last := got.Findings[len(got.Findings)-1]
	if len(got.Findings) != check.MaxFindings+1 || got.Verdict != rule.Block {
		t.Errorf("%d findings, verdict %v", len(got.Findings), got.Verdict)
	}
	if first := got.Findings[0]; first.Category != rule.System && last.Category != rule.System {
		t.Error("nothing says that there are more findings than are told")
	}
}

// TestLongTextIsCheckedToItsEnd looks for one codename, in turn at each place where a long text may be cut.
func TestLongTextIsCheckedToItsEnd(t *testing.T) {
	c := compile(t, withKeys(""), nil)
	for _, filler := range []string{"Labas rytas. ", "labas ", "ąžuolai", "a", "\n"} {
		text := strings.Repeat(filler, 60_000/len(filler))
		for at := 0; at < len(text); at += 997 * len(filler) {
			whole := text[:at] + " Projektui Ąžuolui. " + text[at:]
			got := c.Check(&post.Post{Text: whole, Lang: "lt"})
			if len(got.Findings) != 1 || whole[got.Findings[0].Start:got.Findings[0].End] != "Projektui Ąžuolui" {
				t.Fatalf("%q at %d: %+v", filler, at, got.Findings)
			}
		}
	}
}

func TestCompileNamesPlaceOfAFaultyRule(t *testing.T) {
	for keys, want := range map[string]string{
		"  - {id: x, kind: magic, category: form, verdict: block}\n":                                               `no kind of rule "magic"`,
		"  - {id: x, kind: terms, category: form, verdict: block}\n":                                               "needs `terms:`",
		"  - {id: x, kind: terms, category: form, verdict: block, term: [codenames]}\n":                            `unknown key "term"`,
		"  - {id: x, kind: pattern, category: form, verdict: block, patterns: ['(']}\n":                            "cannot be read",
		"  - {id: x, kind: terms, category: form, verdict: block, terms: [nicknames]}\n":                           "nicknames",
		"  - {id: x, kind: terms, category: form, verdict: block, words: {en: ['!']}}\n":                           "no word in",
		"  - {id: x, kind: terms, category: form, verdict: block, words: {en: [a]}, near: {words: {lt: ['!']}}}\n": "no word in",
	} {
		p, err := policy.Load(folder(keys, nil))
		if err == nil {
			_, err = check.Compile(p)
		}
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "clauses/words/clause.yaml:6") {
			t.Errorf("%s: got %v", keys, err)
			continue
		}
		found, _ := errors.AsType[policy.Problems](err)
		for _, f := range found {
			if reason := strings.TrimPrefix(f.Message.LT, "taisyklė words/x: "); strings.HasSuffix(f.Message.EN, reason) {
				t.Errorf("%s: not said in Lithuanian: %s", keys, f.Message.LT)
			}
		}
	}
}

func TestSameResultFromManyAtOnce(t *testing.T) {
	c := compile(t, withKeys(""), nil)
	texts := []string{"Projekto Ąžuolo", "ramu", "the Falcon flies", "Falcon Heavy", strings.Repeat("projektui ąžuolui ", 100)}
	want := make([]int, len(texts))
	for i, s := range texts {
		want[i] = len(c.Check(&post.Post{Text: s}).Findings)
	}
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for n := range 2000 {
				i := n % len(texts)
				if got := len(c.Check(&post.Post{Text: texts[i]}).Findings); got != want[i] {
					t.Errorf("%.30q: %d findings, alone %d", texts[i], got, want[i])
					return
				}
			}
		})
	}
	all.Wait()
}

func TestCleanPostAllocatesNothing(t *testing.T) {
	c := compile(t, withKeys(""), nil)
	for _, s := range []string{"Gražaus savaitgalio visiems! 🌞", "Never gets old. #SF @ Golden Gate Bridge", "Projektas juda į priekį, žiūrėk https://example.com/a?b=c @rasa"} {
		p := &post.Post{Text: s}
		if n := testing.AllocsPerRun(500, func() { c.Check(p) }); n != 0 {
			t.Errorf("%q: %v allocations", s, n)
		}
	}
}

func FuzzCheck(f *testing.F) {
	c := compile(f, withKeys("")+"  - {id: no, kind: pattern, category: form, verdict: advise, patterns: ['nr\\. ?\\d+']}\n", nil)
	for _, s := range []string{"", "Projekto Ąžuolo Nr. 5", "\xff\x00", "P\u200br\u200bojekto Ąžuolo", "\u202eoloužĄ", "Falcon Heavy Falcon", "#ProjektasĄžuolas", "👩‍👩‍👧"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := c.Check(&post.Post{Text: s})
		worst := rule.Allow
		for _, x := range got.Findings {
			if x.Start < 0 || x.End < x.Start || x.End > len(s) || s[x.Start:x.End] != x.Text {
				t.Fatalf("%q: a finding outside the text: %+v", s, x)
			}
			if x.Category == rule.System && x.Message.EN != "" && strings.Contains(x.Message.EN, "rule failed") {
				t.Fatalf("%q: a rule failed", s)
			}
			worst = max(worst, x.Verdict)
		}
		if worst != got.Verdict {
			t.Fatalf("%q: verdict %v, worst finding %v", s, got.Verdict, worst)
		}
	})
}
