package web

import (
	"context"
	"encoding/json"
	"io"
	"mime/multipart"
	"net/http"
	"strconv"
	"sync"

	"rostrum/check"
	"rostrum/compose"
	"rostrum/compose/picture"
	"rostrum/compose/picture/lettering"
	"rostrum/fault"
	"rostrum/post"
	"rostrum/staff"
	"rostrum/store"
)

// maxPicture is how many bytes of a picture a browser may send.
const maxPicture = picture.MaxFile

// darkroom is where pictures are opened: one at a time, since an opened picture takes many times its file.
type darkroom struct {
	mu     sync.Mutex
	look   sync.Once
	reader *lettering.Reader // nil where tesseract is not installed
}

// readerOf finds tesseract when the first picture comes.
func (d *darkroom) readerOf(ctx context.Context) *lettering.Reader {
	d.look.Do(func() { d.reader = lettering.Find(context.WithoutCancel(ctx)) })
	return d.reader
}

// takePictures cleans and keeps the pictures that a form brings, and gives their digests. The credit that was found in
// one is filled in.
func (s *Server) takePictures(v *visit) ([]string, error) {
	if v.r.MultipartForm == nil {
		return nil, nil
	}
	var digests []string
	files := v.r.MultipartForm.File["picture"]
	if len(files) > compose.MaxImages {
		return nil, fault.Of("images", "Add at most 20 pictures.", "Pridėkite ne daugiau kaip 20 paveikslėlių.")
	}
	for _, file := range files {
		if file.Size == 0 {
			continue // a browser sends an empty file where none was chosen
		}
		kept, err := s.takePicture(v, file)
		if err != nil {
			return digests, err
		}
		digests = append(digests, kept.Digest)
		v.r.PostForm.Set("credit-"+kept.Digest, kept.Credit)
	}
	return digests, nil
}

func (s *Server) takePicture(v *visit, file *multipart.FileHeader) (post.Image, error) {
	if err := staff.May(v.who, staff.WritePosts); err != nil {
		return post.Image{}, err
	}
	if file.Size > maxPicture {
		return post.Image{}, picture.TooLarge()
	}
	opened, err := file.Open()
	if err != nil {
		return post.Image{}, err
	}
	defer func() { _ = opened.Close() }()
	clean, image, err := s.develop(v.ctx, func() ([]byte, error) { return io.ReadAll(io.LimitReader(opened, maxPicture+1)) })
	if err != nil {
		return image, err
	}
	return image, s.Store.Write(v.ctx, func(tx *store.Tx) error { return tx.AddPicture(v.ctx, image, clean, v.who.ID, v.now) })
}

// Develop cleans a picture and reads the words in it. A picture whose words cannot be read is not taken: what nobody has
// checked does not go out.
func (s *Server) Develop(ctx context.Context, raw []byte) ([]byte, post.Image, error) {
	return s.develop(ctx, func() ([]byte, error) { return raw, nil })
}

// develop opens the file when it is its turn: of a thousand that come at once, all but one wait on the disk.
func (s *Server) develop(ctx context.Context, open func() ([]byte, error)) ([]byte, post.Image, error) {
	s.dark.mu.Lock()
	defer s.dark.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return nil, post.Image{}, err // whoever sent it has gone
	}
	raw, err := open()
	if err != nil {
		return nil, post.Image{}, err
	}
	clean, image, err := picture.Clean(raw)
	if err != nil {
		return nil, image, err
	}
	reader := s.dark.readerOf(ctx)
	if reader == nil {
		return clean, image, nil
	}
	legible, err := picture.Legible(clean, image)
	if err != nil {
		return nil, image, err
	}
	if image.Words, err = reader.Words(ctx, legible); err != nil {
		s.Log.WarnContext(ctx, "the words in a picture could not be read", "error", err)
		return nil, image, fault.Of("images", "The words in this picture could not be read, so nobody could check them. Try again, or make the picture smaller.",
			"Nepavyko perskaityti šio paveikslėlio žodžių, tad jų niekas negalėtų patikrinti. Bandykite dar kartą arba paveikslėlį sumažinkite.")
	}
	return clean, image, nil
}

// addPicture takes pictures from a script and tells what they are.
func (s *Server) addPicture(v *visit) error {
	digests, err := s.takePictures(v)
	if err != nil {
		return s.tellJSON(v, Status(fault.For(err).Code), told{Error: fault.For(err).In(v.lang)})
	}
	var images []post.Image
	err = s.Store.Read(v.ctx, func(tx *store.Tx) error {
		for _, digest := range digests {
			kept, err := tx.PictureFacts(v.ctx, digest)
			if err != nil {
				return err
			}
			images = append(images, kept)
		}
		return nil
	})
	if err != nil {
		return err
	}
	return s.tellJSON(v, http.StatusOK, told{Images: images})
}

// picture gives a picture. Its name is the digest of its content, so browsers keep it.
func (s *Server) picture(v *visit) error {
	var file []byte
	var mime string
	err := s.Store.Read(v.ctx, func(tx *store.Tx) (err error) {
		file, mime, err = tx.Picture(v.ctx, v.r.PathValue("digest"))
		return err
	})
	if err != nil {
		return err
	}
	head := v.w.Header()
	head.Set("Content-Type", mime)
	head.Set("Content-Length", strconv.Itoa(len(file)))
	head.Set("Content-Disposition", "inline")
	head.Set("Cache-Control", "private, max-age=604800, immutable")
	head.Set("Content-Security-Policy", "default-src 'none'; sandbox")
	_, err = v.w.Write(file)
	return err
}

// told is what scripts are answered.
type told struct {
	Error    string                          `json:"error,omitempty"`
	Field    string                          `json:"field,omitempty"`
	ID       string                          `json:"id,omitempty"`
	Version  int64                           `json:"version,omitempty"`
	Revision int                             `json:"revision,omitempty"`
	Saved    string                          `json:"saved,omitempty"` // the time of day
	By       string                          `json:"by,omitempty"`    // who saved what is theirs
	Theirs   *post.Content                   `json:"theirs,omitempty"`
	Images   []post.Image                    `json:"images,omitempty"`
	Speaks   map[string][]check.FindingEntry `json:"speaks,omitempty"` // whether one may say this, by account
}

func (s *Server) tellJSON(v *visit, status int, t told) error {
	v.w.Header().Set("Content-Type", "application/json; charset=utf-8")
	v.w.Header().Set("Cache-Control", "no-store")
	v.w.WriteHeader(status)
	return json.NewEncoder(v.w).Encode(t)
}
