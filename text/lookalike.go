package text

import (
	_ "embed"
	"slices"
	"unicode"
	"unicode/utf8"
)

// lookalikeFile lists letters that look like a Latin one, from Unicode's confusables (UTS 39); package generate makes it.
//
//go:embed lookalikes.txt
var lookalikeFile string

var lookalikeLetters, lookalikeLatin = lookalikeTable(lookalikeFile)

func lookalikeTable(file string) (letters []rune, latin []byte) {
	for len(file) > 0 {
		letter, size := utf8.DecodeRuneInString(file)
		letters, latin = append(letters, letter), append(latin, file[size])
		file = file[size+len("a\n"):]
	}
	return letters, latin
}

// lookalike gives the Latin letter that a letter looks like, in upper case where only their capitals look alike, or 0.
func lookalike(c rune) byte {
	i, found := slices.BinarySearch(lookalikeLetters, c)
	if !found {
		return 0
	}
	return lookalikeLatin[i]
}

// isStrong tells a look-alike that imitates as typed from one that does so only in capitals.
func isStrong(like byte) bool { return like >= 'a' }

// resolveLookalikes reads as Latin the words that imitate it: those that mix it with letters of another script, and
// those wholly of look-alikes, unless the text has other words of that script and so they may be ordinary ones.
func (r *Reader) resolveLookalikes() {
	d := &r.doc
	to := 0
	for from := 0; from < len(d.Folded); {
		word := r.lookAt(from)
		imitates := word.likes > 0 && word.latin || word.strong > 0 && word.strong == word.letters && r.others == 0
		if word.end == from {
			_, size := utf8.DecodeRune(d.Folded[from:])
			word.end = from + size
		}
		to = r.rewrite(from, word.end, to, imitates)
		from = word.end
	}
	d.offsets[to] = int32(len(d.Source))
	d.Folded, d.offsets, r.notes = d.Folded[:to], d.offsets[:to+1], r.notes[:to]
}

// mixture counts the letters of one word.
type mixture struct {
	end                    int
	latin                  bool
	letters, strong, likes int // beyond Latin: all, those that look Latin as typed, those that do at least in capitals
}

func (r *Reader) lookAt(start int) mixture {
	folded := r.doc.Folded
	word := mixture{end: start}
	for word.end < len(folded) {
		c, size := utf8.DecodeRune(folded[word.end:])
		switch {
		case c < utf8.RuneSelf:
			if classes[c]&(letter|digit) == 0 {
				return word
			}
			word.latin = word.latin || classes[c]&letter != 0
		case unicode.In(c, unicode.L, unicode.M):
			like := r.notes[word.end] &^ noteUpper
			word.letters++
			if like != 0 {
				word.likes++
			}
			if isStrong(like) {
				word.strong++
			}
		default:
			return word
		}
		word.end += size
	}
	return word
}

// rewrite moves a stretch of the folded text down to its new place, with its look-alikes replaced if it imitates.
func (r *Reader) rewrite(from, end, to int, imitates bool) int {
	d := &r.doc
	for from < end {
		_, size := utf8.DecodeRune(d.Folded[from:end])
		like := r.notes[from] &^ noteUpper
		if imitates && size > 1 && like != 0 {
			d.Folded[to] = lowerASCII[like]
			d.offsets[to] = d.offsets[from]
			r.notes[to] = r.notes[from]&noteUpper | noteImitated
			to, from = to+1, from+size
			continue
		}
		copy(d.Folded[to:], d.Folded[from:from+size])
		copy(d.offsets[to:], d.offsets[from:from+size])
		copy(r.notes[to:], r.notes[from:from+size])
		to, from = to+size, from+size
	}
	return to
}
