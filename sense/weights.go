package sense

import (
	_ "embed"
	"encoding/binary"
	"fmt"
	"math"

	"rostrum/text"
	"rostrum/tone"
)

// The learned weights, written by sense/train.
var (
	//go:embed english.weights
	english string
	//go:embed lithuanian.weights
	lithuanian string
)

// Weights are what was learned of one language, as they are stored. A text's sum is Σ units·step/√(features+1) + bias.
type Weights struct {
	Lang   text.Lang
	Steps  [Count]float32 // what one unit is worth
	Bias   [Count]float32
	Limits [Count][levels]float32 // the sums from which on a text says it, by tone.Strictness
	Reach  [Count]float32         // how much names and classes of words may add to the sum of the rest, see Skim
	Units  []byte                 // of each thing, a signed byte for each feature

	// By these it is decided what a text is asked for, see Wake: Σ wakes·step/√(words+1) must reach a limit.
	WakeSteps, WakeLimits [Count]float32
	Wakes                 []byte // of each beginning, a signed byte for each thing but Praise
}

const (
	levels = int(tone.Lenient) + 1
	lanes  = int(Praise) // bytes of a beginning: Praise, the last thing, is not asked this way
)

const header = "rostrum sense 1\n"

// MarshalBinary writes the weights as they are stored.
func (w *Weights) MarshalBinary() ([]byte, error) {
	out := append([]byte(header), w.Lang...)
	for _, v := range w.numbers() {
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(*v))
	}
	return append(append(out, w.Wakes...), w.Units...), nil
}

// UnmarshalBinary reads what MarshalBinary wrote.
func (w *Weights) UnmarshalBinary(data []byte) error {
	numbers := w.numbers()
	head := len(header) + 2
	if len(data) != head+4*len(numbers)+lanes*Beginnings+int(Count)*Features || string(data[:len(header)]) != header {
		return fmt.Errorf("the weights, %d bytes, are not of this version: make them again with make train", len(data))
	}
	w.Lang = text.Lang(data[len(header):head])
	data = data[head:]
	for i, v := range numbers {
		*v = math.Float32frombits(binary.LittleEndian.Uint32(data[4*i:]))
	}
	data = data[4*len(numbers):]
	w.Wakes, w.Units = data[:lanes*Beginnings], data[lanes*Beginnings:]
	return nil
}

// numbers lists all numbers that are not units, in the order of the file.
func (w *Weights) numbers() []*float32 {
	var all []*float32
	for of := range Count {
		all = append(all, &w.Steps[of], &w.Bias[of], &w.Reach[of], &w.WakeSteps[of], &w.WakeLimits[of])
		for l := range w.Limits[of] {
			all = append(all, &w.Limits[of][l])
		}
	}
	return all
}
