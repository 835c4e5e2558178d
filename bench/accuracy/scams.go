package main

import (
	"path/filepath"
	"slices"
	"strings"

	"rostrum/bench/corpus"
	"rostrum/post"
)

// scams holds posts about money and tokens against what the policy says of attacks.
func scams(m *measurement) error {
	all, err := corpus.Objects[struct {
		Text   string
		Labels []string
	}](filepath.Join(m.data, "scam", "janitr_train.jsonl"))
	if err != nil {
		return err
	}
	labels := []string{"phishing", "scam", "recovery_scam", "impersonation"}
	var t tally
	for _, one := range all {
		positive := slices.ContainsFunc(one.Labels, func(l string) bool { return slices.Contains(labels, l) })
		f := stop(m.check(one.Text, post.Mention), "security.")
		t.count(positive, f != nil)
		m.mistake("scams", one.Text, positive, f)
	}
	table("labels", ">posts", ">of them labelled so", ">precision", ">recall")
	row(strings.Join(labels, ", "), len(all), t.hit+t.missed, t.precision(), t.recall())
	return nil
}
