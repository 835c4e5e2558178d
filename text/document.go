// Package text owns the reading of a text: folding, tokens with their place in the original, sentences, links,
// handles and language. It refuses to know what any word means.
package text

// Lang is a language that a text is written in.
type Lang string

// The languages that are told apart.
const (
	English    Lang = "en"
	Lithuanian Lang = "lt"
	Other      Lang = "other"
	Mixed      Lang = "mixed" // English and Lithuanian in one text
)

// Kind is what a token is.
type Kind uint8

// The kinds of token.
const (
	Word    Kind = iota // letters, with digits and inner apostrophes: don't, b2b, Facebook'o
	Number              // digits only; 10,5 is two numbers
	Link                // https://…, www.…, or a bare domain with a known ending
	Email               // name@host
	Handle              // @name, @name@host
	Hashtag             // #name as a whole; the words in it follow as Word tokens with InHashtag
	Emoji               // one emoji, however many code points
)

// Flag is something worth knowing about a token.
type Flag uint16

// The flags.
const (
	Capital     Flag = 1 << iota // the first letter is upper case
	Upper                        // every letter is upper case, and there are at least two; an ending may follow: VMI'ui
	HasDigit                     // a Word with a digit in it
	InLink                       // a word inside a link's path, host or query
	InHashtag                    // a word inside a hashtag, cut at capitals
	InHandle                     // a word inside a handle
	Quoted                       // inside quotation marks
	MixedScript                  // letters of two scripts in one word, or of another script that only imitates Latin
	Foreign                      // has letters that are neither Latin nor folded to Latin
	BreakBefore                  // a comma, dash, colon, bracket, line or sentence end stands before it: a clause may begin here
	Reading                      // one of Document.Others
)

// Token is one unit of a text.
type Token struct {
	Start, End         int32  // bytes of Document.Source
	FoldStart, FoldEnd int32  // bytes of Document.Folded; with Reading, of the other readings: ask Document.Word
	Hash               uint64 // HashFolded of the folded form
	Marks              uint64 // the Lithuanian diacritics that were typed, see MarksOf
	Sentence           int32  // index of the sentence
	Kind               Kind
	Flags              Flag
}

// Has is a set of things that a document contains, so that a rule that needs one of them can be passed over.
type Has uint32

// What a document can have.
const (
	HasLink Has = 1 << iota
	HasEmail
	HasHandle
	HasHashtag
	HasEmoji
	HasNumber     // any digit
	HasLongNumber // seven digits or more, with at most two of space - . ( ) / between two of them
	HasQuote      // quotation marks with something between them
	HasAt         // the character @
	HasNonASCII
	HasMixedScript
	HasInvisible // zero-width or bidirectional control characters that no emoji or script needs
	HasInvalid   // bytes that are not UTF-8
)

// Span is a range of bytes of Document.Source.
type Span struct{ Start, End int32 }

// Document is a text that has been read. It belongs to the Reader that made it and is valid until the next Read.
type Document struct {
	Source    string
	Folded    []byte // lower case, NFKC, no diacritics, look-alikes and invisible characters resolved
	Tokens    []Token
	Others    []Token // other readings of a word: l3tters, s p a c e d, stretchedddd, m*sked, hyphe-nated; by Start. Flags as the word's.
	Sentences []Span
	Has       Has
	Chars     [2]uint64 // which ASCII characters Folded contains
	Digits    int       // how many digits the text has
	Lang      Lang      // as recognised, or as the caller said; empty where there are no words to tell by
	offsets   []int32   // Folded byte → Source byte, and one more for the end; nil where they are the same
	readings  []byte    // the folded forms of Others
}

// Word gives the folded form of a token.
func (d *Document) Word(t *Token) []byte {
	if t.Flags&Reading != 0 {
		return d.readings[t.FoldStart:t.FoldEnd]
	}
	return d.Folded[t.FoldStart:t.FoldEnd]
}

// Original gives a token as it was typed.
func (d *Document) Original(t *Token) string { return d.Source[t.Start:t.End] }

// SourceOffset gives the byte of Source that a byte of Folded came from; len(Folded) gives len(Source).
func (d *Document) SourceOffset(folded int) int {
	if d.offsets == nil {
		return folded
	}
	return int(d.offsets[folded])
}
