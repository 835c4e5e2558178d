package inflect

import "strings"

// The endings of adjectives and participles. Hard ones follow the bare stem, soft ones the softened stem; an
// adjective in -as has one stem for both.
var (
	masculineSingular   = endings("o am u ame")
	adjectiveSoft       = endings("o am ą u ame a os ai oje oj ų us ais uose oms om as omis ose")
	adjectiveHardPlural = endings("i iems iem")

	definiteMasculine = endings("asis ojo ajam ąjį uoju ajame")
	definiteFeminine  = endings("oji osios ajai ąją ąja ojoje ojoj")
	definiteSoft      = endings("ojo ajam uoju ajame oji osios ajai ąją ąja ojoje ojoj ųjų uosius aisiais uosiuose osioms ąsias osiomis osiose")
	definiteHard      = endings("ieji iesiems")

	hardUs         = endings("us aus ų")
	hardUsPlural   = endings("ūs usis ųjį i")
	hardIs         = endings("is į")
	hardParticiple = endings("į ysis įjį i")
	isSoftPlural   = endings("ų ams us ais uose ai")

	comparativeMasculine = endings("is io iam į iu iame i ių iems ius iais iuose")
	comparativeFeminine  = endings("ė ės ei ę e ėje ėj ėms es ėmis ėse")
)

// adjectiveAs inflects geras, žalias, pirmas, with the definite forms, the degrees and the adverb. In the name of one
// thing an adjective keeps its gender and stays indefinite.
func (f *forms) adjectiveAs(stem string, t term) {
	f.add(stem, "as")
	if t.singular {
		f.all(stem, masculineSingular)
		f.add(stem, "ą")
		return
	}
	f.adjective(harden(stem), stem)
	f.add(stem, "asis")
	f.add(stem, "ąjį")
	f.degrees(harden(stem))
}

// adjectiveUs inflects gražus, platus.
func (f *forms) adjectiveUs(stem string, t term) {
	f.all(stem, hardUs)
	if t.singular {
		f.all(soften(stem), masculineSingular)
		return
	}
	f.all(stem, hardUsPlural)
	f.adjective(stem, soften(stem))
	f.degrees(stem)
}

// adjectiveIs inflects medinis, didelis, vidutinis.
func (f *forms) adjectiveIs(stem string, t term) {
	soft := soften(stem)
	f.all(stem, hardIs)
	f.all(soft, masculineSingular)
	if t.singular {
		return
	}
	f.all(stem, singularE)
	f.all(soft, isSoftPlural)
	f.all(stem, adjectiveHardPlural)
	f.all(stem, pluralE)
	if strings.HasSuffix(stem, "esn") {
		f.all(stem, hardParticiple)
		f.all(soft, definiteSoft)
		f.all(stem, definiteHard)
	}
}

// adjective gives what all adjectives but those in -is share, plain and definite.
func (f *forms) adjective(hard, soft string) {
	f.all(soft, adjectiveSoft)
	f.all(soft, definiteSoft)
	f.all(hard, adjectiveHardPlural)
	f.all(hard, definiteHard)
}

// degrees gives the comparative and the superlative with their adverbs.
func (f *forms) degrees(hard string) {
	soft := soften(hard)
	f.all(hard+"esn", comparativeMasculine)
	f.all(hard+"esn", comparativeFeminine)
	f.add(soft, "au")
	superlative := soft + "aus"
	f.add(superlative, "ias")
	f.add(superlative, "iasis")
	f.adjective(superlative, superlative+"i")
}

// adjectiveLike inflects definite adjectives and active participles given as such.
func (f *forms) adjectiveLike(t term) bool {
	word := t.lower
	if stem, ok := cut(word, "asis", 2); ok && !strings.HasSuffix(word, "klasis") {
		f.definite(stem, definiteMasculine, t)
		return true
	}
	if stem, ok := cut(word, "oji", 2); ok {
		f.definite(stem, definiteFeminine, t)
		return true
	}
	if stem, ok := cut(word, "ieji", 3); ok {
		f.adjective(stem, stem)
		f.adjective(stem, soften(stem))
		return true
	}
	if stem, ok := cut(word, "usis", 3); ok && t.shape == small && !strings.HasSuffix(word, "ausis") {
		f.adjectiveUs(stem, t)
		return true
	}
	if stem, ok := cut(word, "ęs", 3); ok {
		f.pastActive(stem)
		return true
	}
	if _, ok := cut(word, "antis", 3); ok && t.shape == small && !nounsInAntis[word] && !strings.HasSuffix(word, "iadantis") {
		f.participle(strings.TrimSuffix(word, "is"))
		return true
	}
	return false
}

// nounsInAntis look like participles and are none.
var nounsInAntis = set("dantis tūkstantis užantis antkrantis atkrantis įkrantis bedantis tridantis tarpdantis rantis pantis")

// definite inflects an adjective given in its definite form. In a name that form is all there is: Juodoji stays
// definite and feminine.
func (f *forms) definite(stem string, name []string, t term) {
	switch {
	case t.singular:
		f.all(stem, name)
	case strings.HasSuffix(stem, "i"):
		f.adjective(harden(stem), stem)
	default:
		f.adjectiveAs(stem, t)
	}
}

// participle inflects an active participle by its stem: esant-, bėgus-.
func (f *forms) participle(stem string) {
	f.all(stem, hardParticiple)
	f.add(stem, "is")
	f.add(stem, "ys")
	f.adjective(stem, soften(stem))
}

func (f *forms) pastActive(stem string) {
	f.add(stem, "ęs")
	f.add(stem, "ę")
	f.add(stem, "us")
	f.all(stem+"us", hardParticiple)
	f.adjective(stem+"us", stem+"usi")
}

// cut removes an ending from a word of which at least so many letters' bytes are left.
func cut(word, ending string, least int) (string, bool) {
	stem, ok := strings.CutSuffix(word, ending)
	return stem, ok && len(stem) >= least
}
