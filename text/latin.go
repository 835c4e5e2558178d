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
	plain               string // empty for what is invisible
	mark, upper         uint8
	lithuanian, foreign int32 // how much the letter speaks for Lithuanian, or for neither it nor English
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

// letterEvidence is what a letter says of the language: first of Lithuanian, then of others than it and English.
var letterEvidence = map[rune][2]int32{
	'ė': {4, 0}, 'į': {3, 0}, 'ų': {4, 0}, 'ą': {2, 0}, 'ę': {2, 0}, 'ū': {2, 0}, 'č': {2, 0}, 'š': {2, 0}, 'ž': {2, 0},
	'ł': {0, 5}, 'ń': {0, 5}, 'ś': {0, 5}, 'ź': {0, 5}, 'ż': {0, 5}, 'ć': {0, 4}, 'ó': {0, 2}, 'ß': {0, 5}, 'ä': {0, 3}, 'ö': {0, 3},
	'ü': {0, 3}, 'å': {0, 4}, 'ø': {0, 4}, 'æ': {0, 4}, 'ñ': {0, 3}, 'õ': {0, 5}, 'ã': {0, 5}, 'ç': {0, 3}, 'ê': {0, 2}, 'ô': {0, 2},
	'â': {0, 3}, 'î': {0, 2}, 'û': {0, 2}, 'é': {0, 1}, 'è': {0, 2}, 'à': {0, 2}, 'ù': {0, 3}, 'ò': {0, 3}, 'ì': {0, 3}, 'á': {0, 2},
	'í': {0, 2}, 'ú': {0, 2}, '¿': {0, 4}, '¡': {0, 4}, 'ā': {0, 5}, 'ē': {0, 5}, 'ī': {0, 5}, 'ģ': {0, 5}, 'ķ': {0, 5}, 'ļ': {0, 5},
	'ņ': {0, 5}, 'ř': {0, 5}, 'ě': {0, 5}, 'ů': {0, 5}, 'ň': {0, 5}, 'ý': {0, 4}, 'ő': {0, 5}, 'ű': {0, 5}, 'ş': {0, 4}, 'ğ': {0, 5},
	'ı': {0, 4}, 'ă': {0, 4}, 'ț': {0, 5}, 'ș': {0, 5},
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
		evidence := letterEvidence[small]
		table[i] = latinFold{
			plain: plainLatin(c), mark: lithuanianMarks[small], upper: upperNote(c),
			lithuanian: evidence[0], foreign: evidence[1],
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
			} else if like := lookalike(part); like != 0 && unicode.Is(unicode.Latin, part) {
				part = rune(like)
			}
			plain = append(plain, unicode.ToLower(part))
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
