package inflect

import "strings"

// term is the word being inflected.
type term struct {
	lower    string
	shape    shape
	inner    bool // a capital inside: YouTube
	singular bool
}

// lithuanian chooses the paradigm, from what is known of the word first and from its ending else.
func (f *forms) lithuanian(t term) {
	if t.shape == abbreviation {
		f.withApostrophe(t)
		return
	}
	known := lithuanianTables()
	if list, ok := known.irregular[t.lower]; ok {
		f.all("", list)
		return
	}
	if known.uninflected[t.lower] || oblique(t.lower) {
		return
	}
	if len(t.lower) < 4 && t.shape == small && !strings.HasSuffix(t.lower, "as") {
		return
	}
	if !f.adjectiveLike(t) && !f.verbLike(t, known) && !f.nounLike(t, known) {
		f.foreign(t)
	}
}

// nounLike inflects by a nominative ending that Lithuanian has, and reports whether there was one. It looks up the
// endings that more than one paradigm shares.
func (f *forms) nounLike(t term, known *tables) bool {
	stem, ending := splitNominative(t.lower)
	switch ending {
	case "as":
		f.byClass(t, stem, known.class(t.lower, 'n'), f.nounAs, f.adjectiveAs)
	case "us":
		f.byClass(t, stem, known.class(t.lower, 'n'), f.nounUs, f.adjectiveUs)
	case "is":
		f.nounOrAdjectiveIs(t, stem, known.class(t.lower, 'n'))
	case "ys":
		f.nounOrPluralYs(t, stem, known.class(t.lower, 'n'))
	case "uo":
		f.nounUo(stem, t)
	case "a":
		f.nounA(stem, t)
	case "ė":
		f.nounE(stem, t)
	case "ai":
		f.pluralAi(t, stem, known)
	case "os":
		f.pluralOs(t, stem)
	case "ės":
		f.pluralEs(t, stem)
	case "ūs":
		f.all(stem, pluralUs)
	default:
		return false
	}
	return true
}

// byClass inflects a word whose ending serves nouns and adjectives: n, a, or b for both. A name always inflects as a
// noun too: Mr Baltas is not white.
func (f *forms) byClass(t term, stem string, class byte, noun, adjective func(string, term)) {
	if class != 'a' || t.shape == capital {
		noun(stem, t)
	}
	if class != 'n' {
		adjective(stem, t)
	}
}

func (f *forms) nounOrAdjectiveIs(t term, stem string, class byte) {
	switch class {
	case 'f', 'F', 'm', 'M':
		f.thirdDeclension(stem, class, t)
	case 'a', 'b':
		f.byClass(t, stem, class, f.nounIs, f.adjectiveIs)
	default:
		f.nounIs(stem, t)
	}
}

func (f *forms) nounOrPluralYs(t term, stem string, class byte) {
	switch {
	case class == 'p':
		f.pluralYs(stem)
	case strings.HasSuffix(stem, "men"): // duomenys, of duomuo
		f.all(stem, pluralUo)
	case strings.HasSuffix(stem, "en") && len(stem) > 4: // vandenys
		f.all(stem, pluralUo)
		f.nounYs(stem, t)
	default:
		f.nounYs(stem, t)
	}
}

var nominatives = []string{"as", "is", "ys", "us", "uo", "ai", "os", "ės", "ūs", "a", "ė"}

func splitNominative(word string) (stem, ending string) {
	for _, ending := range nominatives {
		if stem, ok := strings.CutSuffix(word, ending); ok && len(stem) > 1 {
			return stem, ending
		}
	}
	return word, ""
}

// oblique tells the cases that look like a nominative: Vilniaus, bankais.
func oblique(word string) bool {
	return strings.HasSuffix(word, "aus") || strings.HasSuffix(word, "ais")
}

// soften gives the stem as it stands before i and a back vowel: brol-is → broli-o, gaid-ys → gaidži-o,
// Petrait-is → Petraiči-o, vėj-is → vėj-o.
func soften(stem string) string {
	switch {
	case strings.HasSuffix(stem, "j"), strings.HasSuffix(stem, "i"):
		return stem
	case strings.HasSuffix(stem, "t"):
		return stem[:len(stem)-1] + "či"
	case strings.HasSuffix(stem, "dž"):
		return stem + "i"
	case strings.HasSuffix(stem, "d"):
		return stem + "ži"
	}
	return stem + "i"
}

// harden undoes soften: žali- → žal-, pusiauči- → pusiaut-.
func harden(stem string) string {
	stem, soft := strings.CutSuffix(stem, "i")
	if !soft {
		return stem
	}
	if bare, ok := strings.CutSuffix(stem, "č"); ok {
		return bare + "t"
	}
	if bare, ok := strings.CutSuffix(stem, "dž"); ok {
		return bare + "d"
	}
	return stem
}
