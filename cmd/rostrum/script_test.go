package main

import (
	"context"
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain lets the scripts call the program as people do.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"rostrum": func() {
		os.Exit(run(context.Background(), os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr}, environment(os.Getenv)))
	}})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:  "testdata",
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"keys": makeKeys},
		Setup: func(e *testscript.Env) error {
			e.Setenv("ROSTRUM_LANGUAGE", "en")
			return nil
		},
	})
}
