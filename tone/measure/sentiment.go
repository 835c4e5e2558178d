package main

import (
	"fmt"

	"rostrum/text"
	"rostrum/text/phrase"
	"rostrum/tone"
)

// feelings is the file of posts labelled negative, neutral or positive.
const feelings = "sentiment/tweeteval_val"

var feelingNames = [...]string{"negative", "neutral", "positive"}

// sentiment prints the recall of each feeling and their mean.
func sentiment(posts []labelled) error {
	b := phrase.NewBuilder()
	model, err := tone.NewSentiment(func(name string, fill func(*phrase.List)) *phrase.List {
		l, fresh := b.List(name)
		if fresh {
			fill(l)
		}
		return l
	})
	if err != nil {
		return err
	}
	words, reader := b.Build(), text.NewReader()
	var right, all [len(feelingNames)]int
	var r tone.Result
	for _, p := range posts {
		d := reader.Read(p.Text, "")
		r.Reset()
		model.Score(d, words.Find(d, nil), &r)
		said := feeling(r.Scores)
		for i, name := range feelingNames {
			if p.Label == name {
				all[i]++
				if said == i {
					right[i]++
				}
			}
		}
	}
	fmt.Println(feelings)
	var sum float64
	for i, name := range feelingNames {
		recall := float64(right[i]) / float64(max(1, all[i]))
		sum += recall
		fmt.Printf("  %-9s recall %.3f (%d of %d)\n", name, recall, right[i], all[i])
	}
	fmt.Printf("  macro-recall %.3f\n", sum/float64(len(feelingNames)))
	return nil
}

func feeling(s tone.Scores) int {
	switch top := max(s.Negative, s.Neutral, s.Positive); top {
	case s.Negative:
		return 0
	case s.Positive:
		return 2
	}
	return 1
}
