package tone

import (
	"cmp"
	"slices"

	"rostrum/text"
	"rostrum/text/phrase"
)

// Opinion is what all models together make of a text. Of a text in a language that they do not know, or without words,
// they say nothing: it is neutral, without abuse.
type Opinion struct {
	Lang    text.Lang
	Scores  Scores
	Because []Evidence // by place
}

// Feeling names the strongest of the three feelings.
func (o *Opinion) Feeling() string {
	switch s := &o.Scores; max(s.Negative, s.Neutral, s.Positive) {
	case s.Neutral:
		return "neutral"
	case s.Negative:
		return "negative"
	}
	return "positive"
}

// Words gives what of Because is worth telling, each word once with the most that it weighs.
func (o *Opinion) Words() []Evidence {
	var words []Evidence
	for _, e := range o.Because {
		if last := len(words) - 1; last >= 0 && words[last].Start == e.Start && words[last].End == e.End {
			words[last].Weight = max(words[last].Weight, e.Weight)
		} else if e.Weight >= faint && e.Of != Defamation {
			words = append(words, e)
		}
	}
	return words
}

// Listener asks all models about texts, one after another. It is not for concurrent use.
type Listener struct {
	lexicon   *Lexicon
	sentiment *Sentiment
	learned   *Learned
	words     *phrase.Set
	reader    *text.Reader
	aim       *Aim // nil: no brand
	hits      []phrase.Hit
	abuse     Result
	feeling   Result
}

// NewListener makes a Listener. Sentiment is towards the brand, or that of the text as a whole where brand is empty.
func NewListener(brand string) (*Listener, error) {
	b := phrase.NewBuilder()
	lists := func(name string, fill func(*phrase.List)) *phrase.List {
		l, fresh := b.List(name)
		if fresh {
			fill(l)
		}
		return l
	}
	l := &Listener{reader: text.NewReader()}
	var err error
	if l.lexicon, err = NewLexicon(lists); err != nil {
		return nil, err
	}
	if l.sentiment, err = NewSentiment(lists); err != nil {
		return nil, err
	}
	if l.learned, err = NewLearned(); err != nil {
		return nil, err
	}
	if brand != "" {
		l.aim = NewAim(brand)
	}
	l.words = b.Build()
	return l, nil
}

// Listen gives what the models make of a text. The language is what the caller knows it to be, or empty.
func (l *Listener) Listen(s string, lang text.Lang) Opinion {
	d := l.reader.Read(s, lang)
	o := Opinion{Lang: d.Lang, Scores: Scores{Neutral: 1}}
	if d.Lang == "" || d.Lang == text.Other {
		return o
	}
	l.hits = l.words.Find(d, l.hits[:0])
	var weights []float32
	if l.aim != nil {
		weights = l.aim.Weights(d)
	}
	l.abuse.Reset()
	l.lexicon.Score(d, l.hits, &l.abuse)
	l.feeling.Reset()
	l.sentiment.ScoreTowards(d, l.hits, weights, &l.feeling)
	o.Scores = l.abuse.Scores
	o.Scores.Negative, o.Scores.Neutral, o.Scores.Positive = l.feeling.Scores.Negative, l.feeling.Scores.Neutral, l.feeling.Scores.Positive
	o.Because = append(o.Because, l.abuse.Because...)
	if learned, ok := l.learned.Read(d, weights); ok {
		l.join(d, &o, learned)
	} else {
		o.Because = append(o.Because, l.feeling.Because...)
	}
	slices.SortStableFunc(o.Because, func(a, b Evidence) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	return o
}

// unmeant is what is left of a learned score where the lexicon knows the words of abuse and sees that they are denied,
// told of, or aimed at nobody.
const unmeant = 0.8

// join lets learned weights speak beside the lexicon: about feelings alone, about abuse the louder of both.
func (l *Listener) join(d *text.Document, o *Opinion, learned Scores) {
	o.Scores.Negative, o.Scores.Neutral, o.Scores.Positive = learned.Negative, learned.Neutral, learned.Positive
	if of := o.Feeling(); of == "negative" {
		o.Because = l.learned.Because(d, Negative, o.Because)
	} else if of == "positive" {
		o.Because = l.learned.Because(d, Positive, o.Because)
	}
	weighed := l.lexicon.Weighed(d, l.hits)
	for _, of := range []Of{Offensive, Hate} {
		said, score := learned.Of(of), o.Scores.Of(of)
		if weighed && score < Strict.Threshold() {
			said *= unmeant
		}
		if said > score {
			r := Result{Scores: o.Scores}
			*r.score(of) = said
			o.Scores = r.Scores
		}
		if said > score && said >= Balanced.Threshold() {
			o.Because = l.learned.Because(d, of, o.Because)
		}
	}
}
