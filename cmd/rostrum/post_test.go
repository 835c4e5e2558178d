package main

import (
	"bytes"
	"context"
	"image"
	"image/jpeg"
	"log/slog"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rostrum/api"
	"rostrum/approval"
	"rostrum/assistant"
	"rostrum/check"
	"rostrum/compose"
	"rostrum/compose/picture"
	"rostrum/folder"
	"rostrum/keyring"
	"rostrum/network/simulator"
	"rostrum/outbox/rehearsal"
	"rostrum/post"
	"rostrum/publish"
	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
	"rostrum/studio"
)

// desk is a company whose server people ask from a terminal.
type desk struct {
	*rehearsal.Company
	t      *testing.T
	data   string
	server *httptest.Server
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	d := &desk{t: t, data: t.TempDir()}
	keys, err := keyring.Open(d.data)
	d.must(err)
	s, err := store.Open(t.Context(), "sqlite:"+d.data+"/rostrum.db")
	d.must(err)
	t.Cleanup(func() { d.must(s.Close()) })
	n, err := rehearsal.Open(filepath.Join(d.data, "network"), 1, true)
	d.must(err)
	t.Cleanup(n.Close)
	ids, err := n.Identities()
	d.must(err)
	d.Company, err = rehearsal.Found(t.Context(), s, keys.Seal, simulator.Connector(n.Address), ids, time.Now())
	d.must(err)
	var kept folder.Files
	_, err = rehearsal.Edition(simulator.Connector(n.Address), func(f folder.Files) { kept = f })
	d.must(err)
	d.must(s.Write(t.Context(), func(tx *store.Tx) error { return tx.AddContent(t.Context(), d.Policy.Digest, kept) }))
	runner := d.Runner(time.Now)
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- runner.Run(ctx) }()
	t.Cleanup(func() { stop(); d.must(<-done) })
	past := func(context.Context, *store.Tx, string) (approval.Edition, error) { return d.Policy, nil }
	a := &api.Server{Store: s, Verifier: keys.Verifier, Log: slog.New(slog.DiscardHandler), Now: time.Now, Halt: runner.Halt, Past: past,
		InForce: func(context.Context, *store.Tx, time.Time) (api.Policy, error) {
			return api.Policy{Version: studio.Version{Number: 1, Digest: d.Policy.Digest}, Policy: d.Policy.Policy, Checker: func() (*check.Checker, error) { return d.Policy.Checker, nil }}, nil
		},
		Edition: func(ctx context.Context, tx *store.Tx, _ time.Time) (approval.Edition, error) {
			return past(ctx, tx, "")
		},
		Develop: func(_ context.Context, file []byte) ([]byte, post.Image, error) { return picture.Clean(file) }}
	d.server = httptest.NewServer(a.Handler())
	t.Cleanup(d.server.Close)
	return d
}

func (d *desk) must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

// token makes a token of a person, with all scopes.
func (d *desk) token(who staff.Person) string {
	d.t.Helper()
	shown, kept := signin.NewToken(signin.APIToken, time.Now(), signin.Scopes()...)
	d.must(d.Store.Write(d.t.Context(), func(tx *store.Tx) error {
		return tx.AddToken(d.t.Context(), store.Token{Token: kept, ID: staff.NewID(), Person: who.ID, Name: "test", Made: time.Now()})
	}))
	return shown
}

// command runs the program as a person, and wants an exit code and words.
func (d *desk) command(who staff.Person, lang, in string, code int, about []string, args ...string) string {
	d.t.Helper()
	shown := d.token(who)
	var said bytes.Buffer
	env := func(name string) string {
		return map[string]string{"ROSTRUM_TOKEN": shown, "ROSTRUM_LANGUAGE": lang}[name]
	}
	if args[len(args)-1] != d.data {
		args = append(args, "--server", d.server.URL)
	}
	got := run(d.t.Context(), args, streams{strings.NewReader(in), &said, &said}, env)
	for _, word := range about {
		if got != code || !strings.Contains(said.String(), word) {
			d.t.Errorf("%v: exit %d, want %d and %q:\n%s", args, got, code, word, said.String())
		}
	}
	return said.String()
}

// approveSoon says yes to the next request that is made.
func (d *desk) approveSoon() {
	voted := make(chan error, 1)
	ctx := d.t.Context()
	go func() {
		for {
			done := false
			err := d.Store.Write(ctx, func(tx *store.Tx) error {
				open, err := tx.OpenRequests(ctx, 1)
				if err != nil || len(open) == 0 {
					return err
				}
				done = true
				_, err = publish.Vote(ctx, tx, d.Approver, open[0].ID, approval.Yes, "", time.Now())
				return err
			})
			if done || err != nil {
				voted <- err
				return
			}
			time.Sleep(20 * time.Millisecond)
		}
	}()
	d.t.Cleanup(func() { d.must(<-voted) })
}

// postOf finds the id of a post in what was said.
func postOf(said string) string {
	_, after, _ := strings.Cut(said, "/posts/")
	id, _, _ := strings.Cut(after, "\n")
	return id
}

func TestPostWhyAndPauseAtATerminal(t *testing.T) {
	d := newDesk(t)
	handle := d.Accounts[0].Handle
	shop := filepath.Join(d.data, "shop.jpg")
	var file bytes.Buffer
	d.must(jpeg.Encode(&file, image.NewRGBA(image.Rect(0, 0, 9, 7)), nil))
	d.must(os.WriteFile(shop, file.Bytes(), 0o600))

	d.command(d.Author, "en", "Our shop opens at nine", exitFault, []string{"There is no account"}, "post", "--account", "@nobody", "-")
	d.command(d.Author, "en", strings.Repeat("Our shop opens at nine. ", 50), exitStop, []string{handle, "block", "Kept as a draft"}, "post", "--account", handle, "-")
	d.command(d.Author, "lt", "Rytoj atsidarome devintą", exitFine, []string{"Palikta kaip juodraštis", "/posts/"}, "post", "--account", handle, "--draft", "-")
	d.command(d.Author, "en", "x", exitFault, []string{"Enter a day and a time"}, "post", "--account", handle, "--at", "tomorrow", "-")
	d.command(d.Author, "en", "x", exitFault, []string{"no times of the week"}, "post", "--account", handle, "--at", "next", "-")
	d.approveSoon()
	said := d.command(d.Author, "en", "Our shop opens at nine", exitFine, []string{"these must say yes", "Birutė Person", "  out  ", "http://127.0.0.1"}, "post", "--account", handle,
		"--image", shop, "--alt", "A shop", "--credit", "Ona Onaitė", "--wait", "-")
	if t.Failed() {
		return
	}
	id := postOf(said)

	d.command(d.Officer, "en", "", exitFault, []string{"say why"}, "pause")
	d.command(d.Author, "en", "", exitFault, []string{"roles do not allow"}, "pause", "--why", "x")
	d.command(d.Officer, "en", "", exitFine, []string{"Paused. Nothing has left since", "UTC."}, "pause", "--why", "An accident")
	d.command(d.Officer, "lt", "", exitFine, []string{"viskas", "An accident"}, "pause", "--list")
	d.command(d.Officer, "lt", "", exitFine, []string{"atnaujintas"}, "resume")
	d.command(d.Officer, "en", "", exitFault, []string{"No pause holds"}, "resume")
	d.command(d.Author, "en", "", exitFine, []string{"out", handle}, "publications", "--state", "sent")

	d.command(d.Approver, "en", "", exitFine, []string{"Asta Person", "Checked again under the same policy", "The record holds", handle}, "why", id)
	d.command(d.Approver, "lt", "", exitFine, []string{"Patikrinta iš naujo", "Žurnalas patikrintas"}, "why", id, "--data", d.data)
	d.command(d.Approver, "en", "", exitFine, []string{`"verified": true`, `"same": true`}, "why", id, "--format", "json", "--data", d.data)
	d.command(d.Approver, "en", "", exitFault, []string{"no such post"}, "why", "nothing", "--data", d.data)
	_, err := d.Store.DB().Exec(`UPDATE ledger_entry SET actor = 'somebody' WHERE kind = 'post.submitted'`)
	d.must(err)
	d.command(d.Approver, "en", "", exitStop, []string{"THE RECORD CANNOT BE RELIED ON"}, "why", id, "--data", d.data)
}

// TestWaitingForApprovers submits a post that others decide on.
func TestWaitingForApprovers(t *testing.T) {
	d := newDesk(t)
	a := d.Accounts[0]
	d.must(d.Store.Write(t.Context(), func(tx *store.Tx) error {
		kept, err := tx.BrandAccount(t.Context(), a.ID)
		if err != nil {
			return err
		}
		kept.Rule = "always"
		return tx.ChangeBrandAccount(t.Context(), kept)
	}))
	said := d.command(d.Author, "en", "Our shop opens at nine", exitFine, []string{"these must say yes", "Birutė Person", "approves the posts of " + a.Handle}, "post", "--account", a.Handle, "-")
	id := postOf(said)
	d.must(d.Store.Write(t.Context(), func(tx *store.Tx) error {
		q, err := tx.LastRequest(t.Context(), id)
		if err != nil {
			return err
		}
		_, err = publish.Vote(t.Context(), tx, d.Approver, q.ID, approval.No, "Not today", time.Now())
		return err
	}))
	d.command(d.Author, "en", "", exitFine, []string{"rejected", "Birutė Person: no – “Not today”"}, "why", id)
}

// TestAnAssistantKeepsADraft is what `rostrum mcp --server` asks the server for.
func TestAnAssistantKeepsADraft(t *testing.T) {
	d := newDesk(t)
	r := &remote{program: &program{lang: "en"}, server: d.server.URL, token: d.token(d.Author)}
	address, err := drafting{r}.Keep(t.Context(), assistant.Draft{Text: "Labas rytas, Vilniau!", Accounts: []string{d.Accounts[0].Handle}})
	d.must(err)
	d.must(d.Store.Read(t.Context(), func(tx *store.Tx) error {
		p, err := tx.Post(t.Context(), postNamed(address))
		if p.State != compose.Draft || p.Content.Text != "Labas rytas, Vilniau!" || len(p.Content.Accounts) != 1 {
			t.Errorf("%s: %+v", address, p)
		}
		return err
	}))
}
