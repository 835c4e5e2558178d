package web

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"rostrum/account"
	"rostrum/fault"
	"rostrum/staff"
	"rostrum/store"
)

// brandPage is one account: what people decide about it, and how it is.
type brandPage struct {
	Page
	Form       Form
	Account    brandLine
	MayConnect bool
	Known      bool // this server knows the account's network
	Owners     []Option
	Policies   []Option
	Languages  []Link
	Approvers  []approverChoice
	Days       []slotDay
	Zones      []Option
	Next       time.Time // the next slot
	Waiting    brandWaiting
}

// approverChoice is somebody who may be named as an approver. Who is named and no longer may is shown as that.
type approverChoice struct {
	ID, Name     string
	Chosen, Able bool
}

// slotDay is a day of the week with its times as people type them.
type slotDay struct{ Field, Label, Times string }

func (s *Server) brandAccount(v *visit) error { return s.showBrand(v, http.StatusOK, nil) }

// showBrand shows the page, with what was typed if it was refused.
func (s *Server) showBrand(v *visit, status int, wrong error) error {
	page := &brandPage{MayConnect: staff.May(v.who, staff.ConnectAccount) == nil}
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
		a, err := tx.BrandAccount(v.ctx, v.r.PathValue("id"))
		if err != nil {
			return err
		}
		page.Known = s.Networks[a.Network] != nil
		page.Next = a.Next(v.now)
		if page.Waiting, err = waitingOn(v, tx, a); err != nil {
			return err
		}
		page.Form = Form{Values: brandValues(a)}
		if wrong != nil {
			page.Form.Values = v.r.PostForm
			page.Form.Values.Set("version", strconv.FormatInt(a.Version, 10))
			page.Form.Refuse(v.lang, wrong)
		}
		lines, err := s.brandLines(v, tx, []account.Account{a})
		if err != nil {
			return err
		}
		page.Account = lines[0]
		return s.brandChoices(v, tx, page)
	})
	if err != nil {
		return err
	}
	page.Page = s.page(v, "")
	page.Title, page.Lead = page.Account.Handle, page.Account.NetworkName
	if page.Account.Name != "" {
		page.Lead += " · " + page.Account.Name
	}
	page.Crumbs = []Link{{Label: s.words.T(v.lang, "accounts.title"), Href: "/accounts"}}
	s.render.Render(v.w, v.r, status, "accounts/account", page)
	return nil
}

// brandChoices fills in what the form offers.
func (s *Server) brandChoices(v *visit, tx *store.Tx, page *brandPage) error {
	values := page.Form.Values
	owners, err := peopleWho(v, tx, staff.SeeAccounts)
	if err != nil {
		return err
	}
	for _, p := range owners {
		page.Owners = append(page.Owners, Option{p.ID, p.Name})
	}
	able, err := peopleWho(v, tx, staff.VotePosts)
	if err != nil {
		return err
	}
	for _, p := range able {
		page.Approvers = append(page.Approvers, approverChoice{p.ID, p.Name, slices.Contains(values["approvers"], p.ID), true})
	}
	if err := s.formerApprovers(v, tx, page); err != nil {
		return err
	}
	named, err := s.policyAccounts(v, tx, page.Account.Network)
	page.Policies = []Option{{"", s.words.T(v.lang, "accounts.policy_none")}}
	for _, a := range named {
		page.Policies = append(page.Policies, Option{a.ID, a.ID + " (" + a.Handle + ")"})
	}
	if has := page.Account.Policy; has != "" && labelOf(page.Policies, has) == "" {
		page.Policies = append(page.Policies, Option{has, s.words.T(v.lang, "accounts.policy_gone", "id", has)})
	}
	for _, lang := range []string{Lithuanian, English} {
		page.Languages = append(page.Languages, Link{Href: lang, Label: s.words.T(v.lang, "people.language_"+lang), Current: slices.Contains(values["languages"], lang)})
	}
	for _, day := range weekdays() {
		field := slotField(day)
		page.Days = append(page.Days, slotDay{field, s.words.T(v.lang, "accounts."+field), values.Get(field)})
	}
	page.Zones = zones(values.Get("zone"))
	return err
}

// formerApprovers adds those who are named and may not approve any more, so that nobody waits for them unknowing.
func (s *Server) formerApprovers(v *visit, tx *store.Tx, page *brandPage) error {
	var former []string
	for _, id := range page.Account.Approvers {
		if !slices.ContainsFunc(page.Approvers, func(c approverChoice) bool { return c.ID == id }) {
			former = append(former, id)
		}
	}
	names, err := tx.NamesOf(v.ctx, former)
	for _, id := range former {
		page.Approvers = append(page.Approvers, approverChoice{id, names[id], slices.Contains(page.Form.Values["approvers"], id), false})
	}
	return err
}

// peopleWho gives the active people whose roles allow an action, in the order of the reader's alphabet.
func peopleWho(v *visit, tx *store.Tx, may staff.Action) ([]staff.Person, error) {
	var all []staff.Person
	for _, role := range staff.Roles() {
		if role == staff.Employee || staff.May(staff.Person{State: staff.Active, Roles: []staff.Role{role}}, may) != nil {
			continue
		}
		people, err := tx.PeopleWithRole(v.ctx, role)
		if err != nil {
			return nil, err
		}
		for _, p := range people {
			if !slices.ContainsFunc(all, func(known staff.Person) bool { return known.ID == p.ID }) {
				all = append(all, p)
			}
		}
	}
	SortByName(v.lang, all, func(p staff.Person) string { return p.Name })
	return all, nil
}

// weekdays begin with Monday.
func weekdays() []time.Weekday {
	return []time.Weekday{time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday, time.Saturday, time.Sunday}
}

// slotField is the form's field for the times of a day, and the key of the day's name.
func slotField(day time.Weekday) string { return "slots_" + strings.ToLower(day.String()) }

func brandValues(a account.Account) url.Values {
	all := "any"
	if a.All {
		all = "all"
	}
	values := url.Values{"purpose": {a.Purpose}, "owner": {a.Owner}, "policy": {a.Policy}, "languages": a.Languages, "rule": {string(a.Rule)},
		"approvers": a.Approvers, "all": {all}, "zone": {a.Zone}, "version": {strconv.FormatInt(a.Version, 10)}}
	for _, day := range weekdays() {
		values.Set(slotField(day), a.Times(day))
	}
	return values
}

// typedBrand is the account as the form says.
func typedBrand(v *visit) (a account.Account, err error) {
	form := v.r.PostForm
	a = account.Account{ID: v.r.PathValue("id"), Purpose: v.form("purpose"), Owner: v.form("owner"), Policy: v.form("policy"), Languages: form["languages"],
		Rule: account.Rule(v.form("rule")), Approvers: form["approvers"], All: v.form("all") == "all", Zone: v.form("zone")}
	if a.Version, err = strconv.ParseInt(v.form("version"), 10, 64); err != nil {
		return a, fault.New(fault.Invalid, "Open the page again and make the change anew.", "Atverkite puslapį iš naujo ir pakeiskite dar kartą.")
	}
	for _, day := range weekdays() {
		slots, err := account.ReadSlots(slotField(day), day, v.form(slotField(day)))
		if err != nil {
			return a, err
		}
		a.Slots = append(a.Slots, slots...)
	}
	return a, nil
}
