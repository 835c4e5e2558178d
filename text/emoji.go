package text

import "unicode/utf8"

// isEmoji tells pictures from letters: the emoji blocks, and the older symbols that are drawn as emoji.
func isEmoji(c rune) bool {
	switch {
	case c < 0x2190:
		return c == 0x203C
	case c >= 0x1F000 && c <= 0x1F0FF, c >= 0x1F300 && c <= 0x1FAFF, isFlagLetter(c):
		return true
	case c >= 0x2600 && c <= 0x27BF, c >= 0x2B05 && c <= 0x2B07, c >= 0x2194 && c <= 0x2199:
		return true
	case c >= 0x23E9 && c <= 0x23FA, c >= 0x25FB && c <= 0x25FE:
		return true
	}
	switch c {
	case 0x231A, 0x231B, 0x2328, 0x23CF, 0x25AA, 0x25AB, 0x25B6, 0x25C0, 0x21A9, 0x21AA, 0x2934, 0x2935,
		0x2B1B, 0x2B1C, 0x2B50, 0x2B55, 0x3030, 0x303D, 0x1F170, 0x1F171, 0x1F17E, 0x1F17F, 0x1F18E:
		return true
	}
	return c >= 0x1F191 && c <= 0x1F19A || c == 0x1F201 || c == 0x1F21A || c >= 0x1F22F && c <= 0x1F251
}

// isSkinTone tells the modifiers that colour the emoji before them.
func isSkinTone(c rune) bool { return c >= 0x1F3FB && c <= 0x1F3FF }

// isFlagLetter tells the letters of which two make a flag.
func isFlagLetter(c rune) bool { return c >= 0x1F1E6 && c <= 0x1F1FF }

// putEmoji keeps an emoji as it is, without the colour of its skin.
func (r *Reader) putEmoji(c rune) {
	if r.afterEmoji && isSkinTone(c) {
		return
	}
	r.put(c, 0)
	r.afterEmoji = true
}

// emojiEnd gives the place after the emoji that begins at i of the folded text: one character, a flag's two letters,
// or several with joiners between them.
func (r *Reader) emojiEnd(i int) int {
	folded := r.doc.Folded
	first, size := utf8.DecodeRune(folded[i:])
	i += size
	if isFlagLetter(first) {
		if second, size := utf8.DecodeRune(folded[i:]); isFlagLetter(second) {
			return i + size
		}
		return i
	}
	for {
		between, size := utf8.DecodeRune(folded[i:])
		if between != joiner {
			return i
		}
		_, next := utf8.DecodeRune(folded[i+size:])
		i += size + next
	}
}
