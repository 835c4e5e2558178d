package publish

import (
	"testing"

	"rostrum/account"
	"rostrum/approval"
	"rostrum/policy/rule"
)

// TestAStricterRuleAsksForMoreThanWasSaid changes the account's rule after the decision: of Ada's post on the account, to which
// Ben said yes where the case says so.
func TestAStricterRuleAsksForMoreThanWasSaid(t *testing.T) {
	byPolicy := approval.Request{Author: "ada", Writers: []string{"ada"}}
	byBen := byPolicy
	byBen.Steps = []approval.Step{{Kind: approval.Account, Account: "a", Who: []string{"ben", "cai"}, Votes: []approval.Vote{{Person: "ben", Choice: approval.Yes}}}}
	forBen := byPolicy
	forBen.Steps = []approval.Step{{Kind: approval.Account, Account: "a", Who: []string{"ben"}, Votes: []approval.Vote{{Person: "dag", For: "ben", Choice: approval.Yes}}}}
	elsewhere := byPolicy
	elsewhere.Steps = []approval.Step{{Kind: approval.Account, Account: "b", Who: []string{"ben"}, Votes: []approval.Vote{{Person: "ben", Choice: approval.Yes}}}}
	for name, c := range map[string]struct {
		q       approval.Request
		now     account.Account
		verdict rule.Verdict
		ruled   bool
	}{
		"only findings ask, and there were none":       {byPolicy, account.Account{Rule: account.Findings}, rule.Advise, true},
		"only findings ask, and there is one now":      {byPolicy, account.Account{Rule: account.Findings}, rule.Review, false},
		"every post asks now":                          {byPolicy, account.Account{Rule: account.Always}, rule.Allow, false},
		"every post asks, and somebody said yes":       {byBen, account.Account{Rule: account.Always}, rule.Allow, true},
		"somebody said yes on another account":         {elsewhere, account.Account{Rule: account.Always}, rule.Allow, false},
		"one of those who are named now did":           {byBen, account.Account{Rule: account.Always, Approvers: []string{"ben", "dag"}}, rule.Allow, true},
		"a stand-in of one who is named did":           {forBen, account.Account{Rule: account.Always, Approvers: []string{"ben"}}, rule.Allow, true},
		"who did is named no more":                     {byBen, account.Account{Rule: account.Always, Approvers: []string{"cai"}}, rule.Allow, false},
		"another was named, and all must":              {byBen, account.Account{Rule: account.Always, Approvers: []string{"ben", "dag"}, All: true}, rule.Allow, false},
		"its author was named, and all others must":    {byBen, account.Account{Rule: account.Always, Approvers: []string{"ada", "ben"}, All: true}, rule.Allow, true},
		"all must, but only findings ask, and none is": {byBen, account.Account{Rule: account.Findings, Approvers: []string{"dag"}, All: true}, rule.Allow, true},
	} {
		c.now.ID = "a"
		if ruled := Ruled(c.now, c.q, c.verdict); ruled != c.ruled {
			t.Errorf("%s: %t", name, ruled)
		}
	}
}
