package web

import (
	"net/url"
	"strings"
	"testing"
	"time"

	"rostrum/publish"
	"rostrum/staff"
	"rostrum/store"
)

// monday9 is a Monday, nine in the morning in Vilnius; Wednesday is a public holiday.
var monday9 = time.Date(2026, 3, 9, 7, 0, 0, 0, time.UTC)

func contains(t *testing.T, page string, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if !strings.Contains(page, text) {
			t.Errorf("the page lacks %q:\n%s", text, page)
		}
	}
}

// TestCalendar: what goes out stands on its day, at the company's clock, and empty slots beside it.
func TestCalendar(t *testing.T) {
	p := pressRoom(t, monday9)
	ctx := t.Context()
	p.must(p.Store.Write(ctx, func(tx *store.Tx) error {
		a := p.accounts[1]
		a.Slots = append(a.Slots, slot(time.Thursday, 10*60))
		return tx.ChangeBrandAccount(ctx, a)
	}))
	out := p.approved("Our shop opens at nine", monday9.Add(24*time.Hour), 0)[0]
	near := p.draft("Our shop opens at ten", monday9.Add(24*time.Hour+20*time.Minute), 0)
	b := p.browser(p.author)
	status, page := b.get("/calendar")
	if status != 200 {
		t.Fatal(status, page)
	}
	contains(t, page, "Week 11: 9–15\u00a0March 2026", `href="/publications/`+out.ID, `href="/posts/`+near.ID, `<time>09:00</time>`, `<time>09:20</time>`,
		"Close to another at 09:20", "Close to another at 09:00", "Day of Restoration of Independence", "Quiet period: Mourning",
		"day=2026-03-12", "clock=10%3A00", `data-move="/publications/`+out.ID+`/move"`)
	if strings.Count(page, `class="calendar-day today`) != 1 {
		t.Error("today is not marked once")
	}
	_, page = b.get("/calendar?month=2026-03&account=" + p.accounts[0].ID)
	contains(t, page, "March\u00a02026", out.ID, "Clocks go an hour forward")
	for _, odd := range []string{"week=2026-W99", "week=x", "month=2026-13", "month=0000-01"} {
		if status, page := b.get("/calendar?" + odd); status != 200 || !strings.Contains(page, "today") {
			t.Errorf("%s: %d", odd, status)
		}
	}
	_, page = b.get("/posts/new?account=" + p.accounts[1].ID + "&day=2026-03-12&clock=10:00")
	contains(t, page, `value="`+p.accounts[1].ID+`" checked`, `value="2026-03-12"`, `value="10:00"`)

	status, page = b.post("/publications/"+out.ID+"/move", url.Values{"day": {"2026-03-12"}, "clock": {"10:15"}, "then": {"/calendar"}})
	contains(t, page, "It has another time now", "<time>10:15</time>")
	if now := p.publicationNow(out.ID); status != 200 || !now.Due.Equal(time.Date(2026, 3, 12, 8, 15, 0, 0, time.UTC)) || now.State != publish.Scheduled {
		t.Errorf("it is %s and due %s", now.State, now.Due)
	}
	status, page = b.post("/publications/"+out.ID+"/move", url.Values{"day": {"2026-03-01"}, "clock": {"10:15"}})
	if status != 422 {
		t.Errorf("into the past: %d", status)
	}
	contains(t, page, "This time has passed", `value="2026-03-01"`)
	b.post("/posts/"+near.ID+"/move", url.Values{"day": {"2026-03-13"}, "clock": {"12:00"}, "then": {"/calendar"}})
	if due := p.postNow(near.ID).Due; !due.Equal(time.Date(2026, 3, 13, 10, 0, 0, 0, time.UTC)) {
		t.Errorf("the draft is due %s", due)
	}
}

// TestPublicationGoesItsWay: late, given the word for the next slot, moved on to now, out, and taken down.
func TestPublicationGoesItsWay(t *testing.T) {
	p := pressRoom(t, monday9)
	late := p.approved("Our shop opens at nine", monday9.Add(-time.Hour), 0)[0]
	b := p.browser(p.author)
	_, page := b.get("/")
	contains(t, page, "Decide when this goes out", "/publications/"+late.ID)
	_, page = b.get("/publications/" + late.ID)
	contains(t, page, "It was approved after its time", "When does it go out?", "Needs a decision: approved after its time")
	if status, page := b.post("/publications/"+late.ID+"/release", url.Values{"when": {"slot"}}); status != 422 || !strings.Contains(page, "no slots") {
		t.Errorf("without slots: %d", status)
	}
	if status, page := b.post("/publications/"+late.ID+"/release", url.Values{"when": {"at"}, "day": {"2026-03-29"}, "clock": {"03:30"}}); status != 422 || !strings.Contains(page, "does not exist") {
		t.Errorf("in the hour that the clocks leave out: %d", status)
	}
	p.run()
	_, page = b.post("/publications/"+late.ID+"/release", url.Values{"when": {"now"}})
	contains(t, page, "It may go out now")
	p.becomes(late.ID, publish.Sent)
	_, page = b.get("/publications/" + late.ID)
	contains(t, page, "It went out on 9", "Asta Astaitė let it go out", "The network confirmed it", p.network.Address, "Take it down", "Change the text")
	if status, _ := b.post("/publications/"+late.ID+"/take-down", nil); status != 422 {
		t.Errorf("without a reason: %d", status)
	}
	_, page = b.post("/publications/"+late.ID+"/take-down", url.Values{"why": {"The hours were wrong"}})
	contains(t, page, "It is being taken down")
	p.becomes(late.ID, publish.Deleted)
	_, page = b.get("/publications/" + late.ID)
	contains(t, page, "It was out, and was taken down.")

	_, page = p.browser(p.officer).get("/posts/" + late.Post + "/why")
	contains(t, page, "Revision 1", "Birutė Birutaitė", "Fine", `href="/versions/2"`, late.Digest, "Our shop opens at nine", "/ledger/", "Check it again now")
	_, page = p.browser(p.officer).get("/posts/" + late.Post + "/why?again=" + late.Request)
	contains(t, page, "the same verdict, by the same rules")
}

// TestChangeTheText takes a scheduled post back to its writers.
func TestChangeTheText(t *testing.T) {
	p := pressRoom(t, monday9)
	out := p.approved("Our shop opens at nine", monday9.Add(time.Hour), 0, 1)
	_, page := p.browser(p.author).post("/posts/"+out[0].Post+"/reopen", nil)
	contains(t, page, "It is a draft again", "Our shop opens at nine")
	for _, one := range out {
		if now := p.publicationNow(one.ID); now.State != publish.Cancelled {
			t.Errorf("it is %s", now.State)
		}
	}
}

// TestPauseFromThePage: two clicks, then everybody sees it; what was on its way is named; resuming releases nothing.
func TestPauseFromThePage(t *testing.T) {
	p := pressRoom(t, monday9)
	began := make(chan bool, 10)
	p.network.Slow(300*time.Millisecond, func() { began <- true })
	going := p.approved("Our shop opens at nine", time.Time{}, 0)[0]
	p.run()
	p.becomes(going.ID, publish.Sending)
	b := p.browser(p.officer)
	_, page := b.get("/handbook")
	contains(t, page, `class="pause-button" href="/pause"`)
	_, page = b.get("/pause")
	contains(t, page, "Pause now", "@account_0", "everything")
	if status, page := b.post("/pause", url.Values{"what": {"everything"}}); status != 422 || !strings.Contains(page, "Say why") {
		t.Errorf("without a reason: %d", status)
	}
	_, page = b.post("/pause", url.Values{"what": {"everything"}, "why": {"Somebody has the password"}})
	contains(t, page, "Nothing has left since 09:00:00", "1 post was already on its way and went out", "/publications/"+going.ID, "Nothing goes out: everything is paused.")
	if now := p.publicationNow(going.ID); now.State != publish.Sent {
		t.Errorf("it is %s", now.State)
	}
	for path, who := range map[string]staff.Person{"/": p.author, "/posts": p.approver, "/people": p.person("Auditor", staff.Auditor)} {
		_, page := p.browser(who).get(path)
		contains(t, page, "Nothing goes out: everything is paused.", "Somebody has the password", "Dalia Dalytė")
		if strings.Contains(page, "/pause") {
			t.Errorf("%s leads to the pause who may not end it", path)
		}
	}
	if _, page := p.browser(p.person("Nobody in particular", staff.Employee)).get("/"); strings.Contains(page, "paused") {
		t.Error("who sees no posts is told of pauses")
	}
	due := p.approved("Our shop closes at six", time.Time{}, 1)[0]
	_, page = b.get("/pause")
	id := page[strings.Index(page, `id="pause-`)+len(`id="pause-`):]
	id = id[:strings.IndexByte(id, '"')]
	_, page = b.get("/pause/" + id)
	contains(t, page, "1 post became due meanwhile", "Our shop closes at six")
	_, page = b.post("/pause/"+id+"/resume", nil)
	contains(t, page, "meanwhile needs somebody’s decision", "Our shop closes at six", "Its time, 9")
	if now := p.publicationNow(due.ID); now.State != publish.Held || now.Hold != publish.Overdue {
		t.Errorf("it is %s (%s)", now.State, now.Hold)
	}
	if status, _ := b.post("/pause/"+id+"/resume", nil); status != 409 {
		t.Errorf("resumed twice: %d", status)
	}
}

// TestPauseOfOne stops an account, a network or a topic, and nothing that does not exist.
func TestPauseOfOne(t *testing.T) {
	p := pressRoom(t, monday9)
	b := p.browser(p.officer)
	for _, what := range []string{"account/" + p.accounts[0].ID, "network/" + p.accounts[0].Network, "everything"} {
		if _, page := b.post("/pause", url.Values{"what": {what}, "why": {"A crisis"}}); !strings.Contains(page, "Paused") {
			t.Errorf("%s: %s", what, page)
		}
	}
	_, page := b.get("/calendar")
	contains(t, page, "Nothing goes out on @account_0", "everything is paused")
	for _, what := range []string{"", "account/", "account/nobody", "planet/earth"} {
		if status, _ := b.post("/pause", url.Values{"what": {what}, "why": {"A crisis"}}); status != 422 {
			t.Errorf("%q: %d", what, status)
		}
	}
}

// TestTakingDownAsksForAProof: eleven minutes after the last one. The reason that was typed is there again after it.
func TestTakingDownAsksForAProof(t *testing.T) {
	p := pressRoom(t, monday9)
	out := p.approved("Our shop opens at nine", monday9, 0)[0]
	p.run()
	p.becomes(out.ID, publish.Sent)
	b := p.browser(p.author)
	p.now = p.now.Add(11 * time.Minute)
	if _, page := b.post("/publications/"+out.ID+"/take-down", url.Values{"why": {"The hours were “wrong”"}}); !strings.Contains(page, "Is it still you?") || !strings.Contains(page, "then=%2Fpublications%2F"+out.ID) {
		t.Errorf("an old proof was enough, or one does not come back: %s", page)
	}
	if _, page := b.get("/publications/" + p.approved("Another", monday9.Add(time.Hour), 1)[0].ID); strings.Contains(page, "hours were") {
		t.Error("the reason is shown at another publication")
	}
	_, page := b.get("/publications/" + out.ID)
	contains(t, page, `value="The hours were “wrong”"`, `<details class="menu confirm" open>`)
	if _, page := b.get("/publications/" + out.ID); strings.Contains(page, "hours were") {
		t.Error("the reason is shown more than once")
	}
}

// TestAStricterRuleHoldsWhatWasApproved names another approver for an account while an approved post waits to go out there.
func TestAStricterRuleHoldsWhatWasApproved(t *testing.T) {
	p := pressRoom(t, monday9)
	waits := p.approved("Our shop opens at nine", monday9.Add(time.Hour), 0)[0]
	other := p.person("Cyrus Cyrutis", staff.Approver)
	officer := p.browser(p.officer)
	path := "/accounts/" + p.accounts[0].ID
	_, page := officer.get(path)
	contains(t, page, "One approved post waits to go out here")
	_, page = officer.post(path, url.Values{"owner": {p.accounts[0].Owner}, "rule": {"always"}, "approvers": {p.approver.ID, other.ID}, "all": {"all"},
		"zone": {"Europe/Vilnius"}, "languages": {"en"}, "version": {itoa(p.accounts[0].Version)}})
	contains(t, page, "One approved post that waits to go out here lacks a yes")
	p.now = monday9.Add(time.Hour)
	p.run()
	p.becomes(waits.ID, publish.Held)
	b := p.browser(p.author)
	_, page = b.get("/publications/" + waits.ID)
	contains(t, page, "the account’s rule became stricter", "Change the text")
	if status, page := b.post("/publications/"+waits.ID+"/release", url.Values{"when": {"now"}}); status != 409 || !strings.Contains(page, "submit it again") {
		t.Errorf("the word alone lets it go: %d", status)
	}
}

// TestImpactTriesWhatWentOut: a draft of the policy is held against the posts of the last 90 days, too.
func TestImpactTriesWhatWentOut(t *testing.T) {
	p := pressRoom(t, monday9)
	p.run()
	p.becomes(p.approved("Our shop opens at nine", time.Time{}, 0)[0].ID, publish.Sent)
	b := p.browser(p.person("Rasa Rasaitė", staff.PolicyOwner))
	_, page := b.get(b.draft("Stricter") + "/impact")
	contains(t, page, "1 of them went out in the last 90 days")
}

// TestMoveWithoutAMouse: each card that can be moved leads to a form with day and hour, which works without scripts; what was typed
// stays where it is refused; and a move is taken back with one press, to the very second.
func TestMoveWithoutAMouse(t *testing.T) {
	p := pressRoom(t, monday9)
	due := monday9.Add(24*time.Hour + 17*time.Second)
	out := p.approved("Our shop opens at nine", due, 0)[0]
	draft := p.draft("Our shop opens at ten", due, 1)
	b := p.browser(p.author)
	_, page := b.get("/calendar?week=2026-W11")
	for _, action := range []string{"/publications/" + out.ID + "/move", "/posts/" + draft.ID + "/move"} {
		contains(t, page, action+"?then=%2fcalendar%3fweek%3d2026-W11")
		_, form := b.get(action + "?then=%2Fcalendar%3Fweek%3D2026-W11")
		contains(t, form, `action="`+action+`"`, `value="2026-03-10"`, `value="09:00"`, `value="/calendar?week=2026-W11"`)
		status, form := b.post(action, url.Values{"day": {"2026-03-01"}, "clock": {"10:15"}, "then": {"/calendar?week=2026-W11"}})
		if status != 422 {
			t.Errorf("into the past: %d", status)
		}
		contains(t, form, "This time has passed", `value="2026-03-01"`, `value="10:15"`, `value="/calendar?week=2026-W11"`)
		_, moved := b.post(action, url.Values{"day": {"2026-03-12"}, "clock": {"10:15"}, "then": {"/calendar?week=2026-W11"}})
		contains(t, moved, "It has another time now", "<time>10:15</time>", "Undo", `value="2026-03-10T07:00:17Z"`)
	}
	moved := time.Date(2026, 3, 12, 8, 15, 0, 0, time.UTC)
	if a, b := p.publicationNow(out.ID).Due, p.postNow(draft.ID).Due; !a.Equal(moved) || !b.Equal(moved) {
		t.Errorf("moved to %s and %s", a, b)
	}
	_, page = b.post("/publications/"+out.ID+"/move", url.Values{"due": {"2026-03-10T07:00:17Z"}, "then": {"/calendar"}})
	contains(t, page, "It has another time now")
	b.post("/posts/"+draft.ID+"/move", url.Values{"due": {"2026-03-10T07:00:17Z"}, "zone": {"Europe/Vilnius"}, "then": {"/calendar"}})
	if a, b := p.publicationNow(out.ID).Due, p.postNow(draft.ID).Due; !a.Equal(due) || !b.Equal(due) {
		t.Errorf("taken back to %s and %s", a, b)
	}
	p.now = due.Add(-time.Minute)
	b = p.browser(p.author)
	_, page = b.post("/posts/"+draft.ID+"/move", url.Values{"day": {"2026-03-12"}, "clock": {"10:15"}, "then": {"/calendar"}})
	contains(t, page, "Undo")
	p.now = due.Add(time.Hour)
	if _, page = b.post("/posts/"+draft.ID+"/move", url.Values{"due": {"2026-03-10T07:00:17Z"}, "then": {"/calendar"}}); !strings.Contains(page, "has passed") {
		t.Error("a move was taken back to a time that has passed")
	}
	if status, _ := p.browser(p.approver).get("/posts/" + draft.ID + "/move"); status != 403 {
		t.Errorf("who may not write: %d", status)
	}
}
