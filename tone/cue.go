package tone

import (
	"fmt"
	"strings"
	"sync"

	"rostrum/text"
)

// cue is what a small word near an abusive one says: who does what to whom, and how it is meant. Cues are looked up
// only around words that could make a finding, so that texts without one pay nothing for them.
type cue uint64

const (
	cueYou cue = 1 << iota
	cueYour
	cueMe
	cueMine
	cueThey
	cueThing
	cueBe
	cueNot
	cueWill
	cueMust
	cueCould
	cueFiller
	cueArticle
	cueSome
	cuePlace
	cueDeed
	cueOf
	cueOpinion
	cueSource
	cueTold // before words that are told of
	cueCounter
	cuePlay
	cueWarm
	cueGuard
	cueGeneric
	cuePraise
	cueForce
	cueHandle // an @name
	cueName   // a capitalised name, or one that the caller knows
	cueGroup  // people by a protected trait
	cueAbuse  // another word of abuse
)

var cueNames = []string{"you", "your", "me", "mine", "they", "thing", "be", "not", "will", "must", "could", "filler", "article", "some",
	"place", "deed", "of", "opinion", "source", "told", "counter", "play", "warm", "guard", "generic", "praise", "force"}

const (
	cuePerson = cueYou | cueThey | cueHandle | cueName | cueGroup
	cueNamed  = cueHandle | cueName
)

// cues finds the cue words of both languages.
type cues struct {
	may   [cueBits / 64]uint64 // a bit for each hash, so that most words are passed over without a look at the map
	words map[uint64][]cueWord
}

const cueBits = 1 << 13

// A cueWord is one word or expression, by the hash of its first word.
type cueWord struct {
	rest  []uint64 // hashes of the words after the first
	marks uint64
	cue   cue
	lang  text.Lang
}

// knownCues gives the cues of the lexicon, which all models share.
var knownCues = sync.OnceValues(readCues)

func readCues() (*cues, error) {
	table := &cues{words: map[uint64][]cueWord{}}
	reader := text.NewReader()
	for _, lang := range []text.Lang{text.English, text.Lithuanian} {
		for _, subject := range []string{"grammar", "context"} {
			err := lines("lexicon/"+subject+"_"+string(lang)+".txt", func(f []string) error {
				if len(f) != 2 {
					return fmt.Errorf("a line is word and class with a tab in between, and this one has %d fields", len(f))
				}
				c, err := parseCue(f[1])
				table.add(reader.Read(f[0], lang), c, lang)
				return err
			})
			if err != nil {
				return nil, err
			}
		}
	}
	return table, nil
}

func parseCue(names string) (cue, error) {
	var c cue
	for _, name := range strings.Split(names, "+") {
		found := false
		for i, n := range cueNames {
			if n == name {
				c |= 1 << i
				found = true
			}
		}
		if !found {
			return 0, fmt.Errorf("the class %q is not known", name)
		}
	}
	return c, nil
}

func (cs *cues) add(d *text.Document, c cue, lang text.Lang) {
	if len(d.Tokens) == 0 {
		return
	}
	w := cueWord{marks: d.Tokens[0].Marks, cue: c, lang: lang}
	for _, t := range d.Tokens[1:] {
		w.rest = append(w.rest, t.Hash)
	}
	first := d.Tokens[0].Hash
	cs.may[first%cueBits/64] |= 1 << (first % 64)
	cs.words[first] = append(cs.words[first], w)
}

// at gives the cues that begin at a token.
func (cs *cues) at(d *text.Document, i int32, lang text.Lang) cue {
	t := &d.Tokens[i]
	if t.Kind == text.Handle {
		return cueHandle
	}
	var c cue
	if cs.may[t.Hash%cueBits/64]>>(t.Hash%64)&1 == 0 {
		return c
	}
	for _, w := range cs.words[t.Hash] {
		if speaks(w.lang, lang) && (t.Marks == 0 || text.Compatible(t.Marks, w.marks)) && follows(d, i, w.rest) {
			c |= w.cue
		}
	}
	return c
}

func follows(d *text.Document, i int32, rest []uint64) bool {
	if int(i)+len(rest) >= len(d.Tokens) {
		return false
	}
	for k, h := range rest {
		if d.Tokens[int(i)+1+k].Hash != h {
			return false
		}
	}
	return true
}

// speaks tells whether a word of one language can be meant in a text of another.
func speaks(word, document text.Lang) bool {
	return word == document || document != text.English && document != text.Lithuanian
}
