package handbook

import (
	"strings"
	"testing"
	"time"

	"rostrum/policy"
)

func TestDate(t *testing.T) {
	day := policy.Date{Year: 2027, Month: time.May, Day: 9}
	for lang, want := range map[string]string{"lt": "2027 m. gegužės 9 d.", "en": "9 May 2027"} {
		if got := strings.ReplaceAll(date(lang, day), "\u00a0", " "); got != want {
			t.Errorf("%s: %q, not %q", lang, got, want)
		}
	}
	if got := date("lt", policy.Date{}); got != "" {
		t.Errorf("no date is written as %q", got)
	}
}

func TestLength(t *testing.T) {
	const day = 24 * time.Hour
	for _, c := range []struct {
		from, to time.Duration
		en, lt   string
	}{
		{time.Minute, time.Minute, "1 minute", "1 minutę"},
		{2 * time.Minute, 2 * time.Minute, "2 minutes", "2 minutes"},
		{11 * time.Minute, 11 * time.Minute, "11 minutes", "11 minučių"},
		{21 * time.Minute, 21 * time.Minute, "21 minutes", "21 minutę"},
		{30 * time.Minute, 30 * time.Minute, "30 minutes", "30 minučių"},
		{time.Hour, time.Hour, "1 hour", "1 valandą"},
		{72 * time.Hour, 72 * time.Hour, "3 days", "3 dienas"},
		{14 * day, 14 * day, "2 weeks", "2 savaites"},
		{15 * time.Minute, 30 * time.Minute, "15–30 minutes", "15–30 minučių"},
		{30 * time.Minute, 4 * time.Hour, "30 minutes – 4 hours", "30 minučių – 4 valandas"},
		{2 * time.Hour, day, "2 hours – 1 day", "2 valandas – 1 dieną"},
		{time.Hour, 150 * time.Minute, "1 hour – 2 hours 30 minutes", "1 valandą – 2 valandas 30 minučių"},
	} {
		for lang, want := range map[string]string{"en": c.en, "lt": c.lt} {
			if got := strings.ReplaceAll(between(lang, c.from, c.to), "\u00a0", " "); got != want {
				t.Errorf("%s: %v to %v: %q, not %q", lang, c.from, c.to, got, want)
			}
		}
	}
}
