package main

import (
	"math"

	"rostrum/tone"
)

// cautious is how much of what the Lithuanian weights say of feelings is believed beside words and rules: they were
// learned from few posts, and half of what they know is what those happen to be about.
const cautious = 0.7

// How sums and what words and rules say are joined, by gradient descent on posts that the sums were not made from.
const (
	leanSteps = 4000
	leanRate  = 0.5
)

// heard is what is known of a post before its score is: what models made without it sum up, and what words and rules say.
type heard struct {
	sums  [tone.TaskCount]float32
	said  tone.Scores
	class int // 0: no abuse, neutral; 1: abuse, negative; 2: positive
}

// lean fits how sums of tasks and what words and rules say make scores together: of one task against the rest, or of the
// two feelings against neutral. Evened, each class weighs the same, so that 0.5 means: as likely as not where there are as
// many posts of each.
func lean(w *tone.Weights, tasks []int, posts []heard, evened bool) {
	var rows [][]float64
	var classes []int
	for i := range posts {
		p := &posts[i]
		row := []float64{1}
		for _, t := range tasks {
			row = append(row, float64(p.sums[t]))
		}
		told := p.said.Told()
		if len(tasks) == 1 { // rules for abuse are asked without knowing how a text feels
			told[0], told[1] = 0, 0
		}
		for _, v := range told {
			row = append(row, float64(v))
		}
		rows = append(rows, row)
		classes = append(classes, p.class)
	}
	for k, fitted := range softmax(rows, classes, len(tasks), evened) {
		t := tasks[k]
		w.Shift[t], w.Slope[t] = float32(fitted[0]), float32(fitted[1+k])
		for i := range w.Told[t] {
			w.Told[t][i] = float32(fitted[1+len(tasks)+i])
		}
	}
}

// level gives what a post has for a task before it becomes a score.
func level(w *tone.Weights, t int, p *heard) float32 {
	z := p.sums[t]*w.Slope[t] + w.Shift[t]
	for k, v := range p.said.Told() {
		z += w.Told[t][k] * v
	}
	return z
}

// feels gives the class that a post is told to be.
func feels(w *tone.Weights, p *heard) int {
	negative, positive := level(w, saddens, p), level(w, gladdens, p)
	switch {
	case negative > 0 && negative >= positive:
		return 1
	case positive > 0:
		return 2
	}
	return 0
}

// confusion counts what posts are against what they are told to be.
type confusion [3][3]int

// recall is the mean of the recalls of the three classes.
func (f *confusion) recall() float64 {
	sum := 0.0
	for i, row := range f {
		sum += float64(row[i]) / float64(max(1, row[0]+row[1]+row[2])) / 3
	}
	return sum
}

// softmax fits the weights of some classes beside the class 0 by gradient descent, where evened each class weighing the
// same. The sums of other classes than a class's own are left out of it.
func softmax(rows [][]float64, classes []int, beside int, evened bool) [][]float64 {
	share := make([]float64, beside+1)
	for _, c := range classes {
		share[c]++
	}
	for c := range share {
		if evened {
			share[c] = 1 / share[c] / float64(beside+1)
		} else {
			share[c] = 1 / float64(len(rows))
		}
	}
	fitted, gradient := make([][]float64, beside), make([][]float64, beside)
	for k := range fitted {
		fitted[k], gradient[k] = make([]float64, len(rows[0])), make([]float64, len(rows[0]))
	}
	shares := make([]float64, beside)
	for range leanSteps {
		for i, row := range rows {
			all := 1.0
			for k := range shares {
				z := 0.0
				for n, v := range row {
					z += fitted[k][n] * v
				}
				shares[k] = math.Exp(z)
				all += shares[k]
			}
			for k := range shares {
				wrong := shares[k] / all
				if classes[i] == k+1 {
					wrong--
				}
				for n, v := range row {
					if n >= 1 && n <= beside && n != k+1 {
						continue
					}
					gradient[k][n] += wrong * v * share[classes[i]]
				}
			}
		}
		for k := range fitted {
			for n := range gradient[k] {
				fitted[k][n] -= leanRate * gradient[k][n]
				gradient[k][n] = 0
			}
		}
	}
	return fitted
}

// levels gives what posts have for a task before it becomes a score.
func levels(w *tone.Weights, t int, posts []heard) (levels []float32, is []bool) {
	for i := range posts {
		levels = append(levels, level(w, t, &posts[i]))
		is = append(is, posts[i].class == 1)
	}
	return levels, is
}
