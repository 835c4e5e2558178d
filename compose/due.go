package compose

import (
	"time"

	"rostrum/fault"
)

// ParseDue reads a day (2026-03-29) and a time of day (14:30) as a clock in the zone shows them. Nothing at all is the zero
// Time: as soon as it may. It refuses a time that the change to summer time leaves out; of one that comes twice in
// autumn it takes the first.
func ParseDue(day, clock, zone string) (time.Time, error) {
	if day == "" && clock == "" {
		return time.Time{}, nil
	}
	in, err := time.LoadLocation(zone)
	if err != nil || zone == "" || zone == "Local" {
		return time.Time{}, fault.Of("zone", "Choose a time zone such as Europe/Vilnius.", "Pasirinkite laiko juostą, pavyzdžiui, Europe/Vilnius.")
	}
	shown := day + " " + clock
	due, err := time.ParseInLocation("2006-01-02 15:04", shown, in)
	if err != nil {
		return due, fault.Of("due", "Enter a day and a time, such as 2026-03-29 and 14:30.", "Įveskite dieną ir laiką, pavyzdžiui, 2026-03-29 ir 14:30.")
	}
	if due.Format("2006-01-02 15:04") != shown {
		return due, fault.Of("due", "On this day the clocks go forward, and this time does not exist. Choose one an hour later.",
			"Tą dieną laikrodžiai pasukami pirmyn, ir tokio laiko nėra. Pasirinkite valanda vėlesnį.")
	}
	if earlier := due.Add(-time.Hour); earlier.Format("15:04") == clock {
		due = earlier
	}
	if due.IsZero() { // which would mean: as soon as it may
		return due, passed()
	}
	return due, nil
}

func passed() *fault.Fault {
	return fault.Of("due", "This time has passed. Choose a later one, or let it go out as soon as it is approved.",
		"Šis laikas jau praėjo. Pasirinkite vėlesnį arba leiskite skelbti, kai tik patvirtins.")
}
