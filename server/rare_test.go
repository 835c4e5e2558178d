package server_test

import (
	"strings"
	"testing"

	"rostrum/browsertest"
	"rostrum/server"
)

// clash is what the page is called on which two people's changes meet: it is an answer and has no address.
const clash = "two editors of one clause"

// TestRarePages looks at the pages that people see once or hardly ever, as TestEveryPage does at the others: the first run,
// ways in, a fresh proof, a link that brings somebody back, two editors of one clause, erasing, signing out.
func TestRarePages(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a minute")
	}
	letters := openBox(t)
	config := server.Defaults()
	config.Mail = letters.address
	c := begin(t, config)
	w := &walker{Browser: browsertest.New(t, c.server.Address()), t: t}
	w.complaints = w.Complaints()
	w.firstRun()
	for _, step := range []string{"/", "/studio", ".work h3 a", "+/review", "/people/invite?role=approver", "/ledger/checkpoints", "/settings/mail",
		"/prove?then=%2Fpeople", "/account/ways", "/nowhere"} {
		w.step(step)
	}
	w.clash(c, letters)
	w.erase()
	w.Choose("en", "light")
	w.Width(1280)
	w.Open("/")
	w.Pick("details.person summary")
	w.Press(`form[action="/sign-out"] button`, "main")

	// Another device, so that no passkey signs in by itself.
	w = &walker{Browser: browsertest.New(t, c.server.Address()), t: t}
	w.complaints = w.Complaints()
	w.Open("/sign-in?out")
	w.step("/sign-in?out")
	w.Choose("en", "light")
	w.Open("/sign-in/help")
	w.Type("#f-mail", "rasa@example.com")
	w.Press("main button.btn-primary", "main")
	w.step("/sign-in/help?sent")
	link := strings.TrimPrefix(letters.wait(t, "rasa@example.com", c.server.Address()+`/recovery/[^\s]+`), c.server.Address())
	w.Choose("en", "light")
	w.Open(link)
	w.See("#f-code")
	w.step(w.Path())
}

// next types an answer, if there is one to type, goes on, and looks at the page that comes.
func (w *walker) next(field, text, then string) {
	w.Choose("en", "light")
	w.Width(1280)
	w.Open(w.base)
	if field != "" {
		w.Type(field, text)
	}
	w.Press("main button.btn-primary", then)
	w.base = w.Path()
	w.step(w.base)
}

// firstRun founds a company and looks at each question.
func (w *walker) firstRun() {
	w.Open("/start")
	w.step("/start")
	w.base = "/start"
	w.next("#f-company", "Banga", `input[name="language"]`)
	w.next("", "", `input[name="sector"]`)
	w.next("", "", "#f-zone")
	w.next("", "", "#f-mail")
	w.Choose("en", "light")
	w.Width(1280)
	w.Open("/start")
	w.Type("#f-name", "Rasa Petraitytė")
	w.Type("#f-mail", "rasa@example.com")
	w.Press("main button.btn-primary", "form[data-passkey] button")
	w.step("/sign-in/set-up")
	w.base = "/sign-in/set-up/password"
	w.step(w.base)
	w.next("#f-password", "pilkas dramblys groja smuiku", "main svg, main img")
	w.Choose("en", "light")
	w.Open("/sign-in/set-up")
	w.Press("form[data-passkey] button", `form[action="/account/codes/kept"]`)
	w.step("/account/codes")
	w.Press(`form[action="/account/codes/kept"] button`, ".person")
}

// clash has two people change the same sentence, and looks at what the second is asked.
func (w *walker) clash(c *company, letters *box) {
	w.Choose("en", "light")
	w.Width(1280)
	w.Open("/people/invite?role=policy_owner")
	w.Type("#f-name", "Tomas Bieliauskas")
	w.Type("#f-mail", "tomas@example.com")
	w.Press(`form[action="/people/invite"] button.btn-primary`, ".flash-done")
	w.step("/studio")
	other := browsertest.New(w.t, c.server.Address())
	other.Open(letters.wait(w.t, "tomas@example.com", c.server.Address()+`/invitation/[^\s]+`))
	other.Press("main button.btn-primary", "form[data-passkey] button")
	keepPasskey(other)
	w.Open("/studio")
	at := w.Address(".work h3 a") + "/clauses/devices"
	for _, way := range []struct {
		language, theme string
		width           int64
	}{{"en", "light", 1280}, {"lt", "dark", 390}} {
		w.Choose(way.language, way.theme)
		w.Width(way.width)
		w.Open(at)
		other.Open(at)
		other.Append(".side-en textarea", "\nTomas says "+way.theme+".\n")
		other.Press(".save-bar button", ".flash-done")
		w.Append(".side-en textarea", "\nRasa says "+way.theme+".\n")
		w.Press(".save-bar button", ".clash, main")
		w.judge(clash, way.language, way.theme, way.width)
	}
}

// erase invites somebody who leaves again, and looks at what is asked before they are forgotten.
func (w *walker) erase() {
	w.Choose("en", "light")
	w.Width(1280)
	w.Open("/people/invite")
	w.Type("#f-name", "Ieva Žukaitė")
	w.Type("#f-mail", "ieva@example.com")
	w.Press(`form[action="/people/invite"] button.btn-primary`, "main")
	person := w.Path()
	w.Open(person + "/leave")
	w.Press(`form[action$="/leave"] button`, "main")
	w.step(person + "/left")
	w.step(person + "/erase")
}
