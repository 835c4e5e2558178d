package main

import (
	_ "embed"
	"io"
	"math"
	"strconv"
	"strings"

	"rostrum/learn"
	"rostrum/text"
	"rostrum/tone"
)

// kind are sentences about groups of people with nothing ill in them.
//
//go:embed kind_lt.txt
var kind string

// Where the Lithuanian posts are that are learned from.
const (
	lithuanianPosts = "tone/lithuanian/posts.jsonl"
	lithuanianAbuse = "tone/testdata/lt.jsonl"
)

var lithuanianEpochs = [tone.TaskCount]int{8, 8, 8, 8}

// lithuanianPost is a post that words and rules have judged.
type lithuanianPost struct {
	learn.Sample
	labels [tone.TaskCount]bool
	feels  int // 0 neutral, 1 negative, 2 positive
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
			if s.Judged || t < 2 {
				samples[t] = append(samples[t], s)
			}
		}
	}
	models, unseen := fitAll(samples, lithuanianEpochs, tone.LithuanianSize)
	w := quantise(models, tone.LithuanianSize)
	lean(w, posts, unseen)
	tellLithuanian(tell, w, posts, unseen)
	return w, nil
}

// readLithuanian reads the posts for development, and the posts that the rules for abuse were made with, of which
// nothing is known about feelings. All judged posts come first.
func readLithuanian() ([]lithuanianPost, error) {
	listener, err := tone.NewListener("")
	if err != nil {
		return nil, err
	}
	reader := text.NewReader()
	var posts []lithuanianPost
	for _, file := range []string{lithuanianPosts, lithuanianAbuse} {
		lines, err := readFile(file)
		if err != nil {
			return nil, err
		}
		if file == lithuanianAbuse {
			lines = append(lines, kindPosts()...)
		}
		for _, line := range lines {
			if line.heldOut() {
				continue
			}
			p := lithuanianPost{labels: [tone.TaskCount]bool{
				line.Offensive || line.Label == "offensive" || line.Label == "hate", line.Hate || line.Label == "hate",
				line.Sentiment == "negative", line.Sentiment == "positive",
			}}
			p.Weight, p.Judged = 1, line.ID != ""
			p.feels = map[string]int{"negative": 1, "positive": 2}[line.Sentiment]
			for _, f := range tone.Features(reader.Read(line.Text, text.Lithuanian), nil) {
				p.Features = append(p.Features, tone.LithuanianSize.Fold(f))
			}
			p.Length = float32(math.Sqrt(float64(len(p.Features) + 1)))
			listener.Towards(line.Brand)
			p.said = listener.ByRules(line.Text, text.Lithuanian)
			posts = append(posts, p)
		}
	}
	return posts, nil
}

func kindPosts() []post {
	var posts []post
	for _, line := range strings.Split(strings.TrimSpace(kind), "\n") {
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
