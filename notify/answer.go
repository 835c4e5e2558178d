// Package notify owns what leaves Rostrum for people and machines outside it: mail, chat and signed webhooks, and the
// letters that are sent. Every sender tells in both languages what the other side answered and how to mend it, and
// every sender can be tried before anybody relies on it.
//
// It refuses to decide who is told what and when (jobs do), to try again by itself, to follow redirects, to reach
// addresses of our own network for an address that somebody typed into a page unless the operator allows it, and to
// repeat a password, token or key in anything that it says.
package notify

import (
	"encoding/base64"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"rostrum/fault"
)

// Answer is what came of reaching the other side.
type Answer struct {
	OK bool
	// Said is the other side's own words: an SMTP reply, a status line, or what the network said instead of it. It is
	// one line without credentials, and may be empty.
	Said string
	// EN and LT say what it means and, if something is wrong, the mend.
	EN, LT string
}

// In gives what the answer means in a language: "lt", or English for any other.
func (a Answer) In(lang string) string {
	if lang == "lt" {
		return a.LT
	}
	return a.EN
}

// outcome is an answer with the kind of fault that it is, if it is one; OK has no code.
type outcome struct {
	code     fault.Code
	said     string
	en, lt   string
	withheld []string
}

// answer gives the outcome to tell, and the fault of one that failed.
func (o outcome) answer() (Answer, error) {
	a := Answer{OK: o.code == "", Said: oneLine(o.said, o.withheld), EN: o.en, LT: o.lt}
	if a.OK {
		return a, nil
	}
	return a, fault.New(o.code, o.en, o.lt)
}

// unsent is the answer to what was never sent: a fault, or an error of our own that is nobody else's to read.
func unsent(err error) (Answer, error) {
	told := fault.For(err)
	return Answer{EN: told.EN, LT: told.LT}, err
}

func (o outcome) withhold(secrets []string) outcome {
	o.withheld = append(o.withheld, secrets...)
	return o
}

// longestSaid is how much of the other side's words is kept, in runes.
const longestSaid = 300

var webAddress = regexp.MustCompile(`https?://[^\s"]+`)

// oneLine makes another's words fit to show: no web addresses, which carry tokens, no secrets, no control characters.
func oneLine(said string, secrets []string) string {
	said = webAddress.ReplaceAllString(strings.ToValidUTF8(said, "?"), "…")
	longestFirst := slices.SortedFunc(slices.Values(secrets), func(a, b string) int { return len(b) - len(a) })
	for _, s := range longestFirst {
		said = strings.ReplaceAll(said, s, "…")
	}
	return shorten(plain(said), longestSaid)
}

// plain is a text on one line, without characters that cannot be seen: control characters, and those that turn the
// direction of what follows.
func plain(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), unicode.IsControl(r):
			return ' '
		case unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "?"))
	return strings.Join(strings.Fields(s), " ")
}

func shorten(s string, most int) string {
	runes := []rune(s)
	if len(runes) <= most {
		return s
	}
	return string(runes[:most-1]) + "…"
}

// secretsOf lists what in an address may be a credential: names, passwords and tokens, whole, in parts, and as they
// travel. The host is none, unless the service keeps a token there.
func secretsOf(u *url.URL, hostToo bool) []string {
	password, _ := u.User.Password()
	secrets := append(credentials(u.User.Username(), password), parts(u.User.Username()+"/"+u.Path)...)
	for _, values := range u.Query() {
		for _, v := range values {
			secrets = append(secrets, parts(v)...)
		}
	}
	if hostToo {
		secrets = append(secrets, parts(u.Host)...)
	}
	return secrets
}

// credentials lists a password as it stands, in parts, and as SMTP and HTTP send it.
func credentials(user, password string) []string {
	if password == "" {
		return nil
	}
	encode := base64.StdEncoding.EncodeToString
	return append(parts(password), password,
		encode([]byte(password)), encode([]byte(user+":"+password)), encode([]byte("\x00"+user+"\x00"+password)))
}

// shortestSecret is the length in bytes below which a part of an address hides nothing worth hiding.
const shortestSecret = 4

func parts(s string) []string {
	var found []string
	pieces := strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for _, p := range append(strings.Split(s, "/"), pieces...) {
		if len(p) >= shortestSecret {
			found = append(found, p)
		}
	}
	return found
}
