package web

import (
	"net/http"
	"slices"
	"time"

	"rostrum/approval"
	"rostrum/fault"
	"rostrum/staff"
	"rostrum/store"
)

// standInPage is where somebody who votes names who does so while they are away.
type standInPage struct {
	Page
	Form
	Tabs   []Link
	People []Option
	Away   []delegationLine // the visitor's own, current and coming
	For    []delegationLine // for whom the visitor stands in
	Today  string
}

// delegationLine is a delegation with the other's name and the last day.
type delegationLine struct {
	approval.Delegation
	Name  string
	Last  time.Time
	Holds bool
}

func (s *Server) standIn(v *visit) error { return s.showStandIn(v, http.StatusOK, Form{}) }

func (s *Server) showStandIn(v *visit, status int, form Form) error {
	page := standInPage{Page: s.page(v, "account.title"), Form: form, Tabs: s.accountTabs(v), Today: v.now.In(zoneOf(v.who)).Format(time.DateOnly)}
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error { return s.fillStandIn(v, tx, &page) })
	if err != nil {
		return err
	}
	s.render.Render(v.w, v.r, status, "approval/stand_in", &page)
	return nil
}

func (s *Server) fillStandIn(v *visit, tx *store.Tx, page *standInPage) error {
	var people []staff.Person
	for _, role := range []staff.Role{staff.Approver, staff.Principal} {
		more, err := tx.PeopleWithRole(v.ctx, role)
		if err != nil {
			return err
		}
		people = append(people, more...)
	}
	SortByName(v.lang, people, func(p staff.Person) string { return p.Name })
	page.People = []Option{{Value: "", Label: s.words.T(v.lang, "approval.choose")}}
	for _, p := range people {
		if p.ID != v.who.ID && !slices.ContainsFunc(page.People, func(o Option) bool { return o.Value == p.ID }) {
			page.People = append(page.People, Option{Value: p.ID, Label: p.Name})
		}
	}
	names := map[string]string{}
	own, err := tx.StandIns(v.ctx, v.who.ID)
	if err != nil {
		return err
	}
	for _, d := range own {
		if err := s.names(v, tx, names, d.StandIn); err != nil {
			return err
		}
		if d.Until.After(v.now) {
			page.Away = append(page.Away, delegationLine{d, names[d.StandIn], d.Until.Add(-time.Second), d.Holds(v.now)})
		}
	}
	others, err := tx.StandsInFor(v.ctx, v.who.ID, v.now)
	if err != nil {
		return err
	}
	for _, d := range others {
		if err := s.names(v, tx, names, d.Person); err != nil {
			return err
		}
		page.For = append(page.For, delegationLine{d, names[d.Person], d.Until.Add(-time.Second), true})
	}
	return nil
}

// changeStandIn names a stand-in, or ends what was named.
func (s *Server) changeStandIn(v *visit) error {
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error {
		if end := v.form("end"); end != "" {
			if err := approval.Return(v.ctx, tx, v.who, end, v.now); err != nil {
				return err
			}
			return s.flash(v, tx, "approval.stand_in_ended")
		}
		d := approval.Delegation{StandIn: v.form("stand_in")}
		d.From, d.Until = s.daysAway(v)
		if err := approval.StandIn(v.ctx, tx, v.who, d, v.now); err != nil {
			return err
		}
		return s.flash(v, tx, "approval.stand_in_named")
	})
	if fault.Is(err, fault.Invalid) || fault.Is(err, fault.NotFound) {
		form := Form{Values: v.r.PostForm}
		form.Refuse(v.lang, err)
		return s.showStandIn(v, http.StatusUnprocessableEntity, form)
	} else if err != nil {
		return err
	}
	return v.see("/account/stand-in")
}

// daysAway reads the first and the last day in the visitor's time zone; what is no day is the zero Time.
func (s *Server) daysAway(v *visit) (from, until time.Time) {
	in := zoneOf(v.who)
	from, _ = time.ParseInLocation(time.DateOnly, v.form("from"), in)
	if last, err := time.ParseInLocation(time.DateOnly, v.form("until"), in); err == nil {
		until = last.AddDate(0, 0, 1)
	}
	return from, until
}
