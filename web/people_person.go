package web

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"rostrum/fault"
	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
)

// personPage is a person: who they are, what they may do, and what was done.
type personPage struct {
	Page
	Form      Form
	Who       personLine
	Fields    personFields
	MayEdit   bool
	Own       bool // it is the reader's own page
	Erased    bool
	Meanwhile []meanwhile
	History   []historyLine
}

// personFields is what a form about a person offers to choose from.
type personFields struct {
	Form       Form
	Teams      []Option
	Languages  []Option
	Roles      []roleChoice
	RolesFixed bool // nobody changes their own
}

// roleChoice is a role with what it is trusted with.
type roleChoice struct {
	Value, Name, May string
	Chosen           bool
}

// meanwhile is a field that somebody else changed while a form was open.
type meanwhile struct{ Label, Now, Typed string }

func (s *Server) person(v *visit) error { return s.showPerson(v, http.StatusOK, nil) }

// showPerson shows the page, with what was typed if it was refused.
func (s *Server) showPerson(v *visit, status int, wrong error) error {
	page := &personPage{MayEdit: staff.May(v.who, staff.EditPeople) == nil}
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
		p, err := tx.Person(v.ctx, v.r.PathValue("id"))
		if err != nil {
			return err
		}
		teams, err := s.teamOptions(v, tx)
		if err != nil {
			return err
		}
		page.Page = s.page(v, "")
		page.Title = p.Name
		page.Crumbs = []Link{{Label: s.words.T(v.lang, "people.title"), Href: "/people"}}
		page.Who = personLine{p, labelOf(teams, p.Team), s.roleNames(v.lang, p.Roles)}
		page.Own, page.Erased = p.ID == v.who.ID, staff.Erased(p)
		page.Form = Form{Values: personValues(p)}
		if wrong != nil {
			page.Meanwhile = s.meanwhile(v, p, teams)
			page.Form.Values = v.r.PostForm
			page.Form.Values.Set("version", strconv.FormatInt(p.Version, 10))
			page.Form.Refuse(v.lang, wrong)
		}
		page.Fields = s.personFields(v, page.Form, teams)
		page.Fields.RolesFixed = page.Own
		page.History, err = s.history(v, tx, p.ID)
		return err
	})
	if err != nil {
		return err
	}
	s.render.Render(v.w, v.r, status, "people/person", page)
	return nil
}

// changePerson takes the form. Roles want a fresh proof, and so does the address to which lost ways in are sent; the rest
// does not.
func (s *Server) changePerson(v *visit) error {
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error {
		was, err := tx.Person(v.ctx, v.r.PathValue("id"))
		if err != nil {
			return err
		}
		to := s.typedPerson(v, was)
		to.Version, err = strconv.ParseInt(v.form("version"), 10, 64)
		if err != nil {
			return fault.New(fault.Invalid, "Open the page again and make the change anew.", "Atverkite puslapį iš naujo ir pakeiskite dar kartą.")
		}
		if !strings.EqualFold(to.Mail, was.Mail) {
			if err := s.fresh(v); err != nil {
				return err
			}
		}
		if was.ID == v.who.ID {
			to.Roles = was.Roles
		} else if !staff.SameRoles(was.Roles, to.Roles) {
			if err := signin.StepUp(string(staff.GiveRoles), v.session.kept.Proved, v.now); err != nil {
				return err
			}
		}
		if _, err := staff.Move(v.ctx, tx, v.who, to, v.now); err != nil {
			return err
		}
		return s.flash(v, tx, "people.saved")
	})
	if status, mendable := refused(err); err != nil && mendable {
		return s.showPerson(v, status, err)
	} else if err != nil {
		return err
	}
	return v.see("/people/" + v.r.PathValue("id"))
}

// typedPerson is p as the form says.
func (s *Server) typedPerson(v *visit, p staff.Person) staff.Person {
	p.Name, p.Mail, p.Team, p.Language = v.form("name"), v.form("mail"), v.form("team"), v.form("language")
	if zone := v.form("zone"); zone != "" {
		p.Zone = zone
	}
	p.Roles = nil
	for _, r := range v.r.PostForm["roles"] {
		p.Roles = append(p.Roles, staff.Role(r))
	}
	return p
}

func personValues(p staff.Person) url.Values {
	roles := make([]string, len(p.Roles))
	for i, r := range p.Roles {
		roles[i] = string(r)
	}
	return url.Values{"name": {p.Name}, "mail": {p.Mail}, "team": {p.Team}, "language": {p.Language}, "zone": {p.Zone},
		"roles": roles, "version": {strconv.FormatInt(p.Version, 10)}}
}

// personFields are the choices of a form about a person, those of form chosen.
func (s *Server) personFields(v *visit, form Form, teams []Option) personFields {
	f := personFields{Form: form, Teams: teams, Languages: []Option{
		{Lithuanian, s.words.T(v.lang, "people.language_lt")}, {English, s.words.T(v.lang, "people.language_en")}}}
	for _, r := range staff.Roles() {
		if r != staff.Employee {
			f.Roles = append(f.Roles, roleChoice{string(r), s.words.T(v.lang, "role."+string(r)), s.words.T(v.lang, "people.may_"+string(r)),
				slices.Contains(form.Values["roles"], string(r))})
		}
	}
	return f
}

// meanwhile tells what differs between what was typed and what is there now.
func (s *Server) meanwhile(v *visit, now staff.Person, teams []Option) []meanwhile {
	if v.form("version") == strconv.FormatInt(now.Version, 10) {
		return nil
	}
	typed := s.typedPerson(v, now)
	var all []meanwhile
	for _, f := range []struct{ key, now, typed string }{
		{"people.name", now.Name, typed.Name}, {"people.mail", now.Mail, typed.Mail},
		{"people.team", labelOf(teams, now.Team), labelOf(teams, typed.Team)},
		{"people.language", s.words.T(v.lang, "people.language_"+now.Language), s.words.T(v.lang, "people.language_"+typed.Language)},
		{"people.zone", now.Zone, typed.Zone}, {"people.roles", s.listed(v.lang, now.Roles), s.listed(v.lang, typed.Roles)},
	} {
		if f.now != f.typed {
			all = append(all, meanwhile{s.words.T(v.lang, f.key), f.now, f.typed})
		}
	}
	return all
}
