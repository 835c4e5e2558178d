package approval_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"rostrum/account"
	"rostrum/approval"
	"rostrum/compose"
	"rostrum/fault"
	"rostrum/post"
	"rostrum/staff"
)

// TestNothingIsApprovedWithoutTheYesOfOthers is promise 2: whatever people do, in whatever order, each step of an approved
// request has the yes it asks for on exactly what the post says, by people who may vote and had no hand in it.
func TestNothingIsApprovedWithoutTheYesOfOthers(t *testing.T) {
	e := edition(t, "")
	approvals := 0
	for seed := range uint64(3000) {
		r := rand.New(rand.NewPCG(seed, 2))
		s := newShelf()
		s.accounts[0].Rule = account.Always
		if r.IntN(2) == 0 {
			s.accounts[0].Approvers, s.accounts[0].All = []string{"ben", "cai", "eva"}[r.IntN(2):], r.IntN(2) == 0
		}
		w := world{s: s, e: e, r: r, now: noon}
		w.begin(t)
		for step := range 25 {
			what := w.act(t)
			if fault := w.broken(); fault != "" {
				t.Fatalf("seed %d, step %d, after %s: %s", seed, step, what, fault)
			}
		}
		for _, req := range s.requests {
			if req.State == approval.Approved {
				approvals++
			}
		}
	}
	if approvals < 300 {
		t.Errorf("only %d requests were approved: the test tries too little", approvals)
	}
}

// world is people who do things at random.
type world struct {
	s    *shelf
	e    approval.Edition
	r    *rand.Rand
	now  time.Time
	post string
}

func (w *world) someone() string {
	return []string{"ada", "ben", "cai", "dag", "eva", "fay"}[w.r.IntN(6)]
}

func (w *world) begin(t *testing.T) {
	p, err := compose.Begin(context.Background(), w.s, w.s.people["ada"], w.content(), time.Time{}, "UTC", w.now)
	if err != nil {
		t.Fatal(err)
	}
	w.post = p.ID
}

func (w *world) content() post.Content {
	text := []string{"Hi", "Guaranteed", "Our turnover"}[w.r.IntN(3)]
	return post.Content{Text: fmt.Sprintf("%s %d", text, w.r.IntN(1000)), Accounts: []string{"a-main"}}
}

// act lets somebody do something, allowed or not; what fails changes nothing, as a transaction would have it.
func (w *world) act(t *testing.T) string {
	ctx, who := context.Background(), w.someone()
	w.now = w.now.Add(time.Minute)
	p := w.s.posts[w.post]
	person := w.s.people[who]
	switch w.r.IntN(10) {
	case 0:
		_, err := compose.Save(ctx, w.s, person, w.post, p.Version, w.content(), time.Time{}, "UTC", w.now.Add(time.Hour*time.Duration(w.r.IntN(2))))
		return fmt.Sprint(who, " edits: ", err)
	case 1, 2:
		_, err := approval.Submit(ctx, w.s, person, w.post, p.Version, w.e, nil, w.now)
		return fmt.Sprint(who, " submits: ", err)
	case 3:
		if w.r.IntN(3) > 0 {
			return "nothing"
		}
		if err := approval.Void(ctx, w.s, who, w.post, w.now); err != nil {
			t.Fatal(err)
		}
		if p = w.s.posts[w.post]; p.State != compose.Draft {
			if _, err := compose.TakenBack(ctx, w.s, p, w.now); err != nil {
				t.Fatal(err)
			}
		}
		return who + " takes back"
	case 4:
		roles := [][]staff.Role{{staff.Author}, {staff.Approver}, {staff.Author, staff.Approver}, {}}[w.r.IntN(4)]
		person.Roles, person.State = roles, []staff.State{staff.Active, staff.Active, staff.Left}[w.r.IntN(3)]
		w.s.people[who] = person
		return who + " changes roles"
	case 5:
		err := approval.StandIn(ctx, w.s, person, approval.Delegation{StandIn: w.someone(), From: w.now, Until: w.now.Add(time.Hour)}, w.now)
		return fmt.Sprint(who, " is away: ", err)
	}
	if len(w.s.requests) == 0 {
		return "nothing"
	}
	req := w.s.requests[len(w.s.requests)-1-w.r.IntN(min(2, len(w.s.requests)))]
	choice := approval.Yes
	if w.r.IntN(12) == 0 {
		choice = approval.Change
	}
	stale := person
	stale.State, stale.Roles = staff.Active, []staff.Role{staff.Approver} // what a session remembers
	_, err := approval.Cast(ctx, w.s, stale, req.ID, choice, "because", w.now)
	if err != nil && !fault.Is(err, fault.Forbidden) && !fault.Is(err, fault.Conflict) {
		t.Fatalf("%s votes: %v", who, err)
	}
	w.judge(t, req.ID)
	return fmt.Sprint(who, " votes ", choice, ": ", err)
}

// judge holds a request that was approved with this vote against those who may vote at this moment.
func (w *world) judge(t *testing.T, id string) {
	req, err := w.s.Request(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	if req.State != approval.Approved || !req.Decided.Equal(w.now) {
		return
	}
	p := w.s.posts[w.post]
	if p.State != compose.Approved || p.Digest != req.Digest || p.Revision != req.Revision {
		t.Fatalf("approved %s r%d, but the post says %s r%d", req.Digest, req.Revision, p.Digest, p.Revision)
	}
	for _, s := range req.Steps {
		seats := map[string]string{} // seat → person
		for _, v := range s.Votes {
			voter := w.s.people[v.Person]
			if v.Choice == approval.Yes && slices.Contains(s.Who, v.Seat()) && staff.May(voter, staff.VotePosts) == nil {
				seats[v.Seat()] = v.Person
			}
		}
		people := map[string]bool{}
		for _, who := range seats {
			people[who] = true
		}
		if wanted := 1; s.All && len(people) < len(s.Who) || len(people) < wanted {
			t.Fatalf("step %+v has the yes of %v", s, seats)
		}
	}
}

// broken tells what must never be: a vote by somebody who wrote the post, or an approved post without an approved request on
// exactly what it says.
func (w *world) broken() string {
	p := w.s.posts[w.post]
	decided := false
	for _, req := range w.s.requests {
		for _, s := range req.Steps {
			for _, id := range s.Who {
				if slices.Contains(req.Writers, id) {
					return id + " is asked about their own post"
				}
			}
			for _, v := range s.Votes {
				if slices.Contains(req.Writers, v.Person) || slices.Contains(req.Writers, v.For) {
					return v.Person + " voted on their own post"
				}
			}
		}
		decided = decided || req.State == approval.Approved && req.Digest == p.Digest && req.Revision == p.Revision
	}
	if p.State == compose.Approved && !decided {
		return "approved without a decision on what it says"
	}
	return ""
}
