package web

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

func loadedWords(t *testing.T) *Words {
	t.Helper()
	words, err := LoadWords(wordFiles)
	if err != nil {
		t.Fatal(err)
	}
	return words
}

// sameInBoth are the keys whose text is the same in both languages, and why.
var sameInBoth = map[string]string{
	"ledger.kind_other": "only what an entry says, in its order",
	"ledger.system":     "a name",
	"compose.by_short":  "a name and a time of day",
	"compose.alt_badge": "what networks write on a picture in every language",
}

func TestEveryTextIsTranslated(t *testing.T) {
	for key, entry := range loadedWords(t).entries {
		if sameInBoth[key] == "" && entry[English]["other"] == entry[Lithuanian]["other"] {
			t.Errorf("%s is %q in both languages; if that is right, say why in sameInBoth", key, entry[English]["other"])
		}
	}
}

// TestEveryTextIsUsed finds keys that nothing shows. A literal that ends in "." or in "%s" stands for whatever it begins.
func TestEveryTextIsUsed(t *testing.T) {
	literal := regexp.MustCompile("[\"`]([a-z_]+\\.[a-z_.%]*)[\"`]")
	used, beginnings := map[string]bool{}, []string{}
	err := filepath.WalkDir(".", func(file string, _ fs.DirEntry, err error) error {
		if err != nil || strings.HasSuffix(file, "_test.go") || !slices.Contains([]string{".go", ".html"}, filepath.Ext(file)) {
			return err
		}
		source, err := os.ReadFile(file)
		for _, match := range literal.FindAllStringSubmatch(string(source), -1) {
			used[match[1]] = true
			if beginning, open := strings.CutSuffix(match[1], "%s"); open || strings.HasSuffix(match[1], ".") || strings.HasSuffix(match[1], "_") {
				beginnings = append(beginnings, beginning)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for key := range loadedWords(t).entries {
		begun := slices.ContainsFunc(beginnings, func(b string) bool { return strings.HasPrefix(key, b) })
		if !used[key] && !begun {
			t.Errorf("nothing uses %s", key)
		}
	}
}

func TestWordsThatAreRefused(t *testing.T) {
	for name, source := range map[string]string{
		"a language is missing":      `a: {en: Yes}`,
		"a text is empty":            `a: {en: Yes, lt: " "}`,
		"a third language":           `a: {en: Yes, lt: Taip, de: Ja}`,
		"a plural form is missing":   `a: {en: {one: day, other: days}, lt: {one: diena, other: dienų}}`,
		"a form that is not counted": `a: {en: {one: day, two: dayz, other: days}, lt: {one: diena, few: dienos, other: dienų}}`,
		"placeholders differ":        `a: {en: "Hello {name}", lt: "Sveiki"}`,
		"said twice":                 "a: {en: Yes, lt: Taip}\na: {en: No, lt: Ne}",
	} {
		if _, err := LoadWords(fstest.MapFS{"words/x.yaml": {Data: []byte(source)}}); err == nil {
			t.Errorf("%s: taken", name)
		}
	}
}

func TestTimesInWords(t *testing.T) {
	words := loadedWords(t)
	now := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		lang string
		from time.Duration
		want string
	}{
		{"en", -3 * 24 * time.Hour, "3 days ago"},
		{"lt", -3 * 24 * time.Hour, "prieš 3 dienas"},
		{"lt", -21 * 24 * time.Hour, "prieš 21 dieną"},
		{"lt", -11 * time.Minute, "prieš 11 minučių"},
		{"lt", 2 * time.Hour, "po 2 valandų"},
		{"en", time.Hour, "in 1 hour"},
		{"lt", -10 * time.Second, "ką tik"},
		{"en", -40 * 24 * time.Hour, "14\u00a0October 2026"},
		{"lt", 31 * 24 * time.Hour, "2026\u00a0m. gruodžio 24\u00a0d."},
	} {
		if got := words.Ago(c.lang, now.Add(c.from), now); got != c.want {
			t.Errorf("%s %v: %q, want %q", c.lang, c.from, got, c.want)
		}
	}
	if got := DateTime("lt", now); got != "2026\u00a0m. lapkričio 23\u00a0d., 12:00" {
		t.Error(got)
	}
	if en, lt := Number("en", 12345), Number("lt", 12345); en != "12,345" || lt != "12\u00a0345" {
		t.Error(en, lt)
	}
}

func TestNamesInLithuanianOrder(t *testing.T) {
	names := []string{"Žemaitė", "Zigmas", "Šarūnas", "Simonas", "ieva", "Yla", "Jonas", "Čiurlys", "Cvirka"}
	SortByName("lt", names, func(s string) string { return s })
	if got := strings.Join(names, " "); got != "Cvirka Čiurlys ieva Yla Jonas Simonas Šarūnas Zigmas Žemaitė" {
		t.Error(got)
	}
}
