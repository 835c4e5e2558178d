package policy

import (
	"fmt"
	"strings"
	"time"
)

// The languages that a policy can be written in.
const (
	English    = "en"
	Lithuanian = "lt"
)

// Text is something that people read, in the policy's languages.
type Text struct {
	EN string `yaml:"en"`
	LT string `yaml:"lt"`
}

// In gives the text in a language, or in the other where that one is missing.
func (t Text) In(lang string) string {
	if (lang == Lithuanian && t.LT != "") || t.EN == "" {
		return t.LT
	}
	return t.EN
}

// Only gives the text in a language, empty where it is missing.
func (t Text) Only(lang string) string {
	if lang == Lithuanian {
		return t.LT
	}
	return t.EN
}

// Empty says whether no language has a text.
func (t Text) Empty() bool { return t.EN == "" && t.LT == "" }

// Words are words and phrases to look for, by the language that they inflect in.
type Words struct {
	EN []string `yaml:"en"`
	LT []string `yaml:"lt"`
}

// In gives the words of a language.
func (w Words) In(lang string) []string {
	if lang == Lithuanian {
		return w.LT
	}
	return w.EN
}

// Empty says whether no language has a word.
func (w Words) Empty() bool { return len(w.EN) == 0 && len(w.LT) == 0 }

// Date is a day of the calendar, in no time zone. The zero Date is none.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// DateOf gives the day that a moment falls on, in the moment's own time zone.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// IsZero says whether there is no date.
func (d Date) IsZero() bool { return d == Date{} }

// Before says whether d comes before other.
func (d Date) Before(other Date) bool { return d.number() < other.number() }

// After says whether d comes after other.
func (d Date) After(other Date) bool { return other.Before(d) }

// AddMonths gives the day that many months later; a day that the month lacks runs on into the next one.
func (d Date) AddMonths(months int) Date { return DateOf(d.Noon().AddDate(0, months, 0)) }

// Noon gives midday of the date in UTC: a moment that falls on the same date from UTC−12 to UTC+11.
func (d Date) Noon() time.Time { return time.Date(d.Year, d.Month, d.Day, 12, 0, 0, 0, time.UTC) }

// String gives the date as 2026-12-01, and nothing for the zero Date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, int(d.Month), d.Day)
}

func (d Date) number() int { return d.Year*10000 + int(d.Month)*100 + d.Day }

func parseDate(s string) (Date, bool) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil || t.Year() < 1 {
		return Date{}, false
	}
	return DateOf(t), true
}

const maxDuration = 3660 * 24 * time.Hour // ten years

// parseDuration reads 30m, 2h, 3d, 1w and sequences such as 1h30m.
func parseDuration(s string) (time.Duration, bool) {
	units := map[byte]time.Duration{'s': time.Second, 'm': time.Minute, 'h': time.Hour, 'd': 24 * time.Hour, 'w': 7 * 24 * time.Hour}
	var total time.Duration
	number, digits := time.Duration(0), 0
	for i := 0; i < len(s); i++ {
		if c := s[i]; '0' <= c && c <= '9' {
			number, digits = number*10+time.Duration(c-'0'), digits+1
			if digits > 8 {
				return 0, false
			}
			continue
		}
		unit, known := units[s[i]]
		if !known || digits == 0 {
			return 0, false
		}
		if total += number * unit; total > maxDuration {
			return 0, false
		}
		number, digits = 0, 0
	}
	return total, digits == 0 && total > 0
}

// isID says whether a name is made of lower-case letters, digits and hyphens.
func isID(s string) bool {
	return s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == "" && s[0] != '-' && s[len(s)-1] != '-'
}
