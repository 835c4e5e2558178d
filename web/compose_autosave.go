package web

import (
	"net/http"
	"time"

	"rostrum/compose"
	"rostrum/fault"
	"rostrum/store"
)

// autosave keeps what is typed, while it is typed. It takes the form of the page and answers scripts. A time that cannot
// be kept never keeps the text from being kept: the one before stays, and the fault is told.
func (s *Server) autosave(v *visit) error {
	p, err := s.keep(v)
	wrong := fault.For(err)
	if err != nil && (wrong.Field == "due" || wrong.Field == "zone") {
		p, err = s.keepWithoutTime(v)
	} else {
		wrong = nil
	}
	switch {
	case fault.Is(err, fault.Conflict):
		return s.tellClash(v, err)
	case err != nil && fault.For(err).Code == fault.Broken:
		return err
	case err != nil:
		f := fault.For(err)
		return s.tellJSON(v, Status(f.Code), told{Error: f.In(v.lang), Field: f.Field})
	}
	t := told{ID: p.ID, Version: p.Version, Revision: p.Revision, Saved: v.now.In(s.zoneOf(v)).Format("15:04")}
	if wrong != nil {
		t.Error, t.Field = wrong.In(v.lang), wrong.Field
	}
	return s.tellJSON(v, http.StatusOK, t)
}

// keepWithoutTime keeps the text with the time that the post has already.
func (s *Server) keepWithoutTime(v *visit) (compose.Post, error) {
	w := v.written()
	w.Due, w.Zone = time.Time{}, s.zoneOf(v).String()
	if v.r.PathValue("id") != "new" {
		p, err := s.kept(v)
		if err != nil {
			return p, err
		}
		w.Due, w.Zone = p.Due, p.Zone
	}
	return s.keepAs(v, w)
}

// tellClash gives what somebody else saved, so that the writer can choose.
func (s *Server) tellClash(v *visit, clash error) error {
	p, err := s.kept(v)
	if err != nil {
		return err
	}
	t := told{Error: fault.For(clash).In(v.lang), ID: p.ID, Version: p.Version, Revision: p.Revision}
	if p.State == compose.Draft {
		t.Theirs = &p.Content
	}
	names := map[string]string{}
	err = s.Store.Read(v.ctx, func(tx *store.Tx) error {
		last, err := tx.Revision(v.ctx, p.ID, p.Revision)
		if err != nil {
			return err
		}
		t.By = last.Author
		return s.names(v, tx, names, last.Author)
	})
	if err != nil {
		return err
	}
	t.By = names[t.By]
	return s.tellJSON(v, http.StatusConflict, t)
}
