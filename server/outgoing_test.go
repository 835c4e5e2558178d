package server_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"rostrum/account"
	"rostrum/browsertest"
	"rostrum/compose"
	"rostrum/network"
	"rostrum/network/bluesky"
	"rostrum/network/mastodon"
	"rostrum/network/realserver"
	"rostrum/post"
	"rostrum/publish"
	"rostrum/store"
)

// TestOutgoing is the way of a post in real browsers, to real servers of two networks: an author writes with a codename in
// one of its forms, sees it caught, mends it, and asks two people of whom one has no account; it goes out at its time, its
// record is retold, and in the middle of a burst everything is paused.
func TestOutgoing(t *testing.T) {
	if testing.Short() {
		t.Skip("takes minutes")
	}
	pds, snac := realserver.PDS(t), realserver.Snac(t)
	sky, err := bluesky.New(pds.Client, bluesky.Options{Directory: pds.Directory})
	if err != nil {
		t.Fatal(err)
	}
	letters := openBox(t)
	config := demoConfig()
	config.Mail = letters.address
	config.Networks = map[string]network.Network{"bluesky": sky, "mastodon": mastodon.New(snac.Client)}
	c := begin(t, config)

	security := c.guest("martynas.serksnas@banga.example")
	skyHandle, did, skyPassword := pds.Account(t, "banga")
	c.connectBluesky(security, pds.URL, skyHandle, pds.AppPassword(t, skyHandle, skyPassword))
	tootHandle, tootPassword := snac.Account(t, "banga")
	c.connectMastodon(security, snac.URL, tootHandle, tootPassword)

	const said = "Gruodį atidarome naują parduotuvę Kaune! Laukiame jūsų nuo pirmadienio."
	author := c.guest("simona.vaitkute@banga.example")
	post, due := c.write(author, said, skyHandle, tootHandle)
	c.ask(author, post, "Agnė Recenzentė", "agne@agentura.example")
	c.guestSays(letters, "agne@agentura.example")
	c.lawyerSays(post)

	c.waitUntilOut(author, post, due)
	records := pds.Records(t, did, "app.bsky.feed.post")
	var record struct{ Text string }
	if len(records) != 1 || json.Unmarshal(records[0].Value, &record) != nil || record.Text != said {
		t.Errorf("on Bluesky there is %+v", records)
	}
	statuses := snac.Statuses(t, snac.Token(t, tootHandle, tootPassword))
	if len(statuses) != 1 || !strings.Contains(statuses[0].Content, "naują parduotuvę Kaune") {
		t.Errorf("on the Mastodon server there is %+v", statuses)
	}
	c.retell(author, post)
	c.pauseInABurst(security)
}

// guest opens the demo as one of its people.
func (c *company) guest(mail string) *browsertest.Browser {
	c.t.Helper()
	b := browsertest.New(c.t, c.server.Address())
	b.Open("/demo")
	b.Choose("en", "light")
	b.Open("/demo")
	b.Press(`form:has(input[value="`+mail+`"]) button`, ".person")
	return b
}

func (c *company) connectBluesky(b *browsertest.Browser, server, handle, password string) {
	b.Open("/accounts/connect?network=bluesky")
	b.Pick("details.otherwise summary")
	b.Type(`form[action$="/password"] [name="server"]`, server)
	b.Type(`form[action$="/password"] [name="handle"]`, handle)
	b.Type("#f-password", password)
	b.Press(`form[action$="/password"] button.btn`, ".flash-done")
}

func (c *company) connectMastodon(b *browsertest.Browser, server, handle, password string) {
	b.Open("/accounts/connect?network=mastodon")
	b.Type(`form[action="/accounts/connect"] [name="server"]`, server)
	b.Press(`form[action="/accounts/connect"] button.btn-primary`, ".ways")
	b.Press(`a[rel="noreferrer"]`, `input[name="passwd"]`)
	name, _, _ := strings.Cut(strings.TrimPrefix(handle, "@"), "@")
	b.Type(`input[name="login"]`, name)
	b.Type(`input[name="passwd"]`, password)
	b.Press(`input[type="submit"]`, ".flash-done")
}

// write has the author write with a codename, see it caught, and mend it, and gives the post's address and time.
func (c *company) write(b *browsertest.Browser, said string, handles ...string) (path string, due time.Time) {
	c.t.Helper()
	b.Open("/posts/new")
	for _, handle := range handles {
		b.Pick(`.to[data-handle*="` + strings.TrimPrefix(handle, "@") + `"] input[name="account"]`)
	}
	if b.Count(`#composing[data-worker]`) == 0 {
		browsertest.Lacking(c.t, "this build has no checker for browsers: make wasm")
	}
	b.See(`[data-when="ready"]`)
	b.Type("#f-text", "Gruodį pristatome Projektą Ąžuolą! "+said)
	b.Happen("#f-text", "input")
	b.See("#says .finding")
	if told := b.Text("#says"); !strings.Contains(told, "Ąžuolą") {
		c.t.Errorf("the codename is not told while typing: %s", told)
	}
	b.Show("#f-text")
	c.picture(b, "write")
	b.Type("#f-text", said)
	b.Happen("#f-text", "input")
	due = time.Now().Add(time.Minute).Truncate(time.Minute).Add(time.Minute)
	local := due.In(zone(c.t))
	b.Pick(`input[name="when"][value="at"]`)
	b.Type("#f-day", local.Format(time.DateOnly))
	b.Type("#f-clock", local.Format("15:04"))
	b.Press(`#post button[value="ask"]`, "#send")
	return strings.TrimSuffix(b.Path(), "/ask"), due
}

// ask sends the post for approval, and asks somebody without an account as well.
func (c *company) ask(b *browsertest.Browser, post, name, mail string) {
	b.Pick("details.guests summary")
	b.Type(`#send .guest input:not([type="email"])`, name)
	b.Type(`#send .guest input[type="email"]`, mail)
	b.Press("#send button.btn-primary", "main")
	b.Open(post)
	b.See(`a[href^="/approvals/"]`)
}

// lawyerSays has the lawyer say yes.
func (c *company) lawyerSays(post string) {
	b := c.guest("tomas.bieliauskas@banga.example")
	b.Open(post)
	b.Press(`a[href^="/approvals/"]`, `button[value="yes"]`)
	b.Show(".looks")
	c.picture(b, "approve")
	b.Press(`button[value="yes"]`, ".flash-done")
}

// guestSays opens the guest's letter, proves the address with the code, and says yes.
func (c *company) guestSays(letters *box, mail string) {
	c.t.Helper()
	b := browsertest.New(c.t, c.server.Address())
	b.Open(strings.TrimPrefix(letters.wait(c.t, mail, c.server.Address()+`/review/[^\s]+`), c.server.Address()))
	b.Press(`button[value="code"]`, "#f-code")
	b.Type("#f-code", strings.Fields(letters.wait(c.t, mail, `\d{6} is your code`))[0])
	b.Press(`form:has(#f-code) button.btn-primary`, `button[value="yes"]`)
	b.Press(`button[value="yes"]`, ".flash-done")
}

// waitUntilOut waits until the post's publications say that they are out, and that none was before its time.
func (c *company) waitUntilOut(b *browsertest.Browser, post string, due time.Time) {
	c.t.Helper()
	for end := due.Add(40 * time.Second); ; time.Sleep(time.Second) {
		b.Open(post)
		out := b.Count(".sent-to .mark-good")
		switch {
		case out == 2 && time.Now().Before(due):
			c.t.Fatal("it went out before its time")
		case out == 2:
			return
		case time.Now().After(end):
			c.t.Fatalf("it did not go out: %s", b.Text("main"))
		}
	}
}

// retell looks at the page that retells the decision, and has `rostrum why` do the same from the data folder.
func (c *company) retell(b *browsertest.Browser, post string) {
	c.t.Helper()
	b.Open(post + "/why")
	for _, word := range []string{"Tomas Bieliauskas", "Agnė Recenzentė", "Simona Vaitkutė"} {
		if !strings.Contains(b.Text("main"), word) {
			c.t.Errorf("the record does not tell of %s:\n%s", word, b.Text("main"))
		}
	}
	c.picture(b, "why")
	id := post[strings.LastIndex(post, "/")+1:]
	told, err := exec.CommandContext(c.t.Context(), "go", "run", "rostrum/cmd/rostrum", "why", id, "--data", c.server.Config.Data).CombinedOutput()
	if err != nil || !strings.Contains(string(told), "Tomas Bieliauskas") {
		c.t.Errorf("rostrum why: %v\n%s", err, told)
	}
}

// pauseInABurst has very many posts become due at once, and everything paused in the middle of it.
func (c *company) pauseInABurst(b *browsertest.Browser) {
	c.t.Helper()
	b.Open("/pause")
	b.Type("#f-why", "A leak is going round")
	before := c.simulated()
	c.burst("james.whitfield@banga.example", "@banga_help", 400)
	until(c.t, func() bool { return c.simulated() > before+20 })
	b.Press("button.pause-now", ".held")
	when := c.simulated()
	c.picture(b, "pause")
	time.Sleep(5 * time.Second)
	if later := c.simulated(); later != when {
		c.t.Errorf("%d posts were out when the pause held, %d five seconds later", when-before, later-before)
	}
	if when >= before+400 {
		c.t.Error("the burst was over before the pause")
	}
	author := c.guest("simona.vaitkute@banga.example")
	author.Open("/posts")
	author.See(".banner-fail")
}

// burst has somebody write n posts for one account that go out at once.
func (c *company) burst(mail, handle string, n int) {
	c.t.Helper()
	ctx, s := c.t.Context(), c.server
	for from := 0; from < n; from += 50 {
		err := s.Store.Write(ctx, func(tx *store.Tx) error {
			who, err := tx.PersonByMail(ctx, mail)
			if err != nil {
				return err
			}
			accounts, err := tx.BrandAccounts(ctx)
			if err != nil {
				return err
			}
			at := slices.IndexFunc(accounts, func(a account.Account) bool { return strings.HasPrefix(a.Handle, handle+"@") })
			now := time.Now()
			edition, err := s.Web.Edition(ctx, tx, now)
			if err != nil {
				return err
			}
			for i := range 50 {
				content := post.Content{Text: fmt.Sprintf("Labas rytas! Šiandien atsakome jums nuo %d iki 20 val.", from+i), Accounts: []string{accounts[at].ID}, Lang: "lt"}
				p, err := compose.Begin(ctx, tx, who, content, time.Time{}, who.Zone, now)
				if err != nil {
					return err
				}
				if _, err := publish.Submit(ctx, tx, who, p.ID, p.Version, edition, nil, now); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			c.t.Fatal(err)
		}
	}
}

// simulated counts what the simulator has taken; its file has a line for each.
func (c *company) simulated() int {
	c.t.Helper()
	file, err := os.ReadFile(filepath.Join(c.server.Config.Data, "simulator.jsonl"))
	if err != nil {
		c.t.Fatal(err)
	}
	return bytes.Count(file, []byte{'\n'})
}

func until(t *testing.T, done func() bool) {
	t.Helper()
	for end := time.Now().Add(30 * time.Second); !done(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("it did not happen within half a minute")
		}
	}
}
