package tone

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"rostrum/text"
	"rostrum/text/phrase"
)

// Sentiment is the model of felt words: the ratings of a text's words, turned by negation and strengthened by
// intensity. Its words stand in most texts, so that only those who ask for sentiment should make it.
type Sentiment struct {
	list  *phrase.List
	words []feltWord
	cues  *cues
}

// feltWord is a word with how it feels.
type feltWord struct {
	rating float32
	denied bool // it says "not" itself, as nepatiko does: another "not" before it changes nothing
}

// What negation, force and "but" do to a rating. The shape follows Hutto and Gilbert, VADER (ICWSM 2014).
const (
	denies    = -0.74
	forces    = 0.29
	deniesIn  = 3
	forcedIn  = 3 // words after "terribly" in which what it strengthens stands
	exclaims  = 0.29
	flattens  = 15 // the sum of ratings becomes sum/√(sum²+flattens)
	certainty = 4.0
	threshold = 0.15
)

// NewSentiment makes the model.
func NewSentiment(lists Lists) (*Sentiment, error) {
	s := &Sentiment{}
	var err error
	if s.cues, err = knownCues(); err != nil {
		return nil, err
	}
	var words []word
	for _, lang := range []text.Lang{text.English, text.Lithuanian} {
		more, err := s.read(lang)
		if err != nil {
			return nil, err
		}
		words = append(words, more...)
	}
	var failed error
	s.list = lists("tone/sentiment", func(l *phrase.List) {
		for i := range words {
			if err := words[i].register(l); err != nil && failed == nil {
				failed = err
			}
		}
	})
	return s, failed
}

// read reads the felt words of a language. A Lithuanian word with "not" in front is a word of its own.
func (x *Sentiment) read(lang text.Lang) ([]word, error) {
	var words []word
	listed := map[string]bool{}
	add := func(phrase string, rating float32, plain, denied bool) {
		listed[phrase] = true
		x.words = append(x.words, feltWord{rating, denied})
		words = append(words, word{phrase: phrase, lang: lang, plain: plain})
	}
	err := lines("lexicon/sentiment_"+string(lang)+".txt", func(f []string) error {
		if len(f) != 2 {
			return fmt.Errorf("a line is word and rating with a tab in between, and this one has %d fields", len(f))
		}
		rating, err := strconv.ParseFloat(f[1], 32)
		phrase := strings.TrimPrefix(f[0], "=")
		add(phrase, float32(rating), lang == text.English || phrase != f[0], lang == text.Lithuanian && strings.HasPrefix(phrase, "ne"))
		return err
	})
	if lang == text.Lithuanian {
		for i, w := range words {
			if denied, ok := deny(w.phrase); ok && !w.plain && !listed[denied] {
				add(denied, x.words[len(x.words)-len(words)+i].rating*denies, false, true)
			}
		}
	}
	return words, err
}

// deny puts "not" in front of a Lithuanian verb or adjective.
func deny(lemma string) (string, bool) {
	if strings.HasPrefix(lemma, "ne") || strings.Contains(lemma, " ") {
		return "", false
	}
	if reflexive, ok := strings.CutSuffix(lemma, "tis"); ok {
		return "nesi" + reflexive + "ti", true
	}
	for _, ending := range []string{"ti", "as", "us"} {
		if strings.HasSuffix(lemma, ending) {
			return "ne" + lemma, true
		}
	}
	return "", false
}

// Score weighs the felt words of a text. A text without one is neutral.
func (x *Sentiment) Score(d *text.Document, hits []phrase.Hit, r *Result) {
	x.ScoreTowards(d, hits, nil, r)
}

// ScoreTowards is Score with how much each token counts; nil: all alike.
func (x *Sentiment) ScoreTowards(d *text.Document, hits []phrase.Hit, weights []float32, r *Result) {
	var sum float32
	read := int32(-1) // the last token that was counted
	for i := range hits {
		h := &hits[i]
		if h.List != x.list.ID || h.First <= read || x.onlyForces(d, hits[i+1:], h) {
			continue
		}
		h = x.strongest(hits[i:])
		read = h.Last
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

// strongest gives the longest of the felt words that begin where the first does, and of those the one that is felt most.
func (x *Sentiment) strongest(hits []phrase.Hit) *phrase.Hit {
	best := &hits[0]
	for i := 1; i < len(hits) && hits[i].First == hits[0].First; i++ {
		if h := &hits[i]; h.List == best.List && (h.Last > best.Last ||
			h.Last == best.Last && math.Abs(float64(x.words[h.Item].rating)) > math.Abs(float64(x.words[best.Item].rating))) {
			best = h
		}
	}
	return best
}

// onlyForces tells whether a word says how much and not how: "terribly good", "žiauriai skanu".
func (x *Sentiment) onlyForces(d *text.Document, later []phrase.Hit, h *phrase.Hit) bool {
	if x.cues.at(d, h.First, d.Lang)&cueForce == 0 {
		return false
	}
	for i := range later {
		if n := &later[i]; n.List == h.List && n.First > h.Last {
			return n.First <= h.Last+forcedIn && d.Tokens[n.First].Sentence == d.Tokens[h.First].Sentence
		}
	}
	return false
}

// turned gives a word's rating as the words before it have it.
func (x *Sentiment) turned(d *text.Document, h *phrase.Hit) float32 {
	rating := x.words[h.Item].rating
	sign := float32(1)
	if rating < 0 {
		sign = -1
	}
	for i := h.First - 1; i >= max(0, h.First-deniesIn) && d.Tokens[i].Sentence == d.Tokens[h.First].Sentence; i-- {
		c := x.cues.at(d, i, d.Lang)
		if c&cueNot != 0 && !x.words[h.Item].denied {
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
