package approval_test

import (
	"strings"
	"testing"

	"rostrum/account"
	"rostrum/approval"
	"rostrum/policy"
	"rostrum/policy/rule"
	"rostrum/post"
)

func TestJudge(t *testing.T) {
	e := edition(t, "retail")
	for name, c := range map[string]struct {
		content post.Content
		author  *policy.Person
		change  func(*account.Account)
		verdict rule.Verdict
		said    string // in the findings, in English
		topics  string // of the first account
	}{
		"clean":                              {content: post.Content{Text: "Good morning"}, author: trained("comms"), verdict: rule.Allow},
		"a codename in an inflected form":    {content: post.Content{Text: "Apie projektą Ąžuolą"}, author: trained("comms"), verdict: rule.Block, said: "projektą Ąžuolą"},
		"an account's own text counts":       {content: post.Content{Text: "Good morning", Own: map[string]string{"a-main": "Guaranteed!"}}, author: trained("comms"), verdict: rule.Review, said: "uaranteed"},
		"nobody known":                       {content: post.Content{Text: "Good morning"}, verdict: rule.Review, said: "no grant covers"},
		"without the training":               {content: post.Content{Text: "Good morning"}, author: &policy.Person{Teams: []string{"comms"}}, verdict: rule.Review, said: "Etiquette"},
		"a topic of others":                  {content: post.Content{Text: "Our turnover grew"}, author: trained("comms"), verdict: rule.Review, said: "Figures", topics: "figures"},
		"a topic that the author named":      {content: post.Content{Text: "It grew", Topic: "figures"}, author: trained("comms"), verdict: rule.Review, said: "Figures", topics: "figures"},
		"whoever may speak on all":           {content: post.Content{Text: "Our turnover grew"}, author: trained("chiefs"), verdict: rule.Allow, topics: "figures"},
		"an account that no grant names":     {content: post.Content{Text: "Good morning", Accounts: []string{"a-side"}}, author: trained("comms"), verdict: rule.Review, said: "no grant covers"},
		"all accounts cover that as well":    {content: post.Content{Text: "Good morning", Accounts: []string{"a-side"}}, author: trained("chiefs"), verdict: rule.Allow},
		"the highest of all accounts":        {content: post.Content{Text: "Hi", Accounts: []string{"a-main", "a-side"}, Own: map[string]string{"a-side": "Projektas Ąžuolas"}}, author: trained("chiefs"), verdict: rule.Block, said: "Ąžuolas"},
		"too long":                           {content: post.Content{Text: strings.Repeat("ą", 41)}, author: trained("comms"), verdict: rule.Block, said: "41 characters; Mastodon takes at most 40"},
		"each post of a thread counts alone": {content: post.Content{Text: strings.Repeat("ą", 30) + "\n---\n" + strings.Repeat("ą", 30)}, author: trained("comms"), verdict: rule.Allow},
		"one post of a thread is too long":   {content: post.Content{Text: "Hi\n---\n" + strings.Repeat("ą", 41)}, author: trained("comms"), verdict: rule.Block, said: "Post 2 of the thread"},
		"the account's own limit":            {content: post.Content{Text: strings.Repeat("ą", 41)}, author: trained("comms"), change: func(a *account.Account) { a.Length = 5000 }, verdict: rule.Allow},
		"words in a picture":                 {content: post.Content{Text: "Hi", Images: []post.Image{{Words: "projektas ąžuolas"}}}, author: trained("comms"), verdict: rule.Block, said: "In picture 1:"},
		"a topic in a picture":               {content: post.Content{Text: "Hi", Images: []post.Image{{Words: "turnover"}}}, author: trained("comms"), verdict: rule.Review, said: "Figures", topics: "figures"},
		"too many pictures":                  {content: post.Content{Text: "Hi", Images: make([]post.Image, 2)}, author: trained("comms"), verdict: rule.Block, said: "no more pictures in a post than 1"},
		"too long an alt text":               {content: post.Content{Text: "Hi", Images: []post.Image{{Alt: "A cat that sleeps"}}}, author: trained("comms"), verdict: rule.Block, said: "alt text of picture 1"},
		"an account that is gone":            {content: post.Content{Text: "Hi", Accounts: []string{"a-gone"}}, author: trained("comms"), verdict: rule.Block, said: "not among the company's accounts"},
	} {
		t.Run(name, func(t *testing.T) {
			if c.content.Accounts == nil {
				c.content.Accounts = []string{"a-main"}
			}
			on := accounts()
			if c.change != nil {
				c.change(&on[0])
			}
			d := approval.Judge(e, c.content, on, c.author, "Rasa", noon)
			var said []string
			for _, j := range d.Accounts {
				for _, f := range j.Result.Findings {
					said = append(said, f.Message.EN+" "+f.Text)
					if f.Message.LT == "" {
						t.Errorf("%q has no Lithuanian", f.Message.EN)
					}
				}
			}
			if all := strings.Join(said, "\n"); d.Verdict != c.verdict || !strings.Contains(all, c.said) || c.said == "" && all != "" {
				t.Errorf("verdict %s, want %s; findings:\n%s", d.Verdict, c.verdict, all)
			}
			if topics := strings.Join(d.Accounts[0].Topics, " "); topics != c.topics {
				t.Errorf("topics %q, want %q", topics, c.topics)
			}
		})
	}
}

// TestJudgeFailsClosed: without a checker nothing passes for clean.
func TestJudgeFailsClosed(t *testing.T) {
	e := edition(t, "retail")
	e.Checker = nil
	d := approval.Judge(e, post.Content{Text: "Hi", Accounts: []string{"a-main"}}, accounts(), trained("chiefs"), "Rasa", noon)
	if d.Verdict != rule.Review {
		t.Errorf("verdict %s", d.Verdict)
	}
}
