package web

import (
	"net/url"
	"strings"
	"testing"
	"time"

	"rostrum/staff"
	"rostrum/store"
)

// TestOnePersonAloneIsToldThatASecondIsMissing: from the first page on, with the way to invite one, until one has joined.
func TestOnePersonAloneIsToldThatASecondIsMissing(t *testing.T) {
	r := newRoom(t)
	var ona, asta staff.Person
	r.must(r.Store.Read(t.Context(), func(tx *store.Tx) (err error) {
		ona, err = tx.PersonByMail(t.Context(), "ona@example.com")
		return err
	}))
	r.now = r.now.Add(-time.Hour) // no policy is in force yet
	b := r.browser(ona)
	const invite = `href="/people/invite?role=approver"`
	if _, page := b.get("/"); !strings.Contains(page, invite) || !strings.Contains(page, "you edit it, so you cannot") {
		t.Error("the first page does not say that a second person is missing")
	}
	if _, page := b.get("/studio"); !strings.Contains(page, invite) || !strings.Contains(page, "A second person is missing") {
		t.Error("the studio does not say it")
	}
	if _, page := b.get("/people/invite?role=approver&role=emperor"); !strings.Contains(page, `value="approver" checked`) || strings.Contains(page, `value="emperor"`) {
		t.Error("the role is not chosen on the form")
	}
	r.now = r.now.Add(2 * time.Hour)
	b = r.browser(ona)
	at := b.draft("Kinder words")
	if _, page := b.get(at + "/review"); !strings.Contains(page, "A second person is missing") {
		t.Error("who is about to submit a draft is not told that nobody can approve it")
	}
	b.post("/people/invite", url.Values{"name": {"Asta Astaitė"}, "mail": {"asta@example.com"}, "language": {"en"}, "roles": {"policy_owner"}})
	if _, page := b.get("/studio"); !strings.Contains(page, "Invited and not here yet:") || !strings.Contains(page, "Asta Astaitė") {
		t.Error("the studio does not say who was invited")
	}
	r.must(r.Store.Write(t.Context(), func(tx *store.Tx) (err error) {
		if asta, err = tx.PersonByMail(t.Context(), "asta@example.com"); err != nil {
			return err
		}
		asta.State, asta.Joined = staff.Active, r.now
		return tx.ChangePerson(t.Context(), asta)
	}))
	for _, path := range []string{"/studio", at + "/review"} {
		if _, page := b.get(path); strings.Contains(page, "A second person is missing") {
			t.Errorf("%s: there are two people now", path)
		}
	}
	// The other owner edits the draft as well: now nobody is left for it.
	other := r.browser(asta)
	_, page := other.get(at + "/clauses/respect")
	form := fields(t, page, at+"/save")
	form["text"][0] += "\n\nWe answer kindly."
	other.post(at+"/save", form)
	if _, page := b.get(at + "/review"); !strings.Contains(page, "Everybody who may approve has edited this version.") {
		t.Error("nobody is left who could approve the draft, and the page does not say so")
	}
}
