package api

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"rostrum/account"
	"rostrum/approval"
	"rostrum/staff"
	"rostrum/store"
	"rostrum/store/storetest"
)

// asked is a post that waits for the approver, whose account asks for a yes always.
func (d *desk) asked(text string, due time.Time) (q approval.Request) {
	d.t.Helper()
	d.must(d.store.Write(d.t.Context(), func(tx *store.Tx) error {
		a, err := tx.BrandAccount(d.t.Context(), d.Accounts[0].ID)
		if err == nil && a.Rule != account.Always {
			a.Rule = account.Always
			err = tx.ChangeBrandAccount(d.t.Context(), a)
		}
		d.must(err)
		p, err := d.Write(d.t.Context(), tx, d.Author, text, due, d.now, d.Accounts[0])
		d.must(err)
		q, err = approval.Submit(d.t.Context(), tx, d.Author, p.ID, p.Version, d.Policy, nil, d.now)
		return err
	}))
	return q
}

func (d *desk) count(kind string) (n int) {
	d.t.Helper()
	d.must(d.store.DB().QueryRow(`SELECT count(*) FROM ledger_entry WHERE kind = $1`, kind).Scan(&n))
	return n
}

// TestProgramsChangeNothingThatWasApproved asks for every change of an approved post, and of its time.
func TestProgramsChangeNothingThatWasApproved(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		d := newDesk(t, s)
		token := d.token(d.Author)
		var q approval.Request
		d.must(s.Write(t.Context(), func(tx *store.Tx) (err error) {
			q, err = d.Approve(t.Context(), tx, "Our shop opens at nine", d.now.Add(time.Hour), d.now, d.Accounts[0])
			return err
		}))
		path := "/api/v1/posts/" + q.Post
		for _, body := range []string{`{"text":"Our shop closes for ever"}`, `{"accounts":["` + d.Accounts[1].ID + `"]}`, `{"own":{"` + d.Accounts[0].ID + `":"x"}}`,
			`{"due":""}`, `{"topic":"x"}`, `{"images":[]}`, `{"lang":"lt"}`} {
			if r := d.want(d.call(token, "PATCH", path, body, "If-Match", "*"), 409); !strings.Contains(r.raw, "sent for approval") {
				t.Errorf("%s: %s", body, r.raw)
			}
		}
		for _, end := range []string{"/submit", "/discard"} {
			d.want(d.call(token, "POST", path+end, "", "If-Match", "*"), 409)
		}
		if n := d.count("post.change_refused"); n != 1 {
			t.Errorf("it is on the record %d times", n)
		}
		r := d.want(d.call(token, "GET", "/api/v1/publications?post="+q.Post, ""), 200)
		id := r.at("items").([]any)[0].(map[string]any)["id"].(string)
		before := d.want(d.call(token, "GET", "/api/v1/publications/"+id, ""), 200)
		for _, due := range []string{"0001-01-01T00:00:00Z", "0001-01-01T00:00:00.0000001Z", "1970-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2026-03-29T03:30:00", d.now.Add(-time.Second).Format(time.RFC3339)} {
			body := fmt.Sprintf(`{"due":%q}`, due)
			for _, c := range [][2]string{{"POST", "/api/v1/publications/" + id + "/move"}, {"POST", "/api/v1/publications/" + id + "/release"}, {"POST", "/api/v1/posts"}} {
				if r := d.call(token, c[0], c[1], body, "If-Match", "*"); r.status != 422 && !(r.status == 409 && strings.HasSuffix(c[1], "release")) {
					t.Errorf("%s to %s: %d %s", due, c[1], r.status, r.raw)
				}
			}
		}
		after := d.want(d.call(token, "GET", "/api/v1/publications/"+id, ""), 200)
		if after.raw != before.raw {
			t.Errorf("it was %s, and is %s", before.raw, after.raw)
		}
	})
}

// TestProgramsVoteForNobody has programs vote who may not.
func TestProgramsVoteForNobody(t *testing.T) {
	d := newDesk(t, storetest.SQLite(t))
	q := d.asked("Our shop opens at nine", time.Time{})
	path := "/api/v1/approvals/" + q.ID + "/vote"
	gone := d.person("Gone Gonaitė", staff.Approver)
	goneToken := d.token(gone)
	d.sql(`UPDATE person SET state = 'left' WHERE id = $1`, gone.ID)
	lost := d.person("Lost Lostaitė", staff.Approver)
	lostToken := d.token(lost)
	d.sql(`UPDATE person SET roles = '["author"]' WHERE id = $1`, lost.ID)
	unasked := d.person("Unasked Unaskaitė", staff.Principal)
	for _, c := range []struct {
		token  string
		status int
	}{
		{d.token(d.Author), 403}, {goneToken, 401}, {lostToken, 403}, {d.token(d.Officer), 403}, {d.token(unasked), 403},
		{d.token(d.Approver, "post:read"), 403}, {"rst_nonsense", 401},
	} {
		for _, choice := range []string{"yes", "no", "changes"} {
			d.want(d.call(c.token, "POST", path, `{"choice":"`+choice+`","reason":"x"}`), c.status)
		}
	}
	if n := d.count("post.vote_refused"); n != 4*3 { // those whose token may vote and who may not
		t.Errorf("%d attempts are on the record", n)
	}
	d.want(d.call(d.token(d.Approver), "POST", path, `{"choice":"YES"}`), 422)
	for _, who := range []staff.Person{d.Author, d.Approver} {
		d.want(d.call(d.token(who), "POST", "/api/v1/pauses", `{"scope":"everything","why":"x"}`), 403)
	}
	if r := d.want(d.call(d.token(d.Author), "GET", "/api/v1/posts/"+q.Post, ""), 200); r.at("state") != "review" {
		t.Errorf("it is %v", r.at("state"))
	}
}

// TestProgramsAllAtOnce has programs vote, submit and release the same in one moment, on both databases.
func TestProgramsAllAtOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		d := newDesk(t, s)
		at := func(path string, bodies map[string]string) (statuses []int) {
			var mu sync.Mutex
			var wait sync.WaitGroup
			for token, body := range bodies {
				wait.Go(func() {
					status := d.call(token, "POST", path, body, "If-Match", "*").status
					mu.Lock()
					defer mu.Unlock()
					statuses = append(statuses, status)
				})
			}
			wait.Wait()
			slices.Sort(statuses)
			return statuses
		}
		for round := range 4 {
			d.now = d.now.Add(time.Minute)
			q := d.asked(fmt.Sprint("Our shop opens at nine on day ", round), d.now.Add(time.Hour))
			against := []string{`{"choice":"yes"}`, `{"choice":"no","reason":"Too early"}`}[round%2]
			voted := at("/api/v1/approvals/"+q.ID+"/vote", map[string]string{d.token(d.Approver): `{"choice":"yes"}`, d.token(d.Second): against})
			var out int
			d.must(s.DB().QueryRow(`SELECT count(*) FROM publication WHERE post = $1`, q.Post).Scan(&out))
			state := d.want(d.call(d.token(d.Author), "GET", "/api/v1/posts/"+q.Post, ""), 200).at("state")
			if !slices.Equal(voted, []int{200, 409}) || out != map[any]int{"approved": 1, "rejected": 0}[state] || state == "review" {
				t.Errorf("votes %v, the post %v, %d publications", voted, state, out)
			}
		}
		draft := d.want(d.call(d.token(d.Author), "POST", "/api/v1/posts", `{"text":"Our shop opens at ten","accounts":["`+d.Accounts[0].ID+`"]}`), 201)
		asked := at(draft.head.Get("Location")+"/submit", map[string]string{d.token(d.Author): "", d.token(d.Author): "", d.token(d.Second): ""})
		var requests int
		d.must(s.DB().QueryRow(`SELECT count(*) FROM approval_request WHERE post = $1`, draft.at("id")).Scan(&requests))
		if !slices.Equal(asked, []int{200, 409, 409}) || requests != 1 {
			t.Errorf("submitted three times at once: %v, %d requests", asked, requests)
		}
		paused := at("/api/v1/pauses", map[string]string{d.token(d.Officer): `{"scope":"everything","why":"A"}`, d.token(d.Officer): `{"scope":"everything","why":"B"}`})
		if !slices.Equal(paused, []int{201, 201}) || d.count("publish.paused") != 1 {
			t.Errorf("two pauses at once: %v", paused)
		}
	})
}

// TestManyFilesAtOnce: a token sends four files at once, and the fifth is refused before a byte of it is read.
func TestManyFilesAtOnce(t *testing.T) {
	d := newDesk(t, storetest.SQLite(t))
	token := d.token(d.Author)
	send := func(body io.Reader) int {
		request, err := http.NewRequestWithContext(context.WithoutCancel(t.Context()), "POST", d.http.URL+"/api/v1/pictures", body)
		d.must(err)
		request.Header.Set("Authorization", "Bearer "+token)
		request.Header.Set("Content-Type", "image/png")
		answer, err := http.DefaultClient.Do(request)
		if err != nil {
			return 0 // hung up on
		}
		defer answer.Body.Close()
		return answer.StatusCode
	}
	var pipes []*io.PipeWriter
	var wait sync.WaitGroup
	for range filesAtOnce {
		r, w := io.Pipe()
		pipes = append(pipes, w)
		wait.Go(func() { send(r) })
		_, err := w.Write([]byte("\x89PNG"))
		d.must(err)
	}
	status := 0
	for end := time.Now().Add(5 * time.Second); status != 429 && time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		status = send(bytes.NewReader([]byte("\x89PNG")))
	}
	if status != 429 {
		t.Errorf("the fifth file: %d", status)
	}
	for _, w := range pipes {
		_ = w.Close()
	}
	wait.Wait()
	d.now = d.now.Add(time.Minute) // for the limit of calls
	if status = send(bytes.NewReader([]byte("\x89PNG"))); status != 422 {
		t.Errorf("once the others are through: %d", status)
	}
	huge := &endless{}
	if status := send(io.LimitReader(huge, 5<<30)); status != 413 && status != 0 || huge.n > 64<<20 {
		t.Errorf("5 GB: %d after %d bytes", status, huge.n)
	}
}

type endless struct{ n int }

func (e *endless) Read(p []byte) (int, error) {
	e.n += len(p)
	return len(p), nil
}

func (d *desk) sql(query string, args ...any) {
	d.t.Helper()
	_, err := d.store.DB().Exec(query, args...)
	d.must(err)
}
