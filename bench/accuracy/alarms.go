package main

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"

	"rostrum/bench/corpus"
	"rostrum/check"
	"rostrum/policy/rule"
	"rostrum/post"
)

// byRule counts the posts in which each rule found something, by channel.
type byRule map[string]*[len(post.Channels)]int

// alarms says what the policy makes of ordinary tweets, on each channel.
func alarms(m *measurement) error {
	all, err := corpus.Objects[labelledPost](filepath.Join(m.data, "stream", "tweets_emoji.jsonl"))
	if err != nil {
		return err
	}
	var texts []string
	for _, one := range all {
		texts = append(texts, one.Text)
	}
	plain, err := starterFor(nil)
	if err != nil {
		return err
	}
	fmt.Printf("%d tweets.\n\n", len(texts))
	table("company", "channel", ">allow", ">advise", ">review", ">block")
	rules := byRule{}
	for i, channel := range post.Channels {
		m.verdicts("in every sector", m.checker, channel, texts, func(text string, r check.Result) { rules.count(i, text, r, m.samples) })
		m.verdicts("in no sector", plain, channel, texts, func(string, check.Result) {})
	}
	fmt.Println("\nPosts in which each rule found something, company in every sector:")
	fmt.Println()
	rules.print(m.checker)
	return nil
}

func (m *measurement) verdicts(company string, c *check.Checker, channel post.Channel, texts []string, each func(string, check.Result)) {
	var counts [rule.Block + 1]int
	for _, text := range texts {
		r := c.Check(&post.Post{Text: text, Channel: channel})
		counts[r.Verdict]++
		each(text, r)
	}
	cells := []any{company, channel}
	for _, n := range counts {
		cells = append(cells, percent(n, len(texts)))
	}
	row(cells...)
}

func (b byRule) count(channel int, text string, r check.Result, s *samples) {
	seen := map[string]bool{}
	for i := range r.Findings {
		f := &r.Findings[i]
		if seen[f.Rule] {
			continue
		}
		seen[f.Rule] = true
		if b[f.Rule] == nil {
			b[f.Rule] = &[len(post.Channels)]int{}
		}
		b[f.Rule][channel]++
		s.finding(f.Rule+" ("+f.Verdict.String()+", "+string(post.Channels[channel])+")", text, f)
	}
}

func (b byRule) print(c *check.Checker) {
	columns := []string{"rule", "verdict"}
	for _, channel := range post.Channels {
		columns = append(columns, ">"+string(channel))
	}
	table(columns...)
	for _, name := range slices.Sorted(maps.Keys(b)) {
		verdict := "review"
		if r := c.Policy().Rule(name); r != nil {
			verdict = r.Verdict
		}
		row(name, verdict, b[name][0], b[name][1], b[name][2])
	}
}

// lithuanian says what the policy makes of ordinary Lithuanian posts, of which none may be stopped.
func lithuanian(m *measurement) error {
	var texts []string
	if err := corpus.Lines(m.lt, func(line []byte) error {
		if len(line) > 0 {
			texts = append(texts, string(line))
		}
		return nil
	}); err != nil {
		return err
	}
	fmt.Printf("%d posts.\n\n", len(texts))
	table("company", "channel", ">allow", ">advise", ">review", ">block")
	stops := 0
	for _, channel := range post.Channels {
		m.verdicts("in every sector", m.checker, channel, texts, func(text string, r check.Result) {
			if r.Verdict >= rule.Review {
				stops++
			}
			for i := range r.Findings {
				f := &r.Findings[i]
				m.samples.finding(f.Rule+" ("+f.Verdict.String()+", "+string(channel)+")", text, f)
			}
		})
	}
	if stops > 0 {
		m.samples.print()
		return fmt.Errorf("%d times an ordinary Lithuanian post was stopped", stops)
	}
	return nil
}
