package web

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"rostrum/browsertest"
	"rostrum/compose"
	"rostrum/network/bluesky"
	"rostrum/network/mastodon"
	"rostrum/post"
	"rostrum/staff"
	"rostrum/store"
)

// TestPageCountsAsNetworksDo counts and cuts texts in a real browser and in Go.
func TestPageCountsAsNetworksDo(t *testing.T) {
	r, _, _ := composing(t)
	ctx := r.chromium(r.person("Rasa Rasaitė", staff.Author), &watch{})
	r.must(chromedp.Do(ctx, chromedp.Navigate(r.http.URL+"/posts/new"), chromedp.WaitVisible("#f-text")))
	blue, tusk := (&bluesky.Connector{}).Profile().Count, mastodon.New(nil).Profile().Count
	for _, text := range []string{
		"", "Labas", "ąčęėįšųūž", "a\u0301e\u0323\u0301", "👩‍👩‍👧‍👦🇱🇹👍🏽", "Žr. https://banga.example/labai/ilgas/kelias?su=uzklausa.", "(https://en.wikipedia.org/wiki/Bank_(disambiguation))",
		"http://localhost/x http://x", "@ona@social.example ir @jonas", "@ona@social.example.", "rasa@example.com", "https://m.example/@ona@social.example", "#žyma #1 ## #a",
		"Ar https://a.example, https://b.example!", "visi\r\nkartu", "HTTPS://BANGA.EXAMPLE/A", "xhttps://a.example", "<https://a.example>", "„https://a.example“",
	} {
		for name, count := range map[string]func(string) int{"bluesky": blue, "mastodon": tusk} {
			got, err := chromedp.Run(ctx, chromedp.Evaluate[int](fmt.Sprintf("preview.count(%q, %s)", name, inJS(text))))
			r.must(err)
			if want := count(text); got != want {
				t.Errorf("%s: %q counts %d in the page and %d in Go", name, text, got, want)
			}
			shown, err := chromedp.Run(ctx, chromedp.Evaluate[string](fmt.Sprintf("JSON.stringify(preview.pieces(%q, %s))", name, inJS(text))))
			r.must(err)
			var want strings.Builder
			for i, p := range marked(name, text) {
				if i > 0 {
					want.WriteString(",")
				}
				fmt.Fprintf(&want, "[%s,%v]", inJS(p.Text), p.Kind != "")
			}
			if shown != "["+want.String()+"]" {
				t.Errorf("%s: %q looks like %s in the page and [%s] in Go", name, text, shown, want.String())
			}
		}
	}
	for _, text := range []string{"a\n---\nb", "---\na\n --- \n\n---\nb\n---", "a --- b", "a\n----\nb", "a\n---", "---"} {
		got, err := chromedp.Run(ctx, chromedp.Evaluate[string](fmt.Sprintf("preview.thread(%s).join('|')", inJS(text))))
		r.must(err)
		if want := strings.Join(post.Thread(text), "|"); got != want {
			t.Errorf("%q is cut into %q in the page and %q in Go", text, got, want)
		}
	}
}

// inJS writes a text as JavaScript's JSON.stringify does.
func inJS(s string) string {
	quoted := strconv.Quote(s)
	if !strings.ContainsAny(quoted, `\`) {
		return quoted
	}
	var out strings.Builder
	out.WriteByte('"')
	for _, r := range s {
		switch r {
		case '"', '\\':
			out.WriteString(`\` + string(r))
		case '\n':
			out.WriteString(`\n`)
		case '\r':
			out.WriteString(`\r`)
		default:
			out.WriteRune(r)
		}
	}
	out.WriteByte('"')
	return out.String()
}

// TestComposeInABrowser writes as people do: a word of the policy is caught while it is typed, and mended at a click; what
// is typed is kept by itself; and of two who write at once neither loses a word.
func TestComposeInABrowser(t *testing.T) {
	r, blue, tusk := composing(t)
	if _, err := r.render.assets.URL("checker/checker.js"); err != nil {
		browsertest.Lacking(t, "this build has no checker for browsers: make wasm")
	}
	rasa := r.person("Rasa Rasaitė", staff.Author)
	ctx := r.chromium(rasa, &watch{})
	see := func(script string) string {
		t.Helper()
		shown, err := chromedp.Run(ctx, chromedp.Evaluate[string](script))
		r.must(err)
		return shown
	}
	r.must(chromedp.Do(ctx, chromedp.EmulateViewport(1280, 1000), chromedp.Navigate(r.http.URL+"/posts/new"), chromedp.WaitVisible("#f-text"),
		chromedp.Click("[data-account=blue] .form-check"), chromedp.Click("[data-account=tusk] .form-check"),
		chromedp.SendKeys("#f-text", "Prisijungimo slaptažodis: Vasara2026!"), chromedp.WaitVisible("#says .verdict-block")))
	if shown := see(`document.querySelector(".under mark").textContent + "|" + [...document.querySelectorAll("#counts li")].map((e) => e.textContent).join("|")`); !strings.Contains(shown, "Vasara2026!|@banga.example 37/300|@banga@m.example 37/500") {
		t.Errorf("marks and counts: %q", shown)
	}
	r.must(chromedp.Do(ctx, chromedp.Click("#says .finding-acts button"), chromedp.WaitNotPresent("#says .verdict-block"), chromedp.Evaluate[chromedp.Void](`0`)))
	r.must(chromedp.Do(ctx, chromedp.WaitVisible("#saved[data-state=saved]")))
	var p compose.Post
	r.must(r.Store.Read(t.Context(), func(tx *store.Tx) error {
		all, err := tx.Posts(t.Context(), store.PostFilter{Writer: rasa.ID}, 2)
		if len(all) != 1 {
			t.Fatalf("%d posts are kept", len(all))
		}
		p = all[0]
		return err
	}))
	if strings.Contains(p.Content.Text, "Vasara") || len(p.Content.Accounts) != 2 || !strings.HasSuffix(see("location.pathname"), p.ID) {
		t.Errorf("kept: %+v at %s", p.Content, see("location.pathname"))
	}

	ona := r.person("Ona Onaitytė", staff.Author)
	r.must(r.Store.Write(t.Context(), func(tx *store.Tx) error {
		_, err := compose.Save(t.Context(), tx, ona, p.ID, p.Version, post.Content{Text: "Onos tekstas", Accounts: []string{blue.ID, tusk.ID}}, p.Due, p.Zone, r.now)
		return err
	}))
	r.must(chromedp.Do(ctx, chromedp.SendKeys("#f-text", " ir dar"), chromedp.WaitVisible("#note .clash")))
	if shown := see(`document.getElementById("note").textContent`); !strings.Contains(shown, "Onos tekstas") || !strings.Contains(shown, "Saved by Ona Onaitytė") || !strings.Contains(shown, "ir dar") {
		t.Errorf("the clash shows %q", shown)
	}
	r.must(chromedp.Do(ctx, chromedp.Click("#note [data-do=mine]"), chromedp.WaitVisible("#saved[data-state=saved]")))
	if now := r.postNow(p.ID); !strings.Contains(now.Content.Text, "ir dar") || now.Revision != 3 {
		t.Errorf("after choosing mine: %+v", now)
	}

	r.must(r.Store.Write(t.Context(), func(tx *store.Tx) error {
		now, err := tx.Post(t.Context(), p.ID)
		if err != nil {
			return err
		}
		_, err = compose.Save(t.Context(), tx, rasa, p.ID, now.Version, post.Content{Text: "Iš kito lango", Accounts: []string{blue.ID}}, now.Due, now.Zone, r.now)
		return err
	}))
	r.must(chromedp.Do(ctx, chromedp.SendKeys("#f-text", " mano"), chromedp.WaitVisible("#note .clash"),
		chromedp.Click("#note [data-do=theirs]"), chromedp.WaitVisible(".flash-done")))
	now := r.postNow(p.ID)
	r.must(r.Store.Read(t.Context(), func(tx *store.Tx) error {
		mine, err := tx.Revision(t.Context(), p.ID, now.Revision-1)
		if now.Content.Text != "Iš kito lango" || !strings.HasSuffix(mine.Content.Text, " mano") {
			t.Errorf("after choosing theirs: %+v over %+v", now.Content, mine.Content)
		}
		return err
	}))
	r.must(chromedp.Do(ctx, chromedp.Navigate(r.http.URL+"/posts/"+p.ID), chromedp.WaitVisible("#f-text")))

	// Signed out in mid-sentence: the text stays on this device and comes back.
	r.must(r.Store.Write(t.Context(), func(tx *store.Tx) error { _, err := tx.ExecContext(t.Context(), "DELETE FROM session"); return err }))
	r.must(chromedp.Do(ctx, chromedp.SendKeys("#f-text", " be ryšio"), chromedp.WaitVisible("#note .flash-warn")))
	if shown := see(`localStorage.getItem("post:" + location.pathname.split("/").pop())`); !strings.Contains(shown, "be+ry") {
		t.Errorf("kept on the device: %q", shown)
	}
}

// TestComposeIsQuick holds the page to what people do not notice: 16 ms from a keystroke to its findings, a second to a page
// that one can type in. The browser runs on whatever else the machine does, so of 200 keystrokes the middle one counts.
func TestComposeIsQuick(t *testing.T) {
	r, _, _ := composing(t)
	if _, err := r.render.assets.URL("checker/checker.js"); err != nil {
		browsertest.Lacking(t, "this build has no checker for browsers: make wasm")
	}
	ctx := r.chromium(r.person("Rasa Rasaitė", staff.Author), &watch{})
	var times []float64
	r.must(chromedp.Do(ctx, chromedp.EmulateViewport(1280, 1000), chromedp.Navigate(r.http.URL+"/posts/new"), chromedp.WaitVisible("#checked [data-when=ready]"), chromedp.Click("[data-account=blue] .form-check"), chromedp.Click("[data-account=tusk] .form-check")))
	usable, err := chromedp.Run(ctx, chromedp.Evaluate[float64](`performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd`))
	r.must(err)
	times, err = chromedp.Run(ctx, chromedp.Evaluate[[]float64](`(async () => {
		const text = document.getElementById("f-text"), box = document.getElementById("composing"), times = [];
		const words = "Gera žinia! Nuo šiandien mūsų klientams paprasčiau: https://banga.example/naujienos @ona@m.example #banga Skambinkite +370 612 34567. ".repeat(2);
		for (let i = 1; i <= 220; i++) {
			text.value = words.slice(0, i);
			const told = new Promise((done) => box.addEventListener("told", done, { once: true }));
			const from = performance.now();
			text.dispatchEvent(new Event("input", { bubbles: true }));
			await told;
			times.push(performance.now() - from);
		}
		return times.slice(20).sort((a, b) => a - b);
	})()`, chromedp.EvalAwaitPromise))
	r.must(err)
	t.Logf("usable after %.0f ms; keystroke to findings: middle %.1f ms, 95 of 100 within %.1f ms, longest %.1f ms", usable, times[100], times[190], times[199])
	if times[100] > 16 || usable > 1000 {
		t.Errorf("the page is slow: %.1f ms for a keystroke, usable after %.0f ms", times[100], usable)
	}
}
