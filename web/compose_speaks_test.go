package web

import (
	"encoding/json"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"rostrum/browsertest"
	"rostrum/compose"
	"rostrum/post"
	"rostrum/staff"
	"rostrum/store"
	"rostrum/training"
)

// mayPublish lets somebody speak for the company: a team that may, and its courses for a year.
func (r *room) mayPublish(who staff.Person) {
	r.t.Helper()
	r.must(r.Store.Write(r.t.Context(), func(tx *store.Tx) error {
		boss := staff.Person{ID: staff.NewID(), State: staff.Active, Roles: []staff.Role{staff.Administrator}}
		team, err := staff.AddTeam(r.t.Context(), tx, boss, "Communications", r.now)
		r.must(err)
		who.Team = team.ID
		r.must(tx.ChangePerson(r.t.Context(), who))
		for _, course := range []string{"brand-guidelines", "etiquette", "confidentiality", "consequences"} {
			r.must(tx.AddCertificate(r.t.Context(), training.Certificate{ID: staff.NewID(), Person: who.ID, Course: course, Passed: r.now.Add(-time.Hour), Expires: r.now.AddDate(1, 0, 0)}))
		}
		return nil
	}))
}

// TestWhoMaySayThisIsToldWhileTyping asks as the page does: whether one may say this on each account, in the visitor's language,
// and nothing else of what the policy says; nothing is kept.
func TestWhoMaySayThisIsToldWhileTyping(t *testing.T) {
	r, blue, tusk := composing(t)
	stranger, speaker := r.person("Rasa Rasaitė", staff.Author), r.person("Asta Astaitė", staff.Author)
	r.mayPublish(speaker)
	ask := func(who staff.Person, form url.Values) (status int, said told) {
		t.Helper()
		status, page := r.browser(who).post("/posts/speaks", form)
		r.must(json.Unmarshal([]byte(page), &said))
		return status, said
	}
	form := url.Values{"text": {"Slaptažodis: Vasara2026!"}, "account": {blue.ID, tusk.ID}}
	status, said := ask(stranger, form)
	for _, a := range []string{blue.ID, tusk.ID} {
		if found := said.Speaks[a]; status != 200 || len(found) != 1 || found[0].Category != "speaker" || found[0].Message == "" {
			t.Errorf("%s: %d, %+v", a, status, found)
		}
	}
	if status, said = ask(speaker, form); status != 200 || len(said.Speaks) != 2 || len(said.Speaks[blue.ID]) != 0 {
		t.Errorf("who may speak: %d, %+v", status, said)
	}
	if _, said = ask(speaker, url.Values{"text": {"Labas"}, "account": {blue.ID}, "when": {"at"}, "day": {"2027-09-01"}, "clock": {"09:00"}, "zone": {"Europe/Vilnius"}}); len(said.Speaks[blue.ID]) != 1 {
		t.Errorf("when their courses will have ended: %+v", said)
	}
	if status, said = ask(speaker, url.Values{"text": {"Labas"}, "lang": {"xx"}, "account": {blue.ID}}); status != 422 || said.Error == "" {
		t.Errorf("what cannot be a post: %d, %+v", status, said)
	}
	r.must(r.Store.Read(t.Context(), func(tx *store.Tx) error {
		all, err := tx.Posts(t.Context(), store.PostFilter{}, 2)
		if len(all) > 0 {
			t.Errorf("asking kept %+v", all)
		}
		return err
	}))
}

// TestSpeakersAndPicturesAreToldWhileTyping opens a post in a real browser: that its writer may not speak there, and what was read
// in its picture, stand beside the text without anybody pressing a button; both go when their reason goes.
func TestSpeakersAndPicturesAreToldWhileTyping(t *testing.T) {
	r, blue, _ := composing(t)
	if _, err := r.render.assets.URL("checker/checker.js"); err != nil {
		browsertest.Lacking(t, "this build has no checker for browsers: make wasm")
	}
	rasa := r.person("Rasa Rasaitė", staff.Author)
	shown := post.Image{Digest: strings.Repeat("ab", 32), Type: "image/png", Width: 40, Height: 30, Alt: "Lapelis", Words: "Prisijungimo slaptažodis: Vasara2026!"}
	var p compose.Post
	r.must(r.Store.Write(t.Context(), func(tx *store.Tx) (err error) {
		r.must(tx.AddPicture(t.Context(), shown, dot(t), rasa.ID, r.now))
		p, err = compose.Begin(t.Context(), tx, rasa, post.Content{Text: "Gera žinia!", Accounts: []string{blue.ID}, Images: []post.Image{shown}}, time.Time{}, "Europe/Vilnius", r.now)
		return err
	}))
	ctx := r.chromium(rasa, &watch{})
	const speaker, picture = `#says .finding-review`, `#says .finding-block`
	r.must(chromedp.Do(ctx, chromedp.EmulateViewport(1280, 1000), chromedp.Navigate(r.http.URL+"/posts/"+p.ID), chromedp.WaitVisible(picture), chromedp.WaitVisible(speaker)))
	see := func(script string) string {
		t.Helper()
		shown, err := chromedp.Run(ctx, chromedp.Evaluate[string](script))
		r.must(err)
		return shown
	}
	if said := see(`document.getElementById("says").textContent`); !strings.Contains(said, "In picture 1: ") || !strings.Contains(said, "Vasara2026!") || strings.Count(said, "Rasa Rasaitė") > 1 {
		t.Errorf("beside the text: %q", said)
	}
	if under := see(`document.querySelector(".under").textContent`); under != "" {
		t.Errorf("nothing of the text itself is marked, but %q", under)
	}
	r.must(chromedp.Do(ctx, chromedp.Click("#images [data-remove]"), chromedp.WaitNotPresent(picture), chromedp.WaitVisible(speaker),
		chromedp.Click("[data-account=blue] .form-check"), chromedp.WaitNotPresent(speaker)))
}
