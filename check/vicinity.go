package check

import (
	"slices"
	"sort"

	"rostrum/policy/rule"
	"rostrum/text"
	"rostrum/text/phrase"
)

// vicinity is a rule's `near` or `unless`.
type vicinity struct {
	lists  []phrase.ListID
	within int32 // tokens; 0 means anywhere in the post
}

// around is a vicinity in one post. It makes the question for each match cost what is near it, not the whole text.
type around struct {
	*vicinity
	hits []phrase.Hit // those from the first of the vicinity's lists on
}

func (v *vicinity) in(input *rule.Input) around {
	if v == nil {
		return around{}
	}
	from := slices.IndexFunc(input.Hits(), func(h phrase.Hit) bool { return slices.Contains(v.lists, h.List) })
	if from < 0 {
		return around{v, nil}
	}
	return around{v, input.Hits()[from:]}
}

// has tells whether one of the words stands near a match. A word inside the match itself does not count.
func (a *around) has(d *text.Document, m *rule.Match) bool {
	hits, last := a.hits, int32(1<<30)
	if a.within > 0 && m.End > 0 {
		first, end := tokensOf(d, m)
		last = end + a.within
		reach := first - a.within - 2*phrase.MaxWords // from where on a phrase may come near
		hits = hits[sort.Search(len(hits), func(i int) bool { return hits[i].First >= reach }):]
		return a.among(hits, m, first-a.within, last)
	}
	return a.among(hits, m, 0, last)
}

func (a *around) among(hits []phrase.Hit, m *rule.Match, first, last int32) bool {
	for i := range hits {
		h := &hits[i]
		if h.First > last {
			return false
		}
		if h.Last >= first && slices.Contains(a.lists, h.List) && !(int(h.Start) < m.End && m.Start < int(h.End)) {
			return true
		}
	}
	return false
}

// tokensOf gives the first and the last token that a match stands on.
func tokensOf(d *text.Document, m *rule.Match) (first, last int32) {
	n := len(d.Tokens)
	first = int32(sort.Search(n, func(i int) bool { return int(d.Tokens[i].End) > m.Start }))
	last = int32(sort.Search(n, func(i int) bool { return int(d.Tokens[i].Start) >= m.End })) - 1
	return first, max(first, last)
}
