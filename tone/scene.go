package tone

import (
	"rostrum/text"
	"rostrum/text/phrase"
)

// How far a word looks around itself, in tokens.
const (
	reach      = 24 // within its sentence
	reachOut   = 40 // into the sentences around it
	subjectIn  = 7  // back to the person it is said of
	objectIn   = 3  // on to the person it is said to
	groupIn    = 6
	nameBefore = 6
)

// scene is what stands around a word.
type scene struct {
	first, last   int32
	before, after cue // in its sentence
	around        cue // in the text
	quoted        bool
	question      bool
}

func (j *judge) look(h *phrase.Hit) scene {
	s := scene{first: h.First, last: h.Last}
	sentence := j.d.Tokens[h.First].Sentence
	for i := max(0, h.First-reachOut); i < min(int32(len(j.d.Tokens)), h.Last+reachOut); i++ {
		if i >= h.First && i <= h.Last {
			continue
		}
		c := j.x.cues.at(j.d, i, j.lang)
		s.around |= c
		if j.d.Tokens[i].Sentence != sentence {
			continue
		}
		if i < h.First && i >= h.First-reach {
			s.before |= c
		} else if i <= h.Last+reach {
			s.after |= c
		}
	}
	s.quoted = j.d.Tokens[h.First].Flags&text.Quoted != 0
	s.question = j.question(sentence)
	return s
}

// told tells whether the words are told of, or spoken against.
func (s *scene) told() bool {
	return s.before&(cueTold|cueCounter) != 0 || s.after&cueCounter != 0
}

// question tells whether a sentence ends with a question mark.
func (j *judge) question(sentence int32) bool {
	if int(sentence) >= len(j.d.Sentences) {
		return false
	}
	span := j.d.Sentences[sentence]
	for i := span.End - 1; i >= span.Start && i > span.End-6; i-- {
		if j.d.Source[i] == '?' {
			return true
		}
	}
	return false
}

// same tells whether a token stands in the sentence of another.
func (j *judge) same(i, k int32) bool {
	return i >= 0 && int(i) < len(j.d.Tokens) && j.d.Tokens[i].Sentence == j.d.Tokens[k].Sentence
}

// cue gives what a token says, names and groups among it.
func (j *judge) cue(i int32) cue {
	c := j.x.cues.at(j.d, i, j.lang)
	for k := range j.near {
		h := &j.near[k]
		if h.First > i {
			break
		}
		if h.Last < i {
			continue
		}
		if j.named(h.List) {
			c |= cueName
		} else if w := j.x.word(j.d, h); w != nil {
			c |= j.said(h, w)
		}
	}
	if c == 0 && j.looksNamed(i) {
		c = cueName
	}
	return c
}

// said gives what a word of the lexicon says to the words around it.
func (j *judge) said(h *phrase.Hit, w *word) cue {
	switch {
	case w.class == identity && j.people(h, w):
		return cueGroup
	case w.class == person:
		return cueThey
	case w.class == slur || w.class == insult || w.class == profanity:
		return cueAbuse
	}
	return 0
}

func (j *judge) named(list phrase.ListID) bool {
	for _, id := range j.x.named {
		if id == list {
			return true
		}
	}
	return false
}

// looksNamed tells whether a word is written like a name: with a capital inside a sentence that is not all capitals.
func (j *judge) looksNamed(i int32) bool {
	t := &j.d.Tokens[i]
	if t.Kind != text.Word || t.Flags&text.InLink != 0 {
		return false
	}
	if t.Flags&text.Capital == 0 {
		return j.lang != text.English && surname(j.d.Word(t))
	}
	if j.opens(i) {
		return j.same(i+1, i) && j.d.Tokens[i+1].Flags&text.Capital != 0 && !j.shouted(i)
	}
	return !j.shouted(i)
}

// surname tells whether a folded word ends like a Lithuanian surname, which many type without a capital.
func surname(word []byte) bool {
	for _, ending := range []string{"aitis", "aicio", "auskas", "ausko", "avicius", "aviciaus", "evicius", "eviciaus", "auskiene", "aitiene"} {
		if len(word) > len(ending)+2 && string(word[len(word)-len(ending):]) == ending {
			return true
		}
	}
	return false
}

// opens tells whether a token is the first word of its sentence, handles aside.
func (j *judge) opens(i int32) bool {
	for k := i - 1; j.same(k, i); k-- {
		if j.d.Tokens[k].Kind == text.Word {
			return false
		}
	}
	return true
}

// shouted tells whether most words of a sentence begin with a capital, so that a capital says nothing.
func (j *judge) shouted(i int32) bool {
	words, capitals := 0, 0
	for k := i - reach/2; k <= i+reach/2; k++ {
		if j.same(k, i) && j.d.Tokens[k].Kind == text.Word {
			words++
			if j.d.Tokens[k].Flags&text.Capital != 0 {
				capitals++
			}
		}
	}
	return words > 4 && capitals*3 > words*2
}

// people tells whether a word for a group means people here: "black" and "Russian" are also said of coffee and salad.
// Words that are ambiguous are written without inflection in the lexicon.
func (j *judge) people(h *phrase.Hit, w *word) bool {
	if !w.plain || w.lang == text.Lithuanian {
		return true
	}
	next := h.Last + 1
	if !j.same(next, h.Last) || j.d.Tokens[next].Flags&text.BreakBefore != 0 {
		return true
	}
	return j.x.cues.at(j.d, next, j.lang)&(cueBe|cueThey|cueMust|cueNot|cueWill|cueCould|cueYou) != 0
}

// subject finds who a word is said of: the nearest person before it, else one right behind it.
type subject struct {
	who     cue // one of the persons, cueMe or cueThing; 0 where nobody is near
	is      bool
	negated bool
	some    bool // a word like "this" or "such" points at somebody
	near    bool // right beside the word
}

func (j *judge) subject(s *scene) subject {
	var out subject
	if j.calledOut(s) {
		out.some = true
	}
	if !j.subjectBefore(s, &out) {
		j.subjectAfter(s, &out)
	}
	return out
}

// calledOut tells whether a word stands by itself, as people are called out: "Idiots! …", "…, idiot".
func (j *judge) calledOut(s *scene) bool {
	ends := !j.same(s.last+1, s.last) || j.d.Tokens[s.last+1].Flags&text.BreakBefore != 0
	return ends && (j.opens(s.first) || j.d.Tokens[s.first].Flags&text.BreakBefore != 0)
}

func (j *judge) subjectBefore(s *scene, out *subject) bool {
	const persons = cuePerson | cueMe | cueMine | cueThing | cueYour
	broken, linked := false, j.lang != text.English
	for i := s.first - 1; i >= s.first-subjectIn && j.same(i, s.first); i-- {
		c := j.cue(i)
		broken = broken || j.d.Tokens[i+1].Flags&text.BreakBefore != 0
		out.some = out.some || i == s.first-1 && c&cueSome != 0 || i >= s.first-2 && c&cueBe != 0
		out.is = out.is || c&cueBe != 0
		out.negated = out.negated || c&(cueNot|cueCould) != 0 && c&cueFiller == 0 && !broken
		if c&persons == 0 || broken && c&(cueYou|cueHandle) == 0 || c&cueFiller != 0 && c&(cueYou|cueNamed|cueGroup) == 0 {
			linked = linked && c&cueFiller != 0
			continue
		}
		out.is = out.is || linked && c&cuePerson != 0
		out.who = c & persons
		if c&cueMine != 0 && out.is {
			out.who = cueThey
		}
		out.near = i == s.first-1
		out.negated = out.negated || j.negated(i)
		return true
	}
	return false
}

// negated tells whether "not" or "not all" stands before a token.
func (j *judge) negated(i int32) bool {
	for k := i - 1; k >= i-2 && j.same(k, i); k-- {
		if c := j.cue(k); c&cueNot != 0 {
			return true
		} else if c&(cueFiller|cueSome) == 0 {
			return false
		}
	}
	return false
}

func (j *judge) subjectAfter(s *scene, out *subject) {
	for i := s.last + 1; i <= s.last+objectIn && j.same(i, s.last); i++ {
		c := j.cue(i)
		near := i == s.last+1
		if j.d.Tokens[i].Flags&text.BreakBefore != 0 && c&(cueYou|cueHandle) == 0 {
			return
		}
		if c&(cueYou|cueNamed) != 0 || near && c&cueMe != 0 || near && c&(cueThing|cueSome) == cueThing {
			out.who = c & (cueYou | cueNamed | cueMe | cueThing)
			out.near = near
			return
		}
	}
}

// group finds words for people by a protected trait between two tokens.
func (j *judge) group(from, to int32) (*phrase.Hit, bool) {
	for k := range j.near {
		h := &j.near[k]
		if h.Last < from || h.First > to {
			continue
		}
		if w := j.x.word(j.d, h); w != nil && w.class == identity && j.people(h, w) {
			return h, true
		}
	}
	return nil, false
}
