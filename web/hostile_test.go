package web

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"rostrum/network"
	"rostrum/publish"
	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
	"rostrum/store/storetest"
)

// openToAll are the addresses that answer whoever is not signed in, written out by hand: a page comes here only on purpose.
var openToAll = strings.Fields(`/start /sign-in /sign-in/code /sign-in/passkey /sign-in/service /sign-in/service/done /sign-out /passkey/ask /passkey/new
	/invitation/{token} /sign-in/help /recovery/{token} /recovery /sign-in/set-up /sign-in/set-up/passkey /sign-in/set-up/password /sign-in/set-up/app
	/policy /policy/{clause} /demo /review/{token} /review/{token}/pictures/{digest}`)

// formFields are the fields that each form has. Every POST is here, or the tests below fail.
var formFields = map[string]string{
	"/start": "question company language main sector zone name mail code", "/sign-in": "mail password then", "/sign-in/code": "code",
	"/sign-in/passkey": "answer then", "/sign-out": "", "/passkey/ask": "", "/passkey/new": "", "/invitation/{token}": "name language",
	"/sign-in/help": "mail", "/recovery": "code", "/sign-in/set-up/passkey": "answer name", "/sign-in/set-up/password": "password",
	"/sign-in/set-up/app": "code", "/prove": "password code then", "/prove/passkey": "answer then", "/demo": "mail then",
	"/account": "name language zone", "/account/ways": "what", "/account/ways/rename": "passkey name", "/account/ways/remove": "passkey",
	"/account/ways/remove-password": "", "/account/codes": "", "/account/codes/kept": "", "/account/devices": "device",
	"/account/tokens": "name scopes days", "/account/tokens/revoke": "token",
	"/people/invite": "name mail team language zone roles", "/people/teams": "do id team name", "/people/import": "file", "/people/import/confirm": "list",
	"/people/{id}": "name mail team language zone roles version", "/people/{id}/invitation": "", "/people/{id}/return": "version",
	"/people/{id}/leave": "version successor", "/people/{id}/erase": "reason",
	"/studio/new": "name from version file", "/studio/{id}/try": "at path was text channel sample", "/studio/{id}/save": "path was text then",
	"/studio/{id}/undo": "seq", "/studio/{id}/rename": "name", "/studio/{id}/add": "kind id number title_en title_lt file", "/studio/{id}/remove": "path",
	"/studio/{id}/submit": "", "/studio/{id}/approve": "digest", "/studio/{id}/send-back": "reason", "/studio/{id}/publish": "when effective digest",
	"/studio/{id}/withdraw": "reason", "/studio/judgement/take-back": "digest category", "/studio/judgement/adopt": "rule level", "/studio/{id}/comments": "clause thread text then", "/studio/{id}/comments/{comment}/resolve": "then",
	"/settings/handbook": "open", "/training/sign": "course clause digest", "/training/courses/{course}": "", "/training/courses/{course}/quiz": "answer place",
	"/training/certificates/{certificate}/withdraw": "reason", "/signatures/remind": "team clause", "/signatures/export": "",
	"/posts/new": "text account lang topic image when day clock zone version apart do", "/posts/{id}": "text account lang topic image when day clock zone version apart do",
	"/posts/speaks":        "text account lang topic image when day clock zone",
	"/posts/{id}/autosave": "text account lang topic image when day clock zone version apart", "/posts/{id}/history": "revision", "/posts/{id}/discard": "version",
	"/posts/{id}/submit": "version guest.0.name guest.0.mail guest.0.lang", "/posts/{id}/restore": "", "/posts/{id}/correct": "revision text category missed then", "/posts/templates": "do template kind name en lt topic version", "/pictures": "picture",
	"/approvals/{request}/vote": "choice reason", "/approvals/{request}/comments": "thread account start end text",
	"/approvals/{request}/comments/{comment}/resolve": "", "/approvals/{request}/guests/{guest}/again": "", "/review/{token}": "do code choice reason account start end text",
	"/account/stand-in":          "stand_in from until end",
	"/publications/{id}/release": "when day clock then", "/publications/{id}/look": "", "/publications/{id}/replace": "", "/publications/{id}/cancel": "",
	"/publications/{id}/move": "day clock due then", "/publications/{id}/take-down": "why then", "/posts/{id}/move": "day clock due zone then", "/posts/{id}/reopen": "",
	"/pause": "what why", "/pause/{id}/resume": "",
	"/check": "text channel network", "/ledger/export": "private field", "/ledger/checkpoints": "mail", "/settings": "company languages zone", "/settings/mail": "to",
	"/accounts/connect": "network server account", "/accounts/connect/password": "network server handle password account",
	"/accounts/{id}": "purpose owner policy languages rule approvers all zone version " +
		"slots_monday slots_tuesday slots_wednesday slots_thursday slots_friday slots_saturday slots_sunday",
	"/accounts/{id}/look": "", "/accounts/{id}/disconnect": "reason",
	"/settings/receivers": "way name url about", "/settings/receivers/{id}/try": "", "/settings/receivers/{id}/remove": "",
}

// live is what of the tricks below a browser would run.
var live = regexp.MustCompile(`(?i)<script>alert|<(svg|img)[^>]* on\w+=|(href|src|action)="\s*(javascript|vbscript|data:text)`)

// siege is a room with something behind every address.
type siege struct {
	*room
	handler       http.Handler
	target, boss  staff.Person
	draft, letter string
	account       string
	written       string // a post
	out           string // a publication of it
	paused        string // a pause
}

func besieged(t *testing.T, s *store.Store) *siege {
	g := &siege{room: newEntrance(t, true, func(server *Server) {
		server.Demo = []Persona{{Mail: "ona@example.com", Key: "ona"}}
		server.Networks = map[string]network.Network{"stage": &stage{}}
		if s != nil {
			server.Store = s
		}
	})}
	g.handler = g.http.Config.Handler
	g.target = g.person("Vaiva Vaivaitė")
	g.boss = g.person("Rasa Rasaitė", staff.Roles()...)
	g.draft = strings.TrimPrefix(g.browser(g.boss).draft("Draft"), "/studio/")
	g.account = g.brand(g.boss).ID
	g.written = g.begun(g.boss, "A post").ID
	g.out, g.paused = staff.NewID(), staff.NewID()
	g.must(g.Store.Write(t.Context(), func(tx *store.Tx) error {
		p := publish.Publication{ID: g.out, Post: g.written, Revision: 1, Account: g.account, Network: "stage", Author: g.boss.ID, Verb: publish.Post,
			State: publish.Held, Hold: publish.Late, Due: g.now, Created: g.now}
		pause := publish.Pause{ID: g.paused, Scope: publish.OfTopic, What: "nothing", Why: `"><script>alert(1)</script>`, By: g.boss.ID, From: g.now}
		return errors.Join(tx.AddPublication(t.Context(), p), tx.AddPause(t.Context(), pause))
	}))
	guest := g.person("Greta Gretaitė")
	g.must(g.Store.Write(t.Context(), func(tx *store.Tx) error {
		shown, token := signin.NewToken(signin.InvitationToken, g.now.AddDate(1, 0, 0))
		g.letter = shown
		return tx.AddInvitation(t.Context(), store.Invitation{Token: token, Person: guest.ID, By: g.boss.ID, Made: g.now})
	}))
	return g
}

// at fills in an address. What is not known here fails the test, so that no new address goes untried.
func (g *siege) at(pattern string) (method, path string) {
	g.t.Helper()
	method, path, _ = strings.Cut(pattern, " ")
	id := g.target.ID
	switch {
	case strings.HasPrefix(path, "/studio/"):
		id = g.draft
	case strings.HasPrefix(path, "/posts/"):
		id = g.written
	case strings.HasPrefix(path, "/accounts/"):
		id = g.account
	case strings.HasPrefix(path, "/publications/"):
		id = g.out
	case strings.HasPrefix(path, "/pause/"):
		id = g.paused
	case strings.HasPrefix(path, "/settings/"):
		id = "nobody"
	}
	known := map[string]string{"{$}": "", "{id}": id, "{token}": g.letter, "{clause}": "respect", "{list}": "codenames", "{path...}": "policy.yaml",
		"{comment}": "none", "{number}": "1", "{plan}": "conflict", "{file...}": "index.html", "{course}": "basics", "{certificate}": "none",
		"{digest}": "none", "{request}": "none", "{guest}": "none", "{seq}": "0", "{size}": "1"}
	return method, regexp.MustCompile(`{[^}]+}`).ReplaceAllStringFunc(path, func(part string) string {
		if _, ok := known[part]; !ok {
			g.t.Errorf("%s: nothing is known for %s", pattern, part)
		}
		return known[part]
	})
}

// send sends what no browser would, and follows nothing.
func (g *siege) send(b *browser, method, path, body string, heads ...string) (*http.Response, string) {
	g.t.Helper()
	request := httptest.NewRequest(method, path, strings.NewReader(body))
	request.Host = g.Address.Host
	if method == http.MethodPost {
		request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		request.Header.Set("Sec-Fetch-Site", "same-origin")
	}
	for i := 0; i < len(heads); i += 2 {
		request.Header.Set(heads[i], heads[i+1])
	}
	for _, c := range b.http.Jar.Cookies(g.Address) {
		request.AddCookie(c)
	}
	answer := httptest.NewRecorder()
	g.handler.ServeHTTP(answer, request)
	b.http.Jar.SetCookies(g.Address, answer.Result().Cookies())
	return answer.Result(), answer.Body.String()
}

func (g *siege) size() (size int64) {
	g.t.Helper()
	g.must(g.Store.Read(g.t.Context(), func(tx *store.Tx) (err error) {
		size, _, err = tx.LedgerHead(g.t.Context())
		return err
	}))
	return size
}

// TestWhoMayGoWhere goes to every address as everybody.
func TestWhoMayGoWhere(t *testing.T) {
	g := besieged(t, nil)
	visitors := map[string]staff.Person{"nobody": {}}
	for _, role := range staff.Roles() {
		visitors[string(role)] = g.person("The "+string(role), role)
	}
	for _, state := range []staff.State{staff.Invited, staff.Left} {
		p := g.person("Everything "+string(state), staff.Roles()...)
		p.State = state
		g.must(g.Store.Write(t.Context(), func(tx *store.Tx) error { return tx.ChangePerson(t.Context(), p) }))
		visitors[string(state)] = p
	}
	for _, route := range g.routes() {
		method, path := g.at(route.pattern)
		_, pattern, _ := strings.Cut(route.pattern, " ")
		if open := slices.Contains(openToAll, pattern); open != (route.who == anyone) {
			t.Errorf("%s: open to anybody: %t, meant to be: %t", route.pattern, !open, open)
		}
		g.now = g.now.Add(time.Minute) // for the limits
		for name, who := range visitors {
			answer, _ := g.send(g.browser(who), method, path, "")
			entrance := strings.HasPrefix(answer.Header.Get("Location"), "/demo?then=")
			got := "in"
			switch {
			case answer.StatusCode == http.StatusSeeOther && entrance:
				got = "sign in"
			case answer.StatusCode == http.StatusForbidden:
				got = "no"
			}
			want := "in"
			switch {
			case route.who == anyone:
				got = strings.Replace(got, "sign in", "in", 1) // whose attempt ran out is sent there, too
			case who.State != staff.Active:
				want = "sign in"
			case route.who != signedIn && staff.May(who, route.who) != nil:
				want = "no"
			}
			if got != want {
				t.Errorf("%s as %s: %d %s, which is %q and not %q", route.pattern, name, answer.StatusCode, answer.Header.Get("Location"), got, want)
			}
		}
	}
}

// TestHostileForms sends every form what nobody should, on both databases: nothing breaks, nothing is written that was
// refused, and no script comes back.
func TestHostileForms(t *testing.T) {
	tricks := map[string]string{
		"nothing": "", "script": `"><script>alert(1)</script><svg onload=alert(1)>'`, "link": "javascript:alert(1)", "SQL": `'; DROP TABLE person; --" OR 1=1`,
		"path": "../../../../etc/passwd", "path in Windows": `..\..\keys.json`, "template": `{{.}}${jndi:ldap://x}%n%s`, "direction": "\u202egnp.exe\u2066",
		"NUL": "a\x00b", "no UTF-8": "a\xff\xfe\xc0\xaf", "marks": "e" + strings.Repeat("\u0301", 10_000), "number": "99999999999999999999999", "less": "-1",
		"NaN": "NaN", "lines": "a\r\nSet-Cookie: evil=1\r\n\r\n<script>alert(1)</script>", "surrogate": "\xed\xa0\x80",
	}
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		g := besieged(t, s)
		sent := map[string]bool{}
		for _, route := range g.routes() {
			method, path := g.at(route.pattern)
			_, pattern, _ := strings.Cut(route.pattern, " ")
			names, known := formFields[pattern]
			if method != http.MethodPost {
				continue
			} else if sent[pattern] = true; !known {
				t.Errorf("%s: its fields are missing in formFields", route.pattern)
			}
			b := g.browser(g.boss)
			try := func(what, path, body string, heads ...string) int {
				t.Helper()
				g.now = g.now.Add(10 * time.Second) // for the limits
				if route.who == anyone {
					g.now = g.now.Add(time.Minute) // for the limits
					b = g.browser(staff.Person{})
				}
				if strings.HasPrefix(path, "/sign-in/set-up") {
					g.send(b, "POST", "/invitation/"+g.letter, "name=Greta&language=en")
				}
				before := g.size()
				answer, page := g.send(b, method, path, body, heads...)
				if answer.StatusCode >= 500 {
					t.Errorf("%s: %s: %d", route.pattern, what, answer.StatusCode)
				}
				if after := g.size(); answer.StatusCode >= 400 && after != before && route.who != anyone && !strings.HasPrefix(path, "/prove") {
					t.Errorf("%s: %s: refused with %d, and yet %d written", route.pattern, what, answer.StatusCode, after-before)
				}
				if found := live.FindString(page); found != "" {
					t.Errorf("%s: %s: the answer holds %q", route.pattern, what, found)
				}
				if answer.Header.Get("Set-Cookie") == "evil=1" {
					t.Errorf("%s: %s: sets a cookie", route.pattern, what)
				}
				return answer.StatusCode
			}
			for what, trick := range tricks {
				form := url.Values{}
				for name := range strings.FieldsSeq(names) {
					form.Set(name, trick)
				}
				status := try(what, path, form.Encode())
				if plain(trick) || names == "" {
					continue
				}
				if status != http.StatusUnprocessableEntity {
					t.Errorf("%s: %s: %d", route.pattern, what, status)
				}
			}
			try("no form at all", path, "%%%;;;=%zz")
			try("JSON", path, `{"a":[1]}`, "Content-Type", "application/json")
			try("half of a multipart", path, "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\x00\"\r\n\r\nhalf", "Content-Type", "multipart/form-data; boundary=x")
			try("every field twice", path, strings.Repeat(strings.ReplaceAll(names, " ", "=1&")+"=1&", 2))
			first, _, _ := strings.Cut(names+" x", " ")
			for long := range strings.FieldsSeq(names) {
				try("a long "+long, path, strings.ReplaceAll(names+" ", " ", "=1&")+long+"=1&"+long+"="+strings.Repeat("a", 3<<19))
				form := url.Values{long: {strings.Repeat("a", 3<<19)}}
				try("nothing but a long "+long, path, form.Encode())
			}
			if status := try("a long body", path, first+"="+strings.Repeat("a", maxBody)); status != http.StatusUnprocessableEntity {
				t.Errorf("%s: a long body: %d", route.pattern, status)
			}
			if strings.Contains(pattern, "{") {
				for _, trick := range []string{"%00", "%ff%fe", "%3Cscript%3Ealert(1)%3C%2Fscript%3E", "'%20OR%201=1", "..%2f..%2fkeys.json", strings.Repeat("a", 5000)} {
					hole := regexp.MustCompile(`{[^}]+}`).FindString(pattern)
					try("path "+trick, regexp.MustCompile(`{[^}]+}`).ReplaceAllString(strings.Replace(pattern, hole, trick, 1), "x"), "")
				}
			}
		}
		for pattern := range formFields {
			if !sent[pattern] {
				t.Errorf("%s is in formFields, and no form goes there", pattern)
			}
		}
	})
}

// TestHostileNames calls everything that has a name a script, and reads every page.
func TestHostileNames(t *testing.T) {
	g := besieged(t, nil)
	b := g.browser(g.boss)
	evil := `"><script>alert(1)</script><img src=x onerror=alert(1)>'`
	version := fmt.Sprint(g.reload(g.target).Version)
	for path, form := range map[string]url.Values{
		"/settings":                        {"company": {evil}, "languages": {"en", "lt"}, "zone": {"UTC"}},
		"/account":                         {"name": {evil}, "language": {"en"}, "zone": {"UTC"}},
		"/account/tokens":                  {"name": {evil[:40]}, "days": {"30"}, "scopes": {"check"}},
		"/people/teams":                    {"team": {evil}},
		"/people/" + g.target.ID:           {"name": {evil}, "mail": {`"<script>alert(1)</script>"@example.com`}, "language": {"en"}, "version": {version}},
		"/studio/" + g.draft + "/rename":   {"name": {evil}},
		"/studio/" + g.draft + "/comments": {"clause": {"respect"}, "text": {evil}},
		"/studio/" + g.draft + "/add":      {"kind": {"clauses"}, "id": {"evil"}, "number": {"9.9"}, "title_en": {evil}, "title_lt": {evil}},
		"/settings/receivers":              {"way": {"webhook"}, "name": {evil}, "url": {"https://hooks.example.com/x"}, "about": {"*"}},
	} {
		if answer, _ := g.send(b, "POST", path, form.Encode()); answer.StatusCode >= 400 {
			t.Errorf("%s was to be taken: %d", path, answer.StatusCode)
		}
	}
	_, page := g.send(b, "GET", "/studio/"+g.draft+"/clauses/respect", "")
	form := fields(t, page, "/studio/"+g.draft+"/save")
	text := "# " + evil + "\n\n" + evil + "\n\n[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) ![c](javascript:alert(1)) <javascript:alert(1)>\n[d]( data:text/html,x)\n\n<svg onload=alert(1)>\n\n```\n</code><script>alert(1)</script>\n```\n"
	form["text"][0], form["text"][1] = text, text
	if answer, _ := g.send(b, "POST", "/studio/"+g.draft+"/save", form.Encode()); answer.StatusCode != http.StatusSeeOther {
		t.Errorf("the clause was not saved: %d", answer.StatusCode)
	}
	g.must(g.Store.Write(t.Context(), func(tx *store.Tx) error { // as if it had been approved
		v, err := tx.Version(t.Context(), g.draft)
		v.State, v.Number, v.Effective, v.Published = "published", 2, g.now, g.now
		g.must(err)
		return tx.ChangeVersion(t.Context(), v)
	}))
	read := 0
	for _, lang := range []string{"en", "lt"} {
		for _, route := range g.routes() {
			method, path := g.at(route.pattern)
			if method != http.MethodGet {
				continue
			}
			b.http.Jar.SetCookies(g.Address, []*http.Cookie{{Name: "language", Value: lang}})
			answer, page := g.send(b, method, path, "")
			if found := live.FindString(page); found != "" && strings.HasPrefix(answer.Header.Get("Content-Type"), "text/html") {
				t.Errorf("%s: the page holds %q", route.pattern, found)
			}
			if strings.Contains(page, "&lt;script&gt;alert(1)") {
				read++
			}
		}
	}
	if read < 20 {
		t.Errorf("only %d pages showed any of it: the test reads too little", read)
	}
}

// TestHostileAddresses opens every page with queries and names that are none.
func TestHostileAddresses(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		g := besieged(t, s)
		b := g.browser(g.boss)
		tricks := []string{"%00", "%ff%fe", "%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E", "'%20OR%201=1", "..%2f..%2fkeys.json", "-1", "99999999999999999999", strings.Repeat("a", 5000)}
		for _, route := range g.routes() {
			method, path := g.at(route.pattern)
			if method != http.MethodGet {
				continue
			}
			for _, trick := range tricks {
				query := "?"
				for _, name := range strings.Fields("q team state after before then question from to kind person clause list file size page sent course lang week month account day clock again") {
					query += name + "=" + trick + "&"
				}
				addresses := []string{path + query}
				if strings.Contains(route.pattern, "{") && !strings.Contains(route.pattern, "{$}") {
					addresses = append(addresses, regexp.MustCompile(`{[^}]+}`).ReplaceAllString(strings.TrimPrefix(route.pattern, "GET "), trick))
				}
				for _, address := range addresses {
					answer, page := g.send(b, method, address, "")
					if answer.StatusCode >= 500 || live.MatchString(page) {
						t.Errorf("%.200s: %d", address, answer.StatusCode)
					}
				}
			}
		}
	})
}

// TestFormsOfOtherSites sends every form as another site would have a browser do it.
func TestFormsOfOtherSites(t *testing.T) {
	g := besieged(t, nil)
	paths := []string{"/preferences"}
	for _, route := range g.routes() {
		if method, path := g.at(route.pattern); method == http.MethodPost {
			paths = append(paths, path)
		}
	}
	b, before := g.browser(g.boss), g.size()
	for _, path := range paths {
		for _, heads := range [][]string{{"Sec-Fetch-Site", "cross-site"}, {"Sec-Fetch-Site", "same-site"},
			{"Sec-Fetch-Site", "", "Origin", "https://evil.example"}, {"Sec-Fetch-Site", "", "Origin", "null"}} {
			if answer, _ := g.send(b, "POST", path, "language=lt", heads...); answer.StatusCode != http.StatusForbidden || len(answer.Cookies()) > 0 {
				t.Errorf("%s %v: %d", path, heads, answer.StatusCode)
			}
		}
	}
	if g.size() != before {
		t.Error("something was written")
	}
}

// TestNoWayOut tries to be led to another site.
func TestNoWayOut(t *testing.T) {
	g := besieged(t, nil)
	g.withPassword(g.boss)
	secret := g.withPassword(g.target)
	for _, out := range []string{"//evil.example", `/\evil.example`, `\\evil.example`, "https://evil.example", "https:evil.example", "/\t/evil.example", "/.//evil.example",
		"///evil.example", "javascript:alert(1)", "%2f%2fevil.example", "@evil.example", "//evil.example/studio/x"} {
		g.now = g.now.Add(time.Minute)
		q, code := url.QueryEscape(out), g.shows(secret)
		g.now = g.now.Add(30 * time.Second)
		next := g.shows(secret)
		in, nobody := g.browser(g.boss), g.browser(staff.Person{})
		steps := []struct {
			b            *browser
			method, path string
			form         url.Values
			heads        []string
		}{
			{in, "GET", "/sign-in?then=" + q, nil, nil},
			{in, "POST", "/preferences", url.Values{"back": {out}}, nil},
			{in, "POST", "/studio/" + g.draft + "/comments", url.Values{"text": {"a"}, "then": {out}}, nil},
			{in, "POST", "/studio/" + g.draft + "/save", url.Values{"then": {out}}, nil},
			{nobody, "POST", "/account", nil, []string{"Referer", out}},
			{nobody, "POST", "/account", nil, []string{"Referer", "https://evil.example/x"}},
			{nobody, "POST", "/demo", url.Values{"mail": {"ona@example.com"}, "then": {out}}, nil},
			{nobody, "POST", "/sign-in", url.Values{"mail": {g.target.Mail}, "password": {goodPassword}, "then": {out}}, nil},
			{nobody, "POST", "/sign-in/code", url.Values{"code": {code}}, nil},
			{nobody, "POST", "/prove", url.Values{"password": {goodPassword}, "code": {next}, "then": {out}}, nil},
			{nobody, "GET", "/prove?then=" + q, nil, nil},
		}
		for _, step := range steps {
			answer, page := g.send(step.b, step.method, step.path, step.form.Encode(), step.heads...)
			to := answer.Header.Get("Location")
			there, err := g.Address.Parse(to)
			if err != nil || there.Host != g.Address.Host || strings.Contains(to, `\`) {
				t.Errorf("%s %s with %q leads to %q", step.method, step.path, out, to)
			}
			if regexp.MustCompile(`(href|action|value)="(https?:)?//evil|href="javascript:`).MatchString(page) {
				t.Errorf("%s %s with %q: the page leads there", step.method, step.path, out)
			}
		}
	}
}

// TestNobodyLearnsWhoIsHere compares the answers for people and for nobody.
func TestNobodyLearnsWhoIsHere(t *testing.T) {
	g := besieged(t, nil)
	g.withPassword(g.boss)
	gone := g.person("Buvo Buvaitė")
	g.withPassword(gone)
	gone.State = staff.Left
	asked := g.person("Bus Busaitė")
	asked.State = staff.Invited
	g.must(g.Store.Write(t.Context(), func(tx *store.Tx) error {
		if err := tx.ChangePerson(t.Context(), gone); err != nil {
			return err
		}
		return tx.ChangePerson(t.Context(), asked)
	}))
	for _, form := range []struct{ path, rest string }{{"/sign-in", "&password=wrong"}, {"/sign-in/help", ""}} {
		var told []string
		for _, mail := range []string{"nobody@example.com", g.boss.Mail, g.target.Mail, gone.Mail, asked.Mail} {
			var all strings.Builder
			for range 5 { // also when one has to wait
				answer, page := g.send(g.browser(staff.Person{}), "POST", form.path, "mail="+url.QueryEscape(mail)+form.rest)
				fmt.Fprintln(&all, answer.StatusCode, answer.Header.Get("Location"), len(answer.Cookies()), strings.ReplaceAll(page, mail, "MAIL"))
			}
			told = append(told, all.String())
			g.now = g.now.Add(time.Hour)
		}
		for i := range told {
			if told[i] != told[0] {
				t.Errorf("%s: person %d is told apart from nobody", form.path, i)
			}
		}
	}
	for _, who := range []staff.Person{gone, asked} { // with the right password
		g.withPassword(who)
		answer, page := g.send(g.browser(staff.Person{}), "POST", "/sign-in", url.Values{"mail": {who.Mail}, "password": {goodPassword}}.Encode())
		if answer.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(page, "The e-mail address or the password is wrong.") {
			t.Errorf("who is %s gets %d", who.State, answer.StatusCode)
		}
	}
	used, _ := signin.NewToken(signin.InvitationToken, g.now)
	_, first := g.send(g.browser(staff.Person{}), "GET", "/invitation/"+used, "")
	for _, other := range []string{"nonsense", g.letter + "0", strings.Replace(used, "rsi_", "rsr_", 1)} {
		if _, page := g.send(g.browser(staff.Person{}), "GET", "/invitation/"+other, ""); strings.ReplaceAll(page, other, used) != first {
			t.Errorf("the link %q is told apart from one that never was", other)
		}
	}
}

// TestSessions: no session that somebody else chose, none that a script or another site reads, none after leaving.
func TestSessions(t *testing.T) {
	g := besieged(t, nil)
	secret := g.withPassword(g.target)
	b := g.browser(staff.Person{})
	planted := strings.Repeat("A", 52)
	b.http.Jar.SetCookies(g.Address, []*http.Cookie{{Name: g.cookieName(), Value: planted}, {Name: g.attemptCookie(), Value: planted}})
	g.send(b, "POST", "/sign-in", url.Values{"mail": {g.target.Mail}, "password": {goodPassword}}.Encode())
	answer, _ := g.send(b, "POST", "/sign-in/code", "code="+g.shows(secret))
	given := 0
	for _, c := range answer.Cookies() {
		if c.Value == planted || c.MaxAge >= 0 && len(c.Value) < 26 {
			t.Errorf("%s was not chosen by the server alone: %q", c.Name, c.Value)
		}
		if !c.HttpOnly || c.SameSite != http.SameSiteLaxMode || c.Path != "/" || c.Domain != "" {
			t.Errorf("a cookie that others read: %+v", c)
		}
		given++
	}
	if given == 0 || answer.StatusCode != http.StatusSeeOther {
		t.Fatalf("not signed in: %d", answer.StatusCode)
	}
	stranger := g.browser(staff.Person{})
	stranger.http.Jar.SetCookies(g.Address, []*http.Cookie{{Name: g.cookieName(), Value: planted}})
	if answer, _ := g.send(stranger, "GET", "/account", ""); answer.StatusCode == http.StatusOK {
		t.Error("the planted cookie is a session now")
	}
	form := url.Values{"version": {fmt.Sprint(g.reload(g.target).Version)}}
	if answer, page := g.send(g.browser(g.boss), "POST", "/people/"+g.target.ID+"/leave", form.Encode()); answer.StatusCode != http.StatusSeeOther {
		t.Fatalf("did not leave: %d %s", answer.StatusCode, page)
	}
	if answer, _ := g.send(b, "GET", "/account", ""); answer.StatusCode != http.StatusSeeOther {
		t.Errorf("who has left reads on: %d", answer.StatusCode)
	}

	secure := newEntrance(t, true, func(s *Server) { s.Address, _ = url.Parse("https://rostrum.example") })
	recorder := httptest.NewRecorder()
	v := &visit{w: recorder, r: httptest.NewRequest("GET", "/", nil), ctx: t.Context(), now: secure.now}
	secure.must(secure.Store.Write(t.Context(), func(tx *store.Tx) error {
		secure.must(secure.begin(v, tx, secure.founder()))
		return secure.keepAttempt(v, tx, &attempt{})
	}))
	for _, c := range recorder.Result().Cookies() {
		if !c.Secure || !strings.HasPrefix(c.Name, "__Host-") {
			t.Errorf("behind HTTPS: %+v", c)
		}
	}
}

// TestAPolicyChangedInTheDatabase: what does not agree with its digest is no policy.
func TestAPolicyChangedInTheDatabase(t *testing.T) {
	g := besieged(t, nil)
	forged := strings.Repeat("f", 64)
	g.must(g.Store.Write(t.Context(), func(tx *store.Tx) error {
		v, err := tx.VersionAt(t.Context(), g.now)
		g.must(err)
		files, err := tx.Content(t.Context(), v.Digest)
		g.must(err)
		g.must(tx.AddContent(t.Context(), forged, files))
		v.ID, v.Number, v.Digest = staff.NewID(), 2, forged
		return tx.AddVersion(t.Context(), v)
	}))
	if answer, page := g.send(g.browser(g.boss), "GET", "/handbook", ""); answer.StatusCode != http.StatusInternalServerError || strings.Contains(page, "respect") {
		t.Errorf("it is read all the same: %d", answer.StatusCode)
	}
}

// TestAnAddressThatSomebodyNewHas: the service gives an address anew, and with it nobody gets the account of who had it.
func TestAnAddressThatSomebodyNewHas(t *testing.T) {
	r := newService(t)
	who := r.withMail("Tomas Tomaitis", "test-user@zitadel.ch", staff.Active)
	r.must(r.Store.Write(t.Context(), func(tx *store.Tx) error {
		return tx.Link(t.Context(), r.Provider.Issuer, "who had the address before", who.ID, r.now)
	}))
	b := r.browser(staff.Person{})
	_, form := b.get("/sign-in/service")
	_, page := b.login("test-user@localhost", form)
	wants(t, page, "Another account of your company's service")
	if _, page = b.get("/account"); strings.Contains(page, "Your account") {
		t.Error("signed in as somebody else")
	}
}

// TestProofIsAskedFor does what wants a fresh proof, eleven minutes after the last one.
func TestProofIsAskedFor(t *testing.T) {
	g := besieged(t, nil)
	role := url.Values{"name": {"Nauja Naujaitė"}, "mail": {"nauja@example.com"}, "language": {"en"}, "roles": {"administrator"}}
	roles := url.Values{"name": {g.target.Name}, "mail": {g.target.Mail}, "roles": {"administrator"}, "version": {"1"}}
	mail := url.Values{"name": {g.target.Name}, "mail": {"evil@example.com"}, "version": {"1"}}
	forms := map[string][]struct {
		path string
		form url.Values
	}{
		"role.give":      {{"/people/invite", role}, {"/people/" + g.target.ID, roles}},
		"person.remove":  {{"/people/" + g.target.ID + "/leave", url.Values{"version": {"1"}}}, {"/people/" + g.target.ID + "/invitation", nil}},
		"person.erase":   {{"/people/" + g.target.ID + "/erase", url.Values{"reason": {"asked"}}}},
		"signin.change":  {{"/people/" + g.target.ID, mail}, {"/account/ways", url.Values{"what": {"passkey"}}}, {"/account/codes", nil}, {"/account/ways/remove", nil}, {"/account/ways/remove-password", nil}},
		"setting.change": {{"/settings", nil}, {"/settings/mail", nil}, {"/settings/receivers", nil}, {"/settings/handbook", nil}},
		"ledger.export":  {{"/ledger/export", url.Values{"private": {"keep"}}}},
		"policy.publish": {{"/studio/" + g.draft + "/publish", nil}},
		"token.make":     {{"/account/tokens", url.Values{"name": {"a"}, "days": {"30"}, "scopes": {"check"}}}},
	}
	for _, action := range append(staff.Actions(), "person.remove", "signin.change") {
		if signin.NeedsProof(string(action)) && forms[string(action)] == nil {
			t.Errorf("%s wants a proof, and nothing here tries it", action)
		}
	}
	b := g.browser(g.boss)
	g.now = g.now.Add(11 * time.Minute)
	before := g.size()
	for _, action := range slices.Sorted(maps.Keys(forms)) {
		for _, one := range forms[action] {
			answer, _ := g.send(b, "POST", one.path, one.form.Encode())
			if !strings.HasPrefix(answer.Header.Get("Location"), "/prove?then=") {
				t.Errorf("%s: %s: %d %q", action, one.path, answer.StatusCode, answer.Header.Get("Location"))
			}
		}
	}
	if g.size() != before {
		t.Error("something was done without a proof")
	}
	for _, route := range g.routes() {
		method, path := g.at(route.pattern)
		if method != http.MethodPost || !signin.NeedsProof(string(route.who)) {
			continue
		}
		if answer, _ := g.send(b, method, path, ""); !strings.HasPrefix(answer.Header.Get("Location"), "/prove?then=") {
			t.Errorf("%s: %d", route.pattern, answer.StatusCode)
		}
	}
}

// TestNobodyFillsTheServer: who is not signed in sends little, also to the switches of the page's head.
func TestNobodyFillsTheServer(t *testing.T) {
	g := besieged(t, nil)
	for _, path := range []string{"/sign-in", "/preferences", "/start"} {
		read := &counting{Reader: io.LimitReader(zeros{}, 8<<20)}
		request := httptest.NewRequest("POST", path, read)
		request.Header.Set("Content-Type", "multipart/form-data; boundary=x")
		g.handler.ServeHTTP(httptest.NewRecorder(), request)
		if read.n > maxForm+64<<10 {
			t.Errorf("%s took %d bytes", path, read.n)
		}
	}
}

// TestAPageThatBreaks gets an answer that tells nothing of the inside.
func TestAPageThatBreaks(t *testing.T) {
	g := besieged(t, nil)
	answer := httptest.NewRecorder()
	broken := g.visit(route{"/", anyone, func(*visit) error { panic("secret") }})
	broken.ServeHTTP(answer, httptest.NewRequest("GET", "/", nil))
	if answer.Code != http.StatusInternalServerError || !strings.Contains(answer.Body.String(), "<html") || strings.Contains(answer.Body.String(), "secret") {
		t.Errorf("%d %s", answer.Code, answer.Body)
	}
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { return copy(p, bytes.Repeat([]byte("0"), len(p))), nil }

type counting struct {
	io.Reader
	n int
}

func (c *counting) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.n += n
	return n, err
}
