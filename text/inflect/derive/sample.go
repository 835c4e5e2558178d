package main

import (
	"fmt"
	"slices"
	"strings"
)

// sample picks some lemmas of each kind, evenly over the alphabet, with up to eight of their forms.
func sample(d *dictionary, pairs []paired) string {
	const formsEach = 8
	wanted := map[string]int{"noun": 200, "name": 100, "adjective": 120, "third declension": 40, "verb": 140}
	byKind := map[string][]lemma{}
	for _, l := range lemmas(d, pairs) {
		byKind[l.kind] = append(byKind[l.kind], l)
	}
	var b strings.Builder
	b.WriteString("# From the ispell-lt dictionary, BSD-3, see ../LICENSE.dictionary. kind: lemma: some of its forms\n")
	for _, kind := range []string{"noun", "name", "adjective", "third declension", "verb"} {
		for _, l := range spread(byKind[kind], wanted[kind]) {
			forms := spread(l.forms, formsEach)
			for i, form := range forms {
				forms[i] = strings.ToLower(form)
			}
			slices.Sort(forms)
			fmt.Fprintf(&b, "%s: %s: %s\n", kind, l.word, strings.Join(slices.Compact(forms), " "))
		}
	}
	return b.String()
}

func spread[T any](list []T, n int) []T {
	if len(list) <= n {
		return list
	}
	var picked []T
	for i := range n {
		picked = append(picked, list[(2*i+1)*len(list)/(2*n)])
	}
	return picked
}
