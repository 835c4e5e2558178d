package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// slowLetter is one folded character with where it came from.
type slowLetter struct {
	c    rune
	at   int
	like byte // the Latin letter it looks like, in upper case where only the capitals do
}

// FoldSlow folds as the Reader does, but with no table, no fast path and no memory to reuse. It also gives the offsets.
func FoldSlow(s string) (string, []int32) {
	letters := joinMarks(plainLetters(s))
	letters = resolveSlow(letters)
	var folded strings.Builder
	var offsets []int32
	for _, l := range letters {
		for range utf8.RuneLen(l.c) {
			offsets = append(offsets, int32(l.at))
		}
		folded.WriteRune(l.c)
	}
	return folded.String(), append(offsets, int32(len(s)))
}

// plainLetters folds character by character, combining marks still apart.
func plainLetters(s string) []slowLetter {
	var letters []slowLetter
	afterEmoji := false
	for at, size := 0, 0; at < len(s); at += size {
		var c rune
		c, size = utf8.DecodeRuneInString(s[at:])
		next, _ := utf8.DecodeRuneInString(s[at+size:])
		switch {
		case c == utf8.RuneError && size == 1:
			letters = append(letters, slowLetter{c: ' ', at: at})
		case isInvisible(c):
			if afterEmoji && c == joiner && isEmoji(next) && !isSkinTone(next) {
				letters = append(letters, slowLetter{c: c, at: at})
			}
			continue
		case isEmoji(c):
			if !afterEmoji || !isSkinTone(c) {
				letters = append(letters, slowLetter{c: c, at: at})
			}
			afterEmoji = true
			continue
		default:
			for _, part := range decompose(c) {
				letters = append(letters, plainPart(part, at)...)
			}
		}
		afterEmoji = c == utf8.RuneError && size == 1 && afterEmoji
	}
	return letters
}

func decompose(c rune) string {
	if plain, ok := punctuation(c); ok {
		return string(plain)
	}
	if unicode.Is(unicode.Latin, c) || c < latinEnd {
		return norm.NFKD.String(string(c))
	}
	return norm.NFKC.String(string(c))
}

func plainPart(c rune, at int) []slowLetter {
	if isLatin := unicode.Is(unicode.Latin, c); isLatin && c > unicode.MaxASCII {
		parts := norm.NFKD.String(string(c))
		if parts != string(c) {
			var letters []slowLetter
			for _, part := range parts {
				letters = append(letters, plainPart(part, at)...)
			}
			return letters
		}
		if plain, ok := latinLetters[c]; ok {
			return slowLetters(plain, at)
		}
		like := lookalike(c)
		if like == 0 {
			like = lookalike(unicode.ToLower(c))
		}
		if like != 0 {
			return slowLetters(strings.ToLower(string(rune(like))), at)
		}
	}
	if plain, ok := punctuation(c); ok {
		return slowLetters(string(plain), at)
	}
	if unicode.Is(unicode.Nd, c) && c > unicode.MaxASCII {
		return []slowLetter{{c: '0' + digitValue(c), at: at}}
	}
	letter := slowLetter{c: unicode.ToLower(c), at: at}
	if unicode.IsLetter(c) && c > unicode.MaxASCII {
		letter.like = lookalike(c)
	}
	return []slowLetter{letter}
}

func slowLetters(plain string, at int) []slowLetter {
	var letters []slowLetter
	for _, c := range plain {
		letters = append(letters, slowLetter{c: c, at: at})
	}
	return letters
}

// joinMarks drops the marks after Latin letters and puts the others together with their letters.
func joinMarks(apart []slowLetter) []slowLetter {
	var letters []slowLetter
	for _, l := range apart {
		if !unicode.Is(unicode.M, l.c) {
			letters = append(letters, l)
			continue
		}
		if len(letters) == 0 || letters[len(letters)-1].c < utf8.RuneSelf || unicode.Is(unicode.Latin, letters[len(letters)-1].c) {
			continue
		}
		last := &letters[len(letters)-1]
		if joined := []rune(norm.NFC.String(string([]rune{last.c, l.c}))); len(joined) == 1 {
			last.c = joined[0]
		} else {
			letters = append(letters, l)
		}
	}
	return letters
}

// resolveSlow replaces the look-alikes in words that imitate Latin.
func resolveSlow(letters []slowLetter) []slowLetter {
	othersInText := false
	for _, l := range letters {
		othersInText = othersInText || isForeignLetter(l) && unicode.IsLetter(l.c) && !unicode.Is(unicode.Latin, l.c) && !isStrong(l.like)
	}
	for start := 0; start < len(letters); {
		end := start
		latin, all, some := false, true, false
		for end < len(letters) && isWordLetter(letters[end].c) {
			l := letters[end]
			latin = latin || l.c >= 'a' && l.c <= 'z'
			if isForeignLetter(l) {
				some = some || l.like != 0
				all = all && isStrong(l.like)
			}
			end++
		}
		if some && (latin || all && !othersInText) {
			for i := start; i < end; i++ {
				if letters[i].like != 0 {
					letters[i].c = unicode.ToLower(rune(letters[i].like))
				}
			}
		}
		start = max(end, start+1)
	}
	return letters
}

func isForeignLetter(l slowLetter) bool { return l.c > unicode.MaxASCII && isWordLetter(l.c) }

func isWordLetter(c rune) bool {
	if c <= unicode.MaxASCII {
		return c >= 'a' && c <= 'z' || c >= '0' && c <= '9'
	}
	return unicode.In(c, unicode.L, unicode.M)
}
