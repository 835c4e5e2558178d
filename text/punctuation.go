package text

import (
	"unicode"
	"unicode/utf8"
)

const (
	softHyphen    = 0x00AD
	joiner        = 0x200D // zero-width joiner, which makes one emoji of several
	nonJoiner     = 0x200C
	byteOrderMark = 0xFEFF
)

// punctuation gives the plain form of typographic quotation marks, apostrophes, dashes and line ends.
func punctuation(c rune) (rune, bool) {
	switch {
	case c >= 0x2018 && c <= 0x201B, c == 0x2032, c == 0x00B4, c == 0x02B9, c == 0x02BB, c == 0x02BC, c == 0x2039, c == 0x203A:
		return '\'', true
	case c >= 0x201C && c <= 0x201F, c == 0x2033, c == 0x00AB, c == 0x00BB:
		return '"', true
	case c >= 0x2010 && c <= 0x2015, c == 0x2212, c == 0x2043:
		return '-', true
	case c == 0x2044, c == 0x2215:
		return '/', true
	case c == 0x2028, c == 0x2029, c == 0x0085:
		return '\n', true
	case c >= 0x0080 && c < 0x00A0:
		return ' ', true
	case c == 0x2122, c == 0x2120: // the marks after a brand are no letters of it
		return c, true
	case c >= 0x1F150 && c <= 0x1F169:
		return 'a' + c - 0x1F150, true
	}
	return 0, false
}

// putPunctuation folds what punctuation knows.
func (r *Reader) putPunctuation(c, plain rune) {
	r.quote(c)
	var note uint8
	if c >= 0x2012 && c <= 0x2015 {
		note = noteDash
	}
	r.put(plain, note)
}

// isInvisible tells characters that take no room: joiners, directions, selectors, tags and fillers.
func isInvisible(c rune) bool {
	switch {
	case c < 0x300:
		return c == softHyphen
	case c >= 0x200B && c <= 0x200F, c >= 0x202A && c <= 0x202E, c >= 0x2060 && c <= 0x206F:
		return true
	case c >= 0xFE00 && c <= 0xFE0F, c >= 0xE0000 && c <= 0xE0FFF, c >= 0x180B && c <= 0x180F, c >= 0xFFF9 && c <= 0xFFFB:
		return true
	}
	return c == 0x034F || c == 0x061C || c == 0x115F || c == 0x1160 || c == 0x17B4 || c == 0x17B5 || c == 0x3164 || c == 0xFFA0 ||
		c == byteOrderMark
}

// dropInvisible leaves an invisible character out, or keeps the joiner within an emoji, and remembers it as suspicious
// unless something needs it.
func (r *Reader) dropInvisible(c rune) {
	d := &r.doc
	last, _ := utf8.DecodeLastRune(d.Folded)
	switch {
	case r.afterEmoji:
		next, _ := utf8.DecodeRuneInString(d.Source[r.next:])
		if c == joiner && isEmoji(next) && !isSkinTone(next) {
			r.put(joiner, 0)
		}
	case c >= 0xFE00 && c <= 0xFE0F:
		if unicode.IsLetter(last) {
			d.Has |= HasInvisible
		}
	case c == joiner || c == nonJoiner:
		if last < latinEnd || !unicode.In(last, unicode.L, unicode.M) {
			d.Has |= HasInvisible
		}
	case c == byteOrderMark && r.at == 0:
	case isDirection(c):
		r.directed = true
	default:
		d.Has |= HasInvisible
	}
}

// isDirection tells the marks and isolates that a text with right-to-left words in it needs. The overrides, which
// nothing needs, are not among them.
func isDirection(c rune) bool {
	return c == 0x200E || c == 0x200F || c == 0x061C || c >= 0x202A && c <= 0x202C || c >= 0x2066 && c <= 0x2069
}

// digitValue gives the value of a decimal digit of any script: Unicode keeps each ten of them together, from zero up.
func digitValue(c rune) rune {
	value := rune(0)
	for value < 9 && unicode.Is(unicode.Nd, c-value-1) {
		value++
	}
	return value
}
