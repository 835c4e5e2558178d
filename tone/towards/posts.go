// Package towards owns the posts that tell what is felt towards a brand, and how weights are fitted to them. It refuses to
// know posts that others wrote, and to learn from those that are held out.
package towards

import (
	"fmt"
	"hash/fnv"
	"path/filepath"
	"strconv"
	"strings"

	"rostrum/bench/corpus"
	"rostrum/text"
	"rostrum/tone"
)

// Post is a text, a brand that it names, and what the text feels towards it.
type Post struct {
	ID, Text, Brand, Label, Sentiment string

	Lang text.Lang
	Own  bool // written for this, and judged by

	taught bool // a plain sentence, never judged by
}

// Folds is how many parts the posts are cut into, of which one judges what was learned from the others.
const Folds = 5

// Fold gives the part that a post is in. Posts with one text are in one part.
func (p *Post) Fold() int {
	h := fnv.New32a()
	h.Write([]byte(p.Text))
	return int(h.Sum32() % Folds)
}

// heldOut tells whether a Lithuanian post is kept for judging.
func (p *Post) heldOut() bool {
	n, err := strconv.Atoi(strings.TrimPrefix(p.ID, "lt-"))
	return err == nil && n%3 == 0
}

var feelings = [...]string{"negative", "neutral", "positive"}

func (p *Post) class() int {
	for c, name := range feelings {
		if p.Label == name {
			return c
		}
	}
	return -1
}

// Read reads the posts from the folder of package tone.
func Read(folder string) ([]Post, error) {
	all, err := plain()
	if err != nil {
		return nil, err
	}
	for _, from := range []struct {
		file string
		lang text.Lang
		own  bool
	}{
		{"towards/english.jsonl", text.English, true},
		{"towards/lithuanian.jsonl", text.Lithuanian, true},
		{"lithuanian/posts.jsonl", text.Lithuanian, false},
		{"lithuanian/second.jsonl", text.Lithuanian, false},
	} {
		posts, err := corpus.Objects[Post](filepath.Join(folder, from.file))
		if err != nil {
			return nil, err
		}
		for _, p := range posts {
			p.Lang, p.Own = from.lang, from.own
			if !from.own {
				p.Label = p.Sentiment
			}
			if p.Brand == "" || p.heldOut() {
				continue
			}
			if p.class() < 0 {
				return nil, fmt.Errorf("%s: the post %q has the label %q", from.file, p.Text, p.Label)
			}
			all = append(all, p)
		}
	}
	return all, nil
}

// sample is a post as it is learned from.
type sample struct {
	*Post
	known  []tone.Feature
	weight float32
}

// samples gives what is known of each post.
func samples(l *tone.Listener, posts []Post) []sample {
	var all []sample
	for i := range posts {
		s := sample{Post: &posts[i], weight: 1}
		l.Towards(s.Brand)
		known, _ := l.Known(s.Text, s.Lang)
		s.known = append(s.known, known...)
		switch {
		case s.taught:
			s.weight = plainly
		case !s.Own:
			s.weight = others
		}
		all = append(all, s)
	}
	return all
}
