package main

import (
	"strings"
	"unicode"

	"github.com/rivo/uniseg"
)

// excerpt cuts out the line of a post on which a span begins, no wider than width columns, and makes the line of
// carets that goes under it.
func excerpt(s string, start, end, width int) (line, under string) {
	from := strings.LastIndexByte(s[:start], '\n') + 1
	to := len(s)
	if n := strings.IndexByte(s[start:], '\n'); n >= 0 {
		to = start + n
	}
	end = min(end, to)
	before, found, after := printable(s[from:start]), printable(s[start:end]), printable(s[end:to])
	found = clip(found, width*2/3)
	room := width - columns(found)
	if columns(before)+columns(after) > room {
		side := room / 2
		left := min(columns(before), max(side, room-columns(after)))
		before = clipLeft(before, left)
		after = clip(after, room-columns(before))
	}
	return before + found + after, strings.Repeat(" ", columns(before)) + strings.Repeat("^", max(1, columns(found)))
}

// columns gives how wide a string is on a terminal.
func columns(s string) int { return uniseg.StringWidth(s) }

// clip cuts a string at its end to a width.
func clip(s string, width int) string {
	if columns(s) <= width {
		return s
	}
	out, used := "", 0
	for g := uniseg.NewGraphemes(s); g.Next(); {
		if used+g.Width() > width-1 {
			break
		}
		out += g.Str()
		used += g.Width()
	}
	return out + "…"
}

// clipLeft cuts a string at its beginning to a width.
func clipLeft(s string, width int) string {
	if columns(s) <= width {
		return s
	}
	var parts []string
	for g := uniseg.NewGraphemes(s); g.Next(); {
		parts = append(parts, g.Str())
	}
	out, used := "", 0
	for i := len(parts) - 1; i >= 0; i-- {
		w := columns(parts[i])
		if used+w > width-1 {
			break
		}
		out = parts[i] + out
		used += w
	}
	return "…" + out
}

// printable replaces what a terminal would act on, so that a post cannot write over what is shown of it.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r':
			return ' '
		case unicode.IsControl(r) || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 || r == 0x200E || r == 0x200F:
			return '·'
		}
		return r
	}, strings.ToValidUTF8(s, "�"))
}

// wrap breaks a paragraph into lines of at most width columns.
func wrap(s string, width int) []string {
	width = max(width, 10)
	var lines []string
	line := ""
	for _, word := range strings.Fields(printable(s)) {
		for columns(word) > width {
			head := strings.TrimSuffix(clip(word, width), "…")
			if line != "" {
				lines, line = append(lines, line), ""
			}
			lines, word = append(lines, head), word[len(head):]
		}
		switch {
		case line == "":
			line = word
		case columns(line)+1+columns(word) <= width:
			line += " " + word
		default:
			lines, line = append(lines, line), word
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// plain takes the colours out of a string.
func plain(s string) string {
	for {
		from := strings.Index(s, "\x1b[")
		if from < 0 {
			return s
		}
		to := strings.IndexByte(s[from:], 'm')
		if to < 0 {
			return s
		}
		s = s[:from] + s[from+to+1:]
	}
}
