// Package account owns the company's accounts on networks: who answers for each, what it is for, who approves there, when it
// speaks, and whether we can still act for it. It refuses to see a secret: that stays sealed beside it, and only what
// talks to a network opens it. Which account may say what, and who may speak there, is the policy's.
package account

import (
	"slices"
	"time"
)

// State is whether we can act for the account.
type State string

// The states.
const (
	Connected    State = "connected"
	Ailing       State = "ailing"       // the last look failed, or the secret ends soon; the owner was told
	Disconnected State = "disconnected" // somebody must connect it again; nothing goes out there
)

// Rule says which posts need a yes of the account's approvers.
type Rule string

// The rules.
const (
	Always   Rule = "always"   // every post
	Findings Rule = "findings" // only where the check or the speaker decision asks for a review
)

// Account is one account of the company.
type Account struct {
	ID        string
	Network   string // "bluesky", "mastodon", "simulator"
	Server    string // https://…
	Remote    string // the network's own unchanging id of the account
	Handle    string // as people write it
	Name      string // as the network shows it
	Purpose   string // one sentence: what it is for
	Owner     string // the id of the person who answers for it
	Policy    string // its id in speakers.yaml, or empty: then only grants for all accounts cover it
	Languages []string
	Rule      Rule
	Approvers []string // ids of people; empty: any approver
	All       bool     // all approvers must say yes, not any of them
	Slots     []Slot   // the times of the week at which queued posts go out
	Zone      string   // IANA time zone of the slots
	Length    int      // the longest post there; 0: the network's
	State     State
	Said      string    // what the network said at the last look, where that failed
	Looked    time.Time // when it was last looked at
	Failed    int       // how many looks in a row have failed
	Refreshed time.Time // when the secret was issued
	Expires   time.Time // when the secret must have been refreshed; zero: not told
	Ends      time.Time // when somebody must connect again; zero: not told
	Warned    int       // the fewest days before Ends of which the owner was told; 0: of none yet
	Connected time.Time
	Version   int64 // grows with each change by people, so that two editors notice each other
}

// Slot is a time of the week.
type Slot struct {
	Day    time.Weekday `json:"day"`
	Minute int          `json:"minute"` // of the day: 0 to 1439, in the account's zone
}

// Speaks tells whether posts can go out there.
func (a Account) Speaks() bool { return a.State == Connected || a.State == Ailing }

// Lost tells whether the network itself no longer lets us act for the account, and nobody has ended that here.
func (a Account) Lost() bool { return a.State == Disconnected && a.Failed > 0 }

// Next gives the first slot after a moment, or the zero Time where the account has none. A slot that a change of clocks
// leaves out comes at the first moment after the change; one that clocks show twice comes the first time.
func (a Account) Next(after time.Time) time.Time {
	zone, err := time.LoadLocation(a.Zone)
	if err != nil {
		zone = time.UTC
	}
	from := after.In(zone)
	for days := range 8 {
		day := time.Date(from.Year(), from.Month(), from.Day()+days, 12, 0, 0, 0, zone)
		var best time.Time
		for _, s := range a.Slots {
			if s.Day != day.Weekday() {
				continue
			}
			if at := s.on(day); at.After(after) && (best.IsZero() || at.Before(best)) {
				best = at
			}
		}
		if !best.IsZero() {
			return best
		}
	}
	return time.Time{}
}

// ApprovedBy tells whether the person is among the account's approvers, which everybody is where none is named.
func (a Account) ApprovedBy(person string) bool {
	return len(a.Approvers) == 0 || slices.Contains(a.Approvers, person)
}
