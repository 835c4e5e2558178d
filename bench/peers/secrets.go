package main

import (
	"math/rand/v2"

	"github.com/zricethezav/gitleaks/v8/detect"
)

// gitleaks is the library with its default rules.
func gitleaks() (contestant, error) {
	detector, err := detect.NewDetectorDefaultConfig()
	if err != nil {
		return contestant{}, err
	}
	return inProcess("gitleaks 8.30.1, default rules", func(text string) []string {
		if len(detector.DetectString(text)) > 0 {
			return []string{"secret"}
		}
		return nil
	}), nil
}

const (
	letters  = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	alphabet = letters + "0123456789"
	hex      = "0123456789abcdef"
	capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
)

// formats says how some keys look: how they begin, and how many letters of which sort follow.
var formats = []struct {
	begin, letters string
	length         int
}{
	{"AKIA", capitals, 16}, {"ghp_", alphabet, 36}, {"github_pat_", alphabet, 82}, {"glpat-", alphabet, 20},
	{"sk_live_", alphabet, 24}, {"npm_", "abcdefghijklmnopqrstuvwxyz0123456789", 36}, {"AIza", alphabet, 35}, {"hf_", letters, 34},
	{"dop_v1_", hex, 64}, {"shpat_", hex, 32}, {"pypi-AgEIcHlwaS5vcmc", alphabet, 60}, {"SG.", alphabet, 66},
}

const oneIn = 200 // posts, one has a key

// withKeys strews invented keys among posts, since real posts hardly have any.
func withKeys(posts []string) []string {
	random := rand.New(rand.NewPCG(1, 2))
	out := make([]string, len(posts))
	for i, p := range posts {
		out[i] = p
		if i%oneIn != 0 {
			continue
		}
		f := formats[i/oneIn%len(formats)]
		key := make([]byte, f.length)
		for j := range key {
			key[j] = f.letters[random.IntN(len(f.letters))]
		}
		out[i] += " " + f.begin + string(key)
	}
	return out
}
