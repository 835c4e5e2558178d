package text

// decoratedRun is a run of letters, digits and the symbols that replace letters.
type decoratedRun struct {
	start, end             int
	letters, digits, signs int  // signs: @ $ !
	masks                  int  // * #
	otherDigits            bool // some that no letter resembles, or several before the first letter
	ambiguousDigit         bool
}

// lettersOutside is how many letters a word must have for a digit at its beginning or end to be read as one: 0sprey, but
// not 1st or mp3.
const lettersOutside = 4

// isLeadingSymbol tells the symbols that may replace a word's first letter.
func isLeadingSymbol(c byte) bool { return c == '@' || c == '$' || c == '!' }

// readDecorated reads k1ll, sh!t and a$$ as the words they stand for, and keeps f*ck with its stars.
func (r *Reader) readDecorated(start int) {
	if start < r.decoratedTo {
		return
	}
	run, ok := r.decoratedRun(start)
	if !ok {
		return
	}
	if run.masks > 0 {
		r.readMasked(run)
		return
	}
	if r.isReplaced(run) {
		r.addDecoded(run, 'i')
		if run.ambiguousDigit {
			r.addDecoded(run, 'l')
		}
	}
}

// decoratedRun counts what the run from start on is made of, without the punctuation after it.
func (r *Reader) decoratedRun(start int) (decoratedRun, bool) {
	folded := r.doc.Folded
	end := start
	for end < len(folded) && end-start <= longestDecorated && classes[folded[end]]&(letter|digit|decoration) != 0 {
		end++
	}
	r.decoratedTo = end
	if end-start > longestDecorated || r.letterSize(end) > 0 {
		return decoratedRun{}, false
	}
	for end > start && classes[folded[end-1]]&decoration != 0 && !endsInDollars(folded[start:end]) {
		end--
	}
	run := decoratedRun{start: start, end: end}
	for i, c := range folded[start:end] {
		switch {
		case classes[c]&letter != 0:
			run.letters++
		case classes[c]&digit != 0:
			run.digits++
			run.otherDigits = run.otherDigits || run.letters == 0 && i > 0 || decoded(c, 'i') == c
			run.ambiguousDigit = run.ambiguousDigit || c == '1'
		case c == '*' || c == '#':
			run.masks++
		default:
			run.signs++
		}
	}
	return run, end > start
}

// endsInDollars tells a$$ from a price.
func endsInDollars(run []byte) bool {
	n := len(run)
	return n > 2 && run[n-1] == '$' && run[n-2] == '$' && classes[run[n-3]]&letter != 0
}

// isReplaced says whether digits or signs of a run stand for letters. Quantities and codes such as 5km, 10th, b2b and
// mp3 are what they are.
func (r *Reader) isReplaced(run decoratedRun) bool {
	folded := r.doc.Folded
	replaced := run.digits + run.signs
	if replaced == 0 || run.otherDigits || run.letters < replaced && !endsInDollars(folded[run.start:run.end]) {
		return false
	}
	first, last := classes[folded[run.start]], folded[run.end-1]
	if (first == digit || classes[last] == digit) && run.letters < lettersOutside || classes[last] == digit && classes[folded[run.end-2]] == digit {
		return false
	}
	shortest := 4
	if last == '$' {
		shortest = 3
	}
	return run.end-run.start >= shortest
}

// addDecoded adds a run with its digits and signs replaced by letters.
func (r *Reader) addDecoded(run decoratedRun, one byte) {
	r.addRewritten(run, func(c byte) byte { return decoded(c, one) })
}

// readMasked adds a word with some of its inner letters masked, each by a star.
func (r *Reader) readMasked(run decoratedRun) {
	folded := r.doc.Folded
	if run.masks > 4 || run.digits+run.signs > 0 || classes[folded[run.start]] != letter || classes[folded[run.end-1]] != letter {
		return
	}
	r.addRewritten(run, func(c byte) byte {
		if c == '#' {
			return '*'
		}
		return c
	})
}

// addRewritten adds a run as another reading, each character of it rewritten.
func (r *Reader) addRewritten(run decoratedRun, rewrite func(byte) byte) {
	d := &r.doc
	from := len(d.readings)
	var marks uint64
	for i := run.start; i < run.end; i++ {
		marks |= r.markAt(i, i-run.start)
		d.readings = append(d.readings, rewrite(d.Folded[i]))
	}
	r.addReading(from, run.start, run.end, marks)
}

// decoded gives the letter that a digit or sign stands for; one is what 1 stands for. Others are given back.
func decoded(c, one byte) byte {
	switch c {
	case '0':
		return 'o'
	case '1':
		return one
	case '3':
		return 'e'
	case '4', '@':
		return 'a'
	case '5', '$':
		return 's'
	case '7':
		return 't'
	case '!':
		return 'i'
	}
	return c
}
