package inflect

import "strings"

// The endings of nouns. "soft" ones follow the softened stem (see soften).
var (
	singularAs  = endings("as o ui ą u e")
	singularIas = endings("as o ui ą u")
	locativeIas = endings("yje y")
	pluralAs    = endings("ai ų ams am us ais uose uos")

	singularIsHard = endings("is į yje y i")
	singularYsHard = endings("ys į yje y")
	singularIsSoft = endings("o ui u")

	singularUs = endings("us aus ui ų umi um uje uj au")
	pluralUs   = endings("ūs ų ums um us umis uose uos")

	singularA = endings("a os ai ą oje oj")
	pluralA   = endings("os ų oms om as omis ose")

	singularE = endings("ė ės ei ę e ėje ėj")
	pluralE   = endings("ės ėms ėm es ėmis ėse")

	singularThirdFeminine  = endings("is ies į imi im yje y ie")
	singularThirdMasculine = endings("is ies į imi im yje y ie")
	pluralThird            = endings("ys ims im is imis yse")

	singularUo = endings("s iui į iu yje y ie")
	pluralUo   = endings("ys ų ims im is imis yse")
)

func (f *forms) nounAs(stem string, t term) {
	vowelStem := strings.HasSuffix(stem, "i")
	jStem := strings.HasSuffix(stem, "j")
	if vowelStem || jStem {
		f.all(stem, singularIas)
		f.all(strings.TrimSuffix(stem, "i"), locativeIas)
		f.all(harden(stem), locativeIas)
		f.add(stem, "au")
	} else {
		f.all(stem, singularAs)
	}
	if jStem {
		f.add(stem, "uje")
		f.add(stem, "uj")
	}
	if t.singular {
		f.add(stem, "ai") // the vocative of names: Jonai
		return
	}
	f.all(stem, pluralAs)
}

func (f *forms) nounIs(stem string, t term) { f.nounSoft(stem, singularIsHard, t) }
func (f *forms) nounYs(stem string, t term) { f.nounSoft(stem, singularYsHard, t) }

func (f *forms) nounSoft(stem string, hard []string, t term) {
	soft := soften(stem)
	f.all(stem, hard)
	f.all(soft, singularIsSoft)
	if !t.singular {
		f.all(soft, pluralAs)
	}
}

func (f *forms) nounUs(stem string, t term) {
	f.all(stem, singularUs)
	if t.singular {
		return
	}
	if strings.HasSuffix(stem, "i") || strings.HasSuffix(stem, "j") {
		f.all(stem, pluralAs)
	} else {
		f.all(stem, pluralUs)
	}
}

// nounUo inflects akmuo and its kind, and sesuo, which takes -er- for -en-.
func (f *forms) nounUo(stem string, t term) {
	middle := "en"
	if strings.HasSuffix(stem, "ses") {
		middle = "er"
	}
	f.all(stem+middle, singularUo)
	if middle == "er" {
		f.add(stem, "eriai")
		f.add(stem, "erimi")
	}
	if !t.singular {
		f.all(stem+middle, pluralUo)
	}
}

func (f *forms) nounA(stem string, t term) {
	f.all(stem, singularA)
	if !t.singular {
		f.all(stem, pluralA)
	}
}

func (f *forms) nounE(stem string, t term) {
	f.all(stem, singularE)
	if !t.singular {
		f.all(stem, pluralE)
		f.add(soften(stem), "ų")
	}
}

// thirdDeclension inflects -is nouns of the third declension: f and F feminine, m and M masculine; the capital
// letter marks a hard genitive plural (naktų, dantų).
func (f *forms) thirdDeclension(stem string, class byte, t term) {
	soft := soften(stem)
	if class == 'f' || class == 'F' {
		f.all(stem, singularThirdFeminine)
		f.add(soft, "ai")
		f.add(soft, "a")
	} else {
		f.all(stem, singularThirdMasculine)
		f.add(soft, "ui")
		f.add(soft, "u")
	}
	if t.singular {
		return
	}
	f.all(stem, pluralThird)
	if class == 'F' || class == 'M' {
		f.add(stem, "ų")
	} else {
		f.add(soft, "ų")
	}
}

// pluralYs inflects a noun that has no singular: durys, sėlenys.
func (f *forms) pluralYs(stem string) {
	f.all(stem, pluralThird)
	f.add(soften(stem), "ų")
	f.add(stem, "ų")
}

// A plural in small letters may stand for a listed singular; a name such as Trakai has none. An adverb such as
// gerai looks the same and has no forms; one such as gražiai cannot be told from keliai, and the forms that it is given
// are its adjective's.
func (f *forms) pluralAi(t term, stem string, known *tables) {
	switch {
	case t.shape != small:
		f.all(stem, pluralAs)
	case strings.HasSuffix(stem, "ini"): // metiniai
		f.adjectiveIs(harden(stem), t)
	case strings.HasSuffix(stem, "iausi"), strings.HasSuffix(stem, "išk"):
	case strings.HasSuffix(stem, "i"):
		f.all(stem, pluralAs)
	case known.class(stem+"as", 'n') == 'n':
		f.all(stem, pluralAs)
		f.nounAs(stem, t)
	}
}

func (f *forms) pluralOs(t term, stem string) {
	f.all(stem, pluralA)
	if t.shape == small {
		f.all(stem, singularA)
	}
}

func (f *forms) pluralEs(t term, stem string) {
	f.all(stem, pluralE)
	f.add(soften(stem), "ų")
	if t.shape == small {
		f.all(stem, singularE)
	}
}
