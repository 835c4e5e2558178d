package text

// The nine Lithuanian letters fold to seven; a mark of two bits keeps which one was typed.
const (
	markBare  = 0
	markFirst = 1 // ą č ę į š ų ž
	markOther = 2 // ė ū
	marksKept = 32
)

// MarksOf gives the Lithuanian diacritics of a word: two bits for each of the first 32 bytes of its folded form, the
// first in the lowest bits. 0 is a letter without one, 1 is ą č ę į š ų ž, 2 is ė ū. Other accents count as none.
func MarksOf(word string) uint64 {
	r := NewReader()
	r.begin(word)
	r.fold(word)
	return r.marks(0, len(r.doc.Folded))
}

// Compatible says whether somebody who typed the first marks may have meant the word with the second: whatever
// diacritics were typed must be there, but any may be left out.
func Compatible(typed, form uint64) bool {
	const low = 0x5555555555555555
	given := (typed | typed>>1) & low
	return (typed^form)&(given*3) == 0
}

// marks collects the diacritics of a stretch of the folded text.
func (r *Reader) marks(from, to int) uint64 {
	if !r.marked {
		return 0
	}
	var marks uint64
	for i, note := range r.notes[from:min(to, from+marksKept)] {
		if mark := note &^ noteUpper; mark == markFirst || mark == markOther {
			marks |= uint64(mark) << (2 * i)
		}
	}
	return marks
}
