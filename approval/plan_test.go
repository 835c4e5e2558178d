package approval_test

import (
	"fmt"
	"strings"
	"testing"

	"rostrum/account"
	"rostrum/approval"
	"rostrum/post"
	"rostrum/staff"
)

func TestPlan(t *testing.T) {
	jonas := candidate("jonas", "legal", staff.Approver)
	ona := candidate("ona", "chiefs", staff.Approver)
	petras := candidate("petras", "", staff.Principal)
	for name, c := range map[string]struct {
		text    string
		author  string // the team
		sectors string
		able    []approval.Candidate
		change  func(*account.Account)
		steps   string // order kind who, each
		fault   string
	}{
		"nothing found, may speak":         {text: "Hi", author: "comms", able: []approval.Candidate{jonas}},
		"a finding asks its clause's team": {text: "Guaranteed", author: "comms", able: []approval.Candidate{jonas, ona}, steps: "1 clause jonas; 2 account jonas ona"},
		"and nobody there can":             {text: "Guaranteed", author: "comms", able: []approval.Candidate{ona}, fault: "the team “Legal”"},
		"a principal is no approver":       {text: "Guaranteed", author: "comms", able: []approval.Candidate{candidate("petras", "legal", staff.Principal)}, fault: "the team “Legal”"},
		"may not speak":                    {text: "Hi", author: "", able: []approval.Candidate{jonas, ona}, steps: "1 speaker jonas ona; 2 account jonas ona"},
		"on a topic that few may approve":  {text: "Turnover", author: "comms", able: []approval.Candidate{jonas, ona}, steps: "1 speaker ona; 2 account jonas ona"},
		"that nobody may approve":          {text: "Turnover", author: "comms", able: []approval.Candidate{jonas}, fault: "“Figures”"},
		"always":                           {text: "Hi", author: "comms", able: []approval.Candidate{jonas, ona}, change: func(a *account.Account) { a.Rule = account.Always }, steps: "2 account jonas ona"},
		"the account's approvers":          {text: "Hi", author: "comms", able: []approval.Candidate{jonas, ona}, change: func(a *account.Account) { a.Rule, a.Approvers = account.Always, []string{"ona"} }, steps: "2 account ona"},
		"all of them":                      {text: "Hi", author: "comms", able: []approval.Candidate{jonas, ona}, change: func(a *account.Account) { a.Rule, a.Approvers, a.All = account.Always, []string{"ona", "jonas"}, true }, steps: "2 account all jonas ona"},
		"all, but one is gone":             {text: "Hi", author: "comms", able: []approval.Candidate{jonas}, change: func(a *account.Account) { a.Rule, a.Approvers, a.All = account.Always, []string{"ona", "jonas"}, true }, fault: "has left"},
		"all, but one wrote it":            {text: "Hi", author: "comms", able: []approval.Candidate{jonas, candidate("rasa", "comms", staff.Approver)}, change: func(a *account.Account) { a.Rule, a.Approvers, a.All = account.Always, []string{"rasa", "jonas"}, true }, steps: "2 account all jonas"},
		"nobody but the author":            {text: "Hi", author: "comms", able: []approval.Candidate{candidate("rasa", "comms", staff.Approver)}, change: func(a *account.Account) { a.Rule = account.Always }, fault: "none of them can give it"},
		"finance":                          {text: "Hi", author: "comms", sectors: "finance", able: []approval.Candidate{jonas, petras}, steps: "3 principal petras"},
		"finance without a principal":      {text: "Hi", author: "comms", sectors: "finance", able: []approval.Candidate{jonas}, fault: "role principal"},
	} {
		t.Run(name, func(t *testing.T) {
			e := edition(t, c.sectors)
			on := accounts()
			if c.change != nil {
				c.change(&on[0])
			}
			d := approval.Judge(e, post.Content{Text: c.text, Accounts: []string{"a-main"}}, on, trained(c.author), "Rasa", noon)
			steps, err := approval.Plan(e, d, on, []string{"rasa"}, c.able, nil, noon)
			if c.fault != "" {
				if err == nil || !strings.Contains(err.Error(), c.fault) {
					t.Fatalf("fault %v, want %q", err, c.fault)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, s := range steps {
				all := ""
				if s.All {
					all = " all"
				}
				got = append(got, fmt.Sprintf("%d %s%s %s", s.Order, s.Kind, all, strings.Join(s.Who, " ")))
			}
			if all := strings.Join(got, "; "); all != c.steps {
				t.Errorf("steps %q, want %q", all, c.steps)
			}
		})
	}
}
