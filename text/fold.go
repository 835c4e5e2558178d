package text

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A note stands beside each byte of a folded text that was not plain ASCII. Beside an ASCII letter it holds a mark;
// beside the first byte of any other letter, the Latin letter that looks like it, in upper case where only the capitals
// look alike; beside a hyphen, whether it was a long dash.
const (
	noteImitated = 3    // an ASCII letter that replaced its look-alike
	noteDash     = 1    // a hyphen that was a dash
	noteUpper    = 0x80 // the letter was upper case
)

// Fold gives a word or phrase as the Reader folds it: lower case, compatibility forms resolved (NFKC), without
// diacritics, quotation marks and dashes plain, invisible characters gone and look-alikes read as Latin where they
// imitate it. Skin tones, presentation selectors and keycaps go as well, so that one emoji has one form.
func Fold(s string) string { return string(NewReader().Fold(s)) }

// Fold is the function Fold in the Reader's own memory: the bytes are valid until it is used again.
func (r *Reader) Fold(s string) []byte {
	r.begin(s)
	r.fold(s)
	return r.doc.Folded
}

// fold fills Folded, offsets and notes.
func (r *Reader) fold(s string) {
	d := &r.doc
	d.Folded = slices.Grow(d.Folded[:0], len(s))[:len(s)]
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			r.foldBeyondASCII(s)
			return
		}
		d.Folded[i] = lowerASCII[c]
	}
}

// foldBeyondASCII folds a text with other characters than ASCII in it.
func (r *Reader) foldBeyondASCII(s string) {
	d := &r.doc
	d.Has |= HasNonASCII
	d.Folded = d.Folded[:0]
	d.offsets = slices.Grow(r.offsets[:0], len(s)+1)
	r.notes = slices.Grow(r.notes[:0], len(s)+1)
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			i = r.foldRun(s, i)
			continue
		}
		letter, size := utf8.DecodeRuneInString(s[i:])
		r.at, r.next = int32(i), i+size
		if letter == utf8.RuneError && size == 1 {
			d.Has |= HasInvalid
			r.put(' ', 0)
		} else {
			r.foldRune(letter)
		}
		i = r.next
	}
	d.offsets = append(d.offsets, int32(len(s)))
	r.offsets = d.offsets
	if r.directed && !r.rightToLeft {
		d.Has |= HasInvisible
	}
	if r.lookalikes > 0 {
		r.resolveLookalikes()
	}
}

// foldRun folds the ASCII characters from i on and gives the place after them.
func (r *Reader) foldRun(s string, i int) int {
	d := &r.doc
	r.afterEmoji = false
	end := i
	for end < len(s) && s[end] < utf8.RuneSelf {
		end++
	}
	start, length := len(d.Folded), end-i
	d.Folded = slices.Grow(d.Folded, length)[:start+length]
	d.offsets = slices.Grow(d.offsets, length)[:start+length]
	r.notes = slices.Grow(r.notes, length)[:start+length]
	run := s[i:end]
	folded, offsets, notes := d.Folded[start:][:length], d.offsets[start:][:length], r.notes[start:][:length]
	for j := range len(run) {
		c := run[j]
		small := lowerASCII[c]
		folded[j] = small
		offsets[j] = int32(i + j)
		notes[j] = (c ^ small) << 2 // the bit in which cases differ, moved to noteUpper
	}
	return end
}

// put appends one folded character that came from r.at.
func (r *Reader) put(folded rune, note uint8) {
	d := &r.doc
	r.marked = r.marked || note&^noteUpper == markFirst || note&^noteUpper == markOther
	if folded < utf8.RuneSelf {
		d.Folded = append(d.Folded, byte(folded))
		d.offsets = append(d.offsets, r.at)
		r.notes = append(r.notes, note)
		return
	}
	before := len(d.Folded)
	d.Folded = utf8.AppendRune(d.Folded, folded)
	for range len(d.Folded) - before {
		d.offsets = append(d.offsets, r.at)
		r.notes = append(r.notes, 0)
	}
	r.notes[before] = note
}

// foldRune folds one character of the source.
func (r *Reader) foldRune(c rune) {
	if c < latinEnd {
		r.afterEmoji = false
		r.putLatin(c)
		return
	}
	if isInvisible(c) {
		r.dropInvisible(c)
		return
	}
	if isEmoji(c) {
		r.putEmoji(c)
		return
	}
	r.afterEmoji = false
	if c == '…' { // so common that it is worth its line
		r.put('.', 0)
		r.put('.', 0)
		r.put('.', 0)
		return
	}
	if plain, ok := punctuation(c); ok {
		r.putPunctuation(c, plain)
		return
	}
	r.putDecomposed(c)
}

// putLatin folds a character of the blocks up to Latin Extended-B.
func (r *Reader) putLatin(c rune) {
	if c < utf8.RuneSelf {
		r.put(rune(lowerASCII[c]), uint8(c^rune(lowerASCII[c]))<<2)
		return
	}
	entry := &latin[c-utf8.RuneSelf]
	if entry.plain == "" {
		r.dropInvisible(c)
		return
	}
	r.quote(c)
	r.foreign += entry.foreign
	for i, folded := range entry.plain {
		if folded >= latinEnd { // the micro sign is a Greek letter
			r.putPart(folded)
			continue
		}
		note := entry.upper
		if i == 0 {
			note |= entry.mark
		}
		r.put(folded, note)
	}
}

// putDecomposed folds a character by its decomposition, if it has one that counts: all of a Latin letter's, but only
// the compatible one of any other, so that й stays one letter.
func (r *Reader) putDecomposed(c rune) {
	parts := utf8.AppendRune(r.source[:0], c)
	switch {
	case unicode.Is(unicode.Latin, c):
		r.parts = r.normalise(norm.NFKD, parts, r.parts[:0])
		parts = r.parts
	case norm.NFKC.QuickSpan(parts) < len(parts):
		r.parts = r.normalise(norm.NFKC, parts, r.parts[:0])
		parts = r.parts
	}
	for len(parts) > 0 {
		part, size := utf8.DecodeRune(parts)
		parts = parts[size:]
		r.putPart(part)
	}
}

// normalise appends the normal form of some characters. Unlike norm.Form.Append it does so without allocating.
func (r *Reader) normalise(form norm.Form, characters, to []byte) []byte {
	for r.normal.Init(form, characters); !r.normal.Done(); {
		to = append(to, r.normal.Next()...)
	}
	return to
}

// putPart folds a character that needs no further decomposition.
func (r *Reader) putPart(c rune) {
	if c < latinEnd {
		r.putLatin(c)
		return
	}
	if plain, ok := punctuation(c); ok {
		r.putPunctuation(c, plain)
		return
	}
	plain, special := latinLetters[c]
	switch {
	case special:
		for _, letter := range plain {
			r.put(letter, upperNote(c))
		}
	case unicode.Is(unicode.M, c):
		r.putMark(c)
	case unicode.Is(unicode.Nd, c):
		r.put('0'+digitValue(c), 0)
	case unicode.IsLetter(c):
		r.putLetter(c)
	default:
		r.put(c, 0)
	}
}

// putLetter folds a letter beyond the Latin tables, and notes which Latin one it looks like.
func (r *Reader) putLetter(c rune) {
	isLatin := unicode.Is(unicode.Latin, c)
	like := lookalike(c)
	if isLatin && like == 0 {
		like = lookalike(unicode.ToLower(c))
	}
	switch {
	case isLatin && like != 0:
		r.put(rune(lowerASCII[like]), upperNote(c))
		return
	case like != 0:
		r.lookalikes++
	}
	if !isLatin && !isStrong(like) {
		r.others++
	}
	if unicode.In(c, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana) {
		r.rightToLeft = true
	}
	r.put(unicode.ToLower(c), like|upperNote(c))
}

// putMark takes a combining mark: after a Latin letter only a Lithuanian diacritic is remembered, after another letter
// the two become one where Unicode has such a letter.
func (r *Reader) putMark(c rune) {
	d := &r.doc
	base, size := utf8.DecodeLastRune(d.Folded)
	if base < utf8.RuneSelf || size == 0 || unicode.Is(unicode.Latin, base) {
		r.markLast(c)
		return
	}
	r.joined = utf8.AppendRune(utf8.AppendRune(r.joined[:0], base), c)
	r.composed = r.normalise(norm.NFC, r.joined, r.composed[:0])
	one, length := utf8.DecodeRune(r.composed)
	if length != len(r.composed) {
		r.put(c, 0)
		return
	}
	start := len(d.Folded) - size
	mark, note := r.at, r.notes[start]
	r.at = d.offsets[start]
	d.Folded, d.offsets, r.notes = d.Folded[:start], d.offsets[:start], r.notes[:start]
	r.put(one, note)
	r.at = mark
}

// markLast remembers a combining mark on the last letter, if the two are a Lithuanian letter.
func (r *Reader) markLast(c rune) {
	last := len(r.doc.Folded) - 1
	if last < 0 || r.notes[last]&^noteUpper != 0 {
		return
	}
	r.notes[last] |= combiningMark(r.doc.Folded[last], c)
	r.marked = true
}

func upperNote(c rune) uint8 {
	if unicode.IsUpper(c) {
		return noteUpper
	}
	return 0
}
