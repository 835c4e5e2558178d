package web

import (
	"slices"
	"strconv"
	"strings"

	"rostrum/compose"
	"rostrum/fault"
	"rostrum/staff"
	"rostrum/store"
)

// historyPage shows what a post said before, and one revision next to the one that it followed.
type historyPage struct {
	Page
	Post      compose.Post
	Revisions []compose.Revision
	Names     map[string]string
	Shown     compose.Revision
	Before    *compose.Revision
	Changes   []postChange
	Bring     bool // the visitor may make Shown the latest
}

// postChange is a part of a post that differs between two revisions.
type postChange struct {
	Label    string
	Passages []Passage
}

func (s *Server) postHistory(v *visit) error {
	page := historyPage{Page: s.page(v, "compose.history_title"), Names: map[string]string{}}
	err := s.Store.Read(v.ctx, func(tx *store.Tx) (err error) {
		if page.Post, err = tx.Post(v.ctx, v.r.PathValue("id")); err != nil {
			return err
		}
		if page.Revisions, err = tx.Revisions(v.ctx, page.Post.ID); err != nil {
			return err
		}
		number, err := strconv.Atoi(v.r.URL.Query().Get("revision"))
		if err != nil {
			number = page.Post.Revision
		}
		if page.Shown, err = tx.Revision(v.ctx, page.Post.ID, number); err != nil {
			return err
		}
		if number > 1 {
			before, err := tx.Revision(v.ctx, page.Post.ID, number-1)
			if err != nil {
				return err
			}
			page.Before = &before
		}
		accounts, err := tx.BrandAccounts(v.ctx)
		if err != nil {
			return err
		}
		handles := map[string]string{}
		for _, a := range accounts {
			handles[a.ID] = a.Handle
		}
		page.Changes = s.postChanges(v.lang, page.Before, page.Shown, handles)
		return s.names(v, tx, page.Names, page.Post.Writers...)
	})
	if err != nil {
		return err
	}
	page.Bring = page.Post.State == compose.Draft && page.Shown.Number != page.Post.Revision && staff.May(v.who, staff.WritePosts) == nil
	of := "compose.read_title"
	if page.Post.State == compose.Draft {
		of = "compose.write_title"
	}
	page.Crumbs = []Link{{Label: s.words.T(v.lang, "compose.title"), Href: "/posts"}, {Label: s.words.T(v.lang, of), Href: "/posts/" + page.Post.ID}}
	s.render.Render(v.w, v.r, 200, "compose/history", &page)
	return nil
}

// postChanges lays a revision over the one before, part by part.
func (s *Server) postChanges(lang string, before *compose.Revision, now compose.Revision, handles map[string]string) []postChange {
	var older compose.Revision
	if before != nil {
		older = *before
	}
	var all []postChange
	add := func(label, was, is string) {
		if was != is {
			all = append(all, postChange{label, differingWords(was, is)})
		}
	}
	add(s.words.T(lang, "compose.text"), older.Content.Text, now.Content.Text)
	for _, id := range slices.Compact(slices.Sorted(slices.Values(slices.Concat(older.Content.Accounts, now.Content.Accounts)))) {
		add(s.words.T(lang, "compose.own_on", "account", handles[id]), older.Content.Own[id], now.Content.Own[id])
	}
	add(s.words.T(lang, "compose.accounts"), handlesOf(older, handles), handlesOf(now, handles))
	add(s.words.T(lang, "compose.topic"), older.Content.Topic, now.Content.Topic)
	add(s.words.T(lang, "compose.pictures"), picturesOf(older), picturesOf(now))
	return all
}

func handlesOf(r compose.Revision, handles map[string]string) (all string) {
	for _, id := range r.Content.Accounts {
		all += handles[id] + "\n"
	}
	return all
}

func picturesOf(r compose.Revision) (all string) {
	for _, i := range r.Content.Images {
		all += strings.Join(slices.DeleteFunc([]string{i.Alt, i.Credit, i.Digest[:8]}, func(s string) bool { return s == "" }), " · ") + "\n"
	}
	return all
}

// bringBack makes what an old revision said the latest.
func (s *Server) bringBack(v *visit) error {
	number, err := strconv.Atoi(v.form("revision"))
	if err != nil {
		return fault.New(fault.NotFound, "There is no such revision of the post.", "Tokios įrašo redakcijos nėra.")
	}
	err = s.Store.Write(v.ctx, func(tx *store.Tx) error {
		p, err := tx.Post(v.ctx, v.r.PathValue("id"))
		if err != nil {
			return err
		}
		old, err := tx.Revision(v.ctx, p.ID, number)
		if err != nil {
			return err
		}
		if _, err := compose.Bring(v.ctx, tx, v.who, p.ID, old.Number, v.now); err != nil {
			return err
		}
		return s.flash(v, tx, "compose.brought_back")
	})
	if err != nil {
		return err
	}
	return v.see("/posts/" + v.r.PathValue("id"))
}

// discardPost throws a post away; the page that follows offers to bring it back.
func (s *Server) discardPost(v *visit) error {
	version, _ := strconv.ParseInt(v.form("version"), 10, 64) // what is no number is no version that there is
	return s.shelvePost(v, "compose.discarded_flash", func(tx *store.Tx) error {
		_, err := compose.Discard(v.ctx, tx, v.who, v.r.PathValue("id"), version, v.now)
		return err
	})
}

func (s *Server) restorePost(v *visit) error {
	return s.shelvePost(v, "compose.restored_flash", func(tx *store.Tx) error {
		_, err := compose.Restore(v.ctx, tx, v.who, v.r.PathValue("id"), v.now)
		return err
	})
}

func (s *Server) shelvePost(v *visit, said string, move func(*store.Tx) error) error {
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error {
		if err := move(tx); err != nil {
			return err
		}
		return s.flash(v, tx, said)
	})
	if err != nil {
		return err
	}
	return v.see("/posts/" + v.r.PathValue("id"))
}
