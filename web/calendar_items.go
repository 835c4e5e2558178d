package web

import (
	"cmp"
	"net/url"
	"slices"
	"time"

	"rostrum/account"
	"rostrum/compose"
	"rostrum/publish"
	"rostrum/staff"
	"rostrum/store"
)

// calendarItem is a card: a publication, a post that is not decided yet, or an empty slot of an account.
type calendarItem struct {
	Kind    string // publication, post, slot
	At      time.Time
	Clock   string
	Day     string
	On      face
	Others  int // of a post: further accounts
	Start   string
	Mark    mark
	Changes bool   // it changes what is out already
	Close   string // when something else is due on the account
	Href    string
	Move    string // where the form that moves it goes; empty: it cannot be moved
	Then    string // the calendar, to come back to
	Decided bool   // it was approved; moving it asks before
	sort    string
	post    string
	on      []string // ids of accounts
	past    bool     // it is out, or nothing becomes of it
	of      publish.Publication
}

// tooClose is within which time two posts on one account are told of.
const tooClose = 30 * time.Minute

func (s *Server) fillCalendar(v *visit, tx *store.Tx, page *calendarPage, only string, zone *time.Location) error {
	accounts, err := tx.BrandAccounts(v.ctx)
	if err != nil {
		return err
	}
	faces := faced(accounts)
	s.calendarFaces(v.lang, page, faces, only)
	from, to := page.Days[0].At, page.Days[len(page.Days)-1].At.AddDate(0, 0, 1)
	items, err := s.publicationItems(v, tx, page, faces, store.PublicationFilter{Account: only, From: from, To: to}, zone)
	if err != nil {
		return err
	}
	drafts, err := s.draftItems(v, tx, page, faces, only, from, to, zone)
	if err != nil {
		return err
	}
	items = append(items, drafts...)
	tellClose(items, zone)
	if page.Write && !page.Month {
		items = append(items, slotItems(accounts, faces, items, only, later(from, v.now), to, zone)...)
	}
	slices.SortStableFunc(items, func(a, b calendarItem) int { return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.sort, b.sort)) })
	if err := s.layDays(v, tx, page, items); err != nil {
		return err
	}
	for _, state := range waitingStates()[:2] {
		n, err := tx.CountPublications(v.ctx, state)
		if err != nil {
			return err
		}
		page.Waiting += n
	}
	return nil
}

// faceLink leads to the posts of one account, or, without a face, of all.
type faceLink struct {
	Link
	On face
}

// calendarFaces are the accounts to narrow down to.
func (s *Server) calendarFaces(lang string, page *calendarPage, faces []face, only string) {
	if len(faces) < 2 {
		return
	}
	u, _ := url.Parse(page.Here)
	query := u.Query()
	link := func(label string, on face) {
		query.Set("account", on.ID)
		if on.ID == "" {
			query.Del("account")
		}
		page.Faces = append(page.Faces, faceLink{Link{Label: label, Href: "/calendar?" + query.Encode(), Current: on.ID == only}, on})
	}
	link(s.words.T(lang, "publish.all_accounts"), face{})
	for _, f := range faces {
		link(f.Handle, f)
	}
}

func (s *Server) publicationItems(v *visit, tx *store.Tx, page *calendarPage, faces []face, filter store.PublicationFilter, zone *time.Location) ([]calendarItem, error) {
	found, err := tx.Publications(v.ctx, filter, calendarShown+1)
	if len(found) > calendarShown {
		found, page.Many = found[:calendarShown], true
	}
	var items []calendarItem
	for _, p := range found {
		if p.Verb == publish.Delete || p.State == publish.Cancelled {
			continue
		}
		item := calendarItem{Kind: "publication", At: p.Due, On: faceOf(faces, p.Account), Mark: markOf(p), Changes: p.Verb == publish.Edit, Href: "/publications/" + p.ID,
			sort: p.ID, post: p.Post, on: []string{p.Account}, of: p, past: p.State == publish.Sent || p.State == publish.Deleted, Decided: true}
		if p.State == publish.Scheduled && page.Write {
			item.Move, item.Then = item.Href+"/move", page.Here
		}
		items = append(items, item.dated(zone))
	}
	return items, err
}

func (s *Server) draftItems(v *visit, tx *store.Tx, page *calendarPage, faces []face, only string, from, to time.Time, zone *time.Location) ([]calendarItem, error) {
	found, err := tx.PostsDue(v.ctx, from, to, calendarShown+1)
	if len(found) > calendarShown {
		found, page.Many = found[:calendarShown], true
	}
	var items []calendarItem
	for _, p := range found {
		chosen := p.Content.Accounts
		if only != "" && !slices.Contains(chosen, only) {
			continue
		}
		item := calendarItem{Kind: "post", At: p.Due, Start: firstWords(beginning(p.Content.Text)), Mark: mark{"draft", "pencil", ""}, Href: "/posts/" + p.ID, sort: p.ID, post: p.ID, on: chosen}
		if len(chosen) > 0 {
			item.On, item.Others = faceOf(faces, chosen[0]), len(chosen)-1
		}
		switch {
		case p.State == compose.Review:
			item.Mark = mark{"review", "eye", "warn"}
		case staff.May(v.who, staff.WritePosts) == nil:
			item.Move, item.Then = item.Href+"/move", page.Here
		}
		items = append(items, item.dated(zone))
	}
	return items, err
}

func (i calendarItem) dated(zone *time.Location) calendarItem {
	here := i.At.In(zone)
	i.Day, i.Clock = here.Format(time.DateOnly), here.Format("15:04")
	return i
}

// tellClose tells of two posts that are due on one account at about the same time, on both.
func tellClose(items []calendarItem, zone *time.Location) {
	byTime := make([]int, len(items))
	for i := range items {
		byTime[i] = i
	}
	slices.SortStableFunc(byTime, func(a, b int) int { return items[a].At.Compare(items[b].At) })
	last := map[string]int{}
	for _, i := range byTime {
		for _, on := range items[i].on {
			before, is := last[on]
			last[on] = i
			if !is || items[i].At.Sub(items[before].At) >= tooClose || items[i].post == items[before].post || items[i].past && items[before].past {
				continue
			}
			items[i].Close = items[before].Clock
			items[before].Close = items[i].Clock
		}
	}
}

// slotItems are the times of accounts at which nothing is due.
func slotItems(accounts []account.Account, faces []face, items []calendarItem, only string, from, to time.Time, zone *time.Location) []calendarItem {
	taken := map[string]bool{}
	for _, i := range items {
		for _, on := range i.on {
			taken[on+i.At.UTC().Format(time.RFC3339)] = true
		}
	}
	var slots []calendarItem
	for _, a := range accounts {
		if !a.Speaks() || only != "" && a.ID != only {
			continue
		}
		for at := a.Next(from); !at.IsZero() && at.Before(to); at = a.Next(at) {
			if taken[a.ID+at.UTC().Format(time.RFC3339)] {
				continue
			}
			slot := calendarItem{Kind: "slot", At: at, On: faceOf(faces, a.ID), sort: "~" + a.ID}.dated(zone)
			slot.Href = "/posts/new?" + url.Values{"account": {a.ID}, "day": {slot.Day}, "clock": {slot.Clock}}.Encode()
			slots = append(slots, slot)
		}
	}
	return slots
}

// layDays puts the cards on their days, as many as a day shows, and reads what these say.
func (s *Server) layDays(v *visit, tx *store.Tx, page *calendarPage, items []calendarItem) error {
	most, texts := shownOnDay, said{tx: tx}
	if page.Month {
		most = shownInCell
	}
	for _, item := range items {
		at := slices.IndexFunc(page.Days, func(d calendarDay) bool { return d.Key == item.Day })
		if at < 0 {
			continue
		}
		day := &page.Days[at]
		if len(day.Items) == most {
			day.More++
			continue
		}
		if item.Kind == "publication" {
			var err error
			if item.Start, err = texts.start(v, item.of); err != nil {
				return err
			}
		}
		day.Items = append(day.Items, item)
	}
	return nil
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// forSlot begins a post for the account, the day and the time that the calendar's link names.
func (s *Server) forSlot(v *visit, p compose.Post) compose.Post {
	query := v.r.URL.Query()
	if id := query.Get("account"); id != "" {
		p.Content.Accounts = []string{id}
	}
	zone := s.zone.get().String()
	if due, err := compose.ParseDue(query.Get("day"), query.Get("clock"), zone); err == nil && !due.IsZero() {
		p.Due, p.Zone = due, zone
	}
	return p
}
