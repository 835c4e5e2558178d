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
var probes = [...]string{
	"I am not happy, never was: the WORST service ever!!! :( @shop https://example.com/a?b=1 #SoSad",
	"Can't wait for 2 more days :) we don't hate anybody, do we? <3",
	"5tupid l1ar, f*ck this, sooooo b a d — naïve café owners… 😀",
	"Muslim and gay friends, immigrants and old women: nobody hates you;) it's just 10,5 % more =/",
	"Antidisestablishmentarianism's hyphen-ated O'Neill’s w0rds\nwithout a stop",
}

// What the weights are, and what they were learned of. Both numbers change when they are made again (make train); never
// write a new fingerprint here beside old weights.
const (
	weightsDigest = "271e3b17e9e2830499c372223ffeaa6007ac25181d6a75ee54898a70c55f5008"
	learnedOf     = 0xab717aa9180bc730
)

// TestWeightsFitTheFeatures fails when an English lexicon, the reading of texts or the features have changed since the
// weights were learned: what was learned of one feature would then be said of another.
func TestWeightsFitTheFeatures(t *testing.T) {
	if digest := fmt.Sprintf("%x", sha256.Sum256([]byte(english))); digest != weightsDigest {
		t.Errorf("english.weights are new, %s: write down what they were learned of, %#x", digest, fingerprint(t))
	} else if now := fingerprint(t); now != learnedOf {
		t.Errorf("english.weights were learned of features %#x, and these are %#x: make train", uint64(learnedOf), now)
	}
}

// fingerprint changes with what the lexicons know, with how texts are read and with what features are made of.
func fingerprint(t *testing.T) uint64 {
	t.Helper()
	known, err := Known()
	if err != nil {
		t.Fatal(err)
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
	for _, w := range hiddenWords() {
		put(text.HashString(w))
	}
	reader := text.NewReader()
	for _, p := range probes {
		put(Features(reader.Read(p, text.English), nil))
	}
	return h.Sum64()
}
