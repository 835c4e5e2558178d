package api

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"rostrum/fault"
	"rostrum/staff"
	"rostrum/store"
)

// call is one request of a program: for whom it speaks, with what, and what it asks.
type call struct {
	who    staff.Person
	token  store.Token
	now    time.Time
	lang   string
	asked  bool   // lang was asked for
	digest string // of method, address and body
	sends  bool   // a file, which counts against the token's limit until the call ends
}

type callKey struct{}

// callOf gives the call of a request; the zero call before anybody is known.
func callOf(ctx context.Context) *call {
	if c, ok := ctx.Value(callKey{}).(*call); ok {
		return c
	}
	return &call{lang: "en"}
}

// refusal writes an answer that says what is wrong, as the protocol has it.
type refusal func(w http.ResponseWriter, status int, f *fault.Fault, lang string)

// The largest bodies that are taken: a policy folder or a picture, and everything else.
const (
	maxArchive = 16 << 20
	maxBody    = 2 << 20
)

// usedEvery is how often it is noted that a token was used.
const usedEvery = 5 * time.Minute

// enter makes a handler of calls: it finds out who calls, holds them to their limits and reads what they send, before
// next sees it. What breaks is logged and told as our fault.
func (s *Server) enter(next http.Handler, refuse refusal) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c := &call{now: s.Now()}
		c.lang, c.asked = language(r)
		defer s.caught(w, r, c, refuse)
		defer func() {
			if c.sends {
				s.limits.endFile(c.token.ID)
			}
		}()
		if err := s.admit(w, r, c); err != nil {
			s.refuse(w, r, c, refuse, err)
			return
		}
		again := r.WithContext(context.WithValue(r.Context(), callKey{}, c))
		next.ServeHTTP(w, again)
		r.Pattern = again.Pattern // by which the figures are kept
	})
}

func (s *Server) admit(w http.ResponseWriter, r *http.Request, c *call) error {
	shown, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	if !ok {
		return fault.New(fault.SignIn, "Send an access token: Authorization: Bearer rst_…. People make tokens under “My account”.",
			"Atsiųskite prieigos žetoną: Authorization: Bearer rst_…. Žetonai kuriami puslapyje „Mano paskyra“.")
	}
	err := s.Store.Read(r.Context(), func(tx *store.Tx) (err error) {
		c.who, c.token, err = tx.Bearer(r.Context(), shown, c.now)
		return err
	})
	if err != nil {
		return err
	}
	if !c.asked {
		c.lang = c.who.Language
	}
	if err := s.limits.allow(c.token.ID, c.now); err != nil {
		return err
	}
	if err := plainAddress(r); err != nil {
		return err
	}
	if isFile(r) {
		if err := s.limits.beginFile(c.token.ID); err != nil {
			return err
		}
		c.sends = true
	}
	if err := c.read(w, r); err != nil {
		return err
	}
	if c.now.Sub(c.token.Used) < usedEvery {
		return nil
	}
	return s.Store.Write(r.Context(), func(tx *store.Tx) error { return tx.UseToken(r.Context(), c.token.ID, c.now) })
}

// read takes the body whole, so that it can be compared with that of an earlier call.
func (c *call) read(w http.ResponseWriter, r *http.Request) error {
	limit, file := int64(maxBody), isFile(r)
	if file {
		limit = maxArchive
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, limit))
	if _, large := errors.AsType[*http.MaxBytesError](err); large {
		return &answered{fault.New(fault.TooMany, fmt.Sprintf("What you sent is larger than %d MB.", limit>>20),
			fmt.Sprintf("Tai, ką atsiuntėte, didesnė nei %d MB.", limit>>20)), http.StatusRequestEntityTooLarge}
	} else if err != nil {
		return &answered{fault.New(fault.Invalid, "What you sent ended too early or came too slowly. Send it again.",
			"Tai, ką atsiuntėte, baigėsi per anksti arba atkeliavo per lėtai. Siųskite dar kartą."), http.StatusBadRequest}
	}
	if !file {
		if err := plainBody(body); err != nil {
			return err
		}
	}
	sum := sha256.New()
	fmt.Fprintf(sum, "%s %s\n", r.Method, r.URL.RequestURI())
	sum.Write(body)
	c.digest = hex.EncodeToString(sum.Sum(nil))
	r.Body = io.NopCloser(bytes.NewReader(body))
	return nil
}

// isFile tells whether the body is no text: a policy folder or a picture.
func isFile(r *http.Request) bool {
	kind := r.Header.Get("Content-Type")
	return kind == archiveType || strings.HasPrefix(kind, "image/")
}

// refuse tells what is wrong, and logs what was wrong inside.
func (s *Server) refuse(w http.ResponseWriter, r *http.Request, c *call, tell refusal, err error) {
	f := s.known(r.Context(), err)
	switch f.Code {
	case fault.SignIn:
		w.Header().Set("WWW-Authenticate", `Bearer realm="Rostrum"`)
	case fault.TooMany:
		w.Header().Set("Retry-After", "1")
	}
	tell(w, statusOf(err), f, c.lang)
}

// known is the fault to tell. What it does not say is logged.
func (s *Server) known(ctx context.Context, err error) *fault.Fault {
	f := fault.For(err)
	if (f.Code == fault.Broken || f.Code == fault.Unavailable) && ctx.Err() == nil {
		s.Log.ErrorContext(ctx, "call failed", "error", err)
	}
	return f
}

// caught turns a panic into an answer, if none has begun.
func (s *Server) caught(w http.ResponseWriter, r *http.Request, c *call, tell refusal) {
	broken := recover()
	if broken == nil {
		return
	}
	if err, ok := broken.(error); ok && errors.Is(err, http.ErrAbortHandler) {
		panic(broken)
	}
	s.Log.ErrorContext(r.Context(), "call broke", "method", r.Method, "path", r.URL.Path, "panic", fmt.Sprint(broken))
	tell(w, http.StatusInternalServerError, fault.Internal(), c.lang)
}

// language is what Accept-Language (RFC 9110, 12.5.4) puts first of the two, and whether it asks for either.
func language(r *http.Request) (lang string, asked bool) {
	for part := range strings.SplitSeq(r.Header.Get("Accept-Language"), ",") {
		name, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(part)), ";")
		if primary, _, _ := strings.Cut(strings.TrimSpace(name), "-"); primary == "lt" || primary == "en" {
			return primary, true
		}
	}
	return "en", false
}
