package main

import (
	"fmt"
	"slices"
	"strings"

	"rostrum/text/phrase"
	"rostrum/tone"
)

var levels = []tone.Strictness{tone.Strict, tone.Balanced, tone.Lenient}

// confusion counts what was said of posts against what they are.
type confusion struct{ truePos, falsePos, falseNeg, trueNeg int }

func (c *confusion) count(is, said bool) {
	switch {
	case is && said:
		c.truePos++
	case said:
		c.falsePos++
	case is:
		c.falseNeg++
	default:
		c.trueNeg++
	}
}

func ratio(part, rest int) float64 {
	if part+rest == 0 {
		return 0
	}
	return float64(part) / float64(part+rest)
}

func f1(right, wrong, missed int) float64 { return ratio(2*right, wrong+missed) }

// macro is the mean of the F1 of both classes.
func (c confusion) macro() float64 {
	return (f1(c.truePos, c.falsePos, c.falseNeg) + f1(c.trueNeg, c.falseNeg, c.falsePos)) / 2
}

func (c confusion) String() string {
	return fmt.Sprintf("precision %.3f  recall %.3f  F1 %.3f  macro-F1 %.3f  (tp %d fp %d fn %d tn %d)",
		ratio(c.truePos, c.falsePos), ratio(c.truePos, c.falseNeg), f1(c.truePos, c.falsePos, c.falseNeg),
		c.macro(),
		c.truePos, c.falsePos, c.falseNeg, c.trueNeg)
}

// strongest gives the highest of the scores that a set is about.
func strongest(s tone.Scores, of []tone.Of) float32 {
	var top float32
	for _, o := range of {
		top = max(top, s.Of(o))
	}
	return top
}

func (m *meter) measure(s set, posts []labelled, show string) {
	counts := make([]confusion, len(levels))
	for _, p := range posts {
		is := strings.Contains(" "+s.positive+" ", " "+p.Label+" ")
		score := strongest(m.score(p.Text), s.of)
		for i, l := range levels {
			counts[i].count(is, score >= l.Threshold())
		}
		if said := score >= tone.Balanced.Threshold(); show == "missed" && is && !said || show == "wrong" && said && !is {
			fmt.Printf("%s %.2f %s\n", p.Label, score, p.Text)
		}
	}
	fmt.Println(s.name)
	for i, l := range levels {
		fmt.Printf("  %-9s %s\n", l, counts[i])
	}
}

// alarms counts posts that raise anything by words and rules or by learned weights, among posts that should not.
func (m *meter) alarms(posts []labelled, show string) {
	of := []tone.Of{tone.Hate, tone.Offensive, tone.Threat, tone.Defamation}
	fmt.Println(alarms)
	for _, l := range levels {
		var raised int
		var each [4]int
		for _, p := range posts {
			said := m.together(p.Text, l)
			if !slices.Contains(said[:], true) {
				continue
			}
			raised++
			for i, o := range of {
				if said[o] {
					each[i]++
					if l == tone.Balanced && show == "wrong" {
						fmt.Printf("%s %s\n", o, p.Text)
					}
				}
			}
		}
		fmt.Printf("  %-9s %d of %d (%.2f %%): hate %d, offensive %d, threat %d, defamation %d\n",
			l, raised, len(posts), 100*float64(raised)/float64(len(posts)), each[0], each[1], each[2], each[3])
	}
}

// together tells what a rule finds, see policy/rule/tone: what words and rules say; where they say nothing, what learned
// weights say of hate in English; and in Lithuanian what weights make of the words.
func (m *meter) together(s string, l tone.Strictness) (said [4]bool) {
	lexicon := m.score(s)
	d := m.reader.Read(s, "")
	named := slices.ContainsFunc(m.hits, func(h phrase.Hit) bool { return h.List == m.groups[0].ID || h.List == m.groups[1].ID })
	read, leans := m.lithuanian.Read(d, nil, &m.result)
	leans = leans && (named || lexicon.Offensive > 0 || lexicon.Hate > 0)
	for o := range said {
		said[o] = lexicon.Of(tone.Of(o)) >= l.Threshold()
	}
	if leans && read.Offensive < unmeant {
		said[tone.Offensive] = false
	}
	told := slices.Contains(said[:], true)
	unspoken := named && !m.model.Weighed(d, m.hits)
	switch {
	case said[tone.Hate] || told && !leans:
	case !leans:
		said[tone.Hate] = unspoken && m.english.Hates(d, l)
	case unspoken && read.Hate >= (1+l.Threshold())/2, lexicon.Hate > 0 && read.Hate >= l.Threshold():
		said[tone.Hate] = true
	case !told:
		said[tone.Offensive] = lexicon.Offensive > 0 && read.Offensive >= (1+l.Threshold())/2
	}
	return said
}

// unmeant is what policy/rule/tone takes for banter.
const unmeant = 0.15

// rule prints what a rule would find.
func (m *meter) rule(s set, posts []labelled) {
	fmt.Println(s.name, "as a rule finds it")
	for _, l := range levels {
		var c confusion
		for _, p := range posts {
			said := m.together(p.Text, l)
			c.count(strings.Contains(" "+s.positive+" ", " "+p.Label+" "), slices.ContainsFunc(s.of, func(o tone.Of) bool { return said[o] }))
		}
		fmt.Printf("  %-9s %s\n", l, c)
	}
}
