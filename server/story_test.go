package server_test

import (
	"bytes"
	"context"
	"flag"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rostrum/browsertest"
	"rostrum/demo"
	"rostrum/ledger"
	"rostrum/server"
)

// pictures is where the story keeps what it sees, for the README.
var pictures = flag.String("pictures", "", "folder for the pictures of the README")

// company is a server of its own with people who each have a browser.
type company struct {
	t      *testing.T
	server *server.Server
}

// newCompany starts a server that has none yet.
func newCompany(t *testing.T) *company {
	t.Helper()
	return begin(t, server.Defaults())
}

// newDemo starts the demo, as `rostrum demo` does.
func newDemo(t *testing.T) *company {
	t.Helper()
	return begin(t, demoConfig())
}

func demoConfig() server.Config {
	config := server.Defaults()
	config.Demo = demo.Personas()
	config.Simulated = demo.Accounts()
	config.Prepare = func(ctx context.Context, s *server.Server) error {
		return demo.Fill(ctx, demo.Ground{Store: s.Store, Signer: s.Web.Keys.Signer, Sealer: s.Web.Sealer, Simulator: s.Simulator}, time.Now())
	}
	return config
}

// begin starts a server in a folder of its own.
func begin(t *testing.T, config server.Config) *company {
	t.Helper()
	config.Listen, config.Data = "localhost:0", t.TempDir()
	s, err := server.Start(t.Context(), config, slog.New(slog.NewTextHandler(io.Discard, nil)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Stop(); err != nil {
			t.Error(err)
		}
	})
	return &company{t, s}
}

// TestStory is the whole of it in a real browser: a company is set up, people are invited and sign in with passkeys, read,
// sign and take a quiz; its owner changes one clause, sees the impact and has it approved; people are asked for that clause
// alone; and the auditor's export verifies offline, until one bit of it is another.
func TestStory(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a minute")
	}
	c := newCompany(t)
	rasa := c.setUp("Rasa Petraitytė", "rasa@example.com")
	tomas := c.join(rasa, "Tomas Bieliauskas", "tomas@example.com", "approver")
	c.publishFirst(rasa, tomas)

	ieva := c.join(rasa, "Ieva Žukaitė", "ieva@example.com", "")
	if signed := signAll(ieva); signed < 20 {
		t.Errorf("a new employee signed %d clauses", signed)
	}
	takeQuiz(t, ieva)

	c.changeClause(rasa, tomas)
	ieva.Open("/training")
	ieva.Press(`a[href^="/training/sign"]`, ".changes ins")
	if added := ieva.Text(".changes ins"); !strings.Contains(added, "festival") {
		t.Errorf("what changed is told as %q", added)
	}
	ieva.Show(".changes ins")
	c.picture(ieva, "sign")
	if signed := signAll(ieva); signed != 1 {
		t.Errorf("after one clause changed the employee was asked for %d", signed)
	}

	jurga := c.join(rasa, "Jurga Savickienė", "jurga@example.com", "auditor")
	c.audit(jurga)
}

// setUp answers the first run's questions and gives the administrator's browser.
func (c *company) setUp(name, mail string) *browsertest.Browser {
	b := browsertest.New(c.t, c.server.Address())
	b.Open("/")
	b.Type("#f-company", "Banga")
	b.Press("main button.btn-primary", `input[name="language"]`)
	b.Press("main button.btn-primary", `input[name="sector"]`)
	b.Press("main button.btn-primary", "#f-zone")
	b.Press("main button.btn-primary", "#f-mail")
	b.Type("#f-name", name)
	b.Type("#f-mail", mail)
	b.Press("main button.btn-primary", "form[data-passkey] button")
	keepPasskey(b)
	return b
}

// keepPasskey makes a passkey and keeps the recovery codes.
func keepPasskey(b *browsertest.Browser) {
	b.Press("form[data-passkey] button", `form[action="/account/codes/kept"]`)
	b.Press(`form[action="/account/codes/kept"] button`, ".person")
}

// join has the administrator invite somebody, who comes with a passkey, and gives their browser.
func (c *company) join(by *browsertest.Browser, name, mail, role string) *browsertest.Browser {
	by.Open("/people/invite")
	by.Type("#f-name", name)
	by.Type("#f-mail", mail)
	if role != "" {
		by.Pick(`input[value="` + role + `"]`)
	}
	by.Press(`form[action="/people/invite"] button.btn-primary`, ".copy code")
	b := browsertest.New(c.t, c.server.Address())
	b.Open(by.Text(".copy code"))
	b.Press("main button.btn-primary", "form[data-passkey] button")
	keepPasskey(b)
	return b
}

// publishFirst brings the starter policy into force.
func (c *company) publishFirst(owner, approver *browsertest.Browser) {
	owner.Open("/studio")
	owner.Press(".work h3 a", ".tabs")
	owner.Press(`.tabs a[href$="/review"]`, `form[action$="/submit"]`)
	c.approve(owner, approver)
}

// approve submits the version that the owner looks at, has it approved and publishes it.
func (c *company) approve(owner, approver *browsertest.Browser) {
	owner.Press(`form[action$="/submit"] button`, ".flash-done")
	approver.Open("/studio")
	approver.Press(".work a.btn-primary", `form[action$="/approve"]`)
	approver.Press(`form[action$="/approve"] button`, ".flash-done")
	owner.Open("/studio")
	owner.Press(".work a.btn-primary", `form[action$="/publish"]`)
	owner.Press(`form[action$="/publish"] button`, ".flash-done")
}

// signAll signs every clause that the person is asked for, and tells how many there were.
func signAll(b *browsertest.Browser) int {
	b.Open("/training/sign")
	for signed := 0; ; signed++ {
		if b.Count("form.understood") == 0 {
			return signed
		}
		b.Press("form.understood button", "main")
	}
}

// takeQuiz takes a course's quiz until it is passed, learning the answers from the explanations.
func takeQuiz(t *testing.T, b *browsertest.Browser) {
	t.Helper()
	right := map[string]string{}
	for range 3 {
		b.Open("/training/courses/etiquette")
		b.Press(`form[action="/training/courses/etiquette"] button`, "blockquote")
		for b.Count("blockquote") > 0 {
			asked := b.Text("blockquote")
			choice := "fine"
			if known := right[asked]; known != "" {
				choice = known
			}
			b.Pick(`input[name="answer"][value="` + choice + `"]`)
			b.Press(".choices ~ .form-actions button", ".explained")
			told := b.Text(".explained strong")
			for value, words := range map[string]string{"fine": "Yes, it is fine", "ask_first": "Not as it is", "not_fine": "No, not at all"} {
				if strings.Contains(told, words) {
					right[asked] = value
				}
			}
			b.Press("a[data-go]", "main")
		}
		if b.Count(`a[href^="/training/certificates/"]`) > 0 {
			return
		}
		if b.Open("/training/courses/etiquette"); b.Count(`form[action="/training/courses/etiquette"]`) == 0 {
			break // three tries, then a pause
		}
	}
	t.Errorf("the quiz was not passed; the page says\n%s", b.Text("main"))
}

// changeClause adds a sentence to one clause, looks at the impact, and has it approved and published.
func (c *company) changeClause(owner, approver *browsertest.Browser) {
	owner.Open("/studio/new")
	owner.Type("#f-name", "Travel")
	owner.Press("#begin button.btn-primary", ".tiles")
	owner.Press(`a[href$="/clauses/devices"]`, "textarea.prose-input")
	const point = "- Leave the company accounts at home when you go to a festival.\n"
	for _, side := range []string{"en", "lt"} {
		field := ".side-" + side + " textarea"
		owner.Append(field, "\n"+point)
	}
	owner.Press(".save-bar button", ".flash-done")
	owner.Show(".bench")
	c.picture(owner, "studio")
	owner.Open(strings.Replace(owner.Path(), "/clauses/devices", "/impact", 1))
	owner.See(".impact")
	owner.Press(`.tabs a[href$="/review"]`, `form[action$="/submit"]`)
	c.approve(owner, approver)
}

// audit downloads the ledger, verifies it offline, and again with one bit changed.
func (c *company) audit(b *browsertest.Browser) {
	c.t.Helper()
	b.Open("/ledger")
	c.picture(b, "ledger")
	whole := b.Download("/ledger/export", "private=keep")
	report, err := ledger.Verify(bytes.NewReader(whole), ledger.Trust{})
	if err != nil || report.Entries < 30 {
		c.t.Fatalf("the export of %d bytes has %d entries: %v", len(whole), report.Entries, err)
	}
	whole[len(whole)/2] ^= 1
	if _, err := ledger.Verify(bytes.NewReader(whole), ledger.Trust{}); err == nil {
		c.t.Error("an export with one bit changed verifies")
	}
}

// picture keeps what a browser shows, where the README wants it.
func (c *company) picture(b *browsertest.Browser, name string) {
	c.t.Helper()
	if *pictures == "" {
		return
	}
	if err := os.MkdirAll(*pictures, 0o755); err != nil {
		c.t.Fatal(err)
	}
	b.Picture(filepath.Join(*pictures, name+".png"), false)
}
