package tone

import (
	"fmt"
	"math"
	"strconv"

	"rostrum/text"
	"rostrum/text/phrase"
)

// Sentiment is the model of felt words: the ratings of a text's words, turned by negation and strengthened by
// intensity. Its words stand in most texts, so that only those who ask for sentiment should make it.
type Sentiment struct {
	list    *phrase.List
	ratings []float32
	cues    cues
}

// What negation, force and "but" do to a rating. The shape follows Hutto and Gilbert, VADER (ICWSM 2014).
const (
	denies    = -0.74
	forces    = 0.29
	deniesIn  = 3
	exclaims  = 0.29
	flattens  = 15 // the sum of ratings becomes sum/√(sum²+flattens)
	certainty = 4.0
	threshold = 0.15
)

// NewSentiment makes the model.
func NewSentiment(lists Lists) (*Sentiment, error) {
	s := &Sentiment{}
	var err error
	if s.cues, err = readCues(); err != nil {
		return nil, err
	}
	var failed error
	var words []word
	for _, lang := range []text.Lang{text.English, text.Lithuanian} {
		err := lines("lexicon/sentiment_"+string(lang)+".txt", func(f []string) error {
			if len(f) != 2 {
				return fmt.Errorf("a line is word and rating with a tab in between, and this one has %d fields", len(f))
			}
			rating, err := strconv.ParseFloat(f[1], 32)
			s.ratings = append(s.ratings, float32(rating))
			words = append(words, word{phrase: f[0], lang: lang, plain: lang == text.English})
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	s.list = lists("tone/sentiment", func(l *phrase.List) {
		for i := range words {
			if err := words[i].register(l); err != nil && failed == nil {
				failed = err
			}
		}
	})
	return s, failed
}

// Score weighs the felt words of a text. A text without one is neutral.
func (x *Sentiment) Score(d *text.Document, hits []phrase.Hit, r *Result) {
	x.ScoreTowards(d, hits, nil, r)
}

// ScoreTowards is Score with how much each token counts; nil: all alike.
func (x *Sentiment) ScoreTowards(d *text.Document, hits []phrase.Hit, weights []float32, r *Result) {
	var sum float32
	for i := range hits {
		h := &hits[i]
		if h.List != x.list.ID || i > 0 && hits[i-1].List == h.List && hits[i-1].First == h.First {
			continue
		}
		rating := x.turned(d, h)
		if weights != nil {
			rating *= weights[h.First]
		}
		sum += rating
		of := Positive
		if rating < 0 {
			of = Negative
		}
		r.Because = append(r.Because, Evidence{h.Start, h.End, float32(math.Abs(float64(rating))) / 4, of})
	}
	for i := max(0, len(d.Source)-3); i < len(d.Source); i++ {
		if d.Source[i] == '!' && sum != 0 {
			sum += float32(math.Copysign(exclaims, float64(sum)))
		}
	}
	compound := float64(sum) / math.Sqrt(float64(sum)*float64(sum)+flattens)
	r.Scores.Negative, r.Scores.Neutral, r.Scores.Positive = shares(compound)
}

// turned gives a word's rating as the words before it have it.
func (x *Sentiment) turned(d *text.Document, h *phrase.Hit) float32 {
	rating := x.ratings[h.Item]
	sign := float32(1)
	if rating < 0 {
		sign = -1
	}
	for i := h.First - 1; i >= max(0, h.First-deniesIn) && d.Tokens[i].Sentence == d.Tokens[h.First].Sentence; i-- {
		c := x.cues.at(d, i, d.Lang)
		if c&cueNot != 0 {
			return rating * denies
		}
		if c&cueForce != 0 {
			rating += sign * forces
		}
	}
	return rating
}

// shares spreads certainty over the three: with no feeling at all a text is neutral.
func shares(compound float64) (negative, neutral, positive float32) {
	n, p := math.Exp(certainty*(-compound-threshold)), math.Exp(certainty*(compound-threshold))
	all := n + 1 + p
	return float32(n / all), float32(1 / all), float32(p / all)
}
