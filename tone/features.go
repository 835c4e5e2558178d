package tone

import "rostrum/text"

// What learned models see of a text is numbered. Words that the lexicons know have numbers of their own, and others
// where they are denied; other words, pairs of words and words of texts that name a group of people share WordFeatures numbers,
// pieces of words the last ones.
const (
	knownBits     = 14
	wordBits      = 16
	pieceBits     = 16
	knownFeatures = 2 << knownBits
	WordFeatures  = knownFeatures + 1<<wordBits
	AllFeatures   = WordFeatures + 1<<pieceBits
)

// Size is how many numbers the features of words and of pieces share in weights as they are stored. There are fewer
// where there is less to learn from.
type Size struct{ Words, Pieces int }

// The sizes of the two languages. A size tells the language of weights.
var (
	EnglishSize    = Size{WordFeatures, AllFeatures - WordFeatures}
	LithuanianSize = Size{1 << 14, 1 << 15}
)

// All is how many numbers there are.
func (s Size) All() int { return s.Words + s.Pieces }

// Fold gives the number that a feature has where fewer are shared.
func (s Size) Fold(feature uint32) uint32 {
	if feature < WordFeatures {
		return feature % uint32(s.Words)
	}
	return uint32(s.Words) + (feature-WordFeatures)%uint32(s.Pieces)
}

// What stands for all handles, links, numbers and words for groups of people.
const (
	anyHandle = 0x6a09e667f3bcc909
	anyLink   = 0xbb67ae8584caa73b
	anyNumber = 0x3c6ef372fe94f82b
	anyGroup  = 0xa54ff53a5f1d36f1
)

// What keeps different kinds of features apart.
const (
	deniedSalt = 0x165667b19e3779f9
	pairSalt   = 0xc2b2ae3d27d4eb4f
	besideSalt = 0x27d4eb2f165667c5
	whomFactor = 0x9fb21c651e98df25
	spread     = 0x9e3779b97f4a7c15
)

const (
	shortestPiece = 3 // letters, the edges of the word being letters as well
	mostFeatures  = 5 + text.MostPieces
	deniesNext    = 3 // words
)

// Signs of punctuation that are features.
const (
	signExclaimed = iota + 1
	signAsked
	signSmiled
	signFrowned
)

// features reads the features of one text, token by token.
type features struct {
	d *text.Document
	*tongue
	last    uint64 // what the word before says
	denied  int    // words that are still denied
	beside  bool   // the text names a group of people
	against bool   // it speaks against something
	aside   aside
	pointed [pointed]uint8 // what its first tokens say to those after them
}

// begin makes ready to read the features of a text.
func (x *tongue) begin(d *text.Document) features {
	f := features{d: d, tongue: x, aside: aside{sentence: -1}}
	for i := range d.Tokens {
		bits := x.pointers.at(d, i)
		f.beside = f.beside || bits&atGroup != 0
		f.against = f.against || bits&atAgainst != 0
		if i < pointed {
			f.pointed[i] = bits
		}
	}
	return f
}

// Features gives the numbers of a text's features, and how much each counts for abuse: this is what models are trained on and
// what they are asked about.
func Features(d *text.Document) (numbers []uint32, shares []float32) {
	f := tongueOf(d.Lang).begin(d)
	count := func(share float32) {
		for len(shares) < len(numbers) {
			shares = append(shares, share)
		}
	}
	for i := range d.Tokens {
		w := f.whom(i)
		numbers = f.token(i, w, numbers)
		count(w.share())
	}
	for i := range d.Others {
		numbers = f.reading(&d.Others[i], numbers)
	}
	numbers = f.signs(numbers)
	count(1)
	return numbers, shares
}

// token appends the features of one token and of whom it is said: those of the words first.
func (f *features) token(i int, w whom, buf []uint32) []uint32 {
	t, bits := &f.d.Tokens[i], f.points(i)
	if t.Flags&text.BreakBefore != 0 {
		f.denied = 0
	}
	if bits&atGroup != 0 {
		return f.groupToken(t, buf)
	}
	says := says(t)
	if says == 0 {
		return buf
	}
	word, denied := f.word(says)
	buf = append(buf, word, wordFeature((f.last*5+says)^pairSalt))
	if f.denied > 0 {
		buf = append(buf, denied)
		f.denied--
	}
	if f.beside {
		buf = append(buf, wordFeature(says^besideSalt))
	}
	if w != ofNoOne {
		buf = append(buf, wordFeature((says+uint64(w))*whomFactor))
	}
	if bits&atDenial != 0 {
		f.denied = deniesNext
	}
	f.last = says
	if t.Kind == text.Word {
		buf = text.AppendPieces(f.d.Word(t), shortestPiece, WordFeatures, pieceBits, buf)
	}
	return buf
}

// groupToken appends the pair of a word for a group and the one before it: by itself it says nothing, and all of them are one.
func (f *features) groupToken(t *text.Token, buf []uint32) []uint32 {
	if f.group == 0 || t.Flags&(text.InLink|text.InHandle) != 0 {
		return buf
	}
	if f.last != 0 {
		buf = append(buf, wordFeature((f.last*5+f.group)^pairSalt))
	}
	if f.denied > 0 {
		buf = append(buf, wordFeature(f.group*3^deniedSalt))
		f.denied--
	}
	f.last = f.group
	return buf
}

// reading appends the features of another reading of a word, which has no place among the others.
func (f *features) reading(t *text.Token, buf []uint32) []uint32 {
	says := says(t)
	if says == 0 || f.pointers.isGroup(t.Hash) {
		return buf
	}
	word, _ := f.word(says)
	return text.AppendPieces(f.d.Word(t), shortestPiece, WordFeatures, pieceBits, append(buf, word))
}

// says gives what stands for a token that names no group, 0 for one that says nothing.
func says(t *text.Token) uint64 {
	if t.Flags&(text.InLink|text.InHandle) != 0 {
		return 0
	}
	switch t.Kind {
	case text.Handle:
		return anyHandle
	case text.Link, text.Email:
		return anyLink
	case text.Number:
		return anyNumber
	}
	return t.Hash
}

// word gives the numbers of a word and of the same word denied.
func (x *tongue) word(says uint64) (word, denied uint32) {
	if slot, ok := x.known.find(says); ok {
		return slot, 1<<knownBits + slot
	}
	return wordFeature(says), wordFeature(says*3 ^ deniedSalt)
}

func wordFeature(h uint64) uint32 { return knownFeatures + uint32(h*spread>>(64-wordBits)) }

// signs appends what punctuation says.
func (f *features) signs(buf []uint32) []uint32 {
	low := f.d.Chars[0]
	if low&(1<<'!') != 0 {
		buf = append(buf, wordFeature(signExclaimed))
	}
	if low&(1<<'?') != 0 {
		buf = append(buf, wordFeature(signAsked))
	}
	const eyes, heart = 1<<':' | 1<<';' | 1<<'=', 1<<'<' | 1<<'3'
	if low&eyes == 0 && low&heart != heart {
		return buf
	}
	smiles, frowns := faces(f.d.Folded)
	if smiles {
		buf = append(buf, wordFeature(signSmiled))
	}
	if frowns {
		buf = append(buf, wordFeature(signFrowned))
	}
	return buf
}

// faces finds faces made of signs, and hearts.
func faces(folded []byte) (smiles, frowns bool) {
	for i := 0; i+1 < len(folded); i++ {
		switch folded[i] {
		case '<':
			smiles = smiles || folded[i+1] == '3'
		case ':', ';', '=':
			mouth := i + 1
			if c := folded[mouth]; (c == '-' || c == '\'') && mouth+1 < len(folded) {
				mouth++
			}
			alone := mouth+1 == len(folded) || folded[mouth+1] < 'a' && folded[mouth+1] != '/'
			switch folded[mouth] {
			case ')', ']':
				smiles = true
			case 'd', 'p':
				smiles = smiles || alone
			case '(', '[', '|':
				frowns = true
			case '/', '\\':
				frowns = frowns || alone
			}
		}
	}
	return smiles, frowns
}
