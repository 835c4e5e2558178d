package main

import (
	_ "embed"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"rostrum/bench/corpus"
	"rostrum/learn"
	"rostrum/text"
	"rostrum/tone"
)

// kind are sentences about groups of people with nothing ill in them.
//
//go:embed kind_lt.txt
var kind string

// Where the Lithuanian posts are that are learned from.
var (
	lithuanianPosts  = []string{"tone/lithuanian/posts.jsonl", "tone/lithuanian/second.jsonl", "tone/lithuanian/third.jsonl", "tone/lithuanian/thanks.jsonl"}
	lithuanianGroups = "tone/lithuanian/groups.jsonl"
	lithuanianMeant  = "tone/lithuanian/meant.jsonl"
	lithuanianAbuse  = "tone/testdata/lt.jsonl"
	lithuanianEvery  = "sense/posts/ordinary.jsonl" // of any day, with nothing ill in them
)

const lithuanianEpochs = 8

// everyday is what a post of any day counts: a third of the others is abuse, of which there is hardly any among people's own.
const everyday = 3

// lithuanianPost is a post that words and rules have judged.
type lithuanianPost struct {
	learn.Sample
	labels [tone.TaskCount]bool
	feels  int  // 0 neutral, 1 negative, 2 positive
	felt   bool // feelings are learned from it: not where they are those of hate
	said   tone.Scores
}

// learnLithuanian makes the Lithuanian weights, and tells how well they did on posts that they were not made from.
func learnLithuanian(tell io.Writer) (*tone.Weights, error) {
	posts, err := readLithuanian()
	if err != nil {
		return nil, err
	}
	var samples [tone.TaskCount][]learn.Sample
	for t := range samples {
		for i := range posts {
			s := posts[i].Sample
			if posts[i].labels[t] {
				s.Is = 1
			}
			if posts[i].felt || t < saddens {
				samples[t] = append(samples[t], s)
			}
		}
	}
	models, unseen := fitAll(samples, fitLithuanian)
	w := quantise(models, tone.LithuanianSize)
	for _, t := range []int{offends, hates} {
		lean(w, []int{t}, heardOf(posts, unseen, t), false)
	}
	lean(w, []int{saddens, gladdens}, heardOf(posts, unseen, saddens), true)
	w.Slope[saddens] *= cautious
	w.Slope[gladdens] *= cautious
	tellLithuanian(tell, w, posts, unseen)
	return w, nil
}

func fitLithuanian(_ int, samples []learn.Sample) *learn.Model {
	return learn.Fit(samples, lithuanianEpochs, tone.LithuanianSize.All())
}

// heardOf gives the judged posts as a task has them.
func heardOf(posts []lithuanianPost, unseen [tone.TaskCount][]float32, task int) []heard {
	var all []heard
	for i := range posts {
		p := &posts[i]
		if !p.Judged || task >= saddens && !p.felt {
			continue
		}
		h := heard{said: p.said, class: p.feels}
		of := []int{saddens, gladdens}
		if task < saddens {
			of = []int{task}
		}
		for _, t := range of {
			h.sums[t] = unseen[t][i]
		}
		if task < saddens {
			h.class = map[bool]int{true: 1}[p.labels[task]]
		}
		all = append(all, h)
	}
	return all
}

// tellLithuanian prints how posts are told by models that were made without them.
func tellLithuanian(tell io.Writer, w *tone.Weights, posts []lithuanianPost, unseen [tone.TaskCount][]float32) {
	for _, t := range []int{offends, hates} {
		scores, is := levels(w, t, heardOf(posts, unseen, t))
		for i := range scores {
			scores[i] = learn.Logistic(scores[i])
		}
		for _, border := range []float32{0.5, 0.7, 0.8, 0.9, 0.95} {
			right, wrong, missed := 0, 0, 0
			for i, s := range scores {
				switch {
				case s >= border && is[i]:
					right++
				case s >= border:
					wrong++
				case is[i]:
					missed++
				}
			}
			fmt.Fprintf(tell, "lithuanian %-10s from %.2f: precision %.3f recall %.3f macro-F1 %.3f\n", tasks[t].name, border,
				float64(right)/math.Max(1, float64(right+wrong)), float64(right)/float64(right+missed), macroF1(scores, is, border))
		}
	}
	var table confusion
	for _, p := range heardOf(posts, unseen, saddens) {
		table[p.class][feels(w, &p)]++
	}
	fmt.Fprintf(tell, "lithuanian feelings: macro-recall %.3f %v\n", table.recall(), table)
}

// readLithuanian reads the posts for development, and the posts that the rules for abuse were made with, of which
// nothing is known about feelings. Posts that feelings are learned from come first, then the
// other judged ones.
func readLithuanian() ([]lithuanianPost, error) {
	listener, err := tone.NewListener("")
	if err != nil {
		return nil, err
	}
	reader := text.NewReader()
	var posts []lithuanianPost
	for _, file := range append(slices.Clone(lithuanianPosts), lithuanianGroups, lithuanianMeant, lithuanianAbuse, lithuanianEvery) {
		lines, err := corpus.Objects[post](file)
		if err != nil {
			return nil, err
		}
		if file == lithuanianAbuse {
			lines = append(lines, kindPosts(kind)...)
		}
		for _, line := range lines {
			if line.heldOut() || file == lithuanianEvery && line.Lang != string(text.Lithuanian) {
				continue
			}
			p := lithuanianPost{labels: [tone.TaskCount]bool{
				line.Offensive || line.Label == "offensive" || line.Label == "hate", line.Hate || line.Label == "hate",
				line.Sentiment == "negative", line.Sentiment == "positive",
			}}
			p.Weight, p.Judged, p.felt = 1, file != lithuanianAbuse && file != lithuanianEvery, slices.Contains(lithuanianPosts, file)
			if file == lithuanianEvery {
				p.Weight = everyday
			}
			p.feels = map[string]int{"negative": 1, "positive": 2}[line.Sentiment]
			p.Features, p.Shares = tone.Features(reader.Read(line.Text, text.Lithuanian))
			for i, f := range p.Features {
				p.Features[i] = tone.LithuanianSize.Fold(f)
			}
			p.Length = float32(math.Sqrt(float64(len(p.Features) + 1)))
			listener.Towards(line.Brand)
			p.said = listener.ByRules(line.Text, text.Lithuanian)
			posts = append(posts, p)
		}
	}
	return posts, nil
}

func kindPosts(sentences string) []post {
	var posts []post
	for _, line := range strings.Split(strings.TrimSpace(sentences), "\n") {
		if !strings.HasPrefix(line, "#") {
			posts = append(posts, post{Text: line, Label: "none"})
		}
	}
	return posts
}

// heldOut tells whether a post is kept for judging: every third of those with a number.
func (p *post) heldOut() bool {
	n, err := strconv.Atoi(strings.TrimPrefix(p.ID, "lt-"))
	return err == nil && n%3 == 0
}
