package notify

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"net"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"github.com/emersion/go-sasl"
	"github.com/emersion/go-smtp"
)

// mailServer is a real SMTP server that keeps what it was handed.
type mailServer struct {
	port  string
	roots *x509.CertPool

	mu       sync.Mutex
	from     string
	to       []string
	data     string
	password string
}

type mailOptions struct {
	startTLS, implicitTLS bool
	wantPassword          string
	refuse                map[string]*smtp.SMTPError // by receiver or sender
}

func startMail(t *testing.T, o mailOptions) *mailServer {
	t.Helper()
	certified := httptest.NewTLSServer(nil)
	t.Cleanup(certified.Close)
	s := &mailServer{roots: x509.NewCertPool()}
	s.roots.AddCert(certified.Certificate())
	server := smtp.NewServer(smtp.BackendFunc(func(*smtp.Conn) (smtp.Session, error) {
		return &mailSession{server: s, options: o}, nil
	}))
	server.AllowInsecureAuth = !o.startTLS && !o.implicitTLS
	server.ErrorLog = nowhere{}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	config := &tls.Config{Certificates: certified.TLS.Certificates}
	if o.startTLS {
		server.TLSConfig = config
	}
	if o.implicitTLS {
		listener = tls.NewListener(listener, config)
	}
	_, s.port, _ = net.SplitHostPort(listener.Addr().String())
	go func() { _ = server.Serve(listener) }()
	t.Cleanup(func() { _ = server.Close() })
	return s
}

type nowhere struct{}

func (nowhere) Printf(string, ...any) {}
func (nowhere) Println(...any)        {}

type mailSession struct {
	server  *mailServer
	options mailOptions
}

func (s *mailSession) AuthMechanisms() []string { return []string{sasl.Plain} }

func (s *mailSession) Auth(string) (sasl.Server, error) {
	return sasl.NewPlainServer(func(_, user, password string) error {
		s.server.mu.Lock()
		defer s.server.mu.Unlock()
		s.server.password = password
		if password != s.options.wantPassword {
			return &smtp.SMTPError{Code: 535, EnhancedCode: smtp.EnhancedCode{5, 7, 8}, Message: "not with " + user + "/" + password}
		}
		return nil
	}), nil
}

func (s *mailSession) Mail(from string, _ *smtp.MailOptions) error {
	return s.keep(from, func() { s.server.from = from })
}

func (s *mailSession) Rcpt(to string, _ *smtp.RcptOptions) error {
	return s.keep(to, func() { s.server.to = append(s.server.to, to) })
}

func (s *mailSession) Data(r io.Reader) error {
	data, err := io.ReadAll(r)
	return errors.Join(err, s.keep("", func() { s.server.data = string(data) }))
}

func (s *mailSession) keep(address string, how func()) error {
	if refusal := s.options.refuse[address]; refusal != nil {
		return refusal
	}
	s.server.mu.Lock()
	defer s.server.mu.Unlock()
	how()
	return nil
}

func (s *mailSession) Reset()        {}
func (s *mailSession) Logout() error { return nil }

// mailTo readies the sender for a server; scheme is smtp or smtps, who is "user:password@" or nothing.
func mailTo(t *testing.T, s *mailServer, scheme, who string) *Mail {
	t.Helper()
	m, err := ParseMail(scheme + "://" + who + "127.0.0.1:" + s.port + "?from=" + strings.ReplaceAll("Šiaurys <policy@example.com>", " ", "%20"))
	if err != nil {
		t.Fatal(err)
	}
	m.roots = s.roots
	return m
}
