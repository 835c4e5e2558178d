package api

import (
	"bytes"
	"net/http"
	"net/url"
	"strings"
	"unicode/utf8"

	"rostrum/fault"
)

// plainAddress refuses addresses whose parts are no text: nothing in Rostrum has such a name, and databases differ in what
// they make of one.
func plainAddress(r *http.Request) error {
	query, err := queryOf(r)
	if err != nil || !plain(r.URL.Path) || !plain(query) {
		return fault.New(fault.Invalid, "The address holds characters that are no text. Write it as UTF-8, percent-encoded.",
			"Adrese yra ženklų, kurie nėra tekstas. Rašykite jį UTF-8, koduodami procento ženklu.")
	}
	return nil
}

// queryOf gives everything that the query says, decoded.
func queryOf(r *http.Request) (string, error) {
	if r.URL.RawQuery == "" {
		return "", nil
	}
	query, err := url.ParseQuery(r.URL.RawQuery)
	var all strings.Builder
	for name, values := range query {
		all.WriteString(name)
		for _, v := range values {
			all.WriteString(v)
		}
	}
	return all.String(), err
}

func plain(s string) bool { return utf8.ValidString(s) && strings.IndexByte(s, 0) < 0 }

// plainBody refuses JSON that is not UTF-8 (RFC 8259, 8.1) or holds the character NUL, which PostgreSQL cannot keep.
func plainBody(body []byte) error {
	if utf8.Valid(body) && bytes.IndexByte(body, 0) < 0 && !escapedNUL(body) {
		return nil
	}
	return fault.New(fault.Invalid, "What you sent is not text in UTF-8, or holds the character NUL.",
		"Tai, ką atsiuntėte, nėra UTF-8 tekstas arba jame yra ženklas NUL.")
}

// escapedNUL tells whether a JSON text writes NUL as an escape: an odd number of backslashes before u0000.
func escapedNUL(body []byte) bool {
	for from := 0; ; {
		at := bytes.Index(body[from:], []byte(`\u0000`))
		if at < 0 {
			return false
		}
		at += from
		backslashes := 1
		for i := at - 1; i >= 0 && body[i] == '\\'; i-- {
			backslashes++
		}
		if backslashes%2 == 1 {
			return true
		}
		from = at + 1
	}
}
