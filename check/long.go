package check

import (
	"strings"
	"unicode/utf8"

	"rostrum/policy/rule"
	"rostrum/post"
)

// A text longer than longText bytes, which only an article has, is checked in pieces of about pieceText bytes, cut
// where a sentence ends. Rules may look around what they find, and their cost then stays in proportion to the text.
// Rules that are about the post as a whole still see it whole.
const (
	longText  = 32 << 10
	pieceText = 8 << 10
)

// scope says which rules a run is for.
type scope uint8

const (
	everyRule scope = iota
	wholeRules
	pieceRules
)

func (c *Checker) long(d *desk, p *post.Post, channel int) Result {
	result := c.run(d, p, channel, wholeRules)
	piece := *p
	piece.Lang = string(result.Lang)
	for at := 0; at < len(p.Text); {
		piece.Text = p.Text[at : at+cut(p.Text[at:])]
		part := c.run(d, &piece, channel, pieceRules)
		for i := range part.Findings {
			if len(result.Findings) > MaxFindings {
				result.Verdict = max(result.Verdict, part.Verdict)
				break
			}
			f := part.Findings[i]
			if f.End > 0 || f.Category != rule.System {
				f.Start, f.End = f.Start+at, f.End+at
			}
			result.Findings = append(result.Findings, f)
		}
		at += len(piece.Text)
	}
	if len(result.Findings) > MaxFindings {
		worst := result.Verdict
		for i := range result.Findings[MaxFindings:] {
			worst = max(worst, result.Findings[MaxFindings+i].Verdict)
		}
		result.Findings = append(result.Findings[:MaxFindings], tooMany(worst))
	}
	if result.Findings != nil {
		c.finish(&result, p)
	}
	return result
}

// cut gives how long the first piece of a text is: up to the end of a line, else of a sentence, else of a word.
func cut(s string) int {
	if len(s) <= pieceText {
		return len(s)
	}
	for _, end := range []string{"\n", ". ", "! ", "? ", " "} {
		if at := strings.LastIndex(s[pieceText/2:pieceText], end); at >= 0 {
			return pieceText/2 + at + len(end)
		}
	}
	at := pieceText
	for at > pieceText-utf8.UTFMax && !utf8.RuneStart(s[at]) {
		at--
	}
	return at
}
