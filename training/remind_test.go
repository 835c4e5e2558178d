package training

import (
	"testing"
	"time"
)

func TestEaster(t *testing.T) {
	for _, want := range []string{"1961-04-02", "2000-04-23", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25"} {
		day, err := time.Parse(time.DateOnly, want)
		if err != nil {
			t.Fatal(err)
		}
		if got := easter(day.Year()); !got.Equal(day) {
			t.Errorf("Easter of %d is %s, want %s", day.Year(), got.Format(time.DateOnly), want)
		}
	}
}

func TestRemindersComeWhenPeopleWork(t *testing.T) {
	for _, c := range []struct {
		since, zone string
		want        []string
	}{
		{"2026-03-02T09:00:00Z", "Europe/Vilnius", []string{"2026-03-05 10:00", "2026-03-09 10:00", "2026-03-16 10:00", "2026-03-23 10:00"}},
		{"2026-03-02T09:00:00Z", "America/New_York", []string{"2026-03-05 10:00", "2026-03-09 10:00"}},
		{"2026-04-03T09:00:00Z", "Europe/Vilnius", []string{"2026-04-07 10:00", "2026-04-10 10:00"}}, // Easter Monday
		{"2026-04-03T09:00:00Z", "Europe/Dublin", []string{"2026-04-06 10:00"}},
		{"2025-12-21T10:00:00Z", "Europe/Vilnius", []string{"2025-12-29 10:00", "2025-12-31 10:00", "2026-01-05 10:00", "2026-01-12 10:00"}}, // Christmas and New Year
		{"2026-03-27T09:00:00Z", "Europe/Vilnius", []string{"2026-03-30 10:00"}},                                                             // the clocks change in between
	} {
		since, err := time.Parse(time.RFC3339, c.since)
		if err != nil {
			t.Fatal(err)
		}
		zone, err := time.LoadLocation(c.zone)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for at := range reminders(since, zone) {
			if n == len(c.want) {
				break
			}
			if got := at.Format("2006-01-02 15:04"); got != c.want[n] {
				t.Errorf("%s %s: reminder %d at %s, want %s", c.since, c.zone, n, got, c.want[n])
			}
			if RemindersBy(since, at.Add(-time.Second), zone) != n || RemindersBy(since, at, zone) != n+1 {
				t.Errorf("%s %s: reminder %d is counted at another time", c.since, c.zone, n)
			}
			n++
		}
	}
}

// TestNoLetterOutOfHours tries every hour of three years: nothing leaves at night, at weekends or on holidays, no two
// reminders come within two days, and Awake never goes back.
func TestNoLetterOutOfHours(t *testing.T) {
	zone, err := time.LoadLocation(lithuanian)
	if err != nil {
		t.Fatal(err)
	}
	proper := func(at time.Time) bool {
		here := at.In(zone)
		return workday(here) && here.Hour() >= morning && here.Hour() < evening
	}
	start := time.Date(2026, 1, 1, 0, 0, 0, 0, zone)
	for now := start; now.Before(start.AddDate(3, 0, 0)); now = now.Add(time.Hour) {
		if at := Awake(now, zone); !proper(at) || at.Before(now) {
			t.Fatalf("at %s, the next moment is %s", now, at)
		}
	}
	for since := start; since.Before(start.AddDate(3, 0, 0)); since = since.AddDate(0, 0, 1) {
		var last time.Time
		n := 0
		for at := range reminders(since, zone) {
			if !proper(at) || at.Hour() != morning || at.Sub(last) < 47*time.Hour {
				t.Fatalf("since %s: a reminder at %s after %s", since, at, last)
			}
			if last = at; n == 8 {
				break
			}
			n++
		}
	}
}
