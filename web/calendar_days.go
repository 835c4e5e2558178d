package web

import (
	"fmt"
	"time"

	"rostrum/fault"
	"rostrum/policy"
	"rostrum/store"
	"rostrum/training"
)

// holiday names the public holiday of a day, or gives nothing.
func (s *Server) holiday(lang string, day time.Time) string {
	if !training.Holiday(day) {
		return ""
	}
	key := "publish.holiday_" + day.Format("01_02")
	if !s.words.Has(key) {
		key = "publish.holiday_easter" // the only one that moves
	}
	return s.words.T(lang, key)
}

// quietDays marks the quiet periods of the policy in force.
func (s *Server) quietDays(v *visit, tx *store.Tx, days []calendarDay) error {
	ready, err := s.InForce(v.ctx, tx, v.now)
	if fault.Is(err, fault.NotFound) {
		return nil // no policy is in force yet
	} else if err != nil {
		return err
	}
	for i := range days {
		for _, q := range ready.Policy.QuietPeriods {
			if q.Contains(policy.DateOf(days[i].At)) {
				days[i].Quiet = append(days[i].Quiet, q.Name.In(v.lang))
			}
		}
	}
	return nil
}

// lithuanianMonthNames are in the nominative, as a month stands alone.
var lithuanianMonthNames = [...]string{"sausis", "vasaris", "kovas", "balandis", "gegužė", "birželis", "liepa", "rugpjūtis", "rugsėjis", "spalis", "lapkritis", "gruodis"}

// monthLabel writes a month: “November 2026”, „2026 m. lapkritis“.
func monthLabel(lang string, t time.Time) string {
	if lang == Lithuanian {
		return fmt.Sprintf("%d\u00a0m. %s", t.Year(), lithuanianMonthNames[t.Month()-1])
	}
	return t.Format("January\u00a02006")
}

// dayLabel writes a day without its year: “23 November”, „lapkričio 23 d.“.
func dayLabel(lang string, t time.Time) string {
	if lang == Lithuanian {
		return fmt.Sprintf("%s %d\u00a0d.", lithuanianMonths[t.Month()-1], t.Day())
	}
	return fmt.Sprintf("%d\u00a0%s", t.Day(), t.Month())
}

// daysLabel writes the days from one to another: “23–29 November 2026”, „2026 m. lapkričio 23–29 d.“.
func daysLabel(lang string, from, to time.Time) string {
	switch {
	case from.Year() != to.Year():
		return Date(lang, from) + " – " + Date(lang, to)
	case from.Month() != to.Month() && lang == Lithuanian:
		return fmt.Sprintf("%d\u00a0m. %s – %s", from.Year(), dayLabel(lang, from), dayLabel(lang, to))
	case from.Month() != to.Month():
		return dayLabel(lang, from) + " – " + Date(lang, to)
	case lang == Lithuanian:
		return fmt.Sprintf("%d\u00a0m. %s %d–%d\u00a0d.", from.Year(), lithuanianMonths[from.Month()-1], from.Day(), to.Day())
	}
	return fmt.Sprintf("%d–%d\u00a0%s %d", from.Day(), to.Day(), from.Month(), to.Year())
}
