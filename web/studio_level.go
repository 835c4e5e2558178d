package web

import (
	"rostrum/policy"
	"rostrum/studio"
	"rostrum/text"
	"rostrum/tone"
)

// levelled is one thing that rules of a clause judge, with what each level was measured to find.
type levelled struct {
	Key   string // its name in the words of the studio
	Rules []levelledRule
	In    []levelledLang
}

// levelledRule is a rule that looks for it, and how strictly.
type levelledRule struct{ ID, Level string }

// levelledLang is what was measured in one language; without Levels nobody has.
type levelledLang struct {
	Lang, Set, Month string
	Posts            int
	Few              bool
	Levels           []levelledRow
}

// levelledRow is one level: how many of a hundred findings are right, and how many of a hundred such posts are found.
type levelledRow struct {
	Level        string
	Right, Found int
	Chosen       bool
}

// fewPosts is how many posts with what is looked for tell little: a number moves by 15 points either way.
const fewPosts = 50

// levelsOf tells of each thing that a clause's rules look for what strict, balanced and lenient mean.
func levelsOf(c *policy.Clause) []levelled {
	if c == nil {
		return nil
	}
	rules := studio.LevelRules(c)
	var all []levelled
	for _, judged := range studio.AllJudged() {
		one := levelled{Key: "studio." + judged.Kind + "_" + judged.Of}
		chosen := map[tone.Strictness]bool{}
		for _, r := range rules {
			if r.Finds(judged) {
				one.Rules = append(one.Rules, levelledRule{r.ID, r.Strictness.String()})
				chosen[r.Strictness] = true
			}
		}
		if one.Rules == nil {
			continue
		}
		for _, lang := range []text.Lang{text.English, text.Lithuanian} {
			one.In = append(one.In, measuredIn(lang, judged.Measured(lang), chosen))
		}
		all = append(all, one)
	}
	return all
}

func measuredIn(lang text.Lang, levels []studio.Level, chosen map[tone.Strictness]bool) levelledLang {
	in := levelledLang{Lang: string(lang)}
	for _, l := range levels {
		in.Set, in.Month, in.Posts, in.Few = l.Set, l.Month, l.Posts, l.Posts < fewPosts
		in.Levels = append(in.Levels, levelledRow{Level: l.Strictness.String(), Right: percent(l.Precision), Found: percent(l.Recall), Chosen: chosen[l.Strictness]})
	}
	return in
}

func percent(share float64) int { return int(100*share + 0.5) }
