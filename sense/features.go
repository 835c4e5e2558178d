package sense

import (
	"rostrum/text"
	"rostrum/text/phrase"
)

// What weights see of a text is numbered: words, how words begin, pairs of them next to each other or with one between,
// classes of words, and pieces of words, which the forms of a word share.
const (
	wordBits  = 15
	pieceBits = 15
	wordCount = 1 << wordBits

	// Features is how many numbers there are.
	Features = wordCount + 1<<pieceBits
)

// What stands for words of which only the kind matters.
const (
	anyOwn    = 0x6a09e667f3bcc909 // the company or its product
	anyHandle = 0xbb67ae8584caa73b
	anyLink   = 0x3c6ef372fe94f82b
	anyNumber = 0xa54ff53a5f1d36f1
	anyName   = 0x510e527fade682d1 // a capital within a sentence
	isQuoted  = 0xcbbb9d5dc1059ed8
)

// What keeps different kinds of features apart.
const (
	pairSalt = 0xc2b2ae3d27d4eb4f
	skipSalt = 0x165667b19e3779f9
	stemSalt = 0x9b0568
	spread   = 0x9e3779b97f4a7c15
)

const (
	shortestPiece = 4 // letters, the edges of the word being letters as well
	stemLong      = 5 // letters by which words are alike
	mostOfToken   = 8 + text.MostPieces
)

// reader reads the features of a text, token by token.
type reader struct {
	Text
	last, before, stem uint64 // what the word before says, the one before that, and how the word before begins
	near               int    // the first hit that may reach the next token
}

// AppendFeatures appends the features of the tokens from first to last, which is left out. This is what weights are learned
// from and what they are asked about.
func AppendFeatures(t Text, first, last int, buf []uint32) []uint32 {
	r := t.reader(first)
	for i := first; i < last; i++ {
		buf = r.token(i, buf)
	}
	for i := t.from(first); i < len(t.hits) && int(t.hits[i].First) < last; i++ {
		buf = r.hit(&t.hits[i], buf)
	}
	return buf
}

// reader reads from a token on.
func (t *Text) reader(first int) reader {
	return reader{Text: *t, near: t.from(first - phrase.MaxWords)}
}

// token appends the features of a token.
func (r *reader) token(i int, buf []uint32) []uint32 {
	t := &r.doc.Tokens[i]
	if t.Flags&(text.InLink|text.InHandle) != 0 {
		return buf
	}
	says, whole := r.says(i, t)
	if says == anyOwn && r.last == anyOwn {
		return buf
	}
	buf = append(buf, word(says), word((r.last*5+says)^pairSalt), word((r.before*7+says)^skipSalt))
	r.before, r.last = r.last, says
	if t.Flags&text.Quoted != 0 {
		buf = append(buf, word(isQuoted))
	}
	if whole {
		return buf
	}
	letters := r.doc.Word(t)
	stem := stemOf(letters)
	buf = append(buf, word(stem), word((r.stem*5+stem)^pairSalt))
	r.stem = stem
	return text.AppendPieces(letters, shortestPiece, wordCount, pieceBits, buf)
}

// says gives what stands for a token; whole tells that nothing more is to be known of it.
func (r *reader) says(i int, t *text.Token) (says uint64, whole bool) {
	switch {
	case r.own(i):
		return anyOwn, true
	case t.Kind == text.Handle:
		return anyHandle, true
	case t.Kind == text.Link, t.Kind == text.Email:
		return anyLink, true
	case t.Kind == text.Number:
		return anyNumber, true
	case t.Kind == text.Emoji:
		return t.Hash, true
	case t.Kind == text.Word && t.Flags&text.Capital != 0 && t.Flags&text.Upper == 0 && r.inside(i):
		return anyName, true
	}
	return t.Hash, false
}

// own tells whether a token names the company or its product.
func (r *reader) own(i int) bool {
	for r.near < len(r.hits) && int(r.hits[r.near].First)+phrase.MaxWords <= i {
		r.near++
	}
	for j := r.near; j < len(r.hits) && int(r.hits[j].First) <= i; j++ {
		if int(r.hits[j].Last) >= i && r.words.own(r.hits[j].List) {
			return true
		}
	}
	return false
}

// inside tells that a token does not begin a sentence.
func (r *reader) inside(i int) bool {
	return i > 0 && r.doc.Tokens[i-1].Sentence == r.doc.Tokens[i].Sentence && r.doc.Tokens[i-1].Kind != text.Emoji
}

// hit appends what the class of a word says, which counts as much as two words.
func (r *reader) hit(h *phrase.Hit, buf []uint32) []uint32 {
	class := r.words.class(h.List)
	if class == 0 {
		return buf
	}
	return append(buf, word(class), word(class))
}

func word(h uint64) uint32 { return uint32(h * spread >> (64 - wordBits)) }

// stemOf gives how a word begins.
func stemOf(letters []byte) uint64 {
	h := uint64(stemSalt)
	for _, c := range letters[:min(len(letters), stemLong)] {
		h = h<<8 ^ uint64(c)
	}
	return h
}
