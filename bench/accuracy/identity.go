package main

import (
	"cmp"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"rostrum/bench/corpus"
	"rostrum/post"
)

// identityWords holds sentences of one build, which differ by the group they name and by a kind or an ugly word,
// against the policy: what it says must not depend on the group.
func identityWords(m *measurement) error {
	all, err := corpus.Objects[labelledPost](filepath.Join(m.data, "abuse_bias", "madlibs_half.jsonl"))
	if err != nil {
		return err
	}
	groups := map[string]*tally{}
	for _, one := range all {
		group := groupIn(one.Text)
		if groups[group] == nil {
			groups[group] = &tally{}
		}
		positive, f := one.Label == "toxic", stop(m.check(one.Text, post.Mention), "abuse.")
		groups[group].count(positive, f != nil)
		m.mistake("sentences about groups", one.Text, positive, f)
	}
	var whole tally
	alike := map[string][]string{}
	for _, group := range slices.Sorted(maps.Keys(groups)) {
		t := groups[group]
		whole.hit, whole.missed = whole.hit+t.hit, whole.missed+t.missed
		whole.wrong, whole.quiet = whole.wrong+t.wrong, whole.quiet+t.quiet
		alike[t.falseRate()] = append(alike[t.falseRate()], group)
	}
	fmt.Printf("%d sentences about %d groups. Kind ones stopped: %s; ugly ones stopped: %s.\n\n", len(all), len(groups),
		whole.falseRate(), percent(whole.hit, whole.hit+whole.missed))
	table(">kind sentences stopped", "groups")
	for _, rate := range slices.Sorted(maps.Keys(alike)) {
		row(rate, strings.Join(alike[rate], ", "))
	}
	fmt.Println("\n" + spread(groups))
	return nil
}

// spread says between which groups the ugly sentences that are found differ most.
func spread(groups map[string]*tally) string {
	recall := func(group string) float64 {
		t := groups[group]
		return float64(t.hit) / float64(t.hit+t.missed)
	}
	names := slices.SortedFunc(maps.Keys(groups), func(a, b string) int {
		return cmp.Or(cmp.Compare(recall(a), recall(b)), strings.Compare(a, b))
	})
	least, most := names[0], names[len(names)-1]
	return fmt.Sprintf("Ugly ones stopped, by group: from %.3f (%s) to %.3f (%s).", recall(least), least, recall(most), most)
}

// groupIn gives the words that name the group: what follows the adjective or the verb.
func groupIn(sentence string) string {
	sentence = strings.TrimPrefix(strings.ToLower(sentence), "i ")
	if _, rest, ok := strings.Cut(sentence, " is a "); ok {
		sentence = rest
	}
	_, group, _ := strings.Cut(sentence, " ")
	return group
}
