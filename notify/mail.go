package notify

import (
	"context"
	"crypto/x509"
	"net"
	"net/mail"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"unicode"

	gomail "github.com/wneessen/go-mail"

	"rostrum/fault"
)

// Message is a mail. Everybody in To sees who else is.
type Message struct {
	To         []string
	Subject    string
	Text, HTML string // the same in both; HTML may be empty
	Files      []File
}

// File is a text that travels with a letter, byte by byte as it is.
type File struct{ Name, Text string }

// Mail is the way out for mail: an SMTP server and the address that letters come from.
type Mail struct {
	host           string
	port           int
	user, password string
	from           mail.Address
	safety         safety
	roots          *x509.CertPool // nil for the system's
}

// safety says how the way to the mail server is protected.
type safety int

const (
	startTLS safety = iota // required, never only if offered
	implicitTLS
	loopback // no TLS; only inside this machine
)

// ParseMail reads smtp://user:password@host:587?from=Name <address>, or smtps:// for TLS from the first byte (port
// 465). smtp:// requires STARTTLS, except to a loopback address.
func ParseMail(address string) (*Mail, error) {
	u, err := url.Parse(address)
	if err != nil || u.Hostname() == "" || u.Scheme != "smtp" && u.Scheme != "smtps" || u.Path != "" && u.Path != "/" {
		return nil, fault.Of("mail",
			"The mail server must be written as smtp://user:password@host:587?from=policy@example.com; write special characters of the password as %XX.",
			"Pašto serveris turi būti užrašytas taip: smtp://naudotojas:slaptažodis@serveris:587?from=politika@example.com; ypatingus slaptažodžio ženklus rašykite kaip %XX.")
	}
	m := &Mail{host: u.Hostname(), port: 587, user: u.User.Username()}
	m.password, _ = u.User.Password()
	switch {
	case u.Scheme == "smtps":
		m.safety, m.port = implicitTLS, 465
	case isLoopback(m.host):
		m.safety, m.port = loopback, 25
	}
	if p := u.Port(); p != "" {
		if m.port, err = strconv.Atoi(p); err != nil || m.port < 1 || m.port > 65535 {
			return nil, fault.Of("mail", "The port of the mail server must be from 1 to 65535.", "Pašto serverio prievadas turi būti nuo 1 iki 65535.")
		}
	}
	for key := range u.Query() {
		if key != "from" {
			return nil, fault.Of("mail",
				"The mail server's address knows only from after the question mark.",
				"Pašto serverio adrese po klaustuko gali būti tik from.")
		}
	}
	from, err := mail.ParseAddress(u.Query().Get("from"))
	if err != nil || !isPlainAddress(from.Address) || plain(from.Name) != from.Name {
		return nil, fault.Of("mail",
			"Say which address letters come from: add ?from=policy@example.com to the mail server's address.",
			"Nurodykite, iš kokio adreso siunčiami laiškai: prie pašto serverio adreso pridėkite ?from=politika@example.com.")
	}
	m.from = *from
	return m, nil
}

// String names the server and the sender, without the password.
func (m *Mail) String() string {
	return net.JoinHostPort(m.host, strconv.Itoa(m.port)) + " (" + m.from.Address + ")"
}

// GoString is String, so that no log holds the password.
func (m *Mail) GoString() string { return m.String() }

// Send hands a message to the server, to all receivers or to none. A fault is Invalid when the message has to be
// changed, NotFound when a receiver does not exist, and Unavailable when it is worth trying later.
func (m *Mail) Send(ctx context.Context, message Message) error {
	msg, err := m.compose(message)
	if err != nil {
		return err
	}
	_, err = m.talk(ctx, func(s *session) { s.deliver(m.from.Address, message.To, msg) })
	return err
}

// Try signs in at the server and asks whether it takes letters from our address, and sends none.
func (m *Mail) Try(ctx context.Context) Answer {
	answer, _ := m.talk(ctx, func(s *session) { s.offer(m.from.Address) })
	return answer
}

// compose writes a message as it travels. Addresses and subjects that could add a header or a receiver are refused.
func (m *Mail) compose(message Message) (*gomail.Msg, error) {
	if len(message.To) == 0 || strings.ContainsFunc(message.Subject, unicode.IsControl) {
		return nil, fault.New(fault.Invalid,
			"A letter needs a receiver, and a subject of one line.",
			"Laiškui reikia gavėjo ir vienos eilutės temos.")
	}
	msg := gomail.NewMsg(gomail.WithNoDefaultUserAgent())
	for _, to := range message.To {
		if !isPlainAddress(to) {
			return nil, fault.Of("to",
				"This is not a mail address: "+shorten(plain(to), 80)+". Check its spelling.",
				"Tai ne el. pašto adresas: "+shorten(plain(to), 80)+". Patikrinkite, ar jis be klaidų.")
		}
		msg.AddToMailAddress(&mail.Address{Address: to})
	}
	msg.FromMailAddress(&m.from)
	msg.Subject(message.Subject)
	msg.SetDate()
	_, domain, _ := strings.Cut(m.from.Address, "@")
	msg.SetMessageIDWithValue(newMessageID(domain))
	msg.SetGenHeader("Auto-Submitted", "auto-generated") // RFC 3834: absence notices stay quiet
	msg.SetBodyString(gomail.TypeTextPlain, message.Text)
	if message.HTML != "" {
		msg.AddAlternativeString(gomail.TypeTextHTML, message.HTML)
	}
	for _, f := range message.Files {
		if err := msg.AttachReader(f.Name, strings.NewReader(f.Text), gomail.WithFileEncoding(gomail.EncodingB64), gomail.WithFileContentType(gomail.TypeTextPlain)); err != nil {
			return nil, err
		}
	}
	return msg, nil
}

// isPlainAddress tells whether s is one address alone: no name, no brackets, no quoted part.
func isPlainAddress(s string) bool {
	a, err := mail.ParseAddress(s)
	return err == nil && a.Name == "" && a.Address == s && !strings.ContainsAny(s, "\"<>() ,;:\\") && plain(s) == s
}

func isLoopback(host string) bool {
	if host == "localhost" {
		return true
	}
	ip, err := netip.ParseAddr(host)
	return err == nil && ip.IsLoopback()
}
