package web

import (
	"slices"
	"strings"
	"time"

	"rostrum/approval"
	"rostrum/check"
	"rostrum/compose"
	"rostrum/fault"
	"rostrum/policy/rule"
	"rostrum/store"
)

// checkedText is what the server found in one text of a post, for the accounts that say it.
type checkedText struct {
	Accounts []string // handles
	Text     string
	Result   *checkResult
}

// Said names the accounts in a row.
func (c checkedText) Said() string { return strings.Join(c.Accounts, ", ") }

// checkedPost judges a post as it is kept, as approval will: the speaker decision, the words in its pictures and the length are in it.
func (s *Server) checkedPost(v *visit, tx *store.Tx, d *desk, p compose.Post) ([]checkedText, error) {
	edition, err := s.Edition(v.ctx, tx, v.now)
	if err != nil {
		return nil, err
	}
	if asked, err := tx.LastRequest(v.ctx, p.ID); err == nil {
		edition.Second = asked.Decision.Second
	} else if !fault.Is(err, fault.NotFound) {
		return nil, err
	}
	decision := approval.Judge(edition, p.Content, d.accounts, d.me, v.who.Name, outAt(p, v.now))
	return s.checkedTexts(v, d, p, decision), nil
}

// checkedTexts tells of a decision text by text: accounts that say the same are told together.
func (s *Server) checkedTexts(v *visit, d *desk, p compose.Post, decision approval.Decision) []checkedText {
	type group struct {
		text    string
		handles []string
		found   check.Result
	}
	var groups []*group
	for _, j := range decision.Accounts {
		text, handle := p.Content.TextFor(j.Account), j.Account
		for _, a := range d.accounts {
			if a.ID == j.Account {
				handle = a.Handle
			}
		}
		at := slices.IndexFunc(groups, func(g *group) bool { return g.text == text })
		if at < 0 {
			groups, at = append(groups, &group{text: text}), len(groups)
		}
		g := groups[at]
		g.handles = append(g.handles, handle)
		g.found.Verdict, g.found.Lang = max(g.found.Verdict, j.Result.Verdict), j.Result.Lang
		g.found.Findings = united(g.found.Findings, j.Result.Findings)
	}
	var all []checkedText
	for _, g := range groups {
		all = append(all, checkedText{g.handles, g.text, s.tellResult(v, d.ready.Policy, g.text, &g.found)})
	}
	return all
}

// outAt is when a post goes out, as far as one knows: never before now.
func outAt(p compose.Post, now time.Time) time.Time {
	if p.Due.After(now) {
		return p.Due
	}
	return now
}

// united gives findings of several accounts, each once, the strictest first.
func united(all, more []check.Finding) []check.Finding {
	for _, f := range more {
		same := func(o check.Finding) bool {
			return o.Rule == f.Rule && o.Start == f.Start && o.End == f.End && o.Message == f.Message
		}
		if !slices.ContainsFunc(all, same) {
			all = append(all, f)
		}
	}
	slices.SortStableFunc(all, func(a, b check.Finding) int { return rank(b) - rank(a) })
	return all
}

func rank(f check.Finding) int {
	if f.Waived != nil {
		return int(rule.Allow)
	}
	return int(f.Verdict)
}
