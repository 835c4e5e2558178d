package link

import (
	"strings"

	"rostrum/policy/rule/link/likeness"
	"rostrum/text"
)

// manner says how an address imitates another.
type manner uint8

const (
	sameName  manner = iota // the name with another ending
	letters                 // letters or digits that look alike
	typo                    // a letter more, less or exchanged
	hyphen                  // the name cut by hyphens
	subdomain               // the name stands before somebody else's domain
	lured                   // the name with words that promise or ask
)

// resemblance is what was found: whom an address imitates, and how.
type resemblance struct {
	target *target
	manner manner
}

const (
	minLabel  = 3 // letters; shorter names stand in too many others
	minInside = 4 // of a name that is looked for inside a longer word
	minTypo   = 5 // of a name whose misspellings are looked for
	minTwo    = 9 // of one in which two letters may be wrong
)

// judge holds addresses against the targets.
type judge struct {
	*targets
	*signs
}

// place is a host as the judge looks at it.
type place struct {
	host   string // folded
	name   string // the registrable name, without the ending: swedbank-login
	joined string // name without hyphens
	suffix string // the public suffix
	before string // what stands before the registrable domain, may be empty
	bought bool   // the ending is one that swindlers buy, or anyone can put up a page under it
	folded bool   // look-alike letters or diacritics were replaced
	hidden bool   // its letters hide what it is
}

func (j *judge) placeOf(a *address) place {
	p := place{host: a.host, hidden: disguisedScript(a)}
	if !plain(a.host) {
		p.host = text.Fold(a.host)
		p.folded = p.host != a.host
	}
	p.name, p.suffix = split(p.host)
	if rest := len(p.host) - len(p.name) - len(p.suffix) - 2; rest > 0 {
		p.before = p.host[:rest]
	}
	p.joined = strings.ReplaceAll(p.name, "-", "")
	p.bought = j.ending[p.suffix] || j.hosting[p.suffix] || j.hosting.covers(p.host)
	return p
}

// lookalike tells whether a place, which is no target's own, imitates one.
func (j *judge) lookalike(p *place) (resemblance, bool) {
	if p.folded {
		if i, real := j.isReal(p.host); real {
			return resemblance{&j.all[i], letters}, true
		}
	}
	i, how, found := j.inFront(p)
	if !found {
		i, how, found = j.asName(p)
	}
	if !found {
		i, how, found = j.asTypo(p)
	}
	if !found {
		i, how, found = j.withLure(p)
	}
	if !found {
		return resemblance{}, false
	}
	return resemblance{&j.all[i], how}, true
}

// asName looks for a target's name with another ending, cut by hyphens or in other letters.
func (j *judge) asName(p *place) (int, manner, bool) {
	if i, known := j.labels[p.joined]; known && p.joined == j.all[i].label {
		t := &j.all[i]
		switch {
		case p.folded:
			return i, letters, true
		case p.joined != p.name:
			return i, hyphen, !t.word || t.own && len(t.domains) > 0
		}
		return i, sameName, j.wrongEnding(t, p)
	}
	i, known := j.looksLike(p.joined)
	return i, letters, known && !j.ordinary[p.joined]
}

// longLabel is the size of the longest label a host may have, so that its canonical letters need no memory.
const longLabel = maxLabel + 1

// looksLike gives the target whose name looks as this one does.
func (j *judge) looksLike(name string) (int, bool) {
	var space [longLabel]byte
	canon := likeness.Canonical(space[:0], name)
	i, known := j.labels[string(canon)]
	return i, known && len(name) >= minLabel && string(j.all[i].canon) == string(canon)
}

// wrongEnding tells whether a target's bare name under that ending is likely somebody else's.
func (j *judge) wrongEnding(t *target, p *place) bool {
	switch {
	case t.own:
		return len(t.domains) > 0
	case p.bought:
		return len(t.label) >= minInside
	case t.word || t.world:
		return false
	}
	country := len(p.suffix) == 2 || strings.Contains(p.suffix, ".")
	return !country
}

// asTypo looks for a target's name with a letter wrong.
func (j *judge) asTypo(p *place) (int, manner, bool) {
	if len(p.joined) < minTypo-1 || j.ordinary[p.joined] {
		return 0, 0, false
	}
	if i, found := j.typoOf(p.joined, p); found {
		return i, typo, true
	}
	return 0, 0, false
}

func (j *judge) typoOf(name string, p *place) (int, bool) {
	set := likeness.Letters(name)
	for i := range j.all {
		t := &j.all[i]
		limit := 1
		if len(t.label) >= minTwo && len(name) >= minTwo {
			limit = 2
		}
		if t.word || len(t.label) < minTypo || likeness.Differ(t.letters, set) > 2*limit {
			continue
		}
		switch edits := likeness.Distance(t.label, name, limit); {
		case edits == 0, edits > limit:
		case edits == 2 && !sameEnds(t.label, name):
		case edits == 2 || !t.own || j.ownTypo(t, name, p):
			return i, true
		}
	}
	return 0, false
}

func sameEnds(a, b string) bool { return a[0] == b[0] && a[len(a)-1] == b[len(b)-1] }

// longName is the length from which on a company's own name is rarely one letter away from an ordinary word.
const longName = 7

// ownTypo tells whether a name one letter away from the company's is likely meant for it. The company's name may be an
// ordinary word, so that its neighbours are words as well, and other cases of the word are not misspellings of it.
func (j *judge) ownTypo(t *target, name string, p *place) bool {
	if likeness.Slip(t.label, name) {
		return len(t.label) >= longName || p.bought || nearEnding(t, p.suffix)
	}
	return len(t.label) >= longName && name[:len(t.label)-1] != t.label[:len(t.label)-1]
}

// nearEnding tells an ending under which people would look for the target.
func nearEnding(t *target, suffix string) bool {
	switch suffix {
	case "com", "net", "org", "eu", "info", "biz", "co", "app", "lt":
		return true
	}
	for _, d := range t.domains {
		if _, own := split(d); own == suffix {
			return true
		}
	}
	return false
}
