package studio

import (
	"slices"
	"strings"

	"rostrum/policy"
	"rostrum/policy/rule"
	senserule "rostrum/policy/rule/sense"
	"rostrum/post"
	"rostrum/sense"
	"rostrum/text"
	"rostrum/tone"
)

// LevelRule is a rule that judges, of kind tone or sense: what it looks for, and how sure it must be.
type LevelRule struct {
	*policy.Rule
	Find       []Judged
	Strictness tone.Strictness
}

// Judged is a thing that such rules look for: its kind and its name there, such as tone and hate.
type Judged struct{ Kind, Of string }

// Level is what a level of strictness was measured to find, see [tone.Level] and [sense.Level].
type Level struct {
	Strictness        tone.Strictness
	Precision, Recall float64
	Posts             int // that say so; few tell little
	Set, Month        string
}

// The kinds of rules that judge.
const (
	toneKind  = "tone"
	senseKind = "sense"
)

// AllJudged lists everything that is judged, how a post sounds before what it says.
func AllJudged() []Judged {
	var all []Judged
	for _, of := range []tone.Of{tone.Hate, tone.Offensive, tone.Threat, tone.Defamation} {
		all = append(all, Judged{toneKind, of.String()})
	}
	for of := range sense.Count {
		all = append(all, Judged{senseKind, of.String()})
	}
	return all
}

// LevelRules gives the rules of a clause that judge. One whose keys cannot be read is none.
func LevelRules(c *policy.Clause) []LevelRule {
	var all []LevelRule
	for _, r := range c.Rules {
		var keys struct {
			Find       []string `yaml:"find"`
			Brands     []string `yaml:"brands"`
			Strictness string   `yaml:"strictness"`
		}
		if r.Kind != toneKind && r.Kind != senseKind || len(r.Body.Decode(&keys)) > 0 {
			continue
		}
		strictness, err := tone.ParseStrictness(keys.Strictness)
		if err != nil {
			continue
		}
		one := LevelRule{Rule: r, Strictness: strictness}
		for _, j := range AllJudged() {
			if j.of(r) && (len(keys.Find) == 0 || slices.Contains(keys.Find, j.Of)) {
				one.Find = append(one.Find, j)
			}
		}
		all = append(all, one)
	}
	return all
}

// of tells whether a rule can look for it: those of kind sense look for what is of their category.
func (j Judged) of(r *policy.Rule) bool {
	if j.Kind != senseKind || r.Kind != senseKind {
		return j.Kind == r.Kind
	}
	of, _ := sense.Parse(j.Of)
	return slices.Contains(senserule.Looks(rule.Category(r.Category)), of)
}

// Finds tells whether the rule looks for it.
func (r LevelRule) Finds(j Judged) bool { return slices.Contains(r.Find, j) }

// Judges tells whether what is found or missed of a category in brand posts, where people correct it, is the rule's business.
func (r LevelRule) Judges(c rule.Category) bool {
	if len(r.When.Channel) > 0 && !slices.Contains(r.When.Channel, post.Brand) {
		return false
	}
	if r.Kind == senseKind {
		return r.Category == string(c)
	}
	return r.Finds(Judged{toneKind, strings.TrimPrefix(string(c), "abuse.")})
}

// Measured gives what was measured of a thing in a language, from strict to lenient. What nobody measured has no entry.
func (j Judged) Measured(lang text.Lang) []Level {
	var all []Level
	for _, l := range tone.Levels() {
		if j == (Judged{toneKind, l.Of.String()}) && l.Lang == lang {
			all = append(all, Level{l.Strictness, l.Precision, l.Recall, l.Posts, string(l.On()), tone.Measured})
		}
	}
	for _, l := range sense.Levels() {
		if j == (Judged{senseKind, l.Of.String()}) && l.Lang == lang {
			all = append(all, Level{l.Strictness, l.Precision, l.Recall, l.Posts, sense.Exam, sense.Measured})
		}
	}
	return all
}
