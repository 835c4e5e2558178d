package account

import (
	"testing"
	"time"

	"rostrum/network"
)

// TestWhatALookMeans goes through looks one after another and holds each to what the account and its owner make of it.
func TestWhatALookMeans(t *testing.T) {
	start := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	fail := func(k network.Kind) error { return &network.Error{Kind: k, Said: "no\n\x00\u202eentry"} }
	type step struct {
		days    float64 // after the start
		failure error
		state   State
		notice  Notice
	}
	for name, steps := range map[string][]step{
		"a server away for a moment": {{0, fail(network.Away), Connected, ""}, {0, nil, Connected, ""}, {0, fail(network.Away), Connected, ""}},
		"a server away for long":     {{0, fail(network.Away), Connected, ""}, {0, fail(network.Unknown), Ailing, ""}, {0, fail(network.Away), Ailing, ""}, {0, nil, Connected, ""}},
		"too many requests":          {{0, fail(network.Limited), Connected, ""}, {0, fail(network.Limited), Connected, ""}, {0, fail(network.Limited), Connected, ""}},
		"signed out":                 {{0, fail(network.SignedOut), Disconnected, Lost}, {0, fail(network.SignedOut), Disconnected, ""}, {0, fail(network.Away), Disconnected, ""}, {0, nil, Connected, ""}},
		"the secret ends": {{70, nil, Connected, ""}, {75.9, nil, Connected, ""}, {76, nil, Ailing, Ends}, {76.1, nil, Ailing, ""}, {83, nil, Ailing, Ends}, {84, nil, Ailing, ""},
			{89, fail(network.Away), Ailing, Ends}, {89.5, nil, Ailing, ""}},
		"the server was off while it came near": {{89.5, nil, Ailing, Ends}, {89.6, nil, Ailing, ""}},
	} {
		a := Account{Remote: "1", Server: "https://a.example", Handle: "@b@a.example", State: Connected, Ends: start.AddDate(0, 0, 90)}
		found := network.Identity{ID: "1", Server: "https://a.example", Handle: "@b@a.example"}
		for i, s := range steps {
			now := start.Add(time.Duration(s.days * 24 * float64(time.Hour)))
			var notice Notice
			a, notice = a.after(found, s.failure, now)
			if a.State != s.state || notice != s.notice || !a.Looked.Equal(now) {
				t.Errorf("%s, look %d: %s, %q; want %s, %q", name, i+1, a.State, notice, s.state, s.notice)
			}
			if a.Said != "" && a.Said != "no entry" {
				t.Errorf("%s: the network's words were kept as %q", name, a.Said)
			}
		}
	}
	a := Account{Remote: "1", Server: "https://a.example", Handle: "@b@a.example", State: Connected}
	if is, notice := a.after(network.Identity{ID: "2", Server: "https://a.example"}, nil, start); is.State != Disconnected || notice != Lost {
		t.Errorf("the secret of another account: %s, %q", is.State, notice)
	}
	if is, _ := a.after(network.Identity{ID: "1", Server: "https://b.example"}, nil, start); is.State != Disconnected {
		t.Errorf("a number of another server was taken for the account: %s", is.State)
	}
}

func TestStale(t *testing.T) {
	a := Account{Refreshed: time.Unix(0, 0), Expires: time.Unix(90*60, 0)}
	for minute, want := range map[int64]bool{0: false, 59: false, 60: true, 89: true, 200: true} {
		if got := a.Stale(time.Unix(minute*60, 0)); got != want {
			t.Errorf("after %d minutes: %t", minute, got)
		}
	}
	if (Account{}).Stale(time.Now()) {
		t.Error("a secret that does not end is stale")
	}
}
