package web

import (
	"html"
	"io"
	"mime/quotedprintable"
	"net"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-smtp"

	"rostrum/notify"
	"rostrum/policy"
	"rostrum/staff"
	"rostrum/store"
	"rostrum/studio"
	"rostrum/training"
)

var hiddenField = regexp.MustCompile(`<input type="hidden" name="(clause|digest|course|place)" value="([^"]*)">`)

// filled gives a form with the hidden fields that a page has.
func filled(page string) url.Values {
	form := url.Values{}
	for _, field := range hiddenField.FindAllStringSubmatch(page, -1) {
		form.Set(field[1], html.UnescapeString(field[2]))
	}
	return form
}

// signAll presses the button under one clause after another, and counts.
func (b *browser) signAll(from string) (signed int, last string) {
	b.room.t.Helper()
	_, page := b.get(from)
	for strings.Contains(page, "I have read and understood") && signed < 100 {
		var status int
		if status, page = b.post("/training/sign", filled(page)); status != 200 {
			b.room.t.Fatalf("after %d signatures: %d", signed, status)
		}
		signed++
	}
	return signed, page
}

// publish brings a changed policy into force.
func (r *room) publish(number int, change func(files map[string][]byte)) *policy.Policy {
	r.t.Helper()
	ctx := r.t.Context()
	var loaded *policy.Policy
	r.must(r.Store.Write(ctx, func(tx *store.Tx) error {
		version, err := tx.VersionAt(ctx, r.now)
		r.must(err)
		files, err := tx.Content(ctx, version.Digest)
		r.must(err)
		change(files)
		loaded, err = policy.Load(files)
		r.must(err)
		r.must(tx.AddContent(ctx, loaded.Digest, files))
		return tx.AddVersion(ctx, studio.Version{ID: staff.NewID(), Number: number, Name: "next", State: studio.Published, Digest: loaded.Digest,
			Created: r.now, Changed: r.now, Effective: r.now, Published: r.now})
	}))
	return loaded
}

func TestReadAndSign(t *testing.T) {
	r := newRoom(t)
	b := r.browser(r.person("Jonas Jonaitis"))
	if _, page := b.get("/training"); !strings.Contains(page, "25 clauses wait for you") {
		t.Error("the number of clauses is not told")
	}
	if _, page := b.get("/"); !strings.Contains(page, "Read and sign 25 clauses") {
		t.Error("the home page does not tell what waits")
	}
	signed, page := b.signAll("/training/sign")
	if signed != 25 || !strings.Contains(page, "Done. Thank you.") || !strings.Contains(page, "2\u00a0March 2026") {
		t.Errorf("%d signed, then %s", signed, page)
	}
	if _, page := b.get("/"); strings.Contains(page, "/training/sign") {
		t.Error("the home page still asks to sign")
	}
	r.now = r.now.Add(time.Hour)
	_, before := b.get("/training/sign")
	r.publish(2, func(files map[string][]byte) {
		files["clauses/respect/en.md"] = append(files["clauses/respect/en.md"], "\nAlso towards competitors.\n"...)
		files["clauses/form/clause.yaml"] = append(files["clauses/form/clause.yaml"], "# a remark\n"...)
	})
	if strings.Contains(before, "I have read") {
		t.Error("asked to sign again before anything changed")
	}
	_, changed := b.get("/training/sign")
	if !strings.Contains(changed, "Changed since you signed it on 2\u00a0March 2026") || !regexp.MustCompile(`<ins>.*Also towards competitors\.`).MatchString(strings.ReplaceAll(changed, "\n", " ")) {
		t.Errorf("what changed is not shown: %s", changed)
	}
	r.publish(3, func(files map[string][]byte) {
		files["clauses/respect/en.md"] = append(files["clauses/respect/en.md"], "\nAnd journalists.\n"...)
	})
	r.now = r.now.Add(time.Second)
	status, page := b.post("/training/sign", filled(changed))
	if status != 409 || !strings.Contains(page, "changed while you were reading") || !strings.Contains(page, "journalists") {
		t.Errorf("a text that is not in force any more was taken: %d", status)
	}
	if signed, _ := b.signAll("/training/sign"); signed != 1 {
		t.Errorf("%d clauses to sign after one changed", signed)
	}
}

// answerAll answers the quiz that is under way, the first wrong ones wrongly, and gives the result's page.
func (b *browser) answerAll(course string, wrong int) string {
	b.room.t.Helper()
	r := b.room
	var all []training.Question
	r.must(r.Store.Read(r.t.Context(), func(tx *store.Tx) error {
		ready, err := r.InForce(r.t.Context(), tx, r.now)
		r.must(err)
		all, err = r.questions(ready)
		return err
	}))
	address := "/training/courses/" + course + "/quiz"
	for n := range training.Length {
		_, page := b.get(address)
		form := filled(page)
		for _, q := range all {
			if strings.Contains(html.UnescapeString(page), ">"+q.Text+"</blockquote>") {
				given := q.Right
				if n < wrong {
					given = map[training.Choice]training.Choice{training.Fine: training.NotFine, training.AskFirst: training.Fine, training.NotFine: training.Fine}[q.Right]
				}
				form.Set("answer", string(given))
			}
		}
		status, page := b.post(address, form)
		if want := map[bool]string{true: "Not quite", false: "That is right"}[n < wrong]; status != 200 || !strings.Contains(page, want) {
			r.t.Fatalf("question %d: %d, and not %q", n, status, want)
		}
	}
	_, page := b.get(address)
	return page
}

func TestCourseQuizCertificate(t *testing.T) {
	r := newRoom(t)
	jonas, ona := r.person("Jonas Jonaitis"), r.person("Rasa Rasaitė", staff.PolicyOwner)
	b, owner, other := r.browser(jonas), r.browser(ona), r.browser(r.person("Petras Petraitis"))
	const course = "/training/courses/confidentiality"
	if status, page := b.post(course, nil); status != 409 || !strings.Contains(page, "First read and sign") {
		t.Errorf("the quiz began before the clauses were signed: %d", status)
	}
	if signed, _ := b.signAll("/training/sign?course=confidentiality"); signed != 4 {
		t.Errorf("%d clauses signed for the course", signed)
	}
	if status, page := b.post(course, nil); status != 200 || !strings.Contains(page, "Question 1 of 8") {
		t.Fatalf("the quiz does not begin: %d %s", status, page)
	}
	if status, page := b.post(course+"/quiz", url.Values{"place": {"1"}}); status != 422 || !strings.Contains(page, "Choose one of the answers") {
		t.Errorf("no answer: %d", status)
	}
	if page := b.answerAll("confidentiality", 2); !strings.Contains(page, "Not this time") || !strings.Contains(page, "6 of 8 right") {
		t.Error("75 % passes")
	}
	b.post(course, nil)
	page := b.answerAll("confidentiality", 1)
	link := regexp.MustCompile(`/training/certificates/[a-z0-9]+`).FindString(page)
	if !strings.Contains(page, "You passed") || link == "" {
		t.Fatalf("7 of 8 does not pass: %s", page)
	}
	if status, page := b.get(link); status != 200 || !strings.Contains(page, "Jonas Jonaitis") || !strings.Contains(page, "2\u00a0March 2027") || strings.Contains(page, "Reason") {
		t.Errorf("the certificate: %d", status)
	}
	if status, _ := other.get(link); status != 404 {
		t.Errorf("somebody else's certificate: %d", status)
	}
	if status, _ := b.post(link+"/withdraw", url.Values{"reason": {"x"}}); status != 403 {
		t.Errorf("an employee withdraws a certificate: %d", status)
	}
	if status, page := owner.get("/signatures/certificates"); status != 200 || !strings.Contains(page, link) {
		t.Errorf("the list of certificates: %d", status)
	}
	if status, page := owner.post(link+"/withdraw", url.Values{"reason": {"Wrong person"}}); status != 200 || !strings.Contains(page, "The certificate is withdrawn.") {
		t.Errorf("withdrawing: %d", status)
	}
	if _, page := b.get(course); !strings.Contains(page, "Withdrawn") {
		t.Error("the course does not tell that its certificate is withdrawn")
	}
}

func TestWhoHasSigned(t *testing.T) {
	r := newRoom(t)
	ctx := t.Context()
	owner, auditor, b := r.browser(r.person("Rasa Rasaitė", staff.PolicyOwner)), r.browser(r.person("Auda Audė", staff.Auditor)), r.browser(r.person("Jonas Jonaitis"))
	r.person("=cmd|' /C calc'!A0")
	team := staff.Team{ID: staff.NewID(), Name: "Sales"}
	r.must(r.Store.Write(ctx, func(tx *store.Tx) error {
		r.must(tx.AddTeam(ctx, team, "sales"))
		p, err := tx.PersonByMail(ctx, "jonas.jonaitis@example.com")
		r.must(err)
		p.Team = team.ID
		return tx.ChangePerson(ctx, p)
	}))
	if status, _ := b.get("/signatures"); status != 403 {
		t.Errorf("an employee sees who has signed: %d", status)
	}
	if _, page := owner.get("/signatures?team=" + team.ID); !strings.Contains(page, `<th scope="row">Jonas Jonaitis</th>`) || strings.Contains(page, `<th scope="row">Auda Audė</th>`) {
		t.Error("the list by team is wrong")
	}
	b.signAll("/training/sign")
	if _, page := owner.get("/signatures?team=" + team.ID); !strings.Contains(page, "Everybody here has signed.") || !strings.Contains(page, `<td class="heat-0">100%</td>`) {
		t.Error("a team that has signed is not shown so")
	}
	status, table := auditor.post("/signatures/export", nil)
	if status != 200 || !strings.HasPrefix(table, "\ufeffName,") {
		t.Fatalf("the table: %d %.60q", status, table)
	}
	if !strings.Contains(table, "'=cmd|") || strings.Contains(table, "\n=cmd") || strings.Contains(table, ",=cmd") {
		t.Error("a name is taken for a formula")
	}
	if !regexp.MustCompile(`Jonas Jonaitis,jonas.jonaitis@example.com,Sales(,2026-03-02){25}\r\n`).MatchString(table) || !regexp.MustCompile(`Auda Audė,[^,]*,,{25}\r\n`).MatchString(table) {
		t.Errorf("the table: %s", table)
	}
	if n := r.entries("signature.exported"); n != 1 {
		t.Errorf("%d entries about the export", n)
	}
	if status, _ := auditor.post("/signatures/remind", nil); status != 403 {
		t.Errorf("an auditor has people reminded: %d", status)
	}
	if status, page := owner.post("/signatures/remind?team="+team.ID+"&clause=respect", nil); status != 200 || !strings.Contains(page, "Reminders are on their way.") || r.entries("signature.reminded") != 1 {
		t.Errorf("reminding: %d", status)
	}
}

func (r *room) entries(kind string) int {
	r.t.Helper()
	ctx := r.t.Context()
	n := 0
	r.must(r.Store.Read(ctx, func(tx *store.Tx) error {
		found, err := tx.LedgerEntries(ctx, store.LedgerFilter{Kind: kind}, 1<<40, 100)
		n = len(found)
		return err
	}))
	return n
}

func (r *room) jobs(kind string) (n int) {
	r.t.Helper()
	r.must(r.Store.DB().QueryRowContext(r.t.Context(), `SELECT count(*) FROM river_job WHERE kind = '`+kind+`'`).Scan(&n))
	return n
}

// TestRemindersGoOutOnce has the hourly job run through a fortnight, and more often than it would.
func TestRemindersGoOutOnce(t *testing.T) {
	r := newRoom(t)
	r.person("Jonas Jonaitis")
	r.browser(r.person("Rasa Rasaitė")).signAll("/training/sign")
	begun := r.now
	for hour := range 24 * 15 {
		r.now = begun.Add(time.Duration(hour) * time.Hour)
		r.must(r.remindDue(t.Context()))
		r.must(r.remindDue(t.Context()))
	}
	// Jonas, and Ona who founded the company: on the third, seventh and fourteenth day.
	if n := r.jobs("sign_letter"); n != 6 {
		t.Errorf("%d letters in a fortnight, want 6", n)
	}
	for range 2 {
		r.must(r.remindAsked(t.Context(), AskedReminders{}))
	}
	if n := r.jobs("sign_letter"); n != 8 {
		t.Errorf("%d letters after somebody asked twice, want 8", n)
	}
}

// inbox is a mail server that keeps what it is handed.
type inbox struct{ letters []string }

func (b *inbox) Mail(string, *smtp.MailOptions) error { return nil }
func (b *inbox) Rcpt(string, *smtp.RcptOptions) error { return nil }
func (b *inbox) Reset()                               {}
func (b *inbox) Logout() error                        { return nil }
func (b *inbox) Data(r io.Reader) error {
	letter, err := io.ReadAll(quotedprintable.NewReader(r))
	b.letters = append(b.letters, string(letter))
	return err
}

func TestLetterTellsWhatIsLeftToSign(t *testing.T) {
	r := newRoom(t)
	box := &inbox{}
	server := smtp.NewServer(smtp.BackendFunc(func(*smtp.Conn) (smtp.Session, error) { return box, nil }))
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	r.must(err)
	go server.Serve(listener)
	t.Cleanup(func() { server.Close() })
	r.Mail, err = notify.ParseMail("smtp://" + listener.Addr().String() + "?from=policy@example.com")
	r.must(err)
	jonas := r.person("Jonas Jonaitis")
	b := r.browser(jonas)
	if signed, _ := b.signAll("/training/sign?course=confidentiality"); signed != 4 {
		t.Fatal(signed)
	}
	var job SignLetter
	r.must(r.Store.Read(t.Context(), func(tx *store.Tx) error {
		version, err := tx.VersionAt(t.Context(), r.now)
		job = SignLetter{jonas.ID, version.Digest}
		return err
	}))
	r.must(r.sendSignLetter(t.Context(), job))
	if len(box.letters) != 1 || !strings.Contains(box.letters[0], "Subject: 21 clauses") || !strings.Contains(box.letters[0], r.Address.String()+"/training/sign") ||
		!strings.Contains(box.letters[0], "- 1.1 ") || strings.Contains(box.letters[0], "- 5.1 ") {
		t.Errorf("the letter: %q", box.letters)
	}
	b.signAll("/training/sign")
	r.must(r.sendSignLetter(t.Context(), job))
	if len(box.letters) != 1 {
		t.Error("who has signed everything meanwhile was reminded")
	}
}

func TestHolderIsToldThatACertificateEnds(t *testing.T) {
	r := newRoom(t)
	ctx := t.Context()
	holder := r.person("Jonas Jonaitis")
	r.must(r.Store.Write(ctx, func(tx *store.Tx) error {
		return tx.AddCertificate(ctx, training.Certificate{ID: "c", Person: holder.ID, Course: "etiquette", Passed: r.now, Expires: r.now.AddDate(0, 0, 60)})
	}))
	for day := range 60 {
		now := r.now.AddDate(0, 0, day)
		r.must(r.Store.Write(ctx, func(tx *store.Tx) error { return r.warnOfEnds(ctx, tx, now) }))
		if n, want := r.jobs("course_letter"), map[bool]int{true: 1}[day >= 30]+map[bool]int{true: 1}[day >= 53]; n != want {
			t.Fatalf("on day %d there are %d letters, want %d", day, n, want)
		}
	}
}

func TestCellsKeepNoFormula(t *testing.T) {
	for name, want := range map[string]string{"=1+1": "'=1+1", "+370": "'+370", "-1": "'-1", "@x": "'@x", "\t=1": "'\t=1", "Rasa": "Rasa", "": ""} {
		if got := harmless(name); got != want {
			t.Errorf("%q became %q", name, got)
		}
	}
}
