package web

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"
	"testing"
	"time"

	"rostrum/ledger"
	"rostrum/staff"
	"rostrum/store"
)

// happen appends entries of a kind, a minute apart.
func (r *room) happen(who staff.Person, kind string, times int) {
	r.t.Helper()
	for range times {
		r.now = r.now.Add(time.Minute)
		r.must(r.Store.Write(r.t.Context(), func(tx *store.Tx) error {
			return tx.Append(r.t.Context(), ledger.Entry{Time: r.now, Actor: who.ID, Kind: kind, Subject: "privacy",
				Data: map[string]string{"version": "1"}, Private: map[string]string{"mail": who.Mail}})
		}))
	}
}

func TestLedgerList(t *testing.T) {
	r := newRoom(t)
	auditor, ona, rasa := r.person("Ada Auditorė", staff.Auditor), r.person("Ona Žukė"), r.person("Rasa Žukė")
	r.happen(ona, "clause.signed", 60)
	r.happen(rasa, "clause.signed", 1)
	r.happen(rasa, "sky.fell", 1)
	b := r.browser(auditor)
	status, page := b.get("/ledger")
	for _, want := range []string{"Rasa Žukė: sky.fell – privacy", "Rasa Žukė signed the clause 5.3 Other people&#39;s data are not ours to publish (version 1)", "63 entries", "Clause signed", "not signed yet"} {
		if status != 200 || !strings.Contains(page, want) {
			t.Errorf("%d, without %q", status, want)
		}
	}
	if n := strings.Count(page, `class="place"`); n != ledgerPageSize {
		t.Errorf("%d entries on a page", n)
	}
	if _, older := b.get("/ledger?below=13"); strings.Count(older, `class="place"`) != 13 || !strings.Contains(older, "set up the company Banga") {
		t.Error("the last page is not whole")
	}
	// A name that fits one person narrows down at once, with or without diacritics; one that fits two asks back.
	if _, page := b.get("/ledger?name=rasa"); strings.Count(page, `class="place"`) != 2 {
		t.Error("Rasa's entries are not hers alone")
	}
	if _, page := b.get("/ledger?name=zuke"); !strings.Contains(page, "Whom do you mean") || !strings.Contains(page, ona.ID) || !strings.Contains(page, rasa.ID) {
		t.Error("two Žukės were not told apart")
	}
	if _, page := b.get("/ledger?name=nobody"); !strings.Contains(page, "Nobody here") {
		t.Error("nobody was found")
	}
	if _, page := b.get("/ledger?kind=sky.fell&from=2026-03-02&to=2026-03-02"); strings.Count(page, `class="place"`) != 1 {
		t.Error("kind and day do not narrow down")
	}
	if _, page := b.get("/ledger?from=yesterday"); !strings.Contains(page, "Enter a day such as") {
		t.Error("a day that is none is not told")
	}
	if status, _ := r.browser(ona).get("/ledger"); status != 403 {
		t.Errorf("an employee sees the ledger: %d", status)
	}
}

func TestLedgerEntryIsProved(t *testing.T) {
	r := newRoom(t)
	b := r.browser(r.person("Ada Auditorė", staff.Auditor))
	r.happen(staff.Person{ID: "p", Mail: "hidden@example.com"}, "clause.signed", 9)
	if _, page := b.get("/ledger/4"); !strings.Contains(page, "signed within a minute") {
		t.Error("an entry without a checkpoint has a proof")
	}
	r.must(r.Store.Checkpoint(t.Context(), r.Keys.Signer, r.now))
	for seq := range 10 {
		status, page := b.get(fmt.Sprint("/ledger/", seq))
		if status != 200 || !strings.Contains(page, "Verified just now") {
			t.Errorf("entry %d, %d: not verified", seq, status)
		}
	}
	if status, _ := b.get("/ledger/10"); status != 404 {
		t.Errorf("an entry that does not exist: %d", status)
	}
	if _, page := b.get("/ledger/checkpoints/10"); !strings.HasPrefix(page, "rostrum ledger\n10\n") {
		t.Errorf("checkpoint: %q", page)
	}
	if _, err := r.Store.DB().Exec(`UPDATE ledger_entry SET private = $1 WHERE seq = 4`, []byte(`{"mail":{"salt":"AAAAAAAAAAAAAAAAAAAAAA==","value":"other@example.com"}}`)); err != nil {
		t.Fatal(err)
	}
	if _, page := b.get("/ledger/4"); strings.Contains(page, "Verified just now") || !strings.Contains(page, "cannot be relied on") {
		t.Error("an entry that was tampered with is shown as proved")
	}
}

func TestLedgerExport(t *testing.T) {
	r := newRoom(t)
	auditor, owner := r.person("Ada Auditorė", staff.Auditor), r.person("Petras", staff.PolicyOwner)
	r.happen(auditor, "clause.signed", 3)
	b := r.browser(auditor)
	if status, page := b.post("/ledger/export", url.Values{}); status != 422 || !strings.Contains(page, "Choose what") {
		t.Errorf("nothing chosen: %d", status)
	}
	if status, _ := r.browser(owner).post("/ledger/export", url.Values{"private": {"all"}}); status != 403 {
		t.Errorf("a policy owner exports: %d", status)
	}
	for _, c := range []struct {
		form   url.Values
		hidden int64
	}{
		{url.Values{"private": {"keep"}}, 0},
		{url.Values{"private": {"all"}}, 5},
		{url.Values{"private": {"some"}, "field": {"mails"}}, 4},
	} {
		status, file := b.post("/ledger/export", c.form)
		report, err := ledger.Verify(bytes.NewReader([]byte(file)), ledger.Trust{Verifier: r.Keys.Verifier})
		var hidden int64
		for _, n := range report.Redactions {
			hidden += n
		}
		if status != 200 || err != nil || hidden != c.hidden || report.Company != "Banga" || !strings.Contains(file, "ledger.exported") {
			t.Errorf("%v: %d, %+v, %v", c.form, status, report, err)
		}
	}
	r.now = r.now.Add(time.Hour)
	if _, page := b.post("/ledger/export", url.Values{"private": {"keep"}}); strings.Contains(page, "rostrum ledger export") && strings.HasPrefix(page, "{") {
		t.Error("no fresh proof was asked for")
	}
}

// TestLedgerSentences says every kind that has words in both languages, without an entry's data and with it.
func TestLedgerSentences(t *testing.T) {
	r := newRoom(t)
	names := ledgerNames{"a": "Ona Onaitė", "b": "Jonas"}
	for key := range r.words.entries {
		kind, ok := strings.CutPrefix(key, "ledger.kind_")
		if !ok {
			continue
		}
		for _, lang := range []string{English, Lithuanian} {
			bare := r.sentence(lang, ledger.Entry{Actor: "a", Kind: strings.Replace(kind, "_", ".", 1), Subject: "b"}, names)
			if strings.ContainsAny(bare, "{}[]") || bare == "" {
				t.Errorf("%s %s: %q", lang, kind, bare)
			}
		}
		if kind != "other" && !r.words.Has("ledger.name_"+kind) {
			t.Errorf("%s has no name", kind)
		}
	}
	given := ledger.Entry{Actor: "a", Kind: "role.given", Subject: "b", Data: map[string]string{"roles": "auditor policy_owner"}}
	if got := r.sentence(Lithuanian, given, names); got != "Ona Onaitė suteikė vaidmenis (auditorius, politikos šeimininkas), kam: Jonas" {
		t.Error(got)
	}
	r.must(r.Store.Read(t.Context(), func(tx *store.Tx) error {
		founded, err := tx.LedgerEntry(t.Context(), 0)
		r.must(err)
		message, err := r.LedgerMessage(t.Context(), tx, founded)
		if want := "Ona Onaitė užregistravo įmonę Banga\n" + r.http.URL + "/ledger/0"; message != want {
			t.Errorf("%q", message)
		}
		return err
	}))
}
