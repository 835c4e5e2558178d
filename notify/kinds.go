package notify

import "time"

// Invitation asks somebody to join and to choose how to sign in.
type Invitation struct {
	By    string // who invites
	Link  string
	Until time.Time
}

// SignReminder lists the clauses that somebody still has to sign.
type SignReminder struct {
	Clauses []Clause
	Due     time.Time // zero for none
	Overdue bool      // Due is past
	Link    string
}

// NewVersion says that the policy changed.
type NewVersion struct {
	Version string
	Applies time.Time // from this day
	Changed []Clause  // new or changed clauses
	Link    string
}

// ApprovalAsked asks somebody for a decision.
type ApprovalAsked struct {
	By   string
	What string    // what is to be approved, in the reader's language
	Due  time.Time // zero for none
	Link string
}

// NewDevice says that somebody signed in from a device that was not seen before.
type NewDevice struct {
	Device string    // as its browser names itself
	Place  string    // the network address
	At     time.Time // in the reader's time zone
	Link   string
}

// WayChanged says that a way in was added, changed or removed.
type WayChanged struct {
	What   string // in the reader's language
	Device string // as its browser names itself
	Place  string // the network address
	At     time.Time
	Link   string
}

// Recovery lets somebody set up signing in again.
type Recovery struct {
	Link  string
	Until time.Time // in the reader's time zone
}

// CourseExpires says that a training has to be repeated.
type CourseExpires struct {
	Course  string
	Expires time.Time
	Link    string
}

// AccountLost says that a network no longer lets us act for one of the company's accounts.
type AccountLost struct {
	Account string // as people write it
	Network string // as it calls itself
	Said    string // the network's own words, or empty
	Link    string
}

// AccountEnds says that somebody must connect one of the company's accounts again by then.
type AccountEnds struct {
	Account, Network string
	Ends             time.Time
	Link             string
}

func (Invitation) file() string    { return "invitation" }
func (SignReminder) file() string  { return "sign_reminder" }
func (NewVersion) file() string    { return "new_version" }
func (ApprovalAsked) file() string { return "approval_asked" }
func (NewDevice) file() string     { return "new_device" }
func (WayChanged) file() string    { return "way_changed" }
func (Recovery) file() string      { return "recovery" }
func (CourseExpires) file() string { return "course_expires" }
func (AccountLost) file() string   { return "account_lost" }
func (AccountEnds) file() string   { return "account_ends" }

func (l Invitation) link() string    { return l.Link }
func (l SignReminder) link() string  { return l.Link }
func (l NewVersion) link() string    { return l.Link }
func (l ApprovalAsked) link() string { return l.Link }
func (l NewDevice) link() string     { return l.Link }
func (l WayChanged) link() string    { return l.Link }
func (l Recovery) link() string      { return l.Link }
func (l CourseExpires) link() string { return l.Link }
func (l AccountLost) link() string   { return l.Link }
func (l AccountEnds) link() string   { return l.Link }

func (l Invitation) clean() Letter {
	l.By = name(l.By)
	return l
}

func (l SignReminder) clean() Letter {
	l.Clauses = cleanClauses(l.Clauses)
	return l
}

func (l NewVersion) clean() Letter {
	l.Version, l.Changed = name(l.Version), cleanClauses(l.Changed)
	return l
}

func (l ApprovalAsked) clean() Letter {
	l.By, l.What = name(l.By), name(l.What)
	return l
}

func (l NewDevice) clean() Letter {
	l.Device, l.Place = name(l.Device), name(l.Place)
	return l
}

func (l WayChanged) clean() Letter {
	l.What, l.Device, l.Place = name(l.What), name(l.Device), name(l.Place)
	return l
}

func (l Recovery) clean() Letter { return l }

func (l CourseExpires) clean() Letter {
	l.Course = name(l.Course)
	return l
}

func (l AccountLost) clean() Letter {
	l.Account, l.Network, l.Said = name(l.Account), name(l.Network), name(l.Said)
	return l
}

func (l AccountEnds) clean() Letter {
	l.Account, l.Network = name(l.Account), name(l.Network)
	return l
}

func cleanClauses(clauses []Clause) []Clause {
	clean := make([]Clause, len(clauses))
	for i, c := range clauses {
		clean[i] = Clause{Number: name(c.Number), Title: name(c.Title)}
	}
	return clean
}

// longestName is in runes: enough for any name, too little for a letter within the letter.
const longestName = 120

// name is what somebody wrote, fit to stand in a line.
func name(s string) string { return shorten(plain(s), longestName) }
