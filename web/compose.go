package web

import (
	"slices"
	"strings"

	"rostrum/compose"
	"rostrum/staff"
	"rostrum/store"
)

// postsPage lists posts, the latest changed first.
type postsPage struct {
	Page
	Shelves []Link
	Mine    []Link // everybody's, or one's own
	Posts   []postLine
	Shelf   string
	Write   bool
	Next    string
}

// postLine is a post in a list.
type postLine struct {
	compose.Post
	Start    string // the first words
	By       string
	Accounts []string // handles
	More     int      // accounts that are not named
}

// postsOnPage is how many posts a page lists.
const postsOnPage = 50

// postShelf is a view of the list.
type postShelf struct {
	name     string
	states   []compose.State
	returned *bool
}

func postShelves() []postShelf {
	yes, no := true, false
	return []postShelf{
		{"drafts", []compose.State{compose.Draft}, &no}, {"back", []compose.State{compose.Draft}, &yes}, {"waiting", []compose.State{compose.Review}, nil},
		{"approved", []compose.State{compose.Approved}, nil}, {"rejected", []compose.State{compose.Rejected}, nil}, {"discarded", []compose.State{compose.Discarded}, nil},
	}
}

func (s *Server) posts(v *visit) error {
	query := v.r.URL.Query()
	shelves := postShelves()
	at := max(0, slices.IndexFunc(shelves, func(shelf postShelf) bool { return shelf.name == query.Get("shelf") }))
	shelf, all := shelves[at], query.Get("whose") == "all" || staff.May(v.who, staff.WritePosts) != nil
	page := postsPage{Page: s.page(v, "compose.title"), Shelf: shelf.name, Write: staff.May(v.who, staff.WritePosts) == nil}
	page.Lead = s.words.T(v.lang, "compose.lead")
	if page.Write {
		page.Action = &Link{Icon: "pencil", Label: s.words.T(v.lang, "compose.new"), Href: "/posts/new"}
		for _, whose := range []string{"mine", "all"} {
			page.Mine = append(page.Mine, Link{Label: s.words.T(v.lang, "compose.whose_"+whose), Href: postsHref(shelf.name, whose == "all", ""), Current: all == (whose == "all")})
		}
	}
	for i, other := range shelves {
		page.Shelves = append(page.Shelves, Link{Label: s.words.T(v.lang, "compose.shelf_"+other.name), Href: postsHref(other.name, all && page.Write, ""), Current: i == at})
	}
	filter := store.PostFilter{States: shelf.states, Returned: shelf.returned, After: query.Get("after")}
	if !all {
		filter.Writer = v.who.ID
	}
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
		found, err := tx.Posts(v.ctx, filter, postsOnPage+1)
		if err != nil {
			return err
		}
		if len(found) > postsOnPage {
			found = found[:postsOnPage]
			page.Next = postsHref(shelf.name, all && page.Write, store.PostPlace(found[postsOnPage-1]))
		}
		page.Posts, err = s.postLines(v, tx, found)
		return err
	})
	if err != nil {
		return err
	}
	s.render.Render(v.w, v.r, 200, "compose/list", &page)
	return nil
}

func postsHref(shelf string, all bool, after string) string {
	href := "/posts?shelf=" + shelf
	if all {
		href += "&whose=all"
	}
	if after != "" {
		href += "&after=" + after
	}
	return href
}

// postLines tells of posts what a list shows.
func (s *Server) postLines(v *visit, tx *store.Tx, posts []compose.Post) ([]postLine, error) {
	accounts, err := tx.BrandAccounts(v.ctx)
	if err != nil {
		return nil, err
	}
	handles, names := map[string]string{}, map[string]string{}
	for _, a := range accounts {
		handles[a.ID] = a.Handle
	}
	const named = 3
	var lines []postLine
	for _, p := range posts {
		if err := s.names(v, tx, names, p.Author); err != nil {
			return nil, err
		}
		line := postLine{Post: p, Start: firstWords(p.Content.Text), By: names[p.Author]}
		for i, id := range p.Content.Accounts {
			if handle := handles[id]; handle != "" && i < named {
				line.Accounts = append(line.Accounts, handle)
			}
		}
		line.More = max(0, len(p.Content.Accounts)-named)
		lines = append(lines, line)
	}
	return lines, nil
}

// firstWords gives the beginning of a text, cut between words.
func firstWords(text string) string {
	const most = 110
	words := strings.Join(strings.Fields(text), " ")
	runes := []rune(words)
	if len(runes) <= most {
		return words
	}
	cut := string(runes[:most])
	if at := strings.LastIndexByte(cut, ' '); at > most/2 {
		cut = cut[:at]
	}
	return cut + "…"
}

// postTodos tells writers what came back to them.
func (s *Server) postTodos(v *visit, tx *store.Tx) ([]Todo, error) {
	if staff.May(v.who, staff.WritePosts) != nil {
		return nil, nil
	}
	back, err := tx.PostsReturned(v.ctx, v.who.ID, v.now.AddDate(0, 0, -14), 10)
	var todos []Todo
	for _, p := range back {
		key := "compose.todo_back"
		if p.State == compose.Rejected {
			key = "compose.todo_rejected"
		}
		todos = append(todos, Todo{Icon: "pencil", Text: s.words.T(v.lang, key, "post", firstWords(p.Content.Text)), Href: "/posts/" + p.ID})
	}
	return todos, err
}
