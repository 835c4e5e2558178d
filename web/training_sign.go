package web

import (
	"html/template"
	"strings"
	"time"

	"rostrum/fault"
	"rostrum/handbook"
	"rostrum/policy"
	"rostrum/staff"
	"rostrum/store"
	"rostrum/studio"
	"rostrum/training"
)

// signPage is one clause to read and sign.
type signPage struct {
	Page
	Form                Form
	Clause, Digest      string
	Course              string // where only a course's clauses are signed
	Number, Foreign     string // Foreign is the language of the clause, where it is not the page's
	Body                template.HTML
	Consequence         string
	AppliesTo           string
	Signed, All, Gauged int
	Before              *training.Signature
	Changes             []Passage
}

// signedPage is the end of signing: everything is signed.
type signedPage struct {
	Page
	Signed  int
	Last    time.Time
	Version string
	Course  string
	Name    string // of the course
}

// sign shows the next clause to sign, or that there is none.
func (s *Server) sign(v *visit) error {
	return s.showClauseToSign(v, v.r.URL.Query().Get("course"), "", Form{}, 200)
}

// showClauseToSign shows a clause that is due: the one with the id, or else the first.
func (s *Server) showClauseToSign(v *visit, course, clause string, form Form, status int) error {
	page := signPage{Page: s.page(v, ""), Form: form, Course: course}
	var done *signedPage
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
		ready, err := s.InForce(v.ctx, tx, v.now)
		if err != nil {
			return err
		}
		signed, err := tx.Signatures(v.ctx, v.who.ID)
		if err != nil {
			return err
		}
		due, all, name, err := dueIn(ready.Policy, course, signed, v.who, v.lang)
		if err != nil {
			return err
		}
		if len(due) == 0 {
			done = s.signedAll(v, ready, signed, course, name)
			return nil
		}
		item := due[0]
		for _, i := range due {
			if i.Clause.ID == clause {
				item = i
			}
		}
		page.Signed, page.All, page.Gauged = all-len(due), all, 100*(all-len(due))/all
		return s.fillClause(v, tx, &page, ready.Policy, item)
	})
	if err != nil {
		return err
	}
	if done != nil {
		s.render.Render(v.w, v.r, status, "training/signed", done)
		return nil
	}
	s.render.Render(v.w, v.r, status, "training/sign", &page)
	return nil
}

// dueIn gives what a person has yet to sign, of how many clauses, in the policy or in one course of it.
func dueIn(p *policy.Policy, course string, signed []training.Signature, who staff.Person, lang string) (due []training.Item, all int, name string, err error) {
	due = training.Due(p, signed, who)
	in := func(string) bool { return true }
	if course != "" {
		c, err := training.CourseOf(p, course)
		if err != nil {
			return nil, 0, "", err
		}
		due, in, name = training.DueOf(c, due), c.Has, c.Name.In(lang)
	}
	for _, c := range p.Clauses {
		if in(c.ID) && training.Concerns(c, who.Roles) {
			all++
		}
	}
	return due, all, name, nil
}

// fillClause puts the clause on the page, and what changed in it where it was signed before.
func (s *Server) fillClause(v *visit, tx *store.Tx, page *signPage, p *policy.Policy, item training.Item) (err error) {
	c := item.Clause
	page.Title, page.Crumbs = c.Title.In(v.lang), s.trainingCrumb(v.lang)
	page.Clause, page.Digest, page.Number, page.Foreign = c.ID, item.Digest, c.Number, otherLanguage(v.lang, c.Text)
	page.Consequence, page.AppliesTo, page.Before = c.Consequence.In(v.lang), s.appliesTo(v.lang, c), item.Before
	page.Body, err = handbook.Prose(p, c.Text.In(v.lang), "", 2, func(id string) string { return "/handbook/" + id })
	if err != nil || item.Before == nil {
		return err
	}
	older, err := s.Ready(v.ctx, tx, studio.Version{Digest: item.Before.Policy})
	if fault.Is(err, fault.NotFound) {
		return nil // nothing to compare with, so the whole text is all there is to show
	} else if err != nil {
		return err
	}
	if before := older.Policy.Clause(c.ID); before != nil {
		page.Changes = differingWords(s.wording(v.lang, before), s.wording(v.lang, c))
	}
	return nil
}

// wording is a clause as its signature has it, in a language and without the marks of Markdown, to be compared.
func (s *Server) wording(lang string, c *policy.Clause) string {
	lines := strings.Split(c.Title.In(lang)+"\n\n"+strings.TrimSpace(c.Text.In(lang)), "\n")
	for i, line := range lines {
		line = strings.TrimLeft(line, "#> ")
		if item, ok := strings.CutPrefix(line, "- "); ok {
			line = "• " + item
		}
		lines[i] = strings.NewReplacer("*", "", "`", "").Replace(line)
	}
	if consequence := c.Consequence.In(lang); consequence != "" {
		lines = append(lines, "", s.words.T(lang, "training.consequence")+": "+consequence)
	}
	return strings.Join(append(lines, "", s.words.T(lang, "training.applies_to")+": "+s.appliesTo(lang, c)), "\n")
}

// appliesTo names the accounts that a clause is about.
func (s *Server) appliesTo(lang string, c *policy.Clause) string {
	var channels []string
	for _, channel := range c.AppliesTo {
		channels = append(channels, s.words.T(lang, "training.channel_"+string(channel)))
	}
	return strings.Join(channels, ", ")
}

// otherLanguage gives the language in which a text is shown, where that is not the reader's.
func otherLanguage(lang string, t policy.Text) string {
	switch {
	case t.Only(lang) != "" || t.Empty():
		return ""
	case lang == Lithuanian:
		return English
	}
	return Lithuanian
}

func (s *Server) signedAll(v *visit, ready *Ready, signed []training.Signature, course, name string) *signedPage {
	page := &signedPage{Page: s.page(v, "training.signed_title"), Signed: len(signed), Version: ready.Policy.Version, Course: course, Name: name}
	page.Crumbs = s.trainingCrumb(v.lang)
	for _, one := range signed {
		if one.At.After(page.Last) {
			page.Last = one.At
		}
	}
	return page
}

// signClause takes "I have read and understood" for the clause as it was shown.
func (s *Server) signClause(v *visit) error {
	course := v.form("course")
	read := training.Read{Clause: v.form("clause"), Digest: v.form("digest")}
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error {
		ready, err := s.InForce(v.ctx, tx, v.now)
		if err != nil {
			return err
		}
		lang := v.lang
		if c := ready.Policy.Clause(read.Clause); c != nil && otherLanguage(lang, c.Text) != "" {
			lang = otherLanguage(lang, c.Text)
		}
		return training.Sign(v.ctx, tx, v.who, edition(ready), []training.Read{read}, lang, v.now)
	})
	if fault.Is(err, fault.Conflict) {
		form := Form{Values: v.r.PostForm}
		form.Refuse(v.lang, err)
		return s.showClauseToSign(v, course, read.Clause, form, 409)
	} else if err != nil {
		return err
	}
	return v.see(signPath(course))
}

// signPath is where one signs: everything, or the clauses of a course.
func signPath(course string) string {
	if course == "" {
		return "/training/sign"
	}
	return "/training/sign?course=" + course
}

// edition is a version as package training takes it.
func edition(r *Ready) training.Edition {
	return training.Edition{Version: r.Version, Policy: r.Policy}
}
