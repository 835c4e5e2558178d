package simulator

import (
	"net/http"
	"strings"

	"rostrum/network/mastodon"
)

const (
	mostPictures = 4
	longestAlt   = 1500
)

// addPost answers POST /api/v1/statuses.
func (s *Simulator) addPost(r *http.Request, who Account) reply {
	_ = r.FormValue("") // reads the form before the lock
	s.mu.Lock()
	defer s.mu.Unlock()
	p := post{
		Author: who.Name, Text: strings.TrimSpace(r.FormValue("status")), Lang: r.FormValue("language"),
		Parent: r.FormValue("in_reply_to_id"), Pictures: r.Form["media_ids[]"],
	}
	if !s.options.IgnoreKeys {
		p.Key = r.Header.Get("Idempotency-Key")
	}
	if id := s.world.byKey[who.Name+" "+p.Key]; p.Key != "" && id != "" {
		return s.again(s.world.posts[id], p)
	}
	if p.Parent != "" && s.world.posts[p.Parent] == nil {
		return no(http.StatusNotFound, "The post you are trying to reply to does not appear to exist.")
	}
	if said := s.wrong(p); said != "" {
		return no(http.StatusUnprocessableEntity, "Validation failed: "+said)
	}
	p.At = clock(r)
	p.ID = s.world.nextID(p.At)
	return kept(s.change(entry{Post: &p}), s.shown(&p))
}

// again answers what came before with the same key. Mastodon does not look whether it is the same post; here a mistake shall
// not pass for a success. The lock is held.
func (s *Simulator) again(before *post, p post) reply {
	switch {
	case before == nil:
		return no(http.StatusNotFound, "Record not found")
	case before.Text != p.Text || before.Parent != p.Parent:
		return no(http.StatusUnprocessableEntity, "Validation failed: Idempotency key was used for another post")
	default:
		return ok(s.shown(before))
	}
}

// wrong tells what cannot be posted, or nothing. The lock is held.
func (s *Simulator) wrong(p post) string {
	switch {
	case p.Text == "" && len(p.Pictures) == 0:
		return "Text can't be blank"
	case mastodon.Count(p.Text) > longest:
		return "Text character limit of 500 exceeded"
	case len(p.Pictures) > mostPictures:
		return "Cannot attach more than 4 files"
	}
	for _, id := range p.Pictures {
		if _, there := s.world.pictures[id]; !there {
			return "Media could not be found"
		}
	}
	return ""
}

// withPost gives the post that the request names; of others' posts only where that is allowed. It holds the lock meanwhile.
func (s *Simulator) withPost(r *http.Request, owner string, then func(p *post) reply) reply {
	_ = r.FormValue("")
	s.mu.Lock()
	defer s.mu.Unlock()
	p := s.world.posts[r.PathValue("id")]
	if p == nil || owner != "" && p.Author != owner {
		return no(http.StatusNotFound, "Record not found")
	}
	return then(p)
}

func (s *Simulator) onePost(r *http.Request, _ Account) reply {
	return s.withPost(r, "", func(p *post) reply { return ok(s.shown(p)) })
}

func (s *Simulator) postSource(r *http.Request, who Account) reply {
	return s.withPost(r, who.Name, func(p *post) reply {
		return ok(map[string]string{"id": p.ID, "text": p.Text, "spoiler_text": ""})
	})
}

// editPost answers PUT /api/v1/statuses/{id}. As on Mastodon, pictures that are not named are gone.
func (s *Simulator) editPost(r *http.Request, who Account) reply {
	return s.withPost(r, who.Name, func(p *post) reply {
		edited := *p
		edited.Text, edited.Pictures = strings.TrimSpace(r.FormValue("status")), r.Form["media_ids[]"]
		if lang := r.FormValue("language"); lang != "" {
			edited.Lang = lang
		}
		if said := s.wrong(edited); said != "" {
			return no(http.StatusUnprocessableEntity, "Validation failed: "+said)
		}
		edited.Edited = clock(r)
		return kept(s.change(entry{Post: &edited}), s.shown(&edited))
	})
}

func (s *Simulator) deletePost(r *http.Request, who Account) reply {
	return s.withPost(r, who.Name, func(p *post) reply {
		last := s.shown(p)
		last["text"] = p.Text
		return kept(s.change(entry{Gone: p.ID}), last)
	})
}

// shown is a post as the API tells it. The lock is held.
func (s *Simulator) shown(p *post) map[string]any {
	media := []map[string]any{}
	for _, id := range p.Pictures {
		media = append(media, s.shownPicture(s.world.pictures[id]))
	}
	told := map[string]any{
		"id": p.ID, "uri": s.urlOf(p), "url": s.urlOf(p), "account": s.shownAccount(s.byName[p.Author]),
		"created_at": p.At, "edited_at": nil, "content": string(contentOf(p.Text)), "visibility": "public", "sensitive": false,
		"spoiler_text": "", "language": nil, "in_reply_to_id": nil, "reblog": nil, "media_attachments": media,
	}
	if !p.Edited.IsZero() {
		told["edited_at"] = p.Edited
	}
	if p.Lang != "" {
		told["language"] = p.Lang
	}
	if p.Parent != "" {
		told["in_reply_to_id"] = p.Parent
	}
	return told
}

func (s *Simulator) urlOf(p *post) string { return s.at("@" + p.Author + "/" + p.ID) }
