package form

import (
	"bytes"

	"rostrum/policy/rule"
	"rostrum/text"
)

// checkPunctuation reports the first row of more than three exclamation or question marks.
func checkPunctuation(d *text.Document, out *rule.Report) {
	for _, mark := range [...]string{"!!!!", "????"} {
		const below = 64 // ASCII characters in the first half of Chars
		if d.Chars[mark[0]/below]&(1<<(mark[0]%below)) == 0 {
			continue
		}
		at := bytes.Index(d.Folded, []byte(mark))
		if at < 0 {
			continue
		}
		end := at + len(mark)
		for end < len(d.Folded) && d.Folded[end] == mark[0] {
			end++
		}
		out.Add(rule.Match{Start: d.SourceOffset(at), End: d.SourceOffset(end), Message: manyMarks, Suggestion: oneMark})
		return
	}
}
