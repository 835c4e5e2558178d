package publish

import (
	"slices"
	"testing"
	"time"

	"rostrum/network"
)

var noon = time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)

func TestKeysSortInTheOrderInWhichTheyWereChosen(t *testing.T) {
	keys := NewKeys(77)
	var all []string
	for i := range 100 {
		key := keys.Next(noon.Add(time.Duration(-i) * time.Second)) // the clock goes back
		for piece := range 25 {
			all = append(all, PieceKey(key, piece))
		}
	}
	if !slices.IsSorted(all) || len(slices.Compact(slices.Clone(all))) != len(all) {
		t.Error("keys repeat or do not sort")
	}
}

// TestWhatAFailureMakesOfAPublication holds the states to what is known: nothing that may be out is tried again unseen, and
// nothing is called sent that the network did not confirm.
func TestWhatAFailureMakesOfAPublication(t *testing.T) {
	for _, c := range []struct {
		name  string
		state State
		verb  Verb
		kind  network.Kind
		begun time.Duration // ago
		until time.Duration // from now
		want  State
		hold  Hold
		again time.Duration
	}{
		{"it says no", Sending, Post, network.Refused, 0, 0, Failed, SaidNo, 0},
		{"it cannot", Sending, Edit, network.Unsupported, 0, 0, Failed, SaidNo, 0},
		{"too many", Sending, Post, network.Limited, 0, 10 * time.Minute, Scheduled, "", 10 * time.Minute},
		{"too many for long", Sending, Post, network.Limited, 0, 2 * time.Hour, Failed, TooMany, 0},
		{"signed out", Sending, Post, network.SignedOut, 0, 0, Held, NoAccount, 0},
		{"away", Sending, Post, network.Away, time.Minute, 0, Scheduled, "", firstWait},
		{"away for long", Sending, Post, network.Away, Endurance, 0, Failed, OutOfReach, 0},
		{"no answer", Sending, Post, network.Unknown, 0, 0, Unsure, "", firstWait},
		{"no answer after long", Sending, Post, network.Unknown, 2 * Endurance, 0, Unsure, "", firstWait},
		{"no answer to an edit, which may be made twice", Sending, Edit, network.Unknown, 0, 0, Scheduled, "", firstWait},
		{"away while looking", Unsure, Post, network.Away, 0, 0, Unsure, "", firstWait},
		{"no to a look", Unsure, Post, network.Refused, 0, 0, Unsure, "", firstWait},
		{"away while looking for long", Unsure, Post, network.Away, Endurance, 0, Unsure, OutOfReach, 0},
		{"signed out while looking", Unsure, Post, network.SignedOut, 0, 0, Unsure, NoAccount, 0},
	} {
		p := Publication{State: c.state, Verb: c.verb, Begun: noon.Add(-c.begun), Lease: noon.Add(time.Second), Holder: "w"}
		failure := &network.Error{Kind: c.kind, Said: "no"}
		if c.until > 0 {
			failure.Until = noon.Add(c.until)
		}
		got, _ := p.After(Outcome{Err: failure}, noon)
		again := time.Duration(0)
		if !got.Again.IsZero() {
			again = got.Again.Sub(noon)
		}
		if got.State != c.want || got.Hold != c.hold || again != c.again || got.Said != "no" || !got.Lease.IsZero() || !got.Sent.IsZero() {
			t.Errorf("%s: %s (%s) again in %v, want %s (%s) in %v", c.name, got.State, got.Hold, again, c.want, c.hold, c.again)
		}
	}
}

// TestALookThatFindsNothing sends again, unless a human's word is needed by now.
func TestALookThatFindsNothing(t *testing.T) {
	for hold, want := range map[Hold]State{"": Scheduled, Overdue: Held} {
		p := Publication{State: Unsure, Verb: Post, Hold: hold, Begun: noon}
		if got, _ := p.After(Outcome{Missing: true}, noon); got.State != want || got.Hold != hold {
			t.Errorf("with %q it becomes %s (%s)", hold, got.State, got.Hold)
		}
		if got, kind := p.After(Outcome{Receipt: &network.Receipt{ID: "1"}}, noon); got.State != Sent || got.Hold != "" || kind != "publication.sent" {
			t.Errorf("found, with %q, it becomes %s (%s)", hold, got.State, got.Hold)
		}
	}
}

func TestPausesHold(t *testing.T) {
	p := Publication{Account: "a", Network: "n", Topic: "t", Verb: Post}
	for _, c := range []struct {
		scope Scope
		what  string
		want  bool
	}{
		{Everything, "", true}, {OfAccount, "a", true}, {OfAccount, "b", false}, {OfNetwork, "n", true}, {OfNetwork, "m", false},
		{OfTopic, "t", true}, {OfTopic, "u", false}, {"nobody knows", "", true},
	} {
		pause := Pause{Scope: c.scope, What: c.what}
		if pause.Holds(p) != c.want {
			t.Errorf("%s %s holds: %v", c.scope, c.what, !c.want)
		}
		if down := (Publication{Verb: Delete, Account: "a"}); pause.Holds(down) {
			t.Errorf("%s keeps from taking down", c.scope)
		}
		pause.Ended = noon
		if pause.Holds(p) {
			t.Errorf("%s holds after its end", c.scope)
		}
	}
}
