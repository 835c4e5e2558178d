package inflect

import "strings"

// The endings that Lithuanian hangs on a foreign name behind an apostrophe: Tesco'o, Nike'ą, VMI'ui, Google'io.
var (
	apostropheSingular = endings("'as 'o 'ui 'ą 'u 'e 'is 'io 'iui 'į 'iu")
	apostrophePlural   = endings("'ai 'ų 'ams 'us 'ais 'uose")
)

// foreign inflects a word with no Lithuanian nominative ending. A consonant takes the endings of the first
// declension (Facebook, facebookas, facebooko); a vowel only takes them behind an apostrophe. A word in small letters
// with Lithuanian letters in it is no foreign word but a form of another word, and stays as it is.
func (f *forms) foreign(t term) {
	if strings.ContainsAny(t.lower, "ąčęėįšųūž") {
		return
	}
	name := t.shape == capital || strings.ContainsAny(t.lower, "qwx")
	if name {
		f.withApostrophe(t)
	}
	if t.inner {
		if stem, ok := strings.CutSuffix(t.lower, "e"); ok && strings.IndexByte("aeiouy", stem[len(stem)-1]) < 0 {
			f.nounAs(stem, t) // an e that nobody hears: iPhono, Youtubo
			return
		}
	}
	last := t.lower[len(t.lower)-1]
	if strings.IndexByte("aeiouy", last) >= 0 || !name && (len(t.lower) < 5 || last == 's') {
		return
	}
	f.nounAs(t.lower, t)
	if strings.HasSuffix(t.lower, "er") || strings.HasSuffix(t.lower, "el") { // Twitteris, Excelyje
		f.nounIs(t.lower, t)
	}
}

func (f *forms) withApostrophe(t term) {
	f.all(t.lower, apostropheSingular)
	if !t.singular {
		f.all(t.lower, apostrophePlural)
	}
}
