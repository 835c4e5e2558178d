package web

import (
	"net/url"

	"rostrum/store"
	"rostrum/studio"
)

// thread is a comment with the answers to it.
type thread struct {
	studio.Comment
	Answers []studio.Comment
	Names   map[string]string
	Closed  bool   // the version takes no more comments
	Then    string // the page to come back to
}

// Open tells whether the thread waits for something.
func (t *thread) Open() bool { return t.Resolved.IsZero() }

// studioThreads gives the comments on a version by thread, the oldest first.
func (s *Server) studioThreads(v *visit, tx *store.Tx, d *draft) ([]thread, error) {
	comments, err := tx.Comments(v.ctx, d.ID)
	if err != nil {
		return nil, err
	}
	var threads []thread
	at := map[string]int{}
	for _, c := range comments {
		if err := s.names(v, tx, d.Names, c.Person, c.Resolver); err != nil {
			return nil, err
		}
		if i, answers := at[c.Thread]; answers {
			threads[i].Answers = append(threads[i].Answers, c)
			continue
		}
		at[c.Thread] = len(threads)
		threads = append(threads, thread{Comment: c, Names: d.Names, Closed: !d.Version.Open(), Then: v.r.URL.Path})
	}
	return threads, nil
}

func (s *Server) studioSay(v *visit) error {
	c := studio.Comment{Version: v.r.PathValue("id"), Clause: v.form("clause"), Thread: v.form("thread"), Text: unixLines(v.form("text"))}
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error {
		if _, err := studio.Say(v.ctx, tx, v.who, c, v.now); err != nil {
			return err
		}
		return s.flash(v, tx, "studio.said")
	})
	if err != nil {
		return err
	}
	return v.see(v.then() + "#comments")
}

func (s *Server) studioResolve(v *visit) error {
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error {
		return studio.Resolve(v.ctx, tx, v.who, v.r.PathValue("id"), v.r.PathValue("comment"), v.now)
	})
	if err != nil {
		return err
	}
	return v.see(v.then() + "#comments")
}

// then is the page of this version that a form asks to come back to.
func (v *visit) then() string {
	if u, err := url.Parse(Local(v.form("then"))); err == nil && u.Path != "/" {
		return u.EscapedPath()
	}
	return "/studio/" + v.r.PathValue("id")
}
