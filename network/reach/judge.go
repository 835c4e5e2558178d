package reach

import (
	"errors"
	"net/http"
	"strconv"
	"strings"
	"time"
	"unicode"

	"rostrum/network"
)

// Judge makes the failure of an answer that is not what was promised. said is the server's own words, or empty.
//
// 429 is Limited, 401 SignedOut, the rest of 4xx Refused, except 408, which may have been read. Everything else is
// Unknown: a failing server, or one behind a failing proxy, may have done its work first, and what a redirect or a
// wrong 200 means nobody can know.
func Judge(a *Answer, said string, now time.Time) *network.Error {
	status := strings.TrimSpace(strconv.Itoa(a.Status) + " " + http.StatusText(a.Status))
	if said = line(said); said == "" {
		said = status
	}
	e := &network.Error{Kind: network.Unknown, Said: said, Err: errors.New(status)}
	switch {
	case a.Status == http.StatusTooManyRequests:
		e.Kind, e.Until = network.Limited, Until(a.Header, now)
	case a.Status == http.StatusUnauthorized:
		e.Kind = network.SignedOut
	case a.Status == http.StatusRequestTimeout:
	case a.Status >= 400 && a.Status < 500:
		e.Kind = network.Refused
	}
	return e
}

// Harmless is for a request that puts nothing before the public, such as bringing a picture or asking who somebody is:
// whatever became of it, nothing is out, so that Unknown becomes Away.
func Harmless(err error) error {
	e, ok := errors.AsType[*network.Error](err)
	if !ok || e.Kind != network.Unknown {
		return err
	}
	calm := *e
	calm.Kind = network.Away
	return &calm
}

// The shortest and longest pause that a server's word is taken for.
const (
	shortestPause = 5 * time.Second
	usualPause    = time.Minute
	longestPause  = 24 * time.Hour
)

// Until reads when to come again: Retry-After in seconds or as a date, or one of the headers of rate limits with the
// second or the time at which the window ends. A server that tells nothing gets a minute.
func Until(h http.Header, now time.Time) time.Time {
	at := now.Add(usualPause)
	for _, name := range []string{"Retry-After", "RateLimit-Reset", "X-RateLimit-Reset"} {
		if t, ok := moment(h.Get(name), now); ok {
			at = t
			break
		}
	}
	if least := now.Add(shortestPause); at.Before(least) {
		return least
	}
	if most := now.Add(longestPause); at.After(most) {
		return most
	}
	return at
}

// aYear parts numbers that count seconds from now from those that count them from 1970.
const aYear = 366 * 24 * 3600

func moment(value string, now time.Time) (time.Time, bool) {
	value = strings.TrimSpace(value)
	if seconds, err := strconv.ParseInt(value, 10, 64); err == nil && seconds >= 0 {
		if seconds < aYear {
			return now.Add(time.Duration(seconds) * time.Second), true
		}
		return time.Unix(seconds, 0), true
	}
	if t, err := http.ParseTime(value); err == nil {
		return t, true
	}
	t, err := time.Parse(time.RFC3339, value)
	return t, err == nil
}

// longestLine is how much of a server's words is kept, in bytes.
const longestLine = 300

// line makes one line of a server's words.
func line(said string) string {
	said = strings.Join(strings.FieldsFunc(strings.ToValidUTF8(said, ""), func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r)
	}), " ")
	if len(said) > longestLine {
		said = strings.ToValidUTF8(said[:longestLine], "") + "…"
	}
	return said
}
