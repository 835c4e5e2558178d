package main

import (
	"fmt"
	"io"
	"math"

	"rostrum/learn"
	"rostrum/tone"
)

// cautious is how much of what weights say of feelings is believed beside words and rules: they were learned from few
// posts, and half of what they know is what those happen to be about.
const cautious = 0.7

// lean fits how the sums of weights and what words and rules say make scores together.
func lean(w *tone.Weights, posts []lithuanianPost, unseen [tone.TaskCount][]float32) {
	for _, tasks := range [][]int{{0}, {1}, {2, 3}} {
		var rows [][]float64
		var classes []int
		for i := range posts {
			p := &posts[i]
			if !p.Judged {
				continue
			}
			row := []float64{1}
			for _, t := range tasks {
				row = append(row, float64(unseen[t][i]))
			}
			told, class := p.said.Told(), p.feels
			if len(tasks) == 1 { // rules for abuse are asked without knowing how a text feels
				told[0], told[1] = 0, 0
				class = map[bool]int{true: 1}[p.labels[tasks[0]]]
			}
			for _, v := range told {
				row = append(row, float64(v))
			}
			rows = append(rows, row)
			classes = append(classes, class)
		}
		for k, fitted := range softmax(rows, classes, len(tasks), len(tasks) > 1) {
			t := tasks[k]
			w.Shift[t], w.Slope[t] = float32(fitted[0]), float32(fitted[1+k])
			if len(tasks) > 1 {
				w.Slope[t] *= cautious
			}
			for i := range w.Told[t] {
				w.Told[t][i] = float32(fitted[1+len(tasks)+i])
			}
		}
	}
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
	for range calibrationSteps {
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
				fitted[k][n] -= calibrationRate * gradient[k][n]
				gradient[k][n] = 0
			}
		}
	}
	return fitted
}

// tellLithuanian prints how posts are told by models that were made without them.
func tellLithuanian(tell io.Writer, w *tone.Weights, posts []lithuanianPost, unseen [tone.TaskCount][]float32) {
	var scores [2][]float32
	var is [2][]bool
	var felt [3][3]int
	for i := range posts {
		p := &posts[i]
		if !p.Judged {
			continue
		}
		var z [tone.TaskCount]float32
		for t := range z {
			z[t] = unseen[t][i]*w.Slope[t] + w.Shift[t]
			for k, v := range p.said.Told() {
				z[t] += w.Told[t][k] * v
			}
		}
		for t := range scores {
			scores[t], is[t] = append(scores[t], learn.Logistic(z[t])), append(is[t], p.labels[t])
		}
		said := 0
		if z[2] > 0 && z[2] >= z[3] {
			said = 1
		} else if z[3] > 0 {
			said = 2
		}
		felt[p.feels][said]++
	}
	for t := range scores {
		for _, border := range []float32{0.5, 0.7, 0.8, 0.9, 0.95} {
			right, wrong, missed := 0, 0, 0
			for i, s := range scores[t] {
				switch {
				case s >= border && is[t][i]:
					right++
				case s >= border:
					wrong++
				case is[t][i]:
					missed++
				}
			}
			fmt.Fprintf(tell, "lithuanian %-10s from %.2f: precision %.3f recall %.3f macro-F1 %.3f\n", tasks[t].name, border,
				float64(right)/math.Max(1, float64(right+wrong)), float64(right)/float64(right+missed), macroF1(scores[t], is[t], border))
		}
	}
	recall := 0.0
	for i, row := range felt {
		recall += float64(row[i]) / float64(max(1, row[0]+row[1]+row[2])) / 3
	}
	fmt.Fprintf(tell, "lithuanian feelings: macro-recall %.3f %v\n", recall, felt)
}
