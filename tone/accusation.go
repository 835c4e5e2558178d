package tone

import (
	"rostrum/text"
	"rostrum/text/phrase"
)

// How heavy an accusation is by its weight 1, 2, 3.
var accusedWeight = [4]float32{0, 0.5, 0.75, 0.85}

// What is left of an accusation.
const (
	weaklyNamed = 0.75 // the name may be a common word that begins a sentence
	sourced     = 0.3
	opined      = 0.4
	asked       = 0.35
	guarded     = 0.3
	crimeWeight = 0.7
)

// accusation weighs words of crime: somebody named must be their subject.
func (j *judge) accusation(h *phrase.Hit, w *word) {
	s := j.look(h)
	if s.quoted {
		return
	}
	weight := accusedWeight[w.weight]
	if w.class == crime {
		weight = crimeWeight
	}
	j.r.add(Defamation, h.Start, h.End, weight*asserted(&s)*j.accused(w, &s))
}

// asserted says how much of an accusation is left by how it is made.
func asserted(s *scene) float32 {
	left := float32(1)
	if s.around&cueSource != 0 {
		left *= sourced
	}
	if (s.before|s.after)&(cueOpinion|cueCould) != 0 {
		left *= opined
	}
	if s.question {
		left *= asked
	}
	if (s.before|s.after)&cueGuard != 0 {
		left *= guarded
	}
	if s.around&cuePlay != 0 {
		left *= played
	}
	return left
}

// accused says how sure it is that somebody named is accused.
func (j *judge) accused(w *word, s *scene) float32 {
	sure, decided := j.accusedBefore(w, s)
	if decided {
		return sure
	}
	if w.class == culprit {
		return j.accusedAfter(s)
	}
	return 0
}

// accusedBefore looks for the name that a word of crime is said of, before it.
func (j *judge) accusedBefore(w *word, s *scene) (sure float32, decided bool) {
	is, apart := w.class == misdeed, false
	for i := s.first - 1; i >= s.first-nameBefore && j.same(i, s.first); i-- {
		c := j.cue(i)
		apart = apart || j.d.Tokens[i+1].Flags&text.BreakBefore != 0
		is = is || c&cueBe != 0 && w.class != crime || c&cueDeed != 0 && w.class == crime
		if c&cueNot != 0 {
			return 0, true
		}
		if c&cueThing != 0 && c&cueFiller == 0 || c&cueMe != 0 {
			return 0, true
		}
		if c&cueYou != 0 {
			return j.addressed(s), true
		}
		if sure := j.isNamed(i, c); sure > 0 {
			beside := i == s.first-1 && (w.class == culprit || w.class == tainted)
			if j.from(i) {
				return 0, true
			}
			if is || beside || apart {
				return sure, true
			}
			return 0, w.class != culprit
		}
		if c&cueSome != 0 && c&cueNamed == 0 && w.class == misdeed {
			return 0, true
		}
		if c&cueOf != 0 && w.class != misdeed && w.class != doing && w.class != crime {
			return 0, false
		}
	}
	return 0, false
}

// from tells whether a clause opens with "from" and the name: something was done to its bearer.
func (j *judge) from(i int32) bool {
	for k := i - 1; k >= i-2 && j.same(k, i); k-- {
		if c := j.cue(k); c&cueOf != 0 {
			return j.opens(k) || j.d.Tokens[k].Flags&text.BreakBefore != 0
		} else if c&cueName == 0 && j.d.Tokens[k].Flags&text.Capital == 0 {
			return false
		}
	}
	return false
}

// accusedAfter looks for a name behind a word for a wrongdoer: "that thief Jonas", "crooks at Banga", "thieves @banga".
func (j *judge) accusedAfter(s *scene) float32 {
	i := s.last + 1
	if !j.same(i, s.last) {
		return j.addressed(s) * weaklyNamed
	}
	c := j.cue(i)
	if c&cueOf != 0 && j.same(i+1, i) {
		if n := j.cue(i + 1); n&cueHandle != 0 || j.known(i+1) {
			return 1
		}
		return 0
	}
	if c&cueNamed != 0 && j.d.Tokens[i].Flags&text.BreakBefore == 0 {
		return weaklyNamed
	}
	return 0
}

// addressed tells whether the text speaks to somebody by handle.
func (j *judge) addressed(s *scene) float32 {
	if s.around&cueHandle != 0 {
		return 1
	}
	return 0
}

// isNamed says how sure it is that a token is the name of the accused.
func (j *judge) isNamed(i int32, c cue) float32 {
	switch {
	case c&cueHandle != 0 || j.known(i):
		return 1
	case c&cueName != 0:
		return 1
	case c&(cueGeneric|cueGroup|cuePerson) != 0:
		return 0
	}
	t := &j.d.Tokens[i]
	if t.Kind == text.Word && t.Flags&text.Capital != 0 && c == 0 && j.opens(i) && !j.shouted(i) {
		return weaklyNamed
	}
	return 0
}

// known tells whether a token belongs to a name that the caller knows.
func (j *judge) known(i int32) bool {
	for k := range j.near {
		if h := &j.near[k]; h.First <= i && i <= h.Last && j.named(h.List) {
			return true
		}
	}
	return false
}
