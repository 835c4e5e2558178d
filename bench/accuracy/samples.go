package main

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"

	"rostrum/check"
)

// samples keeps some examples of each sort, chosen at random and the same in every run, for a person to read.
type samples struct {
	most   int
	random *rand.Rand
	seen   map[string]int
	kept   map[string][]string
}

func newSamples(most int) *samples {
	s := &samples{most: most}
	s.clear()
	return s
}

func (s *samples) clear() {
	s.random, s.seen, s.kept = rand.New(rand.NewPCG(1, 2)), map[string]int{}, map[string][]string{}
}

// add offers an example; each that is offered is as likely to be kept as any other.
func (s *samples) add(sort, example string) {
	if s.most == 0 {
		return
	}
	s.seen[sort]++
	if len(s.kept[sort]) < s.most {
		s.kept[sort] = append(s.kept[sort], example)
	} else if at := s.random.IntN(s.seen[sort]); at < s.most {
		s.kept[sort][at] = example
	}
}

// finding offers what a rule found, marked in its text.
func (s *samples) finding(sort, text string, f *check.Finding) {
	if s.most > 0 {
		s.add(sort, text[:f.Start]+"⟦"+f.Text+"⟧"+text[f.End:])
	}
}

func (s *samples) print() {
	for _, sort := range slices.Sorted(maps.Keys(s.kept)) {
		fmt.Printf("\n%s, %d of %d:\n\n", sort, len(s.kept[sort]), s.seen[sort])
		for _, example := range s.kept[sort] {
			fmt.Println("- " + strings.ReplaceAll(example, "\n", " ↵ "))
		}
	}
	fmt.Println()
	s.clear()
}
