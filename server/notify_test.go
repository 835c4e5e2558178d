package server

import (
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"sync"
	"testing"
	"time"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"

	"rostrum/ledger"
	"rostrum/receiver"
	"rostrum/staff"
	"rostrum/store"
)

// TestReceiversAreTold starts a server and writes in its ledger: what a receiver wants reaches it, signed, once it answers;
// what it does not want, or what was there before it was, does not.
func TestReceiversAreTold(t *testing.T) {
	var mu sync.Mutex
	var got []string
	secret, refuse := "", true
	other := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		if refuse {
			refuse = false
			w.WriteHeader(http.StatusServiceUnavailable)
			return
		}
		body, _ := io.ReadAll(q.Body)
		hook, err := standardwebhooks.NewWebhook(secret)
		if err != nil || hook.Verify(body, q.Header) != nil {
			t.Errorf("the signature is wrong: %v", err)
		}
		got = append(got, q.Header.Get("webhook-id")+" "+string(body))
	}))
	defer other.Close()
	c := Defaults()
	c.Data, c.Listen, c.Private = filepath.Join(t.TempDir(), "data"), "127.0.0.1:0", true
	s, err := Start(t.Context(), c, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Stop(); err != nil {
			t.Error(err)
		}
	})
	now := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	write := func(change func(tx *store.Tx) error) {
		t.Helper()
		if err := s.Store.Write(t.Context(), change); err != nil {
			t.Fatal(err)
		}
	}
	happen := func(kind, subject string) {
		t.Helper()
		write(func(tx *store.Tx) error {
			return tx.Append(t.Context(), ledger.Entry{Time: now, Actor: "a", Kind: kind, Subject: subject,
				Data: map[string]string{"version": "2"}, Private: map[string]string{"name": "Ona Onaitė"}})
		})
	}
	happen("policy.published", "before")
	write(func(tx *store.Tx) (err error) {
		who := staff.Person{ID: "a", State: staff.Active, Roles: []staff.Role{staff.Administrator}}
		_, secret, err = receiver.Add(t.Context(), tx, who, receiver.Wanted{Way: receiver.Webhook, Name: "Intranet", URL: other.URL,
			About: []string{"policy"}, Private: true}, s.Web.Sealer, now)
		return err
	})
	happen("signin.done", "unwanted")
	happen("policy.published", "wanted")
	if more, err := s.follow(t.Context()); err != nil || more {
		t.Fatal(more, err)
	}
	want := `3 {"type":"policy.published","timestamp":"2026-03-02T09:00:00Z","data":{"actor":"a","seq":"3","subject":"wanted","version":"2"}}`
	for deadline := time.Now().Add(20 * time.Second); ; time.Sleep(50 * time.Millisecond) {
		mu.Lock()
		if len(got) > 0 || time.Now().After(deadline) {
			if len(got) != 1 || got[0] != want {
				t.Errorf("got %q", got)
			}
			mu.Unlock()
			return
		}
		mu.Unlock()
	}
}
