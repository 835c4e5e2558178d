package main

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"sync"

	"rostrum/learn"
	"rostrum/sense"
	"rostrum/text"
	"rostrum/tone"
)

const rounds = 14

// coarse is how many steps of a signed byte are one: weights that are told apart less finely take half the room where they are
// packed, and find the same.
const coarse = 4

// fewest is how many posts a share is believed of.
const fewest = 15

// right is how many of the posts that reach a level should be right, of posts of which half have nothing to find, most of those
// hard; in the order balanced, strict, lenient.
var right = [...]float64{0.82, 0.70, 0.90}

// alarms is the share of ordinary posts that may reach a level, in the same order. There are few Lithuanian ones, and half of them
// were written to be hard.
var alarms = map[text.Lang][3]float64{text.English: {0.0015, 0.005, 0.0004}, text.Lithuanian: {0.003, 0.012, 0.0015}}

// learned is what was learned of one thing.
type learned struct {
	model  *learn.Model
	judged []learn.Sample
	unseen []float32 // the sums of judged samples by models that were made without them
}

func (p *posts) learnOne(of sense.Of) *learned {
	samples := p.samples(of, func(k *known) []uint32 { return k.features })
	fit := func(s []learn.Sample) *learn.Model { return learn.FitPlain(s, rounds, sense.Features) }
	l := &learned{model: fit(samples), unseen: learn.Unseen(samples, fit)}
	for i := range samples {
		if samples[i].Judged {
			l.judged = append(l.judged, samples[i])
		}
	}
	return l
}

// store puts what was learned into signed bytes.
func (l *learned) store(w *sense.Weights, of sense.Of) {
	w.Steps[of] = step(l.model.Weights) * coarse
	w.Bias[of] = l.model.Bias
	units := w.Units[int(of)*sense.Features:]
	for f, v := range l.model.Weights {
		units[f] = byte(int8(math.Round(float64(v / w.Steps[of]))))
	}
}

// step gives what a unit is worth where the heaviest weight is to fit into a signed byte.
func step(weights []float32) float32 {
	heaviest := float32(1e-6)
	for _, v := range weights {
		heaviest = max(heaviest, float32(math.Abs(float64(v))))
	}
	return heaviest / math.MaxInt8
}

// limit sets the sums from which on a text says something, by posts that were not learned from.
func (p *posts) limit(w *sense.Weights, of sense.Of, l *learned) {
	var everyday []float32
	for i := range p.unseen {
		if k := &p.unseen[i]; mayWake(w, k, of) {
			everyday = append(everyday, sumOf(w, of, k.features))
		}
	}
	slices.Sort(everyday)
	for level := range right {
		least := float32(math.Inf(-1))
		if n := len(everyday) - 1 - int(alarms[p.lang][level]*float64(len(p.unseen))); n >= 0 {
			least = everyday[n]
		}
		w.Limits[of][level] = max(least, l.border(right[level]))
	}
	w.Limits[of][tone.Strict] = min(w.Limits[of][tone.Strict], w.Limits[of][tone.Balanced])
	w.Limits[of][tone.Lenient] = max(w.Limits[of][tone.Lenient], w.Limits[of][tone.Balanced])
}

// reach sets how much the words of lists may add: to all but few of what would be found.
func (p *posts) reach(w *sense.Weights, of sense.Of) {
	const lost = 0.1
	var added []float32
	for i := range p.labelled {
		if k := &p.labelled[i]; k.says == of.String() {
			if sum := sumOf(w, of, k.features); sum >= w.Limits[of][tone.Strict] {
				added = append(added, sum-sumOf(w, of, k.skimmed))
			}
		}
	}
	slices.Sort(added)
	if len(added) > 0 {
		w.Reach[of] = max(0, added[len(added)-1-int(lost*float64(len(added)))])
	}
}

// border gives the lowest sum from which on so many of the judged posts are right, or as many as ever are.
func (l *learned) border(share float64) float32 {
	order := make([]int, 0, len(l.judged))
	for i := range l.judged {
		order = append(order, i)
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(l.unseen[b], l.unseen[a]) })
	border, surest, hit, best := float32(math.Inf(1)), float32(0), 0.0, 0.0
	for n, i := range order {
		hit += float64(l.judged[i].Is)
		right := hit / float64(n+1)
		if n+1 < fewest {
			continue
		}
		if unsure := math.Sqrt(right * (1 - right) / float64(n+1)); right+unsure >= share {
			border = l.unseen[i]
		}
		if right > best {
			best, surest = right, l.unseen[i]
		}
	}
	if math.IsInf(float64(border), 1) {
		return surest
	}
	return border
}

// sumOf gives the sum of a post by weights as they are stored.
func sumOf(w *sense.Weights, of sense.Of, features []uint32) float32 {
	units := w.Units[int(of)*sense.Features : (int(of)+1)*sense.Features]
	var all int32
	for _, f := range features {
		all += int32(int8(units[f]))
	}
	return float32(all)*w.Steps[of]/float32(math.Sqrt(float64(len(features)+1))) + w.Bias[of]
}

// tell prints how well something is told on posts that were not learned from.
func (p *posts) tell(to io.Writer, w *sense.Weights, of sense.Of, l *learned) {
	fmt.Fprintf(to, "%s %-10s %4d posts, five folds: area %.3f", p.lang, of, len(l.judged), l.area())
	for level, name := range []tone.Strictness{tone.Balanced, tone.Strict, tone.Lenient} {
		precision, recall := l.at(w.Limits[of][level])
		ordinary := 0
		for i := range p.unseen {
			if k := &p.unseen[i]; mayWake(w, k, of) && sumOf(w, of, k.features) >= w.Limits[of][level] {
				ordinary++
			}
		}
		fmt.Fprintf(to, " | %s %.2f %.2f, %d ordinary", name, precision, recall, ordinary)
	}
	woken := 0
	for i := range p.unseen {
		if mayWake(w, &p.unseen[i], of) {
			woken++
		}
	}
	fmt.Fprintf(to, " | asked of %.1f %% of ordinary posts\n", 100*float64(woken)/float64(max(1, len(p.unseen))))
}

// at gives precision and recall in folds.
func (l *learned) at(limit float32) (precision, recall float64) {
	var hit, wrong, missed float64
	for i := range l.judged {
		switch is := l.judged[i].Is == 1; {
		case l.unseen[i] >= limit && is:
			hit++
		case l.unseen[i] >= limit:
			wrong++
		case is:
			missed++
		}
	}
	return hit / max(1, hit+wrong), hit / max(1, hit+missed)
}

// area is how often a post that says it has a higher sum than one that does not.
func (l *learned) area() float64 {
	var above, pairs float64
	for i := range l.judged {
		for j := range l.judged {
			if l.judged[i].Is == 1 && l.judged[j].Is == 0 {
				pairs++
				if l.unseen[i] > l.unseen[j] {
					above++
				}
			}
		}
	}
	return above / max(1, pairs)
}

// each does all of something, two at a time.
func each(n int, do func(int)) {
	both := make(chan struct{}, 2) // cores
	var work sync.WaitGroup
	for i := range n {
		work.Go(func() {
			both <- struct{}{}
			defer func() { <-both }()
			do(i)
		})
	}
	work.Wait()
}
