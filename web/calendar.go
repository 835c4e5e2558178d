package web

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"

	"rostrum/staff"
	"rostrum/store"
)

// calendarPage is a week or a month of what goes out.
type calendarPage struct {
	Page
	Form     Form // of the dialog that moves a card, which a script fills in
	Month    bool
	Label    string
	Zone     string
	Here     string // the address of this view
	Views    []Link
	Previous string
	Next     string
	Now      string     // the view with today in it; empty where that is this one
	Faces    []faceLink // to narrow down to one account
	Days     []calendarDay
	Heads    []string // of a month: the days of the week
	Many     bool     // there is more than the page shows
	Write    bool
	Waiting  int // publications that wait for a word
}

// calendarDay is a day as the company's clocks have it.
type calendarDay struct {
	At               time.Time
	Key, Name, Short string // 2026-11-23, “Monday, 23 November”, “Mon”
	Number           int
	Today, Past      bool
	Outside          bool // of another month
	Free             bool // Saturday, Sunday or a holiday
	Holiday, Clocks  string
	Quiet            []string
	Items            []calendarItem
	More             int    // that are not shown
	Href             string // the week of the day
}

// What the calendar shows at most.
const (
	calendarShown = 1000 // publications, and as many posts
	shownOnDay    = 40   // in a week
	shownInCell   = 4    // on a day of a month
)

func (s *Server) calendar(v *visit) error {
	query, zone := v.r.URL.Query(), s.zone.get()
	today := v.now.In(zone)
	page := calendarPage{Page: s.page(v, "publish.calendar"), Zone: zone.String(), Write: staff.May(v.who, staff.WritePosts) == nil}
	if page.Write {
		page.Action = &Link{Icon: "pencil", Label: s.words.T(v.lang, "compose.new"), Href: "/posts/new"}
	}
	account := query.Get("account")
	first, days := weekOf(query.Get("week"), today), 7
	month := monthOf(query.Get("month"), today)
	if page.Month = query.Has("month"); page.Month {
		first = monday(month)
		days = 7 * ((daysBetween(first, month.AddDate(0, 1, 0)) + 6) / 7)
		s.monthFrame(v.lang, &page, month, today, account)
	} else {
		s.weekFrame(v.lang, &page, first, today, account)
	}
	for i := range days {
		day := s.calendarDay(v.lang, first.AddDate(0, 0, i), today, account)
		day.Outside = page.Month && day.At.Month() != month.Month()
		page.Days = append(page.Days, day)
	}
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
		if err := s.quietDays(v, tx, page.Days); err != nil {
			return err
		}
		return s.fillCalendar(v, tx, &page, account, zone)
	})
	if err != nil {
		return err
	}
	s.render.Render(v.w, v.r, 200, "publish/calendar", &page)
	return nil
}

func (s *Server) weekFrame(lang string, page *calendarPage, first, today time.Time, account string) {
	_, week := first.ISOWeek()
	page.Label = s.words.T(lang, "publish.week_label", "week", week, "days", daysLabel(lang, first, first.AddDate(0, 0, 6)))
	page.Here = calendarHref("week", weekKey(first), account)
	page.Previous, page.Next = calendarHref("week", weekKey(first.AddDate(0, 0, -7)), account), calendarHref("week", weekKey(first.AddDate(0, 0, 7)), account)
	if weekKey(today) != weekKey(first) {
		page.Now = calendarHref("week", weekKey(today), account)
	}
	middle := first.AddDate(0, 0, 3)
	page.Views = s.calendarViews(lang, false, weekKey(first), middle.Format("2006-01"), account)
}

func (s *Server) monthFrame(lang string, page *calendarPage, month, today time.Time, account string) {
	page.Label = monthLabel(lang, month)
	key := month.Format("2006-01")
	page.Here = calendarHref("month", key, account)
	page.Previous, page.Next = calendarHref("month", month.AddDate(0, -1, 0).Format("2006-01"), account), calendarHref("month", month.AddDate(0, 1, 0).Format("2006-01"), account)
	week := weekKey(month)
	if today.Format("2006-01") == key {
		week = weekKey(today)
	} else {
		page.Now = calendarHref("month", today.Format("2006-01"), account)
	}
	for day := 1; day <= 7; day++ {
		page.Heads = append(page.Heads, s.words.T(lang, "publish.short_day_"+strconv.Itoa(day)))
	}
	page.Views = s.calendarViews(lang, true, week, key, account)
}

func (s *Server) calendarViews(lang string, month bool, weekKey, monthKey, account string) []Link {
	return []Link{{Label: s.words.T(lang, "publish.view_week"), Href: calendarHref("week", weekKey, account), Current: !month},
		{Label: s.words.T(lang, "publish.view_month"), Href: calendarHref("month", monthKey, account), Current: month}}
}

func (s *Server) calendarDay(lang string, day, today time.Time, account string) calendarDay {
	weekday := (int(day.Weekday())+6)%7 + 1
	d := calendarDay{At: day, Key: day.Format(time.DateOnly), Number: day.Day(), Href: calendarHref("week", weekKey(day), account),
		Short: s.words.T(lang, "publish.short_day_"+strconv.Itoa(weekday)), Name: s.words.T(lang, "publish.day_"+strconv.Itoa(weekday)) + ", " + dayLabel(lang, day)}
	d.Today = d.Key == today.Format(time.DateOnly)
	d.Past = !d.Today && day.Before(today)
	d.Holiday = s.holiday(lang, day)
	d.Free = weekday > 5 || d.Holiday != ""
	_, morning := day.Zone()
	switch _, night := day.AddDate(0, 0, 1).Zone(); {
	case night > morning:
		d.Clocks = s.words.T(lang, "publish.clocks_forward")
	case night < morning:
		d.Clocks = s.words.T(lang, "publish.clocks_back")
	}
	return d
}

func calendarHref(view, key, account string) string {
	href := "/calendar?" + view + "=" + key
	if account != "" {
		href += "&account=" + url.QueryEscape(account)
	}
	return href
}

// weekKey names the week of a day: 2026-W48 (ISO 8601).
func weekKey(day time.Time) string {
	year, week := day.ISOWeek()
	return fmt.Sprintf("%d-W%02d", year, week)
}

// weekOf gives the Monday of a week that is named, or of today's.
func weekOf(key string, today time.Time) time.Time {
	named, number, ok := strings.Cut(key, "-W")
	year, wrong := strconv.Atoi(named)
	week, worse := strconv.Atoi(number)
	if !ok || wrong != nil || worse != nil || year < 2000 || year > 2200 || week < 1 || week > 53 {
		return monday(today)
	}
	return monday(time.Date(year, time.January, 4, 0, 0, 0, 0, today.Location())).AddDate(0, 0, 7*(week-1))
}

// monthOf gives the first day of a month that is named, or of today's.
func monthOf(key string, today time.Time) time.Time {
	month, err := time.ParseInLocation("2006-01", key, today.Location())
	if err != nil || month.Year() < 2000 || month.Year() > 2200 {
		return time.Date(today.Year(), today.Month(), 1, 0, 0, 0, 0, today.Location())
	}
	return month
}

func monday(day time.Time) time.Time {
	return time.Date(day.Year(), day.Month(), day.Day()-(int(day.Weekday())+6)%7, 0, 0, 0, 0, day.Location())
}

func daysBetween(from, to time.Time) int {
	return int(to.Add(12*time.Hour).Sub(from) / (24 * time.Hour))
}
