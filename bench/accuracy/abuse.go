package main

import (
	"path/filepath"
	"slices"

	"rostrum/bench/corpus"
	"rostrum/check"
	"rostrum/post"
)

type labelledPost struct {
	Text  string
	Label string
}

// abuse holds somebody else's posts against the policy. Whoever is stopped for any sort of abuse counts as offensive;
// only a finding of hate counts as hate.
func abuse(m *measurement) error {
	table("set", "what counts", ">posts", ">of them labelled so", ">precision", ">recall", ">F1", ">macro-F1")
	for _, of := range []struct {
		file, what string
		labels     []string
		category   string
	}{
		{"offensive/tweeteval_val", "offensive", []string{"offensive"}, "abuse."},
		{"offensive/davidson", "offensive or hate", []string{"offensive", "hate"}, "abuse."},
		{"offensive/davidson", "hate", []string{"hate"}, "abuse.hate"},
		{"hate/tweeteval_val", "hate", []string{"hate"}, "abuse.hate"},
		{"hate/tweeteval_val", "hate, found as any abuse", []string{"hate"}, "abuse."},
	} {
		all, err := corpus.Objects[labelledPost](filepath.Join(m.data, filepath.FromSlash(of.file)+".jsonl"))
		if err != nil {
			return err
		}
		var t tally
		for _, one := range all {
			positive, f := slices.Contains(of.labels, one.Label), stop(m.check(one.Text, post.Mention), of.category)
			t.count(positive, f != nil)
			m.mistake(of.file+", "+of.what, one.Text, positive, f)
		}
		row(of.file, of.what, len(all), t.hit+t.missed, t.precision(), t.recall(), t.f1(), t.macroF1())
	}
	return nil
}

// mistake keeps a post that was judged otherwise than its label.
func (m *measurement) mistake(set, text string, positive bool, f *check.Finding) {
	switch {
	case positive && f == nil:
		m.samples.add("missed in "+set, text)
	case f != nil && !positive:
		m.samples.finding("wrong in "+set, text, f)
	}
}
