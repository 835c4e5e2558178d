package inflect

import "strings"

// verb is a verb's three principal parts without the reflexive ending: the stem of the infinitive (without -ti),
// the third person of the present and of the past. An unknown verb has only the first.
type verb struct{ infinitive, present, past string }

var (
	fromInfinitive = endings("ti t davau davai davo davome davom davote davot čiau tumei tum tų tumėme tumėm tume tumėte tumėt tute damas dama dami damos")
	imperative     = endings("- ime im ite it")
	future         = endings("iu i ime im ite it - iąs")

	presentA = endings("u i a ame am ate at")
	presentI = endings("i ime im ite it")
	presentO = endings("au ai o ome om ote ot")
	pastE    = endings("ei ė ėme ėm ėte ėt")

	verbalNoun = endings("as o ui ą u e ai ų ams us ais uose")

	reflexiveInfinitive = endings("tis davausi davaisi davosi davomės davotės čiausi tumeisi tųsi tumėmės tumėtės damasis damasi damiesi damosi")
	reflexiveFuture     = endings("iuosi iesi is imės itės")
	reflexiveImperative = endings("is imės itės")
	reflexiveNoun       = endings("asis osi uisi ąsi usi esi aisi ųsi")
	reflexivePresentA   = endings("uosi iesi asi amės atės antis")
	reflexivePresentI   = endings("isi imės itės intis")
	reflexivePresentO   = endings("ausi aisi osi omės otės antis")
	reflexivePastE      = endings("eisi ėsi ėmės ėtės ęsis ęsi")
	reflexivePastO      = endings("ausi aisi osi omės otės ęsis ęsi usis usiosi")
)

// verbLike inflects an infinitive, plain or reflexive, and the third person of regular and common verbs.
func (f *forms) verbLike(t term, known *tables) bool {
	if stem, ok := cut(t.lower, "ti", 2); ok {
		v, found := known.verb(t.lower)
		if !found {
			if t.shape == capital {
				return false
			}
			v = verb{infinitive: stem}
		}
		f.verb(v)
		return true
	}
	if t.shape == capital {
		return false
	}
	if infinitive, ok := strings.CutSuffix(t.lower, "s"); ok && strings.HasSuffix(infinitive, "ti") {
		v, found := known.verb(infinitive)
		if !found || known.class(t.lower, 'n') != 'v' {
			return false
		}
		f.reflexive(v)
		return true
	}
	if infinitive, ok := known.infinitiveOf(t.lower); ok {
		v, _ := known.verb(infinitive)
		f.verb(v)
		return true
	}
	return false
}

func (f *forms) verb(v verb) {
	f.all(v.infinitive, fromInfinitive)
	f.all(imperativeStem(v.infinitive), imperative)
	f.all(futureStem(v.infinitive), future)
	f.future3(v.infinitive, "")
	f.adjectiveOfVerb(v.infinitive + "t")
	f.adjectiveOfVerb(v.infinitive + "tin")
	f.present(v.present)
	f.past(v)
}

func (f *forms) present(present string) {
	stem, vowel := cutVowel(present)
	switch vowel {
	case "a":
		hard := harden(stem)
		f.all(stem, presentA[:1])
		f.add(hard, "i")
		f.all(stem, presentA[2:])
		f.presentActive(stem + "a")
		f.adjectiveOfVerb(present + "m")
	case "i":
		f.add(soften(stem), "u")
		f.all(stem, presentI)
		f.presentActive(present)
		f.adjectiveOfVerb(present + "m")
	case "o":
		f.all(stem, presentO)
		f.presentActive(stem + "a")
		f.adjectiveOfVerb(present + "m")
	}
}

// presentActive gives -ant and the participle -antis; the stem ends in the participle's vowel.
func (f *forms) presentActive(stem string) {
	f.add(stem, "nt")
	f.participle(stem + "nt")
	bare, vowel := cutVowel(stem)
	nasal := "ą"
	if vowel == "i" {
		nasal = "į"
	}
	f.add(bare, nasal)
	f.add(bare, nasal+"s")
}

func (f *forms) past(v verb) {
	stem, vowel := cutVowel(v.past)
	switch {
	case vowel == "o":
		f.all(stem, presentO)
		f.pastActive(stem)
		f.all(stem+"im", verbalNoun)
	case vowel == "ė" && strings.HasSuffix(v.infinitive, "y"):
		f.add(soften(stem), "au")
		f.all(stem, pastE)
		f.pastActive(soften(stem))
		f.add(stem, "ęs")
		f.add(stem, "ę")
		f.all(stem+"ym", verbalNoun)
	case vowel == "ė":
		f.add(soften(stem), "au")
		f.all(stem, pastE)
		f.pastActive(stem)
		f.all(stem+"im", verbalNoun)
	}
}

// adjectiveOfVerb inflects a passive participle: gautas, gaunamas. The stem ends before the ending -as.
func (f *forms) adjectiveOfVerb(stem string) {
	f.add(stem, "as")
	f.adjective(stem, stem)
	f.add(stem, "asis")
	f.add(stem, "ąjį")
}

func (f *forms) reflexive(v verb) {
	f.all(v.infinitive, reflexiveInfinitive)
	f.all(imperativeStem(v.infinitive), reflexiveImperative)
	f.all(futureStem(v.infinitive), reflexiveFuture)
	f.future3(v.infinitive, "is")
	stem, vowel := cutVowel(v.present)
	switch vowel {
	case "a":
		f.all(stem, reflexivePresentA[:1])
		f.add(harden(stem), "iesi")
		f.all(stem, reflexivePresentA[2:])
	case "i":
		f.add(soften(stem), "uosi")
		f.add(stem, "iesi")
		f.all(stem, reflexivePresentI)
	case "o":
		f.all(stem, reflexivePresentO)
	}
	stem, vowel = cutVowel(v.past)
	switch {
	case vowel == "o":
		f.all(stem, reflexivePastO)
		f.all(stem+"im", reflexiveNoun)
	case vowel == "ė":
		usis, noun := stem, "im"
		if strings.HasSuffix(v.infinitive, "y") {
			usis, noun = soften(stem), "ym"
		}
		f.add(soften(stem), "ausi")
		f.all(stem, reflexivePastE)
		f.add(usis, "usis")
		f.add(usis, "usiosi")
		f.all(stem+noun, reflexiveNoun)
	}
}

// imperativeStem is where -k meets the stem: duok, bėk (bėg-), lauk (lauk-).
func imperativeStem(infinitive string) string {
	if strings.HasSuffix(infinitive, "k") {
		return infinitive
	}
	return strings.TrimSuffix(infinitive, "g") + "k"
}

// futureStem is where -s meets the stem: duos-, neš-, mes-, veš- (vež-).
func futureStem(infinitive string) string {
	switch {
	case strings.HasSuffix(infinitive, "s"), strings.HasSuffix(infinitive, "š"):
		return infinitive
	case strings.HasSuffix(infinitive, "z"):
		return strings.TrimSuffix(infinitive, "z") + "s"
	case strings.HasSuffix(infinitive, "ž"):
		return strings.TrimSuffix(infinitive, "ž") + "š"
	}
	return infinitive + "s"
}

// future3 adds the shortened third person of the future: bus, gis.
func (f *forms) future3(infinitive, reflexive string) {
	if stem, ok := strings.CutSuffix(infinitive, "ū"); ok {
		f.add(stem+"us", reflexive)
	} else if stem, ok := strings.CutSuffix(infinitive, "y"); ok && !strings.ContainsAny(stem, "aąeęėiįyouųū") {
		f.add(stem+"is", reflexive)
	}
}

func cutVowel(form string) (stem, vowel string) {
	for _, vowel := range []string{"a", "i", "o", "ė"} {
		if stem, ok := strings.CutSuffix(form, vowel); ok {
			return stem, vowel
		}
	}
	return form, ""
}
