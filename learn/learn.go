// Package learn owns how weights are learned from labelled posts: logistic regression by AdaGrad over features weighed by how
// unevenly they stand in positive and negative posts, after Wang and Manning, Baselines and Bigrams (ACL 2012). The same
// samples always give the same weights, bit for bit, on any processor. It refuses to know what a feature is.
package learn

import "math"

const (
	rate       = 0.1
	steady     = 0.01 // keeps the first steps small
	slow       = 1.0  // the same for bias and knowledge
	uneven     = 3.0  // the most that unevenness counts
	knownScale = 4.0
	folds      = 5
)

// Sample is a post as it is learned from.
type Sample struct {
	Features []uint32
	Shares   []float32 // how much each feature counts; nil: all alike
	Length   float32   // the root of how many features there are
	Known    []float32 // what is known beforehand, of each kind of knowledge; as long in all samples
	Is       float32   // 1 or 0
	Weight   float32   // how much it counts
	Judged   bool      // calibration goes by it
}

// share gives how much a feature counts.
func (s *Sample) share(feature int) float32 {
	if s.Shares == nil {
		return 1
	}
	return s.Shares[feature]
}

// Model is what is learned for one task: sum = (Σ weights + Σ known·trust)/length + bias.
type Model struct {
	Weights []float32
	Trust   []float32
	Bias    float32
}

// Sum gives the sum of a sample.
func (m *Model) Sum(s *Sample) float32 {
	var z float32
	for i, f := range s.Features {
		z += float32(m.Weights[f] * s.share(i))
	}
	for k, v := range s.Known {
		z += m.Trust[k] * v
	}
	return z/s.Length + m.Bias
}

// learner holds what AdaGrad keeps while it learns.
type learner struct {
	Model
	scale       []float32 // of features, by unevenness
	squares     []float32
	knownSquare []float32
	biasSquare  float32
}

// Fit learns from samples, in so many rounds. Size is one more than the highest feature.
func Fit(samples []Sample, rounds, size int) *Model {
	kinds := 0
	if len(samples) > 0 {
		kinds = len(samples[0].Known)
	}
	l := &learner{
		Model: Model{Weights: make([]float32, size), Trust: make([]float32, kinds)},
		scale: unevenness(samples, size), squares: make([]float32, size), knownSquare: make([]float32, kinds),
	}
	for _, i := range shuffled(len(samples), rounds) {
		l.step(&samples[i])
	}
	for f := range l.Weights {
		l.Weights[f] *= l.scale[f]
	}
	for k := range l.Trust {
		l.Trust[k] *= knownScale
	}
	return &l.Model
}

// step learns from one post. Conversions to float32 keep processors that multiply and add in one step from rounding
// differently.
func (l *learner) step(s *Sample) {
	var z float32
	for i, f := range s.Features {
		z += float32(l.Weights[f] * l.scale[f] * s.share(i))
	}
	for k, v := range s.Known {
		z += float32(l.Trust[k] * v * knownScale)
	}
	wrong := (Logistic(float32(z/s.Length)+l.Bias) - s.Is) * s.Weight
	l.biasSquare += float32(wrong * wrong)
	l.Bias -= float32(rate / 2 * wrong / root(l.biasSquare+slow))
	wrong /= s.Length
	for k, v := range s.Known {
		g := float32(wrong * v * knownScale)
		l.knownSquare[k] += float32(g * g)
		l.Trust[k] -= float32(rate * g / root(l.knownSquare[k]+slow))
	}
	for i, f := range s.Features {
		g := float32(wrong * l.scale[f] * s.share(i))
		l.squares[f] += float32(g * g)
		l.Weights[f] -= float32(rate * g / root(l.squares[f]+steady))
	}
}

// unevenness gives for each feature how differently often it stands in positive and negative posts.
func unevenness(samples []Sample, size int) []float32 {
	positive, negative := make([]float32, size), make([]float32, size)
	var positives, negatives float32
	for i := range samples {
		s := &samples[i]
		for i, f := range s.Features {
			positive[f] += float32(s.Is * s.Weight * s.share(i))
			negative[f] += float32((1 - s.Is) * s.Weight * s.share(i))
		}
		positives += float32(s.Is * s.Weight)
		negatives += float32((1 - s.Is) * s.Weight)
	}
	scale := make([]float32, size)
	for f := range scale {
		ratio := math.Log(float64((positive[f]+1)/(positives+2))) - math.Log(float64((negative[f]+1)/(negatives+2)))
		scale[f] = float32(min(uneven, math.Abs(ratio)))
	}
	return scale
}

// Unseen gives each judged sample the sum of a model that was made without it, in five folds.
func Unseen(samples []Sample, fit func([]Sample) *Model) []float32 {
	sums := make([]float32, len(samples))
	for fold := range folds {
		var rest []Sample
		for i := range samples {
			if !samples[i].Judged || i%folds != fold {
				rest = append(rest, samples[i])
			}
		}
		m := fit(rest)
		for i := range samples {
			if samples[i].Judged && i%folds == fold {
				sums[i] = m.Sum(&samples[i])
			}
		}
	}
	return sums
}

func root(x float32) float32 { return float32(math.Sqrt(float64(x))) }

// Logistic gives the share from 0 to 1 that a sum stands for.
func Logistic(x float32) float32 { return float32(1 / (1 + math.Exp(-float64(x)))) }
