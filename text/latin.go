package text

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// latinEnd is the first character after Latin Extended-B; below it folding is a look into a table.
const latinEnd = 0x250

// latinFold is how one character folds.
type latinFold struct {
	plain       string // empty for what is invisible
	mark, upper uint8
	foreign     int32 // how much the letter speaks for another language than English and Lithuanian
}

var (
	lowerASCII = lowerTable()
	latin      = latinTable()
)

// latinLetters are the Latin letters that have no decomposition but are read as plain ones: strokes, ligatures, and
// the small capitals that fancy-text tools produce.
var latinLetters = map[rune]string{
	'æ': "ae", 'Æ': "ae", 'œ': "oe", 'Œ': "oe", 'ø': "o", 'Ø': "o", 'ł': "l", 'Ł': "l", 'đ': "d", 'Đ': "d", 'ħ': "h", 'Ħ': "h",
	'ß': "ss", 'ẞ': "ss", 'þ': "th", 'Þ': "th", 'ð': "d", 'Ð': "d", 'ı': "i", 'ĸ': "k", 'ŋ': "n", 'Ŋ': "n", 'ŧ': "t", 'Ŧ': "t",
	'ƀ': "b", 'Ɓ': "b", 'ɓ': "b", 'Ƈ': "c", 'ƈ': "c", 'Ɗ': "d", 'ɗ': "d", 'ƒ': "f", 'Ƒ': "f", 'Ɠ': "g", 'ɠ': "g", 'Ǥ': "g", 'ǥ': "g",
	'Ɨ': "i", 'ɨ': "i", 'Ƙ': "k", 'ƙ': "k", 'ƚ': "l", 'Ɲ': "n", 'ɲ': "n", 'ƞ': "n", 'Ɵ': "o", 'ɵ': "o", 'Ƥ': "p", 'ƥ': "p",
	'ƫ': "t", 'Ƭ': "t", 'ƭ': "t", 'Ʈ': "t", 'Ʋ': "v", 'Ƴ': "y", 'ƴ': "y", 'Ƶ': "z", 'ƶ': "z", 'Ȥ': "z", 'ȥ': "z", 'ə': "e", 'Ə': "e",
	'ᴀ': "a", 'ʙ': "b", 'ᴄ': "c", 'ᴅ': "d", 'ᴇ': "e", 'ꜰ': "f", 'ɢ': "g", 'ʜ': "h", 'ɪ': "i", 'ᴊ': "j", 'ᴋ': "k", 'ʟ': "l", 'ᴍ': "m",
	'ɴ': "n", 'ᴏ': "o", 'ᴘ': "p", 'ǫ': "o", 'ʀ': "r", 'ꜱ': "s", 'ᴛ': "t", 'ᴜ': "u", 'ᴠ': "v", 'ᴡ': "w", 'ʏ': "y", 'ᴢ': "z",
}

// lithuanianMarks are the nine letters, lower case.
var lithuanianMarks = map[rune]uint8{
	'ą': markFirst, 'č': markFirst, 'ę': markFirst, 'ė': markOther, 'į': markFirst, 'š': markFirst, 'ų': markFirst, 'ū': markOther, 'ž': markFirst,
}

// foreignLetters says how much a letter speaks for another language than English and Lithuanian.
var foreignLetters = map[rune]int32{
	'ā': 9, 'ē': 9, 'ī': 9, 'ģ': 9, 'ķ': 9, 'ļ': 9, 'ņ': 9,
	'ł': 5, 'ń': 5, 'ś': 5, 'ź': 5, 'ż': 5, 'ć': 4, 'ó': 2, 'ř': 5, 'ě': 5, 'ů': 5, 'ň': 5, 'ý': 4, 'ő': 5, 'ű': 5,
	'ß': 5, 'ä': 3, 'ö': 3, 'ü': 3, 'å': 4, 'ø': 4, 'æ': 4, 'õ': 5, 'ã': 5, 'ñ': 3, 'ç': 3, '¿': 4, '¡': 4,
	'ê': 2, 'ô': 2, 'â': 3, 'î': 2, 'û': 2, 'é': 1, 'è': 2, 'à': 2, 'ù': 3, 'ò': 3, 'ì': 3, 'á': 2, 'í': 2, 'ú': 2,
	'ş': 4, 'ğ': 5, 'ı': 4, 'ă': 4, 'ț': 5, 'ș': 5,
}

func lowerTable() (table [256]byte) {
	for i := range table {
		table[i] = byte(i)
	}
	for c := 'A'; c <= 'Z'; c++ {
		table[c] = byte(c - 'A' + 'a')
	}
	return table
}

func latinTable() (table [latinEnd - utf8.RuneSelf]latinFold) {
	for i := range table {
		c := rune(i + utf8.RuneSelf)
		small := unicode.ToLower(c)
		table[i] = latinFold{
			plain: plainLatin(c), mark: lithuanianMarks[small], upper: upperNote(c), foreign: foreignLetters[small],
		}
	}
	return table
}

// plainLatin folds one character of the Latin blocks.
func plainLatin(c rune) string {
	if c == softHyphen {
		return ""
	}
	if plain, ok := punctuation(c); ok {
		return string(plain)
	}
	var plain []rune
	for _, part := range norm.NFKD.String(string(c)) {
		special, ok := latinLetters[part]
		switch {
		case ok:
			plain = append(plain, []rune(special)...)
		case unicode.Is(unicode.M, part):
		default:
			if simple, known := punctuation(part); known {
				part = simple
			}
			part = unicode.ToLower(part)
			if like := lookalike(part); like != 0 && unicode.Is(unicode.Latin, part) {
				part = unicode.ToLower(rune(like))
			}
			plain = append(plain, part)
		}
	}
	return string(plain)
}

// combiningMark says which Lithuanian letter a base and a combining accent make.
func combiningMark(base byte, accent rune) uint8 {
	switch accent {
	case 0x0328: // ogonek
		if base == 'a' || base == 'e' || base == 'i' || base == 'u' {
			return markFirst
		}
	case 0x030C: // caron
		if base == 'c' || base == 's' || base == 'z' {
			return markFirst
		}
	case 0x0307: // dot above
		if base == 'e' {
			return markOther
		}
	case 0x0304: // macron
		if base == 'u' {
			return markOther
		}
	}
	return markBare
}
