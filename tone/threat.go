package tone

import (
	"rostrum/text"
	"rostrum/text/phrase"
)

// How heavy violent words are by their weight 1, 2, 3.
var (
	harmWeight   = [4]float32{0, 0.42, 0.62, 0.82}
	vowWeight    = [4]float32{0, 0.42, 0.65, 0.85}
	menaceWeight = [4]float32{0, 0.42, 0.65, 0.85}
)

const (
	wishWeight  = 0.8
	fateWeight  = 0.65
	orderWeight = 0.65 // "kill them all"
	vowToNobody = 0.5
	maybe       = 0.7 // could, want to
)

// threat weighs violence that is announced, wished or called for.
func (j *judge) threat(h *phrase.Hit, w *word) {
	s := j.look(h)
	left := earnest(&s)
	switch w.class {
	case menace:
		j.r.add(Threat, h.Start, h.End, menaceWeight[w.weight]*left)
	case wish:
		j.r.add(Threat, h.Start, h.End, wishWeight*left)
	case vow:
		weight := vowWeight[w.weight] * left
		if j.victim(s.first-objectIn, s.last+objectIn, s.first) == 0 {
			weight *= vowToNobody
		}
		j.r.add(Threat, h.Start, h.End, weight)
	case harm:
		j.harm(h, w, &s, left)
	case fate:
		j.fate(h, &s, left)
	case call:
		j.call(h, &s, left)
	}
}

// earnest says how much of a threat is left by how it is meant.
func earnest(s *scene) float32 {
	left := float32(1)
	if s.quoted || s.told() || (s.before|s.after)&cueSource != 0 {
		left *= retold
	}
	if s.around&cuePlay != 0 {
		left *= played
	}
	if s.around&cueWarm != 0 {
		left *= teasing
	}
	return left
}

// victim gives the persons between two tokens of a sentence.
func (j *judge) victim(from, to, in int32) cue {
	var who cue
	for i := max(0, from); i <= to; i++ {
		if j.same(i, in) && i != in {
			c := j.cue(i)
			if c&cueSome != 0 {
				c &^= cueThey
			}
			who |= c & (cuePerson | cueYour)
		}
	}
	return who
}

// object gives the person right behind a verb, over words like "all the".
func (j *judge) object(s *scene) (cue, int32) {
	for i := s.last + 1; i <= s.last+objectIn && j.same(i, s.last); i++ {
		if j.d.Tokens[i].Flags&text.BreakBefore != 0 {
			return 0, 0
		}
		c := j.cue(i)
		if c&cueYour != 0 && j.same(i+1, i) && j.cue(i+1)&(cuePlace|cueThey|cueAbuse) != 0 {
			return cueYou, i
		}
		if c&(cuePerson) != 0 && (c&cueFiller == 0 || c&cueGroup != 0) {
			return c & cuePerson, i
		}
		if c&(cueFiller|cueSome|cueAbuse) == 0 {
			return 0, 0
		}
	}
	return 0, 0
}

// harm wants somebody who acts and somebody it is done to: "I will … you", "let's … them", "… them all".
func (j *judge) harm(h *phrase.Hit, w *word, s *scene, left float32) {
	who, at := j.object(s)
	if who == 0 || j.same(at+1, at) && j.cue(at+1)&cueArticle != 0 && who&cueGroup == 0 {
		return
	}
	var acts, will, could, other bool
	for i := s.first - 1; i >= s.first-5 && j.same(i, s.first); i-- {
		c := j.cue(i)
		acts = acts || c&cueMe != 0
		will = will || c&(cueWill|cueMust) != 0
		could = could || c&cueCould != 0
		other = other || c&(cueThey|cueThing|cueNamed) != 0 && c&(cueMust|cueMe) == 0 || c&cueYou != 0
		if c&cueNot != 0 {
			return
		}
		if j.d.Tokens[i+1].Flags&text.BreakBefore != 0 && !acts {
			break
		}
	}
	ordered := s.first == 0 || !j.same(s.first-1, s.first) || j.d.Tokens[s.first].Flags&text.BreakBefore != 0 ||
		j.cue(s.first-1)&cueHandle != 0
	weight := harmWeight[w.weight] * left
	switch {
	case other && !acts:
		return
	case will && acts:
	case acts && could, will:
		weight *= maybe
	case ordered && w.weight == 3 && who&(cueThey|cueNamed|cueGroup) != 0:
		weight = orderWeight * left
	default:
		return
	}
	j.r.add(Threat, h.Start, h.End, weight)
	if who&cueGroup != 0 {
		j.r.add(Hate, h.Start, h.End, violentHate*left)
	}
}

// fate wants "they should be …".
func (j *judge) fate(h *phrase.Hit, s *scene, left float32) {
	if !j.same(s.first-1, s.first) || j.cue(s.first-1)&cueBe == 0 && j.cue(s.first-1)&cueFiller == 0 {
		return
	}
	must, be := false, false
	for i := s.first - 1; i >= s.first-groupIn && j.same(i, s.first); i-- {
		c := j.cue(i)
		be = be || c&cueBe != 0
		if c&cueNot != 0 {
			return
		}
		must = must || c&cueMust != 0
		if c&(cuePerson) == 0 || c&cueMust != 0 || !must || !be {
			continue
		}
		j.r.add(Threat, h.Start, h.End, fateWeight*left)
		if c&cueGroup != 0 {
			j.r.add(Hate, h.Start, h.End, violentHate*left)
		}
		return
	}
}

// call wants a demand and people it is about: "reikia juos visus iššaudyti".
func (j *judge) call(h *phrase.Hit, s *scene, left float32) {
	if s.before&cueNot != 0 {
		return
	}
	who := j.victim(s.first-nameBefore, s.last+objectIn, s.first)
	if who == 0 || s.before&cueMe != 0 && s.before&cueMust == 0 {
		return
	}
	if who&cueGroup != 0 {
		j.r.add(Hate, h.Start, h.End, violentHate*left)
	}
	if (s.before|s.after)&cueMust != 0 || who&(cueThey|cueNamed|cueGroup) != 0 {
		j.r.add(Threat, h.Start, h.End, fateWeight*left)
	}
}
