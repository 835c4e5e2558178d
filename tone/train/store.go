package main

import (
	"fmt"
	"io"
	"math"
	"slices"

	"rostrum/learn"
	"rostrum/text"
	"rostrum/text/phrase"
	"rostrum/tone"
)

// clipped is the share of the heaviest weights of a part that are cut to what a signed byte can say.
const clipped = 0.0002

// quantise puts what is known into the weights and the weights into signed bytes.
func quantise(models [tone.TaskCount]*learn.Model, size tone.Size) *tone.Weights {
	w := &tone.Weights{Units: make([]byte, tone.TaskCount*size.All())}
	for t, m := range models {
		w.Bias[t] = m.Bias
		for part, span := range [][2]int{{0, size.Words}, {size.Words, size.All()}} {
			weights := m.Weights[span[0]:span[1]]
			step := heaviest(weights) / math.MaxInt8
			w.Steps[t][part] = step
			for i, v := range weights {
				unit := math.Round(float64(v / step))
				w.Units[tone.TaskCount*(span[0]+i)+t] = byte(int8(max(-math.MaxInt8, min(math.MaxInt8, unit))))
			}
		}
	}
	return w
}

func heaviest(weights []float32) float32 {
	var heavy []float32
	for _, v := range weights {
		if v != 0 {
			heavy = append(heavy, float32(math.Abs(float64(v))))
		}
	}
	if len(heavy) == 0 {
		return 1
	}
	slices.Sort(heavy)
	return heavy[len(heavy)-1-int(clipped*float64(len(heavy)))]
}

// instil adds what the lexicons know to the weights of the features that they know about.
func instil(m *learn.Model, known map[uint32][tone.Knowledge]float32) {
	for feature, values := range known {
		for k, v := range values {
			m.Weights[feature] += float32(m.Trust[k] * v)
		}
	}
	clear(m.Trust)
}

// ordinary is the file of posts that say what people say on any day.
const ordinary = "stream/tweets_emoji"

// alarms is the share of ordinary posts that may reach each level, in the order balanced, strict, lenient.
var alarms = [3]float64{0.0004, 0.002, 0.0001}

// setThresholds sets the thresholds of hate by the ordinary posts that a rule would ask about: posts that name a group
// and in which the lexicon knows no word of abuse.
func (p *posts) setThresholds(w *tone.Weights, tell io.Writer) error {
	lines, err := p.read(ordinary)
	if err != nil {
		return err
	}
	b := phrase.NewBuilder()
	lists := func(name string, fill func(*phrase.List)) *phrase.List {
		l, fresh := b.List(name)
		if fresh {
			fill(l)
		}
		return l
	}
	lexicon, err := tone.NewLexicon(lists)
	if err != nil {
		return err
	}
	groups, err := tone.Groups(lists, text.English)
	if err != nil {
		return err
	}
	words, x := b.Build(), tone.LearnedFrom(*w)
	var scores []float32
	for _, line := range lines {
		d := p.reader.Read(line.Text, text.English)
		hits := words.Find(d, nil)
		asked := slices.ContainsFunc(hits, func(h phrase.Hit) bool { return h.List == groups.ID })
		if asked && !lexicon.Weighed(d, hits) {
			s, _ := x.Read(d, nil, &tone.Result{})
			scores = append(scores, s.Hate)
		}
	}
	slices.Sort(scores)
	for level, share := range alarms {
		w.Hate[level] = scores[max(0, len(scores)-1-int(share*float64(len(lines))))]
	}
	fmt.Fprintf(tell, "thresholds of hate: balanced %.3f, strict %.3f, lenient %.3f\n", w.Hate[0], w.Hate[1], w.Hate[2])
	return nil
}
