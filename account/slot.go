package account

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"rostrum/fault"
)

// mostSlots is how many slots a day may have.
const mostSlots = 48

// ReadSlots reads the times of one day as people type them: “9:00, 12.30 15:45”. Field is the form's field to name in a fault.
func ReadSlots(field string, day time.Weekday, text string) ([]Slot, error) {
	var slots []Slot
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' || r == ' ' || r == '\t' || r == '\n' || r == '\r' }) {
		minute, ok := minuteOf(word)
		if !ok {
			return nil, fault.Of(field, "Write the times like 9:00, 12:30.", "Laikus rašykite taip: 9:00, 12:30.")
		}
		if len(slots) == mostSlots {
			return nil, fault.Of(field, "A day has up to 48 times.", "Vienai dienai galima nurodyti iki 48 laikų.")
		}
		slots = append(slots, Slot{day, minute})
	}
	return sorted(slots), nil
}

// minuteOf reads 9:00, 09.00 or 9.
func minuteOf(word string) (int, bool) {
	hours, minutes, cut := strings.Cut(strings.Replace(word, ".", ":", 1), ":")
	hour, err := strconv.ParseUint(hours, 10, 8)
	if err != nil || hour > 23 || len(hours) > 2 {
		return 0, false
	}
	if !cut {
		return int(hour) * 60, true
	}
	minute, err := strconv.ParseUint(minutes, 10, 8)
	return int(hour)*60 + int(minute), err == nil && minute < 60 && len(minutes) == 2
}

// Times writes the slots of a day as [ReadSlots] reads them.
func (a Account) Times(day time.Weekday) string {
	var times []string
	for _, s := range sorted(a.Slots) {
		if s.Day == day {
			times = append(times, fmt.Sprintf("%d:%02d", s.Minute/60, s.Minute%60))
		}
	}
	return strings.Join(times, ", ")
}

// on gives the moment of the slot on a day. Where clocks change, time.Date may mean either of two moments or one before the
// change; this holds it to the first of two, and to the first one after.
func (s Slot) on(day time.Time) time.Time {
	at := time.Date(day.Year(), day.Month(), day.Day(), s.Minute/60, s.Minute%60, 0, 0, day.Location())
	begun, ends := at.ZoneBounds()
	switch shown := at.Hour()*60 + at.Minute(); {
	case shown > s.Minute:
		return begun
	case shown < s.Minute:
		return ends
	case begun.IsZero():
		return at
	}
	_, now := at.Zone()
	_, before := begun.Add(-time.Second).Zone()
	if first := at.Add(time.Duration(now-before) * time.Second); first.Before(begun) && first.Before(at) {
		return first
	}
	return at
}

// sorted has each slot once, by day and time.
func sorted(slots []Slot) []Slot {
	all := slices.Clone(slots)
	slices.SortFunc(all, func(a, b Slot) int { return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.Minute, b.Minute)) })
	return slices.Compact(all)
}
