package chat

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"rostrum/fault"
)

// standIn is no language model: it answers like an OpenAI-compatible endpoint, always the same.
func standIn(t *testing.T, handle http.HandlerFunc) *Endpoint {
	t.Helper()
	s := httptest.NewServer(handle)
	t.Cleanup(s.Close)
	e, err := New(s.URL+"/v1/", "stand-in", "k-1")
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestOneRequestAsTheProtocolHasIt(t *testing.T) {
	e := standIn(t, func(w http.ResponseWriter, r *http.Request) {
		var got request
		if err := json.NewDecoder(r.Body).Decode(&got); err != nil {
			t.Error(err)
		}
		if r.Method != http.MethodPost || r.URL.Path != "/v1/chat/completions" || r.Header.Get("Authorization") != "Bearer k-1" ||
			got.Model != "stand-in" || len(got.Messages) != 2 || got.Messages[0].Role != "system" || got.Messages[1] != (message{"user", "the post"}) {
			t.Errorf("%s %s %+v", r.Method, r.URL, got)
		}
		w.Write([]byte(`{"choices":[{"message":{"role":"assistant","content":"said"}}]}`))
	})
	if said, err := e.Complete(t.Context(), "judge", "the post"); err != nil || said != "said" {
		t.Errorf("%q, %v", said, err)
	}
}

func TestWhatGoesWrongIsAnError(t *testing.T) {
	for name, handle := range map[string]http.HandlerFunc{
		"refused": func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusTooManyRequests) },
		"elsewhere": func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "/other", http.StatusTemporaryRedirect)
		},
		"no JSON":    func(w http.ResponseWriter, _ *http.Request) { w.Write([]byte("<html>")) },
		"no choices": func(w http.ResponseWriter, _ *http.Request) { w.Write([]byte(`{"choices":[]}`)) },
		"endless": func(w http.ResponseWriter, _ *http.Request) {
			w.Write([]byte(`{"choices":[{"message":{"content":"` + strings.Repeat("a", 2*longest) + `"}}]}`))
		},
	} {
		if said, err := standIn(t, handle).Complete(t.Context(), "judge", "the post"); err == nil {
			t.Errorf("%s: %q and no error", name, said)
		}
	}
}

func TestTheDeadlineEndsIt(t *testing.T) {
	e := standIn(t, func(_ http.ResponseWriter, r *http.Request) {
		select {
		case <-r.Context().Done():
		case <-time.After(5 * time.Second):
		}
	})
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, err := e.Complete(ctx, "judge", "the post"); err == nil {
		t.Error("no error after the deadline")
	}
}

func TestAddressesThatWouldLeakAreRefused(t *testing.T) {
	for address, fine := range map[string]bool{
		"http://127.0.0.1:11434/v1": true, "http://localhost:8000/v1": true, "http://[::1]:8000/v1": true, "https://models.example/v1": true,
		"http://models.example/v1": false, "http://10.0.0.7/v1": false, "models.example": false, "": false, "ftp://127.0.0.1/": false,
	} {
		if _, err := New(address, "m", ""); (err == nil) != fine || err != nil && !fault.Is(err, fault.Invalid) {
			t.Errorf("%q: %v", address, err)
		}
	}
	if _, err := New("https://models.example/v1", "", ""); err == nil {
		t.Error("no model is fine")
	}
}
