package rule

import (
	"rostrum/text"
	"rostrum/text/phrase"
)

// Match is one thing that a rule found.
type Match struct {
	Start, End int      // bytes of the post's text; both 0 where it is about the post as a whole
	Category   Category // empty: the rule's own
	Verdict    Verdict  // Allow: the rule's own
	Message    Text     // used unless the policy words its own; {text} becomes the words found
	Suggestion Text     // likewise
	Values     []string // further {name}, value pairs for the message and the suggestion
	Unless     bool     // told only where no other rule finds the same category in the post
}

// Report collects what rules found in one post.
type Report struct {
	Matches []Match
}

// Add reports a match.
func (r *Report) Add(m Match) { r.Matches = append(r.Matches, m) }

// SpanOf gives the bytes of the text that the tokens first to last stand on.
func SpanOf(d *text.Document, first, last int32) (start, end int) {
	return int(d.Tokens[first].Start), int(d.Tokens[last].End)
}

// SpanOfHit gives the bytes of the text that a hit stands on.
func SpanOfHit(d *text.Document, h phrase.Hit) (start, end int) { return int(h.Start), int(h.End) }
