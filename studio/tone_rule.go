package studio

import (
	"slices"

	"rostrum/policy"
	"rostrum/text"
	"rostrum/tone"
)

// ToneRule is a rule of kind tone: what it looks for, and how sure it must be.
type ToneRule struct {
	*policy.Rule
	Find       []tone.Of
	Strictness tone.Strictness
}

// toneKind is the kind of rule that judges how a post sounds.
const toneKind = "tone"

// ToneRules gives the rules of kind tone of a clause. One whose keys cannot be read is none.
func ToneRules(c *policy.Clause) []ToneRule {
	var all []ToneRule
	for _, r := range c.Rules {
		if r.Kind != toneKind {
			continue
		}
		var keys struct {
			Find       []string `yaml:"find"`
			Strictness string   `yaml:"strictness"`
		}
		if len(r.Body.Decode(&keys)) > 0 {
			continue
		}
		strictness, err := tone.ParseStrictness(keys.Strictness)
		if err != nil {
			continue
		}
		one := ToneRule{Rule: r, Strictness: strictness}
		for _, of := range []tone.Of{tone.Hate, tone.Offensive, tone.Threat, tone.Defamation} {
			if len(keys.Find) == 0 || slices.Contains(keys.Find, of.String()) {
				one.Find = append(one.Find, of)
			}
		}
		all = append(all, one)
	}
	return all
}

// Finds tells whether the rule looks for it.
func (r ToneRule) Finds(of tone.Of) bool { return slices.Contains(r.Find, of) }

// Measured gives what was measured, by language and what is looked for, from strict to lenient. What nobody measured has
// no entry.
func (r ToneRule) Measured(lang text.Lang, of tone.Of) []tone.Level {
	all := tone.Levels()
	return slices.DeleteFunc(all, func(l tone.Level) bool { return l.Lang != lang || l.Of != of || !r.Finds(of) })
}
