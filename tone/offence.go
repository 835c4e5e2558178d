package tone

import (
	"rostrum/text"
	"rostrum/text/phrase"
)

// How heavy a word of abuse is by its weight 1, 2, 3 where it is aimed at the person who is spoken to.
var (
	insultWeight    = [4]float32{0, 0.55, 0.8, 0.9}
	epithetWeight   = [4]float32{0, 0.5, 0.65, 0.75}
	profanityWeight = [4]float32{0, 0.15, 0.36, 0.4}
	aimedWeight     = [4]float32{0, 0.5, 0.75, 0.9}
	slurWeight      = [4]float32{0, 0.4, 0.75, 0.9}
)

// What is left of a weight by who is meant and how it is meant.
const (
	ofOther    = 0.85 // a third person, a name, a group
	ofSomebody = 0.72 // somebody whom a word points at
	ofNobody   = 0.63
	ofMe       = 0.3
	ofThing    = 0.3
	ofYours    = 0.8
	denied     = 0.35
	retold     = 0.35 // quoted, reported, spoken against
	teasing    = 0.5
	played     = 0.4
	isBonus    = 0.1 // "she is a …" says it outright
	cursedAt   = 0.5 // a curse with a person near and no praise
)

// offence weighs a slur, an insult, an epithet, a curse.
func (j *judge) offence(h *phrase.Hit, w *word) {
	s := j.look(h)
	sub := j.subject(&s)
	if w.class == slur && !w.gender {
		sub.negated = false
	}
	j.deny(h, w, sub)
	weight := j.offensive(w, &s, sub) * meant(&s, sub)
	if s.around&cueWarm != 0 || (s.before|s.after)&cuePraise != 0 && sub.who&cueYou == 0 && !sub.is {
		weight *= teasing
	}
	if j.properName(h) {
		weight *= ofNobody
	}
	j.r.add(Offensive, h.Start, h.End, weight)
	if w.class == slur {
		j.slurred(h, w, &s, sub)
	} else if w.class != profanity {
		j.insultedGroup(h, w, &s, sub)
	}
}

func (j *judge) offensive(w *word, s *scene, sub subject) float32 {
	switch w.class {
	case aimed:
		return aimedWeight[w.weight]
	case profanity:
		if w.weight > 1 && sub.who&cuePerson != 0 && (s.before|s.after)&cuePraise == 0 {
			return cursedAt
		}
		return profanityWeight[w.weight]
	case epithet:
		return epithetWeight[w.weight] * j.epithetAim(s, sub)
	case slur:
		if w.gender && sub.who&(cueMe|cueMine) != 0 {
			return slurWeight[w.weight] * ofMe
		}
		return slurWeight[w.weight] * max(ofOther, aim(sub))
	}
	weight := insultWeight[w.weight] * aim(sub)
	if sub.is && sub.who&cuePerson != 0 {
		weight += isBonus
	}
	return weight
}

// aim says how much of an insult's weight is left by who it is said of.
func aim(sub subject) float32 {
	switch {
	case sub.who&(cueMe|cueMine) != 0:
		return ofMe
	case sub.who&cueYou != 0:
		return 1
	case sub.who&(cuePerson) != 0:
		return ofOther
	case sub.who&cueThing != 0:
		return ofThing
	case sub.some:
		return ofSomebody
	case sub.who&cueYour != 0:
		return ofYours
	}
	return ofNobody
}

// epithetAim wants somebody of whom the epithet is said: "you are pathetic", "you pathetic …", "stupid people".
func (j *judge) epithetAim(s *scene, sub subject) float32 {
	next := cue(0)
	if i := s.last + 1; j.same(i, s.last) {
		next = j.cue(i)
	}
	switch {
	case next&cueThing != 0 && next&cueThey == 0:
		return ofThing
	case next&(cueAbuse|cueThey|cueGroup) != 0 && sub.who&(cueMe|cueMine) == 0:
		return 1
	case sub.who&cuePerson != 0 && (sub.is || sub.near && sub.who&(cueYou|cueNamed) != 0):
		return 1
	case sub.who&cueYou != 0:
		return ofOther
	case sub.some && sub.is && sub.who == 0:
		return ofSomebody
	}
	return ofThing
}

// meant says how much is left of a weight by how the words are meant.
func meant(s *scene, sub subject) float32 {
	left := float32(1)
	if sub.negated {
		left *= denied
	}
	if s.told() && sub.who&cueYou == 0 || s.quoted {
		left *= retold
	}
	return left
}

// Slurs about a person's sex are everyday abuse first; they count as hate where somebody is called one, or where women
// are spoken of as such.
const genderSlurHate = 0.4

func (j *judge) slurred(h *phrase.Hit, w *word, s *scene, sub subject) {
	weight := slurWeight[w.weight]
	if w.gender {
		weight *= genderSlurHate
		if sub.who&cuePerson != 0 {
			weight = slurWeight[w.weight] * ofSomebody
		}
		if _, ok := j.group(s.first-groupIn, s.last+groupIn); ok {
			weight = slurWeight[w.weight]
		}
	}
	if sub.who&cueMe != 0 && sub.is {
		weight *= ofMe
	}
	sub.negated = false
	j.r.add(Hate, h.Start, h.End, weight*meant(s, sub))
}

// insultedGroup finds a group that is called names: "women are idiots", "a stupid Muslim".
func (j *judge) insultedGroup(h *phrase.Hit, w *word, s *scene, sub subject) {
	_, right := j.group(s.last+1, s.last+1)
	called := sub.is && sub.who&cueGroup != 0
	if !right && !called || w.class == aimed {
		return
	}
	j.r.add(Hate, h.Start, h.End, groupInsult*meant(s, sub))
}

const groupInsult = 0.6

// properName tells whether a word stands inside a sentence with a capital, as in the name of a place, a band or a film.
func (j *judge) properName(h *phrase.Hit) bool {
	t := &j.d.Tokens[h.First]
	return t.Flags&(text.Capital|text.Upper) == text.Capital && !j.opens(h.First) && !j.shouted(h.First) && !h.Reading
}
