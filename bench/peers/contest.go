package main

import (
	"fmt"
	"slices"
	"syscall"
	"time"
)

// rounds is how often each contestant runs; they take turns.
const rounds = 5

// contestant holds posts against its rules: it gives the names of the rules that found something, post by post, and
// the processor time that this took.
type contestant struct {
	name string
	run  func(posts []string) (found [][]string, took time.Duration, err error)
}

// inProcess is a contestant that is called for each post.
func inProcess(name string, check func(text string) []string) contestant {
	return contestant{name, func(posts []string) ([][]string, time.Duration, error) {
		found := make([][]string, len(posts))
		start := processorTime()
		for i, p := range posts {
			found[i] = check(p)
		}
		return found, processorTime() - start, nil
	}}
}

// contest lets the contestants take turns and prints what they did, and how the others' findings differ from the
// first's. Ratios are to the last, which is Rostrum.
func contest(title string, posts []string, all ...contestant) error {
	took := make([][]time.Duration, len(all))
	found := make([][][]string, len(all))
	for range rounds {
		for i, c := range all {
			var t time.Duration
			var err error
			if found[i], t, err = c.run(posts); err != nil {
				return fmt.Errorf("%s: %w", c.name, err)
			}
			took[i] = append(took[i], t)
		}
	}
	fmt.Printf("### %s\n\n| | posts/s | × the first | posts found | rules × posts |\n|---|---:|---:|---:|---:|\n", title)
	first := rate(took[0], len(posts))
	for i, c := range all {
		r := rate(took[i], len(posts))
		hits, pairs := sizes(found[i])
		fmt.Printf("| %s | %.0f | %.1f | %d | %d |\n", c.name, r, r/first, hits, pairs)
	}
	fmt.Println()
	for i := 1; i < len(all); i++ {
		differences(all[0].name, all[i].name, posts, found[0], found[i])
	}
	return nil
}

func rate(took []time.Duration, posts int) float64 {
	took = slices.Sorted(slices.Values(took))
	return float64(posts) / took[len(took)/2].Seconds()
}

// sizes gives in how many posts something was found, and how many rules found something, post by post.
func sizes(found [][]string) (posts, pairs int) {
	for _, rules := range found {
		if len(rules) > 0 {
			posts++
		}
		pairs += len(rules)
	}
	return posts, pairs
}

// differences prints how many rules × posts only one of two found, with an example for each of the first rules.
func differences(a, b string, posts []string, as, bs [][]string) {
	only(a, b, posts, as, bs)
	only(b, a, posts, bs, as)
	fmt.Println()
}

const shown = 8

func only(a, b string, posts []string, as, bs [][]string) {
	n := 0
	var examples []string
	for i := range posts {
		for _, rule := range as[i] {
			if slices.Contains(bs[i], rule) {
				continue
			}
			if n++; len(examples) < shown {
				examples = append(examples, fmt.Sprintf("  - `%s`: %s", rule, posts[i]))
			}
		}
	}
	fmt.Printf("- %s, but not %s: %d\n", a, b, n)
	for _, e := range examples {
		fmt.Println(e)
	}
}

// processorTime is what this process has used so far. Unlike the clock on the wall, it does not count other programs.
func processorTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err) // only an address or an argument out of range can make it fail
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
