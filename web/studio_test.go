package web

import (
	"html"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"rostrum/staff"
	"rostrum/store"
	"rostrum/studio"
)

// fields reads the fields of the form on a page that goes to an address, as a browser would send them.
func fields(t testing.TB, page, action string) url.Values {
	t.Helper()
	_, form, found := strings.Cut(page, `action="`+action+`"`)
	if !found {
		t.Fatalf("no form goes to %s", action)
	}
	form, _, _ = strings.Cut(form, "</form>")
	values := url.Values{}
	for _, m := range regexp.MustCompile(`(?s)<input type="hidden" name="([^"]+)" value="([^"]*)"|<textarea[^>]* name="([^"]+)"[^>]*>(.*?)</textarea>`).FindAllStringSubmatch(form, -1) {
		values.Add(m[1]+m[3], html.UnescapeString(m[2]+m[4]))
	}
	return values
}

// draft begins a draft as somebody and gives its address.
func (b *browser) draft(name string) string {
	b.room.t.Helper()
	answer, err := b.http.PostForm(b.room.http.URL+"/studio/new", url.Values{"name": {name}, "from": {"in_force"}})
	b.room.must(err)
	answer.Body.Close()
	if path := answer.Request.URL.Path; answer.StatusCode == 200 && strings.HasPrefix(path, "/studio/") {
		return path
	}
	b.room.t.Fatalf("no draft: %s", answer.Status)
	return ""
}

func TestADraftComesIntoForce(t *testing.T) {
	r := newRoom(t)
	rasa := r.browser(r.person("Rasa Rasaitė", staff.PolicyOwner))
	tomas := r.browser(r.person("Tomas Tomaitis", staff.Approver))
	at := rasa.draft("Kinder words")

	_, page := rasa.get(at + "/clauses/respect")
	form := fields(t, page, at+"/save")
	texts := form["text"]
	texts[0] = strings.Replace(texts[0], "\n", "\n\nWe answer **kindly**, also at midnight.\n", 1)
	if _, page = rasa.post(at+"/save", form); !strings.Contains(page, "<strong>kindly</strong>") || !strings.Contains(page, "Saved.") {
		t.Error("the text is not kept, or not shown as people read it")
	}
	if _, page = rasa.get(at + "/diff"); !strings.Contains(page, "also at midnight.") || !strings.Contains(page, "<ins>") {
		t.Error("the page of changes does not show the new words")
	}
	if _, page = rasa.get(at + "/impact"); !strings.Contains(page, "No verdict changes.") {
		t.Error("other words change no verdict")
	}
	if status, page := rasa.post(at+"/submit", nil); status != 200 || !strings.Contains(page, "Waits for approval") && !strings.Contains(page, "Submitted") {
		t.Fatalf("%d: not submitted", status)
	}
	_, page = tomas.get("/studio")
	if !strings.Contains(page, "It waits for your decision.") {
		t.Error("the approver does not see that it waits")
	}
	_, page = tomas.get(at + "/review")
	digest := fields(t, page, at+"/approve")
	if status, page := rasa.post(at+"/approve", digest); status != 403 || !strings.Contains(page, "You had a hand in this version") {
		t.Errorf("%d: an editor approves her own draft", status)
	}
	if _, page = tomas.post(at+"/approve", digest); !strings.Contains(page, "Approved. Its owner can publish it now.") {
		t.Fatal("not approved")
	}
	if status, _ := tomas.post(at+"/publish", url.Values{"when": {"now"}}); status != 403 {
		t.Errorf("%d: an approver publishes", status)
	}
	if status, page := rasa.post(at+"/publish", url.Values{"when": {"later"}, "effective": {"soon"}}); status != 422 || !strings.Contains(page, `value="soon"`) {
		t.Errorf("%d: a day that is none", status)
	}
	if _, page = rasa.post(at+"/publish", url.Values{"when": {"later"}, "effective": {"2026-03-09T08:00"}}); !strings.Contains(page, "It can no longer be changed.") {
		t.Fatal("not published")
	}
	anybody := r.browser(r.person("Ieva Ievaitė"))
	if status, _ := anybody.get("/versions/2"); status != 404 {
		t.Errorf("%d: a version is shown to all before it holds", status)
	}
	r.now = time.Date(2026, 3, 9, 6, 1, 0, 0, time.UTC) // 8:01 in Vilnius
	anybody = r.browser(r.person("Jonas Jonaitis"))
	if _, page = anybody.get("/versions/2"); !strings.Contains(page, "also at midnight.") || !strings.Contains(page, "Tomas Tomaitis") {
		t.Error("the version in force cannot be read, or does not say who approved it")
	}
	if status, _ := anybody.get("/versions/1"); status != 200 {
		t.Errorf("%d: a past version cannot be read", status)
	}
	if _, page = anybody.get("/versions/2/diff"); !strings.Contains(page, "also at midnight.") {
		t.Error("what version 2 changed is not told")
	}
	if status, _ := anybody.get("/studio"); status != 403 {
		t.Errorf("%d: an employee is in the studio", status)
	}
}

func TestTwoEditorsOfOneText(t *testing.T) {
	r := newRoom(t)
	rasa, jonas := r.browser(r.person("Rasa Rasaitė", staff.PolicyOwner)), r.browser(r.person("Jonas Jonaitis", staff.PolicyOwner))
	at := rasa.draft("Together")
	_, hers := rasa.get(at + "/clauses/respect")
	_, his := jonas.get(at + "/clauses/respect")
	_, other := jonas.get(at + "/clauses/privacy")
	save := func(b *browser, page, text string) (int, string) {
		form := fields(t, page, at+"/save")
		form["text"][0] = "# Respect\n" + text + "\n"
		return b.post(at+"/save", form)
	}
	if status, _ := save(rasa, hers, "Her words."); status != 200 {
		t.Fatal(status)
	}
	if status, _ := save(jonas, other, "About privacy."); status != 200 {
		t.Errorf("%d: different clauses clash", status)
	}
	status, page := save(jonas, his, "His words.")
	if status != 409 || !strings.Contains(page, "Her words.") || !strings.Contains(page, "His words.") {
		t.Fatalf("%d: both texts should be shown", status)
	}
	form := fields(t, page, at+"/save")
	form["text"][0] = "# Respect\nBoth words.\n"
	if status, page = jonas.post(at+"/save", form); status != 200 || !strings.Contains(page, "Both words.") {
		t.Errorf("%d: what was decided is not kept", status)
	}
	_, page = jonas.get(at)
	if _, page = jonas.post(at+"/undo", fields(t, page, at+"/undo")); !strings.Contains(page, "undone") {
		t.Error("not undone")
	}
	if _, page = rasa.get(at + "/clauses/respect"); !strings.Contains(page, "Her words.") {
		t.Error("undoing did not bring her words back")
	}
}

func TestMistakesAreShownAtTheirLine(t *testing.T) {
	r := newRoom(t)
	rasa := r.browser(r.person("Rasa Rasaitė", staff.PolicyOwner))
	at := rasa.draft("With a mistake")
	_, page := rasa.get(at + "/clauses/respect")
	form := fields(t, page, at+"/save")
	data := len(form["text"]) - 1
	form["text"][data] = strings.Replace(form["text"][data], "owner:", "ovner:", 1)
	form.Set("sample", "Musulmonai – gyvuliai, jiems čia ne vieta.")
	status, tried := rasa.post(at+"/try", form)
	if status != 200 || !strings.Contains(tried, `data-line="2"`) || !strings.Contains(tried, "ovner: ") {
		t.Errorf("%d: the mistake is not told at its line, or what was typed is gone", status)
	}
	if _, page = rasa.get(at + "/clauses/respect"); strings.Contains(page, "ovner: ") {
		t.Error("trying keeps what was typed")
	}
	form["text"][data] = strings.Replace(form["text"][data], "ovner:", "owner:", 1)
	if _, tried = rasa.post(at+"/try", form); !strings.Contains(tried, "sample-result") || !strings.Contains(tried, "mark-block") {
		t.Error("the made-up post is not judged")
	}
	form["text"][data] = strings.Replace(form["text"][data], "owner:", "ovner:", 1)
	if _, page = rasa.post(at+"/save", form); !strings.Contains(page, "Saved.") {
		t.Error("a draft with a mistake is not kept")
	}
	for _, path := range []string{"", "/diff", "/impact", "/review", "/clauses/privacy", "/terms/brands", "/files/speakers.yaml"} {
		if status, _ := rasa.get(at + path); status != 200 {
			t.Errorf("%d: %s of a draft that does not load", status, path)
		}
	}
	if status, page = rasa.post(at+"/submit", nil); status != 422 || !strings.Contains(page, "clauses/respect/clause.yaml:2") {
		t.Errorf("%d: what is missing is not told", status)
	}
}

func TestWordListLineByLine(t *testing.T) {
	r := newRoom(t)
	rasa := r.browser(r.person("Rasa Rasaitė", staff.PolicyOwner))
	at := rasa.draft("Words")
	_, page := rasa.get(at + "/terms/brands")
	form := url.Values{"path": {"terms/brands.yaml"}, "was": fields(t, page, at+"/save")["was"], "head": fields(t, page, at+"/save")["head"],
		"then": {at + "/terms/brands"}, "lines": {"Banga\r\n\r\n#banga: yes\r\n- odd\r\nnull\r\n"}}
	if status, _ := rasa.post(at+"/save", form); status != 200 {
		t.Fatal(status)
	}
	_, page = rasa.get(at + "/terms/brands")
	if got := fields(t, page, at+"/save").Get("lines"); got != "Banga\n#banga: yes\n- odd\nnull" {
		t.Errorf("%q", got)
	}
	if !strings.Contains(fields(t, page, at+"/save").Get("head"), "# The names under which people know us") {
		t.Error("the comment at the head of the list is lost")
	}
}

func TestEveryStudioPageInBothLanguages(t *testing.T) {
	r := newRoom(t)
	who := r.person("Rasa Rasaitė", staff.PolicyOwner)
	b := r.browser(who)
	at := b.draft("All pages")
	for _, lang := range []string{"en", "lt"} {
		b.http.Jar.SetCookies(r.Address, []*http.Cookie{{Name: "language", Value: lang, Path: "/"}})
		for _, path := range []string{"/studio", "/studio/new", at, at + "/clauses/confidential", at + "/terms/codenames", at + "/files/conflict.yaml",
			at + "/files/waivers.yaml", at + "/files/responses/refund", at + "/add", at + "/diff", at + "/impact", at + "/review", "/versions", "/versions/1"} {
			status, page := b.get(path)
			if status != 200 || strings.Contains(page, "[studio.") || !strings.Contains(page, `<html lang="`+lang+`"`) {
				t.Errorf("%s %s: %d", lang, path, status)
			}
		}
	}
	for _, path := range []string{"/studio/none", at + "/clauses/none", at + "/files/../policy.yaml", at + "/files/terms", at + "/files/etc/passwd", "/versions/9", "/versions/x"} {
		if status, _ := b.get(path); status != 404 {
			t.Errorf("%s: %d", path, status)
		}
	}
}

func TestAddingAndRemovingParts(t *testing.T) {
	r := newRoom(t)
	rasa := r.browser(r.person("Rasa Rasaitė", staff.PolicyOwner))
	at := rasa.draft("Parts")
	add := url.Values{"kind": {"clauses"}, "id": {"guest-posts"}, "number": {"9.9"}, "title_en": {"Guests"}, "title_lt": {"Svečiai"}}
	if status, page := rasa.post(at+"/add", add); status != 200 || !strings.Contains(page, "9.9 Guests") {
		t.Fatalf("%d: a clause is not added", status)
	}
	if status, _ := rasa.post(at+"/add", add); status != 422 {
		t.Errorf("%d: the same clause twice", status)
	}
	for _, kind := range []string{"terms", "responses", "runbooks"} {
		if status, _ := rasa.post(at+"/add", url.Values{"kind": {kind}, "id": {"new-one"}, "title_en": {"New"}, "title_lt": {"Naujas"}}); status != 200 {
			t.Errorf("%s: %d", kind, status)
		}
	}
	_, page := rasa.get(at + "/review")
	if strings.Contains(page, "Did you mean") || strings.Contains(page, "unknown") {
		t.Error("what is added has mistakes of form")
	}
	if status, _ := rasa.post(at+"/remove", url.Values{"path": {"clauses/guest-posts"}}); status != 200 {
		t.Errorf("%d: not removed", status)
	}
	if status, _ := rasa.get(at + "/clauses/guest-posts"); status != 404 {
		t.Errorf("%d: the clause is still there", status)
	}
}

func TestWhatWaitsForWhom(t *testing.T) {
	r := newRoom(t)
	owner, approver := r.person("Rasa Rasaitė", staff.PolicyOwner), r.person("Tomas Tomaitis", staff.Approver)
	r.browser(owner).draft("Mine")
	r.must(r.Store.Write(t.Context(), func(tx *store.Tx) error {
		return tx.AddVersion(t.Context(), studio.Version{ID: "waits", Name: "Theirs", State: studio.Review, Editor: "x", Editors: []string{"x"}, Changed: r.now})
	}))
	for _, c := range []struct {
		who  staff.Person
		want []string
	}{{owner, []string{"Go on with the draft “Mine”", "Decide about the policy “Theirs”"}}, {approver, []string{"Decide about the policy “Theirs”"}},
		{r.person("Ieva Ievaitė"), nil}} {
		var got []string
		r.must(r.Store.Read(t.Context(), func(tx *store.Tx) error {
			todos, err := r.studioTodos(&visit{ctx: t.Context(), now: r.now, lang: English, who: c.who}, tx)
			for _, todo := range todos {
				got = append(got, todo.Text)
			}
			return err
		}))
		slices.Sort(got)
		slices.Sort(c.want)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q", c.who.Name, got)
		}
	}
}
