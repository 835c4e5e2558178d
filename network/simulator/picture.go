package simulator

import (
	"io"
	"net/http"
	"slices"
	"unicode/utf8"
)

// pictureTypes are those that every browser shows.
var pictureTypes = []string{"image/jpeg", "image/png", "image/gif", "image/webp"}

// addPicture answers POST /api/v1/media and /api/v2/media.
func (s *Simulator) addPicture(r *http.Request, _ Account) reply {
	file, _, err := r.FormFile("file")
	if err != nil {
		return no(http.StatusUnprocessableEntity, "Validation failed: File can't be blank")
	}
	defer file.Close()
	body, err := io.ReadAll(file)
	if err != nil {
		return no(http.StatusUnprocessableEntity, "Validation failed: File cannot be read")
	}
	p := picture{Type: http.DetectContentType(body), Alt: r.FormValue("description"), Bytes: body}
	switch {
	case !slices.Contains(pictureTypes, p.Type):
		return no(http.StatusUnprocessableEntity, "Validation failed: File content type is invalid")
	case utf8.RuneCountInString(p.Alt) > longestAlt:
		return no(http.StatusUnprocessableEntity, "Validation failed: Description is too long (maximum is 1500 characters)")
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	p.ID = s.world.nextID(clock(r))
	if err := s.change(entry{Picture: &p}); err != nil || !s.options.SlowPictures {
		return kept(err, s.shownPicture(p))
	}
	return reply{http.StatusAccepted, s.shownPicture(p)}
}

// pictureState answers GET /api/v1/media/{id}: 206 while a picture is being processed.
func (s *Simulator) pictureState(r *http.Request, _ Account) reply {
	s.mu.Lock()
	defer s.mu.Unlock()
	p, there := s.world.pictures[r.PathValue("id")]
	if !there {
		return no(http.StatusNotFound, "Record not found")
	}
	p.asked++
	s.world.pictures[p.ID] = p
	status := http.StatusOK
	if s.options.SlowPictures && p.asked < 2 {
		status = http.StatusPartialContent
	}
	return reply{status, s.shownPicture(p)}
}

// picture answers GET /pictures/{id} with the bytes.
func (s *Simulator) picture(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	p, there := s.world.pictures[r.PathValue("id")]
	s.mu.Unlock()
	if !there {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", p.Type)
	w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	_, _ = w.Write(p.Bytes)
}

func (s *Simulator) shownPicture(p picture) map[string]any {
	address := s.at("pictures/" + p.ID)
	return map[string]any{"id": p.ID, "type": "image", "url": address, "preview_url": address, "description": p.Alt}
}
