package training

import "time"

// lithuanian is the zone whose public holidays are known.
const lithuanian = "Europe/Vilnius"

// workday tells whether people at a place work on the day of t: Monday to Friday, and in Lithuania not on a public
// holiday (Labour Code, article 123).
func workday(t time.Time) bool {
	if t.Weekday() == time.Saturday || t.Weekday() == time.Sunday {
		return false
	}
	return !Holiday(t)
}

// Holiday tells whether the day of t is a public holiday at a place. Only those of Lithuania are known, without Mother's
// and Father's Day and Easter Sunday, which are Sundays.
func Holiday(t time.Time) bool {
	return t.Location().String() == lithuanian && holiday(t.Year(), t.Month(), t.Day())
}

func holiday(year int, month time.Month, day int) bool {
	switch month {
	case time.January, time.May:
		if day == 1 {
			return true
		}
	case time.February:
		return day == 16
	case time.March:
		if day == 11 {
			return true
		}
	case time.June:
		return day == 24
	case time.July:
		return day == 6
	case time.August:
		return day == 15
	case time.November:
		return day == 1 || day == 2
	case time.December:
		return day == 24 || day == 25 || day == 26
	}
	monday := easter(year).AddDate(0, 0, 1)
	return month == monday.Month() && day == monday.Day()
}

// easter gives Easter Sunday of the Gregorian calendar, by the algorithm of Meeus, Jones and Butcher.
func easter(year int) time.Time {
	a, b, c := year%19, year/100, year%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	j, k := c/4, c%4
	m := (a + 11*h) / 319
	r := (2*e + 2*j - k - h + m + 32) % 7
	month := (h - m + r + 90) / 25
	day := (h - m + r + month + 19) % 32
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}
