package sense

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"testing"

	"rostrum/text"
	"rostrum/text/phrase"
)

// probes are posts with something of all that features are made of.
var probes = map[text.Lang][]string{
	text.English: {
		"I got my Banga Pro from @shop for FREE!!! “Never better”, said Dr Smith: https://example.com/a?b=1 #SoGood 😀 10,5 %",
		"Antidisestablishmentarianism's hyphen-ated O'Neill’s w0rds\nwithout a stop and diabetes cured it",
	},
	text.Lithuanian: {
		"Gavau Bangos siurblį iš @parduotuve DOVANŲ!!! „Geriau nebūna“, sakė Jonaitis: https://example.lt/a #puiku 😀 10,5 proc.",
		"nebeprisikiskiakopusteliaudavome zolej be diakritiku,2 kartus ir diabetas dingo",
	},
}

// What the weights are, and what they were learned of. These numbers change when they are made again (make train); never
// write a new fingerprint here beside old weights.
var weightsAre = map[text.Lang]struct {
	file, digest string
	learnedOf    uint64
}{
	text.English:    {"english.weights", "a5a4bae0c1cc8720d85c84a3bc5018cfe254eaa006f9a73c85a19c11c0665ef9", 0x5917a0c201cd1cb2},
	text.Lithuanian: {"lithuanian.weights", "1b82b108b5e3a79ccd6cc115e6b12a2973a0fdbab604fe0911d568e6270e97b3", 0x35de1f5f0fa871d3},
}

// TestWeightsFitTheFeatures fails when the reading of texts or the features have changed since the weights were learned: what was
// learned of one feature would then be said of another.
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

// fingerprint changes with how texts are read and with what features are made of.
func fingerprint(t *testing.T, lang text.Lang) uint64 {
	t.Helper()
	b := phrase.NewBuilder()
	own, _ := b.List("own")
	ill, _ := b.List("health:ill")
	for l, words := range map[*phrase.List][]string{own: {"Banga", "Banga Pro"}, ill: {"diabetes", "diabetas"}} {
		for _, w := range words {
			if err := l.Add(w, phrase.Options{Languages: []text.Lang{text.English, text.Lithuanian}, Name: l == own}); err != nil {
				t.Fatal(err)
			}
		}
	}
	lists, words, reader, h := b.Build(), NewWords([]*phrase.List{own}, []*phrase.List{ill}), text.NewReader(), fnv.New64a()
	put := func(values any) {
		if err := binary.Write(h, binary.LittleEndian, values); err != nil {
			t.Fatal(err)
		}
	}
	for _, p := range probes[lang] {
		d := reader.Read(p, lang)
		put(AppendFeatures(NewText(d, lists.Find(d, nil), words), 0, len(d.Tokens), nil))
		for i := range d.Tokens {
			if t := &d.Tokens[i]; Begins(t) {
				put(uint32(Beginning(d.Word(t))))
			}
		}
	}
	return h.Sum64()
}

func TestWeightsAreRefusedWhenDamaged(t *testing.T) {
	var w Weights
	for name, data := range map[string]string{"empty": "", "cut": english[:len(english)-1], "longer": english + "x", "of another version": "x" + english[1:]} {
		if err := w.UnmarshalBinary([]byte(data)); err == nil {
			t.Errorf("%s weights are read", name)
		}
	}
}
