package claim

import (
	"slices"

	"rostrum/policy/rule"
	"rostrum/text"
	"rostrum/text/phrase"
)

// Most parts that a grammar has.
const maxParts = 5

// Check reports each statement once a sentence.
func (c *claims) Check(in *rule.Input, out *rule.Report) {
	for i := range in.Awaited {
		h := &in.Awaited[i]
		if int(h.List) >= len(c.starts) {
			continue
		}
		grammars := c.starts[h.List]
		for j := range grammars {
			c.try(in, out, &grammars[j], *h)
		}
	}
}

func (c *claims) try(in *rule.Input, out *rule.Report, g *grammar, start phrase.Hit) {
	if g.signed && in.Doc.Has&text.HasNumber == 0 || g.lacks(in.Awaited) {
		return
	}
	var found [maxParts]phrase.Hit
	found[0] = start
	n := 1
	for _, p := range g.parts[1:] {
		h, ok := p.find(in, g, found[:n])
		if !ok {
			return
		}
		found[n] = h
		n++
	}
	said := hull(found[:n])
	if reported(in, out, g.of, said) || !c.holds(in, g, found[:n], said) {
		return
	}
	verdict := rule.Allow
	if stands(in, g.needs) {
		if !g.of.lowered {
			return
		}
		verdict = rule.Advise
	}
	out.Add(rule.Match{Start: int(said.Start), End: int(said.End), Category: g.of.category, Verdict: verdict,
		Message: g.of.message, Suggestion: g.of.suggestion})
}

// lacks tells that a scarce word which the grammar asks for stands nowhere in the post.
func (g *grammar) lacks(awaited []phrase.Hit) bool {
	for _, p := range g.parts[1:] {
		if p.scarce && !slices.ContainsFunc(awaited, func(h phrase.Hit) bool { return h.List == p.list.ID }) {
			return true
		}
	}
	return false
}

// holds tells that the words found are meant, about what the grammar is about, and not excused.
func (c *claims) holds(in *rule.Input, g *grammar, found []phrase.Hit, said phrase.Hit) bool {
	if !g.about.empty() && (g.sector == "" || in.Post.Sector != g.sector) && !besides(in, g.about, found) {
		return false
	}
	for _, u := range g.unless {
		if near(in, u, said, sentenceLong) {
			return false
		}
	}
	return !c.excuses.excused(in, g.of, found, said)
}

// More tokens than a sentence has.
const sentenceLong = 1 << 20

// find gives the nearest words for a part that are none of those found already.
func (p part) find(in *rule.Input, g *grammar, found []phrase.Hit) (phrase.Hit, bool) {
	if p.sign != "" {
		return sign(in, p.sign, g, found)
	}
	best, distance := phrase.Hit{}, g.within+1
	for _, h := range in.Hits() {
		if h.List != p.list.ID || !g.allows(in, h, found) {
			continue
		}
		if d := gap(h, found[0]); d < distance {
			best, distance = h, d
		}
	}
	return best, distance <= g.within
}

func (g *grammar) allows(in *rule.Input, h phrase.Hit, found []phrase.Hit) bool {
	if in.Doc.Tokens[h.First].Sentence != in.Doc.Tokens[found[0].First].Sentence {
		return false
	}
	for _, f := range found {
		if h.First <= f.Last && f.First <= h.Last {
			return false
		}
	}
	return !g.ordered || h.First > found[len(found)-1].Last
}

// gap gives how many tokens stand from one to the other.
func gap(a, b phrase.Hit) int32 {
	if a.First > b.Last {
		return a.First - b.Last
	}
	return b.First - a.Last
}

// hull gives the stretch from the first word found to the last.
func hull(found []phrase.Hit) phrase.Hit {
	all := found[0]
	for _, h := range found[1:] {
		if h.First < all.First {
			all.First, all.Start = h.First, h.Start
		}
		if h.Last > all.Last {
			all.Last, all.End = h.Last, h.End
		}
	}
	return all
}

// besides tells that a word of the part stands in the post that is not one of the words found.
func besides(in *rule.Input, p part, found []phrase.Hit) bool {
	for _, h := range in.Hits() {
		if h.List == p.list.ID && !overlaps(h, found) {
			return true
		}
	}
	return false
}

func stands(in *rule.Input, p part) bool {
	return p.list != nil && in.Has(p.list)
}

// reported tells that the statement was found in this sentence before.
func reported(in *rule.Input, out *rule.Report, st *statement, said phrase.Hit) bool {
	s := sentenceOf(in.Doc, said.First)
	for i := range out.Matches {
		m := &out.Matches[i]
		if m.Message.EN == st.message.EN && m.Start >= int(s.Start) && m.Start < int(s.End) {
			return true
		}
	}
	return false
}

func sentenceOf(d *text.Document, token int32) text.Span {
	return d.Sentences[d.Tokens[token].Sentence]
}
