// Command rostrum is the one binary: it parses what was asked, wires the packages and runs them. It refuses to know
// any rule of the product itself.
package main

import (
	"context"
	"os"
	"os/signal"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr}, environment(os.Getenv)))
}
