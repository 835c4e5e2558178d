package policy

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"rostrum/post"
)

func TestLoadReadsEverything(t *testing.T) {
	p := load(t, small())
	check := func(what string, got, want any) {
		t.Helper()
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %v, want %v", what, got, want)
		}
	}
	check("company", p.Company, "Banga")
	check("version", p.Version, "1.0")
	check("languages", p.Languages, []string{"lt", "en"})
	check("review", p.Review, Date{2027, time.December, 1})
	check("quiet", p.QuietPeriod("results").Contains(Date{2027, 2, 1}), true)
	check("order of clauses", []string{p.Clauses[0].Number, p.Clauses[1].Number}, []string{"2.9", "2.10"})
	check("terms", p.TermList("products").Terms, []Term{
		{Text: "Bangos lempa", Line: 2, Column: 3}, {Text: "No: 5", Line: 3, Column: 3}, {Text: "no", Line: 4, Column: 3}})
	check("term with keys", p.TermList("codenames").Terms[1], Term{
		Text: "Falcon", Languages: []string{"en"}, Forms: []string{"Falkonas"}, Not: []string{"Falcon Heavy"}, Case: "exact", Line: 2,
		Column: 3})
	c := p.Clause("codenames")
	check("title", c.Title, Text{"Codenames", "Kodiniai pavadinimai"})
	check("text", c.Text.In("lt"), "Kodinių pavadinimų neviešiname.")
	check("given", c.Given["codenames"][1].Exact(), true)
	r := p.Rule("codenames/codename")
	check("verdict", r.Verdict, "block")
	check("when", r.When.Channel, []post.Channel{post.Brand})
	check("near", r.Near.Within, 8)
	check("own keys", r.Body.Keys(), []string{"terms", "most"})
	check("place of a rule", r.Place.String(), "clauses/codenames/clause.yaml:9:5")
	check("place of a key", r.Body.Place("most").String(), "clauses/codenames/clause.yaml:18:5")
	check("channel of an example", c.Examples[0].Channel, post.Brand)
	check("post of an example", *c.Examples[1].Post().Author, post.Author{Handle: "@jonas", Name: "Jonas", Team: "legal"})
	check("day of an example", c.Examples[1].Post().At, time.Date(2027, 1, 11, 12, 0, 0, 0, time.UTC))
	check("route", p.Conflict.Routes[0].Escalate.After, 90*time.Minute)
	check("duty", p.Conflict.Owners[OwnerCrisis].Deputy, "legal")
	check("training", p.Speakers.People[0].Trained["brand-guidelines"], Date{2026, 9, 1})
	check("response", p.Response("wrong-item").Text.In("en"), "Dear {name}, we are sorry.\n")
	check("step", p.Runbook("leak").Steps[0].Within, 15*time.Minute)
	check("waiver", p.Waivers[0].Until, Date{2027, 3, 31})
}

func TestByteOrderMarkAndWindowsLinesAreRead(t *testing.T) {
	files := small()
	for name, content := range files {
		files[name] = "\uFEFF" + strings.ReplaceAll(content, "\n", "\r\n")
	}
	p := load(t, files)
	if got := p.Clause("spirit").Title.EN; got != "Common sense" {
		t.Errorf("title %q", got)
	}
	if got := p.TermList("products").Terms[2]; got.Text != "no" || got.Line != 4 {
		t.Errorf("term %+v", got)
	}
}

func TestDigestNamesTheBytes(t *testing.T) {
	before := load(t, small()).Digest
	if !strings.HasPrefix(before, "sha256:") || len(before) != len("sha256:")+64 {
		t.Fatalf("digest %q", before)
	}
	if again := load(t, small()).Digest; again != before {
		t.Error("the same folder has two digests")
	}
	readme := small()
	readme["README.md"] = "changed"
	if load(t, readme).Digest != before {
		t.Error("a README changes the digest")
	}
	for name := range small() {
		if name == "README.md" || name == ".gitignore" {
			continue
		}
		files := small()
		files[name] += "\n"
		if load(t, files).Digest == before {
			t.Errorf("a line more in %s does not change the digest", name)
		}
	}
}

func TestHundredThousandTermsLoadQuickly(t *testing.T) {
	var b strings.Builder
	for i := range 100_000 {
		fmt.Fprintf(&b, "- Projektas Ąžuolas %d\n", i)
	}
	files := small()
	files["terms/codenames.yaml"] = b.String()
	start := time.Now()
	p := load(t, files)
	if took := time.Since(start); took > time.Second {
		t.Errorf("loading took %v", took)
	}
	if got := p.TermList("codenames").Terms; len(got) != 100_000 || got[99_999].Text != "Projektas Ąžuolas 99999" {
		t.Errorf("%d terms", len(got))
	}
}

func TestNumbersAreOrderedAsPeopleDo(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"1.2", "1.10", -1}, {"2", "1.10", 1}, {"1", "1.1", -1}, {"1.02", "1.2", 0}} {
		if got := compareNumbers(c.a, c.b); got != c.want {
			t.Errorf("%s and %s: %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

func BenchmarkLoad100000Terms(b *testing.B) {
	files := small()
	files["terms/codenames.yaml"] = strings.Repeat("- Projektas Ąžuolas\n", 100_000)
	fsys := folderOf(files)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Load(fsys); err != nil {
			b.Fatal(err)
		}
	}
}
