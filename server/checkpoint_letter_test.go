package server_test

import (
	"encoding/base64"
	"log/slog"
	"strings"
	"testing"
	"time"

	"rostrum/keyring"
	"rostrum/ledger"
	"rostrum/receiver"
	"rostrum/server"
	"rostrum/staff"
	"rostrum/store"
)

// TestCheckpointComesByMail starts a server without webhooks and chats: an auditor who asked for it gets the signed
// checkpoint as a file that verifies; who no longer may read the ledger gets nothing.
func TestCheckpointComesByMail(t *testing.T) {
	letters := openBox(t)
	c := server.Defaults()
	c.Data, c.Listen, c.Mail = t.TempDir(), "127.0.0.1:0", letters.address
	ctx, now := t.Context(), time.Now()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	keys, err := keyring.Open(c.Data)
	must(err)
	s, err := store.Open(ctx, c.Store())
	must(err)
	must(s.Write(ctx, func(tx *store.Tx) error {
		_, err := staff.Found(ctx, tx, staff.Company{Name: "Banga", Languages: []string{"lt", "en"}, Zone: "Europe/Vilnius"},
			staff.Person{Name: "Ona Onaitė", Mail: "ona@banga.example"}, now)
		must(err)
		for _, name := range []string{"ada", "was"} {
			p := staff.Person{ID: staff.NewID(), Name: name, Mail: name + "@banga.example", Language: "lt", Zone: "Europe/Vilnius", State: staff.Active,
				Version: 1, Invited: now, Joined: now, Roles: []staff.Role{staff.Auditor}}
			must(tx.AddPerson(ctx, p))
			must(receiver.AskForCheckpoints(ctx, tx, p, true, now))
			if name == "was" {
				p.Roles = nil
				must(tx.ChangePerson(ctx, p))
			}
		}
		_, err = tx.SignCheckpoint(ctx, keys.Signer, now)
		return err
	}))
	must(s.Close())
	running, err := server.Start(ctx, c, slog.New(slog.DiscardHandler))
	must(err)
	t.Cleanup(func() {
		if err := running.Stop(); err != nil {
			t.Error(err)
		}
	})
	letter := letters.wait(t, "ada@banga.example", `(?s).*rostrum-checkpoint-\d+\.txt.*`)
	if !strings.Contains(letter, "Content-Disposition: attachment") || !strings.Contains(letter, "/ledger/checkpoints") {
		t.Errorf("the letter:\n%s", letter)
	}
	parts := strings.Split(letter, "\n\n")
	var signed ledger.Checkpoint
	for _, part := range parts { // one of them is the file
		body, _, _ := strings.Cut(part, "\n--")
		note, err := base64.RawStdEncoding.DecodeString(strings.ReplaceAll(body, "\n", "")) // the box cuts off what fills it up
		if err == nil && strings.HasPrefix(string(note), "rostrum ledger") {
			if signed, err = ledger.OpenCheckpoint(keys.Verifier, string(note)); err != nil {
				t.Errorf("what was sent does not verify: %v", err)
			}
		}
	}
	if signed.Size < 3 {
		t.Errorf("no checkpoint in the letter:\n%s", letter)
	}
	letters.mu.Lock()
	defer letters.mu.Unlock()
	for _, l := range letters.letters {
		if l.to == "was@banga.example" {
			t.Error("somebody who is no auditor any more got the checkpoint")
		}
	}
}
