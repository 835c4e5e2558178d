// Command pack makes scripts of the WebAssembly build, since the page that checks drafts may fetch nothing: a script is
// all that it can load. It writes checker.js and runtime.js to a folder.
//
//	pack rostrum.wasm wasm_exec.js folder
package main

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	if err := pack(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func pack(args []string) error {
	if len(args) != 3 {
		return errors.New("usage: pack rostrum.wasm wasm_exec.js folder")
	}
	wasm, err := os.ReadFile(args[0])
	if err != nil {
		return err
	}
	runtime, err := os.ReadFile(args[1])
	if err != nil {
		return err
	}
	script, err := script(wasm)
	if err != nil {
		return err
	}
	return errors.Join(os.WriteFile(filepath.Join(args[2], "checker.js"), script, 0o644),
		os.WriteFile(filepath.Join(args[2], "runtime.js"), runtime, 0o644))
}

// script holds the compressed build as text.
func script(wasm []byte) ([]byte, error) {
	var small bytes.Buffer
	z, err := gzip.NewWriterLevel(&small, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := z.Write(wasm); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return fmt.Appendf(nil, "self.rostrumChecker = \"%s\";\n", base64.StdEncoding.EncodeToString(small.Bytes())), nil
}
