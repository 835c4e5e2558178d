package tone

import (
	"bytes"
	"fmt"
	"strings"
	"sync"

	"rostrum/text"
)

// Kinds of tokens in the skeleton of a text that are not in the lexicon.
const (
	kindNone   byte = 0
	kindBrand  byte = 'B'
	kindOther  byte = 'O'
	kindGood   byte = '+'
	kindBad    byte = '-'
	kindNumber byte = '#'
)

// smallWords tells what small words of a language do between companies.
type smallWords struct {
	whole  map[uint64]byte
	begins map[uint64]byte // by hash of the beginning
	length [16]bool        // of beginnings
}

var knownSmallWords = sync.OnceValues(func() (map[text.Lang]*smallWords, error) {
	all := map[text.Lang]*smallWords{}
	for _, lang := range []text.Lang{text.English, text.Lithuanian} {
		s := &smallWords{whole: map[uint64]byte{}, begins: map[uint64]byte{}}
		if err := lines("lexicon/towards_"+string(lang)+".txt", s.add); err != nil {
			return nil, err
		}
		all[lang] = s
	}
	return all, nil
})

func (s *smallWords) add(fields []string) error {
	if len(fields) != 2 || len(fields[0]) != 1 {
		return fmt.Errorf("a line is a letter and words with a tab in between, and this one has %d fields", len(fields))
	}
	for _, w := range strings.Fields(fields[1]) {
		if begins, ok := strings.CutSuffix(w, "*"); ok {
			s.begins[text.HashString(begins)] = fields[0][0]
			s.length[len(begins)] = true
			continue
		}
		s.whole[text.HashString(w)] = fields[0][0]
	}
	return nil
}

// kind gives the kind of a word.
func (s *smallWords) kind(word []byte, hash uint64) byte {
	if k, ok := s.whole[hash]; ok {
		return k
	}
	for n := min(len(word), len(s.length)-1); n > 2; n-- {
		if s.length[n] {
			if k, ok := s.begins[text.HashFolded(word[:n])]; ok {
				return k
			}
		}
	}
	return kindNone
}

// What a token must weigh to be felt in the skeleton.
const (
	feltRating = 0.2
	feltSum    = 0.9
)

// outlineKinds finds what each token is in the skeleton, and what stands for it.
func (o *outline) outlineKinds(small *smallWords) {
	o.kinds, o.walk, o.words = o.kinds[:0], o.walk[:0], o.words[:0]
	for i := range o.d.Tokens {
		t := &o.d.Tokens[i]
		k := o.kind(small, i)
		says := t.Hash
		switch {
		case t.Flags&(text.InLink|text.InHandle|text.InHashtag) != 0:
			says, k = 0, kindNone
		case k == kindBrand || k == kindOther || k == kindNumber:
			says = uint64(k)
		case t.Kind == text.Link || t.Kind == text.Email:
			says = anyLink
		}
		o.kinds, o.words = append(o.kinds, k), append(o.words, says)
		if n := len(o.walk); k != kindNone && (n == 0 || o.walk[n-1] != k) {
			o.walk = append(o.walk, k)
		}
	}
	if bytes.IndexByte(o.d.Folded, '?') >= 0 {
		o.walk = append(o.walk, '?')
	}
}

func (o *outline) kind(small *smallWords, i int) byte {
	t := &o.d.Tokens[i]
	switch {
	case o.aim.at[i] == brand:
		return kindBrand
	case o.aim.at[i] == somebody:
		return kindOther
	case t.Kind == text.Number:
		return kindNumber
	case t.Kind != text.Word && t.Kind != text.Emoji:
		return kindNone
	}
	if k := small.kind(o.d.Word(t), t.Hash); k != kindNone {
		return k
	}
	switch sum := o.glad[i] - o.sad[i]; {
	case o.felt[i] > feltRating || o.felt[i] == 0 && sum > feltSum:
		return kindGood
	case o.felt[i] < -feltRating || o.felt[i] == 0 && sum < -feltSum:
		return kindBad
	}
	return kindNone
}
