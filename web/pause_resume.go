package web

import (
	"rostrum/publish"
	"rostrum/staff"
	"rostrum/store"
)

// resumePage shows, before a pause ends, what became due meanwhile: each of it will wait for a word.
type resumePage struct {
	Page
	Pause   heldPause
	Overdue []publicationLine
	More    int
}

// Count is how many became due.
func (p *resumePage) Count() int { return len(p.Overdue) + p.More }

func (s *Server) resumeForm(v *visit) error {
	page := resumePage{}
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
		p, err := tx.Pause(v.ctx, v.r.PathValue("id"))
		if err != nil {
			return err
		}
		named, err := s.namedPauses(v, tx, []publish.Pause{p})
		if err != nil {
			return err
		}
		page.Pause = named[0]
		due, err := tx.Overdue(v.ctx, v.now)
		if err != nil {
			return err
		}
		var held []publish.Publication
		for _, out := range due {
			if p.Holds(out) {
				held = append(held, out)
			}
		}
		page.More = max(0, len(held)-publicationsOnPage)
		page.Overdue, err = s.publicationLines(v, tx, held[:len(held)-page.More])
		return err
	})
	if err != nil {
		return err
	}
	page.Page = s.page(v, "publish.resume_title")
	page.Crumbs = []Link{{Label: s.words.T(v.lang, "publish.pause_title"), Href: "/pause"}}
	s.render.Render(v.w, v.r, 200, "publish/resume", &page)
	return nil
}

func (s *Server) resume(v *visit) error {
	held := 0
	err := s.Store.Write(v.ctx, func(tx *store.Tx) (err error) {
		if _, held, err = publish.Resume(v.ctx, tx, v.who, v.r.PathValue("id"), v.now); err != nil {
			return err
		}
		told := "publish.resumed"
		if held > 0 {
			told = "publish.resumed_held"
		}
		return s.flash(v, tx, told)
	})
	if err != nil {
		return err
	}
	s.wake()
	if held > 0 && staff.May(v.who, staff.SeePosts) == nil {
		return v.see("/publications")
	}
	return v.see("/pause")
}
