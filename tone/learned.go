package tone

import (
	"encoding/binary"
	"math"
	"sync"

	"rostrum/text"
)

// Said is how many scores of words and rules are told to learned weights, see Scores.Told.
const Said = 5

// Told gives what words and rules say as learned weights hear it.
func (s Scores) Told() [Said]float32 {
	return [Said]float32{s.Negative, s.Positive, s.Offensive, s.Hate, max(s.Threat, s.Defamation)}
}

// Learned is the model of weighed words and pieces of words, learned from posts of one language. It says nothing about
// texts in other languages. It is safe for concurrent use.
type Learned struct {
	Weights
	lang   text.Lang
	tongue *tongue
	table  []uint32 // the units of a feature in one word
}

// NewLearned gives the English model that comes with the program.
func NewLearned() (*Learned, error) { return loadEnglish() }

// NewLithuanian gives the Lithuanian model that comes with the program.
func NewLithuanian() (*Learned, error) { return loadLithuanian() }

var (
	loadEnglish    = sync.OnceValues(func() (*Learned, error) { return load(english) })
	loadLithuanian = sync.OnceValues(func() (*Learned, error) { return load(lithuanian) })
)

func load(data string) (*Learned, error) {
	var w Weights
	if err := w.UnmarshalBinary([]byte(data)); err != nil {
		return nil, err
	}
	return LearnedFrom(w), nil
}

// LearnedFrom makes a model of weights.
func LearnedFrom(w Weights) *Learned {
	x := &Learned{Weights: w, lang: text.English, table: make([]uint32, AllFeatures)}
	size := EnglishSize
	if len(w.Units) == TaskCount*LithuanianSize.All() {
		x.lang, size = text.Lithuanian, LithuanianSize
	}
	x.tongue = tongueOf(x.lang)
	for i := range x.table {
		x.table[i] = binary.LittleEndian.Uint32(w.Units[TaskCount*size.Fold(uint32(i)):])
	}
	return x
}

// Read gives the scores of a text; false for one in another language than the model's. How much each token counts for
// sentiment may be given in weights, one for each token; nil: all alike. Said is what words and rules say of the text: their scores are
// heard, and what they see denied is hardly believed. Threat and Defamation are not learned and stay 0.
func (x *Learned) Read(d *text.Document, weights []float32, said *Result) (Scores, bool) {
	if d.Lang != x.lang || len(d.Tokens) == 0 {
		return Scores{Neutral: 1}, false
	}
	var buf [mostFeatures]uint32
	f := x.tongue.begin(d)
	var all sums
	var plain gathered
	count := 0
	for i := range d.Tokens {
		w := f.whom(i)
		found := f.token(i, w, buf[:0])
		count += len(found)
		if weights == nil && w != isTold && len(said.Denied) == 0 {
			x.gather(&plain, found, &all)
			continue
		}
		s := x.sum(found)
		share := said.share(&d.Tokens[i], w)
		all[offends] += s[offends] * share
		all[hates] += s[hates] * share
		if weights != nil {
			s[saddens], s[gladdens] = s[saddens]*weights[i], s[gladdens]*weights[i]
		}
		all[saddens] += s[saddens]
		all[gladdens] += s[gladdens]
	}
	for i := range d.Others {
		found := f.reading(&d.Others[i], buf[:0])
		count += len(found)
		x.gather(&plain, found, &all)
	}
	found := f.signs(buf[:0])
	count += len(found)
	x.gather(&plain, found, &all)
	all.add(x.worth(&plain))
	return x.scores(all, count, said.told().Told()), true
}

// scores turns sums into scores. A text of many features counts by the root of how many they are.
func (x *Learned) scores(all sums, count int, told [Said]float32) Scores {
	length := float32(math.Sqrt(float64(count + 1)))
	for t := range all {
		all[t] = (all[t]/length+x.Bias[t])*x.Slope[t] + x.Shift[t]
		for i, said := range told {
			all[t] += x.Told[t][i] * said
		}
	}
	n, p := math.Exp(float64(all[saddens])), math.Exp(float64(all[gladdens]))
	felt := n + 1 + p
	return Scores{
		Negative: float32(n / felt), Neutral: float32(1 / felt), Positive: float32(p / felt),
		Offensive: logistic(all[offends]), Hate: logistic(all[hates]),
	}
}

func logistic(x float32) float32 { return float32(1 / (1 + math.Exp(-float64(x)))) }
