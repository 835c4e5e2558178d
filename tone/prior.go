package tone

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"rostrum/text"
)

// Knowledge is how many kinds of things the lexicons know about a word: that it feels bad or good, the same where it is
// denied, and how heavy it is as abuse, hate, threat and accusation.
const Knowledge = 8

// knowledge is what the English lexicons know about single words, by what stands for the word.
type knowledge map[uint64][Knowledge]float32

func readKnowledge() (knowledge, error) {
	k := knowledge{}
	err := lines("lexicon/sentiment_en.txt", func(f []string) error {
		rating, err := strconv.ParseFloat(f[1], 32)
		kind := 1
		if rating < 0 {
			kind, rating = 0, -rating
		}
		k.add(f[0], kind, float32(rating))
		return err
	})
	if err != nil {
		return nil, err
	}
	for i, subject := range []string{"abuse", "hate", "threat", "accuse"} {
		words, err := read(subject)
		if err != nil {
			return nil, err
		}
		for _, w := range words {
			if w.lang == text.English {
				k.add(w.phrase, 4+i, float32(w.weight))
				k.add(plural(w.phrase), 4+i, float32(w.weight))
			}
		}
	}
	return k, nil
}

func (k knowledge) add(word string, kind int, value float32) {
	h := text.HashString(word)
	if strings.Contains(word, " ") || hidden.has(h) {
		return
	}
	known := k[h]
	known[kind] = max(known[kind], value)
	k[h] = known
}

// knownWords gives the words that the lexicons know. The files are part of the program: that they can be read is
// tested.
var knownWords = sync.OnceValue(func() *wordSet {
	k, _ := readKnowledge()
	var all []uint64
	for h := range k {
		all = append(all, h)
	}
	slices.Sort(all)
	s := newWordSet(knownBits, all)
	return &s
})

// Known gives what the English lexicons know about features, for training to start from.
func Known() (map[uint32][Knowledge]float32, error) {
	k, err := readKnowledge()
	if err != nil {
		return nil, err
	}
	x := englishTongue()
	known := map[uint32][Knowledge]float32{}
	for h, v := range k {
		word, denied := x.word(h)
		known[word] = v
		known[denied] = [Knowledge]float32{2: v[0], 3: v[1]}
	}
	return known, nil
}
