package web

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"rostrum/staff"
	"rostrum/store"
)

func TestCompanySettings(t *testing.T) {
	r := newRoom(t)
	b := r.browser(r.person("Adomas", staff.Administrator))
	status, page := b.post("/settings", url.Values{"company": {"Banga ir Ko"}, "languages": {"en", "lt"}, "zone": {"Europe/Riga"}})
	if status != 200 || !strings.Contains(page, "The settings are saved") || !strings.Contains(page, "Banga ir Ko") {
		t.Errorf("%d", status)
	}
	r.must(r.Store.Read(t.Context(), func(tx *store.Tx) error {
		c, err := tx.Company(t.Context())
		if c.Name != "Banga ir Ko" || strings.Join(c.Languages, " ") != "lt en" || c.Zone != "Europe/Riga" {
			t.Errorf("%+v", c)
		}
		return err
	}))
	status, page = b.post("/settings", url.Values{"company": {"Kita"}, "zone": {"Mars/Olympus"}, "languages": {"lt"}})
	if status != 422 || !strings.Contains(page, "Mars/Olympus") || !strings.Contains(page, "time zone such as") {
		t.Errorf("a zone that is none: %d", status)
	}
	if status, _ := r.browser(r.person("Ada", staff.Auditor)).get("/settings"); status != 403 {
		t.Errorf("an auditor sees the settings: %d", status)
	}
}

func TestReceivers(t *testing.T) {
	r := newRoom(t)
	var got []string
	other := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		body, _ := io.ReadAll(q.Body)
		got = append(got, string(body))
		w.WriteHeader(http.StatusTeapot)
		_, _ = w.Write([]byte("I am a teapot"))
	}))
	defer other.Close()
	b := r.browser(r.person("Adomas", staff.Administrator))
	form := url.Values{"way": {"webhook"}, "name": {"Intranet"}, "url": {other.URL + "/hook"}, "about": {"policy", "signing"}}
	if status, page := b.post("/settings/receivers", form); status != 422 || !strings.Contains(page, "https") || !strings.Contains(page, "Intranet") {
		t.Errorf("plain http is taken: %d", status)
	}
	r.Private = true
	status, page := b.post("/settings/receivers", form)
	if status != 200 || !strings.Contains(page, "whsec_") {
		t.Fatalf("%d: no secret", status)
	}
	if _, page := b.get("/settings/receivers"); strings.Contains(page, "whsec_") || strings.Contains(page, "/hook") {
		t.Error("address or secret are shown again")
	}
	id := regexp.MustCompile(`/settings/receivers/([a-z0-9]{20})/try`).FindStringSubmatch(page)
	if id == nil {
		t.Fatal("it cannot be tried")
	}
	if _, page := b.post("/settings/receivers/"+id[1]+"/try", nil); !strings.Contains(page, "I am a teapot") || !strings.Contains(page, "Not delivered") {
		t.Error("what the other side said is not shown")
	}
	if len(got) != 1 || !strings.Contains(got[0], "webhook.tried") {
		t.Errorf("%q", got)
	}
	if _, page := b.post("/settings/receivers/"+id[1]+"/remove", nil); !strings.Contains(page, "The receiver is removed") || !strings.Contains(page, "Nobody outside") {
		t.Error("it was not removed")
	}
	if _, page := r.browser(r.person("Ana", staff.Auditor)).get("/ledger"); !strings.Contains(page, "Adomas removed the receiver Intranet") {
		t.Error("that is not on the record")
	}
}
