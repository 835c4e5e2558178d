package web

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"rostrum/staff"
)

func TestErasingPersonalData(t *testing.T) {
	r := newRoom(t)
	rasa, b := r.person("Rasa Rasaite"), r.browser(r.founder())
	erase := "/people/" + rasa.ID + "/erase"
	if status, page := b.post(erase, url.Values{"reason": {"asked for it"}}); status != http.StatusConflict && status != http.StatusOK || strings.Contains(page, "Erased.") {
		t.Errorf("the data of somebody who works here are erased: %d", status)
	}
	b.post("/people/"+rasa.ID+"/leave", url.Values{"version": {fmt.Sprint(rasa.Version)}})
	if status, _ := r.browser(r.person("Ada Auditor", staff.Auditor)).post(erase, url.Values{"reason": {"asked for it"}}); status != http.StatusForbidden {
		t.Errorf("an auditor erases: %d", status)
	}
	_, page := b.get("/people/" + rasa.ID)
	r.holds(page, erase)
	_, page = b.get(erase)
	r.holds(page, "Erase the personal data of Rasa Rasaite")
	for _, reason := range []string{"", "Rasaitė asked for it", strings.Repeat("x", 600)} {
		if status, page := b.post(erase, url.Values{"reason": {reason}}); status != http.StatusUnprocessableEntity || !strings.Contains(page, "field-wrong") {
			t.Errorf("the reason %.20q is taken: %d", reason, status)
		}
	}
	_, page = b.post(erase, url.Values{"reason": {"asked for it, request 31"}})
	r.holds(page, "Erased. The ledger shows", "The personal data of this person were erased")
	if strings.Contains(page, "Rasa") {
		t.Error("the name is still on the page of the person")
	}
	auditor := r.browser(r.person("Uosis Auditor", staff.Auditor))
	_, page = auditor.get("/ledger?kind=person.erased")
	r.holds(page, "asked for it, request 31")
	if _, page = auditor.get("/ledger?kind=person.left"); strings.Contains(page, "Rasa") {
		t.Error("the name is still in the ledger")
	}
	if _, page = b.get("/people?q=rasa&state=left"); strings.Contains(page, "Rasaite") {
		t.Error("the person is still found by name")
	}
	if status, page := b.post("/people/"+rasa.ID+"/return", url.Values{"version": {fmt.Sprint(r.reload(rasa).Version)}}); status != http.StatusConflict || !strings.Contains(page, "as somebody new") {
		t.Errorf("an erased person is invited back: %d", status)
	}
}

func TestErasingWantsAFreshProof(t *testing.T) {
	r := newRoom(t)
	rasa, b := r.person("Rasa Rasaite"), r.browser(r.founder())
	b.post("/people/"+rasa.ID+"/leave", url.Values{"version": {fmt.Sprint(rasa.Version)}})
	r.now = r.now.Add(time.Hour)
	b.post("/people/"+rasa.ID+"/erase", url.Values{"reason": {"asked for it"}})
	if staff.Erased(r.reload(rasa)) {
		t.Error("erased on a proof that was an hour old")
	}
}
