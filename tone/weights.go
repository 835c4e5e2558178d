package tone

import (
	_ "embed"
	"encoding/binary"
	"fmt"
	"math"
)

// The learned weights, written by tone/train.
var (
	//go:embed english.weights
	english string
	//go:embed lithuanian.weights
	lithuanian string
)

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
	Told  [TaskCount][Said]float32      // what the scores of words and rules add to Slope·sum + Shift
	Hate  [len(strictnessNames)]float32 // the thresholds of hate
	Units []byte                        // TaskCount signed bytes for each number of a feature
}

const weightsHeader = "rostrum tone 2\n"

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
	head := len(weightsHeader) + 4*len(numbers)
	known := len(data) == head+TaskCount*EnglishSize.All() || len(data) == head+TaskCount*LithuanianSize.All()
	if !known || string(data[:len(weightsHeader)]) != weightsHeader {
		return fmt.Errorf("the weights, %d bytes, are not of this version: make them again with make train", len(data))
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
		for i := range w.Told[t] {
			all = append(all, &w.Told[t][i])
		}
	}
	for s := range w.Hate {
		all = append(all, &w.Hate[s])
	}
	return all
}
