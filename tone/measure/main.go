// Command measure holds the lexicons and the learned weights against labelled posts and prints precision, recall and F1 for each level of
// strictness. It refuses to change anything.
//
//	go run ./tone/measure -data DIR [-show missed|wrong] [-set NAME]
//	go run ./tone/measure -data DIR -plot FILE
//	go run ./tone/measure -set towards
//	go run ./tone/measure -set lt [-held-out] [-show felt|missed|wrong]
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"rostrum/bench/corpus"
	"rostrum/text"
	"rostrum/text/phrase"
	"rostrum/tone"
)

// set is one file of labelled posts, and which scores its positive label is about.
type set struct {
	name     string
	positive string
	of       []tone.Of
}

var abuse = []tone.Of{tone.Hate, tone.Offensive, tone.Threat}

var sets = []set{
	{"offensive/tweeteval_train", "offensive", abuse},
	{"offensive/tweeteval_val", "offensive", abuse},
	{"hate/tweeteval_train", "hate", abuse[:1]},
	{"hate/tweeteval_val", "hate", abuse[:1]},
	{"offensive/davidson", "hate offensive", abuse},
	{"abuse_bias/madlibs_half", "toxic", abuse},
}

// alarms is the file of ordinary posts, which should raise nothing.
const alarms = "stream/tweets_emoji"

type labelled struct {
	Text  string `json:"text"`
	Label string `json:"label"`
}

func main() {
	data := flag.String("data", os.Getenv("ROSTRUM_DATA"), "folder of the labelled posts")
	show := flag.String("show", "", "print the posts that were missed or wrong at balanced")
	only := flag.String("set", "", "measure this file only; lt: the Lithuanian posts; towards: those about brands")
	heldOut := flag.Bool("held-out", false, "measure the Lithuanian posts that nobody tunes on")
	plot := flag.String("plot", "", "SVG file to draw into how far scores can be believed")
	flag.Parse()
	alone := map[string]func() error{
		"lt":      func() error { return measureLithuanian(*heldOut, *show) },
		"towards": func() error { return measureTowards(*data) },
	}
	if measure, ok := alone[*only]; ok {
		if err := measure(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	if err := run(*data, *only, *show, *plot); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(data, only, show, plot string) error {
	if data == "" {
		return fmt.Errorf("say where the labelled posts are, with -data or ROSTRUM_DATA")
	}
	m, err := newMeter()
	if err != nil {
		return err
	}
	var curves []*curve
	for _, s := range sets {
		if only != "" && only != s.name {
			continue
		}
		posts, err := corpus.Objects[labelled](filepath.Join(data, s.name+".jsonl"))
		if err != nil {
			return err
		}
		m.measure(s, posts, show)
		m.rule(s, posts)
		for _, l := range learnedSets {
			if l.name == s.name {
				curves = append(curves, m.learned.abuse(l, posts))
			}
		}
		if s.name == templates {
			m.learned.identities(posts)
		}
	}
	if only == "" || only == feelings {
		posts, err := corpus.Objects[labelled](filepath.Join(data, feelings+".jsonl"))
		if err != nil {
			return err
		}
		if err := sentiment(posts); err != nil {
			return err
		}
		m.learned.feelings(posts)
	}
	if only != "" && only != alarms {
		return nil
	}
	posts, err := corpus.Objects[labelled](filepath.Join(data, alarms+".jsonl"))
	if err != nil {
		return err
	}
	m.alarms(posts, show)
	if only != "" {
		return nil
	}
	if err := measureLithuanian(true, ""); err != nil {
		return err
	}
	if plot != "" {
		more, err := lithuanianCurves()
		if err != nil {
			return err
		}
		if err := draw(plot, append(curves, more...)); err != nil {
			return err
		}
	}
	if err := m.ordinary(data); err != nil {
		return err
	}
	if err := measureTowards(data); err != nil {
		return err
	}
	return exam()
}

// meter scores posts one by one.
type meter struct {
	model  *tone.Lexicon
	groups []*phrase.List
	words  *phrase.Set
	reader *text.Reader
	hits   []phrase.Hit
	result tone.Result

	learned             *learned
	english, lithuanian *tone.Learned
}

// newMeter makes a meter that knows some names of companies.
func newMeter(names ...string) (*meter, error) {
	b := phrase.NewBuilder()
	lists := func(name string, fill func(*phrase.List)) *phrase.List {
		l, fresh := b.List(name)
		if fresh {
			fill(l)
		}
		return l
	}
	named := lists("names", func(l *phrase.List) {
		for _, n := range names {
			l.Add(n, phrase.Options{Languages: []text.Lang{text.English, text.Lithuanian}, Name: true})
		}
	})
	m := &meter{reader: text.NewReader()}
	var err error
	if m.model, err = tone.NewLexicon(lists, named); err != nil {
		return nil, err
	}
	for _, lang := range []text.Lang{text.English, text.Lithuanian} {
		groups, err := tone.Groups(lists, lang)
		if err != nil {
			return nil, err
		}
		m.groups = append(m.groups, groups)
	}
	m.words = b.Build()
	if m.english, err = tone.NewLearned(); err != nil {
		return nil, err
	}
	if m.lithuanian, err = tone.NewLithuanian(); err != nil {
		return nil, err
	}
	m.learned, err = newLearned()
	return m, err
}

func (m *meter) score(s string) tone.Scores {
	d := m.reader.Read(s, "")
	m.hits = m.words.Find(d, m.hits[:0])
	m.result.Reset()
	m.model.Score(d, m.hits, &m.result)
	return m.result.Scores
}
