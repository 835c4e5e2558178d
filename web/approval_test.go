package web

import (
	"errors"
	"io"
	"net"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-smtp"

	"rostrum/account"
	"rostrum/approval"
	"rostrum/compose"
	"rostrum/network"
	"rostrum/notify"
	"rostrum/post"
	"rostrum/publish"
	"rostrum/staff"
	"rostrum/store"
	"rostrum/training"
)

// bureau is a room in which Rasa writes for an account whose posts always need a yes, and Jonas and Vaiva can give it.
type bureau struct {
	*room
	rasa, jonas, vaiva staff.Person
	mail               *mailbox
}

func newBureau(t *testing.T) *bureau {
	m := openMailbox(t)
	b := &bureau{mail: m, room: newEntrance(t, true, func(s *Server) {
		s.Mail = m.sender
		s.Networks = map[string]network.Network{"stage": &stage{}}
	})}
	b.rasa, b.jonas, b.vaiva = b.person("Rasa Rasaitė", staff.Author, staff.Approver), b.person("Jonas Jonaitis", staff.Approver), b.person("Vaiva Vaivaitė", staff.Approver)
	ctx := t.Context()
	b.must(b.Store.Write(ctx, func(tx *store.Tx) error {
		team := staff.Team{ID: staff.NewID(), Name: "Communications"}
		errs := []error{tx.AddTeam(ctx, team, "communications"), tx.AddBrandAccount(ctx, account.Account{ID: "main", Network: "stage", Server: "https://stage.example",
			Remote: "1", Handle: "@banga@stage.example", Name: "Banga", Rule: account.Always, Owner: b.jonas.ID, Zone: "Europe/Vilnius", State: account.Connected, Version: 1})}
		for _, course := range []string{"brand-guidelines", "etiquette", "confidentiality", "consequences"} {
			errs = append(errs, tx.AddCertificate(ctx, training.Certificate{ID: staff.NewID(), Person: b.rasa.ID, Course: course, Passed: b.now, Expires: b.now.AddDate(1, 0, 0)}))
		}
		b.rasa.Team = team.ID
		return errors.Join(append(errs, tx.ChangePerson(ctx, b.rasa))...)
	}))
	b.rasa.Version++
	return b
}

// submitted is a post of Rasa's that was sent for approval.
func (b *bureau) submitted(text string, guests ...approval.GuestAsked) approval.Request {
	b.t.Helper()
	ctx := b.t.Context()
	var p compose.Post
	b.must(b.Store.Write(ctx, func(tx *store.Tx) (err error) {
		p, err = compose.Begin(ctx, tx, b.rasa, post.Content{Text: text, Accounts: []string{"main"}, Lang: "en"}, b.now.Add(26*time.Hour), "Europe/Vilnius", b.now)
		return err
	}))
	return b.submit(p, guests...)
}

func (b *bureau) submit(p compose.Post, guests ...approval.GuestAsked) (req approval.Request) {
	b.t.Helper()
	ctx := b.t.Context()
	b.must(b.Store.Write(ctx, func(tx *store.Tx) error {
		e, err := b.Edition(ctx, tx, b.now)
		if err != nil {
			return err
		}
		req, err = publish.Submit(ctx, tx, b.rasa, p.ID, p.Version, e, guests, b.now)
		return err
	}))
	return req
}

// ledgerHas tells whether the last entry of a kind is by the actor.
func (b *bureau) ledgerHas(kind, actor string) bool { return b.entry(kind).Actor == actor }

func TestAYesFromThePhoneInTwoTaps(t *testing.T) {
	b := newBureau(t)
	req := b.submitted("Good morning, dear customers")
	jonas := b.browser(b.jonas)
	_, page := jonas.get("/")
	b.holds(page, "Your yes, please", `/approvals/`+req.ID)
	_, page = jonas.get("/approvals")
	b.holds(page, "Good morning, dear customers", "Rasa Rasaitė", "@banga@stage.example", "Goes out")
	_, page = jonas.get("/approvals/" + req.ID)
	b.holds(page, "Yes, publish it", "Ask for changes", "Approvers of @banga@stage.example", "Vaiva Vaivaitė", "one of them")
	_, page = jonas.post("/approvals/"+req.ID+"/vote", url.Values{"choice": {"yes"}})
	b.holds(page, "Your yes is on the record", "Approved", "You said yes")
	if b.postNow(req.Post).State != compose.Approved || !b.ledgerHas("post.approved", b.jonas.ID) || b.jobs("approval_letter") == 0 {
		t.Errorf("post %s, letters %d", b.postNow(req.Post).State, b.jobs("approval_letter"))
	}
	_, page = jonas.get("/approvals")
	b.holds(page, "Nothing waits for you", "You decided lately")
	if status, page := b.browser(b.vaiva).post("/approvals/"+req.ID+"/vote", url.Values{"choice": {"yes"}}); status != 409 || !strings.Contains(page, "approved already") {
		t.Errorf("a vote on what is decided: %d", status)
	}
}

func TestTheAuthorsVoteIsRefusedAndOnTheRecord(t *testing.T) {
	b := newBureau(t)
	req := b.submitted("Good morning")
	rasa := b.browser(b.rasa)
	_, page := rasa.get("/approvals/" + req.ID)
	if strings.Contains(page, "Yes, publish it") || !strings.Contains(page, "You had a hand in this post") {
		t.Error("the author is offered a vote")
	}
	status, page := rasa.post("/approvals/"+req.ID+"/vote", url.Values{"choice": {"yes"}})
	if status != 403 || !strings.Contains(page, "other people decide") || !b.ledgerHas("post.vote_refused", b.rasa.ID) || b.postNow(req.Post).State != compose.Review {
		t.Errorf("%d, on record %+v", status, b.entry("post.vote_refused"))
	}
	jonas := b.browser(b.jonas)
	left := b.reload(b.jonas)
	left.Roles = nil
	b.must(b.Store.Write(t.Context(), func(tx *store.Tx) error { return tx.ChangePerson(t.Context(), left) }))
	if status, _ := jonas.post("/approvals/"+req.ID+"/vote", url.Values{"choice": {"yes"}}); status != 403 || b.postNow(req.Post).State != compose.Review {
		t.Errorf("who lost the role a second ago: %d", status)
	}
}

func TestSentBackAndAskedAgain(t *testing.T) {
	b := newBureau(t)
	req := b.submitted("Good morning, everybody")
	jonas := b.browser(b.jonas)
	status, page := jonas.post("/approvals/"+req.ID+"/vote", url.Values{"choice": {"changes"}})
	if status != 422 {
		t.Errorf("changes without saying which: %d", status)
	}
	b.holds(page, "Say why")
	_, page = jonas.post("/approvals/"+req.ID+"/vote", url.Values{"choice": {"changes"}, "reason": {"Say “dear customers”."}})
	b.holds(page, "Sent back", "Say “dear customers”.")
	var p compose.Post
	b.now = b.now.Add(time.Hour)
	b.must(b.Store.Write(t.Context(), func(tx *store.Tx) (err error) {
		if p, err = tx.Post(t.Context(), req.Post); err != nil {
			return err
		}
		c := p.Content
		c.Text = "Good morning, dear customers"
		p, err = compose.Save(t.Context(), tx, b.rasa, p.ID, p.Version, c, p.Due, p.Zone, b.now)
		return err
	}))
	again := b.submit(p)
	_, page = jonas.get("/approvals/" + again.ID)
	b.holds(page, "What changed since you were last asked", "<del>", "<ins>", "Yes, publish it")
	if status, _ := jonas.post("/approvals/"+req.ID+"/vote", url.Values{"choice": {"yes"}}); status != 409 {
		t.Errorf("a vote on the old revision: %d", status)
	}
}

func TestCommentsOnSpans(t *testing.T) {
	b := newBureau(t)
	req := b.submitted("Good morning\n\nSee you soon")
	jonas, rasa := b.browser(b.jonas), b.browser(b.rasa)
	_, page := jonas.post("/approvals/"+req.ID+"/comments", url.Values{"start": {"14"}, "end": {"21"}, "text": {"Who is <b>you</b>?"}})
	b.holds(page, "<q>See you</q>", "Who is &lt;b&gt;you&lt;/b&gt;?", "Comment added")
	id := regexp.MustCompile(`id="comment-([^"]+)"`).FindStringSubmatch(page)[1]
	_, page = rasa.post("/approvals/"+req.ID+"/comments", url.Values{"thread": {id}, "text": {"All of them."}})
	b.holds(page, "All of them.")
	_, page = rasa.post("/approvals/"+req.ID+"/comments/"+id+"/resolve", nil)
	b.holds(page, "Resolved by Rasa Rasaitė")
	if status, _ := jonas.post("/approvals/"+req.ID+"/comments", url.Values{"start": {"0"}, "end": {"9999"}, "text": {"x"}}); status != 422 {
		t.Errorf("a place that is not there: %d", status)
	}
}

func TestAStandInDecides(t *testing.T) {
	b := newBureau(t)
	b.must(b.Store.Write(t.Context(), func(tx *store.Tx) error {
		a, err := tx.BrandAccount(t.Context(), "main")
		a.Approvers = []string{b.jonas.ID}
		return errors.Join(err, tx.ChangeBrandAccount(t.Context(), a))
	}))
	jonas, vaiva := b.browser(b.jonas), b.browser(b.vaiva)
	day := b.now.Format(time.DateOnly)
	if status, page := jonas.post("/account/stand-in", url.Values{"stand_in": {b.jonas.ID}, "from": {day}, "until": {day}}); status != 422 || !strings.Contains(page, "Choose somebody else") {
		t.Errorf("oneself: %d", status)
	}
	_, page := jonas.post("/account/stand-in", url.Values{"stand_in": {b.vaiva.ID}, "from": {day}, "until": {day}})
	b.holds(page, "Your stand-in is named", "Vaiva Vaivaitė", "I am back")
	req := b.submitted("Good morning")
	_, page = vaiva.get("/approvals")
	b.holds(page, "You stand in for", "For Jonas Jonaitis")
	_, page = vaiva.post("/approvals/"+req.ID+"/vote", url.Values{"choice": {"yes"}})
	b.holds(page, "Approved", "Vaiva Vaivaitė stood in")
	if last := b.entry("post.voted"); last.Actor != b.vaiva.ID || last.Data["for"] != b.jonas.ID {
		t.Errorf("on record: %+v", last)
	}
}

func TestAGuestDecidesByALinkOfTheirOwn(t *testing.T) {
	b := newBureau(t)
	b.must(b.Store.Write(t.Context(), func(tx *store.Tx) error {
		a, err := tx.BrandAccount(t.Context(), "main")
		a.Rule = account.Findings
		return errors.Join(err, tx.ChangeBrandAccount(t.Context(), a))
	}))
	req := b.submitted("Good morning", approval.GuestAsked{Name: "Ona Svečė", Mail: "ona@law.example", Lang: "lt"})
	b.must(b.sendApprovalLetter(t.Context(), approval.Letter{About: approval.AboutGuest, Request: req.ID, To: req.Steps[0].Who[0]}))
	link := b.mail.find(t, "ona@law.example", `/review/rsg_\w+`)
	ona, stranger := b.browser(staff.Person{}), b.browser(staff.Person{})
	_, page := ona.get(link)
	b.holds(page, "Atsiųsti kodą", "o…@law.example")
	if strings.Contains(page, "Good morning") {
		t.Error("the link alone shows the post")
	}
	if status, page := stranger.post(link, url.Values{"do": {"vote"}, "choice": {"yes"}}); status != 403 || b.postNow(req.Post).State != compose.Review {
		t.Errorf("a vote with the link alone: %d %s", status, page)
	}
	_, page = ona.post(link, url.Values{"do": {"code"}})
	b.holds(page, "išsiuntėme kodą")
	if status, page := ona.post(link, url.Values{"do": {"enter"}, "code": {"000000x"}}); status != 422 || !strings.Contains(page, "Kodas ne tas") {
		t.Errorf("a wrong code: %d", status)
	}
	code := b.mail.find(t, "ona@law.example", `\b\d{6}\b`)
	_, page = ona.post(link, url.Values{"do": {"enter"}, "code": {code}})
	b.holds(page, "Good morning", "Pritariu, skelbkite")
	if strings.Contains(page, "Jonas") || strings.Contains(page, `href="/approvals"`) {
		t.Error("a guest sees the company's inside")
	}
	_, page = stranger.get(link)
	b.holds(page, "kitoje naršyklėje")
	_, page = ona.post(link, url.Values{"do": {"comment"}, "start": {"0"}, "end": {"4"}, "text": {"Gražu"}})
	b.holds(page, "<q>Good</q>", "Gražu")
	_, page = ona.post(link, url.Values{"do": {"vote"}, "choice": {"yes"}})
	b.holds(page, "Jūs pritarėte")
	if b.postNow(req.Post).State != compose.Approved || !b.ledgerHas("guest.voted", req.Steps[0].Who[0]) {
		t.Errorf("post %s", b.postNow(req.Post).State)
	}
	_, page = stranger.get(link)
	b.holds(page, "Jūs pritarėte")
	if status, _ := stranger.get(link[:len(link)-2] + "xx"); status != 404 {
		t.Errorf("a wrong link: %d", status)
	}
}

// TestAGuestsLinkIsSentAgain by the author, who has a button for it beside the guest.
func TestAGuestsLinkIsSentAgain(t *testing.T) {
	b := newBureau(t)
	req := b.submitted("Good morning", approval.GuestAsked{Name: "Ona Svečė", Mail: "ona@law.example", Lang: "en"})
	guest := req.Steps[len(req.Steps)-1].Who[0]
	letter := approval.Letter{About: approval.AboutGuest, Request: req.ID, To: guest}
	b.must(b.sendApprovalLetter(t.Context(), letter))
	old := b.mail.find(t, "ona@law.example", `/review/rsg_\w+`)
	again := "/approvals/" + req.ID + "/guests/" + guest + "/again"
	if _, page := b.browser(b.jonas).get("/approvals/" + req.ID); strings.Contains(page, again) {
		t.Error("somebody who writes no posts is offered it")
	}
	rasa := b.browser(b.rasa)
	_, page := rasa.get("/approvals/" + req.ID)
	b.holds(page, again, "Send a new link")
	_, page = rasa.post(again, nil)
	b.holds(page, "A new link is on its way")
	if status, _ := b.browser(staff.Person{}).get(old); status != 404 || !b.ledgerHas("guest.asked_again", b.rasa.ID) {
		t.Errorf("the old link: %d", status)
	}
	b.must(b.sendApprovalLetter(t.Context(), letter))
	link := b.mail.find(t, "ona@law.example", `/review/rsg_\w+`)
	if _, page := b.browser(staff.Person{}).get(link); link == old || !strings.Contains(page, "Send me the code") {
		t.Error("the new link does not open")
	}
}

// TestCommentsComeByMail to those concerned, several in one letter, and never to who wrote them.
func TestCommentsComeByMail(t *testing.T) {
	b := newBureau(t)
	req := b.submitted("Good morning\n\nSee you soon")
	jonas := b.browser(b.jonas)
	jonas.post("/approvals/"+req.ID+"/comments", url.Values{"start": {"14"}, "end": {"21"}, "text": {"Who is you?"}})
	jonas.post("/approvals/"+req.ID+"/comments", url.Values{"start": {"0"}, "end": {"0"}, "text": {"Nice!"}})
	if n := b.jobs("approval_remarks"); n != 1 {
		t.Errorf("%d letters are planned", n)
	}
	gathered := approval.Remarks{Post: req.Post, From: b.now}
	b.must(b.tellRemarks(t.Context(), gathered))
	if n := b.jobs("approval_remarks_letter"); n != 1 {
		t.Errorf("%d people are told", n)
	}
	for _, who := range []staff.Person{b.rasa, b.jonas} {
		b.must(b.sendRemarksLetter(t.Context(), approval.RemarksLetter{Remarks: gathered, To: who.ID}))
	}
	b.mail.find(t, b.rasa.Mail, `Jonas Jonaitis, on \S*See you\S*: Who is you`)
	b.mail.find(t, b.rasa.Mail, `Jonas Jonaitis: Nice!`)
	if b.mail.has(b.jonas.Mail) {
		t.Error("the commenter is written to about the comment")
	}
}

// TestApproversReadWhatThePolicySaysAsApprovers, and its author as its author.
func TestApproversReadWhatThePolicySaysAsApprovers(t *testing.T) {
	b := newBureau(t)
	path := "/approvals/" + b.submitted("Good morning").ID
	_, page := b.browser(b.jonas).get(path)
	b.holds(page, "No rule speaks against it", "for you to judge")
	if strings.Contains(page, "You may post this") {
		t.Error("the approver is told what the author may do")
	}
	_, page = b.browser(b.rasa).get(path)
	b.holds(page, "You may post this")
}

// TestTheQueueHasPages when more waits than fits on one.
func TestTheQueueHasPages(t *testing.T) {
	b := newBureau(t)
	var last approval.Request
	for range approvalsShown + 1 {
		last = b.submitted("Good morning")
	}
	jonas := b.browser(b.jonas)
	_, page := jonas.get("/approvals")
	next := regexp.MustCompile(`rel="next" href="([^"]+)"`).FindStringSubmatch(page)
	if next == nil || strings.Contains(page, "/approvals/"+last.ID) {
		t.Fatal("there is no next page, or all of it is on the first")
	}
	if _, page := jonas.get(next[1]); !strings.Contains(page, "/approvals/"+last.ID) || strings.Contains(page, `rel="next"`) {
		t.Error("the last one is not on the last page")
	}
}

// TestLettersAboutApprovals sends each letter there is.
func TestLettersAboutApprovals(t *testing.T) {
	b := newBureau(t)
	req := b.submitted("Good morning")
	for _, l := range []approval.Letter{{About: approval.AboutAsked, To: b.jonas.ID}, {About: approval.AboutReminder, To: b.jonas.ID}, {About: approval.AboutEscalated, To: b.vaiva.ID}} {
		l.Request = req.ID
		b.must(b.sendApprovalLetter(t.Context(), l))
	}
	b.mail.find(t, b.jonas.Mail, "wrote a post that needs your yes")
	b.mail.find(t, b.jonas.Mail, "still waits for you")
	b.mail.find(t, b.vaiva.Mail, "Jonas Jonaitis")
	b.browser(b.jonas).post("/approvals/"+req.ID+"/vote", url.Values{"choice": {"no"}, "reason": {"Too early."}})
	b.must(b.sendApprovalLetter(t.Context(), approval.Letter{About: approval.AboutRejected, Request: req.ID, To: b.rasa.ID}))
	b.mail.find(t, b.rasa.Mail, "Too early.")
}

// mailbox is a mail server that keeps what it is handed.
type mailbox struct {
	sender *notify.Mail
	mu     sync.Mutex
	to     []string
	bodies []string
}

func openMailbox(t *testing.T) *mailbox {
	t.Helper()
	m := &mailbox{}
	server := smtp.NewServer(smtp.BackendFunc(func(*smtp.Conn) (smtp.Session, error) { return &mailing{box: m}, nil }))
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	go func() { _ = server.Serve(listener) }()
	t.Cleanup(func() { _ = server.Close() })
	if m.sender, err = notify.ParseMail("smtp://" + listener.Addr().String() + "?from=rostrum@example.com"); err != nil {
		t.Fatal(err)
	}
	return m
}

// find gives the latest match in a letter to the address.
func (m *mailbox) find(t *testing.T, to, pattern string) string {
	t.Helper()
	m.mu.Lock()
	defer m.mu.Unlock()
	for i := len(m.bodies) - 1; i >= 0; i-- {
		if found := regexp.MustCompile(pattern).FindString(m.bodies[i]); m.to[i] == to && found != "" {
			return found
		}
	}
	t.Fatalf("no letter to %s has %s:\n%s", to, pattern, strings.Join(m.bodies, "\n=====\n"))
	return ""
}

// has tells whether anything came to the address.
func (m *mailbox) has(to string) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.Contains(m.to, to)
}

// mailing is one letter on its way.
type mailing struct {
	box *mailbox
	to  string
}

func (s *mailing) Mail(string, *smtp.MailOptions) error { return nil }
func (s *mailing) Rcpt(to string, _ *smtp.RcptOptions) error {
	s.to = to
	return nil
}
func (s *mailing) Reset()        {}
func (s *mailing) Logout() error { return nil }
func (s *mailing) Data(r io.Reader) error {
	raw, err := io.ReadAll(r)
	s.box.mu.Lock()
	defer s.box.mu.Unlock()
	s.box.to, s.box.bodies = append(s.box.to, s.to), append(s.box.bodies, unfolded(string(raw)))
	return err
}

// unfolded takes quoted-printable's breaks and equals signs out of a letter, as far as these tests read it.
func unfolded(s string) string {
	return strings.NewReplacer("=\r\n", "", "\r\n", "\n", "=3D", "=").Replace(s)
}
