package tone

import "rostrum/text"

// reasons is how many words are named at most.
const reasons = 3

// Because appends the words of a text that speak most for Offensive, Hate, Negative or Positive, the strongest first,
// with the share that each has in what speaks for it. Said is what words and rules say of the text, as in Read.
func (x *Learned) Because(d *text.Document, said *Result, of Of, out []Evidence) []Evidence {
	return x.becauseTowards(d, nil, said, of, out)
}

// becauseTowards is Because with how much each token counts; nil: all alike.
func (x *Learned) becauseTowards(d *text.Document, weights []float32, said *Result, of Of, out []Evidence) []Evidence {
	task, ok := taskOf[of]
	if !ok || d.Lang != x.lang {
		return out
	}
	var buf [mostFeatures]uint32
	f := x.tongue.begin(d)
	from := len(out)
	var all float32
	for i := range d.Tokens {
		t := &d.Tokens[i]
		w := f.whom(i)
		weight := x.sum(f.token(i, w, buf[:0]))[task]
		if task < saddens {
			weight *= said.share(t, w)
		}
		if weights != nil {
			weight *= weights[i]
		}
		if weight <= 0 {
			continue
		}
		all += weight
		if t.Kind == text.Word || t.Kind == text.Emoji || t.Kind == text.Hashtag {
			out = keepStrongest(out, from, Evidence{t.Start, t.End, weight, of})
		}
	}
	for i := from; i < len(out); i++ {
		out[i].Weight /= all
	}
	return out
}

var taskOf = map[Of]int{Offensive: offends, Hate: hates, Negative: saddens, Positive: gladdens}

// keepStrongest puts evidence in its place among the strongest from an index on.
func keepStrongest(out []Evidence, from int, e Evidence) []Evidence {
	if len(out)-from < reasons {
		out = append(out, e)
	} else if out[len(out)-1].Weight < e.Weight {
		out[len(out)-1] = e
	} else {
		return out
	}
	for i := len(out) - 1; i > from && out[i].Weight > out[i-1].Weight; i-- {
		out[i], out[i-1] = out[i-1], out[i]
	}
	return out
}
