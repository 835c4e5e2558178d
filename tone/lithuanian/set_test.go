// Package lithuanian_test holds the Lithuanian posts to the rules by which they are labelled. It refuses to judge them:
// what reads the posts does.
package lithuanian_test

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"
)

type labels struct {
	Sentiment  string `json:"sentiment"`
	Hate       bool   `json:"hate"`
	Offensive  bool   `json:"offensive"`
	Threat     bool   `json:"threat"`
	Accusation bool   `json:"accusation"`
	Target     string `json:"target"`
}

type post struct {
	ID    string `json:"id"`
	Text  string `json:"text"`
	Brand string `json:"brand"`
	labels
	Note string `json:"note"`
}

func (l labels) abuse() bool   { return l.Hate || l.Offensive || l.Threat || l.Accusation }
func (l labels) atGroup() bool { return strings.HasPrefix(l.Target, "group:") }

var (
	sentiments = []string{"negative", "neutral", "positive"}
	targets    = []string{"person", "thing", "self", "none", "group:origin", "group:faith", "group:sex",
		"group:orientation", "group:gender", "group:disability", "group:age"}
	notes = []string{"", "counter", "fiction", "friendly", "game", "identity", "idiom", "mixed", "negated", "news",
		"opinion", "praise", "protected", "question", "quote", "reclaimed", "rival", "sarcasm", "self", "sport", "thing"}
)

func TestPostsKeepTheLabelRules(t *testing.T) {
	for _, p := range read[post](t, "posts.jsonl") {
		for broken, is := range map[string]bool{
			"has no text, or space around it":               p.Text == "" || strings.TrimSpace(p.Text) != p.Text,
			"has an unknown sentiment":                      !slices.Contains(sentiments, p.Sentiment),
			"has an unknown target":                         !slices.Contains(targets, p.Target),
			"has an unknown note":                           !slices.Contains(notes, p.Note),
			"is hate against no group":                      p.Hate && !p.atGroup(),
			"is hate that offends nobody":                   p.Hate && !p.Offensive,
			"offends nobody":                                p.Offensive && p.Target != "person" && !p.atGroup(),
			"threatens nobody and nothing":                  p.Threat && (p.Target == "none" || p.Target == "self"),
			"accuses neither a person nor a company":        p.Accusation && p.Target != "person" && p.Target != "thing",
			"is abuse that is not negative":                 p.abuse() && p.Sentiment != "negative",
			"is abuse with a note that says it is harmless": p.abuse() && p.Note != "",
			"judges oneself though a brand is named":        p.Target == "self" && p.Brand != "",
		} {
			if is {
				t.Errorf("%s %s: %s", p.ID, broken, p.Text)
			}
		}
	}
}

func TestCountsAreThoseOfTheCard(t *testing.T) {
	have := map[string]int{}
	for _, p := range read[post](t, "posts.jsonl") {
		have["posts"]++
		have[p.Sentiment]++
		for label, is := range map[string]bool{
			"hate": p.Hate, "offensive": p.Offensive, "threat": p.Threat, "accusation": p.Accusation,
			"brand": p.Brand != "", "harmless that looks harmful": hard(p),
		} {
			if is {
				have[label]++
			}
		}
	}
	for label, want := range map[string]int{
		"posts": 1987, "negative": 804, "neutral": 628, "positive": 555, "hate": 125, "offensive": 303, "threat": 82,
		"accusation": 83, "brand": 495, "harmless that looks harmful": 815,
	} {
		if have[label] != want {
			t.Errorf("%s: %d posts, README.md says %d", label, have[label], want)
		}
	}
}

// hard says whether a harmless post was written to be taken for abuse, or praise for blame.
func hard(p post) bool {
	return p.Note != "" && !slices.Contains([]string{"mixed", "rival", "sarcasm"}, p.Note)
}

func TestFinalLabelsComeFromOneOfThePasses(t *testing.T) {
	type pass struct {
		ID string `json:"id"`
		labels
	}
	final := read[post](t, "posts.jsonl")
	first, second := read[pass](t, "labels_first.jsonl"), read[pass](t, "labels_second.jsonl")
	if len(first) != len(final) || len(second) != len(final) {
		t.Fatalf("%d posts, %d labelled first, %d labelled again", len(final), len(first), len(second))
	}
	for i, p := range final {
		if first[i].ID != p.ID || second[i].ID != p.ID {
			t.Fatalf("line %d is %s, %s and %s", i+1, p.ID, first[i].ID, second[i].ID)
		}
		if p.labels != first[i].labels && p.labels != second[i].labels {
			t.Errorf("%s has labels that neither pass gave it", p.ID)
		}
	}
}

// Five words in a row in two posts are the mark of a template that was filled twice.
func TestNoPostTwice(t *testing.T) {
	const run = 5
	seen := map[string]string{}
	for _, p := range read[post](t, "posts.jsonl") {
		words := strings.FieldsFunc(fold.Replace(strings.ToLower(p.Text)), func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsDigit(r)
		})
		for from := range max(1, len(words)-run+1) {
			key := strings.Join(words[from:min(from+run, len(words))], " ")
			if was, ok := seen[key]; ok && was != p.ID {
				t.Errorf("%s and %s both say %q", was, p.ID, key)
			}
			seen[key] = p.ID
		}
	}
}

var fold = strings.NewReplacer("ą", "a", "č", "c", "ę", "e", "ė", "e", "į", "i", "š", "s", "ų", "u", "ū", "u", "ž", "z")

func read[T any](t *testing.T, file string) []T {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var all []T
	for line := range bytes.Lines(b) {
		var one T
		d := json.NewDecoder(bytes.NewReader(line))
		d.DisallowUnknownFields()
		if err := d.Decode(&one); err != nil {
			t.Fatalf("%s, line %d: %v", file, len(all)+1, err)
		}
		all = append(all, one)
	}
	return all
}
