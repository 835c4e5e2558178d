package main

import (
	"strings"
	"unicode/utf8"

	"rostrum/check"
)

// place is where a finding stands in its file; lines and columns count from 1, columns in characters, and endColumn
// is the one after the last.
type place struct{ line, column, endLine, endColumn int }

// placeIn gives the place of a finding. A line of JSONL is one place: nobody reads escaped text by columns.
func placeIn(c *checked, f *check.Finding) place {
	if c.line > 0 {
		return place{c.line, 1, c.line, 1}
	}
	var p place
	p.line, p.column = lineColumn(c.post.Text, f.Start)
	p.endLine, p.endColumn = lineColumn(c.post.Text, f.End)
	return p
}

func lineColumn(s string, at int) (line, column int) {
	before := s[:min(at, len(s))]
	last := strings.LastIndexByte(before, '\n') + 1
	return strings.Count(before, "\n") + 1, utf8.RuneCountInString(before[last:]) + 1
}
