// Command bundle writes the starter policy as browsers get it, for the check of the WebAssembly build in Node.
package main

import (
	"crypto/rand"
	"encoding/json"
	"fmt"
	"os"

	"rostrum/check"
	"rostrum/policy"
	"rostrum/policy/starter"
)

func main() {
	if err := write(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func write() error {
	files := starter.Embedded()
	loaded, err := policy.Load(files)
	if err != nil {
		return err
	}
	b, err := check.Seal(loaded, files, rand.Reader)
	if err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(b)
}
