package publish

import (
	"slices"

	"rostrum/account"
	"rostrum/approval"
	"rostrum/policy/rule"
)

// Ruled tells whether a decision has every yes that the account's own rule, as it is now, asks for; verdict is what the policy
// says of the text there. A rule that was made stricter after the decision asks for more than the decision has.
func Ruled(a account.Account, q approval.Request, verdict rule.Verdict) bool {
	if a.Rule == account.Findings && verdict < rule.Review {
		return true
	}
	var seats []string
	for _, s := range q.Steps {
		if s.Kind != approval.Account || s.Account != a.ID {
			continue
		}
		for _, v := range s.Votes {
			if v.Choice == approval.Yes && slices.Contains(s.Who, v.Seat()) && a.ApprovedBy(v.Seat()) {
				seats = append(seats, v.Seat())
			}
		}
	}
	if len(seats) == 0 || !a.All {
		return len(seats) > 0
	}
	return !slices.ContainsFunc(a.Approvers, func(id string) bool {
		return !slices.Contains(seats, id) && !slices.Contains(approval.Hands(q.Writers, q.Author), id)
	})
}

// Found gives what the policy said of the text for an account when the decision was asked for.
func Found(q approval.Request, account string) rule.Verdict {
	for _, j := range q.Decision.Accounts {
		if j.Account == account {
			return j.Result.Verdict
		}
	}
	return rule.Review
}
