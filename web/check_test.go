package web

import (
	"net/url"
	"strings"
	"testing"

	"rostrum/staff"
)

func TestCheckOnServer(t *testing.T) {
	r := newRoom(t)
	b := r.browser(r.person("Jonas Jonaitis", staff.Employee))
	for _, c := range []struct {
		form   url.Values
		status int
		want   []string
	}{
		{url.Values{"channel": {"personal"}, "text": {"Lovely weather in Vilnius today"}}, 200, []string{"You may post this"}},
		{url.Values{"channel": {"personal"}, "text": {"Prisijungimo slaptažodis: Vasara2026!"}}, 200,
			[]string{"Do not post this", `<mark class="found-block">`, `class="finding finding-block"`, `href="/handbook/sign-in"`, "To be asked: Security", "Prisijungimo slaptažodis"}},
		{url.Values{"channel": {"brand"}, "text": {" "}}, 422, []string{"Write or paste what you want to post."}},
		{url.Values{"channel": {"mention"}, "text": {"x"}}, 422, []string{"Say where you want to post it."}},
	} {
		status, page := b.post("/check", c.form)
		for _, want := range c.want {
			if status != c.status || !strings.Contains(page, want) {
				t.Errorf("%v: status %d, no %q", c.form, status, want)
			}
		}
	}
}

func TestPiecesOfOverlappingFindings(t *testing.T) {
	r := newRoom(t)
	b := r.browser(r.person("Jonas Jonaitis", staff.Employee))
	_, page := b.post("/check", url.Values{"channel": {"personal"}, "text": {"ąžuolas <b>& slaptažodis: Vasara2026!"}})
	if !strings.Contains(page, "ąžuolas &lt;b&gt;&amp;") || !strings.Contains(page, "<mark") {
		t.Error("the draft is not shown as it was typed, marked")
	}
}

// TestBundleIsForThisPolicyOnly holds that the bundle is served by its name, to those who may check, and to nobody else.
func TestBundleIsForThisPolicyOnly(t *testing.T) {
	r := newRoom(t)
	ready, err := r.readyInForce(&visit{ctx: t.Context(), now: r.now})
	r.must(err)
	path := "/check/policy/" + r.bundleName(ready) + ".js"
	b := r.browser(r.person("Jonas Jonaitis", staff.Employee))
	if status, script := b.get(path); status != 200 || !strings.HasPrefix(script, `self.rostrumPolicy = "`) {
		t.Errorf("status %d, %.40q", status, script)
	}
	if status, _ := b.get("/check/policy/another.js"); status != 404 {
		t.Errorf("another name: status %d", status)
	}
	if status, script := r.browser(staff.Person{}).get(path); status == 200 && strings.HasPrefix(script, "self.") {
		t.Error("the bundle goes to somebody who is not signed in")
	}
}
