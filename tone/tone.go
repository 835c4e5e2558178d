// Package tone owns what a text sounds like: sentiment, and how strongly it reads as hate, offence, threat or
// accusation, each with the words that made it so. It refuses to say what may be published: policies do.
package tone

import (
	"fmt"

	"rostrum/text"
	"rostrum/text/phrase"
)

// Scores says how strongly a text reads as each thing, from 0 to 1. Negative, Neutral and Positive add up to 1 once a
// sentiment model has spoken.
type Scores struct {
	Negative, Neutral, Positive float32
	Hate                        float32 // against people for a protected trait
	Offensive                   float32 // an attack on a person or group
	Threat                      float32 // violence announced or wished
	Defamation                  float32 // somebody named is accused of a crime as a matter of fact
}

// Of says what a piece of evidence speaks for.
type Of uint8

// What evidence can speak for.
const (
	Hate Of = iota
	Offensive
	Threat
	Defamation
	Negative
	Positive
)

var ofNames = [...]string{"hate", "offensive", "threat", "defamation", "negative", "positive"}

func (o Of) String() string { return ofNames[o] }

// Evidence is a part of the text that made a score what it is.
type Evidence struct {
	Start, End int32 // bytes of the source
	Weight     float32
	Of         Of
}

// Result is what models say about one text. Whoever asks owns it and uses it again: Reset keeps its room.
type Result struct {
	Scores  Scores
	Because []Evidence
	Denied  []Evidence // words of abuse that somebody is said not to be
}

// Reset empties the result.
func (r *Result) Reset() {
	r.Scores = Scores{}
	r.Because, r.Denied = r.Because[:0], r.Denied[:0]
}

// Model judges a text by its tokens and by the words that were found in it. It raises scores that the result already
// has, so that several models can speak about one text. It is safe for concurrent use.
type Model interface {
	Score(d *text.Document, hits []phrase.Hit, r *Result)
}

// add takes one more piece of evidence into a score: the strongest counts in full, each further one takes a part of
// what is left.
func (r *Result) add(of Of, start, end int32, weight float32) {
	if weight < faint {
		return
	}
	score := r.score(of)
	if r.again(of, start, end, weight) {
		*score = max(*score, weight)
		return
	}
	r.Because = append(r.Because, Evidence{start, end, weight, of})
	high, low := max(*score, weight), min(*score, weight)
	*score = high + (1-high)*low*furtherShare
}

// again tells whether the same words already spoke for the same thing, and lets them speak as loudly as they can.
func (r *Result) again(of Of, start, end int32, weight float32) bool {
	for i := len(r.Because) - 1; i >= max(0, len(r.Because)-recent); i-- {
		e := &r.Because[i]
		if e.Of == of && e.Start < end && start < e.End {
			e.Weight = max(e.Weight, weight)
			e.Start, e.End = min(e.Start, start), max(e.End, end)
			return true
		}
	}
	return false
}

// recent is how far back the same words are looked for.
const recent = 6

// Evidence below faint is not worth a word; further evidence counts by furtherShare.
const (
	faint        = 0.05
	furtherShare = 0.2
)

func (r *Result) score(of Of) *float32 {
	switch of {
	case Hate:
		return &r.Scores.Hate
	case Offensive:
		return &r.Scores.Offensive
	case Threat:
		return &r.Scores.Threat
	case Defamation:
		return &r.Scores.Defamation
	case Negative:
		return &r.Scores.Negative
	}
	return &r.Scores.Positive
}

// Of gives one of the four scores of abuse.
func (s Scores) Of(o Of) float32 {
	r := Result{Scores: s}
	return *r.score(o)
}

// Strictness says how sure one must be before a score counts.
type Strictness uint8

// The levels of strictness.
const (
	Balanced Strictness = iota
	Strict
	Lenient
)

var strictnessNames = [...]string{"balanced", "strict", "lenient"}

func (s Strictness) String() string { return strictnessNames[s] }

// ParseStrictness reads a level; the empty string is Balanced.
func ParseStrictness(s string) (Strictness, error) {
	if s == "" {
		return Balanced, nil
	}
	for i, name := range strictnessNames {
		if s == name {
			return Strictness(i), nil
		}
	}
	return Balanced, fmt.Errorf("strictness %q is not known: use strict, balanced or lenient", s)
}

// Threshold is the score from which a text counts. Strict takes in coarse words aimed at nobody and accusations that
// are only hinted at; Balanced wants abuse with somebody it is aimed at; Lenient only what nobody would argue about.
func (s Strictness) Threshold() float32 {
	switch s {
	case Strict:
		return 0.35
	case Lenient:
		return 0.75
	}
	return 0.5
}
