package training

import (
	"iter"
	"time"
)

// The hours of a working day in which letters leave, in the reader's own time zone; regular reminders at the first.
const (
	morning = 10
	evening = 17
)

// reminders are the times of somebody's reminders: on the third, seventh and fourteenth day after since, then weekly, at ten
// in the morning; where that is no working day, on the next one, and never two within two days.
func reminders(since time.Time, zone *time.Location) iter.Seq[time.Time] {
	first, last := since.In(zone), time.Time{}
	return func(yield func(time.Time) bool) {
		for n := 0; ; n++ {
			days := 7 * n
			if n == 0 {
				days = 3
			}
			at := time.Date(first.Year(), first.Month(), first.Day()+days, morning, 0, 0, 0, zone)
			if next := last.AddDate(0, 0, 2); n > 0 && at.Before(next) {
				at = next
			}
			last = nextWorkday(at)
			if !yield(last) {
				return
			}
		}
	}
}

// RemindersBy counts the reminders whose time has come.
func RemindersBy(since, now time.Time, zone *time.Location) int {
	n := 0
	for at := range reminders(since, zone) {
		if at.After(now) {
			break
		}
		n++
	}
	return n
}

// Awake gives the first moment from now on at which a letter may reach somebody: now within working hours, else the next
// working morning.
func Awake(now time.Time, zone *time.Location) time.Time {
	here := now.In(zone)
	if workday(here) && here.Hour() >= morning && here.Hour() < evening {
		return now
	}
	next := time.Date(here.Year(), here.Month(), here.Day(), morning, 0, 0, 0, zone)
	if !next.After(now) {
		next = next.AddDate(0, 0, 1)
	}
	return nextWorkday(next)
}

func nextWorkday(t time.Time) time.Time {
	for !workday(t) {
		t = t.AddDate(0, 0, 1)
	}
	return t
}

// ExpiryWarnings are how many days before a certificate expires its holder is told.
func ExpiryWarnings() []int { return []int{30, 7} }

// WarningsBy counts the warnings of a certificate's end whose time has come.
func WarningsBy(expires, now time.Time) int {
	n := 0
	for _, days := range ExpiryWarnings() {
		if !now.Before(expires.AddDate(0, 0, -days)) {
			n++
		}
	}
	return n
}
