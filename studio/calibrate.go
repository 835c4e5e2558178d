package studio

import (
	"slices"

	"rostrum/check"
	"rostrum/policy"
	"rostrum/policy/rule"
	"rostrum/post"
	"rostrum/tone"
)

// Calibrated is what a rule would do at one level of strictness.
type Calibrated struct {
	Level  tone.Strictness
	Agrees int // with how many of the corrections
	Moved  int // of how many of the posts it would say something else than now
}

// Calibration is how a rule fares with the corrections at each level, from strict to lenient. It changes nothing: a level
// is adopted by a draft of the policy, which somebody else approves.
type Calibration struct {
	LevelRule
	Corrections, Posts int
	Levels             []Calibrated
}

// Few is how many corrections tell little.
const Few = 20

// Calibrate tries a rule of a policy at each level on the corrections that are its business, and on posts.
func Calibrate(p *policy.Policy, r LevelRule, all []Correction, posts []post.Post) (Calibration, error) {
	c := Calibration{LevelRule: r, Posts: len(posts)}
	var mine []Correction
	for _, one := range all {
		if one.Rule == r.FullName() || one.Missed && r.Judges(one.Category) {
			mine = append(mine, one)
		}
	}
	if c.Corrections = len(mine); c.Corrections == 0 {
		return c, nil
	}
	now, err := alone(p, r, r.Strictness)
	if err != nil {
		return c, err
	}
	for _, level := range []tone.Strictness{tone.Strict, tone.Balanced, tone.Lenient} {
		then, err := alone(p, r, level)
		if err != nil {
			return c, err
		}
		one := Calibrated{Level: level}
		for _, m := range mine {
			if finds(then, post.Post{Text: m.Text, Lang: m.Lang, Channel: post.Brand, At: m.At}, m.Category) == m.Missed {
				one.Agrees++
			}
		}
		for i := range posts {
			if finds(then, posts[i], "") != finds(now, posts[i], "") {
				one.Moved++
			}
		}
		c.Levels = append(c.Levels, one)
	}
	return c, nil
}

// Better gives the level that agrees with more of the corrections than today's, and where two do as much, the one that
// changes fewer posts.
func (c Calibration) Better() (best Calibrated, ok bool) {
	for _, l := range c.Levels {
		if l.Level == c.Strictness {
			best = l
		}
	}
	for _, l := range c.Levels {
		if l.Agrees > best.Agrees || ok && l.Agrees == best.Agrees && l.Moved < best.Moved {
			best, ok = l, true
		}
	}
	return best, ok
}

// alone compiles a policy that has nothing but the rule, at a level.
func alone(p *policy.Policy, r LevelRule, level tone.Strictness) (*check.Checker, error) {
	only := *r.Rule
	only.Body = only.Body.With("strictness", level.String())
	clause := *p.Clause(r.Clause)
	clause.Rules, clause.Examples = []*policy.Rule{&only}, nil
	out := *p
	out.Clauses, out.Waivers = []*policy.Clause{&clause}, nil
	return check.Compile(&out)
}

// finds tells whether anything is found in a post, of a category or, where it is empty, of any.
func finds(c *check.Checker, p post.Post, of rule.Category) bool {
	result := c.Check(&p)
	return slices.ContainsFunc(result.Findings, func(f check.Finding) bool {
		return f.Rule != "" && (of == "" || f.Category == of)
	})
}
