package server_test

import (
	"io"
	"net"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-smtp"
)

// box is a mail server that keeps what it is given.
type box struct {
	address string // for server.Config.Mail
	mu      sync.Mutex
	letters []letter
}

type letter struct{ to, body string }

func openBox(t *testing.T) *box {
	t.Helper()
	b := &box{}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := smtp.NewServer(smtp.BackendFunc(func(*smtp.Conn) (smtp.Session, error) { return &delivery{box: b}, nil }))
	go func() { _ = server.Serve(listener) }()
	t.Cleanup(func() { _ = server.Close() })
	b.address = "smtp://" + listener.Addr().String() + "?from=rostrum@banga.example"
	return b
}

// wait gives the latest match in a letter to somebody, once there is one.
func (b *box) wait(t *testing.T, to, pattern string) (found string) {
	t.Helper()
	want := regexp.MustCompile(pattern)
	until(t, func() bool {
		b.mu.Lock()
		defer b.mu.Unlock()
		for _, l := range b.letters {
			if match := want.FindString(l.body); l.to == to && match != "" {
				found = strings.TrimSpace(match)
			}
		}
		return found != ""
	})
	return found
}

// delivery is one letter on its way.
type delivery struct {
	box *box
	to  string
}

func (d *delivery) Mail(string, *smtp.MailOptions) error { return nil }
func (d *delivery) Rcpt(to string, _ *smtp.RcptOptions) error {
	d.to = to
	return nil
}
func (d *delivery) Reset()        {}
func (d *delivery) Logout() error { return nil }
func (d *delivery) Data(r io.Reader) error {
	raw, err := io.ReadAll(r)
	d.box.mu.Lock()
	defer d.box.mu.Unlock()
	plain := strings.NewReplacer("=\r\n", "", "\r\n", "\n", "=3D", "=").Replace(string(raw))
	d.box.letters = append(d.box.letters, letter{d.to, plain})
	return err
}

// zone is where the demo's company is.
func zone(t *testing.T) *time.Location {
	t.Helper()
	z, err := time.LoadLocation("Europe/Vilnius")
	if err != nil {
		t.Fatal(err)
	}
	return z
}
