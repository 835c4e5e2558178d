package approval_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"rostrum/account"
	"rostrum/approval"
	"rostrum/compose"
	"rostrum/fault"
	"rostrum/post"
	"rostrum/staff"
)

// submit begins a post of Ada's, which Ben wrote on where he is named, and asks for a decision.
func submit(t testing.TB, s *shelf, e approval.Edition, text string, guests ...approval.GuestAsked) approval.Request {
	t.Helper()
	ctx := context.Background()
	p, err := compose.Begin(ctx, s, s.people["ada"], post.Content{Text: text, Accounts: []string{"a-main"}}, noon.Add(24*time.Hour), "Europe/Vilnius", noon)
	if err != nil {
		t.Fatal(err)
	}
	req, err := approval.Submit(ctx, s, s.people["ada"], p.ID, p.Version, e, guests, noon)
	if err != nil {
		t.Fatal(err)
	}
	return req
}

// cast votes and gives the state after it and the fault's code, if there was one.
func cast(s *shelf, req approval.Request, who string, c approval.Choice) (approval.State, fault.Code) {
	_, err := approval.Cast(context.Background(), s, s.people[who], req.ID, c, "because", noon.Add(time.Hour))
	now, _ := s.Request(context.Background(), req.ID)
	if err != nil {
		return now.State, fault.For(err).Code
	}
	return now.State, ""
}

func TestNothingAskedIsApprovedAtOnceByThePolicy(t *testing.T) {
	s := newShelf()
	req := submit(t, s, edition(t, ""), "Good morning")
	if req.State != approval.Approved || s.posts[req.Post].State != compose.Approved || s.kinds() != "post.submitted post.approved " {
		t.Errorf("state %s, post %s, ledger %s", req.State, s.posts[req.Post].State, s.kinds())
	}
	if last := s.ledger[1]; last.Actor != approval.ByPolicy || last.Data["digest"] != req.Digest {
		t.Errorf("approved by %s on %v", last.Actor, last.Data)
	}
}

func TestSubmitRefuses(t *testing.T) {
	e := edition(t, "")
	for text, code := range map[string]fault.Code{"Projektas Ąžuolas": fault.Invalid, " \n---\n": fault.Invalid} {
		s := newShelf()
		p, err := compose.Begin(t.Context(), s, s.people["ada"], post.Content{Text: text, Accounts: []string{"a-main"}}, time.Time{}, "UTC", noon)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := approval.Submit(t.Context(), s, s.people["ada"], p.ID, p.Version, e, nil, noon); !fault.Is(err, code) || s.posts[p.ID].State != compose.Draft {
			t.Errorf("%q: %v, post %s", text, err, s.posts[p.ID].State)
		}
		if _, err := approval.Submit(t.Context(), s, s.people["ada"], p.ID, p.Version+1, e, nil, noon); !fault.Is(err, fault.Conflict) {
			t.Errorf("another version: %v", err)
		}
		if _, err := approval.Submit(t.Context(), s, s.people["cai"], p.ID, p.Version, e, nil, noon); !fault.Is(err, fault.Forbidden) {
			t.Errorf("by an approver: %v", err)
		}
	}
}

// TestVotes: each case is a list of votes, and what becomes of the post of Ada's that says "Guaranteed", which legal (Cai,
// Dag) is asked about first, and then any approver.
func TestVotes(t *testing.T) {
	for name, c := range map[string]struct {
		votes  string // who choice, each
		state  approval.State
		code   fault.Code // of the last vote
		post   compose.State
		before func(*shelf)
	}{
		"one yes for both steps":         {votes: "cai yes", state: approval.Approved, post: compose.Approved},
		"the author":                     {votes: "ada yes", state: approval.Open, code: fault.Forbidden, post: compose.Review},
		"the author with the role":       {votes: "ada yes", state: approval.Open, code: fault.Forbidden, post: compose.Review, before: func(s *shelf) { s.people["ada"] = person("ada", "t-legal", staff.Approver, staff.Author) }},
		"somebody of the second step":    {votes: "eva yes", state: approval.Open, code: fault.Conflict, post: compose.Review},
		"who says no":                    {votes: "eva no", state: approval.Rejected, post: compose.Rejected},
		"who wants changes":              {votes: "dag changes", state: approval.Changes, post: compose.Draft},
		"after it was rejected":          {votes: "cai no, dag yes", state: approval.Rejected, code: fault.Conflict, post: compose.Rejected},
		"who lost the role a second ago": {votes: "cai yes", state: approval.Open, code: fault.Forbidden, post: compose.Review, before: func(s *shelf) { s.people["cai"] = person("cai", "t-legal") }},
		"who left a second ago":          {votes: "cai yes", state: approval.Open, code: fault.Forbidden, post: compose.Review, before: func(s *shelf) { p := s.people["cai"]; p.State = staff.Left; s.people["cai"] = p }},
		"a stand-in":                     {votes: "eva yes", state: approval.Approved, post: compose.Approved, before: away("cai", "eva")},
		"a stand-in who wrote it":        {votes: "ada yes", state: approval.Open, code: fault.Forbidden, post: compose.Review, before: away("cai", "ada")},
		"a stand-in for the author":      {votes: "fay yes", state: approval.Open, code: fault.Conflict, post: compose.Review, before: away("ada", "fay")},
		"a stand-in for somebody who left": {votes: "eva yes", state: approval.Open, code: fault.Conflict, post: compose.Review, before: func(s *shelf) {
			away("cai", "eva")(s)
			p := s.people["cai"]
			p.State = staff.Left
			s.people["cai"] = p
		}},
	} {
		t.Run(name, func(t *testing.T) {
			s := newShelf()
			req := submit(t, s, edition(t, ""), "Guaranteed")
			if c.before != nil {
				c.before(s)
			}
			who := s.people
			var state approval.State
			var code fault.Code
			for vote := range strings.SplitSeq(c.votes, ", ") {
				person, choice, _ := strings.Cut(vote, " ")
				s.people = who
				state, code = cast(s, req, person, approval.Choice(choice))
			}
			if state != c.state || code != c.code || s.posts[req.Post].State != c.post {
				t.Errorf("state %s, code %q, post %s; want %s, %q, %s", state, code, s.posts[req.Post].State, c.state, c.code, c.post)
			}
			if refused := strings.Contains(s.kinds(), "post.vote_refused"); refused != (c.code == fault.Forbidden) {
				t.Errorf("on the record as refused: %v; ledger %s", refused, s.kinds())
			}
		})
	}
}

func away(who, standIn string) func(*shelf) {
	return func(s *shelf) {
		s.delegations = []approval.Delegation{{ID: "d", Person: who, StandIn: standIn, From: noon, Until: noon.Add(48 * time.Hour)}}
	}
}

func TestAllMeansDifferentPeople(t *testing.T) {
	s := newShelf()
	s.accounts[0].Rule, s.accounts[0].Approvers, s.accounts[0].All = account.Always, []string{"cai", "dag"}, true
	away("dag", "cai")(s)
	req := submit(t, s, edition(t, ""), "Hi")
	if state, code := cast(s, req, "cai", approval.Yes); state != approval.Open || code != "" {
		t.Errorf("after one of two: %s, %s", state, code)
	}
	if state, code := cast(s, req, "cai", approval.Yes); state != approval.Open || code != fault.Conflict {
		t.Errorf("the same person for the other: %s, %s", state, code)
	}
	if state, code := cast(s, req, "dag", approval.Yes); state != approval.Approved || code != "" {
		t.Errorf("after both: %s, %s", state, code)
	}
}

func TestAnEditVoidsTheVotes(t *testing.T) {
	s := newShelf()
	s.accounts[0].Rule, s.accounts[0].Approvers, s.accounts[0].All = account.Always, []string{"cai", "dag"}, true
	req := submit(t, s, edition(t, ""), "Hi")
	cast(s, req, "cai", approval.Yes)
	if err := approval.Void(t.Context(), s, "ada", req.Post, noon.Add(2*time.Hour)); err != nil {
		t.Fatal(err)
	}
	if state, code := cast(s, req, "dag", approval.Yes); state != approval.Voided || code != fault.Conflict {
		t.Errorf("a vote on what was taken back: %s, %s", state, code)
	}
}

func TestSentAgainUnchanged(t *testing.T) {
	s := newShelf()
	req := submit(t, s, edition(t, ""), "Guaranteed")
	cast(s, req, "cai", approval.Change)
	p := s.posts[req.Post]
	again, err := approval.Submit(t.Context(), s, s.people["ada"], p.ID, p.Version, edition(t, ""), nil, noon.Add(2*time.Hour))
	if err != nil || again.State != approval.Open || again.ID == req.ID || len(again.VotesOf("cai")) > 0 {
		t.Errorf("got %+v, %v", again, err)
	}
}

func TestAVoteCountsOnlyWhileItsVoterMayVote(t *testing.T) {
	s := newShelf()
	s.accounts[0].Rule, s.accounts[0].Approvers, s.accounts[0].All = account.Always, []string{"cai", "dag"}, true
	req := submit(t, s, edition(t, ""), "Hi")
	cast(s, req, "cai", approval.Yes)
	s.people["cai"] = person("cai", "t-legal")
	if state, _ := cast(s, req, "dag", approval.Yes); state != approval.Open {
		t.Errorf("approved by somebody who lost the role: %s", state)
	}
}

func TestGuest(t *testing.T) {
	s, ctx := newShelf(), context.Background()
	req := submit(t, s, edition(t, ""), "Good morning", approval.GuestAsked{Name: "Ona Svečė", Mail: "Ona@Example.org", Lang: "lt"})
	if req.State != approval.Open || len(s.letters) != 1 || s.letters[0].About != approval.AboutGuest {
		t.Fatalf("state %s, letters %+v", req.State, s.letters)
	}
	id, later := req.Steps[0].Who[0], noon.Add(time.Hour)
	if _, err := approval.Mailed(ctx, s, id, "hash", noon); err != nil {
		t.Fatal(err)
	}
	vote := func(session string, at time.Time) fault.Code {
		if _, err := approval.CastGuest(ctx, s, id, session, approval.Yes, "", at); err != nil {
			return fault.For(err).Code
		}
		return ""
	}
	if code := vote("", later); code != fault.Forbidden {
		t.Errorf("the link alone: %q", code)
	}
	if _, err := approval.AskCode(ctx, s, id, "123456", later); err != nil {
		t.Fatal(err)
	}
	if _, err := approval.EnterCode(ctx, s, id, "654321", "browser", later); !errors.As(err, new(*approval.Refusal)) {
		t.Errorf("a wrong code: %v", err)
	}
	if _, err := approval.EnterCode(ctx, s, id, "123 456", "browser", later); err != nil {
		t.Fatal(err)
	}
	if _, err := approval.EnterCode(ctx, s, id, "123456", "other", later); !fault.Is(err, fault.Invalid) {
		t.Errorf("the code a second time: %v", err)
	}
	if code := vote("other", later); code != fault.Forbidden {
		t.Errorf("in another browser: %q", code)
	}
	if code := vote("browser", noon.Add(approval.LinkLasts)); code != fault.Conflict {
		t.Errorf("after the link expired: %q", code)
	}
	if code := vote("browser", later); code != "" || s.posts[req.Post].State != compose.Approved {
		t.Errorf("the guest's yes: %q, post %s", code, s.posts[req.Post].State)
	}
	if code := vote("browser", later); code != fault.Conflict {
		t.Errorf("twice: %q", code)
	}
	if k := s.kinds(); k != "guest.asked post.submitted guest.opened guest.voted post.approved " {
		t.Errorf("ledger %s", k)
	}
}

func TestAnAuthorIsNoGuest(t *testing.T) {
	s := newShelf()
	p, err := compose.Begin(t.Context(), s, s.people["ada"], post.Content{Text: "Hi", Accounts: []string{"a-main"}}, time.Time{}, "UTC", noon)
	if err != nil {
		t.Fatal(err)
	}
	guests := []approval.GuestAsked{{Name: "Me", Mail: "ADA@example.com"}}
	if _, err := approval.Submit(t.Context(), s, s.people["ada"], p.ID, p.Version, edition(t, ""), guests, noon); !fault.Is(err, fault.Invalid) {
		t.Errorf("got %v", err)
	}
}

func TestReminders(t *testing.T) {
	s := newShelf()
	req := submit(t, s, edition(t, ""), "Guaranteed")
	if len(s.nudges) != 2 || !s.nudges[0].Equal(noon.Add(12*time.Hour)) || !s.nudges[1].Equal(noon.Add(22*time.Hour)) {
		t.Errorf("reminders at %v", s.nudges)
	}
	s.letters = nil
	if err := approval.Remind(t.Context(), s, approval.Nudge{Request: req.ID, Escalate: true}, noon.Add(22*time.Hour)); err != nil {
		t.Fatal(err)
	}
	var to []string
	for _, l := range s.letters {
		to = append(to, string(l.About)+" "+l.To)
	}
	if all := strings.Join(to, ", "); all != "reminder cai, reminder dag, escalated eva" {
		t.Errorf("letters: %s", all)
	}
	cast(s, req, "cai", approval.Yes)
	s.letters = nil
	if err := approval.Remind(t.Context(), s, approval.Nudge{Request: req.ID, Escalate: true}, noon.Add(23*time.Hour)); err != nil || len(s.letters) > 0 {
		t.Errorf("after the decision: %v, %v", err, s.letters)
	}
}

func TestComments(t *testing.T) {
	s := newShelf()
	req := submit(t, s, edition(t, ""), "Guaranteed, ačiū")
	c, err := approval.Say(t.Context(), s, s.people["cai"], approval.Comment{Post: req.Post, Revision: 1, Start: 0, End: 10, Text: " Really? "}, noon)
	if err != nil || c.Quote != "Guaranteed" || c.Text != "Really?" {
		t.Fatalf("got %+v, %v", c, err)
	}
	if _, err := approval.Say(t.Context(), s, s.people["cai"], approval.Comment{Post: req.Post, Revision: 1, Start: 0, End: 14, Text: "half a letter"}, noon); !fault.Is(err, fault.Invalid) {
		t.Errorf("a place within a letter: %v", err)
	}
	if err := approval.Resolve(t.Context(), s, s.people["ada"], req.Post, c.ID, noon); err != nil || s.comments[c.ID].Resolver != "ada" {
		t.Errorf("resolve: %v", err)
	}
	if _, err := approval.Say(t.Context(), s, s.people["ada"], approval.Comment{Post: req.Post, Thread: c.ID, Text: "Yes."}, noon); err != nil || !s.comments[c.ID].Resolved.IsZero() {
		t.Errorf("an answer opens the thread: %v", err)
	}
}

// TestCommentsAreToldInOneLetter gathers comments: those concerned get one letter, whoever wrote one gets none of it.
func TestCommentsAreToldInOneLetter(t *testing.T) {
	s := newShelf()
	req := submit(t, s, edition(t, ""), "Guaranteed, ačiū", approval.GuestAsked{Name: "Ona", Mail: "ona@law.example"})
	say := func(who, thread string, after time.Duration) string {
		t.Helper()
		c, err := approval.Say(t.Context(), s, s.people[who], approval.Comment{Post: req.Post, Revision: 1, Thread: thread, Text: "Really?"}, noon.Add(after))
		if err != nil {
			t.Fatal(err)
		}
		return c.ID
	}
	told := func(i int) string {
		t.Helper()
		s.told = nil
		if err := approval.TellRemarks(t.Context(), s, s.remarks[i], noon); err != nil {
			t.Fatal(err)
		}
		return strings.Join(s.told, " ")
	}
	first := say("cai", "", 0)
	say("cai", "", time.Minute)
	if len(s.remarks) != 1 || told(0) != "ada" {
		t.Errorf("two comments of an approver: letters %d, to %v", len(s.remarks), s.told)
	}
	say("ada", first, 6*time.Minute)
	if len(s.remarks) != 2 || told(1) != "cai" {
		t.Errorf("the author's answer: letters %d, to %v", len(s.remarks), s.told)
	}
	say("ada", "", 20*time.Minute)
	if told(2) != "cai dag" {
		t.Errorf("the author asks those whose yes is awaited: to %v", s.told)
	}
}

// TestRemindersKeepHolidays asks on the eve of a public holiday, Midsummer Day, which is a Wednesday in 2026.
func TestRemindersKeepHolidays(t *testing.T) {
	s := newShelf()
	s.company.Zone = "Europe/Vilnius"
	eve := time.Date(2026, 6, 23, 12, 0, 0, 0, time.UTC)
	p, err := compose.Begin(t.Context(), s, s.people["ada"], post.Content{Text: "Guaranteed", Accounts: []string{"a-main"}}, time.Time{}, "Europe/Vilnius", eve)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := approval.Submit(t.Context(), s, s.people["ada"], p.ID, p.Version, edition(t, ""), nil, eve); err != nil {
		t.Fatal(err)
	}
	if len(s.nudges) != 2 || !s.nudges[0].Equal(eve.AddDate(0, 0, 2)) || !s.nudges[1].Equal(eve.AddDate(0, 0, 3)) {
		t.Errorf("reminders at %v", s.nudges)
	}
}

func TestAGuestIsSentANewLink(t *testing.T) {
	s := newShelf()
	req := submit(t, s, edition(t, ""), "Good morning", approval.GuestAsked{Name: "Ona", Mail: "ona@law.example"})
	id := req.Steps[0].Who[0]
	if _, err := approval.Mailed(t.Context(), s, id, "old", noon); err != nil {
		t.Fatal(err)
	}
	if _, err := approval.AskCode(t.Context(), s, id, "123456", noon); err != nil {
		t.Fatal(err)
	}
	if _, err := approval.EnterCode(t.Context(), s, id, "123456", "browser", noon); err != nil {
		t.Fatal(err)
	}
	s.letters = nil
	if _, err := approval.AskAgain(t.Context(), s, s.people["cai"], req.ID, id, noon); !fault.Is(err, fault.Forbidden) {
		t.Errorf("somebody who writes no posts: %v", err)
	}
	if _, err := approval.AskAgain(t.Context(), s, s.people["ada"], "another", id, noon); !fault.Is(err, fault.NotFound) {
		t.Errorf("a guest of another request: %v", err)
	}
	if _, err := approval.AskAgain(t.Context(), s, s.people["ada"], req.ID, id, noon); err != nil || len(s.letters) != 1 || !strings.HasSuffix(s.kinds(), "guest.asked_again ") {
		t.Errorf("%v, letters %v, ledger %s", err, s.letters, s.kinds())
	}
	if _, err := approval.CastGuest(t.Context(), s, id, "browser", approval.Yes, "", noon); err == nil || s.guests[id].Link != "" {
		t.Error("the old link still works")
	}
	if _, err := approval.Mailed(t.Context(), s, id, "new", noon); err != nil {
		t.Fatal(err)
	}
	if _, err := approval.AskCode(t.Context(), s, id, "654321", noon); err != nil {
		t.Fatal(err)
	}
	if _, err := approval.EnterCode(t.Context(), s, id, "654321", "browser", noon); err != nil {
		t.Fatal(err)
	}
	if now, err := approval.CastGuest(t.Context(), s, id, "browser", approval.Yes, "", noon); err != nil || now.State != approval.Approved {
		t.Errorf("by the new link: %s, %v", now.State, err)
	}
	if _, err := approval.AskAgain(t.Context(), s, s.people["ada"], req.ID, id, noon); !fault.Is(err, fault.Conflict) {
		t.Errorf("after the decision: %v", err)
	}
}
