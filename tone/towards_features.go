package tone

import (
	"rostrum/text"
)

// Feature is one thing that is known of a text and a brand: its number, and how much of it there is.
type Feature struct {
	At    uint32
	Value float32
}

// What is known of a text and a brand is numbered: first what is measured, once for both languages, once for each, and once
// more where another company is named, then
// words, pairs and the skeleton, which share the rest.
const (
	towardsBits = 14
	mostDense   = 96
	// TowardsFeatures is how many numbers there are.
	TowardsFeatures = 1 << towardsBits
	sharedFeatures  = TowardsFeatures - 4*mostDense
)

// Parts of a text in which feeling is summed up.
const (
	partAll = iota
	partOurs
	partTheirs
	partNeither
	partSentence // that names the brand
	partBefore   // the brand, in a sentence that names it
	partAfter
	partTheirSentence // that names another company and not the brand
	partNear          // the brand, within near words
	partNearTheirs
	partLast // sentence
	parts
)

const (
	near        = 4
	longestPost = 1000 // tokens; of longer texts only the sums of words speak
)

// outline is what is known of each token of a text. It is filled for one text after another.
type outline struct {
	d     *text.Document
	aim   *Aim
	out   []Feature
	kinds []byte
	sad   []float32 // what learned weights sum up
	glad  []float32
	felt  []float32 // what the lexicon says
	part  []uint16  // the parts that a token is in
	walk  []byte    // kinds, one after another, of tokens that have one
	words []uint64  // what stands for a token
}

// features gives what is known of a text that names the brand. It is valid until the next call.
func (o *outline) features(small *smallWords, x *Learned, plain *Result, aimed Scores) []Feature {
	o.out = o.out[:0]
	o.weigh(x, plain.Because)
	o.outlineParts()
	o.outlineKinds(small)
	o.dense(plain.Scores, aimed)
	o.sparse()
	return o.out
}

// weigh finds how each token feels.
func (o *outline) weigh(x *Learned, because []Evidence) {
	o.sad, o.glad, o.felt = o.sad[:0], o.glad[:0], o.felt[:0]
	var buf [mostFeatures]uint32
	f := x.tongue.begin(o.d)
	at := 0
	for i := range o.d.Tokens {
		t := &o.d.Tokens[i]
		s := x.sum(f.token(i, f.whom(i), buf[:0]))
		if o.aim.at[i] != nobody { // names of companies are no feeling
			s = sums{}
		}
		o.sad, o.glad = append(o.sad, s[saddens]), append(o.glad, s[gladdens])
		for at < len(because) && because[at].Start < t.Start {
			at++
		}
		felt := float32(0)
		if at < len(because) && because[at].Start == t.Start {
			if felt = because[at].Weight; because[at].Of == Negative {
				felt = -felt
			}
		}
		o.felt = append(o.felt, felt)
	}
}

// outlineParts finds the parts that each token is in.
func (o *outline) outlineParts() {
	o.part = o.part[:0]
	tokens := o.d.Tokens
	for i := range tokens {
		p := uint16(1 << partAll)
		switch o.aim.counts[i] {
		case ofBrand:
			p |= 1 << partOurs
		case ofRival:
			p |= 1 << partTheirs
		default:
			p |= 1 << partNeither
		}
		if tokens[i].Sentence == tokens[len(tokens)-1].Sentence {
			p |= 1 << partLast
		}
		o.part = append(o.part, p)
	}
	o.outlineSentences()
	for i := range tokens {
		switch o.aim.at[i] {
		case brand:
			o.markNear(i, 1<<partNear)
		case somebody:
			o.markNear(i, 1<<partNearTheirs)
		}
	}
}

// outlineSentences finds what stands in sentences that name a company.
func (o *outline) outlineSentences() {
	tokens := o.d.Tokens
	for from := 0; from < len(tokens); {
		to, ours, theirs := from, -1, -1
		for ; to < len(tokens) && tokens[to].Sentence == tokens[from].Sentence; to++ {
			switch o.aim.at[to] {
			case brand:
				ours = to
			case somebody:
				theirs = to
			}
		}
		for i := from; i < to; i++ {
			switch {
			case ours >= 0 && i <= ours:
				o.part[i] |= 1<<partSentence | 1<<partBefore
			case ours >= 0:
				o.part[i] |= 1<<partSentence | 1<<partAfter
			case theirs >= 0:
				o.part[i] |= 1 << partTheirSentence
			}
		}
		from = to
	}
}

func (o *outline) markNear(i int, part uint16) {
	for k := max(0, i-near); k < min(len(o.part), i+near+1); k++ {
		o.part[k] |= part
	}
}
