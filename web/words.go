// Package web shows Rostrum to people: pages of plain HTML in English and Lithuanian that read and post without
// JavaScript. It owns what a person sees and how it is served; it decides nothing. Who may do what, and what changes, is
// asked of the domain packages.
package web

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"
	"golang.org/x/text/collate"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

// The two languages of every page.
const (
	English    = "en"
	Lithuanian = "lt"
)

//go:embed words/*.yaml
var wordFiles embed.FS

// Words holds every text of the pages in both languages: words/<room>.yaml, where an entry named key is "room.key".
type Words struct{ entries map[string]map[string]forms }

// forms are a text by plural form (CLDR: one, few, other); one that does not count has only "other".
type forms map[string]string

// UnmarshalYAML takes a sentence, or its plural forms by name.
func (f *forms) UnmarshalYAML(node *yaml.Node) error {
	if node.Kind == yaml.ScalarNode {
		*f = forms{"other": node.Value}
		return nil
	}
	return node.Decode((*map[string]string)(f))
}

// LoadWords reads words/*.yaml. It refuses an entry without both languages, with the wrong plural forms, or whose
// languages differ in their {placeholders}, and names all that it refuses.
func LoadWords(files fs.FS) (*Words, error) {
	rooms, err := fs.Glob(files, "words/*.yaml")
	if err != nil {
		return nil, err
	}
	w := &Words{map[string]map[string]forms{}}
	var wrong []error
	for _, file := range rooms {
		source, err := fs.ReadFile(files, file)
		if err != nil {
			return nil, err
		}
		var entries map[string]map[string]forms
		if err := yaml.Unmarshal(source, &entries); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		room := strings.TrimSuffix(path.Base(file), ".yaml")
		for name, entry := range entries {
			w.entries[room+"."+name] = entry
			if err := entryFault(entry); err != nil {
				wrong = append(wrong, fmt.Errorf("%s: %s: %w", file, name, err))
			}
		}
	}
	return w, errors.Join(wrong...)
}

// entryFault says what is wrong with an entry, if anything is.
func entryFault(entry map[string]forms) error {
	if len(entry) != 2 || entry[English] == nil || entry[Lithuanian] == nil {
		return errors.New("needs en and lt and nothing else (in braces, a text with a comma stands in quotation marks)")
	}
	counts := len(entry[English]) > 1 || len(entry[Lithuanian]) > 1
	var marks []string
	for i, lang := range []string{English, Lithuanian} {
		wanted := []string{"other"}
		switch {
		case counts && lang == Lithuanian:
			wanted = []string{"one", "few", "other"}
		case counts:
			wanted = []string{"one", "other"}
		}
		if len(entry[lang]) != len(wanted) {
			return fmt.Errorf("%s needs the forms %s", lang, strings.Join(wanted, ", "))
		}
		for j, form := range wanted {
			text := entry[lang][form]
			if strings.TrimSpace(text) == "" {
				return fmt.Errorf("%s has no text for %q", lang, form)
			}
			if i == 0 && j == 0 {
				marks = placeholders(text)
			} else if !slices.Equal(marks, placeholders(text)) {
				return fmt.Errorf("the placeholders of %q differ from %v", text, marks)
			}
		}
	}
	return nil
}

var placeholder = regexp.MustCompile(`\{[a-z_]+\}`)

// placeholders lists those of a text, except {n}: “one day” may spell its number.
func placeholders(text string) []string {
	found := slices.DeleteFunc(placeholder.FindAllString(text, -1), func(p string) bool { return p == "{n}" })
	slices.Sort(found)
	return slices.Compact(found)
}

// Has tells whether there is such a key.
func (w *Words) Has(key string) bool { return w.entries[key] != nil }

// T gives a text with its placeholders filled from pairs of name and value: T("lt", "shell.page_of", "page", 2, "pages", 9).
// The value of "n", an int, chooses the plural form. An unknown key is shown in brackets: literal keys are looked up when the
// templates are read, so only one made at run time can be unknown.
func (w *Words) T(lang, key string, pairs ...any) string {
	texts := w.entries[key][lang]
	text, form := texts["other"], "other"
	var fill []string
	for i := 0; i+1 < len(pairs); i += 2 {
		name := fmt.Sprint(pairs[i])
		if n, isCount := pairs[i+1].(int); isCount {
			fill = append(fill, "{"+name+"}", Number(lang, n))
			if name == "n" {
				form = pluralForm(lang, n)
			}
			continue
		}
		fill = append(fill, "{"+name+"}", fmt.Sprint(pairs[i+1]))
	}
	if t, ok := texts[form]; ok {
		text = t
	}
	if text == "" {
		return "[" + key + "]"
	}
	switch {
	case len(fill) == 0:
		return text
	case len(fill) == 2:
		return strings.ReplaceAll(text, fill[0], fill[1])
	}
	return strings.NewReplacer(fill...).Replace(text)
}

func tag(lang string) language.Tag {
	if lang == Lithuanian {
		return language.Lithuanian
	}
	return language.BritishEnglish
}

func pluralForm(lang string, n int) string {
	switch plural.Cardinal.MatchPlural(tag(lang), max(n, -n), 0, 0, 0, 0) {
	case plural.One:
		return "one"
	case plural.Few:
		return "few"
	}
	return "other"
}

// Number writes a number as the language groups it: 12,345 or 12 345.
func Number(lang string, n int) string {
	if n > -1000 && n < 1000 {
		return strconv.Itoa(n) // nothing to group, and a page has many of these
	}
	return message.NewPrinter(tag(lang)).Sprint(n)
}

// SortByName sorts a list as the language's readers expect: in Lithuanian š follows s, and y stands beside i.
func SortByName[T any](lang string, list []T, name func(T) string) {
	order := collate.New(tag(lang), collate.IgnoreCase)
	slices.SortStableFunc(list, func(a, b T) int { return order.CompareString(name(a), name(b)) })
}

// lithuanianMonths are in the genitive, as dates are written out.
var lithuanianMonths = [...]string{"sausio", "vasario", "kovo", "balandžio", "gegužės", "birželio",
	"liepos", "rugpjūčio", "rugsėjo", "spalio", "lapkričio", "gruodžio"}

// Date writes out the day of t in t's own time zone, and nothing for no time.
func Date(lang string, t time.Time) string {
	switch {
	case t.IsZero():
		return ""
	case lang == Lithuanian:
		return fmt.Sprintf("%d\u00a0m. %s %d\u00a0d.", t.Year(), lithuanianMonths[t.Month()-1], t.Day())
	}
	return fmt.Sprintf("%d\u00a0%s %d", t.Day(), t.Month(), t.Year())
}

// DateTime writes out the day and the time of day, in t's own time zone.
func DateTime(lang string, t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return Date(lang, t) + ", " + t.Format("15:04")
}

// Ago says how far t is from now: “3 days ago”, „po 2 valandų“; beyond thirty days it is the date.
func (w *Words) Ago(lang string, t, now time.Time) string {
	way, distance := "ago", now.Sub(t)
	if distance < 0 {
		way, distance = "in", -distance
	}
	const day = 24 * time.Hour
	switch {
	case t.IsZero() || distance > 30*day:
		return Date(lang, t)
	case distance < time.Minute:
		return w.T(lang, "shell.now")
	case distance < time.Hour:
		return w.T(lang, "shell."+way+"_minutes", "n", int(distance/time.Minute))
	case distance < day:
		return w.T(lang, "shell."+way+"_hours", "n", int(distance/time.Hour))
	}
	return w.T(lang, "shell."+way+"_days", "n", int(distance/day))
}
