package text

// scanHandle takes @name, @name@host or @name.host, with the words in it.
func (r *Reader) scanHandle(i int) int {
	if r.isWordBefore(i) {
		return i + 1
	}
	end := r.nameEnd(i + 1)
	if end == i+1 {
		return end
	}
	folded := r.doc.Folded
	if end < len(folded) && folded[end] == '@' {
		if host := r.hostEnd(end + 1); host.labels > 1 {
			end = host.end
		}
	} else if end < len(folded) && folded[end] == '.' {
		if host := r.hostEnd(i + 1); host.labels > 1 && r.isDomain(host) {
			end = host.end
		} else {
			end = r.dottedEnd(end)
		}
	}
	r.add(Handle, i, end, 0)
	r.doc.Has |= HasHandle
	r.addParts(i+1, end, InHandle)
	return end
}

// dottedEnd gives the end of a name that goes on behind a full stop, as some networks allow: @rasa.kazlauskaite. A
// sentence without a blank before it begins with a capital.
func (r *Reader) dottedEnd(end int) int {
	for r.joins(end+1) && r.doc.Folded[end] == '.' && !r.isUpper(end+1) {
		end = r.nameEnd(end + 1)
	}
	return end
}

// scanHashtag takes #name, with the words in it. A number is no hashtag.
func (r *Reader) scanHashtag(i int) int {
	if r.isWordBefore(i) {
		return i + 1
	}
	end := r.nameEnd(i + 1)
	if !r.hasLetter(i+1, end) {
		return i + 1
	}
	r.add(Hashtag, i, end, 0)
	r.doc.Has |= HasHashtag
	r.addParts(i+1, end, InHashtag)
	return end
}

// nameEnd gives the end of the letters, digits and underscores that begin at i.
func (r *Reader) nameEnd(i int) int {
	folded := r.doc.Folded
	for i < len(folded) {
		if k := classes[folded[i]]; k&(letter|digit) != 0 || folded[i] == '_' {
			i++
		} else if size := r.letterSize(i); size > 0 {
			i += size
		} else {
			break
		}
	}
	return i
}

// hasLetter says whether there is a letter in a stretch of the folded text.
func (r *Reader) hasLetter(from, to int) bool {
	for i := from; i < to; i++ {
		if r.isLetterAt(i) {
			return true
		}
	}
	return false
}

// addParts adds the words of a name, cut where case or digits change and at whatever is no letter or digit.
func (r *Reader) addParts(from, to int, flag Flag) {
	var all class
	for i := from; i < to; {
		if !r.isWordAt(i) {
			i++
			continue
		}
		end, kinds := r.partEnd(i, to)
		r.addWord(i, end, kinds, flag)
		all |= kinds
		i = end
	}
	if all == letter|digit {
		r.readDecorated(from)
	}
}

// partEnd gives the end of one word of a name: ProjektasAzuolas is two, NBAFinals is NBA and Finals, covid19 is covid
// and 19.
func (r *Reader) partEnd(i, to int) (int, class) {
	folded := r.doc.Folded
	number := classes[folded[i]] == digit
	var kinds class
	for start := i; i < to; {
		k := classes[folded[i]]
		size := 1
		if k&beyond != 0 {
			size = r.letterSize(i)
			k |= letter
		}
		if size == 0 || k&(letter|digit) == 0 || (k == digit) != number || i > start && r.isCut(i, to) {
			break
		}
		kinds |= k
		i += size
	}
	return i, kinds
}

// isCut says whether a new word of a name begins at i, a capital letter: after a small one, or before one.
func (r *Reader) isCut(i, to int) bool {
	if !r.isUpper(i) {
		return false
	}
	before := i - 1
	for before > 0 && !r.isLetterStart(before) {
		before--
	}
	after := i + 1
	for after < to && r.doc.Folded[after]&0xC0 == 0x80 {
		after++
	}
	return !r.isUpper(before) || after < to && r.isLetterStart(after) && !r.isUpper(after)
}
