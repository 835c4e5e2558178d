package account

import (
	"math/rand/v2"
	"testing"
	"time"

	"rostrum/fault"
)

// TestNextSlot holds Next, in the weeks around both changes of clocks, to what a slow search finds that goes through every
// minute: the first minute after the moment that a clock on the wall shows as a slot.
func TestNextSlot(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, name := range []string{"Europe/Vilnius", "America/New_York", "Australia/Lord_Howe", "UTC"} {
		zone, err := time.LoadLocation(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, change := range []time.Time{time.Date(2026, 3, 29, 0, 0, 0, 0, time.UTC), time.Date(2026, 10, 25, 0, 0, 0, 0, time.UTC),
			time.Date(2026, 3, 8, 0, 0, 0, 0, time.UTC), time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC), time.Date(2026, 4, 4, 0, 0, 0, 0, time.UTC)} {
			for range 60 {
				a := Account{Zone: name}
				for range 1 + random.IntN(4) {
					a.Slots = append(a.Slots, Slot{time.Weekday(random.IntN(7)), random.IntN(5 * 60)}) // at night, when clocks change
				}
				after := change.Add(time.Duration(random.IntN(4*24*60)-2*24*60) * time.Minute)
				if got, want := a.Next(after), slowNext(a, after, zone); !got.Equal(want) {
					t.Fatalf("%s %v after %v: %v, want %v", name, a.Slots, after.In(zone), got.In(zone), want.In(zone))
				}
			}
		}
	}
	if !(Account{Zone: "UTC"}).Next(time.Now()).IsZero() {
		t.Error("an account without slots has a next one")
	}
}

// slowNext goes through the minutes one by one.
func slowNext(a Account, after time.Time, zone *time.Location) time.Time {
	clock := func(t time.Time) (day time.Weekday, minute int) {
		return t.In(zone).Weekday(), t.In(zone).Hour()*60 + t.In(zone).Minute()
	}
	for m := after.Add(time.Minute); ; m = m.Add(time.Minute) {
		day, minute := clock(m)
		_, before := clock(m.Add(-time.Minute))
		for _, s := range a.Slots {
			leftOut := before < s.Minute && s.Minute < minute && minute-before > 1
			again := false
			for _, back := range []time.Duration{30 * time.Minute, time.Hour} {
				_, then := clock(m.Add(-back))
				again = again || then == minute
			}
			if s.Day == day && (s.Minute == minute && !again || leftOut) {
				return m
			}
		}
	}
}

func TestReadSlots(t *testing.T) {
	for text, want := range map[string]string{"": "", "9:00": "9:00", " 12.30, 9 ;09:00\n23:59": "9:00, 12:30, 23:59", "0:00": "0:00"} {
		slots, err := ReadSlots("monday", time.Monday, text)
		if got := (Account{Slots: slots}).Times(time.Monday); got != want || err != nil {
			t.Errorf("%q: %q, %v", text, got, err)
		}
	}
	for _, text := range []string{"24:00", "9:60", "9:5", "-1", "9:00:00", "noon", "99999999999999999999", "9:+5", "\x00"} {
		if _, err := ReadSlots("monday", time.Monday, text); fault.For(err).Field != "monday" {
			t.Errorf("%q was taken: %v", text, err)
		}
	}
}
