package web

import (
	"bytes"
	"encoding/json"
	"errors"
	"image"
	"image/color"
	"image/png"
	"mime/multipart"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"

	"rostrum/account"
	"rostrum/compose"
	"rostrum/network"
	"rostrum/network/bluesky"
	"rostrum/network/mastodon"
	"rostrum/post"
	"rostrum/staff"
	"rostrum/store"
	"rostrum/training"
)

// begun is a draft of the person's.
func (r *room) begun(who staff.Person, text string, accounts ...string) (p compose.Post) {
	r.t.Helper()
	r.must(r.Store.Write(r.t.Context(), func(tx *store.Tx) (err error) {
		p, err = compose.Begin(r.t.Context(), tx, who, post.Content{Text: text, Accounts: accounts}, time.Time{}, "Europe/Vilnius", r.now)
		return err
	}))
	return p
}

// postNow is what is kept of a post.
func (r *room) postNow(id string) (p compose.Post) {
	r.t.Helper()
	r.must(r.Store.Read(r.t.Context(), func(tx *store.Tx) (err error) {
		p, err = tx.Post(r.t.Context(), id)
		return err
	}))
	return p
}

// composing is a room whose company has an account on Bluesky and one on Mastodon.
func composing(t *testing.T) (r *room, blue, tusk account.Account) {
	r = newRoom(t)
	r.Networks = map[string]network.Network{"bluesky": &bluesky.Connector{}, "mastodon": &mastodon.Connector{}}
	owner := r.person("Saulė Saulytė", staff.Security).ID
	blue = account.Account{ID: "blue", Network: "bluesky", Server: "https://bsky.example", Remote: "did:plc:1", Handle: "banga.example", Name: "Banga", Purpose: "News for customers", State: account.Connected, Zone: "Europe/Vilnius", Owner: owner, Rule: account.Findings, Version: 1}
	tusk = account.Account{ID: "tusk", Network: "mastodon", Server: "https://m.example", Remote: "2", Handle: "@banga@m.example", Name: "Banga", State: account.Connected, Zone: "Europe/Vilnius", Owner: owner, Rule: account.Findings, Version: 1}
	r.must(r.Store.Write(t.Context(), func(tx *store.Tx) error {
		return errors.Join(tx.AddBrandAccount(t.Context(), blue), tx.AddBrandAccount(t.Context(), tusk))
	}))
	return r, blue, tusk
}

// send posts a form with files, as the page does.
func (b *browser) send(path string, form url.Values, files ...[]byte) (int, string) {
	b.room.t.Helper()
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	for name, all := range form {
		for _, value := range all {
			b.room.must(w.WriteField(name, value))
		}
	}
	for _, file := range files {
		part, err := w.CreateFormFile("picture", "../../picture.png")
		b.room.must(err)
		_, err = part.Write(file)
		b.room.must(err)
	}
	b.room.must(w.Close())
	request, err := http.NewRequest(http.MethodPost, b.room.http.URL+path, &body)
	b.room.must(err)
	request.Header.Set("Content-Type", w.FormDataContentType())
	request.Header.Set("Sec-Fetch-Site", "same-origin")
	answer, err := b.http.Do(request)
	b.room.must(err)
	return b.read(answer)
}

func dot(t *testing.T) []byte { return dotOf(t, 200) }

// dotOf is a picture of a dot, which differs with its red.
func dotOf(t *testing.T, red uint8) []byte {
	t.Helper()
	m := image.NewRGBA(image.Rect(0, 0, 40, 30))
	m.Set(3, 3, color.RGBA{red, 10, 10, 255})
	var out bytes.Buffer
	if err := png.Encode(&out, m); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestWriteWithoutScripts writes, checks, illustrates and throws away a post with plain forms.
func TestWriteWithoutScripts(t *testing.T) {
	r, blue, tusk := composing(t)
	rasa := r.person("Rasa Rasaitė", staff.Author)
	b := r.browser(rasa)
	has := func(page string, texts ...string) {
		t.Helper()
		for _, text := range texts {
			if !strings.Contains(page, text) {
				t.Errorf("no %q", text)
			}
		}
	}
	_, page := b.get("/posts")
	has(page, "Nothing here yet", "/posts/new")
	_, page = b.get("/posts/new")
	has(page, "banga.example", "@banga@m.example", "Needs another’s yes", "No team of yours has been granted this", "Grants are given in the policy")
	form := url.Values{"text": {"Prisijungimo slaptažodis: Vasara2026!"}, "account": {blue.ID, tusk.ID}, "own-tusk": {"Gražaus savaitgalio! https://banga.example/naujienos"},
		"when": {"at"}, "day": {"2026-03-29"}, "clock": {"03:30"}, "zone": {"Europe/Vilnius"}, "do": {"check"}}
	status, page := b.send("/posts/new", form)
	has(page, "this time does not exist", "Vasara2026!")
	if status != 422 {
		t.Errorf("an hour that there is not: %d", status)
	}
	form.Set("clock", "10:00")
	status, page = b.send("/posts/new", form, dot(t))
	has(page, "Do not post this", `<mark class="found-block">`, "On banga.example", "On @banga@m.example", "/pictures/", "no description")
	var p compose.Post
	r.must(r.Store.Read(t.Context(), func(tx *store.Tx) error {
		all, err := tx.Posts(t.Context(), store.PostFilter{Writer: rasa.ID}, 2)
		p = all[0]
		return err
	}))
	if status != 200 || len(p.Content.Images) != 1 || p.Due.Format(time.RFC3339) != "2026-03-29T07:00:00Z" || p.Content.Own["tusk"] == "" {
		t.Errorf("%d: %+v", status, p)
	}
	digest := p.Content.Images[0].Digest
	answer, err := b.http.Get(r.http.URL + "/pictures/" + digest)
	r.must(err)
	r.must(answer.Body.Close())
	if answer.Header.Get("Content-Type") != "image/png" || !strings.Contains(answer.Header.Get("Content-Security-Policy"), "sandbox") || answer.Header.Get("X-Content-Type-Options") != "nosniff" {
		t.Errorf("the picture's head: %v", answer.Header)
	}
	if status, _ := r.browser(r.person("Jonas Jonaitis")).get("/pictures/" + digest); status != 403 {
		t.Errorf("an employee sees the picture: %d", status)
	}
	_, page = b.send("/posts/"+p.ID, url.Values{"text": {"x"}, "zone": {"UTC"}, "when": {"now"}, "version": {strconv.FormatInt(p.Version, 10)}}, []byte("<svg onload=alert(1)>"))
	has(page, "SVG drawing")

	ona := r.browser(r.person("Ona Onaitytė", staff.Author))
	mine := url.Values{"text": {"Mine"}, "zone": {"UTC"}, "when": {"now"}, "version": {strconv.FormatInt(p.Version, 10)}}
	if _, page := ona.send("/posts/"+p.ID, mine); !strings.Contains(page, "Saved as a draft") {
		t.Error("a colleague cannot write in the draft")
	}
	mine.Set("text", "And mine")
	status, page = b.send("/posts/"+p.ID, mine)
	has(page, "Two texts", "Saved by Ona Onaitytė", ">Mine</p>", "And mine</textarea>")
	if status != 409 {
		t.Errorf("a clash: %d", status)
	}
	_, page = b.get("/posts/" + p.ID + "/history")
	has(page, "Revision 2", "Revision 1", "<del>", "<ins>")
	_, page = b.post("/posts/"+p.ID+"/history", url.Values{"revision": {"1"}})
	has(page, "The old revision is the latest now", "Vasara2026!")
	_, page = b.post("/posts/"+p.ID+"/discard", url.Values{"version": {strconv.FormatInt(r.postNow(p.ID).Version, 10)}})
	has(page, "This post was thrown away", "Bring it back")
	_, page = b.post("/posts/"+p.ID+"/restore", nil)
	has(page, "It is a draft again")
}

func TestAutosave(t *testing.T) {
	r, blue, _ := composing(t)
	b := r.browser(r.person("Rasa Rasaitė", staff.Author))
	save := func(id string, form url.Values) (int, told) {
		t.Helper()
		status, body := b.post("/posts/"+id+"/autosave", form)
		var said told
		r.must(json.Unmarshal([]byte(body), &said))
		return status, said
	}
	status, first := save("new", url.Values{"text": {"Labas"}, "account": {blue.ID}, "when": {"at"}, "day": {"2020-01-01"}, "clock": {"10:00"}, "zone": {"Europe/Vilnius"}})
	if status != 200 || first.ID == "" || first.Saved != "11:00" || first.Field != "due" || !r.postNow(first.ID).Due.IsZero() {
		t.Errorf("a wrong time keeps the text from being kept: %d %+v", status, first)
	}
	form := url.Values{"text": {"Labas rytas"}, "when": {"now"}, "zone": {"Europe/Vilnius"}, "version": {strconv.FormatInt(first.Version, 10)}}
	if status, said := save(first.ID, form); status != 200 || said.Version != first.Version+1 || said.Revision != 1 {
		t.Errorf("%d %+v", status, said)
	}
	form.Set("text", "Labas vakaras")
	if status, said := save(first.ID, form); status != 409 || said.Theirs == nil || said.Theirs.Text != "Labas rytas" || said.By != "Rasa Rasaitė" {
		t.Errorf("a clash: %d %+v", status, said)
	}
	form.Set("text", strings.Repeat("ą", compose.MaxText))
	if status, said := save(first.ID, form); status != 422 || said.Field != "text" {
		t.Errorf("too long: %d %+v", status, said)
	}
	if r.postNow(first.ID).Content.Text != "Labas rytas" {
		t.Error("what was refused was kept")
	}
}

func TestTemplatesAndWhoIsAsked(t *testing.T) {
	r, _, tusk := composing(t)
	rasa := r.person("Rasa Rasaitė", staff.Author)
	b := r.browser(rasa)
	_, page := b.post("/posts/templates", url.Values{"kind": {"template"}, "name": {" Vacancy "}, "lt": {"Ieškome kolegos"}})
	if !strings.Contains(page, "Saved.") || !strings.Contains(page, "Vacancy") || !strings.Contains(page, "lang=lt") {
		t.Error("the template is not kept")
	}
	var made compose.Template
	r.must(r.Store.Read(t.Context(), func(tx *store.Tx) error {
		all, err := tx.Templates(t.Context())
		made = all[0]
		return err
	}))
	if _, page = b.get("/posts/new?template=" + made.ID); !strings.Contains(page, "Ieškome kolegos</textarea>") {
		t.Error("a post is not begun with it")
	}
	if _, page = b.post("/posts/templates", url.Values{"kind": {"snippet"}, "name": {"<script>alert(1)</script>"}}); !strings.Contains(page, "at least one language") {
		t.Error("an empty one is kept")
	}
	p := r.begun(rasa, "Prisijungimo slaptažodis: Vasara2026!", tusk.ID)
	if _, page = b.get("/posts/" + p.ID + "/ask"); !strings.Contains(page, "does not let this out") || strings.Contains(page, `/submit"`) {
		t.Error("what is blocked can be sent")
	}
	p = r.begun(rasa, "Gražaus savaitgalio visiems", tusk.ID)
	if _, page = b.get("/posts/" + p.ID + "/ask"); !strings.Contains(page, "@banga@m.example") || strings.Contains(page, `/submit"`) {
		t.Error("it can be sent though nobody may approve it")
	}
	status, _ := b.post("/posts/"+p.ID+"/submit", url.Values{"version": {strconv.FormatInt(p.Version, 10)}})
	if status != 422 && status != 409 || r.postNow(p.ID).State != compose.Draft {
		t.Errorf("sent though nobody may approve it: %d", status)
	}
}

// TestSendForApproval sends a post of somebody who may speak there and one that asks a guest, and takes it back.
func TestSendForApproval(t *testing.T) {
	r, _, tusk := composing(t)
	team := staff.Team{ID: staff.NewID(), Name: "Communications"}
	rasa := r.person("Rasa Rasaitė", staff.Author)
	r.must(r.Store.Write(t.Context(), func(tx *store.Tx) error {
		if err := tx.AddTeam(t.Context(), team, "communications"); err != nil {
			return err
		}
		rasa.Team = team.ID
		return tx.ChangePerson(t.Context(), rasa)
	}))
	b := r.browser(rasa)
	if _, page := b.get("/posts/new"); !strings.Contains(page, "Take the course") {
		t.Error("a course that would do is not offered")
	}
	r.must(r.Store.Write(t.Context(), func(tx *store.Tx) error {
		ready, err := r.InForce(t.Context(), tx, r.now)
		if err != nil {
			return err
		}
		for _, course := range ready.Policy.Speakers.Trainings {
			if err := tx.AddCertificate(t.Context(), training.Certificate{ID: staff.NewID(), Person: rasa.ID, Course: course.ID, Passed: r.now, Expires: r.now.AddDate(1, 0, 0)}); err != nil {
				return err
			}
		}
		return nil
	}))
	if _, page := b.get("/posts/new"); !strings.Contains(page, "you may publish") {
		t.Error("who has passed the courses may not publish")
	}
	p := r.begun(rasa, "Gražaus savaitgalio visiems", tusk.ID)
	if _, page := b.get("/posts/" + p.ID + "/ask"); !strings.Contains(page, "yes is needed") {
		t.Error("somebody would be asked")
	}
	form := url.Values{"version": {strconv.FormatInt(p.Version, 10)}, "guest.1.name": {"Greta"}, "guest.1.mail": {"not an address"}}
	if status, page := b.post("/posts/"+p.ID+"/submit", form); status != 422 || !strings.Contains(page, `id="e-guest.0.mail"`) || !strings.Contains(page, `value="Greta"`) {
		t.Errorf("a guest without an address: %d", status)
	}
	form.Set("guest.1.mail", "greta@example.com")
	_, page := b.post("/posts/"+p.ID+"/submit", form)
	if !strings.Contains(page, "Sent for approval.") || !strings.Contains(page, "/approvals/") || !strings.Contains(page, "/reopen") || strings.Contains(page, "<textarea") {
		t.Error("the post does not wait")
	}
	if status, _ := b.post("/posts/"+p.ID+"/autosave", url.Values{"text": {"Other"}, "when": {"now"}, "zone": {"UTC"}, "version": {strconv.FormatInt(r.postNow(p.ID).Version, 10)}}); status != 409 {
		t.Errorf("a post that waits is changed: %d", status)
	}
	if _, page = b.post("/posts/"+p.ID+"/reopen", nil); !strings.Contains(page, "<textarea") {
		t.Error("it cannot be taken back")
	}
}
