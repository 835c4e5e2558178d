package text

import (
	_ "embed"
	"math/bits"
	"slices"
)

// trigramFile holds, for each three letters, how much likelier than chance they are in English and in Lithuanian, as
// signed bytes of quarter powers of two. Lithuanian is counted without diacritics, because many type it so.
//
//go:embed trigrams.bin
var trigramFile string

// trigramScore is one entry of the language model.
type trigramScore struct{ english, lithuanian int8 }

var (
	letterCodes   = letterCodeTable()
	trigramScores = trigramTable(trigramFile)
)

// ownLanguages are English and Lithuanian, the first two of functionWords.
const ownLanguages = 1<<0 | 1<<1

const trigramMask = 1<<15 - 1

// Trigrams calls use for each three letters of a folded word, its edges being letters as well. Fifteen bits stand for
// the three; what is no letter or apostrophe counts as an edge.
func Trigrams(word []byte, use func(trigram uint16)) {
	var trigram uint16
	for i, c := range word {
		trigram = (trigram<<5 | letterCodes[c]) & trigramMask
		if i > 0 {
			use(trigram)
		}
	}
	use(trigram << 5 & trigramMask)
}

func letterCodeTable() (codes [256]uint16) {
	for c := 'a'; c <= 'z'; c++ {
		codes[c] = uint16(c-'a') + 1
	}
	codes['\''] = 27
	return codes
}

func trigramTable(file string) *[trigramMask + 1]trigramScore {
	var table [trigramMask + 1]trigramScore
	for i := range table {
		table[i] = trigramScore{int8(file[2*i]), int8(file[2*i+1])}
	}
	return &table
}

// What the recogniser goes by, in the model's quarter powers of two.
const (
	markWorth     = 24 // of a word with Lithuanian diacritics
	ownWorth      = 32 // of a function word of English or Lithuanian
	surestWord    = 60 // no word says more than this
	clearStretch  = 90 // words that say this much for one language are a stretch of it
	mixedFrom     = 2  // stretches in each language
	usualFit      = 8  // what an average trigram has in its own language, at the least
	gibberishFit  = -4 // and what it has in no language
	foreignWorth  = 10 // of one function word of another language
	foreignLetter = 3  // of one step of foreignLetters
	bestFit       = 4  // how much a good fit can outweigh at most
	foreignFrom   = 2  // an average word that says more is of another language
)

// evidence is what the words of a text say.
type evidence struct {
	words               int // that say something: not those of handles, links and hashtags
	letters             int
	english, lithuanian int
	difference          int // positive is Lithuanian
	otherScript         int
	function            [languageCount]int // function words of each language
	towards             [2]int             // what speaks for English and for Lithuanian since the last stretch
	stretches           [2]int
}

// recognise tells the language of the text that has been scanned.
func (r *Reader) recognise() Lang {
	var e evidence
	d := &r.doc
	for i := range d.Tokens {
		t := &d.Tokens[i]
		switch {
		case t.Kind != Word || t.Flags&(InLink|InHandle) != 0:
		case t.Flags&Foreign != 0:
			e.otherScript++
		case t.Flags&InHashtag != 0:
			e.addHashtag(d.Folded[t.FoldStart:t.FoldEnd])
		default:
			e.add(d.Folded[t.FoldStart:t.FoldEnd], t)
		}
	}
	return e.decide(int(r.foreign))
}

// scoreWord sums the scores of a word's trigrams. It is Trigrams unrolled, because a call for each would cost more.
func scoreWord(word []byte) (english, lithuanian int) {
	trigram := letterCodes[word[0]]
	for _, c := range word[1:] {
		trigram = (trigram<<5 | letterCodes[c]) & trigramMask
		score := trigramScores[trigram]
		english, lithuanian = english+int(score.english), lithuanian+int(score.lithuanian)
	}
	score := trigramScores[trigram<<5&trigramMask]
	return english + int(score.english), lithuanian + int(score.lithuanian)
}

// add weighs a word.
func (e *evidence) add(word []byte, t *Token) {
	english, lithuanian := scoreWord(word)
	e.words++
	e.letters += len(word)
	e.english += english
	e.lithuanian += lithuanian
	difference := lithuanian - english
	if t.Flags&Capital != 0 { // names say little
		difference /= 2
	}
	if t.Marks != 0 {
		difference += markWorth
	}
	languages := languagesOf(t.Hash)
	if t.Flags&Capital != 0 && e.words > 1 { // Los Angeles is no Spanish
		languages &= ownLanguages
	}
	for ; languages != 0; languages &= languages - 1 {
		e.function[bits.TrailingZeros16(languages)]++
		switch languages & -languages {
		case 1 << 0:
			difference -= ownWorth
		case 1 << 1:
			difference += ownWorth
		}
	}
	difference = max(-surestWord, min(surestWord, difference))
	e.difference += difference
	e.addStretch(0, -difference)
	e.addStretch(1, difference)
}

// addHashtag lets a hashtag's word speak a little: people put English hashtags under anything.
func (e *evidence) addHashtag(word []byte) {
	english, lithuanian := scoreWord(word)
	e.difference += max(-surestWord, min(surestWord, lithuanian-english)) / 4
}

// addStretch counts the stretches of words that speak for one language.
func (e *evidence) addStretch(language, speaks int) {
	e.towards[language] = max(0, e.towards[language]+speaks)
	if e.towards[language] >= clearStretch {
		e.towards[language] = 0
		e.stretches[language]++
	}
}

// decide weighs everything.
func (e *evidence) decide(foreignLetters int) Lang {
	switch {
	case e.otherScript > e.words:
		return Other
	case e.words == 0 && e.difference == 0:
		return ""
	case e.words > 0 && e.isForeign(foreignLetters):
		return Other
	case e.stretches[0] >= mixedFrom && e.stretches[1] >= mixedFrom:
		return Mixed
	case e.difference > 0:
		return Lithuanian
	}
	return English
}

// isForeign says whether the words are of neither language: by function words and letters of others, and by how badly
// they fit.
func (e *evidence) isForeign(foreignLetters int) bool {
	fit := float64(max(e.english, e.lithuanian)) / float64(e.letters)
	own, others := max(e.function[0], e.function[1]), slices.Max(e.function[2:])
	signs := foreignWorth*max(0, others-own) + foreignLetter*foreignLetters
	if signs == 0 {
		return own == 0 && fit < gibberishFit
	}
	return float64(signs)/float64(e.words)-min(bestFit, fit-usualFit)/2 > foreignFrom
}
