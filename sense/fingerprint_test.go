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
	text.English:    {"english.weights", "a1d7c1660555cc405b242fae053407ab0870ba6336191d580522de33056c9e32", 0x5917a0c201cd1cb2},
	text.Lithuanian: {"lithuanian.weights", "e7372f849db99a3ff3c161b123bca66ada162b7de5f4c8657f5bab434a6c746d", 0x35de1f5f0fa871d3},
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
