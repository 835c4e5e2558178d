package tone

import (
	"sort"

	"rostrum/text"
	"rostrum/text/phrase"
)

// Lists gives the word list of a name that several askers share, made by fill when it is first asked for.
type Lists func(name string, fill func(*phrase.List)) *phrase.List

// Lexicon is the model of words and rules: a word of abuse is weighed by who it is aimed at and how it is meant.
// A text that has no word of Abuse, Threat or Accusation scores nothing.
type Lexicon struct {
	Abuse, Threat, Accusation *phrase.List
	lists                     []wordList
	cues                      *cues
	shared                    map[uint64]bool // forms of Lithuanian words that are English words
	named                     []phrase.ListID
}

type wordList struct {
	id    phrase.ListID
	words []word
}

// NewLexicon makes the model. A list in named holds names of people and companies that are known to be names however
// they are typed.
func NewLexicon(lists Lists, named ...*phrase.List) (*Lexicon, error) {
	x := &Lexicon{}
	var err error
	if x.cues, err = knownCues(); err != nil {
		return nil, err
	}
	if x.shared, err = sharedForms(); err != nil {
		return nil, err
	}
	identity := (*phrase.List)(nil)
	for _, l := range []struct {
		into     **phrase.List
		subjects []string
	}{
		{&x.Abuse, []string{"abuse", "hate"}}, {&x.Threat, []string{"threat"}},
		{&x.Accusation, []string{"accuse"}}, {&identity, []string{"identity"}},
	} {
		if *l.into, err = x.list(lists, l.subjects); err != nil {
			return nil, err
		}
	}
	for _, l := range named {
		x.named = append(x.named, l.ID)
	}
	return x, nil
}

func (x *Lexicon) list(lists Lists, subjects []string) (*phrase.List, error) {
	known, err := lexicons()
	if err != nil {
		return nil, err
	}
	var words []word
	for _, s := range subjects {
		words = append(words, known[s]...)
	}
	var failed error
	l := lists("tone/"+subjects[0], func(l *phrase.List) {
		for i := range words {
			if err := words[i].register(l); err != nil && failed == nil {
				failed = err
			}
		}
	})
	x.lists = append(x.lists, wordList{l.ID, words})
	return l, failed
}

// word gives the entry that a hit is of, nil for a hit of somebody else's list. Abuse and threats are borrowed and
// short posts are hard to tell the language of, so these count in a text of any language; accusations do not.
func (x *Lexicon) word(d *text.Document, h *phrase.Hit) *word {
	for i := range x.lists {
		if l := &x.lists[i]; l.id == h.List {
			w := &l.words[h.Item]
			if speaks(w.lang, d.Lang) || (w.class < culprit || w.class > crime) && !x.shared[d.Tokens[h.First].Hash] {
				return w
			}
			return nil
		}
	}
	return nil
}

// Score judges a text by the words of the lexicon in it.
func (x *Lexicon) Score(d *text.Document, hits []phrase.Hit, r *Result) {
	j := judge{x: x, d: d, r: r}
	for i := range hits {
		if w := x.word(d, &hits[i]); w != nil && w.class < identity {
			j.lang = d.Lang
			if w.lang != d.Lang {
				j.lang = text.Mixed
			}
			j.near = nearby(hits, hits[i].First)
			j.weigh(&hits[i], w)
		}
	}
}

// Weighed tells whether a word of abuse, hate, threat or accusation stands in a text, so that Score has weighed who it is aimed at
// and how it is meant.
func (x *Lexicon) Weighed(d *text.Document, hits []phrase.Hit) bool {
	for i := range hits {
		if w := x.word(d, &hits[i]); w != nil && w.class < identity {
			return true
		}
	}
	return false
}

// nearby cuts out the hits that a word looks at, so that a text of a million hits takes a million short looks. Hits of
// other readings of a word come after all others.
func nearby(hits []phrase.Hit, first int32) []phrase.Hit {
	plain := sort.Search(len(hits), func(i int) bool { return hits[i].Reading })
	from := sort.Search(plain, func(i int) bool { return hits[i].First >= first-reachOut })
	to := sort.Search(plain, func(i int) bool { return hits[i].First > first+reachOut })
	return hits[from:to]
}

// judge weighs the words of one text.
type judge struct {
	x    *Lexicon
	d    *text.Document
	near []phrase.Hit // hits around the one being weighed
	r    *Result
	lang text.Lang // of the small words around: Mixed where the word's language is not the text's
}

func (j *judge) weigh(h *phrase.Hit, w *word) {
	switch w.class {
	case slur, insult, epithet, profanity, aimed:
		j.offence(h, w)
	case vermin, expel, hatred, creed:
		j.hate(h, w)
	case harm, vow, menace, wish, fate, call:
		j.threat(h, w)
	case culprit, misdeed, doing, tainted, crime:
		j.accusation(h, w)
	}
}
