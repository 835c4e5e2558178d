package web

import (
	"context"
	"net/http"
	"net/url"
	"time"

	"rostrum/compose"
	"rostrum/fault"
	"rostrum/publish"
	"rostrum/store"
)

// movePage asks for another day and hour. The calendar shows the same form in a dialog.
type movePage struct {
	Page
	Form    Form
	Move    string // where the form goes
	Then    string // where to go on
	On      face
	Start   string
	From    time.Time
	Decided bool // it was approved
	Zone    string
	Today   string
}

// undo takes back a move: the page that tells of it offers it once.
type undo struct {
	Action string    `json:"action"` // where the form goes
	Due    time.Time `json:"due"`    // to what it was
	Zone   string    `json:"zone,omitempty"`
	Then   string    `json:"-"`
}

// At is the time as the form writes it.
func (u undo) At() string { return u.Due.UTC().Format(time.RFC3339Nano) }

// undoable has the next page offer to take a move back, unless the time that it had has passed.
func (v *visit) undoable(action string, was time.Time, zone string) {
	if v.session.kept.Undo = nil; was.After(v.now) {
		v.session.kept.Undo = &undo{Action: action, Due: was, Zone: zone}
	}
}

// dueOf reads the day and the time of a form, as the company's clocks show them, or the moment of one that takes a move back.
func (s *Server) dueOf(v *visit) (time.Time, error) {
	if exact := v.form("due"); exact != "" {
		due, err := time.Parse(time.RFC3339Nano, exact)
		if err != nil {
			err = enterTime()
		}
		return due, err
	}
	due, err := compose.ParseDue(v.form("day"), v.form("clock"), s.zone.get().String())
	if err == nil && due.IsZero() {
		err = enterTime()
	}
	return due, err
}

func enterTime() error {
	return fault.Of("due", "Enter a day and a time.", "Įveskite dieną ir laiką.")
}

func (s *Server) moveForm(v *visit) error { return s.showMove(v, http.StatusOK, nil) }

// showMove shows the form of a publication, with what was typed if that was refused.
func (s *Server) showMove(v *visit, status int, wrong error) error {
	page := movePage{Decided: true}
	var p publish.Publication
	err := s.Store.Read(v.ctx, func(tx *store.Tx) (err error) {
		if p, err = tx.Publication(v.ctx, v.r.PathValue("id")); err != nil {
			return err
		}
		faces, err := facesOf(v, tx)
		if err != nil {
			return err
		}
		page.On, page.From = faceOf(faces, p.Account), p.Due
		texts := said{tx: tx}
		page.Start, err = texts.start(v, p)
		return err
	})
	if err == nil && wrong == nil && p.State != publish.Scheduled {
		return v.see("/publications/" + p.ID)
	} else if err != nil {
		return err
	}
	page.Move = "/publications/" + p.ID + "/move"
	return s.renderMove(v, page, status, wrong)
}

func (s *Server) movePostForm(v *visit) error { return s.showMovePost(v, http.StatusOK, nil) }

// showMovePost shows the form of a draft.
func (s *Server) showMovePost(v *visit, status int, wrong error) error {
	page := movePage{}
	var p compose.Post
	err := s.Store.Read(v.ctx, func(tx *store.Tx) (err error) {
		if p, err = tx.Post(v.ctx, v.r.PathValue("id")); err != nil {
			return err
		}
		faces, err := facesOf(v, tx)
		if len(p.Content.Accounts) > 0 {
			page.On = faceOf(faces, p.Content.Accounts[0])
		}
		return err
	})
	if err == nil && wrong == nil && p.State != compose.Draft {
		return v.see("/posts/" + p.ID)
	} else if err != nil {
		return err
	}
	page.Move, page.Start, page.From = "/posts/"+p.ID+"/move", firstWords(beginning(p.Content.Text)), p.Due
	return s.renderMove(v, page, status, wrong)
}

func (s *Server) renderMove(v *visit, page movePage, status int, wrong error) error {
	zone := s.zone.get()
	page.Page, page.Zone, page.Today = s.page(v, "publish.move_title"), zone.String(), v.now.In(zone).Format(time.DateOnly)
	if page.Then = "/calendar"; v.r.FormValue("then") != "" {
		page.Then = Local(v.r.FormValue("then"))
	}
	page.Crumbs = []Link{{Label: s.words.T(v.lang, "publish.calendar"), Href: page.Then}}
	page.Form.Values = url.Values{}
	if !page.From.IsZero() {
		page.Form.Values.Set("day", page.From.In(zone).Format(time.DateOnly))
		page.Form.Values.Set("clock", page.From.In(zone).Format("15:04"))
	}
	if wrong != nil {
		page.Form.Values = v.r.PostForm
		page.Form.Refuse(v.lang, wrong)
	}
	s.render.Render(v.w, v.r, status, "publish/move", &page)
	return nil
}

func (s *Server) movePublication(v *visit) error {
	id := v.r.PathValue("id")
	action := "/publications/" + id + "/move"
	return s.changePublication(v, "publish.moved", func(ctx context.Context, tx *store.Tx, id string) error {
		due, err := s.dueOf(v)
		if err != nil {
			return err
		}
		was, err := tx.Publication(ctx, id)
		if err != nil {
			return err
		}
		v.undoable(action, was.Due, "")
		_, err = publish.Move(ctx, tx, v.who, id, due, v.now)
		return err
	})
}

// movePost gives a draft another time.
func (s *Server) movePost(v *visit) error {
	id := v.r.PathValue("id")
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error {
		p, err := tx.Post(v.ctx, id)
		if err != nil {
			return err
		}
		due, err := s.dueOf(v)
		if err != nil {
			return err
		}
		zone := v.form("zone")
		if zone == "" {
			zone = s.zone.get().String()
		}
		v.undoable("/posts/"+id+"/move", p.Due, p.Zone)
		if _, err := compose.Save(v.ctx, tx, v.who, id, p.Version, p.Content, due, zone, v.now); err != nil {
			return err
		}
		return s.flash(v, tx, "publish.moved")
	})
	if fault.Is(err, fault.Invalid) {
		return s.showMovePost(v, Status(fault.Invalid), err)
	} else if err != nil {
		return err
	}
	return v.see(Local(v.form("then")))
}
