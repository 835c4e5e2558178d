package notify_test

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"rostrum/fault"
	"rostrum/notify"
)

// room is a chat server that keeps the last text; address is what a Chat calls it.
func room(t *testing.T, reply func(http.ResponseWriter)) (address string, last *string) {
	t.Helper()
	last = new(string)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var said struct{ Text string }
		if err := json.NewDecoder(r.Body).Decode(&said); err != nil || r.URL.Path != "/hooks/s3cr3tt0k3n" {
			t.Errorf("%s: %v", r.URL, err)
		}
		*last = said.Text
		reply(w)
	}))
	t.Cleanup(server.Close)
	return strings.Replace(server.URL, "http://", "mattermost://", 1) + "/s3cr3tt0k3n?disabletls=yes", last
}

func TestARoomIsTold(t *testing.T) {
	address, last := room(t, func(w http.ResponseWriter) { _, _ = w.Write([]byte("ok")) })
	chat := notify.Chat{URL: address, Private: true}
	for text, want := range map[string]string{
		"Ona pasirašė 3 punktus: https://example.com/@ona, ona@example.com": "Ona pasirašė 3 punktus: https://example.com/@ona, ona@example.com",
		"@everyone <!channel> <@U123> (@here)":                              "@\u2060everyone <!\u2060channel> <@\u2060U123> (@\u2060here)",
	} {
		if err := chat.Send(t.Context(), text); err != nil || *last != want {
			t.Errorf("%q arrived as %q, %v", text, *last, err)
		}
	}
	if answer := chat.Try(t.Context()); !answer.OK || answer.Said != "HTTP/1.1 200 OK ok" || !strings.Contains(*last, "bandymas") {
		t.Errorf("%+v, %q", answer, *last)
	}
}

func TestARoomThatRefusesIsToldOf(t *testing.T) {
	address, _ := room(t, func(w http.ResponseWriter) {
		w.WriteHeader(http.StatusForbidden)
		_, _ = w.Write([]byte("token s3cr3tt0k3n revoked"))
	})
	chat := notify.Chat{URL: address, Private: true}
	answer := chat.Try(t.Context())
	if answer.OK || answer.Said != "HTTP/1.1 403 Forbidden token … revoked" || answer.LT == "" {
		t.Errorf("%+v", answer)
	}
	if err := chat.Send(t.Context(), "hello"); !fault.Is(err, fault.Unavailable) {
		t.Error(err)
	}
}

func TestASlowRoomIsGivenUp(t *testing.T) {
	done := make(chan struct{})
	address, _ := room(t, func(http.ResponseWriter) { <-done })
	defer close(done)
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	if answer := (notify.Chat{URL: address, Private: true}).Try(ctx); answer.OK || !strings.Contains(answer.EN, "in time") {
		t.Errorf("%+v", answer)
	}
}

func TestNoRoomReachesOurOwnNetwork(t *testing.T) {
	for _, address := range []string{"mattermost://127.0.0.1:1/token", "rocketchat://localhost:1/tokenA/tokenB", "mattermost://169.254.169.254/token"} {
		answer := notify.Chat{URL: address}.Try(t.Context())
		if answer.OK || !strings.Contains(answer.EN, "private network") {
			t.Errorf("%s: %+v", address, answer)
		}
	}
}

func TestAChatAddressIsCheckedBeforeItIsKept(t *testing.T) {
	for address, good := range map[string]bool{
		"mattermost://chat.example.com/token":                                           true,
		"rocketchat://chat.example.com/tokenA/tokenB":                                   true,
		"slack://hook:T00000000-B00000000-XXXXXXXXXXXXXXXXXXXXXXXX@webhook":             true,
		"discord://token@12345":                                                         true,
		"telegram://110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0@telegram?chats=@room": true,
		"googlechat://chat.googleapis.com/v1/spaces/FOO/messages?key=bar&token=baz":     true,
		"googlechat://169.254.169.254/v1/spaces/FOO/messages?key=bar&token=baz":         false,
		"mattermost://chat.example.com/token?disabletls=yes":                            false,
		"teams://x@evil.example.com/a/b/c?host=evil.example.com":                        false,
		"slack://nothing":               false,
		"generic://127.0.0.1/admin":     false,
		"generic+http://127.0.0.1/":     false,
		"logger://":                     false,
		"https://hooks.slack.com/a/b/c": false,
		"":                              false,
	} {
		err := notify.Chat{URL: address}.Check()
		if good && err != nil || !good && fault.For(err).Field != "url" {
			t.Errorf("%s: %v", address, err)
		}
	}
}
