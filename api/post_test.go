package api

import (
	"bytes"
	"context"
	"encoding/json"
	"image"
	"image/png"
	"log/slog"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rostrum/account"
	"rostrum/approval"
	"rostrum/check"
	"rostrum/compose/picture"
	"rostrum/network/simulator"
	"rostrum/outbox"
	"rostrum/outbox/rehearsal"
	"rostrum/post"
	"rostrum/staff/signin"
	"rostrum/store"
	"rostrum/store/storetest"
	"rostrum/studio"
)

// desk is a company that publishes, with its programs.
type desk struct {
	*office
	*rehearsal.Company
	network *rehearsal.Network
	runner  *outbox.Runner
}

// newDesk opens the company's API. Nothing goes out until somebody runs the runner.
func newDesk(t *testing.T, s *store.Store) *desk {
	t.Helper()
	o := &office{t: t, store: s, now: time.Now()}
	n, err := rehearsal.Open(filepath.Join(t.TempDir(), "network"), 2, true)
	o.must(err)
	t.Cleanup(n.Close)
	ids, err := n.Identities()
	o.must(err)
	keys, err := signin.NewKeyset()
	o.must(err)
	c, err := rehearsal.Found(t.Context(), s, keys, simulator.Connector(n.Address), ids, o.now)
	o.must(err)
	d := &desk{o, c, n, c.Runner(time.Now)}
	a := &Server{Store: s, Log: slog.New(slog.NewTextHandler(t.Output(), nil)), Now: func() time.Time { return o.now },
		InForce: func(context.Context, *store.Tx, time.Time) (Policy, error) {
			return Policy{studio.Version{Number: 1, Digest: c.Policy.Digest}, c.Policy.Policy, func() (*check.Checker, error) { return c.Policy.Checker, nil }}, nil
		},
		Edition: func(context.Context, *store.Tx, time.Time) (approval.Edition, error) { return c.Policy, nil },
		Past:    func(context.Context, *store.Tx, string) (approval.Edition, error) { return c.Policy, nil },
		Develop: func(_ context.Context, file []byte) ([]byte, post.Image, error) { return picture.Clean(file) },
		Halt:    d.runner.Halt}
	o.http = httptest.NewServer(a.Handler())
	t.Cleanup(o.http.Close)
	return d
}

// run lets what is due go out until the test ends.
func (d *desk) run() {
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- d.runner.Run(ctx) }()
	d.t.Cleanup(func() {
		stop()
		if err := <-done; err != nil {
			d.t.Error(err)
		}
	})
}

// becomes waits until the only publication of a post is in a state.
func (d *desk) becomes(token, post, state string) map[string]any {
	d.t.Helper()
	for deadline := time.Now().Add(20 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		d.now = d.now.Add(time.Second) // for the limit
		r := d.want(d.call(token, "GET", "/api/v1/publications?post="+post, ""), 200)
		items, _ := r.at("items").([]any)
		if len(items) == 1 {
			if p, _ := items[0].(map[string]any); p["state"] == state {
				return p
			}
		}
		if time.Now().After(deadline) {
			d.t.Fatalf("it is not %s: %s", state, r.raw)
		}
	}
}

func TestAPostGoesOut(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		d := newDesk(t, s)
		author, approver := d.token(d.Author), d.token(d.Approver)
		handle := d.Accounts[0].Handle
		if r := d.want(d.call(author, "POST", "/api/v1/posts", `{"text":"x","accounts":["@nobody@nowhere"]}`), 422); r.at("field") != "accounts" {
			t.Errorf("an account that is not there: %s", r.raw)
		}
		asked, err := json.Marshal(map[string]any{"text": "Our shop opens at nine", "lang": "en", "accounts": []string{strings.TrimPrefix(handle, "@")}})
		d.must(err)
		made := d.want(d.call(author, "POST", "/api/v1/posts", string(asked), "Idempotency-Key", "one"), 201)
		again := d.want(d.call(author, "POST", "/api/v1/posts", string(asked), "Idempotency-Key", "one"), 201)
		if made.at("state") != "draft" || made.at("id") != again.at("id") || made.at("id") == nil {
			t.Fatalf("made: %s, again: %s", made.raw, again.raw)
		}
		id, path := made.at("id").(string), made.head.Get("Location")
		d.want(d.call(author, "PATCH", path, `{"text":"y"}`), 428)
		changed := d.want(d.call(author, "PATCH", path, `{"text":"Our shop opens at ten","due":""}`, "If-Match", made.head.Get("Etag")), 200)
		d.want(d.call(author, "PATCH", path, `{"text":"z"}`, "If-Match", made.head.Get("Etag")), 412)
		checked := d.want(d.call(author, "GET", path+"/check", ""), 200)
		if accounts, _ := checked.at("accounts").([]any); len(accounts) != 1 || checked.at("verdict") == "block" {
			t.Errorf("checked: %s", checked.raw)
		}
		submitted := d.want(d.call(author, "POST", path+"/submit", "", "If-Match", changed.head.Get("Etag")), 200)
		if submitted.at("request", "state") == "open" {
			request, _ := submitted.at("request", "id").(string)
			if r := d.want(d.call(author, "POST", "/api/v1/approvals/"+request+"/vote", `{"choice":"yes"}`, "Idempotency-Key", "v"), 403); r.at("code") != "forbidden" {
				t.Errorf("the author voted: %s", r.raw)
			}
			d.want(d.call(author, "POST", "/api/v1/approvals/"+request+"/vote", `{"choice":"yes"}`, "Idempotency-Key", "v"), 403)
			waiting := d.want(d.call(approver, "GET", "/api/v1/approvals", ""), 200)
			if !strings.Contains(waiting.raw, request) {
				t.Errorf("waiting: %s", waiting.raw)
			}
			if r := d.want(d.call(approver, "POST", "/api/v1/approvals/"+request+"/vote", `{"choice":"yes"}`), 200); r.at("state") != "approved" {
				t.Errorf("voted: %s", r.raw)
			}
		}
		d.run()
		if p := d.becomes(author, id, "sent"); len(p["urls"].([]any)) != 1 {
			t.Errorf("sent: %v", p)
		}
		d.want(d.call(author, "POST", path+"/discard", "", "If-Match", "*"), 409)
		why := d.want(d.call(author, "GET", path+"/why", ""), 200)
		if why.at("same") != true || why.at("record", "verified") != true || !strings.Contains(why.raw, `"publication.sent"`) || !strings.Contains(why.raw, "Asta Person") {
			t.Errorf("why: %s", why.raw)
		}
		_, err = s.DB().Exec(`UPDATE approval_request SET verdict = 'advise', decision = '{"Verdict":"advise"}'`)
		d.must(err)
		why = d.want(d.call(author, "GET", path+"/why", ""), 200)
		if why.at("same") != false || why.at("record", "verified") != false || why.at("record", "said") == nil {
			t.Errorf("a decision that was changed in the database is not noticed: %s", why.raw)
		}
	})
}

func TestWhatThePolicyStops(t *testing.T) {
	d := newDesk(t, storetest.SQLite(t))
	token := d.token(d.Author)
	asked, err := json.Marshal(map[string]any{"text": strings.Repeat("Our shop opens at nine. ", 50), "accounts": []string{d.Accounts[0].ID}})
	d.must(err)
	made := d.want(d.call(token, "POST", "/api/v1/posts", string(asked)), 201)
	refused := d.want(d.call(token, "POST", made.head.Get("Location")+"/submit", "", "If-Match", "*", "Accept-Language", "lt"), 422)
	errors, _ := refused.at("errors").([]any)
	if len(errors) == 0 || !strings.Contains(refused.raw, "ženklų") {
		t.Errorf("what is to be mended is not said: %s", refused.raw)
	}
	if r := d.want(d.call(token, "GET", made.head.Get("Location"), ""), 200); r.at("state") != "draft" {
		t.Errorf("it is %v", r.at("state"))
	}
}

func TestPauseMoveReleaseAndTakeDown(t *testing.T) {
	d := newDesk(t, storetest.SQLite(t))
	d.run()
	token, officer := d.token(d.Author), d.token(d.Officer)
	paused := d.want(d.call(officer, "POST", "/api/v1/pauses", `{"scope":"account","what":"`+d.Accounts[0].Handle+`","why":"A crisis"}`), 201)
	d.want(d.call(token, "POST", "/api/v1/pauses", `{"scope":"everything","why":"x"}`), 403)
	if r := d.want(d.call(token, "GET", "/api/v1/pauses", ""), 200); !strings.Contains(r.raw, "A crisis") {
		t.Errorf("pauses: %s", r.raw)
	}
	var request approval.Request
	d.must(d.store.Write(t.Context(), func(tx *store.Tx) (err error) {
		request, err = d.Approve(t.Context(), tx, "Our shop opens at nine", time.Time{}, time.Now(), d.Accounts[0])
		return err
	}))
	p := d.becomes(token, request.Post, "scheduled")
	path := "/api/v1/publications/" + p["id"].(string)
	due := time.Now().Add(time.Hour).UTC().Format(time.RFC3339)
	d.want(d.call(token, "POST", path+"/move", `{"due":"`+due+`"}`), 428)
	tag := d.want(d.call(token, "GET", path, ""), 200).head.Get("Etag")
	moved := d.want(d.call(token, "POST", path+"/move", `{"due":"`+due+`"}`, "If-Match", tag), 200)
	if moved.at("due") != due || moved.head.Get("Etag") == tag {
		t.Errorf("moved: %s", moved.raw)
	}
	d.want(d.call(token, "POST", path+"/move", `{"due":"`+due+`"}`, "If-Match", tag), 412)
	soon := time.Now().Add(300 * time.Millisecond).UTC()
	d.now = time.Now()
	d.want(d.call(token, "POST", path+"/move", `{"due":"`+soon.Format(time.RFC3339Nano)+`"}`, "If-Match", "*"), 200)
	time.Sleep(time.Until(soon) + 10*time.Millisecond)
	d.now = time.Now()
	resumed := d.want(d.call(officer, "POST", "/api/v1/pauses/"+paused.at("pause", "id").(string)+"/resume", ""), 200)
	if resumed.at("held") != 1.0 {
		t.Errorf("resumed: %s", resumed.raw)
	}
	if p := d.becomes(token, request.Post, "held"); p["hold"] != "overdue" {
		t.Errorf("held: %v", p)
	}
	d.now = time.Now()
	d.want(d.call(token, "POST", path+"/release", `{}`, "If-Match", "*"), 200)
	d.becomes(token, request.Post, "sent")
	d.now = time.Now()
	down := d.want(d.call(token, "POST", path+"/take-down", `{"why":"It was wrong"}`, "If-Match", "*"), 200)
	if down.at("verb") != "delete" || down.at("of") != p["id"] {
		t.Errorf("taken down: %s", down.raw)
	}
}

func TestTheNextFreeTime(t *testing.T) {
	d := newDesk(t, storetest.SQLite(t))
	token := d.token(d.Author)
	a := d.Accounts[0]
	path := "/api/v1/accounts/" + a.Handle
	if r := d.want(d.call(token, "GET", path, ""), 200); r.at("next") != nil {
		t.Errorf("an account without times: %s", r.raw)
	}
	var first time.Time
	d.must(d.store.Write(t.Context(), func(tx *store.Tx) error {
		kept, err := tx.BrandAccount(t.Context(), a.ID)
		if err != nil {
			return err
		}
		kept.Slots = []account.Slot{{Day: time.Monday, Minute: 540}, {Day: time.Thursday, Minute: 540}}
		first = kept.Next(time.Now())
		return tx.ChangeBrandAccount(t.Context(), kept)
	}))
	if r := d.want(d.call(token, "GET", path, ""), 200); r.at("next") != first.UTC().Format(time.RFC3339) {
		t.Errorf("next: %s, want %s", r.raw, first)
	}
	d.must(d.store.Write(t.Context(), func(tx *store.Tx) error {
		_, err := d.Approve(t.Context(), tx, "Our shop opens at nine", first, time.Now(), a)
		return err
	}))
	after := d.want(d.call(token, "GET", path, ""), 200)
	if at, err := time.Parse(time.RFC3339, after.at("next").(string)); err != nil || !at.After(first) || at.Sub(first) > 5*24*time.Hour {
		t.Errorf("next after a post was planned for %s: %s", first, after.raw)
	}
	d.want(d.call(token, "GET", "/api/v1/accounts/nobody", ""), 404)
}

func TestAPicture(t *testing.T) {
	d := newDesk(t, storetest.SQLite(t))
	token := d.token(d.Author)
	var file bytes.Buffer
	d.must(png.Encode(&file, image.NewRGBA(image.Rect(0, 0, 9, 7))))
	kept := d.want(d.call(token, "POST", "/api/v1/pictures", file.String(), "Content-Type", "image/png"), 201)
	if kept.at("width") != 9.0 || kept.at("digest") == "" {
		t.Errorf("kept: %s", kept.raw)
	}
	if r := d.want(d.call(token, "POST", "/api/v1/pictures", "<svg/>", "Content-Type", "image/png"), 422); r.at("field") != "images" {
		t.Errorf("what is no picture: %s", r.raw)
	}
	d.want(d.call(d.token(d.Officer), "POST", "/api/v1/pictures", file.String(), "Content-Type", "image/png"), 403)
	digest, _ := kept.at("digest").(string)
	made := d.want(d.call(token, "POST", "/api/v1/posts", `{"text":"x","images":[{"digest":"`+digest+`","alt":"A shop"}]}`), 201)
	if !strings.Contains(made.raw, "A shop") {
		t.Errorf("the post: %s", made.raw)
	}
}
