package main

import (
	"cmp"
	"slices"

	"rostrum/sense"
	"rostrum/text"
	"rostrum/tone"
)

// hearer asks all models how a text sounds: those of package tone, and for threats without a listed word the weights of
// package sense. It is not for concurrent use.
type hearer struct{ listener *tone.Listener }

func newHearer(brand string) (*hearer, error) {
	l, err := tone.NewListener(brand)
	return &hearer{l}, err
}

// hear gives what the models make of a text in a language, or in the one that is recognised where it is empty.
func (h *hearer) hear(s string, lang text.Lang) (tone.Opinion, error) {
	o := h.listener.Listen(s, lang)
	m, err := sense.For(o.Lang)
	if m == nil || err != nil {
		return o, err
	}
	score, because := m.Threatens(h.listener.Heard())
	if score <= o.Scores.Threat {
		return o, nil
	}
	o.Scores.Threat = score
	for _, w := range because {
		o.Because = append(o.Because, tone.Evidence{Start: w.Start, End: w.End, Weight: score, Of: tone.Threat})
	}
	slices.SortStableFunc(o.Because, func(a, b tone.Evidence) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	return o, nil
}
