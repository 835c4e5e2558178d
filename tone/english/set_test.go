// Package english_test holds the posts that weights of tone are learned from to their cards, and keeps the exam out of them.
package english_test

import (
	"fmt"
	"strings"
	"testing"

	"rostrum/bench/corpus"
)

type post struct {
	Text, Sentiment                     string
	Hate, Offensive, Threat, Accusation bool
}

// The cards say so: posts; negative, neutral, positive; hate, offensive, threat, accusation.
var cards = map[string]string{
	"posts.jsonl":                "1719; 803 463 453; 35 384 152 149",
	"groups.jsonl":               "1587; 1094 278 215; 764 882 90 0",
	"meant.jsonl":                "1096; 761 169 166; 297 441 110 0",
	"../lithuanian/second.jsonl": "726; 323 216 187; 85 164 56 57",
	"../lithuanian/third.jsonl":  "790; 370 210 210; 23 193 79 79",
	"../lithuanian/thanks.jsonl": "330; 165 33 132; 0 0 0 0",
	"../lithuanian/groups.jsonl": "1465; 1026 247 192; 714 819 107 0",
	"../lithuanian/meant.jsonl":  "1039; 714 142 183; 263 405 92 0",
}

func TestPostsAreAsTheirCardsSay(t *testing.T) {
	seen := map[string]string{}
	for file, card := range cards {
		felt := map[string]int{}
		var hate, offensive, threat, accusation int
		for _, p := range read(t, file) {
			text := strings.ToLower(strings.TrimSpace(p.Text))
			if text == "" || p.Hate && !p.Offensive {
				t.Errorf("%s: %q is empty, or hate that offends nobody", file, p.Text)
			}
			if other, ok := seen[text]; ok {
				t.Errorf("%q stands in %s and in %s", p.Text, other, file)
			}
			seen[text] = file
			felt[p.Sentiment]++
			hate, offensive, threat, accusation = hate+one(p.Hate), offensive+one(p.Offensive), threat+one(p.Threat), accusation+one(p.Accusation)
		}
		posts := felt["negative"] + felt["neutral"] + felt["positive"]
		have := fmt.Sprintf("%d; %d %d %d; %d %d %d %d", posts, felt["negative"], felt["neutral"], felt["positive"], hate, offensive, threat, accusation)
		if have != card || len(felt) != 3 {
			t.Errorf("%s has %s, its card says %s", file, have, card)
		}
	}
	exam := read(t, "../exam/posts.jsonl")
	if len(exam) != 1649 {
		t.Errorf("the exam has %d posts, its card says 1649", len(exam))
	}
	for _, p := range exam {
		if file, ok := seen[strings.ToLower(strings.TrimSpace(p.Text))]; ok {
			t.Errorf("%q of the exam stands in %s", p.Text, file)
		}
	}
}

func read(t *testing.T, file string) []post {
	t.Helper()
	posts, err := corpus.Objects[post](file)
	if err != nil {
		t.Fatal(err)
	}
	return posts
}

func one(is bool) int {
	if is {
		return 1
	}
	return 0
}
