package learn

// How few samples are learned from without learning them by heart: all features count alike, those that stand in one sample
// only are left out, and weights are pulled to zero.
const (
	pull   = 0.001
	fewest = 2 // samples in which a feature must stand
)

// FitPlain learns from few samples, in so many rounds. Size is one more than the highest feature. What is known beforehand is
// not asked.
func FitPlain(samples []Sample, rounds, size int) *Model {
	l := &learner{Model: Model{Weights: make([]float32, size)}, squares: make([]float32, size), scale: frequent(samples, size)}
	for _, i := range shuffled(len(samples), rounds) {
		l.plainStep(&samples[i])
	}
	return &l.Model
}

func (l *learner) plainStep(s *Sample) {
	wrong := (Logistic(l.Sum(s)) - s.Is) * s.Weight
	l.biasSquare += float32(wrong * wrong)
	l.Bias -= float32(rate * wrong / root(l.biasSquare+slow))
	wrong /= s.Length
	for _, f := range s.Features {
		if l.scale[f] == 0 {
			continue
		}
		g := wrong + float32(pull*l.Weights[f])
		l.squares[f] += float32(g * g)
		l.Weights[f] -= float32(rate * g / root(l.squares[f]+steady))
	}
}

// frequent gives 1 for each feature that stands in enough samples.
func frequent(samples []Sample, size int) []float32 {
	in, last := make([]float32, size), make([]int, size)
	for i := range samples {
		for _, f := range samples[i].Features {
			if last[f] != i+1 {
				last[f] = i + 1
				in[f]++
			}
		}
	}
	for f := range in {
		if in[f] >= fewest {
			in[f] = 1
		} else {
			in[f] = 0
		}
	}
	return in
}

// shuffled gives the order of samples in all rounds.
func shuffled(samples, rounds int) []int {
	order := make([]int, samples)
	for i := range order {
		order[i] = i
	}
	chance := uint64(1)
	var all []int
	for range rounds {
		for i := len(order) - 1; i > 0; i-- {
			chance = chance*6364136223846793005 + 1442695040888963407
			k := int(chance>>33) % (i + 1)
			order[i], order[k] = order[k], order[i]
		}
		all = append(all, order...)
	}
	return all
}
