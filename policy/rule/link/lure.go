package link

import (
	"bytes"
	"strings"

	"rostrum/policy/rule/link/likeness"
)

// inFront looks for a target's name or domain before somebody else's registrable domain.
func (j *judge) inFront(p *place) (int, manner, bool) {
	if p.before == "" {
		return 0, 0, false
	}
	for start := range len(p.before) {
		if start > 0 && p.before[start-1] != '.' {
			continue
		}
		if i, found := j.domainAt(p.before[start:]); found {
			return i, subdomain, true
		}
	}
	if i, found := j.domainCut(p); found {
		return i, subdomain, true
	}
	lured := j.hasLure(p.name) || j.hasLure(p.before)
	for word, rest := cutPart(p.before); word != ""; word, rest = cutPart(rest) {
		i, known := j.looksLike(word)
		if !known {
			continue
		}
		t := &j.all[i]
		switch {
		case word != t.label && !j.ordinary[word]:
			return i, letters, lured || p.bought
		case t.word && (lured && p.bought || t.own && lured), !t.word && (lured || p.bought):
			return i, subdomain, true
		}
	}
	return j.hyphened(p, lured)
}

// hyphened looks for a target's name cut by hyphens before somebody else's domain, lp-express.parcels.top, and for an
// ordinary word that its country or a lure makes a name: seb-lt.login.info.
func (j *judge) hyphened(p *place, lured bool) (int, manner, bool) {
	var space [longLabel]byte
	for label := range strings.SplitSeq(p.before, ".") {
		name, rest, cut := strings.Cut(label, "-")
		if !cut {
			continue
		}
		i, known := j.labels[string(withoutHyphens(space[:0], label))]
		if known && !j.all[i].word && (lured || p.bought) {
			return i, subdomain, true
		}
		i, known = j.labels[name]
		if known && j.all[i].label == name && lured && j.allWords(rest) {
			return i, subdomain, true
		}
	}
	return 0, 0, false
}

// withoutHyphens appends the letters and digits of a label to space.
func withoutHyphens(space []byte, label string) []byte {
	for i := range len(label) {
		if label[i] != '-' {
			space = append(space, label[i])
		}
	}
	return space
}

// allWords tells whether a name consists of lures and fillers.
func (j *judge) allWords(name string) bool {
	for word, rest := cutPart(name); word != ""; word, rest = cutPart(rest) {
		if !j.lure[word] && !j.filler[word] {
			return false
		}
	}
	return true
}

const minDomain = 6 // bytes; a shorter one, like t.co, is part of ordinary hosts

// domainAt tells whether the labels begin with a target's domain.
func (j *judge) domainAt(labels string) (int, bool) {
	for end := minDomain; end <= len(labels); end++ {
		if end < len(labels) && labels[end] != '.' {
			continue
		}
		if i, real := j.real[labels[:end]]; real {
			return i, true
		}
	}
	name, ending, _ := strings.Cut(labels, ".")
	ending, _, _ = strings.Cut(ending, ".")
	i, known := j.labels[name]
	return i, known && len(ending) == 2 && j.all[i].world && j.all[i].label == name
}

// domainCut finds a target's domain of which the ending is the beginning of another name, or all of it:
// paypal.com-verify.net, banga.lt.com.
func (j *judge) domainCut(p *place) (int, bool) {
	ending, _, cut := strings.Cut(p.name, "-")
	name := p.before[strings.LastIndexByte(p.before, '.')+1:]
	i, known := j.labels[name]
	if !known || j.all[i].label != name {
		return 0, false
	}
	if cut && (len(ending) == 2 || ending == "com" || ending == "net" || ending == "org") {
		return i, true
	}
	for _, d := range j.all[i].domains {
		if len(d) == len(name)+1+len(ending) && strings.HasPrefix(d, name) && strings.HasSuffix(d, "."+ending) {
			return i, true
		}
	}
	return 0, false
}

// cutPart cuts the first word off a host or name, at dots, hyphens and underscores. It is empty when there is no more.
func cutPart(s string) (word, rest string) {
	s = strings.TrimLeft(s, ".-_")
	if end := strings.IndexAny(s, ".-_"); end >= 0 {
		return s[:end], s[end+1:]
	}
	return s, ""
}

func (j *judge) hasLure(name string) bool {
	for word, rest := cutPart(name); word != ""; word, rest = cutPart(rest) {
		if j.lure[word] || j.ask[word] {
			return true
		}
	}
	return false
}

// mix counts what a name is made of.
type mix struct {
	target  int  // the first target that is named, or -1
	whole   bool // it is a whole word of the name
	digits  bool // it is written with digits for letters
	lures   int
	fillers int
	others  int
}

// withLure looks for a target's name among words that promise or ask: swedbank-login, paypalverify.
func (j *judge) withLure(p *place) (int, manner, bool) {
	m := mix{target: -1}
	for word, rest := cutPart(p.name); word != ""; word, rest = cutPart(rest) {
		j.count(word, &m)
	}
	if m.target < 0 && p.joined != p.name {
		across := mix{target: -1}
		if j.count(p.joined, &across); across.target >= 0 {
			m = across
		}
	}
	if m.target < 0 && m.lures > 0 {
		i, found := j.misspelled(p)
		return i, lured, found
	}
	if m.target < 0 {
		return 0, 0, false
	}
	t := &j.all[m.target]
	switch {
	case m.digits:
		return m.target, letters, true
	case t.own && m.others == 0 && p.name != t.label && j.namesEnding(t, p.name):
		return m.target, lured, true
	case m.lures == 0:
		joined := t.own && (p.joined == p.name || len(t.domains) == 0)
		return m.target, lured, !(t.word && !p.bought) && !joined && m.others == 0 && m.fillers > 0
	case t.word || t.own:
		return m.target, lured, m.others == 0
	}
	return m.target, lured, m.others == 0 || m.whole
}

// count adds a word of a name.
func (j *judge) count(word string, m *mix) {
	if i, known := j.looksLike(word); known {
		m.target, m.whole = i, true
		m.digits = m.digits || len(word) >= minTypo && word != j.all[i].label && strings.ContainsAny(word, "0123456789")
		return
	}
	var space [longLabel]byte
	canon := likeness.Canonical(space[:0], word)
	if j.plainWord(canon, m) {
		return
	}
	set := likeness.Letters(canon)
	for i := range j.all {
		t := &j.all[i]
		if len(t.canon) < minInside || t.looks&^set != 0 {
			continue
		}
		at := bytes.Index(canon, t.canon)
		if at < 0 {
			continue
		}
		with := *m
		if j.sequence(canon[:at], &with) && j.sequence(canon[at+len(t.canon):], &with) {
			*m = with
			m.target = i
			return
		}
	}
	m.others++
}

// plainWord counts a word in canonical letters that is a lure, a filler or a number.
func (j *judge) plainWord(canon []byte, m *mix) bool {
	switch {
	case j.lure[string(canon)]:
		m.lures++
	case j.filler[string(canon)], len(canon) < minLabel:
		m.fillers++
	default:
		return false
	}
	return true
}

// sequence tells whether canonical letters are a row of lures and fillers, with a number at the end or not, and counts
// them.
func (j *judge) sequence(canon []byte, m *mix) bool {
	if len(canon) == 0 {
		return true
	}
	for end := len(canon); end >= minLure; end-- {
		before := *m
		if j.plainWord(canon[:end], m) && (end >= minLabel || j.filler[string(canon[:end])]) && j.sequence(canon[end:], m) {
			return true
		}
		*m = before
	}
	return len(canon) < minLabel && isNumber(canon)
}

const minLure = 2 // letters of the shortest filler: id, my

// isNumber tells digits in canonical letters, as in paypal24.
func isNumber(canon []byte) bool {
	for _, c := range canon {
		if strings.IndexByte("ol2easgtb", c) < 0 {
			return false
		}
	}
	return true
}

// misspelled finds a word of a name that is a misspelled target.
func (j *judge) misspelled(p *place) (int, bool) {
	for word, rest := cutPart(p.name); word != ""; word, rest = cutPart(rest) {
		if len(word) >= minTypo && !j.ordinary[word] && !j.lure[word] && !j.filler[word] {
			if i, found := j.typoOf(word, p); found {
				return i, true
			}
		}
	}
	return 0, false
}

// namesEnding tells whether a name is a target's with its ending: bangalt, banga-lt, wwwbanga.
func (j *judge) namesEnding(t *target, name string) bool {
	joined := strings.ReplaceAll(name, "-", "")
	rest, cut := strings.CutPrefix(joined, "www")
	if cut && rest == t.label {
		return true
	}
	for _, d := range t.domains {
		if rest == strings.ReplaceAll(d, ".", "") {
			return true
		}
	}
	return false
}
