// Command speed measures the checker: posts a second on one core and on two, the time of a single check, what terms
// cost, how long a policy takes to compile, and a cold start of the binary. Medians of several runs.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"runtime/pprof"
	"slices"
	"sync"
	"time"

	"rostrum/check"
	"rostrum/post"
)

const runs = 7

func main() {
	data := flag.String("data", os.Getenv("ROSTRUM_DATA"), "the folder with the data")
	lithuanian := flag.String("lt", "check/testdata/posts_lt.txt", "Lithuanian posts, one a line")
	binary := flag.String("binary", "bin/rostrum", "the binary whose start is measured")
	profile := flag.String("profile", "", "only write a profile of checking to this file, for the compiler to go by")
	flag.Parse()
	run := func() error { return measure(*data, *lithuanian, *binary) }
	if *profile != "" {
		run = func() error { return record(*data, *lithuanian, *profile) }
	}
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func measure(data, lithuanian, binary string) error {
	posts, err := mixture(filepath.Join(data, "stream", "tweets_emoji.jsonl"), lithuanian)
	if err != nil {
		return err
	}
	words, err := vocabulary(filepath.Join(data, "lt", "hunspell_lt.dic"))
	if err != nil {
		return err
	}
	fmt.Printf("%s, %d posts, %d bytes a post\n", runtime.Version(), len(posts), bytesOf(posts)/len(posts))
	var checker *check.Checker
	compile := median(func() float64 {
		start := time.Now()
		if checker, err = policyWith(words, 10_000); err != nil {
			return 0
		}
		return float64(time.Since(start).Milliseconds())
	})
	if err != nil {
		return err
	}
	fmt.Printf("load and compile, starter, all packs, 10,000 terms   %.0f ms\n", compile)
	fmt.Printf("memory in use after compiling                        %d MB\n", heap())
	one := throughput(checker, posts, 1)
	fmt.Printf("one core                                             %.0f posts/s\n", one)
	fmt.Printf("two cores                                            %.0f posts/s\n", throughput(checker, posts, 2))
	latency(checker, posts)
	clean(checker, posts)
	few, many := 0.0, 0.0
	for _, n := range []int{100, 100_000} {
		c, err := policyWith(words, n)
		if err != nil {
			return err
		}
		rate := throughput(c, posts, 1)
		fmt.Printf("one core, %7d terms                              %.0f posts/s, %d MB\n", n, rate, heap())
		if few == 0 {
			few = rate
		} else {
			many = rate
		}
	}
	fmt.Printf("100,000 terms cost                                   %.2f × what 100 cost\n", few/many)
	return coldStart(binary)
}

// record writes a processor profile of checking, over and over, the posts that are measured.
func record(data, lithuanian, file string) error {
	posts, err := mixture(filepath.Join(data, "stream", "tweets_emoji.jsonl"), lithuanian)
	if err != nil {
		return err
	}
	words, err := vocabulary(filepath.Join(data, "lt", "hunspell_lt.dic"))
	if err != nil {
		return err
	}
	checker, err := policyWith(words, 10_000)
	if err != nil {
		return err
	}
	out, err := os.Create(file)
	if err != nil {
		return err
	}
	if err := pprof.StartCPUProfile(out); err != nil {
		return err
	}
	throughput(checker, posts, 1)
	pprof.StopCPUProfile()
	return out.Close()
}

func median(run func() float64) float64 {
	all := make([]float64, runs)
	for i := range all {
		all[i] = run()
	}
	slices.Sort(all)
	return all[runs/2]
}

func throughput(c *check.Checker, posts []post.Post, workers int) float64 {
	runtime.GOMAXPROCS(workers)
	defer runtime.GOMAXPROCS(runtime.NumCPU())
	return median(func() float64 {
		start := time.Now()
		var all sync.WaitGroup
		for w := range workers {
			all.Go(func() {
				for i := w; i < len(posts); i += workers {
					c.Check(&posts[i])
				}
			})
		}
		all.Wait()
		return float64(len(posts)) / time.Since(start).Seconds()
	})
}

func latency(c *check.Checker, posts []post.Post) {
	all := make([]time.Duration, len(posts))
	for i := range posts {
		start := time.Now()
		c.Check(&posts[i])
		all[i] = time.Since(start)
	}
	slices.Sort(all)
	at := func(q float64) time.Duration { return all[int(q*float64(len(all)-1))] }
	fmt.Printf("one check                                            p50 %v, p99 %v, p99.9 %v\n", at(.5), at(.99), at(.999))
}

// clean counts what is allocated for the posts in which nothing is found.
func clean(c *check.Checker, posts []post.Post) {
	var none []*post.Post
	verdicts := [4]int{}
	for i := range posts {
		r := c.Check(&posts[i])
		verdicts[r.Verdict]++
		if r.Findings == nil {
			none = append(none, &posts[i])
		}
	}
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for _, p := range none {
		c.Check(p)
	}
	runtime.ReadMemStats(&after)
	fmt.Printf("allocations for %d posts without a finding       %d\n", len(none), after.Mallocs-before.Mallocs)
	n := float64(len(posts)) / 100
	fmt.Printf("verdicts                                             allow %.2f %%, advise %.2f %%, review %.2f %%, block %.2f %%\n",
		float64(verdicts[0])/n, float64(verdicts[1])/n, float64(verdicts[2])/n, float64(verdicts[3])/n)
}

func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc >> 20
}

func coldStart(binary string) error {
	folder, err := os.MkdirTemp("", "rostrum-speed")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	name := filepath.Join(folder, "post.txt")
	if err := os.WriteFile(name, []byte("Gražaus savaitgalio visiems!\n"), 0o600); err != nil {
		return err
	}
	took := median(func() float64 {
		start := time.Now()
		err = exec.Command(binary, "check", name).Run()
		return float64(time.Since(start).Microseconds()) / 1000
	})
	if err != nil {
		return fmt.Errorf("%s: %w. Build it first: make build", binary, err)
	}
	fmt.Printf("rostrum check of one post from a cold start          %.0f ms\n", took)
	return nil
}
