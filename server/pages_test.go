package server_test

import (
	"strings"
	"testing"

	"rostrum/browsertest"
)

// heaviest is what a page may weigh on the first visit, with its styles and scripts, compressed: a second on a slow phone.
const heaviest = 150 << 10

// walks are the ways through the demo that lead past every page. A step is a path, a link to follow, a path below where the
// last link led ("+"), or a button to press ("form").
var walks = []struct {
	who   string // the mail of the one who walks, up to the @; empty for a stranger
	steps []string
}{
	{"", []string{"/demo", "/sign-in", "/sign-in/help", "/recovery/made-up", "/policy", "/api", "/nowhere", "/review/made-up",
		"/simulator/", "/simulator/@banga", `main a[href*="/@banga/"]`}},
	{"ieva.zukaite", []string{"/", "/training", "/training/sign", "/training/courses/brand-guidelines", "/check",
		"/handbook", "/handbook?q=codename", "/handbook/personal-accounts", "/handbook/plans/conflict", "/handbook/plans/responses",
		"/handbook/plans/runbooks", "/handbook/plans/speakers", "/handbook/print",
		"/account", "/account/ways", "/account/devices", "/people"}},
	{"james.whitfield", []string{"/", "/training", "/training/courses/etiquette", `form[action="/training/courses/etiquette"] button`}},
	{"rasa.petraityte", []string{"/studio", "/studio/new", "/versions", "/versions/3", "/versions/3/diff", "/versions/2/handbook",
		"/studio/judgement", "/studio", ".work h3 a", "+/clauses/respect", "+/clauses/devices", "+/terms/brands", "+/files/speakers.yaml", "+/add", "+/diff", "+/impact", "+/review",
		"/signatures", "/signatures/certificates", `a[href^="/training/certificates/"]`, "/account/tokens"}},
	{"tomas.bieliauskas", []string{"/", "/studio", ".work h3 a", "+/review", "/approvals", `main a[href^="/approvals/"]`, "/account/stand-in"}},
	{"simona.vaitkute", []string{"/", "/posts", `main li a[href^="/posts/"]`, "+/history", "+/ask", "+/why", "/posts/new", "/posts/templates",
		"/posts?shelf=waiting", `main li a[href^="/posts/"]`, "/posts?shelf=approved", `main li a[href^="/posts/"]`, "+/history", "+/why",
		"/approvals", "/publications", `main a[href^="/publications/"]`, "/calendar", `.calendar-week a[href^="/publications/"]`,
		"/calendar", `.tabs a[href*="month="]`, "/accounts", `main a[href^="/accounts/"]`}},
	{"martynas.serksnas", []string{"/", "/pause", "/accounts", `main a[href^="/accounts/"]`, "/accounts/connect", "/accounts/connect?network=bluesky",
		"/accounts/connect?network=mastodon"}},
	{"jurga.savickiene", []string{"/posts?shelf=approved", `main li a[href^="/posts/"]`, "+/why", "/ledger", "/ledger?kind=clause.signed&name=a", "/ledger/1000", "/ledger/checkpoints", "/ledger/export"}},
	{"mantas.urbonas", []string{"/people", `th a[href^="/people/"]`, "+/leave", "/people?state=left", `th a[href^="/people/"]`, "+/left", "+/erase", "/people/invite",
		"/people/import", "/people/teams", "/settings", "/settings/mail", "/settings/receivers", "/settings/handbook"}},
}

// TestEveryPage looks at every page of the demo in both languages, light and dark, at a desk and on a phone: nothing stands
// in anybody's way, nothing is wider than the window, nothing fails, and nothing is asked of another host.
func TestEveryPage(t *testing.T) {
	if testing.Short() {
		t.Skip("takes minutes")
	}
	letters := openBox(t)
	config := demoConfig()
	config.Mail = letters.address
	c := begin(t, config)
	w := &walker{Browser: browsertest.New(t, c.server.Address()), t: t}
	w.complaints = w.Complaints()
	for _, walk := range walks {
		if walk.who == "" {
			w.Open("/demo")
		} else {
			w.as(walk.who)
		}
		for _, step := range walk.steps {
			w.step(step)
		}
	}
	w.review(c, letters)
	w.pause()
	t.Logf("%d looks at pages, the heaviest of them %d KiB: %s", w.looks, w.heaviest>>10, w.heavy)
}

// walker goes from page to page and looks at each.
type walker struct {
	*browsertest.Browser
	t               *testing.T
	complaints      func() []string
	base            string // where the last link led
	looks, heaviest int
	heavy           string
}

func (w *walker) step(step string) {
	path := step
	switch {
	case strings.HasPrefix(step, "+"):
		path = w.base + step[1:]
	case strings.HasPrefix(step, "form"):
		w.Press(step, "main")
		path = w.Path()
	case !strings.HasPrefix(step, "/"):
		path = w.Address(step)
		w.base = path
	}
	if path == "" {
		w.t.Errorf("%s: there is no %s", w.Path(), step)
		return
	}
	one, other := "light", "dark"
	if w.looks%4 == 2 { // every other page the other way round
		one, other = other, one
	}
	w.look(path, "en", one, 1280)
	w.look(path, "lt", other, 390)
}

// review has the author ask somebody without an account, and looks at what that person sees.
func (w *walker) review(c *company, letters *box) {
	w.as("simona.vaitkute")
	w.Choose("en", "light") // the letters are in the language of the page
	w.Open("/posts")
	post := w.Address(`main li a[href^="/posts/"]`)
	w.Open(post + "/ask")
	c.ask(w.Browser, post, "Agnė Recenzentė", "agne@agentura.example")
	w.step(post)
	link := strings.TrimPrefix(letters.wait(w.t, "agne@agentura.example", c.server.Address()+`/review/[^\s]+`), c.server.Address())
	w.step(link)
	w.Press(`button[value="code"]`, "#f-code")
	w.Type("#f-code", strings.Fields(letters.wait(w.t, "agne@agentura.example", `\d{6} is your code`))[0])
	w.Press(`form:has(#f-code) button.btn-primary`, `button[value="yes"]`)
	w.step(link)
	w.Press(`button[value="yes"]`, ".flash-done")
	w.step(link)
}

// pause stops everything and looks at what everybody sees then.
func (w *walker) pause() {
	w.as("martynas.serksnas")
	w.Open("/pause")
	w.Type("#f-why", "A parcel is on fire.")
	w.Press(`.pause-form button`, ".held")
	for _, step := range []string{"/pause", `main a[href^="/pause/"]`, "/", "/calendar", "/publications", `main a[href^="/publications/"]`} {
		w.step(step)
	}
}

// as goes in as one of the demo's people.
func (w *walker) as(who string) {
	w.Open("/demo")
	w.Press(`form:has(input[value="`+who+`@banga.example"]) button`, ".person")
}

// look opens a page in a language, with colours, at a width.
func (w *walker) look(path, language, theme string, width int64) {
	w.Choose(language, theme)
	w.Width(width)
	w.Open(path)
	w.judge(path, language, theme, width)
}

// judge looks at the page at hand, which came in that language, with those colours, at that width.
func (w *walker) judge(path, language, theme string, width int64) {
	w.looks++
	wrong := w.Barriers()
	if wide := w.Beyond(width); wide != "" {
		wrong = append(wrong, "wider than the window, "+wide)
	}
	for _, other := range w.Elsewhere() {
		wrong = append(wrong, "asks another host: "+other)
	}
	for _, said := range w.complaints() {
		if !expected(path, said) {
			wrong = append(wrong, "complains: "+said)
		}
	}
	weight := w.Weight()
	if weight > w.heaviest {
		w.heaviest, w.heavy = weight, path
	}
	if weight > heaviest {
		wrong = append(wrong, "is too heavy")
	}
	if len(wrong) > 0 {
		w.t.Errorf("%s (%s, %s, %d):\n\t%s", path, language, theme, width, strings.Join(wrong, "\n\t"))
	}
}

// expected tells what the console says of pages that are refused on purpose: that they were.
func expected(path, said string) bool {
	refused := path == "/nowhere" || path == "/policy" || path == "/people" || strings.HasPrefix(path, "/recovery/") || path == "/review/made-up" || path == clash
	return refused && strings.Contains(said, "the server responded with a status of 4")
}
