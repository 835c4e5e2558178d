package web

import (
	"net/http"
	"strconv"
	"strings"

	"rostrum/approval"
	"rostrum/compose"
	"rostrum/fault"
	"rostrum/policy/rule"
	"rostrum/publish"
	"rostrum/store"
)

// askPage shows, before a post is sent for approval, what the policy says of it and who will be asked.
type askPage struct {
	Page
	Form    Form
	Post    compose.Post
	Checked []checkedText
	Blocked bool
	Lacks   string // why nobody can be asked
	Steps   []askStep
	Guests  []askGuest
	Due     string
	Model   string // that may be asked for a second opinion; empty: none is
}

// askStep is one yes that is needed.
type askStep struct {
	Order int
	Why   string
	Who   []string
	All   bool
}

// askGuest is a row of the form for reviewers without an account.
type askGuest struct{ Name, Mail, Lang string }

// askedGuests is how many guests the form has room for.
const askedGuests = 3

func (s *Server) askApproval(v *visit) error {
	p, err := s.kept(v)
	if err != nil {
		return err
	}
	return s.showAsk(v, p, Form{}, http.StatusOK)
}

func (s *Server) showAsk(v *visit, p compose.Post, form Form, status int) error {
	if p.State != compose.Draft {
		return v.see("/posts/" + p.ID)
	}
	page := askPage{Page: s.page(v, "compose.ask_title"), Form: form, Post: p}
	page.Crumbs = []Link{{Label: s.words.T(v.lang, "compose.title"), Href: "/posts"}, {Label: s.words.T(v.lang, "compose.write_title"), Href: "/posts/" + p.ID}}
	for i := range askedGuests {
		guest := "guest." + strconv.Itoa(i) + "."
		page.Guests = append(page.Guests, askGuest{guest + "name", guest + "mail", guest + "lang"})
	}
	if s.Opinion != nil {
		page.Model = s.OpinionModel
	}
	if !p.Due.IsZero() {
		page.Due = DateTime(v.lang, p.Due.In(s.zoneOf(v)))
	}
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error { return s.planned(v, tx, &page) })
	if err != nil {
		return err
	}
	s.render.Render(v.w, v.r, status, "compose/ask", &page)
	return nil
}

// planned fills in what approval.Submit would do with the post now.
func (s *Server) planned(v *visit, tx *store.Tx, page *askPage) error {
	d, err := s.deskOf(v, tx)
	if err != nil {
		return err
	}
	edition, err := s.Edition(v.ctx, tx, v.now)
	if err != nil {
		return err
	}
	p, at := page.Post, outAt(page.Post, v.now)
	decision := approval.Judge(edition, p.Content, d.accounts, d.me, v.who.Name, at)
	page.Checked, page.Blocked = s.checkedTexts(v, &d, p, decision), decision.Verdict >= rule.Block
	if page.Blocked || len(p.Content.Accounts) == 0 {
		return nil
	}
	steps, err := approval.Plan(edition, decision, d.accounts, approval.Hands(p.Writers, v.who.ID), d.able, v.company.Sectors, at)
	if fault.For(err).Code == fault.Broken && err != nil {
		return err
	} else if err != nil {
		page.Lacks = fault.For(err).In(v.lang)
		return nil
	}
	names := map[string]string{}
	for _, step := range steps {
		if err := s.names(v, tx, names, step.Who...); err != nil {
			return err
		}
		one := askStep{Order: step.Order, Why: s.whyAsked(v.lang, &d, step), All: step.All}
		for _, id := range step.Who {
			one.Who = append(one.Who, names[id])
		}
		page.Steps = append(page.Steps, one)
	}
	return nil
}

// whyAsked says in one line what a step is for.
func (s *Server) whyAsked(lang string, d *desk, step approval.Step) string {
	var on string
	for _, a := range d.accounts {
		if a.ID == step.Account {
			on = a.Handle
		}
	}
	switch step.Kind {
	case approval.Clause:
		var clauses []string
		for _, c := range d.ready.Policy.Clauses {
			for _, id := range step.Clauses {
				if c.ID == id {
					clauses = append(clauses, c.Number+" "+c.Title.In(lang))
				}
			}
		}
		return s.words.T(lang, "compose.why_clause", "clauses", strings.Join(clauses, ", "))
	case approval.Speaker:
		return s.words.T(lang, "compose.why_speaker", "account", on)
	case approval.Account:
		return s.words.T(lang, "compose.why_account", "account", on)
	}
	return s.words.T(lang, "compose.why_principal")
}

// submitPost sends a post for approval; what needs nobody's yes goes on its way at once.
func (s *Server) submitPost(v *visit) error {
	version, _ := strconv.ParseInt(v.form("version"), 10, 64) // what is no number is no version that there is
	var state approval.State
	guests := v.guests()
	second, err := s.Second(v.ctx, v.who, v.r.PathValue("id"))
	if err != nil {
		return err
	}
	err = s.Store.Write(v.ctx, func(tx *store.Tx) error {
		edition, err := s.Edition(v.ctx, tx, v.now)
		if err != nil {
			return err
		}
		edition.Second = second
		request, err := publish.Submit(v.ctx, tx, v.who, v.r.PathValue("id"), version, edition, guests, v.now)
		if err != nil {
			return err
		}
		state = request.State
		if state == approval.Approved {
			return s.flash(v, tx, "compose.submitted_approved")
		}
		return s.flash(v, tx, "compose.submitted_flash")
	})
	if code := fault.For(err).Code; err != nil && (code == fault.Invalid || code == fault.Conflict) {
		p, readErr := s.kept(v)
		if readErr != nil {
			return readErr
		}
		form := Form{Values: v.r.PostForm}
		form.Refuse(v.lang, err)
		return s.showAsk(v, p, form, Status(code))
	} else if err != nil {
		return err
	}
	if state == approval.Approved {
		s.wake()
	}
	return v.see("/posts/" + v.r.PathValue("id"))
}

// guests are those whom the form names; a row with neither name nor mail is nobody, and those below it move up, so that
// what is wrong with a guest is told at their row.
func (v *visit) guests() []approval.GuestAsked {
	var all []approval.GuestAsked
	for i := range askedGuests {
		row := "guest." + strconv.Itoa(i) + "."
		g := approval.GuestAsked{Name: v.form(row + "name"), Mail: v.form(row + "mail"), Lang: v.form(row + "lang")}
		for _, field := range []string{"name", "mail", "lang"} {
			v.r.PostForm.Del(row + field)
		}
		if g.Name == "" && g.Mail == "" {
			continue
		}
		row = "guest." + strconv.Itoa(len(all)) + "."
		v.r.PostForm.Set(row+"name", g.Name)
		v.r.PostForm.Set(row+"mail", g.Mail)
		v.r.PostForm.Set(row+"lang", g.Lang)
		all = append(all, g)
	}
	return all
}
