package tone

import (
	_ "embed"
	"encoding/binary"
	"fmt"
	"math"
	"sync"

	"rostrum/text"
)

// The learned weights of feelings towards a brand, written by tone/train.
//
//go:embed towards.weights
var towardsBrand string

// Towards are the weights of what is felt towards a brand that a text names. A feature speaks for negative, neutral and
// positive.
type Towards [TowardsFeatures][3]float32

var loadTowards = sync.OnceValues(func() (*Towards, error) {
	w := &Towards{}
	return w, w.UnmarshalBinary([]byte(towardsBrand))
})

const (
	towardsHeader = "rostrum tone towards 1\n"
	towardsSize   = len(towardsHeader) + 4 + 2*3*TowardsFeatures
)

// MarshalBinary writes the weights as they are stored: what one unit is worth, and 16 bits of units for each.
func (w *Towards) MarshalBinary() ([]byte, error) {
	var most float32
	for _, row := range w {
		for _, v := range row {
			most = max(most, v, -v)
		}
	}
	step := max(most, 1e-6) / math.MaxInt16
	out := binary.LittleEndian.AppendUint32([]byte(towardsHeader), math.Float32bits(step))
	for _, row := range w {
		for _, v := range row {
			out = binary.LittleEndian.AppendUint16(out, uint16(int16(math.Round(float64(v/step)))))
		}
	}
	return out, nil
}

// UnmarshalBinary reads what MarshalBinary wrote.
func (w *Towards) UnmarshalBinary(data []byte) error {
	head := len(towardsHeader)
	if len(data) != towardsSize || string(data[:head]) != towardsHeader {
		return fmt.Errorf("the weights towards brands, %d bytes, are not of this version: make them again with make train", len(data))
	}
	step := math.Float32frombits(binary.LittleEndian.Uint32(data[head:]))
	data = data[head+4:]
	for i := range w {
		for c := range w[i] {
			w[i][c] = float32(int16(binary.LittleEndian.Uint16(data[2*(3*i+c):]))) * step
		}
	}
	return nil
}

// Sum gives how much speaks for negative, neutral and positive. Conversions to float32 keep processors that multiply and
// add in one step from rounding differently.
func (w *Towards) Sum(known []Feature) (z [3]float32) {
	for _, f := range known {
		for c := range z {
			z[c] += float32(w[f.At][c] * f.Value)
		}
	}
	return z
}

// believed is how much of the weights is believed of a text with the brand's handle: what it says it mostly says of the
// brand, so that the sums of its words know more. Such texts often complain, which the weights need not be told twice.
const believed = 0.1

var complains = [3]float32{2, 0, 0}

// towards tells feelings towards a brand from those that the text has for others.
type towards struct {
	outline
	*Towards
	small map[text.Lang]*smallWords
	plain Result // the feeling of the text as a whole
}

func newTowards() (towards, error) {
	small, err := knownSmallWords()
	if err != nil {
		return towards{}, err
	}
	w, err := loadTowards()
	return towards{Towards: w, small: small}, err
}

// Known gives what feelings towards the brand are learned from; false of a text that does not name it, that no model reads,
// or that is no post. It is valid until the next call.
func (l *Listener) Known(s string, lang text.Lang) ([]Feature, bool) {
	d := l.reader.Read(s, lang)
	said, weights := l.byRules(d)
	for _, x := range l.learned {
		if aimed, ok := x.Read(d, weights, &Result{Scores: said}); ok && l.aim != nil {
			return l.known(d, x, aimed)
		}
	}
	return nil, false
}

func (l *Listener) known(d *text.Document, x *Learned, aimed Scores) ([]Feature, bool) {
	if !l.aim.named || len(d.Tokens) > longestPost {
		return nil, false
	}
	t := &l.towards
	t.plain.Reset()
	l.sentiment.ScoreTowards(d, l.hits, nil, &t.plain)
	t.d, t.aim = d, l.aim
	return t.features(t.small[d.Lang], x, &t.plain, aimed), true
}

// feltTowards turns what a text feels by the sums of its words into what it feels towards the brand.
func (l *Listener) feltTowards(d *text.Document, x *Learned, aimed Scores) Scores {
	if l.aim == nil {
		return aimed
	}
	known, ok := l.known(d, x, aimed)
	if !ok {
		return aimed
	}
	z := l.towards.Sum(known)
	if l.aim.spokenTo(d) {
		for c, share := range [...]float32{aimed.Negative, aimed.Neutral, aimed.Positive} {
			z[c] = believed*(z[c]-complains[c]) + (1-believed)*float32(math.Log(float64(max(share, 1e-6))))
		}
	}
	most := max(z[0], z[1], z[2])
	n, u, p := math.Exp(float64(z[0]-most)), math.Exp(float64(z[1]-most)), math.Exp(float64(z[2]-most))
	aimed.Negative, aimed.Neutral, aimed.Positive = float32(n/(n+u+p)), float32(u/(n+u+p)), float32(p/(n+u+p))
	return aimed
}

// Hear makes what is read from now on be weighed by other weights of the two languages than those of the program.
func (l *Listener) Hear(english, lithuanian *Learned) { l.learned = [2]*Learned{english, lithuanian} }

// Judge makes what is heard from now on be judged by other weights than those of the program.
func (l *Listener) Judge(w *Towards) { l.towards.Towards = w }
