package check

import (
	"slices"

	"rostrum/post"
)

// Shift is what another version of the policy changes about one post.
type Shift struct {
	Before, After Result
	Gained, Lost  []Finding // findings that only one of the versions has
}

// Compare holds a post against two versions of a policy; changed tells whether the verdict differs.
func Compare(before, after *Checker, p *post.Post) (s Shift, changed bool) {
	s = Shift{Before: before.Check(p), After: after.Check(p)}
	if s.Before.Verdict == s.After.Verdict {
		return s, false
	}
	s.Gained = without(s.After.Findings, s.Before.Findings)
	s.Lost = without(s.Before.Findings, s.After.Findings)
	return s, true
}

// without gives the findings of all that others has no equal of. Two are equal that would mean the same to a reader:
// a clause that was only renamed is not a change.
func without(all, others []Finding) []Finding {
	var out []Finding
	for _, f := range all {
		same := func(o Finding) bool {
			return o.Category == f.Category && o.Start == f.Start && o.End == f.End && o.Verdict == f.Verdict && (o.Waived == nil) == (f.Waived == nil)
		}
		if !slices.ContainsFunc(others, same) {
			out = append(out, f)
		}
	}
	return out
}
