package main

import (
	"os"
	"path/filepath"

	"github.com/rogpeppe/go-internal/testscript"

	"rostrum/keyring"
)

// makeKeys is the scripts' command "keys FOLDER": it makes keys as a server does, and writes the public one to FOLDER.key.
func makeKeys(ts *testscript.TestScript, _ bool, args []string) {
	folder := ts.MkAbs(args[0])
	keys, err := keyring.Open(folder)
	ts.Check(err)
	ts.Check(os.WriteFile(filepath.Clean(folder)+".key", []byte(keys.Verifier+"\n"), 0o600))
}
