package tone

import (
	"rostrum/text"
	"rostrum/text/phrase"
)

// How heavy words against a group are.
var (
	verminWeight = [4]float32{0, 0.5, 0.8, 0.9}
	expelWeight  = [4]float32{0, 0.6, 0.8, 0.85} // with a group
	expelAlone   = [4]float32{0, 0.15, 0.3, 0.75}
)

const (
	hatredWeight = 0.75
	creedWeight  = 0.9
	violentHate  = 0.9
	pluralHate   = 0.6 // "they are vermin", after the group was named
)

// hate weighs what turns words about a group into hate.
func (j *judge) hate(h *phrase.Hit, w *word) {
	s := j.look(h)
	left := meant(&s, subject{})
	if s.question {
		left *= ofSomebody
	}
	switch w.class {
	case creed:
		j.r.add(Hate, h.Start, h.End, creedWeight*left)
	case vermin:
		j.vermin(h, w, &s, left)
	case expel:
		j.expel(h, w, &s, left)
	case hatred:
		j.hatred(h, &s, left)
	}
}

// vermin wants "group are vermin", with nothing in between that says something else.
func (j *judge) vermin(h *phrase.Hit, w *word, s *scene, left float32) {
	is := w.lang == text.Lithuanian && j.d.Tokens[s.first].Flags&text.BreakBefore != 0
	for i := s.first - 1; i >= s.first-groupIn && j.same(i, s.first); i-- {
		c := j.cue(i)
		switch {
		case c&cueNot != 0 && c&(cueGroup|cueFiller) == 0, c&cueGroup != 0 && j.negated(i):
			j.r.keepDenied(h)
			return
		case c&cueBe != 0:
			is = true
		}
		if c&cueGroup != 0 && (is || w.lang == text.Lithuanian && i == s.first-1) {
			j.r.add(Hate, h.Start, h.End, verminWeight[w.weight]*left)
			j.r.add(Offensive, h.Start, h.End, verminWeight[w.weight]*left*ofOther)
			return
		}
		if c&cueThey != 0 && c&cueFiller == 0 {
			if _, ok := j.group(i-reach, i); ok && is && w.weight > 1 {
				j.r.add(Hate, h.Start, h.End, pluralHate*left)
			}
			return
		}
		if c&(cueFiller|cueBe|cueMust|cueSome) == 0 {
			return
		}
	}
}

// expel wants the group that is shut out near by, or a phrase that is only ever said to such a group.
func (j *judge) expel(h *phrase.Hit, w *word, s *scene, left float32) {
	near := int32(reach)
	if w.weight == 1 {
		near = objectIn
	}
	if _, ok := j.group(s.first-near, s.last+near); ok {
		j.r.add(Hate, h.Start, h.End, expelWeight[w.weight]*left)
		return
	}
	j.r.add(Hate, h.Start, h.End, expelAlone[w.weight]*left)
}

// hatred wants the group right behind it: "I hate those …".
func (j *judge) hatred(h *phrase.Hit, s *scene, left float32) {
	for i := s.first - 1; i >= s.first-3 && j.same(i, s.first); i-- {
		if c := j.cue(i); c&(cueNot|cueThey|cueYou|cueCould) != 0 {
			return
		}
	}
	for i := s.last + 1; i <= s.last+objectIn && j.same(i, s.last); i++ {
		c := j.cue(i)
		if c&cueGroup != 0 {
			j.r.add(Hate, h.Start, h.End, hatredWeight*left)
			return
		}
		if c&(cueFiller|cueSome|cueThey|cueAbuse) == 0 {
			return
		}
	}
}
