package main

import (
	"math"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"rostrum/bench/corpus"
	"rostrum/learn"
	"rostrum/policy"
	"rostrum/policy/starter"
	"rostrum/sense"
	"rostrum/sense/labelled"
	"rostrum/text"
)

// file is a file of labelled posts, and what is looked for in it: a post of it with another label says none of these.
type file struct {
	path    string
	of      []sense.Of
	ordinal bool // every third post, by the number of its id, is held out
}

var files = []file{
	{"sense/posts/finance.jsonl", []sense.Of{sense.Finance}, false},
	{"sense/posts/health.jsonl", []sense.Of{sense.Health}, false},
	{"sense/posts/boast.jsonl", []sense.Of{sense.Boast}, false},
	{"sense/posts/disclosure.jsonl", []sense.Of{sense.Praise, sense.Paid}, false},
	{"sense/posts/credit.jsonl", []sense.Of{sense.Borrowed}, false},
	{"sense/posts/illness.jsonl", []sense.Of{sense.Illness}, false},
	{"sense/posts/threat.jsonl", []sense.Of{sense.Threat}, false},
	{"sense/posts/accusation.jsonl", []sense.Of{sense.Accusation}, false},
	{"policy/rule/claim/development/posts.jsonl", []sense.Of{sense.Finance, sense.Health, sense.Boast}, true},
	{"policy/rule/disclosure/development/posts.jsonl", []sense.Of{sense.Praise, sense.Paid}, true},
	{"policy/rule/credit/development/posts.jsonl", []sense.Of{sense.Borrowed}, true},
	{"policy/rule/entity/development/posts.jsonl", []sense.Of{sense.Illness}, true},
}

// older gives the labels of the older files as things.
var older = map[string]string{"other": "boast", "employee": "praise", "fact": "illness", "quote": "", "image": "", "lyrics": ""}

const (
	ordinaryPosts   = "sense/posts/ordinary.jsonl"
	lithuanianPosts = "check/testdata/posts_lt.txt"
	tweets          = "stream/tweets_emoji.jsonl" // of the data folder
	tweetsOf        = 3                           // one in so many is learned from; the others are for measuring
	ordinary        = 600                         // what all ordinary posts count together, at most
	most            = 0.1                         // what one of them counts, at most
)

// elsewhere is what an innocent post about something else counts: more where there are few posts of any day.
var elsewhere = map[text.Lang]float32{text.English: 0.3, text.Lithuanian: 0.5}

// posts are all posts of one language, read.
type posts struct {
	lang     text.Lang
	labelled []known
	everyday []known // with nothing to find, learned from
	unseen   []known // likewise, not learned from
}

// known is a post whose labels are known.
type known struct {
	features []uint32
	skimmed  []uint32 // those that need no lists
	starts   []uint32 // the numbers of how its words begin
	says     string
	asked    []sense.Of // what was looked for when it was labelled
}

func learnable(s *labelled.Scribe, l *labelled.Line, lang text.Lang) known {
	d, t := s.Read(l.Text, lang)
	k := known{says: l.Label, features: sense.AppendFeatures(t, 0, len(d.Tokens), nil),
		skimmed: sense.AppendFeatures(sense.NewText(d, nil, nil), 0, len(d.Tokens), nil)}
	for i := range d.Tokens {
		if t := &d.Tokens[i]; sense.Begins(t) {
			k.starts = append(k.starts, uint32(sense.Beginning(d.Word(t))))
		}
	}
	return k
}

// read reads all posts of a language.
func read(lang text.Lang, data string) (*posts, error) {
	s, err := labelled.NewScribe()
	if err != nil {
		return nil, err
	}
	p := &posts{lang: lang}
	for _, f := range files {
		lines, err := corpus.Objects[labelled.Line](f.path)
		if err != nil {
			return nil, err
		}
		for i := range lines {
			l := &lines[i]
			if l.Lang != string(lang) || f.ordinal && third(l.ID) {
				continue
			}
			if name, ok := older[l.Label]; ok {
				l.Label = name
			}
			if l.Label == "" {
				continue
			}
			k := learnable(s, l, lang)
			k.asked = f.of
			p.labelled = append(p.labelled, k)
		}
	}
	if err := p.readExamples(s); err != nil {
		return nil, err
	}
	if err := p.readOrdinary(s); err != nil {
		return nil, err
	}
	if err := p.readTone(s); err != nil || lang == text.Lithuanian {
		return p, err
	}
	lines, err := corpus.Objects[labelled.Line](filepath.Join(data, tweets))
	for i := range lines {
		if k := learnable(s, &lines[i], lang); i%tweetsOf == 0 {
			p.everyday = append(p.everyday, k)
		} else {
			p.unseen = append(p.unseen, k)
		}
	}
	return p, err
}

// readOrdinary reads posts of companies and their people in which there is nothing to find: half to learn from, half to set
// limits by.
func (p *posts) readOrdinary(s *labelled.Scribe) error {
	lines, err := corpus.Objects[labelled.Line](ordinaryPosts)
	for i := range lines {
		if l := &lines[i]; l.Lang != string(p.lang) {
			continue
		} else if k := learnable(s, l, p.lang); i%2 == 0 {
			p.labelled = append(p.labelled, k)
		} else {
			p.unseen = append(p.unseen, k)
		}
	}
	if err != nil || p.lang != text.Lithuanian {
		return err
	}
	return corpus.Lines(lithuanianPosts, func(line []byte) error {
		p.unseen = append(p.unseen, learnable(s, &labelled.Line{Text: string(line), Label: "none"}, p.lang))
		return nil
	})
}

// readExamples reads what may be said, by the examples of the policy that companies start with.
func (p *posts) readExamples(s *labelled.Scribe) error {
	all, err := starter.Files(starter.Options{Company: "Banga", Languages: []string{"en", "lt"}, Sectors: []string{"finance", "health", "retail", "government"}, Today: time.Unix(0, 0)})
	if err != nil {
		return err
	}
	begun, err := policy.Load(all)
	if err != nil {
		return err
	}
	for _, c := range begun.Clauses {
		for _, e := range c.Examples {
			if !e.ShouldFire() && e.Lang == string(p.lang) {
				p.labelled = append(p.labelled, learnable(s, &labelled.Line{Text: e.Passes, Label: "none"}, p.lang))
			}
		}
	}
	return nil
}

// third tells whether a post is held out: every third of those with a number.
func third(id string) bool {
	n, err := strconv.Atoi(id[strings.LastIndex(id, "-")+1:])
	return err == nil && n%3 == 0
}

// samples gives what one thing is learned from, by what is seen of a post: posts that were labelled for it come first, and are
// judged.
func (p *posts) samples(of sense.Of, seen func(*known) []uint32) []learn.Sample {
	var judged, rest []learn.Sample
	for i := range p.labelled {
		k := &p.labelled[i]
		switch {
		case slices.Contains(k.asked, of) && (k.says == of.String() || k.says == "none" || k.says == noThreat): // what says another thing may say this as well
			judged = append(judged, sample(seen(k), k.says == of.String(), 1, true))
		case k.says == "none":
			rest = append(rest, sample(seen(k), false, elsewhere[p.lang], false))
		}
	}
	weight := min(most, ordinary/float32(len(p.everyday)+1))
	for i := range p.everyday {
		rest = append(rest, sample(seen(&p.everyday[i]), false, weight, false))
	}
	return append(judged, rest...)
}

func sample(features []uint32, is bool, weight float32, judged bool) learn.Sample {
	s := learn.Sample{Features: features, Length: float32(math.Sqrt(float64(len(features) + 1))), Weight: weight, Judged: judged}
	if is {
		s.Is = 1
	}
	return s
}
