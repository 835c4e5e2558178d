// Command server measures a running Rostrum: how soon the first page is there, how much memory it takes when idle, and how
// long each page takes under a steady load, on a company of ten thousand people with two hundred versions of its policy
// and a million entries in the ledger. It starts the binary that people start, as a process of its own.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"rostrum/staff"
	"rostrum/store"
)

func main() {
	var of size
	binary := flag.String("binary", "bin/rostrum", "the program to measure")
	data := flag.String("data", "", "folder for the company, kept between runs; empty for a temporary one")
	database := flag.String("database", "", "postgres://… instead of SQLite")
	rate := flag.Int("rate", 200, "requests a second")
	seconds := flag.Int("seconds", 20, "how long each page is asked for")
	flag.IntVar(&of.people, "people", 10_000, "people")
	flag.IntVar(&of.versions, "versions", 200, "versions of the policy")
	flag.IntVar(&of.entries, "entries", 1_000_000, "ledger entries")
	flag.Parse()
	if err := measure(context.Background(), *binary, *data, *database, of, *rate, time.Duration(*seconds)*time.Second); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func measure(ctx context.Context, binary, data, database string, of size, rate int, each time.Duration) error {
	if data == "" {
		made, err := os.MkdirTemp("", "rostrum-bench-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(made)
		data = made
	}
	url := database
	if url == "" {
		url = "sqlite:" + filepath.Join(data, "rostrum.db")
	}
	if err := os.MkdirAll(data, 0o700); err != nil {
		return err
	}
	s, err := store.Open(ctx, url)
	if err != nil {
		return err
	}
	if err := fill(ctx, s, of); err != nil {
		return err
	}
	if err := s.Close(); err != nil {
		return err
	}
	const listen = "127.0.0.1:18990"
	args := []string{"serve", "--listen", listen, "--data", data}
	if database != "" {
		args = append(args, "--database", database)
	}
	server := exec.Command(binary, args...)
	server.Stderr = io.Discard
	begun := time.Now()
	if err := server.Start(); err != nil {
		return err
	}
	defer func() {
		_ = server.Process.Signal(os.Interrupt)
		_ = server.Wait()
	}()
	first, err := firstPage(begun, "http://"+listen)
	if err != nil {
		return err
	}
	fmt.Printf("start to first page    %6.0f ms\n", float64(first.Microseconds())/1000)
	time.Sleep(5 * time.Second)
	fmt.Printf("idle memory            %6.0f MB\n", memory(server.Process.Pid))
	fmt.Printf("\n%d requests/s, %v a page\n%-34s %8s %8s %8s %s\n", rate, each, "page", "p50 ms", "p99 ms", "max ms", "answers")
	for _, page := range pages() {
		p50, p99, most, answers := load(ctx, "http://"+listen+page.path, page.role, rate, each)
		fmt.Printf("%-34s %8.1f %8.1f %8.1f %s\n", page.path, p50, p99, most, answers)
	}
	fmt.Printf("\nmemory after the load  %6.0f MB\n", memory(server.Process.Pid))
	return nil
}

// page is an address and who asks for it.
type page struct {
	path string
	role staff.Role
}

func pages() []page {
	return []page{
		{"/", staff.Employee}, {"/handbook", staff.Employee}, {"/handbook/respect", staff.Employee}, {"/handbook?q=slaptažodis", staff.Employee},
		{"/training", staff.Employee}, {"/training/sign", staff.Employee}, {"/check", staff.Employee},
		{"/people", staff.Administrator}, {"/people?q=joma+kazl", staff.Administrator}, {"/people/person00000000005000", staff.Administrator},
		{"/studio", staff.PolicyOwner}, {"/versions", staff.Employee}, {"/versions/100", staff.Employee}, {"/signatures", staff.PolicyOwner},
		{"/ledger", staff.Auditor}, {"/ledger?kind=signin.failed", staff.Auditor}, {"/ledger/500000", staff.Auditor},
		{"/account", staff.Employee}, {"/settings", staff.Administrator},
	}
}

func firstPage(begun time.Time, address string) (time.Duration, error) {
	for time.Since(begun) < 30*time.Second {
		answer, err := http.Get(address + "/sign-in")
		if err == nil {
			_, _ = io.Copy(io.Discard, answer.Body)
			answer.Body.Close()
			return time.Since(begun), nil
		}
		time.Sleep(2 * time.Millisecond)
	}
	return 0, fmt.Errorf("the server did not answer within 30 s")
}

// load asks for a page at a steady rate, whether or not earlier answers have come, and tells how long answers took from
// the moment at which each was due.
func load(ctx context.Context, address string, role staff.Role, rate int, each time.Duration) (p50, p99, most float64, answers string) {
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 256}, Timeout: 30 * time.Second,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	var (
		mu     sync.Mutex
		took   []float64
		status = map[int]int{}
		wait   sync.WaitGroup
	)
	begun := time.Now()
	for i := range int(each.Seconds() * float64(rate)) {
		due := begun.Add(time.Duration(i) * time.Second / time.Duration(rate))
		time.Sleep(time.Until(due))
		wait.Go(func() {
			request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
			if err != nil {
				return
			}
			request.AddCookie(&http.Cookie{Name: "rostrum", Value: token(role)})
			code := 0
			if answer, err := client.Do(request); err == nil {
				_, _ = io.Copy(io.Discard, answer.Body)
				answer.Body.Close()
				code = answer.StatusCode
			}
			ms := float64(time.Since(due).Microseconds()) / 1000
			mu.Lock()
			defer mu.Unlock()
			took = append(took, ms)
			status[code]++
		})
	}
	wait.Wait()
	slices.Sort(took)
	return took[len(took)/2], took[len(took)*99/100], took[len(took)-1], strings.TrimPrefix(fmt.Sprint(status), "map")
}

// memory is the resident set of a process in megabytes (Linux).
func memory(pid int) float64 {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	var kb float64
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			_, _ = fmt.Sscan(rest, &kb)
		}
	}
	return kb / 1024
}
