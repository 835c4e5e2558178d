package web

import (
	"slices"
	"strings"

	"rostrum/account"
	"rostrum/compose"
	"rostrum/outbox"
	"rostrum/post"
	"rostrum/publish"
	"rostrum/staff"
	"rostrum/store"
)

// publicationsPage lists what waits for a human's word before it goes out.
type publicationsPage struct {
	Page
	Waiting []publicationLine
	Next    string
}

// publicationLine is a publication in a list.
type publicationLine struct {
	publish.Publication
	On    face
	Start string // the first words
	By    string
	Says  string
	Mark  mark
	Links []Link // where what is out is read
}

// face is an account as cards show it: initials in a colour of its own, and always its handle beside.
type face struct {
	ID, Handle, Initials, Network string
	Hue                           int
}

// Short is the handle without its server, for places where little fits.
func (f face) Short() string {
	if at := strings.LastIndexByte(f.Handle, '@'); at > 0 {
		return f.Handle[:at]
	}
	return f.Handle
}

// mark is a state in a word and a sign.
type mark struct{ Key, Icon, Tone string }

// hues is how many colours accounts have.
const hues = 8

// publicationsOnPage is how many publications a page lists.
const publicationsOnPage = 50

// waitingStates are those in which a publication may wait for a human.
func waitingStates() []publish.State {
	return []publish.State{publish.Held, publish.Failed, publish.Unsure}
}

func (s *Server) publications(v *visit) error {
	page := publicationsPage{Page: s.page(v, "publish.waiting_title")}
	page.Lead = s.words.T(v.lang, "publish.waiting_lead")
	page.Crumbs = []Link{{Label: s.words.T(v.lang, "publish.calendar"), Href: "/calendar"}}
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
		filter := store.PublicationFilter{States: waitingStates()}
		if after := v.r.URL.Query().Get("after"); after != "" {
			var err error
			if filter.After, err = tx.Publication(v.ctx, after); err != nil {
				return err
			}
		}
		found, err := tx.Publications(v.ctx, filter, publicationsOnPage+1)
		if err != nil {
			return err
		}
		if len(found) > publicationsOnPage {
			found = found[:publicationsOnPage]
			page.Next = "/publications?after=" + found[publicationsOnPage-1].ID
		}
		page.Waiting, err = s.publicationLines(v, tx, found)
		return err
	})
	if err != nil {
		return err
	}
	s.render.Render(v.w, v.r, 200, "publish/list", &page)
	return nil
}

// publicationLines tells of publications what a list shows.
func (s *Server) publicationLines(v *visit, tx *store.Tx, all []publish.Publication) ([]publicationLine, error) {
	faces, err := facesOf(v, tx)
	if err != nil {
		return nil, err
	}
	texts, names := said{tx: tx}, map[string]string{}
	var lines []publicationLine
	for _, p := range all {
		start, err := texts.start(v, p)
		if err != nil {
			return nil, err
		}
		if err := s.names(v, tx, names, p.Author); err != nil {
			return nil, err
		}
		lines = append(lines, publicationLine{p, faceOf(faces, p.Account), start, names[p.Author], s.stands(v, p), markOf(p), s.linksOf(v.lang, p)})
	}
	return lines, nil
}

// said remembers revisions, which several publications share.
type said struct {
	tx    *store.Tx
	known map[string]compose.Revision
}

func (t *said) of(v *visit, p publish.Publication) (compose.Revision, error) {
	key := p.Post + " " + itoa(int64(p.Revision))
	if r, ok := t.known[key]; ok {
		return r, nil
	}
	r, err := t.tx.Revision(v.ctx, p.Post, p.Revision)
	if t.known == nil {
		t.known = map[string]compose.Revision{}
	}
	t.known[key] = r
	return r, err
}

// start gives the first words that a publication says on its account.
func (t *said) start(v *visit, p publish.Publication) (string, error) {
	r, err := t.of(v, p)
	return firstWords(beginning(r.Content.TextFor(p.Account))), err
}

// beginning is the first post of a thread.
func beginning(text string) string {
	parts := post.Thread(text)
	if len(parts) == 0 {
		return ""
	}
	return parts[0]
}

func facesOf(v *visit, tx *store.Tx) ([]face, error) {
	accounts, err := tx.BrandAccounts(v.ctx)
	return faced(accounts), err
}

// faced gives each account its colour, by the order of their ids, which is that in which they came.
func faced(accounts []account.Account) []face {
	ids := make([]string, len(accounts))
	for i, a := range accounts {
		ids[i] = a.ID
	}
	slices.Sort(ids)
	var all []face
	for _, a := range accounts {
		name := a.Name
		if name == "" {
			name = plainHandle(a.Handle)
		}
		all = append(all, face{a.ID, a.Handle, initials(name), a.Network, slices.Index(ids, a.ID) % hues})
	}
	return all
}

// faceOf gives the face of an account; one that is not known keeps its id.
func faceOf(faces []face, id string) face {
	if i := slices.IndexFunc(faces, func(f face) bool { return f.ID == id }); i >= 0 {
		return faces[i]
	}
	return face{ID: id, Handle: id, Initials: "?"}
}

// runner works the outbox, or, where this process has none, at least holds it: a pause is a row that every worker sees.
func (s *Server) runner() *outbox.Runner {
	if s.Outbox != nil {
		return s.Outbox
	}
	return &outbox.Runner{Store: s.Store, Now: s.Now, Log: s.Log}
}

// publicationTodos are what waits for a word or has failed, one's own first; those who give the word see everybody's.
func (s *Server) publicationTodos(v *visit, tx *store.Tx) ([]Todo, error) {
	if staff.May(v.who, staff.ReleasePosts) != nil {
		return nil, nil
	}
	found, err := tx.Publications(v.ctx, store.PublicationFilter{States: []publish.State{publish.Held, publish.Failed}}, publicationsOnPage)
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(found, func(a, b publish.Publication) int {
		if mine := a.Author == v.who.ID; mine != (b.Author == v.who.ID) {
			if mine {
				return -1
			}
			return 1
		}
		return 0
	})
	const named = 3
	lines, err := s.publicationLines(v, tx, found[:min(named, len(found))])
	if err != nil {
		return nil, err
	}
	var todos []Todo
	for _, line := range lines {
		todos = append(todos, Todo{Icon: line.Mark.Icon, Href: "/publications/" + line.ID,
			Text: s.words.T(v.lang, "publish.todo_"+string(line.State), "account", line.On.Handle, "start", line.Start)})
	}
	if more := len(found) - named; more > 0 {
		todos = append(todos, Todo{Icon: "clock", Text: s.words.T(v.lang, "publish.todo_more", "n", more), Href: "/publications"})
	}
	return todos, nil
}
