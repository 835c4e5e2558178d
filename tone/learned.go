package tone

import (
	_ "embed"
	"encoding/binary"
	"fmt"
	"math"
	"sync"

	"rostrum/text"
	"rostrum/text/phrase"
)

// english holds the learned weights, written by tone/train.
//
//go:embed english.weights
var english string

// What the weights are about, in the order of the file.
const (
	offends = iota
	hates
	saddens
	gladdens
	TaskCount
)

// Weights is a model as it is stored. A task's score is what logistic regression makes of the sum of a text's weights.
type Weights struct {
	Steps [TaskCount][2]float32 // what one unit of a word's and of a piece's weight is worth
	Bias  [TaskCount]float32
	Slope [TaskCount]float32 // calibration: score = σ(Slope·sum + Shift), for sentiment before the softmax
	Shift [TaskCount]float32
	Hate  [len(strictnessNames)]float32 // the thresholds of hate
	Units []byte                        // TaskCount signed bytes for each feature
}

const weightsHeader = "rostrum tone 1\n"

// Learned is the model of weighed words and pieces of words, learned from English posts. It says nothing about texts in
// other languages. It is safe for concurrent use.
type Learned struct {
	Weights
	table []uint32 // the units of a feature in one word
}

// NewLearned gives the model that comes with the program.
func NewLearned() (*Learned, error) { return loadEnglish() }

var loadEnglish = sync.OnceValues(func() (*Learned, error) {
	var w Weights
	if err := w.UnmarshalBinary([]byte(english)); err != nil {
		return nil, err
	}
	return LearnedFrom(w), nil
})

// LearnedFrom makes a model of weights.
func LearnedFrom(w Weights) *Learned {
	x := &Learned{Weights: w, table: make([]uint32, AllFeatures)}
	for i := range x.table {
		x.table[i] = binary.LittleEndian.Uint32(w.Units[TaskCount*i:])
	}
	return x
}

// MarshalBinary writes the weights as they are stored.
func (w *Weights) MarshalBinary() ([]byte, error) {
	out := []byte(weightsHeader)
	for _, v := range w.numbers() {
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(*v))
	}
	return append(out, w.Units...), nil
}

// UnmarshalBinary reads what MarshalBinary wrote.
func (w *Weights) UnmarshalBinary(data []byte) error {
	numbers := w.numbers()
	want := len(weightsHeader) + 4*len(numbers) + TaskCount*AllFeatures
	if len(data) != want || string(data[:len(weightsHeader)]) != weightsHeader {
		return fmt.Errorf("the weights are not of this version: they have %d bytes instead of %d; make them again with make train", len(data), want)
	}
	data = data[len(weightsHeader):]
	for i, v := range numbers {
		*v = math.Float32frombits(binary.LittleEndian.Uint32(data[4*i:]))
	}
	w.Units = data[4*len(numbers):]
	return nil
}

// numbers lists all numbers that are not units, in the order of the file.
func (w *Weights) numbers() []*float32 {
	var all []*float32
	for t := range TaskCount {
		all = append(all, &w.Steps[t][0], &w.Steps[t][1], &w.Bias[t], &w.Slope[t], &w.Shift[t])
	}
	for s := range w.Hate {
		all = append(all, &w.Hate[s])
	}
	return all
}

// Hates tells whether a text that names a group of people (see Groups) is hate, and how surely. Without a word for a
// group there is nobody to hate for what they are. The levels of strictness are set by how many ordinary posts reach them, see
// tone/MODEL_CARD.md.
func (x *Learned) Hates(d *text.Document, strictness Strictness) bool {
	scores, ok := x.Read(d, nil)
	return ok && scores.Hate >= x.Hate[strictness]
}

// Groups gives the list of words for groups of people. A text without a hit of it is not to be asked about with Hates.
func Groups(lists Lists) (*phrase.List, error) {
	var err error
	l := lists("tone/group", func(l *phrase.List) {
		for _, w := range hiddenWords() {
			if err = l.Add(w, phrase.Options{}); err != nil {
				return
			}
		}
	})
	return l, err
}

// sums are what a part of a text weighs for each task.
type sums [TaskCount]float32

// Read gives the scores of a text; false for one that is not in English. How much each token counts for sentiment may
// be given in weights, one for each token; nil: all alike. Threat and Defamation are not learned and stay 0.
func (x *Learned) Read(d *text.Document, weights []float32) (Scores, bool) {
	if d.Lang != text.English || len(d.Tokens) == 0 {
		return Scores{Neutral: 1}, false
	}
	var buf [mostFeatures]uint32
	f := features{d: d, known: knownWords()}
	var all sums
	count := 0
	for i := range d.Tokens {
		found := f.token(&d.Tokens[i], buf[:0])
		count += len(found)
		s := x.sum(found)
		all[offends] += s[offends]
		all[hates] += s[hates]
		if weights != nil {
			s[saddens], s[gladdens] = s[saddens]*weights[i], s[gladdens]*weights[i]
		}
		all[saddens] += s[saddens]
		all[gladdens] += s[gladdens]
	}
	for i := range d.Others {
		found := f.reading(&d.Others[i], buf[:0])
		count += len(found)
		all.add(x.sum(found))
	}
	found := f.signs(buf[:0])
	count += len(found)
	all.add(x.sum(found))
	return x.scores(all, count), true
}

func (s *sums) add(more sums) {
	for t := range s {
		s[t] += more[t]
	}
}

// sum adds up the weights of features, of which those of words come first.
func (x *Learned) sum(found []uint32) sums {
	words := 0
	for words < len(found) && found[words] < WordFeatures {
		words++
	}
	heavy, light := x.units(found[:words]), x.units(found[words:])
	var s sums
	for t := range s {
		s[t] = float32(lane(heavy, t, words))*x.Steps[t][0] + float32(lane(light, t, len(found)-words))*x.Steps[t][1]
	}
	return s
}

// units adds up the units of at most 256 features, all tasks at once: each has a lane of 16 bits, in which a unit is
// counted from lowest on.
func (x *Learned) units(found []uint32) uint64 {
	var all uint64
	for _, feature := range found {
		u := uint64(x.table[feature] ^ lowest)
		u = (u | u<<16) & 0x0000ffff0000ffff
		all += (u | u<<8) & 0x00ff00ff00ff00ff
	}
	return all
}

const lowest = 0x80808080

// lane gives one task's sum of so many units.
func lane(all uint64, task, count int) int32 { return int32(all>>(16*task)&0xffff) - 128*int32(count) }

// scores turns sums into scores. A text of many features counts by the root of how many they are.
func (x *Learned) scores(all sums, count int) Scores {
	length := float32(math.Sqrt(float64(count + 1)))
	for t := range all {
		all[t] = (all[t]/length+x.Bias[t])*x.Slope[t] + x.Shift[t]
	}
	n, p := math.Exp(float64(all[saddens])), math.Exp(float64(all[gladdens]))
	felt := n + 1 + p
	return Scores{
		Negative: float32(n / felt), Neutral: float32(1 / felt), Positive: float32(p / felt),
		Offensive: logistic(all[offends]), Hate: logistic(all[hates]),
	}
}

func logistic(x float32) float32 { return float32(1 / (1 + math.Exp(-float64(x)))) }
