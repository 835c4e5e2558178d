package tone

import (
	"slices"

	"rostrum/text"
	"rostrum/text/phrase"
)

// deniedLeft is how much of a word's weight for abuse is left where words and rules see that it is denied. It is less than
// they leave themselves, since the words around it speak as well.
const deniedLeft = 0.1

// mostDenied is how many denials of a text are kept, so that each word looks at few however long the text is.
const mostDenied = 32

// deny notes that somebody is said not to be what a word calls him. "I don't care, you idiot" denies nothing of the kind: there must be a
// verb of being, which Lithuanian may leave out.
func (j *judge) deny(h *phrase.Hit, w *word, sub subject) {
	if !sub.negated || sub.who&cuePerson == 0 || w.class != insult && w.class != epithet {
		return
	}
	if sub.is || j.lang != text.English && j.cue(h.First-1)&cueNot != 0 {
		j.r.keepDenied(h)
	}
}

func (r *Result) keepDenied(h *phrase.Hit) {
	if len(r.Denied) < mostDenied {
		r.Denied = append(r.Denied, Evidence{Start: h.Start, End: h.End})
	}
}

// denied tells whether a piece of the source is denied.
func (r *Result) denied(start, end int32) bool {
	return slices.ContainsFunc(r.Denied, func(e Evidence) bool { return start < e.End && e.Start < end })
}

// told gives the scores of words and rules without an offence of which all words are denied.
func (r *Result) told() Scores {
	said := r.Scores
	if len(r.Denied) > 0 && !slices.ContainsFunc(r.Because, func(e Evidence) bool { return e.Of == Offensive && !r.denied(e.Start, e.End) }) {
		said.Offensive = 0
	}
	return said
}

// share gives how much of a token's weight for abuse is left.
func (r *Result) share(t *text.Token, w whom) float32 {
	if len(r.Denied) > 0 && r.denied(t.Start, t.End) {
		return deniedLeft
	}
	return w.share()
}
