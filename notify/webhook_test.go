package notify_test

import (
	"encoding/base64"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"

	"rostrum/fault"
	"rostrum/notify"
)

var signed = notify.Event{ID: "msg_1", Type: "clause.signed", Time: time.Date(2026, 11, 23, 12, 0, 0, 0, time.FixedZone("EET", 7200)),
	Data: map[string]string{"person": "Ona", "clause": "1.2"}}

func TestAnEventArrivesSigned(t *testing.T) {
	secret := notify.NewSecret()
	var ids, bodies []string
	receiver := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		verifier, _ := standardwebhooks.NewWebhook(secret)
		if err := verifier.Verify(body, r.Header); err != nil {
			t.Error(err)
		}
		ids, bodies = append(ids, r.Header.Get("webhook-id")), append(bodies, string(body))
		if r.Method != http.MethodPost || r.Header.Get("Content-Type") != "application/json" {
			t.Errorf("%s %v", r.Method, r.Header)
		}
		_, _ = io.WriteString(w, "thanks\n")
	}))
	defer receiver.Close()
	hook := notify.Webhook{URL: receiver.URL + "/in", Secret: secret, Private: true}
	for range 2 {
		answer, err := hook.Deliver(t.Context(), signed)
		if err != nil || !answer.OK || answer.Said != "HTTP/1.1 200 OK thanks" {
			t.Errorf("%+v %v", answer, err)
		}
	}
	if answer := hook.Try(t.Context()); !answer.OK {
		t.Errorf("%+v", answer)
	}
	want := `{"type":"clause.signed","timestamp":"2026-11-23T10:00:00Z","data":{"clause":"1.2","person":"Ona"}}`
	if len(bodies) != 3 || bodies[0] != want || bodies[1] != want || ids[0] != "msg_1" || ids[1] != "msg_1" || ids[2] == "" {
		t.Errorf("received %q %q", ids, bodies)
	}
	if !strings.Contains(bodies[2], `"type":"webhook.tried"`) || !strings.Contains(bodies[2], `"data":{}`) {
		t.Errorf("tried with %s", bodies[2])
	}
}

func TestNoWebhookReachesOurOwnNetwork(t *testing.T) {
	reached := false
	inside := httptest.NewTLSServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { reached = true }))
	defer inside.Close()
	_, port, _ := strings.Cut(inside.Listener.Addr().String(), ":")
	for _, host := range []string{"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "[::]", "10.0.0.1", "192.168.1.1",
		"169.254.169.254", "100.64.0.1", "[fd00::1]", "[fe80::1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]"} {
		hook := notify.Webhook{URL: "https://" + host + ":" + port, Secret: notify.NewSecret()}
		answer, err := hook.Deliver(t.Context(), signed)
		noIPv6 := strings.HasPrefix(host, "[") && fault.Is(err, fault.Unavailable) // where a machine has none
		if answer.OK || !noIPv6 && (!fault.Is(err, fault.Invalid) || !strings.Contains(answer.EN, "private network")) {
			t.Errorf("%s: %+v %v", host, answer, err)
		}
	}
	if reached {
		t.Error("a server inside was reached")
	}
}

func TestRedirectsAreNotFollowed(t *testing.T) {
	followed := false
	receiver := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		followed = followed || r.URL.Path == "/elsewhere"
		http.Redirect(w, r, "/elsewhere", http.StatusTemporaryRedirect)
	}))
	defer receiver.Close()
	answer, err := notify.Webhook{URL: receiver.URL, Secret: notify.NewSecret(), Private: true}.Deliver(t.Context(), signed)
	if followed || !fault.Is(err, fault.Unavailable) || !strings.Contains(answer.EN, "redirects") {
		t.Errorf("followed %v: %+v %v", followed, answer, err)
	}
}

func TestWhatAReceiverRepliesIsToldWithoutSecrets(t *testing.T) {
	secret := notify.NewSecret()
	for status, code := range map[int]fault.Code{400: fault.Unavailable, 401: fault.Unavailable, 404: fault.Unavailable,
		410: fault.NotFound, 429: fault.Unavailable, 503: fault.Unavailable} {
		receiver := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.WriteHeader(status)
			_, _ = fmt.Fprintf(w, "no:\r\n\x1b[31m %s %s %s %s", secret, r.RequestURI, r.Header.Get("Authorization"), strings.Repeat("x", 5000))
		}))
		address := strings.Replace(receiver.URL, "http://", "http://ona:hunter22@", 1) + "/hooks/T0K3NT0K3N?key=qu3rykey"
		answer, err := notify.Webhook{URL: address, Secret: secret, Private: true}.Deliver(t.Context(), signed)
		receiver.Close()
		if !fault.Is(err, code) || answer.OK || answer.LT == "" || !strings.HasPrefix(answer.Said, fmt.Sprintf("HTTP/1.1 %d", status)) {
			t.Errorf("%d: %+v %v", status, answer, err)
		}
		basic := base64.StdEncoding.EncodeToString([]byte("ona:hunter22"))
		for _, kept := range []string{secret, secret[6:], "hunter22", "T0K3NT0K3N", "qu3rykey", basic, "\x1b", "\n"} {
			if strings.Contains(answer.Said+err.Error(), kept) {
				t.Errorf("%d: %q was repeated in %q", status, kept, answer.Said)
			}
		}
		if len([]rune(answer.Said)) > 300 {
			t.Errorf("%d: %d runes were kept", status, len([]rune(answer.Said)))
		}
	}
}

func TestAWebhookIsCheckedBeforeItIsKept(t *testing.T) {
	good := notify.NewSecret()
	for _, c := range []struct {
		hook  notify.Webhook
		field string
	}{
		{notify.Webhook{URL: "https://example.com/in", Secret: good}, ""},
		{notify.Webhook{URL: "http://10.0.0.1/in", Secret: good, Private: true}, ""},
		{notify.Webhook{URL: "http://example.com/in", Secret: good}, "url"},
		{notify.Webhook{URL: "ftp://example.com", Secret: good}, "url"},
		{notify.Webhook{URL: "example.com", Secret: good}, "url"},
		{notify.Webhook{URL: "https://", Secret: good}, "url"},
		{notify.Webhook{URL: "https://example.com", Secret: strings.TrimPrefix(good, "whsec_")}, "secret"},
		{notify.Webhook{URL: "https://example.com", Secret: "whsec_c2hvcnQ="}, "secret"},
		{notify.Webhook{URL: "https://example.com", Secret: "whsec_?"}, "secret"},
		{notify.Webhook{URL: "https://example.com"}, "secret"},
	} {
		err := c.hook.Check()
		if c.field == "" && err != nil || c.field != "" && fault.For(err).Field != c.field {
			t.Errorf("%+v: %v", c.hook, err)
		}
	}
}
