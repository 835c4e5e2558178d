package tone

import (
	"bytes"
	"math"
	"slices"

	"rostrum/text"
)

// dense appends what is measured.
func (o *outline) dense(felt, aimed Scores) {
	at := uint32(0)
	lang := uint32(1)
	if o.d.Lang == text.Lithuanian {
		lang = 2
	}
	compared := slices.Contains(o.aim.at, somebody)
	put := func(v float32) {
		if v != 0 {
			o.out = append(o.out, Feature{at, v}, Feature{lang*mostDense + at, v})
			if compared {
				o.out = append(o.out, Feature{3*mostDense + at, v})
			}
		}
		at++
	}
	flag := func(is bool) {
		if is {
			put(1)
		} else {
			at++
		}
	}
	put(1)
	for _, s := range []Scores{felt, aimed} {
		put(logOf(s.Negative, s.Neutral))
		put(logOf(s.Positive, s.Neutral))
	}
	length := float32(math.Sqrt(float64(len(o.d.Tokens) + 4)))
	for p := range parts {
		var sad, glad, bad, good float32
		for i, in := range o.part {
			if in>>p&1 == 0 {
				continue
			}
			sad += o.sad[i]
			glad += o.glad[i]
			if o.felt[i] > 0 {
				good += o.felt[i]
			} else {
				bad -= o.felt[i]
			}
		}
		put(sad / length * denseSum)
		put(glad / length * denseSum)
		put(bad / (1 + bad))
		put(good / (1 + good))
	}
	o.facts(flag, put)
}

const denseSum = 0.3

func logOf(a, b float32) float32 {
	return float32(math.Log(float64(max(a, 0.01))/float64(max(b, 0.01)))) / 2
}

// facts appends who is named where, and what the text is like.
func (o *outline) facts(flag func(bool), put func(float32)) {
	first, last, times, others := -1, -1, 0, 0
	for i, who := range o.aim.at {
		switch who {
		case brand:
			if first < 0 {
				first = i
			}
			last = i
			times++
		case somebody:
			others++
		}
	}
	n := len(o.d.Tokens)
	flag(o.d.Has&text.HasHandle != 0)
	flag(o.aim.addressed(o.d))
	flag(others > 0)
	flag(others > 1)
	flag(times > 1)
	flag(first == 0)
	flag(last == n-1)
	put(float32(first) / float32(n))
	flag(bytes.IndexByte(o.d.Folded, '?') >= 0)
	flag(bytes.IndexByte(o.d.Folded, '!') >= 0)
	flag(n < 10)
	flag(n > 25)
	flag(o.d.Has&text.HasLink != 0)
	flag(o.d.Has&text.HasNumber != 0)
	flag(o.d.Has&text.HasEmoji != 0)
	flag(o.d.Has&text.HasQuote != 0)
	flag(o.d.Has&text.HasHashtag != 0)
	firstOther := -1
	for i, who := range o.aim.at {
		if who == somebody {
			firstOther = i
			break
		}
	}
	flag(firstOther >= 0 && firstOther < first)
	flag(firstOther > first)
	flag(first >= 0 && o.d.Tokens[first].Sentence == 0)
	flag(last >= 0 && o.d.Tokens[last].Sentence == o.d.Tokens[n-1].Sentence)
}
