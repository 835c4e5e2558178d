package web

import (
	"net/url"
	"strconv"
	"time"

	"rostrum/fault"
	"rostrum/ledger"
	"rostrum/store"
)

// ledgerPageSize is how many entries a page shows.
const ledgerPageSize = 50

// ledgerPage lists entries, the newest first.
type ledgerPage struct {
	Page
	Tabs          []Link
	Form          Form
	Days          []ledgerDay
	Kinds         []Option
	Whose         *Link // whom the list is narrowed down to; Href is without
	Found         []Link
	NoSuch        bool // nobody is called so
	Filtered      bool
	Entries       int // in the whole ledger
	Signed        time.Time
	Older, Newest string
}

// ledgerDay is what happened on one day, in the company's time zone.
type ledgerDay struct {
	Day   string
	Lines []ledgerLine
}

// ledgerLine is an entry in a sentence.
type ledgerLine struct {
	Seq               int64
	Time              time.Time
	Clock, Icon, Text string
}

func itoa(n int64) string { return strconv.FormatInt(n, 10) }

func (s *Server) ledgerTabs(v *visit, current string) []Link {
	tabs := []Link{{Icon: "list", Label: s.words.T(v.lang, "ledger.entries"), Href: "/ledger"},
		{Icon: "shield-check", Label: s.words.T(v.lang, "ledger.checkpoints"), Href: "/ledger/checkpoints"},
		{Icon: "download", Label: s.words.T(v.lang, "ledger.export"), Href: "/ledger/export"}}
	for i := range tabs {
		tabs[i].Current = tabs[i].Href == current
	}
	return tabs
}

func (s *Server) ledgerList(v *visit) error {
	query := v.r.URL.Query()
	page := ledgerPage{Page: s.page(v, "ledger.title"), Tabs: s.ledgerTabs(v, "/ledger"), Form: Form{Values: query}}
	page.Lead = s.words.T(v.lang, "ledger.lead")
	filter := s.ledgerFilter(v, &page.Form)
	filter.Person = query.Get("person")
	page.Filtered = filter != (store.LedgerFilter{})
	below, err := strconv.ParseInt(query.Get("below"), 10, 64)
	if err != nil || below < 0 {
		below = 1 << 62
	} else {
		page.Newest = "/ledger" + without(query, "below")
	}
	err = s.Store.Read(v.ctx, func(tx *store.Tx) error {
		if done, err := s.ledgerPerson(v, tx, &page, query); err != nil || done {
			return err
		}
		if err := s.ledgerKinds(v, tx, &page); err != nil {
			return err
		}
		size, _, err := tx.LedgerHead(v.ctx)
		if err != nil {
			return err
		}
		page.Entries = int(size)
		last, err := tx.LastCheckpoint(v.ctx)
		if err != nil && !fault.Is(err, fault.NotFound) {
			return err
		}
		page.Signed = last.At
		if page.NoSuch || page.Found != nil {
			return nil
		}
		entries, err := tx.LedgerEntries(v.ctx, filter, below, ledgerPageSize+1)
		if err != nil {
			return err
		}
		if len(entries) > ledgerPageSize {
			entries = entries[:ledgerPageSize]
			query.Set("below", itoa(entries[ledgerPageSize-1].Seq))
			page.Older = "/ledger?" + query.Encode()
		}
		page.Days, err = s.ledgerDays(v, tx, entries)
		return err
	})
	if err != nil {
		return err
	}
	s.render.Render(v.w, v.r, 200, "ledger/list", &page)
	return nil
}

// ledgerFilter reads kind and days; a day that is none is told at its field.
func (s *Server) ledgerFilter(v *visit, form *Form) store.LedgerFilter {
	f := store.LedgerFilter{Kind: form.Value("kind")}
	day := func(field string) time.Time {
		if form.Value(field) == "" {
			return time.Time{}
		}
		t, err := time.ParseInLocation(time.DateOnly, form.Value(field), s.zone.get())
		if err != nil {
			form.Refuse(v.lang, fault.Of(field, "Enter a day such as 2026-03-14.", "Įveskite dieną, pavyzdžiui, 2026-03-14."))
		}
		return t
	}
	f.From, f.To = day("from"), day("to")
	if !f.To.IsZero() {
		f.To = f.To.AddDate(0, 0, 1)
	}
	return f
}

// ledgerPerson finds whom the list is to be narrowed down to: a name that fits one person, several, or nobody.
func (s *Server) ledgerPerson(v *visit, tx *store.Tx, page *ledgerPage, query url.Values) (done bool, err error) {
	if id := query.Get("person"); id != "" {
		names, err := tx.NamesOf(v.ctx, []string{id})
		if err != nil {
			return false, err
		}
		name := names[id]
		if name == "" {
			name = id
		}
		page.Whose = &Link{Label: name, Href: "/ledger" + without(query, "person", "below")}
		return false, nil
	}
	name := query.Get("name")
	if name == "" {
		return false, nil
	}
	people, err := tx.FindPeople(v.ctx, store.PeopleFilter{Query: name}, 20)
	if err != nil {
		return false, err
	}
	for _, p := range people {
		to := url.Values{"person": {p.ID}}
		for _, field := range []string{"kind", "from", "to"} {
			if query.Get(field) != "" {
				to.Set(field, query.Get(field))
			}
		}
		page.Found = append(page.Found, Link{Label: p.Name, Href: "/ledger?" + to.Encode()})
	}
	page.NoSuch = len(people) == 0
	if len(people) == 1 {
		return true, v.answered(page.Found[0].Href)
	}
	return false, nil
}

// answered sends the browser elsewhere in the middle of an answer.
func (v *visit) answered(path string) error {
	if err := v.see(path); err != nil {
		return err
	}
	return errAnswered
}

func (s *Server) ledgerKinds(v *visit, tx *store.Tx, page *ledgerPage) error {
	kinds, err := tx.LedgerKinds(v.ctx)
	if err != nil {
		return err
	}
	page.Kinds = []Option{{Label: s.words.T(v.lang, "ledger.all_kinds")}}
	for _, kind := range kinds {
		page.Kinds = append(page.Kinds, Option{kind, s.kindName(v.lang, kind)})
	}
	return nil
}

// ledgerDays puts entries into sentences, and these under their days.
func (s *Server) ledgerDays(v *visit, tx *store.Tx, sealed []ledger.Sealed) ([]ledgerDay, error) {
	entries := make([]ledger.Entry, len(sealed))
	for i, e := range sealed {
		var err error
		if entries[i], _, _, err = ledger.Open(e.Leaf, e.Private); err != nil {
			return nil, err
		}
	}
	names, err := s.namesIn(v.ctx, tx, v.lang, entries...)
	if err != nil {
		return nil, err
	}
	var days []ledgerDay
	for i, e := range entries {
		at := e.Time.In(s.zone.get())
		if day := Date(v.lang, at); len(days) == 0 || days[len(days)-1].Day != day {
			days = append(days, ledgerDay{Day: day})
		}
		today := &days[len(days)-1]
		today.Lines = append(today.Lines, ledgerLine{sealed[i].Seq, e.Time, at.Format("15:04"), kindIcon(e.Kind), s.sentence(v.lang, e, names)})
	}
	return days, nil
}

// without gives a query without some of its fields, with its question mark, or nothing.
func without(query url.Values, fields ...string) string {
	left := url.Values{}
	for name, values := range query {
		left[name] = values
	}
	for _, f := range fields {
		left.Del(f)
	}
	if len(left) == 0 {
		return ""
	}
	return "?" + left.Encode()
}
