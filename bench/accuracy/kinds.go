package main

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"rostrum/bench/corpus"
	"rostrum/check"
	"rostrum/policy/rule"
	"rostrum/post"
)

// kind is a kind of rule that has posts of our own.
type kind struct {
	name, folder string
	category     rule.Category // of a finding; a dot at its end: the label goes on with it
	blind        []string      // files of sense/exam, which somebody else wrote
}

var kinds = []kind{
	{"disclosure", "disclosure", rule.DisclosureMissing, []string{"disclosure"}},
	{"credit", "credit", rule.CreditMissing, []string{"credit"}},
	{"health facts", "entity", rule.PIIHealth, []string{"illness"}},
	{"claim", "claim", "claim.", []string{"finance", "health", "boast"}},
}

// innocent is the label of posts in which there is nothing to find.
const innocent = "none"

// ownPost is a post of a development set.
type ownPost struct {
	ID, Lang, Text, Label, Class string
	Channel                      post.Channel
	Media                        []post.Media
}

// A post is for tuning, held out because its number divides by three, or of the exam, which was written after the
// rules were mended on the others; those of the blind exam were written by somebody who saw neither.
const (
	development = iota
	heldOut
	exam
	blind
	parting
)

var partings = [parting]string{"development", "held out", "exam", "blind exam"}

// readOwn gives the posts of a kind and of its exam, parted.
func (k *kind) readOwn() (parts [parting][]ownPost, err error) {
	folder := filepath.Join("policy", "rule", k.folder, "development")
	all, err := corpus.Objects[ownPost](filepath.Join(folder, "posts.jsonl"))
	if err != nil {
		return parts, err
	}
	for _, p := range all {
		n, err := strconv.Atoi(p.ID[strings.LastIndex(p.ID, "-")+1:])
		if err != nil {
			return parts, fmt.Errorf("%q: an id ends in a dash and a number", p.ID)
		}
		if n%3 == 0 {
			parts[heldOut] = append(parts[heldOut], p)
		} else {
			parts[development] = append(parts[development], p)
		}
	}
	if parts[exam], err = corpus.Objects[ownPost](filepath.Join(folder, "exam.jsonl")); err != nil {
		return parts, err
	}
	for _, file := range k.blind {
		posts, err := corpus.Objects[ownPost](filepath.Join("sense", "exam", file+".jsonl"))
		if err != nil {
			return parts, err
		}
		for _, p := range posts {
			if p.Label == "boast" {
				p.Label = "other"
			}
			if k.folder == "disclosure" {
				p.Channel = post.Personal
			}
			parts[blind] = append(parts[blind], p)
		}
	}
	return parts, nil
}

// fourKinds measures what has labelled posts of our own, and what the same rules say of ordinary tweets.
func fourKinds(m *measurement) error {
	c, err := kindsChecker()
	if err != nil {
		return err
	}
	table("kind", "language", "part", ">posts", ">labelled", ">precision", ">recall", ">F1", "found / false / missed / passed")
	classes := map[string]*tally{}
	for i := range kinds {
		if err := kinds[i].measure(c, m.samples, classes); err != nil {
			return err
		}
	}
	fmt.Print("\nClasses with errors, development part:\n\n")
	table("class", ">posts", ">missed", ">false")
	for _, name := range slices.Sorted(maps.Keys(classes)) {
		if t := classes[name]; t.missed+t.wrong > 0 {
			row(name, t.all(), t.missed, t.wrong)
		}
	}
	return m.kindsOnTweets(c)
}

// sets are the ways in which the posts of a kind are measured.
var sets = []struct {
	name string
	lang string
	bare bool // of diacritics
}{{"English", "en", false}, {"Lithuanian", "lt", false}, {"Lithuanian, no diacritics", "lt", true}}

// measure prints the rows of one kind, and counts the classes of its development part.
func (k *kind) measure(c *check.Checker, s *samples, classes map[string]*tally) error {
	parts, err := k.readOwn()
	if err != nil {
		return err
	}
	for _, set := range sets {
		for part, posts := range parts {
			var t tally
			for _, p := range posts {
				if p.Lang != set.lang {
					continue
				}
				if set.bare {
					p.Text = withoutDiacritics.Replace(p.Text)
				}
				f := k.find(c, &p)
				t.count(p.Label != innocent, f != nil)
				if part == development && !set.bare {
					k.note(&p, f, s, classes)
				}
			}
			row(k.name, set.name, partings[part], t.all(), t.hit+t.missed, t.precision(), t.recall(), t.f1(),
				fmt.Sprintf("%d / %d / %d / %d", t.hit, t.wrong, t.missed, t.quiet))
		}
	}
	return nil
}

// find gives what was found of the category that the label stands for; in an innocent post, any finding.
func (k *kind) find(c *check.Checker, p *ownPost) *check.Finding {
	category := string(k.category)
	if strings.HasSuffix(category, ".") && p.Label != innocent {
		category += p.Label
	}
	channel := p.Channel
	if channel == "" {
		channel = post.Brand
	}
	r := c.Check(&post.Post{Text: p.Text, Channel: channel, Media: p.Media})
	for i := range r.Findings {
		if f := &r.Findings[i]; isOneOf(f.Category, []string{category}) && strings.HasPrefix(f.Rule, kindsClause+"/") {
			return f
		}
	}
	return nil
}

func (k *kind) note(p *ownPost, f *check.Finding, s *samples, classes map[string]*tally) {
	class := k.name + ", " + p.Label + ", " + p.Class
	if classes[class] == nil {
		classes[class] = &tally{}
	}
	classes[class].count(p.Label != innocent, f != nil)
	switch {
	case p.Label != innocent && f == nil:
		s.add("missed in "+k.name, p.ID+" ("+p.Label+", "+p.Class+") "+p.Text)
	case p.Label == innocent && f != nil:
		s.finding("wrong in "+k.name, p.Text, f)
	}
}

// kindsOnTweets counts the ordinary tweets in which the rules find something.
func (m *measurement) kindsOnTweets(c *check.Checker) error {
	all, err := corpus.Objects[labelledPost](filepath.Join(m.data, "stream", "tweets_emoji.jsonl"))
	if err != nil {
		return err
	}
	fmt.Printf("\nOrdinary tweets with a finding, of %d:\n\n", len(all))
	table("rule", ">as brand posts", ">as personal posts")
	counts := byRule{}
	for i, channel := range []post.Channel{post.Brand, post.Personal} {
		for _, one := range all {
			r := c.Check(&post.Post{Text: one.Text, Channel: channel})
			r.Findings = slices.DeleteFunc(r.Findings, func(f check.Finding) bool { return !strings.HasPrefix(f.Rule, kindsClause+"/") })
			counts.count(i, one.Text, r, m.samples)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(counts)) {
		row(name, counts[name][0], counts[name][1])
	}
	return nil
}

var withoutDiacritics = strings.NewReplacer("ą", "a", "č", "c", "ę", "e", "ė", "e", "į", "i", "š", "s", "ų", "u", "ū", "u", "ž", "z",
	"Ą", "A", "Č", "C", "Ę", "E", "Ė", "E", "Į", "I", "Š", "S", "Ų", "U", "Ū", "U", "Ž", "Z")
