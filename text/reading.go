package text

// Somebody who wants a word seen by people but not by filters stretches, decorates, spaces or masks it. What it then
// says is added to Others; the token itself stays as typed.

const (
	longestDecorated = 64 // bytes; what is longer is no word
	longestSpaced    = 32 // letters
	shortestNumbered = 4  // bytes: mp3 is no word with a number
)

// letterRun is a run of single letters with one separator or emoji between them: its first and last token.
type letterRun struct{ first, last, count int }

// readOtherwise looks for other readings of the word that was added last.
func (r *Reader) readOtherwise(start, end int, kinds class) {
	d := &r.doc
	token := &d.Tokens[len(d.Tokens)-1]
	if token.Flags&(InLink|InHandle|InHashtag) == 0 {
		r.readSpaced(start, end)
		r.readSplit(start, end)
	} else if r.single.count > 0 {
		r.endSingles()
	}
	if r.stretched && end-start > 2 {
		r.readStretched(start, end)
	}
	if kinds&(letter|digit) == letter|digit {
		r.readNumbered(start, end)
	}
	if token.Flags&InLink != 0 {
		return
	}
	if kinds&beyond != 0 && r.lookalikes > 0 {
		r.readLookalike(start, end)
	}
	begin := start
	for begin > 0 && start-begin < 2 && isLeadingSymbol(d.Folded[begin-1]) {
		begin--
	}
	if begin > 0 && r.isWordAt(begin-1) {
		begin = start
	}
	follows := end+1 < len(d.Folded) && classes[d.Folded[end]]&decoration != 0 && classes[d.Folded[end+1]]&(decoration|letter|digit) != 0
	if begin < start || follows || kinds == letter|digit {
		r.readDecorated(begin)
	}
}

// addReading adds what r.readings holds from a place on as another reading of a stretch of the folded text, before those
// that begin after it. The marks are those of the letters that were kept.
func (r *Reader) addReading(from, start, end int, marks uint64) *Token {
	d := &r.doc
	word := d.Tokens[len(d.Tokens)-1]
	word.Start, word.End = r.sourceSpan(start, end)
	word.FoldStart, word.FoldEnd = int32(from), int32(len(d.readings))
	word.Hash = HashFolded(d.readings[from:])
	word.Marks = marks
	word.Kind = Word
	word.Flags = word.Flags&^HasDigit | Reading
	d.Others = append(d.Others, word)
	at := len(d.Others) - 1
	for ; at > 0 && d.Others[at-1].Start > word.Start; at-- { // a f*u*c*k
		d.Others[at-1], d.Others[at] = d.Others[at], d.Others[at-1]
	}
	return &d.Others[at]
}

// readStretched reads a word with three or more of a letter in a row with two of it, and with one.
func (r *Reader) readStretched(start, end int) {
	word := r.doc.Folded[start:end]
	long := false
	for i := 2; i < len(word); i++ {
		long = long || word[i] == word[i-1] && word[i] == word[i-2] && classes[word[i]]&letter != 0
	}
	if long {
		r.addShortened(start, end, 2)
		r.addShortened(start, end, 1)
	}
}

// addShortened adds a word with its long runs of a letter cut to so many.
func (r *Reader) addShortened(start, end, keep int) {
	d := &r.doc
	word := d.Folded[start:end]
	from := len(d.readings)
	var marks uint64
	for i := 0; i < len(word); {
		run := i + 1
		for run < len(word) && word[run] == word[i] {
			run++
		}
		kept := run - i
		if kept > 2 && classes[word[i]]&letter != 0 {
			kept = keep
		}
		for j := range kept {
			marks |= r.markAt(start+i+j, len(d.readings)-from)
			d.readings = append(d.readings, word[i])
		}
		i = run
	}
	r.addReading(from, start, end, marks)
}

// markAt gives the mark of a letter of the folded text, moved to where the letter stands in another reading.
func (r *Reader) markAt(i, place int) uint64 {
	if place >= marksKept {
		return 0
	}
	return r.marks(i, i+1) << (2 * place)
}

// readLookalike reads a word that may be an ordinary one of another script as the Latin word that it looks like.
func (r *Reader) readLookalike(start, end int) {
	d := &r.doc
	from := len(d.readings)
	for i := start; i < end; i++ {
		if !r.isLetterStart(i) {
			continue
		}
		like := r.notes[i] &^ noteUpper
		if !isStrong(like) {
			d.readings = d.readings[:from]
			return
		}
		d.readings = append(d.readings, like)
	}
	r.addReading(from, start, end, 0)
}
