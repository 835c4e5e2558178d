package text

import (
	"encoding/binary"

	"golang.org/x/text/unicode/norm"
)

// Reader reads texts one after another and reuses its memory, so that reading allocates nothing once it is warm.
// It is not for concurrent use: give each goroutine its own.
type Reader struct {
	doc Document

	// folding
	notes       []uint8 // one for each byte of Folded; empty for an ASCII text
	offsets     []int32 // kept for the next text that is not ASCII
	normal      norm.Iter
	source      [4]byte
	parts       []byte
	joined      []byte
	composed    []byte
	at          int32 // where the character being folded begins
	next        int   // and where it ends
	marked      bool  // a letter may have a Lithuanian diacritic
	afterEmoji  bool
	directed    bool // has direction marks
	rightToLeft bool
	lookalikes  int   // letters beyond Latin that look like one of its
	others      int   // letters beyond Latin that do not
	foreign     int32 // how much the letters speak for another language

	// quotation
	quotes []quoteMark
	quoted []Span // bytes of Source

	// scanning
	inQuote     int  // index of the first of quoted that is not over
	breaks      bool // a clause may begin with the next token
	ended       bool // the sentence is over
	lineEnded   bool
	sentenceEnd int // in Folded, after the mark that ended it
	stretched   bool
	hostTo      int // up to here no bare host name begins
	mailTo      int // up to here no e-mail address begins
	decoratedTo int // up to here other readings have been looked for
	single      letterRun
}

const longNumber = 7 // digits

// NewReader makes a Reader.
func NewReader() *Reader { return &Reader{} }

// Read reads a text. The language is what the caller knows it to be, or empty to have it recognised. The Document is
// valid until the next Read. Offsets are 32-bit: a text must not be longer than 128 MB.
func (r *Reader) Read(s string, lang Lang) *Document {
	r.begin(s)
	r.fold(s)
	r.survey()
	r.pairQuotes()
	r.scan()
	d := &r.doc
	d.Lang = lang
	if lang == "" {
		d.Lang = r.recognise()
	}
	return d
}

// begin forgets the last text but keeps the memory.
func (r *Reader) begin(s string) {
	d := &r.doc
	*d = Document{
		Source: s, Folded: d.Folded[:0], Tokens: d.Tokens[:0], Others: d.Others[:0], Sentences: d.Sentences[:0],
		readings: d.readings[:0],
	}
	r.notes, r.quotes, r.quoted = r.notes[:0], r.quotes[:0], r.quoted[:0]
	r.marked, r.afterEmoji, r.directed, r.rightToLeft = false, false, false, false
	r.lookalikes, r.others, r.foreign = 0, 0, 0
	r.inQuote, r.breaks, r.ended, r.lineEnded, r.sentenceEnd, r.stretched = 0, false, false, false, 0, false
	r.hostTo, r.mailTo, r.decoratedTo, r.single = 0, 0, 0, letterRun{}
}

// asciiSets has for each byte the set that holds it alone, if it is ASCII.
var asciiSets = asciiSetTable()

func asciiSetTable() (table [256][2]uint64) {
	for c := range 128 {
		table[c][c/64] = 1 << (c % 64)
	}
	return table
}

// survey looks over the folded text once for what spares the scan some work.
func (r *Reader) survey() {
	d := &r.doc
	var low, high uint64
	for _, c := range d.Folded {
		set := &asciiSets[c]
		low, high = low|set[0], high|set[1]
	}
	d.Chars = [2]uint64{low, high}
	r.stretched = hasStretch(d.Folded)
	const digits = 0x3ff << '0'
	if low&digits != 0 {
		r.countDigits()
	}
	if high&1 != 0 {
		d.Has |= HasAt
	}
}

// hasStretch tells whether a letter stands three times in a row. It looks at eight bytes at once, by the trick that
// finds a byte that is zero (Warren, Hacker's Delight, 6.1).
func hasStretch(folded []byte) bool {
	const each, highest = 0x0101010101010101, 0x8080808080808080
	for len(folded) >= 10 {
		here, next := binary.LittleEndian.Uint64(folded), binary.LittleEndian.Uint64(folded[2:])
		differ := here ^ next | here ^ (here>>8 | next<<8>>56<<56)
		if (differ-each)&^differ&highest != 0 && hasStretchSlowly(folded[:10]) {
			return true
		}
		folded = folded[8:]
	}
	return hasStretchSlowly(folded)
}

func hasStretchSlowly(folded []byte) bool {
	for i := 2; i < len(folded); i++ {
		if c := folded[i]; c == folded[i-1] && c == folded[i-2] && classes[c]&letter != 0 {
			return true
		}
	}
	return false
}

// countDigits counts the digits, and looks for a long number.
func (r *Reader) countDigits() {
	d := &r.doc
	d.Has |= HasNumber
	run, gap := 0, 0
	for _, c := range d.Folded {
		switch {
		case classes[c]&digit != 0:
			d.Digits++
			run, gap = run+1, 0
			if run >= longNumber {
				d.Has |= HasLongNumber
			}
		case gap < 2 && (c == ' ' || c == '-' || c == '.' || c == '(' || c == ')' || c == '/'):
			gap++
		default:
			run, gap = 0, 0
		}
	}
}
