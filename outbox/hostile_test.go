package outbox_test

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"rostrum/compose"
	"rostrum/compose/picture"
	"rostrum/post"
	"rostrum/publish"
	"rostrum/store"
	"rostrum/store/storetest"
)

// TestAHostileNetwork has a server do its worst with the first post that reaches it, and behave from then on: the post is out
// once, and nobody was led elsewhere or fed without end.
func TestAHostileNetwork(t *testing.T) {
	var elsewhere atomic.Int64
	evil := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { elsewhere.Add(1) }))
	defer evil.Close()
	for name, worst := range map[string]func(w http.ResponseWriter, r *http.Request, honest http.Handler){
		"redirects": func(w http.ResponseWriter, r *http.Request, _ http.Handler) {
			http.Redirect(w, r, evil.URL, http.StatusTemporaryRedirect)
		},
		"takes it and redirects": func(w http.ResponseWriter, r *http.Request, honest http.Handler) {
			honest.ServeHTTP(httptest.NewRecorder(), r)
			http.Redirect(w, r, evil.URL, http.StatusPermanentRedirect)
		},
		"takes it and answers after the lease": func(w http.ResponseWriter, r *http.Request, honest http.Handler) {
			late := httptest.NewRecorder()
			honest.ServeHTTP(late, r.WithContext(context.WithoutCancel(r.Context())))
			time.Sleep(1700 * time.Millisecond)
			_, _ = w.Write(late.Body.Bytes())
		},
		"takes it and answers without end": func(w http.ResponseWriter, r *http.Request, honest http.Handler) {
			honest.ServeHTTP(httptest.NewRecorder(), r)
			sent, chunk := 0, make([]byte, 1<<20)
			for range 1024 {
				n, err := w.Write(chunk)
				if sent += n; err != nil {
					break
				}
			}
			if sent > 64<<20 {
				t.Errorf("%d MB were taken", sent>>20)
			}
		},
		"takes it and stops in the middle of the answer": func(w http.ResponseWriter, r *http.Request, honest http.Handler) {
			honest.ServeHTTP(httptest.NewRecorder(), r)
			w.Header().Set("Content-Length", "1000")
			_, _ = io.WriteString(w, `{"id":"`)
			panic(http.ErrAbortHandler)
		},
		"takes it and names nothing": func(w http.ResponseWriter, r *http.Request, honest http.Handler) {
			honest.ServeHTTP(httptest.NewRecorder(), r)
			_, _ = io.WriteString(w, `{}`)
		},
		"takes it and says that it failed": func(w http.ResponseWriter, r *http.Request, honest http.Handler) {
			honest.ServeHTTP(httptest.NewRecorder(), r)
			http.Error(w, `{"error":"<script>alert(1)</script>"}`, http.StatusBadGateway)
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := on(t, storetest.SQLite(t), 1)
			s.runner.Lease = 1500 * time.Millisecond
			var tried atomic.Bool
			s.between(func(w http.ResponseWriter, r *http.Request, honest http.Handler) {
				if strings.HasSuffix(r.URL.Path, "/api/v1/statuses") && r.Method == http.MethodPost && !tried.Swap(true) {
					worst(w, r, honest)
					return
				}
				honest.ServeHTTP(w, r)
			})
			p := s.approve("Our shop opens at nine", time.Time{}, 0)[0]
			s.run(s.runner)
			if got := s.settles(p.ID); got.State != publish.Sent {
				t.Errorf("it is %s (%s, %q)", got.State, got.Hold, got.Said)
			}
			s.out(0, "Our shop opens at nine")
			if n := elsewhere.Load(); n != 0 {
				t.Errorf("%d requests were led elsewhere", n)
			}
		})
	}
}

// between puts somebody between the accounts and their network.
func (s *stage) between(spoil func(w http.ResponseWriter, r *http.Request, honest http.Handler)) {
	s.t.Helper()
	behind, err := url.Parse(s.network.Address)
	if err != nil {
		s.t.Fatal(err)
	}
	honest := httputil.NewSingleHostReverseProxy(behind)
	front := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { spoil(w, r, honest) }))
	s.t.Cleanup(front.Close)
	s.sql(`UPDATE brand_account SET server = $1`, front.URL)
}

// illustrate puts an approved post with a picture into the outbox.
func (s *stage) illustrate(text string) publish.Publication {
	s.t.Helper()
	var file bytes.Buffer
	if err := png.Encode(&file, image.NewRGBA(image.Rect(0, 0, 40, 30))); err != nil {
		s.t.Fatal(err)
	}
	kept, known, err := picture.Clean(file.Bytes())
	if err != nil {
		s.t.Fatal(err)
	}
	known.Alt, known.Credit = "A shop", "Banga"
	var all []publish.Publication
	s.write(func(ctx context.Context, tx *store.Tx) error {
		if err := tx.AddPicture(ctx, known, kept, s.Author.ID, s.clock()); err != nil {
			return err
		}
		content := post.Content{Text: text, Lang: "en", Accounts: []string{s.Accounts[0].ID}, Images: []post.Image{known}}
		draft, err := compose.Begin(ctx, tx, s.Author, content, time.Time{}, "Europe/Vilnius", s.clock())
		if err != nil {
			return err
		}
		if _, err := s.Decide(ctx, tx, draft, s.clock()); err != nil {
			return err
		}
		all, err = tx.PublicationsOf(ctx, draft.ID)
		return err
	})
	return all[0]
}

// TestPauseWhileAPictureIsOnItsWay pauses while the network takes its time over a picture: once the pause has returned,
// nothing arrives, neither the post that the picture belongs to nor another.
func TestPauseWhileAPictureIsOnItsWay(t *testing.T) {
	s := on(t, storetest.SQLite(t), 1)
	began := make(chan bool, 1)
	var arrived atomic.Int64
	s.between(func(w http.ResponseWriter, r *http.Request, honest http.Handler) {
		if r.Method == http.MethodPost && strings.Contains(r.URL.Path, "/media") {
			began <- true
			time.Sleep(400 * time.Millisecond)
		}
		arrived.Add(1)
		honest.ServeHTTP(w, r)
	})
	first := s.illustrate("Our shop opens at nine")
	s.approve("Our shop closes at six", time.Time{}, 0)
	s.run(s.runner)
	<-began
	report, err := s.runner.Halt(t.Context(), s.Officer, publish.Everything, "", "a crisis")
	if err != nil || report.InHand != 1 {
		t.Fatalf("%d in hand (%v)", report.InHand, err)
	}
	before, state := arrived.Load(), s.now(first.ID).State
	time.Sleep(1200 * time.Millisecond)
	if late := arrived.Load() - before; late != 0 || state == publish.Sending {
		t.Errorf("%d requests arrived after the pause returned; the post was %s", late, state)
	}
	if now := s.now(first.ID); now.State != state {
		t.Errorf("it was %s, and became %s", state, now.State)
	}
}
