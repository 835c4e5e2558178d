// Command prove tries to break the promises of docs/invariants.md, many times over, and prints a line a promise:
// "promise 6: 1000 tried, 0 broken". It refuses to count what it did not try, and ends with exit status 1 when a promise
// was broken. Each try says on standard error how to do it again.
package main

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/signal"
	"slices"
)

// attempt tries a promise about n times and tells each time whether it held.
type attempt struct {
	promise int
	try     func(ctx context.Context, n int, seed *rand.Rand, t *tally) error
}

// attempts are the promises that can be tried so far, by the numbers of docs/invariants.md.
func attempts() []attempt {
	return []attempt{{1, gate}, {2, fourEyes}, {3, pause}, {4, kill}, {6, tamper}, {8, spoil}, {9, crash}}
}

// tally counts tries.
type tally struct{ tried, broken int }

// held counts a try. What a broken one was is told.
func (t *tally) held(ok bool, what string, args ...any) {
	t.tried++
	if !ok {
		t.broken++
		fmt.Fprintf(os.Stderr, "broken: "+what+"\n", args...)
	}
}

func main() {
	if len(os.Args) == 4 && os.Args[1] == serverCommand {
		os.Exit(serve(os.Args[2], os.Args[3]))
	}
	if len(os.Args) == 6 && os.Args[1] == publisherCommand {
		os.Exit(publisher(os.Args[2], os.Args[3], os.Args[4], os.Args[5]))
	}
	n := flag.Int("n", 200, "how often each promise is tried")
	only := flag.Int("promise", 0, "only this promise")
	seed := flag.Uint64("seed", rand.Uint64(), "to try the same again")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	os.Exit(all(ctx, *n, *only, *seed))
}

func all(ctx context.Context, n, only int, seed uint64) int {
	exit := 0
	if known := slices.ContainsFunc(attempts(), func(a attempt) bool { return a.promise == only }); only != 0 && !known {
		fmt.Fprintf(os.Stderr, "promise %d cannot be tried yet\n", only)
		return 2
	}
	for _, a := range attempts() {
		if only != 0 && only != a.promise {
			continue
		}
		var t tally
		if err := a.try(ctx, n, rand.New(rand.NewPCG(seed, uint64(a.promise))), &t); err != nil {
			fmt.Fprintf(os.Stderr, "promise %d could not be tried: %v\n", a.promise, err)
			exit = 1
		}
		fmt.Printf("promise %d: %d tried, %d broken\n", a.promise, t.tried, t.broken)
		if t.broken > 0 {
			fmt.Fprintf(os.Stderr, "again: -promise %d -n %d -seed %d\n", a.promise, n, seed)
			exit = 1
		}
	}
	return exit
}
