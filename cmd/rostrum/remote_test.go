package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rostrum/server"
	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
	"rostrum/studio"
)

// TestPushAndPull sends a policy to a running server, has it published, gets it back, and leaves a changed folder alone.
func TestPushAndPull(t *testing.T) {
	ctx, dir, now := t.Context(), t.TempDir(), time.Now()
	config := server.Defaults()
	config.Listen, config.Data = "127.0.0.1:0", filepath.Join(dir, "data")
	s, err := server.Start(ctx, config, server.Logger(io.Discard, "text"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Stop() }()
	shown, kept := signin.NewToken(signin.APIToken, now, signin.PolicyRead, signin.PolicyWrite)
	err = s.Store.Write(ctx, func(tx *store.Tx) error {
		ona, err := staff.Found(ctx, tx, staff.Company{Name: "Banga", Languages: []string{"en"}, Zone: "Europe/Vilnius"},
			staff.Person{Name: "Ona", Mail: "ona@example.com"}, now)
		if err != nil {
			return err
		}
		return tx.AddToken(ctx, store.Token{Token: kept, ID: staff.NewID(), Person: ona.ID, Name: "test", Made: now})
	})
	if err != nil {
		t.Fatal(err)
	}
	token := shown
	command := func(args ...string) (int, string) {
		var said bytes.Buffer
		env := func(name string) string {
			return map[string]string{"ROSTRUM_TOKEN": token, "ROSTRUM_LANGUAGE": "en"}[name]
		}
		code := run(context.WithoutCancel(ctx), append(args, "--server", s.Address()), streams{strings.NewReader(""), &said, &said}, env)
		return code, said.String()
	}
	want := func(code int, about string, args ...string) {
		t.Helper()
		if got, said := command(args...); got != code || !strings.Contains(said, about) {
			t.Errorf("%v: %d %q, want %d and %q", args, got, said, code, about)
		}
	}
	source, back := filepath.Join("..", "..", "examples", "chips"), filepath.Join(dir, "back")
	want(exitFault, "No policy is in force", "pull", "-o", back)
	want(exitFine, "waits for approval", "push", source, "--submit", "--name", "Autumn")
	published := func() studio.Version {
		var v studio.Version
		err := s.Store.Write(ctx, func(tx *store.Tx) error {
			all, err := tx.Versions(ctx, 1)
			if err != nil {
				return err
			}
			v = all[0]
			v.State, v.Number, v.Effective, v.Published = studio.Published, 1, now, now
			return tx.ChangeVersion(ctx, v)
		})
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	v := published()
	want(exitFine, v.Digest, "pull", "-o", back)
	want(exitFine, v.Digest, "pull", "-o", back)
	if got, expected := digestOf(t, back), digestOf(t, source); got != expected {
		t.Error("what came back is not what was sent")
	}
	if err := os.WriteFile(filepath.Join(back, "policy.yaml"), []byte("changed"), 0o600); err != nil {
		t.Fatal(err)
	}
	want(exitFault, "Nothing was overwritten", "pull", "-o", back)
	want(exitFault, "policy has faults", "push", back)
	token = "rst_wrong"
	want(exitFault, "access token is wrong", "pull", "-o", filepath.Join(dir, "other"))
	token = ""
	want(exitFault, "A token is needed", "pull", "-o", filepath.Join(dir, "other"))
}

func digestOf(t *testing.T, dir string) string {
	t.Helper()
	files, err := policyFiles(dir)
	if err != nil {
		t.Fatal(err)
	}
	return studio.Digest(files)
}
