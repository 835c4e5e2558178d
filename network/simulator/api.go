package simulator

import (
	"encoding/json"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// reply is what the API answers. It is made under the lock and written without: whoever reads slowly holds up nobody.
type reply struct {
	status int
	with   any
}

// ok is a yes, with what was asked for.
func ok(with any) reply { return reply{http.StatusOK, with} }

// no says no in the words of Mastodon's API.
func no(status int, said string) reply { return reply{status, map[string]string{"error": said}} }

// kept is a yes if what was asked for could be written down.
func kept(err error, with any) reply {
	if err != nil {
		return no(http.StatusInternalServerError, "The simulator cannot write its file")
	}
	return ok(with)
}

func (a reply) write(w http.ResponseWriter) {
	body, err := json.Marshal(a.with)
	if err != nil {
		a.status, body = http.StatusInternalServerError, []byte(`{"error":"The answer cannot be written"}`)
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(a.status)
	_, _ = w.Write(body) // whoever asked may be gone
}

// open answers anybody.
func (s *Simulator) open(next func(r *http.Request) reply) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { next(r).write(w) }
}

// window is how much of the limit a token has used.
type window struct {
	used int
	ends time.Time
}

// signed answers for the account that the token is for, within the limit.
func (s *Simulator) signed(next func(r *http.Request, who Account) reply) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		token, _ := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
		s.mu.Lock()
		g, known := s.world.grants[token]
		who, there := s.byName[g.Account]
		left, ends := s.spend(token)
		s.mu.Unlock()
		if !known || !there || !g.Ends.IsZero() && time.Now().After(g.Ends) {
			no(http.StatusUnauthorized, "The access token is invalid").write(w)
			return
		}
		if s.options.Limit > 0 {
			w.Header().Set("X-RateLimit-Limit", strconv.Itoa(s.options.Limit))
			w.Header().Set("X-RateLimit-Remaining", strconv.Itoa(max(left, 0)))
			w.Header().Set("X-RateLimit-Reset", ends.UTC().Format(time.RFC3339Nano))
			if left < 0 {
				no(http.StatusTooManyRequests, "Too many requests").write(w)
				return
			}
		}
		next(r, who).write(w)
	}
}

// spend counts one request of a token and tells how many are left, below zero where there was none. The lock is held.
func (s *Simulator) spend(token string) (left int, ends time.Time) {
	if s.options.Limit <= 0 {
		return 0, time.Time{}
	}
	now, current := time.Now(), s.limits[token]
	if now.After(current.ends) {
		current = window{ends: now.Add(s.options.Window)}
	}
	current.used++
	s.limits[token] = current
	return s.options.Limit - current.used, current.ends
}

// domain stands in handles, as it does where a server is at another address than its name: @banga@simulator says what it is.
const domain = "simulator"

// instance tells what this is, for both versions of the API: the names of their fields do not collide.
func (s *Simulator) instance(*http.Request) reply {
	return ok(map[string]any{
		"domain": domain, "uri": domain, "title": "Simulator", "version": "4.3.0 (compatible; Rostrum simulator)",
		"description":       "This is a simulator, not a real social network. Nothing that is posted here reaches anybody.",
		"short_description": "This is a simulator, not a real social network.",
		"languages":         []string{"en", "lt"},
		"configuration": map[string]any{
			"statuses":          map[string]int{"max_characters": longest, "max_media_attachments": mostPictures, "characters_reserved_per_url": 23},
			"media_attachments": map[string]any{"supported_mime_types": pictureTypes, "description_limit": longestAlt},
		},
	})
}

func (s *Simulator) verify(_ *http.Request, who Account) reply {
	return ok(s.shownAccount(who))
}

func (s *Simulator) shownAccount(a Account) map[string]any {
	return map[string]any{
		"id": idOf(a.Name), "username": a.Name, "acct": a.Name, "display_name": a.Shown, "note": a.About, "bot": false, "locked": false,
		"url": s.at("@" + a.Name), "uri": s.at("@" + a.Name),
	}
}

// at gives the address of something here.
func (s *Simulator) at(path string) string { return s.address.String() + "/" + path }
