package tone

import (
	"cmp"
	"slices"

	"rostrum/text"
	"rostrum/text/phrase"
)

// At is at whom abuse is aimed.
type At string

// At whom.
const (
	AtNobody At = ""
	AtReader At = "reader"
	AtPerson At = "person" // somebody else, or several
	AtGroup  At = "group"  // people for a protected trait
	AtSelf   At = "self"
	AtThing  At = "thing"
)

// Trait is for what people are a protected group, as the lexicon of groups has it.
type Trait string

// Target is at whom the abuse of a text is aimed, as far as small words and names near its strongest word tell.
type Target struct {
	At    At
	Trait Trait // of a group
}

// Target tells at whom the abuse is aimed in the text that was listened to last. A text without abuse is aimed at nobody.
func (l *Listener) Target(o *Opinion) Target {
	s := &o.Scores
	strongest, found := o.strongestAbuse()
	if max(s.Hate, s.Offensive, s.Threat) < Balanced.Threshold() || !found {
		return Target{}
	}
	first := tokenAt(l.heard, strongest.Start)
	j := judge{x: l.lexicon, d: l.heard, lang: l.heard.Lang, near: nearby(l.hits, first)}
	h := phrase.Hit{First: first, Last: first, Start: strongest.Start, End: strongest.End}
	return j.target(&h, s)
}

// strongestAbuse gives the word that speaks most for abuse.
func (o *Opinion) strongestAbuse() (e Evidence, found bool) {
	for _, b := range o.Because {
		if (b.Of == Hate || b.Of == Offensive || b.Of == Threat) && (!found || b.Weight > e.Weight) {
			e, found = b, true
		}
	}
	return e, found
}

func (j *judge) target(h *phrase.Hit, said *Scores) Target {
	s := j.look(h)
	sub := j.subject(&s)
	trait := j.trait(h)
	switch {
	case trait != "" && (said.Hate >= Balanced.Threshold() || sub.who&cueGroup != 0):
		return Target{AtGroup, trait}
	case sub.who&(cueYou|cueYour) != 0:
		return Target{At: AtReader}
	case sub.who&(cueMe|cueMine) != 0 && sub.is:
		return Target{At: AtSelf}
	case sub.who&(cueThey|cueNamed|cueGroup) != 0:
		return Target{At: AtPerson}
	case sub.who&cueThing != 0:
		return Target{At: AtThing}
	case s.around&(cueYou|cueYour) != 0:
		return Target{At: AtReader}
	}
	return Target{At: AtPerson}
}

// trait gives the trait of the group that is named nearest to a word, which may name it itself; empty where none is.
func (j *judge) trait(h *phrase.Hit) (trait Trait) {
	nearest := int32(reachOut)
	for k := range j.near {
		w := j.x.word(j.d, &j.near[k])
		if w == nil || w.trait == "" || w.class == identity && !j.people(&j.near[k], w) {
			continue
		}
		if away := max(j.near[k].First-h.Last, h.First-j.near[k].Last); away < nearest {
			nearest, trait = away, w.trait
		}
	}
	return trait
}

// tokenAt gives the token that stands at a place of the source, or the next one.
func tokenAt(d *text.Document, place int32) int32 {
	i, _ := slices.BinarySearchFunc(d.Tokens, place, func(t text.Token, at int32) int { return cmp.Compare(t.Start, at) })
	return min(int32(i), int32(len(d.Tokens)-1))
}
