package simulator

import (
	"html/template"
	"net/http"
	"slices"
	"strings"
	"time"
)

// card is a post as a page shows it.
type card struct {
	face
	ID, Lang   string
	ReplyTo    string // the address of the post before it, or empty
	HTML       template.HTML
	Pictures   []picture
	At, Edited time.Time
	Whole      bool // the post that the page is about
}

// card makes one. The lock is held.
func (p *pages) card(o *post) card {
	c := card{face: p.face(p.s.byName[o.Author]), ID: o.ID, Lang: o.Lang, HTML: contentOf(o.Text), At: o.At, Edited: o.Edited}
	for _, id := range o.Pictures {
		c.Pictures = append(c.Pictures, p.s.world.pictures[id])
	}
	if parent := p.s.world.posts[o.Parent]; parent != nil {
		c.ReplyTo = p.s.address.Path + "/@" + parent.Author + "/" + parent.ID
	}
	return c
}

type accountPage struct {
	page
	Face  face
	Cards []card
	Older string // the id before which there is more, or empty
}

func (p *pages) account(w http.ResponseWriter, r *http.Request) {
	name, marked := strings.CutPrefix(r.PathValue("at"), "@")
	a, there := p.s.byName[name]
	if !marked || !there {
		p.nothing(w, r)
		return
	}
	q := accountPage{page: p.page(r, a.Shown), Face: p.face(a)}
	part := pageOf(r)
	part.limit = 20
	p.s.mu.Lock()
	posts := part.of(p.s.world.byAuthor[name])
	for _, o := range slices.Backward(posts) {
		q.Cards = append(q.Cards, p.card(o))
	}
	if len(posts) > 0 && posts[0] != p.s.world.byAuthor[name][0] {
		q.Older = posts[0].ID
	}
	p.s.mu.Unlock()
	p.show(w, http.StatusOK, "account", q)
}

type postPage struct {
	page
	Face  face
	Cards []card // the thread, the first post first
}

func (p *pages) post(w http.ResponseWriter, r *http.Request) {
	p.s.mu.Lock()
	o := p.s.world.posts[r.PathValue("id")]
	if o == nil || r.PathValue("at") != "@"+o.Author {
		p.s.mu.Unlock()
		p.nothing(w, r)
		return
	}
	a := p.s.byName[o.Author]
	q := postPage{page: p.page(r, a.Shown), Face: p.face(a)}
	for _, one := range p.s.world.thread(o) {
		c := p.card(one)
		c.Whole, c.ReplyTo = one == o, ""
		q.Cards = append(q.Cards, c)
	}
	p.s.mu.Unlock()
	p.show(w, http.StatusOK, "post", q)
}

// thread gives what a post answers to, itself, and all that answers to it, in the order of time.
func (w *world) thread(o *post) []*post {
	all := []*post{o}
	for up := w.posts[o.Parent]; up != nil; up = w.posts[up.Parent] {
		all = append([]*post{up}, all...)
	}
	below := map[string]bool{o.ID: true}
	for _, one := range w.byAuthor[o.Author] { // an answer's id is greater than that of what it answers to
		if below[one.Parent] {
			below[one.ID] = true
			all = append(all, one)
		}
	}
	return all
}

// Pair gives a card together with its page to the template of cards.
func (q page) Pair(c card) []any { return []any{q, c} }
