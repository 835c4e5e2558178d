package web

import (
	"rostrum/fault"
	"rostrum/folder"
	"rostrum/store"
	"rostrum/studio"
)

// studioBeginPage asks from what a draft begins.
type studioBeginPage struct {
	Page
	Form    Form
	InForce *studio.Version
}

func (s *Server) studioBegin(v *visit) error { return s.studioBeginForm(v, 200, Form{}) }

func (s *Server) studioBeginForm(v *visit, status int, form Form) error {
	page := studioBeginPage{Page: s.page(v, "studio.begin_title"), Form: form}
	page.Crumbs = []Link{{Label: s.words.T(v.lang, "studio.title"), Href: "/studio"}}
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
		inForce, err := tx.VersionAt(v.ctx, v.now)
		if err == nil {
			page.InForce = &inForce
		} else if fault.Is(err, fault.NotFound) {
			err = nil
		}
		return err
	})
	if err != nil {
		return err
	}
	s.render.Render(v.w, v.r, status, "studio/begin", &page)
	return nil
}

func (s *Server) studioBegun(v *visit) error {
	begin, err := s.studioSource(v)
	var draft studio.Version
	if err == nil {
		err = s.Store.Write(v.ctx, func(tx *store.Tx) error {
			if draft, err = begin(tx); err != nil {
				return err
			}
			return s.flash(v, tx, "studio.begun")
		})
	}
	if f := fault.For(err); err != nil && (f.Code == fault.Invalid || f.Code == fault.NotFound || f.Code == fault.TooMany) {
		form := Form{Values: v.r.PostForm}
		form.Refuse(v.lang, err)
		return s.studioBeginForm(v, 422, form)
	} else if err != nil {
		return err
	}
	return v.see("/studio/" + draft.ID)
}

// studioSource reads from what the draft is to begin.
func (s *Server) studioSource(v *visit) (func(*store.Tx) (studio.Version, error), error) {
	name := v.form("name")
	switch from := v.form("from"); from {
	case "starter":
		return func(tx *store.Tx) (studio.Version, error) {
			return studio.BeginFromStarter(v.ctx, tx, v.who, v.company, name, v.now)
		}, nil
	case "folder":
		files, err := uploadedFolder(v)
		return func(tx *store.Tx) (studio.Version, error) {
			return studio.Import(v.ctx, tx, v.who, files, name, v.now)
		}, err
	default: // the id of a published version, or the one in force
		return func(tx *store.Tx) (studio.Version, error) {
			return studio.Begin(v.ctx, tx, v.who, v.form("version"), name, v.now)
		}, nil
	}
}

func uploadedFolder(v *visit) (folder.Files, error) {
	packed, err := uploaded(v.r, "folder")
	if err != nil {
		return nil, err
	}
	files, err := folder.Unpack(packed)
	if f := fault.For(err); err != nil && f.Code != fault.Broken {
		return nil, &fault.Fault{Code: fault.Invalid, EN: f.EN, LT: f.LT, Field: "folder"}
	}
	return lifted(files), err
}
