package main

import (
	"math"
	"slices"

	"rostrum/learn"
	"rostrum/sense"
	"rostrum/text"
)

const (
	lanes      = int(sense.Praise) // bytes of a beginning
	wakeRounds = 14
)

// asked is the share of ordinary posts that are asked whether they say one thing. The Lithuanian ones were written to be hard.
var asked = map[text.Lang]float64{text.English: 0.02, text.Lithuanian: 0.06}

// wake learns by which beginnings of words texts are asked what they say: the same as is learned of features, of less.
func (p *posts) wake(w *sense.Weights) {
	each(lanes, func(of int) {
		fit := func(s []learn.Sample) *learn.Model { return learn.FitPlain(s, wakeRounds, sense.Beginnings) }
		samples := p.samples(sense.Of(of), func(k *known) []uint32 { return k.starts })
		m := fit(samples)
		w.WakeSteps[of] = step(m.Weights)
		for start, v := range m.Weights {
			w.Wakes[lanes*start+of] = byte(int8(math.Round(float64(v / w.WakeSteps[of]))))
		}
		w.WakeLimits[of] = p.wakeLimit(m)
	})
}

// wakeLimit gives the sum that so few ordinary posts reach that asking them costs little.
func (p *posts) wakeLimit(m *learn.Model) float32 {
	var sums []float32
	for i := range p.unseen {
		s := sample(p.unseen[i].starts, false, 1, false)
		sums = append(sums, m.Sum(&s)-m.Bias)
	}
	slices.Sort(sums)
	return sums[len(sums)-1-int(asked[p.lang]*float64(len(sums)))]
}

// mayWake tells whether a post is asked about.
func mayWake(w *sense.Weights, k *known, of sense.Of) bool {
	if of == sense.Praise {
		return true // that the brand is named is enough
	}
	var all int32
	for _, s := range k.starts {
		all += int32(int8(w.Wakes[lanes*int(s)+int(of)]))
	}
	return float32(all)*w.WakeSteps[of] >= w.WakeLimits[of]*float32(math.Sqrt(float64(len(k.starts)+1)))
}
