package handbook

import (
	"fmt"
	"strings"
	"time"

	"rostrum/policy"
)

// lithuanianMonths are in the genitive, as dates are written out.
var lithuanianMonths = [...]string{"sausio", "vasario", "kovo", "balandžio", "gegužės", "birželio",
	"liepos", "rugpjūčio", "rugsėjo", "spalio", "lapkričio", "gruodžio"}

// date writes a day out, and nothing for no day. A number stays on the line of its word.
func date(lang string, d policy.Date) string {
	switch {
	case d.IsZero():
		return ""
	case lang == policy.Lithuanian:
		return fmt.Sprintf("%d\u00a0m. %s %d\u00a0d.", d.Year, lithuanianMonths[d.Month-1], d.Day)
	}
	return fmt.Sprintf("%d\u00a0%s %d", d.Day, d.Month, d.Year)
}

// unit is a measure of time in words: English has one form for one and one for more; Lithuanian, here in the
// accusative that follows „per“, has one for 1 and 21, one for 2 and 22, and one for 10 to 20 and 30.
type unit struct {
	length               time.Duration
	one, more            string
	oneLT, fewLT, manyLT string
}

var units = [...]unit{
	{7 * 24 * time.Hour, "week", "weeks", "savaitę", "savaites", "savaičių"},
	{24 * time.Hour, "day", "days", "dieną", "dienas", "dienų"},
	{time.Hour, "hour", "hours", "valandą", "valandas", "valandų"},
	{time.Minute, "minute", "minutes", "minutę", "minutes", "minučių"},
	{time.Second, "second", "seconds", "sekundę", "sekundes", "sekundžių"},
}

// length writes a duration out, as it stands after “within” and „per“.
func length(lang string, d time.Duration) string {
	var parts []string
	for _, u := range units {
		if n := int(d / u.length); n > 0 {
			parts = append(parts, fmt.Sprintf("%d\u00a0%s", n, u.form(lang, n)))
			d -= time.Duration(n) * u.length
		}
	}
	return strings.Join(parts, " ")
}

func (u unit) form(lang string, n int) string {
	switch {
	case lang != policy.Lithuanian && n == 1:
		return u.one
	case lang != policy.Lithuanian:
		return u.more
	case n%10 == 0 || n%100 > 10 && n%100 < 20:
		return u.manyLT
	case n%10 == 1:
		return u.oneLT
	}
	return u.fewLT
}

// between writes out the time from the shortest to the longest, as it stands after “within” and „per“. A unit that both
// have is said once: „15–30 minučių“.
func between(lang string, shortest, longest time.Duration) string {
	from, to := length(lang, shortest), length(lang, longest)
	if shortest == longest {
		return to
	}
	for _, u := range units {
		if longest >= u.length {
			if shortest >= u.length && shortest%u.length == 0 && longest%u.length == 0 {
				return fmt.Sprintf("%d–%s", shortest/u.length, to)
			}
			break
		}
	}
	return from + " – " + to
}
