package main

import (
	_ "embed"
	"fmt"
	"math"
	"path/filepath"
	"strconv"
	"strings"

	"rostrum/bench/corpus"
	"rostrum/learn"
	"rostrum/text"
	"rostrum/tone"
)

// post is one line of a file of labelled posts.
type post struct {
	Text  string  `json:"text"`
	Label string  `json:"label"`
	Score float64 `json:"score"`

	// of our own posts
	ID, Brand, Sentiment, Lang string
	Hate, Offensive            bool
}

// source is a file, how much one of its posts counts, and which posts are positive. A post that is neither is left out.
type source struct {
	file   string
	weight float32
	yes    func(post) (is, known bool)
	judged bool // calibration goes by this file
}

// What is learned, in the order of the weights.
const (
	offends = iota
	hates
	saddens
	gladdens
)

// task is one thing to learn.
type task struct {
	name    string
	sources []source
	epochs  int
}

func labels(yes, no string) func(post) (bool, bool) {
	has := func(set, label string) bool { return strings.Contains(" "+set+" ", " "+label+" ") }
	return func(p post) (bool, bool) { return has(yes, p.Label), has(yes, p.Label) || has(no, p.Label) }
}

// felt wants a mean rating from −4 to 4 beyond a border.
func felt(border float64) func(post) (bool, bool) {
	return func(p post) (bool, bool) {
		return border < 0 && p.Score <= border || border > 0 && p.Score >= border, true
	}
}

// own stands for the posts of feelings.txt. Validated is the half that is given to train and tune on; feelings are scored
// as those who labelled it would.
const (
	own       = "feelings"
	validated = "sentiment/tweeteval_val"
)

// Our own posts, of every tone and around groups of people. They do not stand in the folder of the public ones.
const (
	ownFolder = "tone/english/"
	everyTone = ownFolder + "posts"
	groups    = ownFolder + "groups"
	meant     = ownFolder + "meant"
	kindly    = ownFolder + "kind"
)

// kindEnglish are sentences about groups of people with nothing ill in them.
//
//go:embed kind_en.txt
var kindEnglish string

func isNothing(post) (bool, bool) { return false, true }

func isOffensive(p post) (bool, bool) { return p.Offensive, true }
func isHate(p post) (bool, bool)      { return p.Hate, true }

var tasks = [tone.TaskCount]task{
	{"offensive", []source{
		{"offensive/tweeteval_train", 1, labels("offensive", "not_offensive"), true},
		{"offensive/davidson", 0.1, labels("offensive hate", "neither"), false},
		{"abuse_bias/madlibs_half", 0.05, labels("toxic", "ok"), false},
		{everyTone, 1, isOffensive, false},
		{groups, 0.8, isOffensive, false},
		{meant, 1, isOffensive, false},
		{kindly, 2, isNothing, false},
	}, 6},
	{"hate", []source{
		{"hate/tweeteval_train", 1, labels("hate", "not_hate"), true},
		{"offensive/davidson", 0.3, labels("hate", "neither"), false},
		{"abuse_bias/madlibs_half", 0.05, labels("", "ok"), false},
		{everyTone, 2, isHate, true},
		{groups, 2, isHate, true},
		{meant, 2, isHate, true},
		{kindly, 4, isNothing, false},
	}, 4},
	{"negative", feelingSources("negative", -1), 10},
	{"positive", feelingSources("positive", 1), 10},
}

func feelingSources(label string, sign float64) []source {
	emotions := labels("anger sadness", "joy optimism")
	if sign > 0 {
		emotions = labels("joy optimism", "anger sadness")
	}
	feels := func(p post) (bool, bool) { return p.Sentiment == label, true }
	return []source{
		{validated, 3, labels(label, "negative neutral positive"), true},
		{own, 1, labels(label, "negative neutral positive"), true},
		{everyTone, 1, feels, true},
		{"sentiment/vader_tweets_half", 1, felt(sign * 0.5), true},
		{"sentiment/vader_amazonReviewSnippets", 0.5, felt(sign * 0.6), false},
		{"sentiment/vader_movieReviewSnippets", 0.3, felt(sign * 0.6), false},
		{"sentiment/vader_nytEditorialSnippets", 0.5, felt(sign * 0.6), false},
		{"emotion/tweeteval_train", 0.5, emotions, false},
	}
}

// posts reads the files of labelled posts.
type posts struct {
	folder   string
	known    map[uint32][tone.Knowledge]float32
	reader   *text.Reader
	listener *tone.Listener
	files    map[string][]post
}

func newPosts(folder string) (*posts, error) {
	known, err := tone.Known()
	if err != nil {
		return nil, err
	}
	listener, err := tone.NewListener("")
	return &posts{folder: folder, known: known, reader: text.NewReader(), listener: listener, files: map[string][]post{}}, err
}

// set is what a task is learned from.
type set struct {
	samples []learn.Sample
	said    []tone.Scores // what words and rules say of the judged ones
	from    []string      // the file of each
}

func (p *posts) samples(sources []source) (set, error) {
	var all set
	for _, s := range sources {
		lines, err := p.read(s.file)
		if err != nil {
			return set{}, err
		}
		for _, line := range lines {
			is, known := s.yes(line)
			if !known {
				continue
			}
			var said tone.Scores
			if s.judged {
				said = p.listener.ByRules(line.Text, text.English)
			}
			all.samples = append(all.samples, p.sample(line.Text, is, s))
			all.said = append(all.said, said)
			all.from = append(all.from, s.file)
		}
	}
	return all, nil
}

func (p *posts) sample(words string, is bool, from source) learn.Sample {
	s := learn.Sample{Known: make([]float32, tone.Knowledge), Weight: from.weight, Judged: from.judged}
	if is {
		s.Is = 1
	}
	s.Features, s.Shares = tone.Features(p.reader.Read(words, text.English))
	s.Length = float32(math.Sqrt(float64(len(s.Features) + 1)))
	for _, f := range s.Features {
		if known, ok := p.known[f]; ok {
			for k, v := range known {
				s.Known[k] += v
			}
		}
	}
	return s
}

// read reads a file once.
func (p *posts) read(file string) ([]post, error) {
	if lines, ok := p.files[file]; ok {
		return lines, nil
	}
	var lines []post
	var err error
	switch {
	case file == own:
		lines, err = p.readOwn()
	case file == kindly:
		lines = kindPosts(kindEnglish)
	case strings.HasPrefix(file, ownFolder):
		lines, err = corpus.Objects[post](file + ".jsonl")
	default:
		lines, err = corpus.Objects[post](filepath.Join(p.folder, file+".jsonl"))
	}
	p.files[file] = lines
	return lines, err
}

// feelings says what posts of other files feel like: file, line, feeling.
//
//go:embed feelings.txt
var feelings string

func (p *posts) readOwn() ([]post, error) {
	var out []post
	for i, line := range strings.Split(strings.TrimSpace(feelings), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) != 3 {
			return nil, fmt.Errorf("feelings.txt:%d: a line is file, line and feeling, with tabs in between", i+1)
		}
		posts, err := p.read(fields[0])
		if err != nil {
			return nil, err
		}
		n, err := strconv.Atoi(fields[1])
		if err != nil || n < 1 || n > len(posts) {
			return nil, fmt.Errorf("feelings.txt:%d: %s has no line %s", i+1, fields[0], fields[1])
		}
		out = append(out, post{Text: posts[n-1].Text, Label: fields[2]})
	}
	return out, nil
}
