package credit

import (
	"strings"

	"rostrum/policy/rule"
	"rostrum/text"
	"rostrum/text/phrase"
)

// checkLines looks for verse outside quotation marks: between notes, or in lines with slashes between them.
func (r *credit) checkLines(in *rule.Input, out *rule.Report) {
	if first, last, ok := r.betweenNotes(in); ok {
		if !r.credited(in, first.First, last.Last) && !r.named(in, last.Last) && !isNotice(in.Doc.Source[first.End:last.Start]) {
			addVerse(in, out, first.End, last.Start)
		}
		return
	}
	if start, end, ok := slashed(in.Doc); ok && !r.credited(in, 0, int32(len(in.Doc.Tokens))) {
		addVerse(in, out, start, end)
	}
}

func addVerse(in *rule.Input, out *rule.Report, start, end int32) {
	for i := range out.Matches {
		if m := &out.Matches[i]; m.Start < int(end) && int(start) < m.End {
			return
		}
	}
	s := in.Doc.Source[start:end]
	start += int32(len(s) - len(strings.TrimLeft(s, " \n")))
	end -= int32(len(s) - len(strings.TrimRight(s, " \n")))
	out.Add(rule.Match{Start: int(start), End: int(end), Message: lyricsMessage, Suggestion: lyricsSuggestion})
}

// betweenNotes gives two musical notes with a line of words between them.
func (r *credit) betweenNotes(in *rule.Input) (first, last phrase.Hit, ok bool) {
	found := false
	for _, h := range in.Hits() {
		if h.List != r.words.note.ID {
			continue
		}
		if found && h.First-first.Last > leastWords && plain(in.Doc, first.Last+1, h.First) {
			return first, h, true
		}
		first, found = h, true
	}
	return first, last, false
}

func plain(d *text.Document, from, to int32) bool {
	for i := from; i < to; i++ {
		if k := d.Tokens[i].Kind; k != text.Word && k != text.Number {
			return false
		}
	}
	return true
}

// isNotice tells that a line announces or lists something, which no song does: it has a colon, a dash or a figure.
func isNotice(line string) bool {
	return strings.ContainsAny(line, ":–—0123456789")
}

// slashed gives the stretch of lines with slashes between them: each has a few words and none has many.
func slashed(d *text.Document) (start, end int32, ok bool) {
	if strings.Count(d.Source, " / ") < leastLines-1 || strings.Contains(d.Source, "http") {
		return 0, 0, false
	}
	rest, lines := d.Source, 0
	for more := true; more; {
		var line string
		line, rest, more = strings.Cut(rest, " / ")
		if n := strings.Count(strings.TrimSpace(line), " ") + 1; n < lineWords || n > longestLine || isNotice(line) {
			return 0, 0, false
		}
		lines++
	}
	return 0, int32(len(d.Source)), lines >= leastLines
}

const longestLine = 10
