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
	learned   [2]*Learned // of the languages
	words     *phrase.Set
	reader    *text.Reader
	aim       *Aim // nil: no brand
	heard     *text.Document
	hits      []phrase.Hit
	abuse     Result
	feeling   Result
	towards   towards
}

// NewListener makes a Listener. Sentiment is towards the brand, or that of the text as a whole where brand is empty. Names
// of people and companies are known as names however they are typed.
func NewListener(brand string, names ...string) (*Listener, error) {
	b := phrase.NewBuilder()
	lists := func(name string, fill func(*phrase.List)) *phrase.List {
		l, fresh := b.List(name)
		if fresh {
			fill(l)
		}
		return l
	}
	named, err := nameList(lists, names)
	if err != nil {
		return nil, err
	}
	l := &Listener{reader: text.NewReader()}
	if l.towards, err = newTowards(); err != nil {
		return nil, err
	}
	if l.lexicon, err = NewLexicon(lists, named); err != nil {
		return nil, err
	}
	if l.sentiment, err = NewSentiment(lists); err != nil {
		return nil, err
	}
	if l.learned[0], err = NewLearned(); err != nil {
		return nil, err
	}
	if l.learned[1], err = NewLithuanian(); err != nil {
		return nil, err
	}
	l.Towards(brand)
	l.words = b.Build()
	return l, nil
}

func nameList(lists Lists, names []string) (*phrase.List, error) {
	var failed error
	l := lists("tone/names", func(l *phrase.List) {
		for _, n := range names {
			if err := l.Add(n, phrase.Options{Languages: []text.Lang{text.English, text.Lithuanian}, Name: true}); err != nil {
				failed = err
			}
		}
	})
	return l, failed
}

// Towards turns the sentiment of what is heard from now on towards a brand, or to that of texts as a whole where brand
// is empty.
func (l *Listener) Towards(brand string) {
	l.aim = nil
	if brand != "" {
		l.aim = NewAim(brand)
	}
}

// Listen gives what the models make of a text. The language is what the caller knows it to be, or empty.
func (l *Listener) Listen(s string, lang text.Lang) Opinion {
	d := l.reader.Read(s, lang)
	l.heard = d
	o := Opinion{Lang: d.Lang, Scores: Scores{Neutral: 1}}
	if d.Lang == "" || d.Lang == text.Other {
		return o
	}
	var weights []float32
	o.Scores, weights = l.byRules(d)
	o.Because = append(o.Because, l.abuse.Because...)
	o.Because = l.join(d, &o, weights)
	slices.SortStableFunc(o.Because, func(a, b Evidence) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	return o
}

// Heard gives the text that was listened to last, for whoever else has something to say of it. It is valid until the next one.
func (l *Listener) Heard() *text.Document { return l.heard }

// ByRules gives what words and rules alone say of a text, before learned weights speak.
func (l *Listener) ByRules(s string, lang text.Lang) Scores {
	scores, _ := l.byRules(l.reader.Read(s, lang))
	return scores
}

// Abuse gives the words of a text that words and rules take for abuse, meant or not.
func (l *Listener) Abuse(s string, lang text.Lang) []Evidence {
	l.byRules(l.reader.Read(s, lang))
	return slices.Clone(l.abuse.Because)
}

// byRules gives the scores of words and rules, and how much each token counts towards the brand.
func (l *Listener) byRules(d *text.Document) (Scores, []float32) {
	l.hits = l.words.Find(d, l.hits[:0])
	var weights []float32
	if l.aim != nil {
		weights = l.aim.Weights(d)
	}
	l.abuse.Reset()
	l.lexicon.Score(d, l.hits, &l.abuse)
	l.feeling.Reset()
	l.sentiment.ScoreTowards(d, l.hits, weights, &l.feeling)
	all, felt := l.abuse.Scores, &l.feeling.Scores
	all.Negative, all.Neutral, all.Positive = felt.Negative, felt.Neutral, felt.Positive
	return all, weights
}

// join lets learned weights speak, which are told what words and rules say.
func (l *Listener) join(d *text.Document, o *Opinion, weights []float32) []Evidence {
	for _, x := range l.learned {
		learned, ok := x.Read(d, weights, &Result{o.Scores, l.abuse.Because, l.abuse.Denied})
		if !ok {
			continue
		}
		learned = l.feltTowards(d, x, learned)
		o.Scores.Negative, o.Scores.Neutral, o.Scores.Positive = learned.Negative, learned.Neutral, learned.Positive
		l.joinAbuse(x, d, o, learned)
		return l.becauseFelt(x, d, weights, o)
	}
	return append(o.Because, l.feeling.Because...)
}

// becauseFelt adds the words that made the feeling: of the rules and of the weights, and of what is said of the brand where
// something is.
func (l *Listener) becauseFelt(x *Learned, d *text.Document, weights []float32, o *Opinion) []Evidence {
	of, ok := map[string]Of{"negative": Negative, "positive": Positive}[o.Feeling()]
	if !ok {
		return o.Because
	}
	for _, e := range l.feeling.Because {
		if e.Of == of {
			o.Because = append(o.Because, e)
		}
	}
	others := len(o.Because)
	if weights != nil {
		l.aim.silenceNames(weights)
	}
	if o.Because = x.becauseTowards(d, weights, &l.abuse, of, o.Because); len(o.Because) > others {
		return o.Because
	}
	return x.Because(d, &l.abuse, of, o.Because)
}

// surest is how sure weights may be: of the posts in which they were surest, this share was abuse.
const surest = 0.97

func (l *Listener) joinAbuse(x *Learned, d *text.Document, o *Opinion, learned Scores) {
	said := o.Scores
	o.Scores.Offensive, o.Scores.Hate = min(surest, learned.Offensive), min(surest, learned.Hate)
	for _, of := range []Of{Offensive, Hate} {
		if learned.Of(of) >= Balanced.Threshold() && said.Of(of) < Balanced.Threshold() {
			o.Because = x.Because(d, &l.abuse, of, o.Because)
		}
	}
}
