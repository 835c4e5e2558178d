package main

import (
	"math"

	"rostrum/tone"
)

// How weights are learned: logistic regression by AdaGrad over features weighed by how unevenly they stand in positive
// and negative posts. The weighing follows Wang and Manning, Baselines and Bigrams (ACL 2012).
const (
	rate       = 0.1
	steady     = 0.01 // keeps the first steps small
	slow       = 1.0  // the same for bias and knowledge
	uneven     = 3.0  // the most that unevenness counts
	knownScale = 4.0
	foldCount  = 5
)

// model is what is learned for one task: z = (Σ weights + Σ known·trust)/length + bias.
type model struct {
	weights []float32
	trust   [tone.Knowledge]float32
	bias    float32
}

func (m *model) sum(s *sample) float32 {
	var z float32
	for _, f := range s.features {
		z += m.weights[f]
	}
	for k, v := range s.known {
		z += m.trust[k] * v
	}
	return z/s.length + m.bias
}

// learner holds what AdaGrad keeps while it learns.
type learner struct {
	model
	scale       []float32 // of features, by unevenness
	squares     []float32
	knownSquare [tone.Knowledge]float32
	biasSquare  float32
}

func fit(samples []sample, epochs int, size tone.Size) *model {
	l := &learner{
		model: model{weights: make([]float32, size.All())},
		scale: unevenness(samples, size), squares: make([]float32, size.All()),
	}
	order := make([]int, len(samples))
	for i := range order {
		order[i] = i
	}
	chance := uint64(1)
	for range epochs {
		for i := len(order) - 1; i > 0; i-- {
			chance = chance*6364136223846793005 + 1442695040888963407
			k := int(chance>>33) % (i + 1)
			order[i], order[k] = order[k], order[i]
		}
		for _, i := range order {
			l.step(&samples[i])
		}
	}
	for f := range l.weights {
		l.weights[f] *= l.scale[f]
	}
	for k := range l.trust {
		l.trust[k] *= knownScale
	}
	return &l.model
}

// step learns from one post. Conversions to float32 keep processors that multiply and add in one step from rounding
// differently.
func (l *learner) step(s *sample) {
	var z float32
	for _, f := range s.features {
		z += float32(l.weights[f] * l.scale[f])
	}
	for k, v := range s.known {
		z += float32(l.trust[k] * v * knownScale)
	}
	wrong := (logistic(float32(z/s.length)+l.bias) - s.is) * s.weight
	l.biasSquare += float32(wrong * wrong)
	l.bias -= float32(rate / 2 * wrong / root(l.biasSquare+slow))
	wrong /= s.length
	for k, v := range s.known {
		g := float32(wrong * v * knownScale)
		l.knownSquare[k] += float32(g * g)
		l.trust[k] -= float32(rate * g / root(l.knownSquare[k]+slow))
	}
	for _, f := range s.features {
		g := float32(wrong * l.scale[f])
		l.squares[f] += float32(g * g)
		l.weights[f] -= float32(rate * g / root(l.squares[f]+steady))
	}
}

// unevenness gives for each feature how differently often it stands in positive and negative posts.
func unevenness(samples []sample, size tone.Size) []float32 {
	positive, negative := make([]float32, size.All()), make([]float32, size.All())
	var positives, negatives float32
	for i := range samples {
		s := &samples[i]
		for _, f := range s.features {
			positive[f] += float32(s.is * s.weight)
			negative[f] += float32((1 - s.is) * s.weight)
		}
		positives += float32(s.is * s.weight)
		negatives += float32((1 - s.is) * s.weight)
	}
	scale := make([]float32, size.All())
	for f := range scale {
		ratio := math.Log(float64((positive[f]+1)/(positives+2))) - math.Log(float64((negative[f]+1)/(negatives+2)))
		scale[f] = float32(min(uneven, math.Abs(ratio)))
	}
	return scale
}

// unseenSums gives each judged sample the sum of a model that was made without it.
func unseenSums(samples []sample, epochs int, size tone.Size) []float32 {
	sums := make([]float32, len(samples))
	for fold := range foldCount {
		var rest []sample
		for i := range samples {
			if !samples[i].judged || i%foldCount != fold {
				rest = append(rest, samples[i])
			}
		}
		m := fit(rest, epochs, size)
		for i := range samples {
			if samples[i].judged && i%foldCount == fold {
				sums[i] = m.sum(&samples[i])
			}
		}
	}
	return sums
}

func root(x float32) float32 { return float32(math.Sqrt(float64(x))) }

func logistic(x float32) float32 { return float32(1 / (1 + math.Exp(-float64(x)))) }
