package main

import (
	"os"
	"path/filepath"

	"rostrum/tone"
	"rostrum/tone/towards"
)

// learnTowards makes the weights of what is felt towards brands, by the weights that are in the folder.
func learnTowards(out string) error {
	posts, err := towards.Read("tone")
	if err != nil {
		return err
	}
	l, err := tone.NewListener("")
	if err != nil {
		return err
	}
	english, err := readWeights(filepath.Join(out, "english.weights"))
	if err != nil {
		return err
	}
	lithuanian, err := readWeights(filepath.Join(out, "lithuanian.weights"))
	if err != nil {
		return err
	}
	l.Hear(english, lithuanian)
	return write(towards.Fit(l, posts), filepath.Join(out, "towards.weights"))
}

func readWeights(file string) (*tone.Learned, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var w tone.Weights
	if err := w.UnmarshalBinary(data); err != nil {
		return nil, err
	}
	return tone.LearnedFrom(w), nil
}
