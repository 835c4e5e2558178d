package notify

import (
	"context"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net"
	"net/mail"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-smtp"

	"rostrum/fault"
)

var greeting = Message{To: []string{"ona@example.com"}, Subject: "Liko pasirašyti 3 punktus",
	Text: "Sveiki, perskaitykite ąčęėįšųūž.\n", HTML: "<p>Sveiki, perskaitykite ąčęėįšųūž.</p>\n"}

func TestALetterArrives(t *testing.T) {
	for name, c := range map[string]struct {
		server mailOptions
		scheme string
		who    string
		safety safety
	}{
		"loopback":        {mailOptions{}, "smtp", "", loopback},
		"loopback, login": {mailOptions{wantPassword: "s/3cret"}, "smtp", "ona:s%2F3cret@", loopback},
		"implicit TLS":    {mailOptions{implicitTLS: true, wantPassword: "s3cret"}, "smtps", "ona:s3cret@", implicitTLS},
		"STARTTLS":        {mailOptions{startTLS: true, wantPassword: "s3cret"}, "smtp", "ona:s3cret@", startTLS},
	} {
		t.Run(name, func(t *testing.T) {
			server := startMail(t, c.server)
			m := mailTo(t, server, c.scheme, c.who)
			m.safety = c.safety
			if err := m.Send(t.Context(), greeting); err != nil {
				t.Fatal(err)
			}
			if server.from != "policy@example.com" || fmt.Sprint(server.to) != "[ona@example.com]" || server.password != c.server.wantPassword {
				t.Errorf("envelope %q %q, password %q", server.from, server.to, server.password)
			}
			seeLetter(t, server.data)
		})
	}
}

func seeLetter(t *testing.T, data string) {
	t.Helper()
	got, err := mail.ReadMessage(strings.NewReader(data))
	if err != nil {
		t.Fatalf("%v in\n%s", err, data)
	}
	subject, _ := new(mime.WordDecoder).DecodeHeader(got.Header.Get("Subject"))
	from, _ := got.Header.AddressList("From")
	if subject != greeting.Subject || len(from) != 1 || from[0].Name != "Šiaurys" || got.Header.Get("Auto-Submitted") != "auto-generated" {
		t.Errorf("headers %v", got.Header)
	}
	if host, _ := os.Hostname(); strings.Contains(data, host) || !strings.HasSuffix(got.Header.Get("Message-Id"), "@example.com>") {
		t.Errorf("the letter tells the name of this machine:\n%s", data)
	}
	_, params, _ := mime.ParseMediaType(got.Header.Get("Content-Type"))
	parts := multipart.NewReader(got.Body, params["boundary"])
	for _, want := range []string{greeting.Text, greeting.HTML} {
		part, err := parts.NextRawPart()
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(quotedprintable.NewReader(part))
		if strings.ReplaceAll(string(body), "\r\n", "\n") != want {
			t.Errorf("part %q, not %q", body, want)
		}
	}
}

func TestSendRefusesWhatAddsHeadersOrReceivers(t *testing.T) {
	server := startMail(t, mailOptions{})
	m := mailTo(t, server, "smtp", "")
	for _, message := range []Message{
		{To: []string{"ona@example.com"}, Subject: "Hello\r\nBcc: all@example.com"},
		{To: []string{"ona@example.com"}, Subject: "Hello\nX: y"},
		{To: []string{"ona@example.com\r\nBcc: all@example.com"}, Subject: "Hello"},
		{To: []string{"ona@example.com>, <all@example.com"}, Subject: "Hello"},
		{To: []string{"ona@example.com, all@example.com"}, Subject: "Hello"},
		{To: []string{"Ona <ona@example.com>"}, Subject: "Hello"},
		{To: []string{"ona"}, Subject: "Hello"},
		{To: []string{""}, Subject: "Hello"},
		{Subject: "Hello"},
	} {
		if err := m.Send(t.Context(), message); !fault.Is(err, fault.Invalid) {
			t.Errorf("%q %q: %v", message.To, message.Subject, err)
		}
	}
	if server.from != "" {
		t.Error("the server was told of a letter")
	}
}

func TestTryTellsWhatIsWrong(t *testing.T) {
	refusal := &smtp.SMTPError{Code: 550, EnhancedCode: smtp.EnhancedCode{5, 7, 1}, Message: "sender not yours"}
	for name, c := range map[string]struct {
		server   mailOptions
		scheme   string
		who      string
		change   func(*Mail)
		said, en string
	}{
		"works":            {server: mailOptions{wantPassword: "s3cret"}, scheme: "smtp", who: "ona:s3cret@", said: "250 ", en: "takes our letters"},
		"wrong password":   {server: mailOptions{wantPassword: "s3cret"}, scheme: "smtp", who: "ona:hunter22@", said: "535 5.7.8 not with ona/…", en: "the password"},
		"sender refused":   {server: mailOptions{refuse: map[string]*smtp.SMTPError{"policy@example.com": refusal}}, scheme: "smtp", said: "550 5.7.1 sender not yours", en: "may send from our address"},
		"nobody there":     {scheme: "smtp", change: func(m *Mail) { m.port = 1 }, said: "refused", en: "Nothing answers"},
		"wrong name":       {server: mailOptions{implicitTLS: true}, scheme: "smtps", change: func(m *Mail) { m.roots = nil }, said: "certificate", en: "certificate is not valid"},
		"no TLS there":     {scheme: "smtps", said: "TLS", en: "does not speak TLS"},
		"STARTTLS missing": {server: mailOptions{wantPassword: "s3cret"}, scheme: "smtp", who: "ona:s3cret@", change: func(m *Mail) { m.safety = startTLS }, said: "STARTTLS", en: "no safe way"},
	} {
		t.Run(name, func(t *testing.T) {
			server := startMail(t, c.server)
			m := mailTo(t, server, c.scheme, c.who)
			if c.change != nil {
				c.change(m)
			}
			answer := m.Try(t.Context())
			if answer.OK != (name == "works") || !strings.Contains(answer.Said, c.said) || !strings.Contains(answer.EN, c.en) || answer.LT == "" {
				t.Errorf("%+v", answer)
			}
			if strings.Contains(answer.Said, "hunter22") || name == "STARTTLS missing" && server.password != "" {
				t.Errorf("the password got out: %q, server has %q", answer.Said, server.password)
			}
			if server.data != "" {
				t.Error("a letter was sent")
			}
		})
	}
}

func TestANameThatDoesNotExistIsTold(t *testing.T) {
	o := unreached(&net.OpError{Op: "dial", Err: &net.DNSError{Err: "no such host", Name: "mial.example.com", IsNotFound: true}})
	if !strings.Contains(o.en, "no server of this name") || !strings.Contains(o.said, "mial.example.com") {
		t.Errorf("%+v", o)
	}
}

func TestAnUnknownReceiverIsToldApart(t *testing.T) {
	server := startMail(t, mailOptions{refuse: map[string]*smtp.SMTPError{
		"left@example.com": {Code: 550, EnhancedCode: smtp.EnhancedCode{5, 1, 1}, Message: "no such mailbox"},
		"full@example.com": {Code: 452, EnhancedCode: smtp.EnhancedCode{4, 2, 2}, Message: "mailbox full"},
	}})
	m := mailTo(t, server, "smtp", "")
	for to, code := range map[string]fault.Code{"left@example.com": fault.NotFound, "full@example.com": fault.Unavailable} {
		if err := m.Send(t.Context(), Message{To: []string{to}, Subject: "Hello", Text: "Hello"}); !fault.Is(err, code) {
			t.Errorf("%s: %v", to, err)
		}
	}
}

func TestASilentMailServerIsGivenUp(t *testing.T) {
	silent, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = silent.Close() }()
	_, port, _ := net.SplitHostPort(silent.Addr().String())
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	start := time.Now()
	answer := mailTo(t, &mailServer{port: port}, "smtp", "").Try(ctx)
	if answer.OK || !strings.Contains(answer.EN, "in time") || time.Since(start) > 5*time.Second {
		t.Errorf("%+v after %v", answer, time.Since(start))
	}
}

func TestParseMail(t *testing.T) {
	for address, want := range map[string]string{
		"smtp://mail.example.com?from=a@example.com":                       "mail.example.com:587 (a@example.com) 0",
		"smtps://u:p4ssw0rd@mail.example.com?from=A%20%3Ca@example.com%3E": "mail.example.com:465 (a@example.com) 1",
		"smtp://[::1]:2525?from=a@example.com":                             "[::1]:2525 (a@example.com) 2",
		"smtp://localhost?from=a@example.com":                              "localhost:25 (a@example.com) 2",
	} {
		m, err := ParseMail(address)
		if err != nil {
			t.Errorf("%s: %v", address, err)
		} else if got := fmt.Sprintf("%v %d", m, m.safety); got != want || strings.Contains(fmt.Sprintf("%#v %+v", m, m), "p4ssw0rd") {
			t.Errorf("%s: %s", address, got)
		}
	}
	for _, address := range []string{"", "mail.example.com", "https://mail.example.com?from=a@example.com", "smtp://?from=a@example.com",
		"smtp://mail.example.com", "smtp://mail.example.com?from=a", "smtp://mail.example.com?from=a@example.com&tls=off",
		"smtp://mail.example.com:99999?from=a@example.com", "smtp://mail.example.com?from=a@example.com%0d%0aBcc:b@example.com"} {
		if _, err := ParseMail(address); !fault.Is(err, fault.Invalid) {
			t.Errorf("%s: %v", address, err)
		}
	}
}
