// Package publish owns the way of an approved revision to a network: when it goes, whether it still may at that moment, that
// it goes once, and what became of it. It refuses to send anything without a decision on exactly that revision's digest, to send
// anything while a pause holds, to send twice what may be out already, and to call sent what the network did not confirm.
package publish

import (
	"time"

	"rostrum/network"
)

// State is where a publication stands. It is always true: nothing is called sent that the network did not confirm.
type State string

// The states.
const (
	Scheduled State = "scheduled" // goes at Due
	Held      State = "held"      // waits for a human's word; Hold says why
	Sending   State = "sending"   // a worker has it, until Lease at most
	Unsure    State = "unsure"    // it may be out; it is being looked for, unless Hold says why not
	Sent      State = "sent"      // the network confirmed it
	Failed    State = "failed"    // it is not out and will not be by itself; Said and Hold say why
	Cancelled State = "cancelled" // taken back before it went
	Deleted   State = "deleted"   // it was out, and was taken down
)

// Hold is why a publication waits for a human, or failed.
type Hold string

// The reasons.
const (
	Late       Hold = "late"     // approved after its time; the next slot is offered
	Overdue    Hold = "overdue"  // its time passed while a pause held, or while the server was off for long
	Changed    Hold = "policy"   // another version of the policy is in force, under which the decision does not hold
	Standing   Hold = "standing" // the author or an approver no longer may
	NoAccount  Hold = "account"  // the account is not connected
	Undecided  Hold = "decision" // there is no decision on exactly this content
	Unruled    Hold = "rule"     // the account's own rule, made stricter since, asks for a yes that the decision lacks
	TooMany    Hold = "limit"    // the network kept limiting us
	SaidNo     Hold = "refused"  // the network said no
	OutOfReach Hold = "away"     // the network was not reached for long
	Quiet      Hold = "quiet"    // a quiet period of the policy began
	NoEdits    Hold = "no_edits" // what is out cannot be edited into this; it can be taken down and posted anew, see Replace
	Unclear    Hold = "error"    // whether it may go could not be found out
)

// Verb is what is done at the network.
type Verb string

// The verbs.
const (
	Post   Verb = "post"
	Edit   Verb = "edit"   // changes what an earlier publication put out
	Delete Verb = "delete" // takes it down
)

// Publication is one revision on its way to one account: the outbox's row.
type Publication struct {
	ID       string
	Post     string
	Revision int
	Digest   string // of the revision's content
	Request  string // the decision that lets it go
	Account  string
	Network  string
	Topic    string
	Author   string // who submitted it
	Verb     Verb
	Of       string // of Edit and Delete: the publication that is out
	State    State
	Hold     Hold
	Due      time.Time
	Key      string            // chosen when it was first claimed; the pieces' keys follow from it
	Begun    time.Time         // when it was first claimed
	Receipts []network.Receipt // of the posts of the thread that are out, in order
	Said     string            // the network's own words about the last failure
	Tries    int               // since the last success
	Again    time.Time         // it is not tried before
	Lease    time.Time         // of Sending, and of Unsure while it is looked for: another worker may take it after this moment
	Holder   string            // which worker has it until then
	Sent     time.Time
	Policy   string    // the digest of the version in force when it left
	Released time.Time // when a human last said that it goes all the same
	Version  int64
	Created  time.Time
}

// Scope is what a pause stops.
type Scope string

// The scopes.
const (
	Everything Scope = "everything"
	OfAccount  Scope = "account"
	OfNetwork  Scope = "network"
	OfTopic    Scope = "topic"
)

// Pause stops what goes out, from its transaction's commit until somebody ends it. What takes down what is out goes all the
// same: in a crisis that is what people pause for.
type Pause struct {
	ID      string
	Scope   Scope
	What    string // the account, network or topic; empty for everything
	Why     string
	By      string
	From    time.Time
	Ended   time.Time // zero while it holds
	EndedBy string
}

// Holds tells whether the pause stops the publication.
func (p Pause) Holds(out Publication) bool {
	if !p.Ended.IsZero() || out.Verb == Delete {
		return false
	}
	switch p.Scope {
	case Everything:
		return true
	case OfAccount:
		return p.What == out.Account
	case OfNetwork:
		return p.What == out.Network
	case OfTopic:
		return p.What == out.Topic
	}
	return true // what nobody can read stops everything
}
