package tone

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"maps"
	"slices"
	"testing"

	"rostrum/text"
)

// probes are posts with something of all that features are made of.
var probes = map[text.Lang][]string{
	text.English: {
		"I am not happy, never was: the WORST service ever!!! :( @shop https://example.com/a?b=1 #SoSad",
		"Can't wait for 2 more days :) we don't hate anybody, do we? <3",
		"5tupid l1ar, f*ck this, sooooo b a d — naïve café owners… 😀",
		"Muslim and gay friends, immigrants and old women: nobody hates you;) it's just 10,5 % more =/",
		"he told us “you idiots”, I am no idiot, stop saying that",
		"Antidisestablishmentarianism's hyphen-ated O'Neill’s w0rds\nwithout a stop",
	},
	text.Lithuanian: {
		"Nelabai patiko: siaubingas aptarnavimas, niekada negrįšiu!!! 😡 @parduotuve https://example.lt/a #liudna",
		"Ačiū musulmonams ir lenkams kaimynams, viskas puiku :) nieko blogo",
		"jis išvadino mus „kvailiais“, aš ne kvailys, nustokit",
		"kvailys tu mano, 2 kartus bandžiau :( b l o g a i, žiauriai gerai…",
	},
}

// What the weights are, and what they were learned of. These numbers change when they are made again (make train); never
// write a new fingerprint here beside old weights.
var weightsAre = map[text.Lang]struct {
	file, digest string
	learnedOf    uint64
}{
	text.English:    {"english.weights", "b918c8b87aba9d1b1fe05f9fdf73d7f72bd3f94948bd157868fb313f471393ab", 0x92495000336448f9},
	text.Lithuanian: {"lithuanian.weights", "5253208a1084d386c444413f1fa5377de8ecd126ffb2a2bbbaab1bc2b534d21b", 0x11c73b999a8a9cd2},
}

// TestWeightsFitTheFeatures fails when a lexicon that features are numbered by, the reading of texts or the features have
// changed since the weights were learned: what was learned of one feature would then be said of another.
func TestWeightsFitTheFeatures(t *testing.T) {
	for lang, embedded := range map[text.Lang]string{text.English: english, text.Lithuanian: lithuanian} {
		is, now := weightsAre[lang], fingerprint(t, lang)
		if digest := fmt.Sprintf("%x", sha256.Sum256([]byte(embedded))); digest != is.digest {
			t.Errorf("%s are new, %s: write down what they were learned of, %#x", is.file, digest, now)
		} else if now != is.learnedOf {
			t.Errorf("%s were learned of features %#x, and these are %#x: make train", is.file, is.learnedOf, now)
		}
	}
}

// fingerprint changes with what the lexicons know, with how texts are read and with what features are made of.
func fingerprint(t *testing.T, lang text.Lang) uint64 {
	t.Helper()
	known, groups := map[uint32][Knowledge]float32{}, hiddenForms()
	if lang == text.English {
		var err error
		if known, err = Known(); err != nil {
			t.Fatal(err)
		}
		groups = hiddenWords()
	}
	h := fnv.New64a()
	put := func(values any) {
		if err := binary.Write(h, binary.LittleEndian, values); err != nil {
			t.Fatal(err)
		}
	}
	for _, feature := range slices.Sorted(maps.Keys(known)) {
		put(feature)
		put(known[feature])
	}
	for _, w := range groups {
		put(text.HashString(w))
	}
	reader := text.NewReader()
	for _, p := range probes[lang] {
		numbers, shares := Features(reader.Read(p, lang))
		put(numbers)
		put(shares)
	}
	return h.Sum64()
}
