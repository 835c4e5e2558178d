package text

import (
	"cmp"
	"slices"
	"strings"
)

// quoteLimit is how many bytes may stand between two quotation marks that belong together.
const quoteLimit = 400

// quoteMark is a quotation mark of the source.
type quoteMark struct {
	at   int32
	mark rune
}

// quote remembers a typographic quotation mark for pairQuotes.
func (r *Reader) quote(c rune) {
	switch c {
	case '„', '“', '”', '«', '»', '‘', '’', '‚':
		r.quotes = append(r.quotes, quoteMark{r.at, c})
	}
}

// pairQuotes finds the stretches of the source that stand between quotation marks of one paragraph.
func (r *Reader) pairQuotes() {
	d := &r.doc
	straight := d.Chars[0]&(1<<'"') != 0
	if len(r.quotes) == 0 && !straight {
		return
	}
	if straight {
		r.addStraightQuotes()
	}
	var open quoteMark
	opened := false
	for _, mark := range r.quotes {
		if opened && closes(open.mark, mark.mark) && r.mayClose(mark) && r.belongs(open.at, mark.at) {
			r.quoted = append(r.quoted, Span{open.at, mark.at})
			d.Has |= HasQuote
			opened = false
			continue
		}
		if r.mayOpen(mark) && (!opened || !r.belongs(open.at, mark.at)) {
			open, opened = mark, true
		}
	}
}

// addStraightQuotes puts the straight marks among the typographic ones.
func (r *Reader) addStraightQuotes() {
	source := r.doc.Source
	for at := range len(source) {
		if source[at] == '"' {
			r.quotes = append(r.quotes, quoteMark{int32(at), '"'})
		}
	}
	slices.SortFunc(r.quotes, func(a, b quoteMark) int { return cmp.Compare(a.at, b.at) })
}

// closes says whether a mark ends what another began. Lithuanian „ is often typed with a straight or English partner.
func closes(open, mark rune) bool {
	switch open {
	case '„':
		return mark == '“' || mark == '”' || mark == '"'
	case '“':
		return mark == '”' || mark == '"'
	case '”':
		return mark == '”'
	case '«':
		return mark == '»'
	case '»':
		return mark == '«'
	case '‘', '‚':
		return mark == '’' || mark == '‘'
	}
	return mark == '"' || mark == '“' || mark == '”'
}

// mayOpen refuses the marks that can only close: inches, apostrophes, a mark at a word's end.
func (r *Reader) mayOpen(q quoteMark) bool {
	if q.mark == '’' {
		return false
	}
	return q.mark == '„' || q.mark == '«' || q.at == 0 || !isTextByte(r.doc.Source[q.at-1])
}

// mayClose refuses apostrophes inside a word.
func (r *Reader) mayClose(q quoteMark) bool {
	after := int(q.at) + len("’")
	return q.mark != '’' || after >= len(r.doc.Source) || !isTextByte(r.doc.Source[after])
}

// belongs says whether two marks are near enough and in one paragraph, with something between them.
func (r *Reader) belongs(open, end int32) bool {
	return end-open <= quoteLimit && end-open > 1 && !strings.Contains(r.doc.Source[open:end], "\n\n")
}

// isTextByte tells bytes of letters and digits, and any part of a character beyond ASCII.
func isTextByte(c byte) bool {
	return classes[lowerASCII[c]]&(letter|digit|beyond) != 0
}

// isQuoted says whether a place of the source is between quotation marks. Places must come in order.
func (r *Reader) isQuoted(at int32) bool {
	for r.inQuote < len(r.quoted) && r.quoted[r.inQuote].End < at {
		r.inQuote++
	}
	return r.inQuote < len(r.quoted) && r.quoted[r.inQuote].Start < at
}
