// Package approval owns the decision about a revision: what the policy says of it (Judge), whose yes it needs (Plan), and
// their votes, a state machine. It refuses to count a vote of anybody who wrote the post, whatever roles they hold, and
// to let a decision outlive an edit. What happens after a decision is publish's.
package approval

import (
	"time"

	"rostrum/check"
	"rostrum/network"
	"rostrum/policy"
	"rostrum/policy/rule"
)

// Edition is a version of the policy, ready to use.
type Edition struct {
	Digest   string
	Policy   *policy.Policy
	Checker  *check.Checker
	Networks map[string]network.Profile // those that this server can talk to, by id: how each counts
	Second   *Second                    // a second opinion on one content, nil where nobody was asked
}

// Second is the second opinion on one content. It was asked for before the content was judged: judging waits for nobody.
type Second struct {
	Content string // the digest of the content that it is about
	Model   string
	Finding check.Finding // at most review; of no clause, so that the accounts' approvers decide
}

// Decision is what the policy says of a content at a moment.
type Decision struct {
	Policy   string       // the digest of the version
	Verdict  rule.Verdict // the highest of all accounts
	Accounts []Judged     // in the order of the content's accounts
	Second   *Second      `json:",omitempty"` // the second opinion that is among the findings of each account
}

// Judged is what the policy says of the text for one account. The speaker decision is among the findings, with the
// category `speaker`; what the network would not take, with the category `form`.
type Judged struct {
	Account string
	Topics  []string // of speakers.yaml; none: none of those
	Result  check.Result
}

// State is where a request stands.
type State string

// The states.
const (
	Open     State = "open"
	Approved State = "approved"
	Rejected State = "rejected"
	Changes  State = "changes" // sent back to be changed
	Voided   State = "void"    // the post was taken back or edited
)

// Request asks for a decision on exactly one revision.
type Request struct {
	ID       string
	Post     string
	Revision int
	Digest   string // of the revision's content
	Policy   string // the digest of the version of the policy that the chain follows from
	Verdict  rule.Verdict
	Decision Decision // what was found when it was asked
	Author   string   // who submitted it
	Writers  []string // who had a hand in it; their votes do not count
	State    State
	Steps    []Step
	Due      time.Time // when the post is to go out; zero: as soon as approved
	Asked    time.Time
	Decided  time.Time
	Version  int64
}

// Kind is why a step is asked.
type Kind string

// The kinds of steps.
const (
	Clause    Kind = "clause"    // the owner of clauses whose rules found something for review
	Speaker   Kind = "speaker"   // the author may not speak here on this: somebody who may approve it
	Account   Kind = "account"   // the account's own rule
	Principal Kind = "principal" // finance: a principal approves what is public (FINRA Rule 2210(b)(1))
	Guest     Kind = "guest"     // somebody without an account whom the author asks
)

// Step is one yes that is needed. Steps of the same order are asked at once; those of a higher order when all below said yes.
type Step struct {
	ID      string
	Order   int
	Kind    Kind
	Clauses []string // of Clause and Speaker: whose rules ask for it, by id
	Team    string   // of Clause: the policy's id of the owning team
	Account string   // of Account and Speaker: whose rule it is
	All     bool     // everybody must say yes, not anybody
	Who     []string // ids of the people, or of the guest, who are asked
	Votes   []Vote
}

// Choice is what somebody says.
type Choice string

// The choices.
const (
	Yes    Choice = "yes"
	No     Choice = "no"      // with a reason
	Change Choice = "changes" // with what is to be changed
)

// Vote is what somebody said, on the record.
type Vote struct {
	Step   string
	Person string // the id of a person or of a guest
	For    string // whom a delegate stood in for, or empty
	Choice Choice
	Reason string
	At     time.Time
}

// Seat is whose place among those asked the vote fills.
func (v Vote) Seat() string {
	if v.For != "" {
		return v.For
	}
	return v.Person
}
