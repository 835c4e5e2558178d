package web

import (
	"bytes"
	"fmt"
	"mime/multipart"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
)

// upload sends a file as a browser does.
func (b *browser) upload(path, name, content string) (int, string) {
	b.room.t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	part, err := form.CreateFormFile("file", name)
	b.room.must(err)
	_, err = part.Write([]byte(content))
	b.room.must(err)
	b.room.must(form.Close())
	request, err := http.NewRequest(http.MethodPost, b.room.http.URL+path, &body)
	b.room.must(err)
	request.Header.Set("Content-Type", form.FormDataContentType())
	request.Header.Set("Sec-Fetch-Site", "same-origin")
	answer, err := b.http.Do(request)
	b.room.must(err)
	return b.read(answer)
}

// founder is the administrator whom every room has.
func (r *room) founder() (p staff.Person) {
	r.t.Helper()
	r.must(r.Store.Read(r.t.Context(), func(tx *store.Tx) (err error) {
		p, err = tx.PersonByMail(r.t.Context(), "ona@example.com")
		return err
	}))
	return p
}

func (r *room) reload(p staff.Person) staff.Person {
	r.t.Helper()
	r.must(r.Store.Read(r.t.Context(), func(tx *store.Tx) (err error) {
		p, err = tx.Person(r.t.Context(), p.ID)
		return err
	}))
	return p
}

func (r *room) holds(page string, texts ...string) {
	r.t.Helper()
	for _, text := range texts {
		if !strings.Contains(page, text) {
			r.t.Errorf("no %q on the page", text)
		}
	}
}

// formOf gives the values that the page of a person has in its form.
func formOf(p staff.Person) url.Values { return personValues(p) }

func TestInvitingSomebody(t *testing.T) {
	r := newRoom(t)
	b := r.browser(r.founder())
	status, page := b.post("/people/invite", url.Values{"name": {"Rasa Rasaitė"}, "mail": {"not an address"}, "language": {"lt"}, "roles": {"author"}})
	if status != http.StatusUnprocessableEntity {
		t.Error(status)
	}
	r.holds(page, `value="Rasa Rasaitė"`, `value="not an address"`, `value="author" checked`, "Enter an e-mail address")
	status, page = b.post("/people/invite", url.Values{"name": {"Rasa Rasaitė"}, "mail": {"Rasa@example.com"}, "language": {"lt"}, "roles": {"author"}})
	if status != http.StatusOK {
		t.Fatal(status, page)
	}
	r.holds(page, r.http.URL+"/invitation/", "Rasa Rasaitė")
	_, page = b.get("/people?state=invited")
	r.holds(page, "Rasa Rasaitė", "rasa@example.com", "Author")
	_, page = b.post("/people/invite", url.Values{"name": {"Rasa"}, "mail": {"rasa@example.com"}, "language": {"lt"}})
	r.holds(page, "is here already: Rasa Rasaitė")
}

func TestTwoWhoEditOnePerson(t *testing.T) {
	r := newRoom(t)
	rasa := r.person("Rasa Rasaite")
	one, other := r.browser(r.founder()), r.browser(r.person("Kita", staff.Administrator))
	form := formOf(rasa)
	form.Set("name", "Rasa Petraite")
	if status, page := one.post("/people/"+rasa.ID, form); status != http.StatusOK || !strings.Contains(page, "Saved.") {
		t.Fatal(status, page)
	}
	form = formOf(rasa)
	form["roles"] = []string{"auditor"}
	status, page := other.post("/people/"+rasa.ID, form)
	if status != http.StatusUnprocessableEntity {
		t.Error(status)
	}
	r.holds(page, "Somebody else changed this person meanwhile", "Rasa Petraite", `value="Rasa Rasaite"`, `value="auditor" checked`)
	form.Set("name", "Rasa Petraite")
	form.Set("version", fmt.Sprint(r.reload(rasa).Version))
	if status, _ := other.post("/people/"+rasa.ID, form); status != http.StatusOK {
		t.Error(status)
	}
	if now := r.reload(rasa); now.Name != "Rasa Petraite" || !now.Has(staff.Auditor) {
		t.Errorf("%+v", now)
	}
	_, page = one.get("/people/" + rasa.ID)
	r.holds(page, "gave Rasa Petraite roles")
}

func TestOldProofGivesNoRoles(t *testing.T) {
	r := newRoom(t)
	rasa, b := r.person("Rasa Rasaite"), r.browser(r.founder())
	r.now = r.now.Add(signin.ProofLasts + time.Minute)
	b.http.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	form := formOf(rasa)
	form["roles"] = []string{"administrator"}
	for path, form := range map[string]url.Values{"/people/" + rasa.ID: form, "/people/" + rasa.ID + "/leave": {"version": {"1"}},
		"/people/" + rasa.ID + "/invitation": {}, "/people/invite": {"name": {"A"}, "mail": {"a@example.com"}, "roles": {"administrator"}}} {
		request, err := http.NewRequest(http.MethodPost, r.http.URL+path, strings.NewReader(form.Encode()))
		r.must(err)
		request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		request.Header.Set("Sec-Fetch-Site", "same-origin")
		answer, err := b.http.Do(request)
		r.must(err)
		if to := answer.Header.Get("Location"); !strings.HasPrefix(to, "/prove") {
			t.Errorf("%s: %d, %s", path, answer.StatusCode, to)
		}
	}
	if now := r.reload(rasa); now.State != staff.Active || len(now.Roles) > 0 {
		t.Errorf("%+v", now)
	}
}

func TestPartingWithSomebody(t *testing.T) {
	r := newRoom(t)
	rasa := r.person("Rasa Rasaite", staff.Author)
	hers, b := r.browser(rasa), r.browser(r.founder())
	_, page := b.get("/people/" + rasa.ID + "/leave")
	r.holds(page, "Rasa Rasaite is leaving", "1 device is signed out")
	_, page = b.post("/people/"+rasa.ID+"/leave", url.Values{"version": {fmt.Sprint(rasa.Version)}})
	r.holds(page, "Rasa Rasaite has left", "1 device signed out", "There were no drafts")
	hers.http.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	if answer, err := hers.http.Get(r.http.URL + "/"); err != nil || answer.StatusCode != http.StatusSeeOther {
		t.Error("who has left is still in", err)
	}
	_, page = b.get("/people?state=left")
	r.holds(page, "Rasa Rasaite")
	_, page = b.post("/people/"+rasa.ID+"/return", url.Values{"version": {fmt.Sprint(r.reload(rasa).Version)}})
	r.holds(page, "/invitation/")
	status, page := b.post("/people/"+r.founder().ID+"/leave", url.Values{"version": {"1"}})
	if status != http.StatusForbidden || !strings.Contains(page, "Nobody parts with themselves") {
		t.Error(status, "an administrator parted with themselves")
	}
}

func TestWhoMaySeeAndWhoMayChange(t *testing.T) {
	r := newRoom(t)
	rasa := r.person("Rasa Rasaite")
	for role, want := range map[staff.Role][2]int{staff.Auditor: {200, 403}, staff.PolicyOwner: {200, 403}, staff.Author: {403, 403}} {
		b := r.browser(r.person("As "+string(role), role))
		for _, path := range []string{"/people", "/people/" + rasa.ID, "/people/teams"} {
			status, page := b.get(path)
			if status != want[0] || strings.Contains(page, `action="/people/`+rasa.ID) || strings.Contains(page, `href="/people/invite"`) {
				t.Errorf("%s opens %s: %d", role, path, status)
			}
		}
		for _, path := range []string{"/people/invite", "/people/import", "/people/" + rasa.ID + "/leave"} {
			if status, _ := b.get(path); status != want[1] {
				t.Errorf("%s opens %s: %d", role, path, status)
			}
		}
		for _, path := range []string{"/people/invite", "/people/teams", "/people/" + rasa.ID, "/people/" + rasa.ID + "/leave", "/people/import/confirm"} {
			if status, _ := b.post(path, formOf(rasa)); status != want[1] {
				t.Errorf("%s posts to %s: %d", role, path, status)
			}
		}
	}
}

func TestAListChangesNothingUntilItIsConfirmed(t *testing.T) {
	r := newRoom(t)
	b, rasa := r.browser(r.founder()), r.person("Rasa Rasaite")
	var lines strings.Builder
	lines.WriteString("vardas;el. paštas;komanda;vaidmenys\nRasa Rasaite;rasa.rasaite@example.com;Teisė;autorė\nBlogas;be adreso;;\n")
	for i := range 600 {
		fmt.Fprintf(&lines, "Žmogus %d;zmogus%d@example.com;Teisė;\n", i, i)
	}
	if status, page := b.upload("/people/import", "list.xlsx", "PK\x03\x04"); status != http.StatusUnprocessableEntity || !strings.Contains(page, "workbook") {
		t.Error(status, page)
	}
	_, page := b.upload("/people/import", "list.csv", lines.String())
	r.holds(page, "Is this right?", "600", "Enter an e-mail address", "<ins>Teisė</ins>", "<ins>Author</ins>", "Žmogus 0")
	if now := r.reload(rasa); now.Team != "" {
		t.Error("changed before it was confirmed")
	}
	id := regexp.MustCompile(`name="list" value="([^"]+)"`).FindStringSubmatch(page)[1]
	if status, _ := r.browser(r.person("Kita", staff.Administrator)).get("/people/import?list=" + id); status != http.StatusNotFound {
		t.Error("another administrator sees the list:", status)
	}
	_, page = b.post("/people/import/confirm", url.Values{"list": {id}})
	r.holds(page, "The list is being taken")
	r.must(r.TakeList(t.Context(), TakeList{id}))
	_, page = b.post("/people/import/confirm", url.Values{"list": {id}})
	r.holds(page, "The list is taken", "Enter an e-mail address")
	if now := r.reload(rasa); now.Team == "" || !now.Has(staff.Author) {
		t.Errorf("%+v", now)
	}
	_, page = b.get("/people?state=invited&q=zmogus")
	r.holds(page, `<b class="count">600</b>`, "Žmogus 0")
	next := regexp.MustCompile(`rel="next" href="([^"]+)"`).FindStringSubmatch(page)
	if next == nil {
		t.Fatal("no way on")
	}
	_, page = b.get(strings.ReplaceAll(next[1], "&amp;", "&"))
	r.holds(page, `rel="prev"`, `rel="next"`)
}

func TestTeamsAreAddedAndRenamed(t *testing.T) {
	r := newRoom(t)
	b := r.browser(r.founder())
	_, page := b.get("/people/teams")
	r.holds(page, "No teams yet")
	_, page = b.post("/people/teams", url.Values{"team": {"Rinkodara"}})
	r.holds(page, "The team is added", "Rinkodara")
	status, page := b.post("/people/teams", url.Values{"team": {" RINKODARA "}})
	if status != http.StatusUnprocessableEntity {
		t.Error(status)
	}
	r.holds(page, "There is a team with this name already", `value=" RINKODARA "`)
	id := regexp.MustCompile(`name="id" value="([^"]+)"`).FindStringSubmatch(page)[1]
	_, page = b.post("/people/teams", url.Values{"id": {id}, "team": {"Komunikacija"}})
	r.holds(page, "The team has its new name", "Komunikacija")
	status, page = b.post("/people/teams", url.Values{"id": {id}, "team": {" "}})
	if status != http.StatusUnprocessableEntity || !strings.Contains(page, "<details class=\"rename\" open>") {
		t.Error(status, page)
	}
}
