package notify

import (
	"fmt"
	"text/template"
	"time"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// mostListed is how many clauses a letter lists before it says how many more there are.
const mostListed = 12

// wordFuncs are what the words of a letter may use:
//
//	count 21 "punktas" "punktai" "punktų"   21 punktas; English gives two forms, Lithuanian three
//	day .Due, moment .At                    a date, and a date with the time and its zone
//	first .Clauses, more .Clauses           those to list, and how many are left
func wordFuncs(lang string) template.FuncMap {
	return template.FuncMap{
		"count":  func(n int, forms ...string) (string, error) { return count(lang, n, forms) },
		"day":    func(t time.Time) string { return day(lang, t) },
		"moment": func(t time.Time) string { return day(lang, t) + t.Format(", 15:04 (MST)") },
		"first":  func(c []Clause) []Clause { return c[:min(len(c), mostListed)] },
		"more":   func(c []Clause) int { return max(0, len(c)-mostListed) },
	}
}

// count writes a number with its noun, by the plural rules of Unicode CLDR.
func count(lang string, n int, forms []string) (string, error) {
	in, want := language.English, 2
	if lang == "lt" {
		in, want = language.Lithuanian, 3
	}
	if len(forms) != want {
		return "", fmt.Errorf("count: %d forms for %q, not %d", len(forms), lang, want)
	}
	form := forms[want-1]
	switch plural.Cardinal.MatchPlural(in, n, 0, 0, 0, 0) {
	case plural.One:
		form = forms[0]
	case plural.Few:
		form = forms[1]
	}
	return fmt.Sprintf("%d\u00a0%s", n, form), nil
}

// day writes a date out; a number stays on the line of its word.
func day(lang string, t time.Time) string {
	if lang != "lt" {
		return t.Format("2\u00a0January 2006")
	}
	months := [...]string{"sausio", "vasario", "kovo", "balandžio", "gegužės", "birželio", "liepos", "rugpjūčio",
		"rugsėjo", "spalio", "lapkričio", "gruodžio"}
	return fmt.Sprintf("%d\u00a0m. %s %d\u00a0d.", t.Year(), months[t.Month()-1], t.Day())
}
