package web

import (
	"bytes"
	"fmt"
	"hash/crc32"
	"image"
	"image/jpeg"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"rostrum/account"
	"rostrum/approval"
	"rostrum/compose"
	"rostrum/compose/picture"
	"rostrum/post"
	"rostrum/publish"
	"rostrum/staff"
	"rostrum/store"
)

// count tells how many entries of a kind the ledger has.
func (r *room) count(kind string) (n int) {
	r.t.Helper()
	r.must(r.Store.DB().QueryRow(`SELECT count(*) FROM ledger_entry WHERE kind = $1`, kind).Scan(&n))
	return n
}

func (r *room) sql(query string, args ...any) {
	r.t.Helper()
	_, err := r.Store.DB().Exec(query, args...)
	r.must(err)
}

// TestWhatWasApprovedIsNotChanged sends, past the pages, everything that would have an approved post say something else.
func TestWhatWasApprovedIsNotChanged(t *testing.T) {
	p := pressRoom(t, monday9)
	other := p.person("Cilė Cilaitė", staff.Author)
	old := p.draft("Our shop opens at eight", monday9.Add(time.Hour), 0)
	p.now = p.now.Add(time.Hour / 2)
	out := p.approved("Our shop opens at nine", monday9.Add(24*time.Hour), 0)[0]
	was := p.postNow(out.Post)
	_, page := p.browser(p.author).send("/pictures", nil, dot(t))
	digest := strings.SplitN(page, `"digest":"`, 2)[1][:64]
	form := func(name string, values ...string) url.Values {
		f := url.Values{"text": {was.Content.Text}, "account": was.Content.Accounts, "lang": {"en"}, "zone": {was.Zone}, "version": {fmt.Sprint(was.Version)},
			"when": {"at"}, "day": {"2026-03-10"}, "clock": {"09:00"}}
		f[name] = values
		return f
	}
	address := "/posts/" + out.Post
	for what, c := range map[string]struct {
		path string
		form url.Values
	}{
		"another text":              {address, form("text", "Our shop closes for ever")},
		"another text, by itself":   {address + "/autosave", form("text", "Our shop closes for ever")},
		"another text, kept apart":  {address, func() url.Values { f := form("text", "x"); f.Set("apart", "1"); return f }()},
		"a picture":                 {address, form("image", digest)},
		"another account":           {address + "/autosave", form("account", p.accounts[0].ID, p.accounts[1].ID)},
		"a text of its own":         {address + "/autosave", form("own-"+p.accounts[0].ID, "Our shop closes for ever")},
		"another topic":             {address + "/autosave", form("topic", "sponsoring")},
		"another time":              {address, form("day", "2026-03-13")}, // in the quiet period
		"another time, as a draft":  {address + "/move", url.Values{"day": {"2026-03-13"}, "clock": {"09:00"}}},
		"an old revision":           {address + "/history", url.Values{"revision": {"1"}}},
		"thrown away":               {address + "/discard", url.Values{"version": {fmt.Sprint(was.Version)}}},
		"brought back":              {address + "/restore", nil},
		"submitted again":           {address + "/submit", url.Values{"version": {fmt.Sprint(was.Version)}}},
		"another's draft's version": {address + "/autosave", func() url.Values { f := form("text", "x"); f.Set("version", fmt.Sprint(old.Version)); return f }()},
	} {
		for _, who := range []staff.Person{p.author, other} {
			if status, page := p.browser(who).post(c.path, c.form); status != 409 && !(status == 200 && slices.Contains([]string{"an old revision", "submitted again"}, what)) {
				t.Errorf("%s by %s: %d %s", what, who.Name, status, page)
			}
		}
		if now := p.postNow(out.Post); now.Digest != was.Digest || now.State != compose.Approved || now.Revision != was.Revision || !now.Due.Equal(was.Due) {
			t.Errorf("after %s it is %s: %q", what, now.State, now.Content.Text)
		}
	}
	if n := p.count("post.change_refused"); n != 2 {
		t.Errorf("the attempts of two people are on the record %d times", n)
	}
	if e := p.entry("post.change_refused"); e.Data["digest"] != was.Digest || e.Data["tried"] == was.Digest || e.Subject != out.Post {
		t.Errorf("on record: %+v", e)
	}
	_, page = p.browser(p.person("Auditorė", staff.Auditor)).get("/ledger")
	p.holds(page, "tried to change a post that had been sent for approval")
	p.now = was.Due
	p.run()
	p.becomes(out.ID, publish.Sent)
	if posts, err := p.network.Out(); err != nil || !slices.Equal(posts["account_0"], []string{"Our shop opens at nine"}) {
		t.Errorf("out is %q (%v)", posts, err)
	}
}

// TestWhatWasChangedInTheDatabaseStays changes rows behind the server's back after the yes, each of another post.
func TestWhatWasChangedInTheDatabaseStays(t *testing.T) {
	p := pressRoom(t, monday9)
	cases := []struct {
		what   string
		change func(post, picture string)
		state  publish.State
		says   string
	}{
		{"nothing", func(string, string) {}, publish.Sent, "went out"},
		{"the picture", func(_, picture string) {
			p.sql(`UPDATE post_picture SET bytes = $1 WHERE digest = $2`, []byte("evil"), picture)
		}, publish.Failed, "not the one that was approved"},
		{"the picture, gone", func(_, picture string) { p.sql(`DELETE FROM post_picture WHERE digest = $1`, picture) }, publish.Failed, "picture"},
		{"the content", func(post, _ string) {
			p.sql(`UPDATE post_revision SET content = replace(content, 'nine', 'five') WHERE post = $1`, post)
		}, publish.Held, "no decision"},
		{"the content and its digests", func(post, _ string) {
			p.sql(`UPDATE post_revision SET content = replace(content, 'nine', 'five') WHERE post = $1`, post)
			var r compose.Revision
			p.must(p.Store.Read(t.Context(), func(tx *store.Tx) (err error) {
				r, err = tx.Revision(t.Context(), post, 1)
				return err
			}))
			for _, table := range []string{"post_revision", "approval_request", "publication"} {
				p.sql(`UPDATE `+table+` SET digest = $1 WHERE post = $2`, r.Content.Digest(), post)
			}
		}, publish.Held, "no decision"},
		{"the words in the picture", func(post, _ string) {
			p.sql(`UPDATE post_revision SET content = replace(content, '"type"', '"words":"x","type"') WHERE post = $1`, post)
		}, publish.Held, "no decision"},
		{"the request, rejected", func(post, _ string) {
			p.sql(`UPDATE approval_request SET state = 'rejected' WHERE post = $1`, post)
		}, publish.Held, "no decision"},
		{"the request, of another post", func(post, _ string) {
			p.sql(`UPDATE publication SET request = (SELECT max(id) FROM approval_request WHERE post <> $1) WHERE post = $1`, post)
		}, publish.Held, "no decision"},
	}
	ids, posts, pictures := make([]string, len(cases)), make([]string, len(cases)), make([]string, len(cases))
	for i, c := range cases {
		kept, known, err := picture.Clean(dotOf(t, uint8(i)))
		p.must(err)
		known.Alt, known.Credit = "A dot", "Banga"
		p.must(p.Store.Write(t.Context(), func(tx *store.Tx) error {
			p.must(tx.AddPicture(t.Context(), known, kept, p.author.ID, p.now))
			content := post.Content{Text: "Our shop opens at nine, " + c.what, Lang: "en", Accounts: []string{p.accounts[0].ID}, Images: []post.Image{known}}
			draft, err := compose.Begin(t.Context(), tx, p.author, content, time.Time{}, "Europe/Vilnius", p.now)
			p.must(err)
			out, err := p.decided(tx, draft)
			ids[i], posts[i], pictures[i] = out[0].ID, draft.ID, known.Digest
			return err
		}))
	}
	for i, c := range cases {
		c.change(posts[i], pictures[i])
	}
	p.run()
	for i, c := range cases {
		p.becomes(ids[i], c.state)
		_, page := p.browser(p.officer).get("/publications/" + ids[i])
		p.holds(page, c.says)
	}
	if out, err := p.network.Out(); err != nil || len(out["account_0"]) != 1 {
		t.Errorf("out is %q (%v)", out, err)
	}
}

// TestVotesThatDoNotCount tries to get a post approved without a right to.
func TestVotesThatDoNotCount(t *testing.T) {
	b := newBureau(t)
	for what, c := range map[string]struct {
		vote   func(b *bureau, to string) int
		status int
		record bool // as a refused vote
	}{
		"the author": {func(b *bureau, to string) int {
			status, _ := b.browser(b.rasa).post(to, url.Values{"choice": {"yes"}})
			return status
		}, 403, true},
		"the author, rejecting": {func(b *bureau, to string) int {
			status, _ := b.browser(b.rasa).post(to, url.Values{"choice": {"no"}, "reason": {"x"}})
			return status
		}, 403, true},
		"the author, as stand-in": {func(b *bureau, to string) int {
			day := b.now.Format(time.DateOnly)
			if status, page := b.browser(b.jonas).post("/account/stand-in", url.Values{"stand_in": {b.rasa.ID}, "from": {day}, "until": {day}}); status != 200 {
				b.t.Error(status, page)
			}
			status, _ := b.browser(b.rasa).post(to, url.Values{"choice": {"yes"}})
			return status
		}, 403, true},
		"somebody who is not asked, standing in for the author": {func(b *bureau, to string) int {
			fourth := b.person("Ketvirta Ketvirtaitė", staff.Approver)
			day := b.now.Format(time.DateOnly)
			b.browser(b.rasa).post("/account/stand-in", url.Values{"stand_in": {fourth.ID}, "from": {day}, "until": {day}})
			status, _ := b.browser(fourth).post(to, url.Values{"choice": {"yes"}})
			return status
		}, 403, true},
		"the author, with every role": {func(b *bureau, to string) int {
			who := b.reload(b.rasa)
			who.Roles = staff.Roles()
			b.must(b.Store.Write(b.t.Context(), func(tx *store.Tx) error { return tx.ChangePerson(b.t.Context(), who) }))
			status, _ := b.browser(who).post(to, url.Values{"choice": {"yes"}})
			return status
		}, 403, true},
		"an approver who left a second ago": {func(b *bureau, to string) int {
			jonas := b.browser(b.jonas)
			jonas.get(strings.TrimSuffix(to, "/vote"))
			b.sql(`UPDATE person SET state = 'left' WHERE id = $1`, b.jonas.ID)
			jonas = noRedirects(jonas)
			status, _ := jonas.post(to, url.Values{"choice": {"yes"}})
			return status
		}, 303, false},
		"an approver whose session ended a second ago": {func(b *bureau, to string) int {
			jonas := b.browser(b.jonas)
			jonas.get(strings.TrimSuffix(to, "/vote"))
			b.sql(`DELETE FROM session WHERE person = $1`, b.jonas.ID)
			jonas = noRedirects(jonas)
			status, _ := jonas.post(to, url.Values{"choice": {"yes"}})
			return status
		}, 303, false},
		"an approver who lost the role a second ago": {func(b *bureau, to string) int {
			jonas := b.browser(b.jonas)
			jonas.get(strings.TrimSuffix(to, "/vote"))
			b.sql(`UPDATE person SET roles = '["author"]' WHERE id = $1`, b.jonas.ID)
			status, _ := jonas.post(to, url.Values{"choice": {"yes"}})
			return status
		}, 403, true},
		"one yes, sent five times": {func(b *bureau, to string) (status int) {
			jonas := b.browser(b.jonas)
			for range 5 {
				status, _ = jonas.post(to, url.Values{"choice": {"yes"}})
			}
			return status
		}, 409, false},
		"a choice that is none": {func(b *bureau, to string) int {
			status, _ := b.browser(b.jonas).post(to, url.Values{"choice": {"YES", "approved"}})
			return status
		}, 422, false},
		"nobody": {func(b *bureau, to string) int {
			status, _ := noRedirects(b.browser(staff.Person{})).post(to, url.Values{"choice": {"yes"}})
			return status
		}, 303, false},
	} {
		t.Run(what, func(t *testing.T) {
			b.t = t
			b.jonas = b.person("Jonas "+what, staff.Approver)
			before := b.count("post.vote_refused")
			b.must(b.Store.Write(t.Context(), func(tx *store.Tx) error {
				a, err := tx.BrandAccount(t.Context(), "main")
				a.Approvers, a.All = []string{b.jonas.ID, b.vaiva.ID}, true
				b.must(err)
				return tx.ChangeBrandAccount(t.Context(), a)
			}))
			req := b.submitted("Good morning")
			if status := c.vote(b, "/approvals/"+req.ID+"/vote"); status != c.status {
				t.Errorf("%d, want %d", status, c.status)
			}
			if state := b.postNow(req.Post).State; state != compose.Review {
				t.Errorf("the post is %s", state)
			}
			if n := b.count("post.vote_refused") - before; (n > 0) != c.record {
				t.Errorf("on the record: %d", n)
			}
		})
	}
}

// TestReviewLinksInOtherHands opens, forwards, guesses and outlives the link of a guest.
func TestReviewLinksInOtherHands(t *testing.T) {
	b := newBureau(t)
	b.sql(`UPDATE brand_account SET rule = $1`, string(account.Findings))
	asked := func(mail string) (approval.Request, string) {
		req := b.submitted("Good morning, guests", approval.GuestAsked{Name: "Ona Svečė", Mail: mail, Lang: "en"})
		b.must(b.sendApprovalLetter(t.Context(), approval.Letter{About: approval.AboutGuest, Request: req.ID, To: req.Steps[0].Who[0]}))
		return req, b.mail.find(t, mail, `/review/rsg_\w+`)
	}
	code := func(who *browser, link, mail string) string {
		who.post(link, url.Values{"do": {"code"}})
		return b.mail.find(t, mail, `\b\d{6}\b`)
	}
	yes := url.Values{"do": {"vote"}, "choice": {"yes"}}
	closed := func(what string, who *browser, link, secret string) {
		t.Helper()
		status, _ := who.post(link, yes)
		_, page := who.get(link)
		if status == 200 || strings.Contains(page, secret) {
			t.Errorf("%s: %d", what, status)
		}
	}

	req, link := asked("ona@law.example")
	for _, own := range []string{b.rasa.Mail, strings.ToUpper(b.rasa.Mail), " " + b.rasa.Mail, strings.Replace(b.rasa.Mail, "@", "+2@", 1)} {
		draft := b.begun(b.rasa, "Good evening", "main")
		form := url.Values{"version": {fmt.Sprint(draft.Version)}, "guest.0.name": {"A friend"}, "guest.0.mail": {own}, "guest.0.lang": {"en"}}
		if status, page := b.browser(b.rasa).post("/posts/"+draft.ID+"/submit", form); status != 422 || !strings.Contains(page, "somebody who wrote the post") {
			t.Errorf("the author as a guest %q: %d", own, status)
		}
	}
	ona, friend := b.browser(staff.Person{}), b.browser(staff.Person{})
	for range 3 { // a program that looks at mail opens each link
		friend.get(link)
	}
	first := code(ona, link, "ona@law.example")
	if status, _ := ona.post(link, url.Values{"do": {"enter"}, "code": {first}}); status != 200 {
		t.Fatalf("the code: %d", status)
	}
	closed("forwarded", friend, link, "Good morning")
	if status, _ := friend.post(link, url.Values{"do": {"enter"}, "code": {first}}); status != 422 {
		t.Errorf("a code entered twice: %d", status)
	}
	second := code(friend, link, "ona@law.example") // with her mailbox it is open in the other browser, and closed in this
	friend.post(link, url.Values{"do": {"enter"}, "code": {second}})
	closed("opened elsewhere since", ona, link, "Good morning")

	other, otherLink := asked("petras@law.example")
	friend.http.Jar.SetCookies(b.Address.JoinPath(otherLink), cookiesOf(friend, b.Address.JoinPath(link)))
	closed("the way into one link, used on another", friend, otherLink, "Good morning")

	guess := b.browser(staff.Person{})
	wrong, tries := 0, 0
	for range 12 {
		status, _ := guess.post(otherLink, url.Values{"do": {"code"}})
		if status == 429 {
			break
		}
		for i := range 6 {
			b.now = b.now.Add(15 * time.Second) // for the limits
			status, _ := guess.post(otherLink, url.Values{"do": {"enter"}, "code": {fmt.Sprintf("%06d", 1000001+i)}})
			if tries++; status == 422 {
				wrong++
			}
		}
	}
	if wrong != tries || tries > 60 || b.count("guest.locked_out") == 0 {
		t.Errorf("%d of %d guesses were refused, %d on the record", wrong, tries, b.count("guest.locked_out"))
	}
	if b.postNow(other.Post).State != compose.Review {
		t.Error("guessed")
	}

	b.browser(b.rasa).post("/posts/"+req.Post+"/reopen", nil)
	if status, page := friend.post(link, yes); status != 409 || !strings.Contains(page, "taken back or changed") {
		t.Errorf("after the post was taken back: %d", status)
	}
	late, lateLink := asked("late@law.example")
	lena := b.browser(staff.Person{})
	lena.post(lateLink, url.Values{"do": {"enter"}, "code": {code(lena, lateLink, "late@law.example")}})
	b.now = b.now.Add(approval.LinkLasts + time.Second)
	closed("expired", lena, lateLink, "Good morning")
	if status, page := lena.post(lateLink, yes); status != 409 || !strings.Contains(page, "expired") || b.postNow(late.Post).State != compose.Review {
		t.Errorf("after it expired: %d", status)
	}
}

func cookiesOf(b *browser, at *url.URL) []*http.Cookie {
	cookies := b.http.Jar.Cookies(at)
	for _, c := range cookies {
		c.Path = "/"
	}
	return cookies
}

// TestTimesThatAreNone chooses times that have passed, do not exist, come twice or are far away.
func TestTimesThatAreNone(t *testing.T) {
	p := pressRoom(t, monday9)
	b := p.browser(p.author)
	out := p.approved("Our shop opens at nine", monday9.Add(time.Hour), 0)[0]
	for _, c := range []struct{ day, clock, zone, want string }{
		{"2026-03-08", "10:00", "Europe/Vilnius", ""}, {"2026-03-29", "03:30", "Europe/Vilnius", ""}, {"9999-12-31", "23:59", "Europe/Vilnius", ""},
		{"10000-01-01", "00:00", "Europe/Vilnius", ""}, {"0001-01-01", "00:00", "UTC", ""}, {"-001-01-01", "00:00", "UTC", ""}, {"2026-02-30", "10:00", "Europe/Vilnius", ""},
		{"2026-03-10", "24:00", "Europe/Vilnius", ""}, {"2026-03-10", "10:00", "Mars/Olympus", ""}, {"2026-03-10", "10:00", "../../etc/passwd", ""},
		{"2026-03-10", "", "Europe/Vilnius", ""}, {"2028-03-10", "10:00", "Europe/Vilnius", ""},
		{"2026-10-25", "03:30", "Europe/Vilnius", "2026-10-25T00:30:00Z"}, {"2026-03-29", "04:00", "Europe/Vilnius", "2026-03-29T01:00:00Z"},
	} {
		form := url.Values{"text": {"At " + c.day + c.clock + c.zone}, "account": {p.accounts[0].ID}, "when": {"at"}, "day": {c.day}, "clock": {c.clock}, "zone": {c.zone}}
		status, page := b.post("/posts/new", form)
		due := ""
		if status == 200 {
			var id string
			p.must(p.Store.DB().QueryRow(`SELECT post FROM post_revision WHERE content LIKE $1`, "%"+form.Get("text")+"%").Scan(&id))
			due = p.postNow(id).Due.Format(time.RFC3339)
		} else if status != 422 || !strings.Contains(page, form.Get("text")) {
			t.Errorf("%+v: %d", c, status)
		}
		if due != c.want {
			t.Errorf("%+v: a draft is due %q", c, due)
		}
		if c.zone == "Europe/Vilnius" && c.want == "" {
			for _, path := range []string{"/move", "/release"} {
				if status, _ := b.post("/publications/"+out.ID+path, url.Values{"when": {"at"}, "day": {c.day}, "clock": {c.clock}}); status != 422 && status != 409 {
					t.Errorf("%+v: %s: %d", c, path, status)
				}
			}
			if now := p.publicationNow(out.ID); !now.Due.Equal(out.Due) || now.State != publish.Scheduled {
				t.Errorf("%+v: the publication is %s and due %s", c, now.State, now.Due)
			}
		}
	}
	quiet := monday9.AddDate(0, 0, 4).Add(time.Hour) // moved into a quiet period after it was approved, it waits for a word
	b.post("/publications/"+out.ID+"/move", url.Values{"day": {"2026-03-13"}, "clock": {"10:00"}})
	p.now = quiet
	p.run()
	if held := p.becomes(out.ID, publish.Held); held.Hold != publish.Quiet {
		t.Errorf("in a quiet period it is held for %q", held.Hold)
	}
}

// TestPicturesThatAreNone uploads what is no picture, or too much of one, and leaves nothing behind on the disk.
func TestPicturesThatAreNone(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	t.Setenv("PATH", "") // nobody reads the words here
	r, _, _ := composing(t)
	b := r.browser(r.person("Rasa Rasaitė", staff.Author))
	good := dot(t)
	bomb := bytes.Clone(good) // 40,000 by 40,000 pixels, it says
	copy(bomb[16:], []byte{0, 0, 0x9c, 0x40, 0, 0, 0x9c, 0x40})
	sum := crc32.ChecksumIEEE(bomb[12:29])
	copy(bomb[29:], []byte{byte(sum >> 24), byte(sum >> 16), byte(sum >> 8), byte(sum)})
	var photo bytes.Buffer
	r.must(jpeg.Encode(&photo, image.NewRGBA(image.Rect(0, 0, 640, 480)), nil))
	for what, file := range map[string][]byte{
		"a bomb": bomb, "a ZIP behind a picture": append(bytes.Clone(good), "PK\x03\x04evil"...), "an SVG": []byte(`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`),
		"a JPEG cut short": photo.Bytes()[:photo.Len()/2], "a page": []byte("<html><script>alert(1)</script>"), "a PNG without pixels": good[:40],
		"a picture of 16 MB": append(bytes.Clone(good), make([]byte, maxPicture)...),
	} {
		for _, path := range []string{"/pictures", "/posts/new"} {
			if status, page := b.send(path, url.Values{"text": {"Kept while typing"}, "zone": {"Europe/Vilnius"}}, file); status != 422 || strings.Contains(page, "<script>alert") {
				t.Errorf("%s to %s: %d", what, path, status)
			}
		}
	}
	if status, _ := b.send("/pictures", nil, slices.Repeat([][]byte{dotOf(t, 1)}, compose.MaxImages+1)...); status != 422 {
		t.Errorf("21 pictures at once: %d", status)
	}
	if status, _ := b.send("/pictures", nil, good); status != 200 {
		t.Error("a good one is not taken any more")
	}
	for end := time.Now().Add(time.Second); ; time.Sleep(10 * time.Millisecond) { // the server sweeps once it has answered
		left, err := os.ReadDir(os.Getenv("TMPDIR"))
		r.must(err)
		if len(left) == 0 {
			break
		}
		if time.Now().After(end) {
			t.Errorf("%d files are left, such as %s", len(left), left[0].Name())
			break
		}
	}
	var kept int
	r.must(r.Store.DB().QueryRow(`SELECT count(*) FROM post_picture`).Scan(&kept))
	if kept != 1 {
		t.Errorf("%d pictures are kept", kept)
	}
	huge := &counting{Reader: zeros{}}
	request := httptest.NewRequest("POST", "/pictures", huge)
	request.ContentLength = 5 << 30
	request.Header.Set("Content-Type", "multipart/form-data; boundary=x")
	request.Header.Set("Sec-Fetch-Site", "same-origin")
	for _, c := range b.http.Jar.Cookies(r.Address) {
		request.AddCookie(c)
	}
	answer := httptest.NewRecorder()
	r.http.Config.Handler.ServeHTTP(answer, request)
	if answer.Code != 422 || huge.n > maxBody+1<<20 {
		t.Errorf("5 GB: %d after %d bytes", answer.Code, huge.n)
	}
}

// TestAllAtOnce has several do the same in the same moment: exactly one succeeds, and nothing happens twice.
func TestAllAtOnce(t *testing.T) {
	p := pressRoom(t, monday9)
	p.sql(`UPDATE brand_account SET rule = $1`, string(account.Always))
	second := p.person("Cilė Cilaitė", staff.Approver)
	at := func(path string, forms map[*browser]url.Values) (statuses []int) {
		var mu sync.Mutex
		var wait sync.WaitGroup
		for b, form := range forms {
			b = noRedirects(b)
			wait.Go(func() {
				status, _ := b.post(path, form)
				mu.Lock()
				defer mu.Unlock()
				statuses = append(statuses, status)
			})
		}
		wait.Wait()
		slices.Sort(statuses)
		return statuses
	}
	for round := range 5 {
		p.now = p.now.Add(time.Minute)
		draft := p.draft(fmt.Sprint("Our shop opens at nine on day ", round), p.now.Add(time.Hour), 0, 1)
		version := url.Values{"version": {fmt.Sprint(draft.Version)}}
		asked := at("/posts/"+draft.ID+"/submit", map[*browser]url.Values{p.browser(p.author): version, p.browser(p.author): version, p.browser(p.author): version})
		var request string
		var requests int
		p.must(p.Store.DB().QueryRow(`SELECT max(id), count(*) FROM approval_request WHERE post = $1`, draft.ID).Scan(&request, &requests))
		if requests != 1 || p.count("post.submitted") != round+1 || asked[0] < 300 {
			t.Fatalf("submitted three times at once: %v, %d requests", asked, requests)
		}
		no := url.Values{"choice": {"no"}, "reason": {"Too early"}}
		yes := url.Values{"choice": {"yes"}}
		against := []url.Values{yes, no}[round%2]
		voted := at("/approvals/"+request+"/vote", map[*browser]url.Values{p.browser(p.approver): yes, p.browser(second): against})
		if !slices.Equal(voted, []int{303, 409}) {
			t.Errorf("two votes at once: %v", voted)
		}
		var votes, outgoing int
		p.must(p.Store.DB().QueryRow(`SELECT count(*) FROM publication WHERE post = $1`, draft.ID).Scan(&outgoing))
		p.must(p.Store.DB().QueryRow(`SELECT count(DISTINCT person) FROM approval_vote WHERE request = $1`, request).Scan(&votes))
		state := p.postNow(draft.ID).State
		if want := map[compose.State]int{compose.Approved: 2, compose.Rejected: 0}[state]; votes != 1 || outgoing != want || state == compose.Review {
			t.Errorf("%s after %d votes, %d publications", state, votes, outgoing)
		}
	}
	held := at("/pause", map[*browser]url.Values{p.browser(p.officer): {"what": {"everything"}, "why": {"A"}}, p.browser(p.officer): {"what": {"everything"}, "why": {"B"}}})
	if n := p.count("publish.paused"); !slices.Equal(held, []int{303, 303}) || n != 1 {
		t.Errorf("two pauses at once: %v, %d on the record", held, n)
	}
	var pause string
	p.must(p.Store.DB().QueryRow(`SELECT id FROM pause`).Scan(&pause))
	if status, _ := p.browser(p.author).post("/pause", url.Values{"what": {"everything"}, "why": {"A"}}); status != 403 {
		t.Errorf("a pause without the right: %d", status)
	}
	if status, _ := p.browser(p.author).post("/pause/"+pause+"/resume", nil); status != 403 {
		t.Errorf("an end of it without the right: %d", status)
	}
	ended := at("/pause/"+pause+"/resume", map[*browser]url.Values{p.browser(p.officer): nil, p.browser(p.officer): nil})
	if !slices.Equal(ended, []int{303, 409}) || p.count("publish.resumed") != 1 {
		t.Errorf("ended twice at once: %v", ended)
	}
}

// TestTheLeaversPostsDoNotGoOut: what somebody who left had scheduled waits for others, who are told and can take it on.
func TestTheLeaversPostsDoNotGoOut(t *testing.T) {
	p := pressRoom(t, monday9)
	heir := p.person("Cilė Cilaitė", staff.Author)
	boss := p.person("Rasa Rasaitė", staff.Administrator)
	out := p.approved("Our shop opens at nine", monday9.Add(time.Hour), 0)[0]
	author := p.browser(p.author)
	if status, page := p.browser(boss).post("/people/"+p.author.ID+"/leave", url.Values{"version": {fmt.Sprint(p.reload(p.author).Version)}}); status != 200 {
		t.Fatal(status, page)
	}
	if status, _ := noRedirects(author).post("/publications/"+out.ID+"/release", url.Values{"when": {"now"}}); status != 303 || p.publicationNow(out.ID).State != publish.Scheduled {
		t.Error("who has left is still heard")
	}
	p.now = out.Due
	p.run()
	held := p.becomes(out.ID, publish.Held)
	if held.Hold != publish.Standing {
		t.Errorf("it is held for %q", held.Hold)
	}
	b := p.browser(heir)
	_, page := b.get("/")
	p.holds(page, "/publications/"+out.ID)
	_, page = b.get("/publications/" + out.ID)
	p.holds(page, "no longer may")
	b.post("/publications/"+out.ID+"/release", url.Values{"when": {"now"}})
	if again := p.becomes(out.ID, publish.Held); again.Hold != publish.Standing {
		t.Errorf("after a word it is held for %q", again.Hold)
	}
	if _, page = b.post("/posts/"+out.Post+"/reopen", nil); !strings.Contains(page, "It is a draft again") {
		t.Error("nobody can take it on")
	}
	if posts, err := p.network.Out(); err != nil || len(posts["account_0"]) != 0 {
		t.Errorf("out is %q (%v)", posts, err)
	}
}

// TestDisconnectedInBetween: an account that is disconnected between the yes and the time says so, and a word sends nothing.
func TestDisconnectedInBetween(t *testing.T) {
	p := pressRoom(t, monday9)
	out := p.approved("Our shop opens at nine", monday9.Add(time.Hour), 0)[0]
	if status, page := p.browser(p.officer).post("/accounts/"+p.accounts[0].ID+"/disconnect", url.Values{"reason": {"Sold"}}); status != 200 {
		t.Fatal(status, page)
	}
	p.now = out.Due
	p.run()
	for range 2 {
		if held := p.becomes(out.ID, publish.Held); held.Hold != publish.NoAccount {
			t.Errorf("it is held for %q", held.Hold)
		}
		if status, page := p.browser(p.author).post("/publications/"+out.ID+"/release", url.Values{"when": {"now"}}); status != 200 && status != 409 {
			t.Errorf("a word: %d %s", status, page)
		}
	}
	if posts, _ := p.network.Out(); len(posts["account_0"]) != 0 {
		t.Errorf("out is %q", posts)
	}
}
