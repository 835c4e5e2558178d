package text

// readSpaced keeps account of single letters with one separator between them, and reads three or more as a word.
func (r *Reader) readSpaced(start, end int) {
	d := &r.doc
	run := &r.single
	if end-start > 1 || classes[d.Folded[start]] != letter {
		if run.count > 0 {
			r.endSingles()
		}
		return
	}
	at := len(d.Tokens) - 1
	if run.count > 0 && run.count < longestSpaced && r.spellsOn(run.last, at) {
		run.last, run.count = at, run.count+1
		return
	}
	r.endSingles()
	if start < 2 || classes[d.Folded[start-1]]&decoration == 0 || classes[d.Folded[start-2]]&(space|lineEnd) != 0 {
		*run = letterRun{first: at, last: at, count: 1}
	}
}

// spellsOn says whether one letter follows another in a word that is spelled out.
func (r *Reader) spellsOn(last, at int) bool {
	tokens := r.doc.Tokens
	end, start := tokens[last].FoldEnd, tokens[at].FoldStart
	switch at - last {
	case 1:
		return end+1 == start && isSeparator(r.doc.Folded[end])
	case 2:
		emoji := &tokens[last+1]
		return emoji.Kind == Emoji && emoji.FoldStart == end && emoji.FoldEnd == start
	}
	return false
}

func isSeparator(c byte) bool {
	switch c {
	case ' ', '.', ',', '-', '*', '_', '/', '|', '+', '~':
		return true
	}
	return false
}

// endSingles adds the run of single letters as a word, if it is long enough, and forgets it.
func (r *Reader) endSingles() {
	d := &r.doc
	run := r.single
	r.single = letterRun{}
	if run.count < 3 {
		return
	}
	from := len(d.readings)
	var marks uint64
	letters := d.Tokens[run.first : run.last+1]
	for i := range letters {
		if letters[i].Kind == Word {
			marks |= r.markAt(int(letters[i].FoldStart), len(d.readings)-from)
			d.readings = append(d.readings, d.Folded[letters[i].FoldStart])
		}
	}
	reading := r.addReading(from, int(letters[0].FoldStart), int(letters[len(letters)-1].FoldEnd), marks)
	reading.Sentence, reading.Flags = letters[0].Sentence, letters[0].Flags|Reading
}

// readSplit reads two words with a hyphen or underscore between them as one: ser-kšnas.
func (r *Reader) readSplit(start, end int) {
	d := &r.doc
	if start == 0 || d.Folded[start-1] != '-' && d.Folded[start-1] != '_' || len(d.Tokens) < 2 {
		return
	}
	before := &d.Tokens[len(d.Tokens)-2]
	if int(before.FoldEnd)+1 != start || before.Kind != Word || before.Flags&(InLink|InHandle|InHashtag) != 0 || r.isDash(start-1) {
		return
	}
	if size := before.FoldEnd - before.FoldStart; size < 2 || end-start < 2 || end-int(before.FoldStart) > longestDecorated {
		return
	}
	from := len(d.readings)
	d.readings = append(d.readings, d.Word(before)...)
	d.readings = append(d.readings, d.Folded[start:end]...)
	marks := before.Marks | r.marks(start, end)<<(2*min(marksKept, before.FoldEnd-before.FoldStart))
	r.addReading(from, int(before.FoldStart), end, marks).Flags = before.Flags&^HasDigit | Reading
}

// readNumbered reads a word with a number at its end without it: falcon2.
func (r *Reader) readNumbered(start, end int) {
	d := &r.doc
	last := end
	for last > start && classes[d.Folded[last-1]] == digit {
		last--
	}
	if last == end || last-start < shortestNumbered {
		return
	}
	for _, c := range d.Folded[start:last] {
		if classes[c] == digit {
			return
		}
	}
	from := len(d.readings)
	d.readings = append(d.readings, d.Folded[start:last]...)
	r.addReading(from, start, end, r.marks(start, last))
}
