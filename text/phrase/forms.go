package phrase

import (
	"runtime"
	"strings"
	"sync"
	"unicode/utf8"

	"rostrum/text"
	"rostrum/text/inflect"
)

// source is what the forms of a class are made of: a word, or several that are written as one.
type source struct {
	words []string
	o     Options
	need  text.Flag
}

// record is one form of a class.
type record struct {
	hash  uint64
	marks uint64
	class uint32
	need  text.Flag
}

// batch is records, sorted roughly by where in the table their words are to stand, so that whoever fills the table stays
// in the cache.
type batch [1 << batchBits][]record

const batchBits = 6

// records makes the forms of all classes, on all cores: word lists are long, and nothing else takes so long when a
// policy is compiled. The order does not depend on the number of cores.
func records(sources []source) []batch {
	workers := runtime.GOMAXPROCS(0)
	out := make([]batch, workers)
	var all sync.WaitGroup
	for w := range workers {
		from, to := len(sources)*w/workers, len(sources)*(w+1)/workers
		all.Go(func() {
			m := &mill{reader: text.NewReader(), out: &out[w]}
			for i := from; i < to; i++ {
				m.class(&sources[i], uint32(i+1))
			}
		})
	}
	all.Wait()
	return out
}

// mill turns sources into records.
type mill struct {
	reader *text.Reader
	out    *batch
}

func (m *mill) class(s *source, class uint32) {
	if len(s.words) > 1 {
		m.joined(s, class)
		return
	}
	for _, form := range forms(s.words[0], s.o) {
		m.add(form, class, s.need)
	}
}

func (m *mill) add(form string, class uint32, need text.Flag) {
	hash, marks := m.reader.Key(form)
	part := &m.out[hash>>(64-batchBits)]
	*part = append(*part, record{hash, marks, class, need})
}

// joined makes the forms of a phrase that is written as one word, as in a hashtag: its last word inflects, and of two
// words both do, in step.
func (m *mill) joined(s *source, class uint32) {
	last := len(s.words) - 1
	head, tails := strings.Join(s.words[:last], ""), forms(s.words[last], s.o)
	for _, tail := range tails {
		m.add(head+tail, class, 0)
	}
	if last != 1 {
		return
	}
	for _, h := range forms(s.words[0], s.o)[1:] {
		for _, tail := range tails {
			if rhyme(h, tail) {
				m.add(h+tail, class, 0)
			}
		}
	}
}

// rhyme tells whether two forms end alike, which in Lithuanian shows that they stand in one case.
func rhyme(a, b string) bool {
	x, _ := utf8.DecodeLastRuneInString(a)
	y, _ := utf8.DecodeLastRuneInString(b)
	return x == y
}

// forms gives the forms of a word in all its languages, the word itself first.
func forms(word string, o Options) []string {
	all := []string{word}
	for _, lang := range o.Languages {
		switch lang {
		case text.English:
			all = append(all, inflect.English(word, inflect.Options{Singular: o.Name && !o.ends})...)
		case text.Lithuanian:
			all = append(all, inflect.Lithuanian(word, inflect.Options{Singular: o.Name})...)
		}
	}
	return all[:min(len(all), MaxForms)]
}
