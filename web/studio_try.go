package web

import (
	"slices"
	"strings"

	"rostrum/check"
	"rostrum/policy"
	"rostrum/policy/rule"
	"rostrum/post"
	"rostrum/studio"
	"rostrum/text"
)

// tried is what the draft does as it stands: with its examples, and with a post that the editor makes up.
type tried struct {
	Elsewhere []studio.Lack // what must be mended in other files
	Examples  []triedExample
	Failed    int
	Post      *triedPost
	Passed    int
	Broken    bool // the draft does not load, so nothing can be tried
}

// triedExample is an example of the clause and how it fared.
type triedExample struct {
	Text, Lang string
	Line       int
	Fires, OK  bool
	Rules      []string // that fired
}

// triedPost is what the draft says to a made-up post.
type triedPost struct {
	Verdict  string
	Findings []triedFinding
}

// triedFinding is a finding with the words that it is about.
type triedFinding struct{ Clause, Rule, Verdict, Text, Message string }

// tryDraft holds the examples of the piece on the page, and the made-up post, against the draft.
func (s *Server) tryDraft(v *visit, report *studio.Report, page *editPage) tried {
	t := tried{Broken: report.Policy == nil}
	for _, l := range report.Lacks() {
		if !within(l.Place.File, page.At) {
			t.Elsewhere = append(t.Elsewhere, l)
		}
	}
	for _, o := range report.Outcomes {
		if page.Kind == "clauses" && o.Clause.ID == page.Name {
			t.add(o)
		}
	}
	if strings.TrimSpace(page.Sample) == "" || report.Policy == nil {
		return t
	}
	checker, err := check.Compile(report.Policy)
	if err != nil {
		return t
	}
	sample := post.Post{Text: page.Sample, Channel: post.Channel(page.Channel), At: v.now}
	if !slices.Contains(post.Channels[:], sample.Channel) {
		sample.Channel = post.Brand
	}
	result := checker.Check(&sample)
	t.Post = sampleResult(v.lang, report.Policy, &result)
	return t
}

func (t *tried) add(o check.Outcome) {
	e := triedExample{Text: o.Example.Fires + o.Example.Passes, Lang: o.Example.Lang, Line: o.Example.Place.Line, Fires: o.Example.ShouldFire(), OK: o.OK}
	for _, f := range o.Fired {
		if !slices.Contains(e.Rules, f.Rule) {
			e.Rules = append(e.Rules, f.Rule)
		}
	}
	t.Examples = append(t.Examples, e)
	if o.OK {
		t.Passed++
	} else {
		t.Failed++
	}
}

func sampleResult(lang string, p *policy.Policy, result *check.Result) *triedPost {
	told := result.Tell("", text.Lang(lang))
	shown := &triedPost{Verdict: told.Verdict.String()}
	for _, f := range told.Findings {
		if f.Verdict == rule.Allow {
			continue
		}
		finding := triedFinding{Clause: f.Clause, Rule: f.Rule, Verdict: f.Verdict.String(), Text: f.Text, Message: f.Message}
		if c := p.Clause(f.Clause); c != nil {
			finding.Clause = c.Number + " " + c.Title.In(lang)
		}
		shown.Findings = append(shown.Findings, finding)
	}
	return shown
}
