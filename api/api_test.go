package api

import (
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"rostrum/approval"
	"rostrum/check"
	"rostrum/compose/picture"
	"rostrum/folder"
	"rostrum/keyring"
	"rostrum/outbox"
	"rostrum/policy"
	"rostrum/policy/starter"
	"rostrum/post"
	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
	"rostrum/store/storetest"
	"rostrum/studio"
)

// office is a company "Banga" with version 1 of the starter policy in force, whose programs call the API.
type office struct {
	t       *testing.T
	store   *store.Store
	http    *httptest.Server
	now     time.Time
	files   folder.Files
	ona     staff.Person // administrator and policy owner
	signer  string
	invited []string
}

func newOffice(t *testing.T, s *store.Store) *office {
	t.Helper()
	o := &office{t: t, store: s, now: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)}
	keys, err := keyring.Open(t.TempDir())
	o.must(err)
	o.signer = keys.Signer
	source, err := starter.Files(starter.Options{Company: "Banga", Languages: []string{"lt", "en"}})
	o.must(err)
	o.files, err = folder.Read(source)
	o.must(err)
	loaded, err := policy.Load(o.files)
	o.must(err)
	checker, err := check.Compile(loaded)
	o.must(err)
	ctx := t.Context()
	o.must(s.Write(ctx, func(tx *store.Tx) error {
		o.ona, err = staff.Found(ctx, tx, staff.Company{Name: "Banga", Languages: []string{"lt", "en"}, Zone: "Europe/Vilnius"},
			staff.Person{Name: "Ona Onaitė", Mail: "ona@example.com", Language: "en"}, o.now)
		o.must(err)
		o.must(tx.AddContent(ctx, loaded.Digest, o.files))
		return tx.AddVersion(ctx, studio.Version{ID: staff.NewID(), Number: 1, Name: "1", State: studio.Published, Digest: loaded.Digest,
			Created: o.now, Changed: o.now, Effective: o.now, Published: o.now})
	}))
	a := &Server{Store: s, Verifier: keys.Verifier, Log: slog.New(slog.NewTextHandler(t.Output(), nil)), Now: func() time.Time { return o.now },
		InForce: func(ctx context.Context, tx *store.Tx, at time.Time) (Policy, error) {
			v, err := tx.VersionAt(ctx, at)
			return Policy{v, loaded, func() (*check.Checker, error) { return checker, nil }}, err
		},
		Edition: func(context.Context, *store.Tx, time.Time) (approval.Edition, error) {
			return approval.Edition{Digest: loaded.Digest, Policy: loaded, Checker: checker}, nil
		},
		Develop: func(_ context.Context, file []byte) ([]byte, post.Image, error) { return picture.Clean(file) },
		Halt:    (&outbox.Runner{Store: s, Now: func() time.Time { return o.now }}).Halt,
		Invite: func(_ context.Context, _ *store.Tx, p, _ staff.Person) (string, error) {
			o.invited = append(o.invited, p.Mail)
			return "http://127.0.0.1/invitation/" + p.ID, nil
		}}
	front := http.NewServeMux()
	front.Handle("/", a.Handler())
	metrics := a.NewMetrics()
	front.Handle("GET /metrics", metrics.Handler())
	o.http = httptest.NewServer(metrics.Measure(front))
	t.Cleanup(o.http.Close)
	return o
}

// token makes a token of a person with scopes; none are all.
func (o *office) token(who staff.Person, scopes ...signin.Scope) string {
	o.t.Helper()
	if len(scopes) == 0 {
		scopes = signin.Scopes()
	}
	shown, t := signin.NewToken(signin.APIToken, o.now, scopes...)
	o.must(o.store.Write(o.t.Context(), func(tx *store.Tx) error {
		return tx.AddToken(o.t.Context(), store.Token{Token: t, ID: staff.NewID(), Person: who.ID, Name: "test", Made: o.now})
	}))
	return shown
}

// person adds somebody active.
func (o *office) person(name string, roles ...staff.Role) staff.Person {
	o.t.Helper()
	p := staff.Person{ID: staff.NewID(), Name: name, Mail: strings.ReplaceAll(strings.ToLower(name), " ", ".") + "@example.com", Roles: roles,
		Language: "en", Zone: "Europe/Vilnius", State: staff.Active, Version: 1, Joined: o.now, Invited: o.now}
	o.must(o.store.Write(o.t.Context(), func(tx *store.Tx) error { return tx.AddPerson(o.t.Context(), p) }))
	return p
}

// reply is what a program got.
type reply struct {
	status int
	head   http.Header
	raw    string
	body   map[string]any
}

// at gives a value by the names on the way to it.
func (r reply) at(names ...string) any {
	var v any = r.body
	for _, n := range names {
		m, _ := v.(map[string]any)
		v = m[n]
	}
	return v
}

// call asks with a token; heads are names and values.
func (o *office) call(token, method, path, body string, heads ...string) reply {
	o.t.Helper()
	request, err := http.NewRequest(method, o.http.URL+path, strings.NewReader(body))
	o.must(err)
	if token != "" {
		request.Header.Set("Authorization", "Bearer "+token)
	}
	if body != "" {
		request.Header.Set("Content-Type", "application/json")
	}
	for i := 0; i+1 < len(heads); i += 2 {
		request.Header.Set(heads[i], heads[i+1])
	}
	answer, err := http.DefaultClient.Do(request)
	o.must(err)
	defer answer.Body.Close()
	raw, err := io.ReadAll(answer.Body)
	o.must(err)
	r := reply{status: answer.StatusCode, head: answer.Header, raw: string(raw)}
	_ = json.Unmarshal(raw, &r.body) // not every answer is JSON
	return r
}

// want fails unless the status is as expected.
func (o *office) want(r reply, status int) reply {
	o.t.Helper()
	if r.status != status {
		o.t.Fatalf("status %d, want %d: %s", r.status, status, r.raw)
	}
	return r
}

func (o *office) must(err error) {
	o.t.Helper()
	if err != nil {
		o.t.Fatal(err)
	}
}

func TestWhoMayCall(t *testing.T) {
	o := newOffice(t, storetest.SQLite(t))
	all, reader := o.token(o.ona), o.token(o.ona, signin.PolicyRead)
	left := o.person("Jonas")
	of := o.token(left)
	left.State = staff.Left
	o.must(o.store.Write(t.Context(), func(tx *store.Tx) error { return tx.ChangePerson(t.Context(), left) }))
	employee := o.token(o.person("Rasa"))
	for name, c := range map[string]struct {
		token, method, path, body string
		status                    int
	}{
		"no token":            {"", "GET", "/api/v1/me", "", 401},
		"no token, bad body":  {"", "POST", "/api/v1/check", "{", 401},
		"made up":             {"rst_x", "GET", "/api/v1/me", "", 401},
		"of who has left":     {of, "GET", "/api/v1/me", "", 401},
		"own":                 {all, "GET", "/api/v1/me", "", 200},
		"lacks the scope":     {reader, "POST", "/api/v1/check", `{"text":"x"}`, 403},
		"lacks it, bad body":  {reader, "POST", "/api/v1/check", `{`, 403},
		"roles do not allow":  {employee, "GET", "/api/v1/people", "", 403},
		"nor posts":           {employee, "GET", "/api/v1/posts", "", 403},
		"nor to write them":   {all, "POST", "/api/v1/posts", `{"text":"x"}`, 403},
		"nor to vote":         {employee, "GET", "/api/v1/approvals", "", 403},
		"nor to pause":        {employee, "POST", "/api/v1/pauses", `{"scope":"everything","why":"x"}`, 403},
		"pause by a reader":   {reader, "POST", "/api/v1/pauses", `{"scope":"everything","why":"x"}`, 403},
		"nor to give":         {employee, "POST", "/api/v1/people", `{"name":"A B","mail":"a@example.com"}`, 403},
		"nor the ledger":      {employee, "GET", "/api/v1/ledger", "", 403},
		"nor the directory":   {employee, "GET", "/scim/v2/Users", "", 403},
		"nor without a scope": {reader, "GET", "/scim/v2/Users", "", 403},
		"nothing there":       {all, "GET", "/api/v1/nothing", "", 404},
		"no such method":      {all, "DELETE", "/api/v1/people", "", 405},
	} {
		r := o.call(c.token, c.method, c.path, c.body)
		if r.status != c.status {
			t.Errorf("%s: %d, want %d: %s", name, r.status, c.status, r.raw)
		}
		if scim := strings.HasPrefix(c.path, "/scim"); r.status >= 400 && (r.head.Get("Content-Type") == problemType) == scim {
			t.Errorf("%s: told as %s", name, r.head.Get("Content-Type"))
		}
	}
	lt := o.call("", "GET", "/api/v1/me", "", "Accept-Language", "lt-LT, en;q=0.5")
	if lt.at("code") != "sign_in" || !strings.Contains(lt.raw, "žetoną") || lt.head.Get("Www-Authenticate") == "" {
		t.Errorf("in Lithuanian: %s", lt.raw)
	}
}

func TestCheck(t *testing.T) {
	o := newOffice(t, storetest.SQLite(t))
	token := o.token(o.person("Rasa"), signin.CheckPosts)
	clean := o.want(o.call(token, "POST", "/api/v1/check", `{"id":"7","text":"Good morning, Vilnius!"}`), 200)
	if clean.at("verdict") != "allow" || clean.at("id") != "7" || clean.at("policy", "number") != 1.0 {
		t.Errorf("clean: %s", clean.raw)
	}
	bad := o.want(o.call(token, "POST", "/api/v1/check", `{"text":"Paskambinkite Onai, a. k. 38703181745.","lang":"lt"}`, "Accept-Language", "lt"), 200)
	findings, _ := bad.at("findings").([]any)
	if bad.at("verdict") == "allow" || len(findings) == 0 {
		t.Fatalf("a national number: %s", bad.raw)
	}
	first, _ := findings[0].(map[string]any)
	for _, key := range []string{"rule", "clause", "category", "verdict", "start", "end", "text", "message", "suggestion"} {
		if _, there := first[key]; !there {
			t.Errorf("no %s in %v", key, first)
		}
	}
	wrong := o.want(o.call(token, "POST", "/api/v1/check", `{"txt":"x"}`, "Accept-Language", "lt"), 422)
	if wrong.at("code") != "invalid" || !strings.Contains(wrong.raw, "Netinka laukas") {
		t.Errorf("an unknown field: %s", wrong.raw)
	}
}

func TestPolicyGoesOutAndBack(t *testing.T) {
	o := newOffice(t, storetest.SQLite(t))
	token := o.token(o.ona)
	current := o.want(o.call(token, "GET", "/api/v1/policy/versions/current", ""), 200)
	archive := o.want(o.call(token, "GET", "/api/v1/policy/versions/current/files", ""), 200)
	if got, err := folder.Unpack([]byte(archive.raw)); err != nil || studio.Digest(got) != current.at("digest") {
		t.Fatalf("the archive is not version 1: %v", err)
	}
	path := "/api/v1/policy/versions?name=From+the+repository"
	send := func(key, body string) reply {
		return o.call(token, "POST", path, body, "Content-Type", archiveType, "Idempotency-Key", key)
	}
	draft := o.want(send("one", archive.raw), 201)
	if draft.at("state") != "draft" || draft.at("digest") != current.at("digest") || draft.head.Get("Etag") != `"1"` {
		t.Errorf("the draft: %s", draft.raw)
	}
	again := o.want(send("one", archive.raw), 201)
	if again.at("id") != draft.at("id") || again.head.Get("Location") != draft.head.Get("Location") {
		t.Errorf("the same key made another draft: %s", again.raw)
	}
	o.want(send("one", "something else"), 422) // no archive, before any key
	o.files["clauses/other/note.txt"] = []byte("x")
	other, err := o.files.Pack()
	o.must(err)
	if r := o.want(send("one", string(other)), 409); r.at("field") != "Idempotency-Key" {
		t.Errorf("another body under the key: %s", r.raw)
	}
	o.now = o.now.Add(keptFor)
	if r := o.want(send("one", archive.raw), 201); r.at("id") == draft.at("id") {
		t.Error("the key is kept for more than a day")
	}
	submit := draft.head.Get("Location") + "/submit"
	o.want(o.call(token, "POST", submit, ""), 428)
	o.want(o.call(token, "POST", submit, "", "If-Match", `"9"`), 412)
	refused := o.call(token, "POST", submit, "", "If-Match", `"1"`)
	if refused.status == 422 { // the starter has things to fill in
		if list, _ := refused.at("errors").([]any); len(list) == 0 {
			t.Errorf("it is not said what to mend: %s", refused.raw)
		}
	} else {
		o.want(refused, 200)
	}
	open := o.want(o.call(token, "GET", "/api/v1/policy/versions?open=true", ""), 200)
	if list, _ := open.at("items").([]any); len(list) != 2 {
		t.Errorf("open versions: %s", open.raw)
	}
	employee := o.token(o.person("Rasa"))
	o.want(o.call(employee, "GET", "/api/v1/policy/versions/1", ""), 200)
	o.want(o.call(employee, "GET", draft.head.Get("Location"), ""), 403)
	o.want(o.call(employee, "GET", "/api/v1/policy/versions?open=true", ""), 403)
	tag := current.head.Get("Etag")
	if r := o.want(o.call(token, "GET", "/api/v1/policy/versions/current", "", "If-None-Match", tag), 304); r.raw != "" {
		t.Error("304 with a body")
	}
}

func TestPeopleInPages(t *testing.T) {
	o := newOffice(t, storetest.SQLite(t))
	token := o.token(o.ona)
	for i := range 7 {
		o.person("Person " + string(rune('A'+i)))
	}
	seen, next := map[any]bool{}, ""
	for range 5 {
		r := o.want(o.call(token, "GET", "/api/v1/people?limit=3&cursor="+next, ""), 200)
		items, _ := r.at("items").([]any)
		for _, i := range items {
			m, _ := i.(map[string]any)
			if seen[m["id"]] {
				t.Errorf("%v twice", m["name"])
			}
			seen[m["id"]] = true
		}
		if next, _ = r.at("next").(string); next == "" {
			break
		}
	}
	if len(seen) != 8 {
		t.Errorf("%d people in all pages, want 8", len(seen))
	}
}

func TestPeopleComeMoveAndGo(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		o := newOffice(t, s)
		token := o.token(o.ona)
		team := o.want(o.call(token, "POST", "/api/v1/teams", `{"name":"Rinkodara"}`), 201)
		id, _ := team.at("id").(string)
		made := o.want(o.call(token, "POST", "/api/v1/people", `{"name":"Rasa Rasaitė","mail":"Rasa@example.com","team":"`+id+`","roles":["author"]}`, "Idempotency-Key", "k"), 201)
		if made.at("state") != "invited" || made.at("mail") != "rasa@example.com" || made.at("language") != "lt" || made.at("link") == nil {
			t.Errorf("invited: %s", made.raw)
		}
		again := o.want(o.call(token, "POST", "/api/v1/people", `{"name":"Rasa Rasaitė","mail":"Rasa@example.com","team":"`+id+`","roles":["author"]}`, "Idempotency-Key", "k"), 201)
		if again.at("id") != made.at("id") || again.at("link") != nil || len(o.invited) != 1 {
			t.Errorf("asked again: %s, invitations %v", again.raw, o.invited)
		}
		if r := o.want(o.call(token, "POST", "/api/v1/people", `{"name":"R","mail":"rasa@example.com"}`), 409); r.at("field") != "mail" {
			t.Errorf("the address twice: %s", r.raw)
		}
		path := made.head.Get("Location")
		o.want(o.call(token, "PATCH", path, `{"name":"Rasa R"}`), 428)
		moved := o.want(o.call(token, "PATCH", path, `{"name":"Rasa R","team":"","roles":[]}`, "If-Match", made.head.Get("Etag")), 200)
		if moved.at("name") != "Rasa R" || moved.at("team") != nil || moved.head.Get("Etag") != `"2"` {
			t.Errorf("moved: %s", moved.raw)
		}
		o.want(o.call(token, "PATCH", path, `{"name":"Rasa Q"}`, "If-Match", `"1"`), 412)
		o.want(o.call(token, "PATCH", path, `{"roles":["administrator"]}`, "If-Match", "*"), 403)
		o.want(o.call(token, "PATCH", "/api/v1/people/"+o.ona.ID, `{"mail":"thief@example.com"}`, "If-Match", "*"), 403)
		gone := o.want(o.call(token, "POST", path+"/leave", `{}`, "If-Match", `"2"`), 200)
		if gone.at("person", "state") != "left" {
			t.Errorf("left: %s", gone.raw)
		}
		o.want(o.call(token, "POST", path+"/leave", `{}`, "If-Match", `*`), 409)
		o.want(o.call(token, "POST", "/api/v1/people/"+o.ona.ID+"/leave", `{}`, "If-Match", `*`), 403)
		kinds := o.want(o.call(token, "GET", "/api/v1/ledger?person="+made.at("id").(string), ""), 200)
		for _, kind := range []string{"person.invited", "person.changed", "role.taken", "person.left"} {
			if !strings.Contains(kinds.raw, `"`+kind+`"`) {
				t.Errorf("%s is not on the ledger", kind)
			}
		}
	})
}

func TestSigning(t *testing.T) {
	o := newOffice(t, storetest.SQLite(t))
	token := o.token(o.ona)
	due := o.want(o.call(token, "GET", "/api/v1/me/signatures/due", ""), 200)
	items, _ := due.at("items").([]any)
	if len(items) < 2 {
		t.Fatalf("due: %s", due.raw)
	}
	first, _ := items[0].(map[string]any)
	one, err := json.Marshal(map[string]any{"language": "lt", "clauses": []any{map[string]any{"clause": first["clause"], "digest": first["digest"]}}})
	o.must(err)
	after := o.want(o.call(token, "POST", "/api/v1/me/signatures", string(one)), 200)
	if left, _ := after.at("items").([]any); len(left) != len(items)-1 {
		t.Errorf("%d are left of %d after one was signed", len(left), len(items))
	}
	o.want(o.call(token, "POST", "/api/v1/me/signatures", `{"language":"lt","clauses":[{"clause":"x","digest":"y"}]}`), 409)
	progress := o.want(o.call(token, "GET", "/api/v1/signatures", ""), 200)
	if progress.at("whole", "people") != 1.0 || progress.at("whole", "signed") != 0.0 {
		t.Errorf("progress: %s", progress.raw)
	}
}

func TestLedgerWithProof(t *testing.T) {
	o := newOffice(t, storetest.SQLite(t))
	token := o.token(o.ona)
	before := o.want(o.call(token, "GET", "/api/v1/ledger/0", ""), 200)
	if before.at("kind") != "company.founded" || before.at("proof") != nil {
		t.Errorf("before a checkpoint: %s", before.raw)
	}
	o.must(o.store.Checkpoint(t.Context(), o.signer, o.now))
	after := o.want(o.call(token, "GET", "/api/v1/ledger/0", ""), 200)
	if after.at("proof", "size") != 1.0 || after.at("proof", "checkpoint") == "" {
		t.Errorf("proof: %s", after.raw)
	}
	points := o.want(o.call(token, "GET", "/api/v1/ledger/checkpoints", ""), 200)
	if list, _ := points.at("items").([]any); len(list) != 1 {
		t.Errorf("checkpoints: %s", points.raw)
	}
	o.want(o.call(token, "GET", "/api/v1/ledger/1", ""), 404)
}

func TestLimitOfAToken(t *testing.T) {
	o := newOffice(t, storetest.SQLite(t))
	token, other := o.token(o.ona), o.token(o.ona)
	for range callsAtOnce {
		o.want(o.call(token, "GET", "/api/v1/me", ""), 200)
	}
	if r := o.want(o.call(token, "GET", "/api/v1/me", ""), 429); r.head.Get("Retry-After") != "1" {
		t.Error("it is not said how long to wait")
	}
	o.want(o.call(other, "GET", "/api/v1/me", ""), 200)
}
