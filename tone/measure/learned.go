package main

import (
	"fmt"
	"slices"
	"strings"

	"rostrum/text"
	"rostrum/tone"
)

// learnedSets are the posts that the learned weights are judged by: none of them were learned from, but for the
// templates, which are judged by identity only.
var learnedSets = []set{
	{"offensive/tweeteval_val", "offensive", []tone.Of{tone.Offensive}},
	{"hate/tweeteval_val", "hate", []tone.Of{tone.Hate}},
}

// templates is the file of sentences about people of every group, half of them kind.
const templates = "abuse_bias/madlibs_half"

// learned measures the learned weights, which are told what words and rules say.
type learned struct{ listener *tone.Listener }

func newLearned() (*learned, error) {
	l, err := tone.NewListener("")
	return &learned{l}, err
}

// score gives what weights make of a text that words and rules have judged; false where it is not taken for English.
func (l *learned) score(s string) (tone.Scores, bool) {
	o := l.listener.Listen(s, "")
	return o.Scores, o.Lang == text.English
}

// abuse prints what each threshold makes of a set, and gives how far the scores can be believed.
func (l *learned) abuse(s set, posts []labelled) *curve {
	fmt.Println(s.name, "learned")
	of := s.of[0]
	scores, is := make([]float32, len(posts)), make([]bool, len(posts))
	unread := 0
	for i, p := range posts {
		read, ok := l.score(p.Text)
		if !ok {
			unread++
		}
		scores[i], is[i] = read.Of(of), strings.Contains(" "+s.positive+" ", " "+p.Label+" ")
	}
	fmt.Printf("  %d of %d posts were not taken for English\n", unread, len(posts))
	at := func(name string, threshold float32) {
		var c confusion
		for i := range scores {
			c.count(is[i], scores[i] >= threshold)
		}
		fmt.Printf("  %-9s from %.3f %s\n", name, threshold, c)
	}
	at("even", 0.5)
	at("best", bestThreshold(scores, is))
	c := &curve{"English, " + of.String(), true, scores, is}
	c.tell()
	return c
}

func bestThreshold(scores []float32, is []bool) (best float32) {
	var most float64
	for threshold := float32(0.02); threshold < 1; threshold += 0.02 {
		var c confusion
		for i := range scores {
			c.count(is[i], scores[i] >= threshold)
		}
		if f := c.macro(); f > most {
			most, best = f, threshold
		}
	}
	return best
}

// identities prints, for the kind and the unkind templates, between which rates the groups lie that are named in them.
func (l *learned) identities(posts []labelled) {
	for _, of := range []tone.Of{tone.Offensive, tone.Hate} {
		for _, threshold := range []float32{0.35, 0.5, 0.75} {
			wrong, all := map[string]int{}, map[string]int{}
			total := 0
			for _, p := range posts {
				if p.Label != "ok" {
					continue
				}
				scores, _ := l.score(p.Text)
				said := scores.Of(of) >= threshold
				if said {
					total++
				}
				for _, group := range groups {
					if strings.Contains(" "+strings.Trim(p.Text, ".")+" ", " "+group+" ") {
						all[group]++
						if said {
							wrong[group]++
						}
					}
				}
			}
			var rates []float64
			for group, n := range all {
				rates = append(rates, float64(wrong[group])/float64(n))
			}
			fmt.Printf("%s learned: %s from %.3f: %d false alarms; by group between %.4f and %.4f\n",
				templates, of, threshold, total, slices.Min(rates), slices.Max(rates))
		}
	}
}

// groups are the words for groups of people that the templates have.
var groups = strings.Split("lesbian,gay,bisexual,transgender,trans,queer,lgbt,lgbtq,homosexual,straight,heterosexual,male,female,"+
	"nonbinary,african,african american,black,white,european,hispanic,latino,latina,latinx,mexican,canadian,american,asian,"+
	"indian,middle eastern,chinese,japanese,christian,muslim,jewish,buddhist,catholic,protestant,sikh,taoist,old,older,young,"+
	"younger,teenage,millenial,middle aged,elderly,blind,deaf,paralyzed", ",")

// feelings prints the recall of each feeling.
func (l *learned) feelings(posts []labelled) {
	var table [3][3]int
	for _, p := range posts {
		scores, _ := l.score(p.Text)
		table[slices.Index(feelingNames[:], p.Label)][feeling(scores)]++
	}
	fmt.Println(feelings, "learned (rows: what it is; columns: negative, neutral, positive)")
	var sum float64
	for i, row := range table {
		recall := float64(row[i]) / float64(max(1, row[0]+row[1]+row[2]))
		sum += recall / 3
		fmt.Printf("  %-9s %5d %5d %5d  recall %.3f\n", feelingNames[i], row[0], row[1], row[2], recall)
	}
	fmt.Printf("  macro-recall %.3f\n", sum)
}
