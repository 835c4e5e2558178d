// Package realserver owns the real servers that tests of connectors post to: Bluesky's PDS and snac, which speaks
// Mastodon's API. Each runs on a free port of 127.0.0.1, in a folder of the test's own, and dies with the test. .ci/networks
// installs them. The package refuses to stand in for a server: what these two cannot do is not tested here.
package realserver

import (
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// startLimit is how long a server may take to answer; on a quiet machine it takes 0.1 s (snac) to 3 s (PDS).
const startLimit = time.Minute

// guarded runs a command that dies together with whoever holds its standard input, so that no server outlives a test
// that was killed itself.
const guarded = `exec 3<&0; (cat <&3 >/dev/null; kill -9 0) & exec "$@" 3<&-`

// process is a server that can be taken away and brought back.
type process struct {
	Client  *http.Client // opens a connection for each request, so that a stopped server leaves none behind
	t       testing.TB
	command []string
	health  string // answers 200 once the server is ready
	log     string
	running *exec.Cmd
	gone    chan struct{}
}

// run starts a server for as long as the test lasts, reached through the given transport, and shows what it said last if the test failed.
func run(t testing.TB, reach http.RoundTripper, health string, command ...string) *process {
	t.Helper()
	p := &process{
		Client: &http.Client{
			Timeout: 30 * time.Second, Transport: reach,
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		},
		t: t, command: command, health: health, log: filepath.Join(t.TempDir(), "log"),
	}
	t.Cleanup(func() {
		p.Stop()
		if t.Failed() {
			t.Logf("%s said last:\n%s", command[0], p.lastWords())
		}
	})
	p.Start()
	return p
}

// Start brings the server back on the same port with the same data, and returns when it answers.
func (p *process) Start() {
	p.t.Helper()
	if p.running != nil {
		return
	}
	log, err := os.OpenFile(p.log, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		p.t.Fatal(err)
	}
	defer log.Close()
	cmd := exec.Command("sh", append([]string{"-c", guarded, "sh"}, p.command...)...)
	cmd.Stdout, cmd.Stderr = log, log
	cmd.Env = append(os.Environ(), "LOG_ENABLED=true", "LOG_LEVEL=error")
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if _, err = cmd.StdinPipe(); err == nil {
		err = cmd.Start()
	}
	if err != nil {
		p.t.Fatal(err)
	}
	p.running, p.gone = cmd, make(chan struct{})
	go func(gone chan struct{}) {
		_ = cmd.Wait() // it is killed: its status says nothing
		close(gone)
	}(p.gone)
	p.await()
}

// Stop takes the server away in the middle of whatever it does, as a power cut would.
func (p *process) Stop() {
	if p.running == nil {
		return
	}
	_ = syscall.Kill(-p.running.Process.Pid, syscall.SIGKILL) // it may be gone already
	<-p.gone
	p.running = nil
}

func (p *process) await() {
	p.t.Helper()
	for end := time.Now().Add(startLimit); time.Now().Before(end); {
		select {
		case <-p.gone:
			p.t.Fatalf("%s ended instead of starting:\n%s", p.command[0], p.lastWords())
		case <-time.After(20 * time.Millisecond):
		}
		if answer, err := p.Client.Get(p.health); err == nil {
			answer.Body.Close()
			if answer.StatusCode == http.StatusOK {
				return
			}
		}
	}
	p.t.Fatalf("%s did not answer at %s within %s:\n%s", p.command[0], p.health, startLimit, p.lastWords())
}

func (p *process) lastWords() []byte {
	said, err := os.ReadFile(p.log)
	if err != nil {
		return []byte(err.Error())
	}
	return said[max(0, len(said)-4000):]
}

// lacking skips a test for want of a server, and fails it where ROSTRUM_NETWORKS says that both must be there.
func lacking(t testing.TB, what string) {
	t.Helper()
	what += " (.ci/networks installs it)"
	if os.Getenv("ROSTRUM_NETWORKS") != "" {
		t.Fatal(what)
	}
	t.Skip(what)
}

// freePort finds a port below those that the system gives to outgoing connections, so that nobody takes it while the
// server is away.
func freePort(t testing.TB) int {
	t.Helper()
	for range 100 {
		port := 20000 + rand.IntN(12000)
		if l, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port)); err == nil {
			l.Close()
			return port
		}
	}
	t.Fatal("no free port between 20000 and 32000 was found")
	return 0
}

// exchange sends a request and reads the whole answer.
func (p *process) exchange(t testing.TB, r *http.Request) (*http.Response, []byte) {
	t.Helper()
	answer, err := p.Client.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer, body
}

// mustBeOK sends a request that has to succeed, and gives the answer's body.
func (p *process) mustBeOK(t testing.TB, r *http.Request) []byte {
	t.Helper()
	answer, body := p.exchange(t, r)
	if answer.StatusCode != http.StatusOK {
		t.Fatalf("%s %s answered %s: %s", r.Method, r.URL.Path, answer.Status, body)
	}
	return body
}
