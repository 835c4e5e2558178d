package towards

import (
	"math"

	"rostrum/tone"
)

// How weights are learned.
const (
	rate   = 0.1
	steady = 1.0 // keeps the first steps small
	pull   = 0.001
	rounds = 15

	others  = 0.5 // what a post counts that was written for something else
	plainly = 1.0 // what a plain sentence counts
)

// fit learns by softmax regression with AdaGrad. Conversions to float32 keep processors that multiply and add in one step
// from rounding differently.
func fit(samples []sample) *tone.Towards {
	w, squares := &tone.Towards{}, &tone.Towards{}
	order := make([]int, len(samples))
	for i := range order {
		order[i] = i
	}
	chance := uint64(1)
	for range rounds {
		for i := len(order) - 1; i > 0; i-- {
			chance = chance*6364136223846793005 + 1442695040888963407
			k := int(chance>>33) % (i + 1)
			order[i], order[k] = order[k], order[i]
		}
		for _, i := range order {
			if samples[i].known == nil {
				continue
			}
			step(w, squares, &samples[i])
		}
	}
	return w
}

func step(w, squares *tone.Towards, s *sample) {
	z := w.Sum(s.known)
	most := max(z[0], z[1], z[2])
	var e [len(feelings)]float32
	var all float32
	for c := range z {
		e[c] = float32(math.Exp(float64(z[c] - most)))
		all += e[c]
	}
	is := s.class()
	for c := range e {
		wrong := e[c] / all
		if c == is {
			wrong--
		}
		wrong *= s.weight
		for _, f := range s.known {
			g := float32(wrong*f.Value) + float32(pull*w[f.At][c])
			squares[f.At][c] += float32(g * g)
			w[f.At][c] -= float32(rate * g / float32(math.Sqrt(float64(squares[f.At][c]+steady))))
		}
	}
}

// Fit learns from all posts.
func Fit(l *tone.Listener, posts []Post) *tone.Towards { return fit(samples(l, posts)) }

// Table counts what posts are against what they are told to be.
type Table [len(feelings)][len(feelings)]int

// InFolds gives how posts of each language are told by weights that were made without them.
func InFolds(l *tone.Listener, posts []Post) map[string]*Table {
	all := samples(l, posts)
	tables := map[string]*Table{}
	for fold := range Folds {
		var rest []sample
		for _, s := range all {
			if s.Fold() != fold || s.taught {
				rest = append(rest, s)
			}
		}
		l.Judge(fit(rest))
		for _, s := range all {
			if s.Fold() == fold && !s.taught {
				name := string(s.Lang)
				if !s.Own {
					name += " others"
				}
				if tables[name] == nil {
					tables[name] = &Table{}
				}
				tables[name].Count(l, s.Post)
			}
		}
	}
	return tables
}

// Count counts a post as a listener hears it.
func (t *Table) Count(l *tone.Listener, p *Post) {
	l.Towards(p.Brand)
	o := l.Listen(p.Text, p.Lang)
	said := Post{Label: o.Feeling()}
	t[p.class()][said.class()]++
}
