package text

import "unicode/utf8"

// scanStop takes a run of full stops, exclamation and question marks with the closing marks after it, and decides
// whether the sentence ends there.
func (r *Reader) scanStop(i int) int {
	folded := r.doc.Folded
	end := i
	for end < len(folded) && classes[folded[end]]&stop != 0 {
		end++
	}
	single := folded[i] == '.' && end == i+1
	after := end
	for after < len(folded) && (folded[after] == '"' || folded[after] == '\'' || folded[after] == ')' || folded[after] == ']') {
		after++
	}
	if len(r.doc.Tokens) == 0 || r.isWordAt(after) || after < len(folded) && folded[after] == '$' {
		return end
	}
	if single && r.isAbbreviation(i) {
		return end
	}
	r.ended, r.breaks, r.sentenceEnd = true, true, after
	return end
}

// isAbbreviation says whether the full stop at i belongs to the word before it: to an abbreviation, an initial, or an
// ordinal number ("3. etapas").
func (r *Reader) isAbbreviation(i int) bool {
	d := &r.doc
	last := &d.Tokens[len(d.Tokens)-1]
	if int(last.FoldEnd) != i {
		return false
	}
	goesOn := r.goesOnAfter(i + 1)
	if last.Kind == Number {
		return goesOn
	}
	word := d.Word(last)
	if utf8.RuneCount(word) == 1 {
		return true
	}
	switch string(word) {
	case "pvz", "dr", "mr", "mrs", "ms", "nr", "prof", "gyd", "vs", "st", "jr", "sr", "gen", "plg", "angl", "liet", "zr", "dir", "vyr", "kun":
		return true
	case "proc", "tukst", "mln", "mlrd", "min", "sek", "val", "eur", "pan", "doc", "str", "psl", "tel", "el", "al", "pr", "sv", "etc", "no", "approx", "dept", "fig", "vid":
		return goesOn
	}
	return false
}

// goesOnAfter says whether the next word of the line begins with a small letter or is a number.
func (r *Reader) goesOnAfter(i int) bool {
	folded := r.doc.Folded
	for i < len(folded) && folded[i] == ' ' {
		i++
	}
	return i < len(folded) && classes[folded[i]]&(letter|digit|beyond) != 0 && !r.isUpper(i)
}

// endLine ends the sentence at a line's end.
func (r *Reader) endLine() {
	if len(r.doc.Tokens) == 0 {
		return
	}
	r.ended, r.lineEnded, r.breaks = true, true, true
}

// beginSentence opens a sentence where there is none, or after the last has ended. An emoji belongs to the sentence it
// follows.
func (r *Reader) beginSentence(kind Kind, start int32) {
	d := &r.doc
	if len(d.Sentences) > 0 {
		if !r.ended || kind == Emoji && !r.lineEnded {
			return
		}
		r.closeSentence()
	}
	d.Sentences = append(d.Sentences, Span{start, start})
	r.ended, r.lineEnded, r.sentenceEnd = false, false, 0
}

// closeSentence lets the last sentence reach to the mark that ended it; to its tokens it reaches already.
func (r *Reader) closeSentence() {
	d := &r.doc
	if len(d.Sentences) == 0 || r.sentenceEnd == 0 {
		return
	}
	_, end := r.sourceSpan(r.sentenceEnd-1, r.sentenceEnd)
	last := &d.Sentences[len(d.Sentences)-1]
	last.End = max(last.End, end)
}
