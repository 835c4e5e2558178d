package api

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strconv"
	"strings"

	"rostrum/fault"
)

// Matching is a change to something that must be as the program last read it.
type Matching struct {
	IfMatch string `header:"If-Match" maxLength:"1000" doc:"The ETag of what you read, so that nobody's change is overwritten unseen; * for whatever is there."`
}

// as gives nil when the thing with the number of changes is one that the program read.
func (m Matching) as(version int64) error {
	if m.IfMatch == "" {
		return &answered{&fault.Fault{Code: fault.Invalid, Field: "If-Match",
			EN: "Say with If-Match which version you read: its ETag, or * for whatever is there.",
			LT: "Antraštėje „If-Match“ nurodykite, kurią versiją perskaitėte: jos ETag arba *, jei tinka bet kuri."}, http.StatusPreconditionRequired}
	}
	if matches(m.IfMatch, etag(version)) {
		return nil
	}
	return &answered{&fault.Fault{Code: fault.Conflict, Field: "If-Match",
		EN: "Somebody changed this since you read it. Read it again, and then decide.",
		LT: "Nuo tada, kai skaitėte, kas nors tai pakeitė. Perskaitykite iš naujo ir tada spręskite."}, http.StatusPreconditionFailed}
}

func etag(version int64) string { return `"` + strconv.FormatInt(version, 10) + `"` }

// matches reads a list of entity tags (RFC 9110, 13.1). Our tags have no commas.
func matches(list, tag string) bool {
	for one := range strings.SplitSeq(list, ",") {
		one = strings.TrimPrefix(strings.TrimSpace(one), "W/")
		if one == "*" || one == tag {
			return true
		}
	}
	return false
}

// tagged gives every answer to a reader its ETag, and nothing to a reader who has it already.
func tagged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet {
			next.ServeHTTP(w, r)
			return
		}
		held := &heldAnswer{header: w.Header()}
		next.ServeHTTP(held, r)
		if held.status == http.StatusOK {
			tag := w.Header().Get("Etag")
			if tag == "" {
				sum := sha256.Sum256(held.body.Bytes())
				tag = `"` + hex.EncodeToString(sum[:16]) + `"`
				w.Header().Set("Etag", tag)
			}
			if wanted := r.Header.Get("If-None-Match"); wanted != "" && matches(wanted, tag) {
				w.Header().Del("Content-Type")
				w.WriteHeader(http.StatusNotModified)
				return
			}
		}
		w.WriteHeader(held.status)
		_, _ = w.Write(held.body.Bytes()) // a caller who went away is no fault of ours
	})
}

// heldAnswer is an answer that waits to be sent.
type heldAnswer struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func (h *heldAnswer) Header() http.Header { return h.header }

func (h *heldAnswer) WriteHeader(status int) {
	if h.status == 0 {
		h.status = status
	}
}

func (h *heldAnswer) Write(b []byte) (int, error) {
	h.WriteHeader(http.StatusOK)
	return h.body.Write(b)
}
