package web

import (
	"net/http"

	"rostrum/compose"
	"rostrum/fault"
	"rostrum/post"
	"rostrum/store"
)

// newPost shows an empty page, or one begun with a template.
func (s *Server) newPost(v *visit) error {
	var p compose.Post
	if id := v.r.URL.Query().Get("template"); id != "" {
		err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
			t, err := tx.Template(v.ctx, id)
			lang := v.r.URL.Query().Get("lang")
			if lang != Lithuanian && lang != English {
				lang = v.lang
			}
			p.Content = post.Content{Text: t.In(lang), Topic: t.Topic}
			return err
		})
		if err != nil {
			return err
		}
	}
	return s.showPost(v, s.forSlot(v, p), Form{}, nil, http.StatusOK)
}

func (s *Server) onePost(v *visit) error {
	p, err := s.kept(v)
	if err != nil {
		return err
	}
	return s.showPost(v, p, Form{}, nil, http.StatusOK)
}

// kept gives the post that the address names.
func (s *Server) kept(v *visit) (p compose.Post, err error) {
	err = s.Store.Read(v.ctx, func(tx *store.Tx) error {
		p, err = tx.Post(v.ctx, v.r.PathValue("id"))
		return err
	})
	return p, err
}

// writePost keeps what the form says, adds the pictures that were sent along, and goes where the button leads.
func (s *Server) writePost(v *visit) error {
	added, err := s.takePictures(v)
	if err != nil {
		return s.refusePost(v, err)
	}
	v.r.PostForm["image"] = append(withoutPictures(v.r.PostForm["image"], v.r.PostForm["remove"]), added...)
	p, err := s.keep(v)
	if err != nil {
		return s.refusePost(v, err)
	}
	switch v.form("do") {
	case "check":
		return v.see("/posts/" + p.ID + "?check=1#checked")
	case "ask":
		return v.see("/posts/" + p.ID + "/ask")
	case "picture":
		return v.see("/posts/" + p.ID + "#pictures")
	}
	return s.saved(v, "/posts/"+p.ID)
}

// keep begins a post, or saves the one of the address.
func (s *Server) keep(v *visit) (p compose.Post, err error) {
	w := v.written()
	if w.Wrong != nil {
		return p, w.Wrong
	}
	return s.keepAs(v, w)
}

func (s *Server) keepAs(v *visit, w written) (p compose.Post, err error) {
	err = s.Store.Write(v.ctx, func(tx *store.Tx) error {
		if id := v.r.PathValue("id"); id != "" && id != "new" {
			save := compose.Save
			if w.Apart {
				save = compose.SaveApart
			}
			p, err = save(v.ctx, tx, v.who, id, w.Version, w.Content, w.Due, w.Zone, v.now)
		} else {
			p, err = compose.Begin(v.ctx, tx, v.who, w.Content, w.Due, w.Zone, v.now)
		}
		return err
	})
	return p, err
}

func (s *Server) saved(v *visit, then string) error {
	if err := s.Store.Write(v.ctx, func(tx *store.Tx) error { return s.flash(v, tx, "compose.saved_flash") }); err != nil {
		return err
	}
	return v.see(then)
}

// refusePost shows the form as it was sent, with what is wrong; where somebody else saved meanwhile, with both texts.
func (s *Server) refusePost(v *visit, wrong error) error {
	form := Form{Values: v.r.PostForm}
	form.Refuse(v.lang, wrong)
	var p compose.Post
	if id := v.r.PathValue("id"); id != "" {
		var err error
		if p, err = s.kept(v); err != nil {
			return err
		}
		if p.State != compose.Draft {
			return wrong
		}
	}
	var clash *postClash
	if fault.Is(wrong, fault.Conflict) {
		clash = &postClash{Their: p.Content, Version: p.Version}
	}
	return s.showPost(v, p, form, clash, Status(fault.For(wrong).Code))
}
