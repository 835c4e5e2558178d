package notify

import (
	"context"
	"crypto/rand"
	"crypto/tls"
	"errors"
	"fmt"
	"net"

	gomail "github.com/wneessen/go-mail"
	"github.com/wneessen/go-mail/smtp"
)

// session is one conversation with a mail server, until something in it fails.
type session struct {
	*smtp.Client
	said string
	err  error
}

// talk opens a conversation, signs in, has it and ends it. The connection is closed when the context ends, at the latest
// when talk returns.
func (m *Mail) talk(ctx context.Context, conversation func(*session)) (Answer, error) {
	ctx, cancel := context.WithTimeout(ctx, 2*patience)
	defer cancel()
	dialer, err := m.client(func(dialing context.Context, network, address string) (net.Conn, error) {
		conn, err := m.dial(dialing, network, address)
		if err == nil {
			context.AfterFunc(ctx, func() { _ = conn.Close() })
		}
		return conn, err
	})
	if err != nil {
		return unsent(fmt.Errorf("notify: mail client: %w", err))
	}
	opened, err := dialer.DialToSMTPClientWithContext(ctx)
	if err != nil {
		return refused(errors.Join(err, ctx.Err())).withhold(credentials(m.user, m.password)).answer()
	}
	_ = opened.UpdateDeadline(2 * patience) // a shorter one is still set from the greeting
	s := &session{Client: opened}
	conversation(s)
	if s.err != nil {
		return refused(errors.Join(s.err, ctx.Err())).withhold(credentials(m.user, m.password)).answer()
	}
	_ = s.Quit()
	return outcome{said: s.said, en: "The mail server takes our letters.", lt: "Pašto serveris mūsų laiškus priima."}.
		withhold(credentials(m.user, m.password)).answer()
}

func (m *Mail) client(dial gomail.DialContextFunc) (*gomail.Client, error) {
	options := []gomail.Option{
		gomail.WithPort(m.port), gomail.WithTimeout(patience), gomail.WithDialContextFunc(dial),
		gomail.WithTLSConfig(m.tlsConfig()), gomail.WithTLSPolicy(gomail.NoTLS),
	}
	if m.safety == startTLS {
		options = append(options, gomail.WithTLSPolicy(gomail.TLSMandatory))
	}
	if m.user != "" {
		options = append(options, gomail.WithUsername(m.user), gomail.WithPassword(m.password),
			gomail.WithOpportunisticSMTPAuth(gomail.SMTPAuthSCRAMSHA256, gomail.SMTPAuthSCRAMSHA1,
				gomail.SMTPAuthPlain, gomail.SMTPAuthLogin, gomail.SMTPAuthCramMD5))
	}
	return gomail.NewClient(m.host, options...)
}

func (m *Mail) dial(ctx context.Context, network, address string) (net.Conn, error) {
	if m.safety == implicitTLS {
		return (&tls.Dialer{Config: m.tlsConfig()}).DialContext(ctx, network, address)
	}
	return (&net.Dialer{}).DialContext(ctx, network, address)
}

func (m *Mail) tlsConfig() *tls.Config {
	return &tls.Config{ServerName: m.host, MinVersion: tls.VersionTLS12, RootCAs: m.roots}
}

// deliver hands over one message.
func (s *session) deliver(from string, to []string, msg *gomail.Msg) {
	if s.err = s.Mail("<" + from + ">"); s.err != nil {
		return
	}
	for _, receiver := range to {
		if err := s.Rcpt("<" + receiver + ">"); err != nil {
			s.err = unknownReceiver{err}
			return
		}
	}
	body, err := s.Data()
	if s.err = err; err != nil {
		return
	}
	if _, s.err = msg.WriteTo(body); s.err != nil {
		return
	}
	s.err = body.Close()
}

// offer asks whether letters from an address are taken, and keeps the server's words.
func (s *session) offer(from string) {
	_, s.said, s.err = s.command(250, "MAIL FROM:<%s>", from)
	if s.err == nil {
		s.err = s.Reset()
	}
}

// command says one line and gives the reply as it came.
func (s *session) command(expect int, format string, args ...any) (int, string, error) {
	id, err := s.Text.Cmd(format, args...)
	if err != nil {
		return 0, "", err
	}
	s.Text.StartResponse(id)
	defer s.Text.EndResponse(id)
	code, message, err := s.Text.ReadResponse(expect)
	return code, fmt.Sprintf("%d %s", code, message), err
}

// newMessageID is a name for a letter that nobody can guess; the library's own would tell the name of this machine.
func newMessageID(domain string) string { return rand.Text() + "@" + domain }
