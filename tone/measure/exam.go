package main

import (
	"fmt"
	"maps"
	"slices"

	"rostrum/bench/corpus"
	"rostrum/sense"
	"rostrum/text"
	"rostrum/tone"
)

// examPosts were written apart from all posts that anything was learned from or tuned on.
const examPosts = "tone/exam/posts.jsonl"

// examPost is one of them. Label is what is felt towards the brand, or as a whole where there is none.
type examPost struct {
	Part, Lang, Brand, Text, Label, Sentiment, Does string
	Hate, Offensive, Threat                         bool
}

// examParts are what is asked, in the order in which it is told.
var examParts = []string{"group", "meant", "tone", "brand", "older", "older brand", "feeling", "thanks"}

// exam prints how the exam's posts are heard, as `rostrum tone` tells it.
func exam() error {
	posts, err := corpus.Objects[examPost](examPosts)
	if err != nil {
		return err
	}
	l, err := tone.NewListener("")
	if err != nil {
		return err
	}
	for _, part := range examParts {
		for _, lang := range []text.Lang{text.English, text.Lithuanian} {
			some := slices.DeleteFunc(slices.Clone(posts), func(p examPost) bool { return p.Part != part || p.Lang != string(lang) })
			for _, way := range waysToType(lang) {
				fmt.Printf("exam %s, %s, %s\n", part, lang, way.name)
				if err := sit(l, some, lang, way.read); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// hear gives what `rostrum tone` tells of a text.
func hear(l *tone.Listener, m *sense.Model, words string, lang text.Lang) tone.Opinion {
	o := l.Listen(words, lang)
	threat, _ := m.Threatens(l.Heard())
	o.Scores.Threat = max(threat, o.Scores.Threat)
	return o
}

// sit has posts heard and prints what came of it.
func sit(l *tone.Listener, posts []examPost, lang text.Lang, read func(string) string) error {
	m, err := sense.For(lang)
	if err != nil {
		return err
	}
	var abuse [3]confusion
	var felt [3][3]int
	right, all := map[string]int{}, map[string]int{}
	for i := range posts {
		p := &posts[i]
		l.Towards(p.Brand)
		o := hear(l, m, read(p.Text), lang)
		abuse[0].count(p.Hate, o.Scores.Hate >= 0.5)
		abuse[1].count(p.Offensive, o.Scores.Offensive >= 0.5)
		abuse[2].count(p.Threat, o.Scores.Threat >= 0.5)
		all[p.Does]++
		if (p.Hate || p.Offensive || p.Threat) == (max(o.Scores.Hate, o.Scores.Offensive, o.Scores.Threat) >= 0.5) {
			right[p.Does]++
		}
		if is := slices.Index(feelingNames[:], p.Label+p.Sentiment); is >= 0 {
			felt[is][slices.Index(feelingNames[:], o.Feeling())]++
		}
	}
	for i, name := range []string{"hate", "offensive", "threat"} {
		if abuse[i].truePos+abuse[i].falseNeg > 0 {
			fmt.Printf("  %-9s %s\n", name, abuse[i])
		}
	}
	if delete(all, ""); len(all) > 0 {
		fmt.Print("  told rightly whether it is abuse:")
		for _, does := range slices.Sorted(maps.Keys(all)) {
			fmt.Printf(" %s %d of %d", does, right[does], all[does])
		}
		fmt.Println()
	}
	if felt != [3][3]int{} {
		tellFelt(felt)
	}
	return nil
}
