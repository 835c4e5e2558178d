package simulator

import (
	"hash/fnv"
	"slices"
	"strconv"
	"time"
)

// world is all that is kept. It changes by entries alone: what the file holds, read again, makes the same world.
type world struct {
	apps     map[string]app
	grants   map[string]grant   // by token
	pictures map[string]picture // by id
	posts    map[string]*post   // by id
	byAuthor map[string][]*post // in the order of ids
	byKey    map[string]string  // author and idempotency key → id of the post
	last     int64              // the last id given
}

// entry is one change; exactly one of its fields is set.
type entry struct {
	App     *app     `json:"app,omitempty"`
	Grant   *grant   `json:"grant,omitempty"`
	Ended   string   `json:"ended,omitempty"` // a token
	Picture *picture `json:"picture,omitempty"`
	Post    *post    `json:"post,omitempty"` // new, or as it is after an edit
	Gone    string   `json:"gone,omitempty"` // the id of a post that was deleted
}

type post struct {
	ID       string    `json:"id"`
	Author   string    `json:"author"` // an account's name
	Text     string    `json:"text"`
	Lang     string    `json:"lang,omitempty"`
	Parent   string    `json:"parent,omitempty"`
	Pictures []string  `json:"pictures,omitempty"`
	Key      string    `json:"key,omitempty"`
	At       time.Time `json:"at"`
	Edited   time.Time `json:"edited,omitzero"`
}

type picture struct {
	ID    string `json:"id"`
	Type  string `json:"type"`
	Alt   string `json:"alt"`
	Bytes []byte `json:"bytes"`
	asked int    // how often it was asked for, see Options.SlowPictures
}

func newWorld() world {
	return world{
		apps: map[string]app{}, grants: map[string]grant{}, pictures: map[string]picture{},
		posts: map[string]*post{}, byAuthor: map[string][]*post{}, byKey: map[string]string{},
	}
}

func (w *world) apply(e entry) {
	switch {
	case e.App != nil:
		w.apps[e.App.ID] = *e.App
	case e.Grant != nil:
		w.grants[e.Grant.Token] = *e.Grant
	case e.Ended != "":
		delete(w.grants, e.Ended)
	case e.Picture != nil:
		w.pictures[e.Picture.ID] = *e.Picture
		w.claim(e.Picture.ID)
	case e.Post != nil:
		w.put(e.Post)
	case e.Gone != "":
		w.drop(e.Gone)
	}
}

func (w *world) put(p *post) {
	if old := w.posts[p.ID]; old != nil {
		*old = *p
		return
	}
	w.posts[p.ID] = p
	w.byAuthor[p.Author] = append(w.byAuthor[p.Author], p)
	if p.Key != "" {
		w.byKey[p.Author+" "+p.Key] = p.ID
	}
	w.claim(p.ID)
}

func (w *world) drop(id string) {
	if p := w.posts[id]; p != nil {
		delete(w.posts, id)
		w.byAuthor[p.Author] = slices.DeleteFunc(w.byAuthor[p.Author], func(o *post) bool { return o.ID == id })
	}
}

// nextID gives a number that grows with time, as Mastodon's do, and is never given twice.
func (w *world) nextID(now time.Time) string {
	w.last = max(w.last+1, now.UnixMilli()<<16)
	return strconv.FormatInt(w.last, 10)
}

func (w *world) claim(id string) {
	if n, err := strconv.ParseInt(id, 10, 64); err == nil {
		w.last = max(w.last, n)
	}
}

// idOf makes an account's id from its name.
func idOf(name string) string {
	h := fnv.New32a()
	h.Write([]byte(name))
	return strconv.FormatUint(uint64(h.Sum32())+1e11, 10)
}
