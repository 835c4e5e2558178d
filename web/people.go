package web

import (
	"context"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"rostrum/staff"
	"rostrum/store"
)

// peoplePageSize is how many people a page shows.
const peoplePageSize = 50

// peoplePage lists people by name.
type peoplePage struct {
	Page
	Tabs           []Link
	Form           Form
	State          staff.State
	Team           *staff.Team // whom the list is narrowed down to
	People         []personLine
	Found          int
	MayEdit, Alone bool // Alone: nobody was ever invited
	Everybody      string
	Previous, Next string
}

// personLine is a person in a list.
type personLine struct {
	staff.Person
	TeamName  string
	RoleNames []string
}

func (s *Server) people(v *visit) error {
	query := v.r.URL.Query()
	filter := store.PeopleFilter{Query: query.Get("q"), Team: query.Get("team"), State: stateNamed(query.Get("state")),
		After: query.Get("after"), Before: query.Get("before")}
	page := peoplePage{Page: s.page(v, "people.title"), Form: Form{Values: query}, State: filter.State, MayEdit: staff.May(v.who, staff.EditPeople) == nil}
	if page.MayEdit {
		page.Action = &Link{Icon: "user-plus", Label: s.words.T(v.lang, "people.invite"), Href: "/people/invite"}
	}
	page.Everybody = peopleHref(url.Values{"q": {filter.Query}, "state": {query.Get("state")}})
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
		teams, err := tx.TeamNames(v.ctx)
		if err != nil {
			return err
		}
		counts, err := s.countPeople(v.ctx, tx, filter)
		if err != nil {
			return err
		}
		page.Tabs = s.peopleTabs(v, filter, counts)
		page.Found = counts[filter.State]
		page.Alone = filter.Query == "" && filter.Team == "" && counts[staff.Active]+counts[staff.Invited]+counts[staff.Left] == 1
		found, err := tx.FindPeople(v.ctx, filter, peoplePageSize+1)
		if err != nil {
			return err
		}
		found = page.turn(filter, found)
		names := map[string]string{}
		for _, t := range teams {
			names[t.ID] = t.Name
			if t.ID == filter.Team {
				page.Team = &t
			}
		}
		for _, p := range found {
			page.People = append(page.People, personLine{p, names[p.Team], s.roleNames(v.lang, p.Roles)})
		}
		return nil
	})
	if err != nil {
		return err
	}
	s.render.Render(v.w, v.r, http.StatusOK, "people/list", &page)
	return nil
}

// countPeople counts those whom the filter finds, by state. All people are counted once for a size of the ledger: whatever
// changes who they are is an entry of it.
func (s *Server) countPeople(ctx context.Context, tx *store.Tx, f store.PeopleFilter) (map[staff.State]int, error) {
	if f.Query != "" || f.Team != "" {
		return tx.CountFound(ctx, f)
	}
	size, _, err := tx.LedgerHead(ctx)
	if err != nil {
		return nil, err
	}
	return s.headcount.get(strconv.FormatInt(size, 10), func() (map[staff.State]int, error) { return tx.CountFound(ctx, f) })
}

// turn cuts what was found to a page and sets the ways on and back.
func (p *peoplePage) turn(f store.PeopleFilter, found []staff.Person) []staff.Person {
	more := len(found) > peoplePageSize
	switch {
	case more && f.Before != "":
		found = found[1:]
	case more:
		found = found[:peoplePageSize]
	}
	if len(found) == 0 {
		return found
	}
	at := func(name, id string) string {
		return peopleHref(url.Values{"q": {f.Query}, "team": {f.Team}, "state": {string(f.State)}, name: {id}})
	}
	if f.After != "" || f.Before != "" && more {
		p.Previous = at("before", found[0].ID)
	}
	if f.Before != "" || more {
		p.Next = at("after", found[len(found)-1].ID)
	}
	return found
}

// stateNamed reads the state in an address; the list opens with who is active.
func stateNamed(name string) staff.State {
	switch s := staff.State(name); s {
	case staff.Invited, staff.Left:
		return s
	}
	return staff.Active
}

// peopleTabs are the states, each with how many people it has.
func (s *Server) peopleTabs(v *visit, f store.PeopleFilter, counts map[staff.State]int) []Link {
	var tabs []Link
	for _, state := range []staff.State{staff.Active, staff.Invited, staff.Left} {
		tabs = append(tabs, Link{Label: s.words.T(v.lang, "people.state_"+string(state)), Current: state == f.State, Count: counts[state],
			Href: peopleHref(url.Values{"q": {f.Query}, "team": {f.Team}, "state": {string(state)}})})
	}
	return tabs
}

// peopleHref is the address of a list; what is empty, or as it is anyway, is left out.
func peopleHref(q url.Values) string {
	for name, value := range q {
		if strings.Join(value, "") == "" || name == "state" && value[0] == string(staff.Active) {
			q.Del(name)
		}
	}
	if len(q) == 0 {
		return "/people"
	}
	return "/people?" + q.Encode()
}
