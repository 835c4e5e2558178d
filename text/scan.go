package text

import (
	"slices"
	"unicode/utf8"
)

// scan cuts the folded text into tokens and sentences.
func (r *Reader) scan() {
	folded := r.doc.Folded
	for i := 0; i < len(folded); {
		switch k := classes[folded[i]]; {
		case k&space != 0:
			i++
		case k&(letter|digit) != 0:
			i = r.scanWord(i)
		case k&beyond != 0:
			i = r.scanBeyond(i)
		case k&stop != 0:
			i = r.scanStop(i)
		case k&clauseEnd != 0:
			r.breaks = true
			i++
		case k&lineEnd != 0:
			r.endLine()
			i++
		case folded[i] == '@':
			i = r.scanHandle(i)
		case folded[i] == '#':
			i = r.scanHashtag(i)
		case folded[i] == '-':
			r.breaks = r.breaks || r.isDash(i)
			i++
		default:
			i++
		}
	}
	r.endSingles()
	r.closeSentence()
}

// scanWord takes the word, number or address that begins at i and gives the place after it.
func (r *Reader) scanWord(i int) int {
	end, kinds := r.wordEnd(i)
	if end < len(r.doc.Folded) {
		switch r.doc.Folded[end] {
		case '.', ':', '@', '-', '_', '+', '%':
			if after := r.scanAddress(i, end); after > 0 {
				return after
			}
		}
	}
	r.addWord(i, end, kinds, 0)
	return end
}

// wordEnd gives the end of the word or number that begins at i, and the classes of what is in it.
func (r *Reader) wordEnd(i int) (int, class) {
	folded := r.doc.Folded
	var kinds class
	start := i
	for i < len(folded) {
		k := classes[folded[i]]
		switch {
		case k&(letter|digit) != 0:
			kinds |= k
			i++
		case k&beyond != 0:
			size := r.letterSize(i)
			if size == 0 {
				return i, kinds
			}
			kinds |= letter | beyond
			i += size
		case folded[i] == '\'' && i > start && r.isLetterAt(i-1) && r.joins(i+1):
			i++
		default:
			return i, kinds
		}
	}
	return i, kinds
}

// joins says whether a letter stands at i of the folded text, so that an apostrophe before it is part of the word.
func (r *Reader) joins(i int) bool {
	return i < len(r.doc.Folded) && classes[r.doc.Folded[i]]&digit == 0 && r.isWordAt(i)
}

// isLetterAt says whether an ASCII letter, or any part of a character beyond ASCII, stands at i of the folded text.
func (r *Reader) isLetterAt(i int) bool {
	return i < len(r.doc.Folded) && classes[r.doc.Folded[i]]&(letter|beyond) != 0
}

// scanBeyond takes what begins with a character beyond ASCII: a word, an emoji, or a symbol, which is passed over.
func (r *Reader) scanBeyond(i int) int {
	if r.letterSize(i) > 0 {
		return r.scanWord(i)
	}
	c, size := utf8.DecodeRune(r.doc.Folded[i:])
	if !isEmoji(c) {
		return i + size
	}
	end := r.emojiEnd(i)
	r.add(Emoji, i, end, 0)
	r.doc.Has |= HasEmoji
	return end
}

// isDash tells a hyphen that stands for a dash from one that joins two words.
func (r *Reader) isDash(i int) bool {
	long := len(r.notes) > 0 && r.notes[i] == noteDash
	return long || !r.isWordAt(i+1) || !r.isWordBefore(i)
}

// addWord adds a word or number with what can be said of it, and looks for other readings of it.
func (r *Reader) addWord(start, end int, kinds class, flags Flag) {
	if kinds == digit {
		r.add(Number, start, end, flags)
		return
	}
	flags |= r.caseFlags(start, end)
	if kinds&digit != 0 {
		flags |= HasDigit
	}
	if len(r.notes) > 0 {
		flags |= r.scriptFlags(start, end, kinds)
	}
	r.add(Word, start, end, flags)
	r.readOtherwise(start, end, kinds)
}

// add appends a token.
func (r *Reader) add(kind Kind, start, end int, flags Flag) {
	d := &r.doc
	from, to := r.sourceSpan(start, end)
	r.beginSentence(kind, from)
	sentence := len(d.Sentences) - 1
	d.Sentences[sentence].End = max(d.Sentences[sentence].End, to)
	if r.breaks {
		flags |= BreakBefore
		r.breaks = false
	}
	if len(r.quoted) > 0 && r.isQuoted(from) {
		flags |= Quoted
	}
	d.Tokens = slices.Grow(d.Tokens, 1)[:len(d.Tokens)+1]
	token := &d.Tokens[len(d.Tokens)-1]
	*token = Token{
		Start: from, End: to, FoldStart: int32(start), FoldEnd: int32(end), Hash: HashFolded(d.Folded[start:end]),
		Sentence: int32(sentence), Kind: kind, Flags: flags,
	}
	if r.marked {
		token.Marks = r.marks(start, end)
	}
}

// sourceSpan gives where a stretch of the folded text came from, with the whole of the last character.
func (r *Reader) sourceSpan(start, end int) (int32, int32) {
	offsets := r.doc.offsets
	if offsets == nil {
		return int32(start), int32(end)
	}
	last := offsets[end-1]
	for offsets[end] == last {
		end++
	}
	return offsets[start], offsets[end]
}

// caseFlags tells how a word is capitalised. What an abbreviation ends in behind an apostrophe is no part of it: VMI'ui.
func (r *Reader) caseFlags(start, end int) Flag {
	for start < end-1 && classes[r.doc.Folded[start]]&digit != 0 {
		start++
	}
	if !r.isUpper(start) {
		return 0
	}
	letters := 0
	for i := start; i < end; i++ {
		upper := r.isUpper(i)
		if !upper && r.isLetterStart(i) {
			if letters > 1 && r.doc.Folded[i-1] == '\'' {
				break
			}
			return Capital
		}
		if upper {
			letters++
		}
	}
	if letters < 2 {
		return Capital
	}
	return Capital | Upper
}

// isLetterStart says whether a letter's first byte stands at i of the folded text.
func (r *Reader) isLetterStart(i int) bool {
	c := r.doc.Folded[i]
	return classes[c]&letter != 0 || c >= 0xC0
}

// scriptFlags tells letters that are not Latin, and those that had to be read as Latin.
func (r *Reader) scriptFlags(start, end int, kinds class) Flag {
	var flags Flag
	if kinds&beyond != 0 {
		flags |= Foreign
	}
	if r.lookalikes == 0 {
		return flags
	}
	for _, note := range r.notes[start:end] {
		if note&^noteUpper == noteImitated {
			r.doc.Has |= HasMixedScript
			return flags | MixedScript
		}
	}
	return flags
}
