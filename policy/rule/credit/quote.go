package credit

import (
	"strings"

	"rostrum/policy/rule"
	"rostrum/text"
)

const (
	leastWords = 6  // of a quotation; shorter ones are titles, slogans and irony
	leastWhole = 5  // of one that is a whole sentence of long words, with its full stop …
	leastBytes = 34 // … and so long
	leastLines = 3  // of a song or poem
	lineWords  = 3  // of a line
)

// checkQuotes looks at what stands in quotation marks.
func (r *credit) checkQuotes(in *rule.Input, out *rule.Report) {
	d := in.Doc
	for first := 0; first < len(d.Tokens); first++ {
		if d.Tokens[first].Flags&text.Quoted == 0 {
			continue
		}
		last, words, capitals := run(d, first)
		if r.isUncredited(in, int32(first), int32(last), words, capitals) {
			r.report(in, out, first, last)
		}
		first = last
	}
}

// run gives the end of a quotation, and how many words it has.
func run(d *text.Document, first int) (last, words, capitals int) {
	last = first
	for i := first; i < len(d.Tokens) && d.Tokens[i].Flags&text.Quoted != 0; i++ {
		t := &d.Tokens[i]
		if i > first && crossesMark(d.Source[d.Tokens[last].End:max(t.Start, d.Tokens[last].End)]) {
			break
		}
		last = i
		if t.Kind == text.Word && t.Flags&(text.InLink|text.InHashtag|text.InHandle) == 0 {
			words++
			if t.Flags&text.Capital != 0 {
				capitals++
			}
		}
	}
	return last, words, capitals
}

// crossesMark tells that one quotation ends and another begins between two words.
func crossesMark(between string) bool {
	return strings.Count(between, `"`) > 1 || strings.ContainsAny(between, "„«")
}

func (r *credit) isUncredited(in *rule.Input, first, last int32, words, capitals int) bool {
	switch {
	case words < leastWords && !(words >= leastWhole && isWhole(in.Doc, first, last)), capitals*10 >= words*7:
		return false
	case in.Has(r.words.unknown):
		return in.Doc.Has&(text.HasHandle|text.HasLink) == 0
	case r.credited(in, first, last), r.told(in, first):
		return false
	case r.announced(in, first), r.named(in, last), r.namedLater(in, last), r.titled(in, first):
		return false
	}
	return true
}

// isWhole tells that a quotation ends like a sentence, and is as long as one: Lithuanian says in five words what English
// says in eight.
func isWhole(d *text.Document, first, last int32) bool {
	rest := d.Source[d.Tokens[last].End:]
	return d.Tokens[last].End-d.Tokens[first].Start >= leastBytes && strings.HasPrefix(rest, ".") && !strings.HasPrefix(rest, "..")
}

// told tells that somebody who is spoken of says it: “Customer: …”.
func (r *credit) told(in *rule.Input, first int32) bool {
	if first == 0 {
		return false
	}
	d := in.Doc
	if !strings.Contains(d.Source[d.Tokens[first-1].End:d.Tokens[first].Start], ":") {
		return false
	}
	_, ok := in.Within(r.words.teller, first-1, first-1, tellerNear)
	return ok
}

// How far the teller stands from the colon: “Also me at 3am:”.
const tellerNear = 3

func (r *credit) report(in *rule.Input, out *rule.Report, first, last int) {
	start, end := rule.SpanOf(in.Doc, int32(first), int32(last))
	m := rule.Match{Start: start, End: end, Message: quoteMessage, Suggestion: quoteSuggestion}
	if isVerse(in.Doc.Source[start:end]) {
		if !r.lyrics {
			return
		}
		m.Message, m.Suggestion = lyricsMessage, lyricsSuggestion
	} else if !r.quote {
		return
	}
	out.Add(m)
}

// credited tells that the post names its source or speaker: a handle, a link, or a verb of speech outside all quotations
// and outside the tokens first to last.
func (r *credit) credited(in *rule.Input, first, last int32) bool {
	if in.Doc.Has&(text.HasHandle|text.HasLink) != 0 || strings.Contains(in.Doc.Source, "©") || strings.Contains(in.Doc.Source, "(c)") {
		return true
	}
	for _, h := range in.Hits() {
		if h.List == r.words.said.ID && (h.Last < first || h.First > last) && in.Doc.Tokens[h.First].Flags&text.Quoted == 0 {
			return true
		}
	}
	return false
}

// announced tells that a name with a colon stands before the quotation: Rasa: “…”.
func (r *credit) announced(in *rule.Input, first int32) bool {
	if first == 0 {
		return false
	}
	d, before := in.Doc, &in.Doc.Tokens[first-1]
	if before.Flags&text.Capital == 0 || !strings.Contains(d.Source[before.End:d.Tokens[first].Start], ":") {
		return false
	}
	_, heading := in.Within(r.words.heading, first-1, first-1, 0)
	return !heading
}

// named tells that a name stands right after the quotation.
func (r *credit) named(in *rule.Input, last int32) bool {
	d := in.Doc
	if int(last)+1 >= len(d.Tokens) {
		return false
	}
	next := &d.Tokens[last+1]
	between := d.Source[d.Tokens[last].End:next.Start]
	if next.Flags&text.Capital == 0 {
		return false
	}
	if strings.ContainsAny(between, "-–—―~(|") {
		return true
	}
	_, greeting := in.Within(r.words.greeting, last+1, last+1, 0)
	return !greeting && int(last)+2 < len(d.Tokens) && fullName(next, &d.Tokens[last+2])
}

// namedLater tells that a full name stands further on in the sentence that goes on behind the quotation: “…” is how
// Robert Frost begins.
func (r *credit) namedLater(in *rule.Input, last int32) bool {
	d := in.Doc
	for i := last + 2; i <= last+nameNear && int(i)+1 < len(d.Tokens); i++ {
		if d.Tokens[i].Sentence != d.Tokens[last].Sentence {
			return false
		}
		if d.Tokens[i].Flags&text.Capital != 0 && d.Tokens[i+1].Flags&text.Capital != 0 && fullName(&d.Tokens[i], &d.Tokens[i+1]) {
			return true
		}
	}
	return false
}

const nameNear = 4

// fullName tells that two words look like a name: Marie Curie, Matthew 6.
func fullName(a, b *text.Token) bool {
	return b.Start-a.End == 1 && a.Flags&text.Upper == 0 && (b.Flags&text.Capital != 0 || b.Kind == text.Number)
}

// titled tells that a word right before says that the quotation is a name: the book “…”.
func (r *credit) titled(in *rule.Input, first int32) bool {
	for _, h := range in.Hits() {
		if h.List == r.words.title.ID && h.Last < first && first-h.Last <= 3 {
			return true
		}
	}
	return false
}

// isVerse tells that a text has several short lines, broken or with slashes between them.
func isVerse(s string) bool {
	return 1+strings.Count(s, " / ")+strings.Count(s, "\n") >= leastLines
}
