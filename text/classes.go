package text

import (
	"unicode"
	"unicode/utf8"
)

// class says what a byte of the folded text may begin.
type class uint8

const (
	letter     class = 1 << iota // a to z
	digit                        // 0 to 9
	space                        // blanks and control characters
	lineEnd                      // line feed, carriage return
	stop                         // . ! ?
	clauseEnd                    // , ; : and brackets
	beyond                       // the first byte of a character beyond ASCII, or one inside it
	decoration                   // @ $ ! * #, which may stand for a letter
)

var classes = classTable()

func classTable() (table [256]class) {
	for c := range table {
		switch {
		case c >= 'a' && c <= 'z':
			table[c] = letter
		case c >= '0' && c <= '9':
			table[c] = digit
		case c >= utf8.RuneSelf:
			table[c] = beyond
		case c <= ' ':
			table[c] = space
		}
	}
	table['\n'], table['\r'] = lineEnd, lineEnd
	table['.'], table['!'], table['?'] = stop, stop|decoration, stop
	for _, c := range ",;:()[]{}" {
		table[c] = clauseEnd
	}
	for _, c := range "@$*#" {
		table[c] = decoration
	}
	return table
}

// letterSize gives the length of the letter or combining mark beyond ASCII that stands at i of the folded text, or 0.
func (r *Reader) letterSize(i int) int {
	folded := r.doc.Folded
	if i >= len(folded) || folded[i] < utf8.RuneSelf {
		return 0
	}
	c, size := utf8.DecodeRune(folded[i:])
	if unicode.In(c, unicode.L, unicode.M) {
		return size
	}
	return 0
}

// isWordAt says whether a letter or digit stands at i of the folded text.
func (r *Reader) isWordAt(i int) bool {
	if i < 0 || i >= len(r.doc.Folded) {
		return false
	}
	k := classes[r.doc.Folded[i]]
	return k&(letter|digit) != 0 || k&beyond != 0 && r.letterSize(i) > 0
}

// isWordBefore says whether a letter or digit stands just before i of the folded text.
func (r *Reader) isWordBefore(i int) bool {
	if i == 0 {
		return false
	}
	_, size := utf8.DecodeLastRune(r.doc.Folded[:i])
	return r.isWordAt(i - size)
}

// isUpper says whether the letter at i of the folded text was typed in upper case.
func (r *Reader) isUpper(i int) bool {
	if len(r.notes) > 0 {
		return r.notes[i]&noteUpper != 0
	}
	c := r.doc.Source[i]
	return c >= 'A' && c <= 'Z'
}
