package entity

import (
	"rostrum/policy/rule"
	"rostrum/text"
)

// search is the work on one post. It is reused, so that a post with no finding allocates nothing.
type search struct {
	*finder
	in     *rule.Input
	d      *text.Document
	out    *rule.Report
	folded []byte
	pieces []piece
	w      window
	// words beside numbers, and beside addresses
	numbered, addressed marks
	joined              []byte // letters and digits of a candidate without what stands between them
}

// start gets ready for a post.
func (s *search) start(f *finder, in *rule.Input, out *rule.Report) {
	s.finder, s.in, s.d, s.out, s.folded = f, in, in.Doc, out, in.Doc.Folded
	s.pieces = s.pieces[:0]
	s.numbered.forget()
	s.addressed.forget()
}

// end lets go of the post.
func (s *search) end() { s.in, s.d, s.out, s.folded = nil, nil, nil, nil }

// found reports bytes of the folded text, if the policy asks for that kind. It always gives true, so that a number
// that was recognised is not taken for something else.
func (s *search) found(k kind, start, end int32) bool { return s.foundWith(k, start, end, rule.Allow) }

// foundWith reports with a verdict of its own.
func (s *search) foundWith(k kind, start, end int32, v rule.Verdict) bool {
	if s.wanted[k] {
		s.out.Add(rule.Match{
			Start: s.d.SourceOffset(int(start)), End: s.sourceEnd(int(end)), Category: abouts[k].category, Verdict: v,
			Message: s.messages[k], Suggestion: s.advice[k],
		})
	}
	return true
}

// sourceEnd gives the end in the source of what ends there in the folded text, without what vanished after it.
func (s *search) sourceEnd(folded int) int {
	if folded == 0 {
		return 0
	}
	last := s.d.SourceOffset(folded - 1)
	next := s.d.SourceOffset(folded)
	if s.d.Source[last] < 0x80 {
		return last + 1
	}
	return next
}
