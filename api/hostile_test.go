package api

import (
	"fmt"
	"net/url"
	"strings"
	"testing"
	"time"

	"rostrum/store"
	"rostrum/store/storetest"
)

func escaped(s string) string { return url.QueryEscape(s) }

// TestHostileInput sends every operation what nobody should: each is refused as a problem, and nothing breaks.
func TestHostileInput(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		o := newOffice(t, s)
		token := o.token(o.ona)
		sent := 0
		try := func(what, method, path, body string, heads ...string) {
			t.Helper()
			if sent++; sent%100 == 0 {
				o.now = o.now.Add(time.Minute) // for the limit
			}
			r := o.call(token, method, path, body, append([]string{"If-Match", "*"}, heads...)...)
			kind := r.head.Get("Content-Type")
			if r.status >= 500 || r.status == 429 || r.status >= 400 && (kind != problemType || r.at("detail") == "" || r.at("code") == nil) {
				t.Errorf("%s: %s %.80s %.80q: %d %s %.300s", what, method, path, body, r.status, kind, r.raw)
			}
		}
		refused := func(what, method, path, body string, heads ...string) {
			t.Helper()
			r := o.call(token, method, path, body, append([]string{"If-Match", "*"}, heads...)...)
			if r.status < 400 || r.status >= 500 {
				t.Errorf("%s: %s %.80s %.80q was answered with %d %.300s", what, method, path, body, r.status, r.raw)
			}
		}
		tricks := []string{"' OR 1=1 --", `"; DROP TABLE person; --`, "<script>alert(1)</script>", "../../etc/passwd", "..%2f..%2fkeys.json",
			"\u202eevil", "\u0000", "%00", "%ff%fe", "\U0001F9E8", strings.Repeat("a", 5000), "{{.}}", "${jndi:ldap://x}", "-1", "99999999999999999999", "NaN", "null", ""}
		posts := map[string]string{
			"/api/v1/check":                          `{"text":%s}`,
			"/api/v1/people":                         `{"name":%[1]s,"mail":%[1]s,"team":%[1]s}`,
			"/api/v1/people/x/leave":                 `{"successor":%s}`,
			"/api/v1/teams":                          `{"name":%s}`,
			"/api/v1/me/signatures":                  `{"language":"lt","clauses":[{"clause":%[1]s,"digest":%[1]s}]}`,
			"PATCH /api/v1/people/x":                 `{"name":%s}`,
			"PATCH /api/v1/teams/x":                  `{"name":%s}`,
			"/api/v1/policy/versions/x":              `{"x":%s}`,
			"/api/v1/posts":                          `{"text":%[1]s,"topic":%[1]s,"zone":%[1]s,"accounts":[%[1]s],"images":[{"digest":%[1]s}]}`,
			"PATCH /api/v1/posts/x":                  `{"text":%[1]s,"due":%[1]s}`,
			"/api/v1/posts/x/submit":                 `{"guests":[{"name":%[1]s,"mail":%[1]s,"lang":%[1]s}]}`,
			"/api/v1/approvals/x/guests/y/ask-again": `{"x":%s}`,
			"/api/v1/approvals/x/vote":               `{"choice":"no","reason":%s}`,
			"/api/v1/publications/x/move":            `{"due":%s}`,
			"/api/v1/publications/x/take-down":       `{"why":%s}`,
			"/api/v1/pauses":                         `{"scope":"account","what":%[1]s,"why":%[1]s}`,
		}
		shapes := []string{"", "{", "[]", "null", "5", `"x"`, `{"a":1}`, `{"text":5}`, `{"text":null}`, `{"name":[]}`, "\xff\xfe", "{}{}", `{"text":"\u0000"}`,
			`{"text":"x","channel":"telepathy"}`, `{"text":"x","at":"yesterday"}`, `{"text":"x","media":{}}`, `{"text":"x","author":[]}`,
			strings.Repeat("[", 20_000), `{"text":` + strings.Repeat(`{"a":`, 5000) + "1" + strings.Repeat("}", 5001)}
		for path, form := range posts {
			method := "POST"
			if rest, ok := strings.CutPrefix(path, "PATCH "); ok {
				method, path = "PATCH", rest
			}
			for _, shape := range shapes {
				try("shape", method, path, shape)
			}
			for _, trick := range tricks {
				try("trick", method, path, fmt.Sprintf(form, fmt.Sprintf("%q", strings.ToValidUTF8(trick, ""))))
				try("raw trick", method, path, fmt.Sprintf(form, `"`+trick+`"`))
			}
			refused("unknown field", method, path, `{"text":"x","name":"y","surprise":true}`)
			refused("too large", method, path, `{"text":"`+strings.Repeat("a", maxBody)+`"}`)
			refused("another kind of content", method, path, `<x/>`, "Content-Type", "application/xml")
		}
		for _, path := range []string{"/api/v1/policy/versions/", "/api/v1/people/", "/api/v1/ledger/", "/api/v1/accounts/", "/api/v1/posts/", "/api/v1/approvals/", "/api/v1/publications/", "/api/v1/"} {
			for _, trick := range tricks {
				try("path", "GET", path+url.PathEscape(trick), "")
				try("path", "GET", path+url.PathEscape(trick)+"/files", "")
			}
		}
		for _, path := range []string{"/api/v1/people?query=", "/api/v1/people?team=", "/api/v1/people?state=", "/api/v1/people?cursor=", "/api/v1/people?limit=",
			"/api/v1/posts?state=", "/api/v1/posts?writer=", "/api/v1/posts?cursor=", "/api/v1/approvals?cursor=",
			"/api/v1/publications?account=", "/api/v1/publications?post=", "/api/v1/publications?from=", "/api/v1/publications?cursor=", "/api/v1/ledger?kind=", "/api/v1/ledger?person=", "/api/v1/ledger?from=", "/api/v1/ledger?cursor=", "/api/v1/ledger/checkpoints?cursor=",
			"/api/v1/policy/versions?cursor=", "/api/v1/policy/versions?open=", "/api/v1/me?surprise="} {
			for _, trick := range tricks {
				try("query", "GET", path+url.QueryEscape(trick), "")
			}
			try("query", "GET", path+cursor("' OR 1"), "")
			try("query", "GET", path+cursor("-5"), "")
			try("query", "GET", path+"%zz", "")
			try("query", "GET", path+"%00", "")
			try("query", "GET", path+"%ff", "")
		}
		refused("NUL", "GET", "/api/v1/people?query=%00", "")
		refused("unknown parameter", "GET", "/api/v1/me?surprise=1", "")
		for _, archive := range []string{"", "x", "\x1f\x8b", strings.Repeat("\x00", 1000)} {
			refused("no archive", "POST", "/api/v1/policy/versions?name=x", archive, "Content-Type", archiveType)
		}
		refused("too large an archive", "POST", "/api/v1/policy/versions?name=x", strings.Repeat("x", maxArchive+1), "Content-Type", archiveType)
		for _, file := range []string{"", "x", "\x89PNG\r\n\x1a\n", "<svg/>", strings.Repeat("\x00", 1000), strings.Repeat("x", maxArchive+1)} {
			refused("no picture", "POST", "/api/v1/pictures", file, "Content-Type", "image/png")
			refused("a picture for a text", "POST", "/api/v1/teams", file, "Content-Type", "image/png")
		}
		good, err := o.files.Pack()
		o.must(err)
		for _, trick := range tricks {
			try("name of a draft", "POST", "/api/v1/policy/versions?name="+url.QueryEscape(trick), string(good), "Content-Type", archiveType)
			try("key", "POST", "/api/v1/teams", `{"name":"Team"}`, "Idempotency-Key", strings.Map(func(r rune) rune {
				if r < ' ' {
					return -1
				}
				return r
			}, trick))
		}
	})
}
