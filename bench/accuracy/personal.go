package main

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"rostrum/bench/corpus"
	"rostrum/check"
	"rostrum/policy/rule"
	"rostrum/post"
)

// personal says which category the policy has for a label of the set. The set's other labels (names, towns,
// organisations, dates, titles, domains) are no personal data by themselves in a public post.
var personal = []struct {
	label    string
	category rule.Category
}{
	{"PHONE_NUMBER", rule.PIIPhone}, {"EMAIL_ADDRESS", rule.PIIEmail}, {"CREDIT_CARD", rule.PIICard}, {"IBAN_CODE", rule.PIIIBAN},
	{"US_SSN", rule.PIINationalID}, {"US_DRIVER_LICENSE", rule.PIINationalID}, {"IP_ADDRESS", rule.PIIOther}, {"ADDRESS", rule.PIIAddress},
}

// categoryOf gives the category of a label; none for those that are no personal data.
func categoryOf(label string) rule.Category {
	for _, p := range personal {
		if p.label == label {
			return p.category
		}
	}
	return ""
}

// labelledText is a text with its places; span is one of them.
type labelledText struct {
	Text  string
	Spans []span
}

type span struct {
	Type  string
	Start int // characters, as the set counts; bytes after inBytes
	End   int
}

// places counts labels and how many were found, findings and how many are labelled.
type places struct {
	labels, hit  map[string]int
	found, right map[rule.Category]int
	others       map[string]int // findings that are not about personal data, by rule
}

func personalData(m *measurement) error {
	all, err := corpus.Objects[labelledText](filepath.Join(m.data, "pii", "presidio_generated_large.jsonl"))
	if err != nil {
		return err
	}
	p := places{map[string]int{}, map[string]int{}, map[rule.Category]int{}, map[rule.Category]int{}, map[string]int{}}
	for _, one := range all {
		p.count(one.Text, inBytes(one), m.check(one.Text, post.Brand).Findings, m.samples)
	}
	fmt.Printf("%d generated texts, as brand posts.\n\n", len(all))
	table("label", "category", ">places", ">precision of the category", ">recall")
	for _, of := range personal {
		row(of.label, of.category, p.labels[of.label], share(p.right[of.category], p.found[of.category]), share(p.hit[of.label], p.labels[of.label]))
	}
	fmt.Printf("\nFindings of other categories in these texts: %s.\n", byCount(p.others))
	return nil
}

// count holds one text's findings against its labels. A finding and a label agree when they are of one category and
// overlap.
func (p *places) count(text string, labelled []span, findings []check.Finding, s *samples) {
	for _, l := range labelled {
		p.labels[l.Type]++
		if slices.ContainsFunc(findings, func(f check.Finding) bool { return agree(&f, l) }) {
			p.hit[l.Type]++
		} else if categoryOf(l.Type) != "" {
			s.add("missed "+l.Type, text[:l.Start]+"⟦"+text[l.Start:l.End]+"⟧"+text[l.End:])
		}
	}
	for i := range findings {
		f := &findings[i]
		p.found[f.Category]++
		if slices.ContainsFunc(labelled, func(l span) bool { return agree(f, l) }) {
			p.right[f.Category]++
			continue
		}
		s.finding("not labelled, "+f.Rule, text, f)
		if !strings.HasPrefix(string(f.Category), "pii.") {
			p.others[f.Rule]++
		}
	}
}

func agree(f *check.Finding, l span) bool {
	return f.Category == categoryOf(l.Type) && f.Start < l.End && l.Start < f.End
}

func inBytes(one labelledText) []span {
	var at []int
	for i := range one.Text {
		at = append(at, i)
	}
	at = append(at, len(one.Text))
	var out []span
	for _, s := range one.Spans {
		if s.End < len(at) {
			out = append(out, span{s.Type, at[s.Start], at[s.End]})
		}
	}
	return out
}

// byCount lists names with their numbers, the most frequent first.
func byCount(counts map[string]int) string {
	if len(counts) == 0 {
		return "none"
	}
	names := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		if counts[a] != counts[b] {
			return counts[b] - counts[a]
		}
		return strings.Compare(a, b)
	})
	for i, name := range names {
		names[i] = fmt.Sprintf("%s %d", name, counts[name])
	}
	return strings.Join(names, ", ")
}
