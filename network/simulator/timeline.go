package simulator

import (
	"net/http"
	"slices"
	"sort"
	"strconv"
)

// paging is which part of a list is asked for, by ids: https://docs.joinmastodon.org/api/guidelines/#pagination.
type paging struct {
	before, since, after int64 // max_id, since_id, min_id; 0: not given
	limit                int
}

func pageOf(r *http.Request) paging {
	number := func(name string) int64 {
		n, err := strconv.ParseInt(r.FormValue(name), 10, 64)
		if err != nil {
			return 0
		}
		return n
	}
	p := paging{before: number("max_id"), since: number("since_id"), after: number("min_id"), limit: 20}
	if n := number("limit"); n > 0 {
		p.limit = int(min(n, 40))
	}
	return p
}

// of cuts the page out of posts in the order of their ids: the newest of them, or with min_id those right after it.
func (q paging) of(posts []*post) []*post {
	at := func(id int64) int {
		return sort.Search(len(posts), func(i int) bool { return numberOf(posts[i]) >= id })
	}
	from, to := 0, len(posts)
	if q.before > 0 {
		to = at(q.before)
	}
	if q.after > 0 {
		from = at(q.after + 1)
		to = min(max(to, from), from+q.limit)
	}
	if q.since > 0 {
		from = max(from, at(q.since+1))
	}
	return posts[max(min(from, to), to-q.limit):to]
}

func numberOf(p *post) int64 {
	n, err := strconv.ParseInt(p.ID, 10, 64)
	if err != nil {
		return 0 // ids are made by nextID alone
	}
	return n
}

// accountPosts answers GET /api/v1/accounts/{id}/statuses.
func (s *Simulator) accountPosts(r *http.Request, _ Account) reply {
	for name := range s.byName {
		if idOf(name) == r.PathValue("id") {
			return s.list(r, name)
		}
	}
	return no(http.StatusNotFound, "Record not found")
}

// home answers GET /api/v1/timelines/home: nobody follows anybody here, so it holds one's own posts.
func (s *Simulator) home(r *http.Request, who Account) reply {
	return s.list(r, who.Name)
}

// list writes a page of an account's posts, the newest first.
func (s *Simulator) list(r *http.Request, author string) reply {
	q := pageOf(r)
	s.mu.Lock()
	defer s.mu.Unlock()
	told := []map[string]any{}
	for _, p := range q.of(s.world.byAuthor[author]) {
		told = append(told, s.shown(p))
	}
	slices.Reverse(told)
	return ok(told)
}
