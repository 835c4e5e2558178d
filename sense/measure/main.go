// Command measure holds the weights of package sense against the exam: posts that were written apart from those to learn from, without
// sight of them.
//
//	go run ./sense/measure
package main

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"rostrum/bench/corpus"
	"rostrum/sense"
	"rostrum/sense/labelled"
	"rostrum/text"
	"rostrum/tone"
)

// exams are the files, and what is looked for in each.
var exams = []struct {
	file string
	of   sense.Of
}{
	{"finance", sense.Finance}, {"health", sense.Health}, {"boast", sense.Boast}, {"disclosure", sense.Praise}, {"disclosure", sense.Paid},
	{"credit", sense.Borrowed}, {"illness", sense.Illness}, {"threat", sense.Threat}, {"accusation", sense.Accusation},
}

func main() {
	if err := run(os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(to io.Writer) error {
	s, err := labelled.NewScribe()
	if err != nil {
		return err
	}
	fmt.Fprintf(to, "| precision / recall | posts | strict | balanced | lenient |\n|---|---:|---|---|---|\n")
	for _, e := range exams {
		lines, err := corpus.Objects[labelled.Line]("sense/exam/" + e.file + ".jsonl")
		if err != nil {
			return err
		}
		for _, bare := range []bool{false, true} {
			for _, lang := range []text.Lang{text.English, text.Lithuanian} {
				if bare && lang == text.English {
					continue
				}
				if err := measure(to, s, e.of, lines, lang, bare); err != nil {
					return err
				}
			}
		}
	}
	return ordinary(to, s)
}

// ordinary counts what is found in posts in which there is nothing to find.
func ordinary(to io.Writer, s *labelled.Scribe) error {
	lines, err := corpus.Objects[labelled.Line]("sense/exam/ordinary.jsonl")
	if err != nil {
		return err
	}
	var found [3]int
	for _, l := range lines {
		m, err := sense.For(text.Lang(l.Lang))
		if err != nil {
			return err
		}
		d, t := s.Read(l.Text, text.Lang(l.Lang))
		may := m.Wake(d)
		for level := range found {
			for of := range sense.Count {
				if of != sense.Praise && may.Has(of) && m.Skim(d, of, tone.Strictness(level)) && m.Enough(m.Read(t, of), of, tone.Strictness(level)) {
					found[level]++
					break
				}
			}
		}
	}
	fmt.Fprintf(to, "\nOf %d ordinary posts something is found in: strict %d, balanced %d, lenient %d.\n",
		len(lines), found[tone.Strict], found[tone.Balanced], found[tone.Lenient])
	return nil
}

func measure(to io.Writer, s *labelled.Scribe, of sense.Of, lines []labelled.Line, lang text.Lang, bare bool) error {
	tallies, posts, err := count(s, of, lines, lang, bare)
	if err != nil {
		return err
	}
	name := string(lang)
	if bare {
		name += ", no diacritics"
	}
	fmt.Fprintf(to, "| %s, %s | %d | %v | %v | %v |\n", of, name, posts, tallies[tone.Strict], tallies[tone.Balanced], tallies[tone.Lenient])
	return nil
}

// count gives what is found at each level, and how many posts there are to find.
func count(s *labelled.Scribe, of sense.Of, lines []labelled.Line, lang text.Lang, bare bool) (tallies [3]tally, posts int, err error) {
	m, err := sense.For(lang)
	if err != nil {
		return tallies, 0, err
	}
	for _, l := range lines {
		if l.Lang != string(lang) || l.Label != of.String() && l.Label != "none" {
			continue
		}
		if bare {
			l.Text = withoutDiacritics.Replace(l.Text)
		}
		is := l.Label == of.String()
		if is {
			posts++
		}
		d, t := s.Read(l.Text, lang)
		woken := of == sense.Praise || m.Wake(d).Has(of)
		said := m.Read(t, of)
		for level := range tallies {
			asked := woken && (of == sense.Praise || m.Skim(d, of, tone.Strictness(level)))
			tallies[level].count(is, asked && m.Enough(said, of, tone.Strictness(level)))
		}
	}
	return tallies, posts, nil
}

// tally counts what was found.
type tally struct{ hit, wrong, missed int }

func (t *tally) count(is, found bool) {
	switch {
	case is && found:
		t.hit++
	case found:
		t.wrong++
	case is:
		t.missed++
	}
}

func (t tally) String() string {
	if t.hit+t.wrong == 0 {
		return "– / 0.00"
	}
	return fmt.Sprintf("%.2f / %.2f", t.precision(), t.recall())
}

func (t tally) precision() float64 { return float64(t.hit) / float64(max(1, t.hit+t.wrong)) }
func (t tally) recall() float64    { return float64(t.hit) / float64(max(1, t.hit+t.missed)) }

var withoutDiacritics = strings.NewReplacer(slices.Concat(pairs("ąčęėįšųūž", "aceeisuuz"), pairs("ĄČĘĖĮŠŲŪŽ", "ACEEISUUZ"))...)

func pairs(from, to string) []string {
	var all []string
	plain := []rune(to)
	for i, r := range []rune(from) {
		all = append(all, string(r), string(plain[i]))
	}
	return all
}
