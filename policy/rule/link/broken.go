package link

import (
	"bytes"

	"rostrum/policy/rule"
	"rostrum/text"
)

// brokenDots are full stops in a host that were written so that no program sees a link; people mend it as they read.
var brokenDots = [...]string{"[.]", "(.)", "{.}", "[dot]", "(dot)", "{dot}", " dot ", "[taskas]", "(taskas)", " taskas ", " . ", "。"}

// waitForBroken says what broken links need.
func waitForBroken(s *rule.Setup) {
	for _, dot := range brokenDots {
		s.OnLiteral(dot)
	}
}

// broken reports hosts with broken dots that imitate others or are denied. Nothing else is said of them: most of those
// who write so warn of a link.
func (r *links) broken(d *text.Document, out *rule.Report) {
	for at := 0; at < len(d.Folded); at++ {
		if !mayBreak(d.Folded, at) || dotAfter(d.Folded, at) == at {
			continue
		}
		start, end := hostAround(d.Folded, at)
		if end > at && text.IsDomainEnding(lastLabel(d.Folded[start:end])) && !reported(out, d.SourceOffset(start)) {
			r.brokenHost(d, start, end, out)
		}
		at = max(at, end)
	}
}

// mayBreak tells whether a broken dot can begin at a place.
func mayBreak(folded []byte, at int) bool {
	switch folded[at] {
	case '[', '(', '{', "。"[0]:
		return true
	case ' ':
		return at+1 < len(folded) && (folded[at+1] == '.' || folded[at+1] == 'd' || folded[at+1] == 't')
	}
	return false
}

// brokenHost judges the host that stands between two places of the folded text.
func (r *links) brokenHost(d *text.Document, start, end int, out *rule.Report) {
	var space [maxHost]byte
	k := r.memory.bytes(appendMended(space[:0], d.Folded[start:end]))
	a := &k.address
	if k.err != nil || withinAny(a.host, r.own) || withinAny(a.host, r.allowed) {
		return
	}
	m, found := rule.Match{}, false
	if r.find&denied != 0 && withinAny(a.host, r.denied) {
		m, found = deniedHost(a), true
	} else if _, real := r.judge.isReal(a.host); !real {
		m, found = r.disguise(a, &k.place)
	}
	if found {
		m.Start, m.End = d.SourceOffset(start), d.SourceOffset(end)
		out.Add(m)
	}
}

// lastLabel gives what stands after the last dot, whole or broken, of a host.
func lastLabel(host []byte) []byte {
	for i := len(host) - 1; i >= 0; i-- {
		if c := host[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return host[i+1:]
		}
	}
	return host
}

// reported tells whether the last finding covers a place.
func reported(out *rule.Report, at int) bool {
	if len(out.Matches) == 0 {
		return false
	}
	last := &out.Matches[len(out.Matches)-1]
	return last.Start <= at && at < last.End
}

// hostAround gives the host, with its dots whole or broken, of which a broken dot is part.
func hostAround(folded []byte, dot int) (start, end int) {
	const labels = 8
	start, end = labelBefore(folded, dot), dot
	for range labels {
		before := dotBefore(folded, start)
		if before == start || labelBefore(folded, before) == before {
			break
		}
		start = labelBefore(folded, before)
	}
	if start == dot {
		return start, start
	}
	for range labels {
		after := dotAfter(folded, end)
		next := labelAfter(folded, after)
		if after == end || next == after {
			break
		}
		end = next
	}
	return start, end
}

func labelBefore(folded []byte, at int) int {
	for limit := max(0, at-maxLabel); at > limit && isLabel(folded[at-1]); {
		at--
	}
	return at
}

func labelAfter(folded []byte, at int) int {
	for limit := min(len(folded), at+maxLabel); at < limit && isLabel(folded[at]); {
		at++
	}
	return at
}

func isLabel(c byte) bool { return c == '-' || isAlnum(rune(c)) && c < 0x80 }

// dotBefore moves over a dot, whole or broken, that ends at a place.
func dotBefore(folded []byte, at int) int {
	for _, dot := range brokenDots {
		if bytes.HasSuffix(folded[:at], []byte(dot)) {
			return at - len(dot)
		}
	}
	if at > 0 && folded[at-1] == '.' {
		return at - 1
	}
	return at
}

// dotAfter moves over a dot, whole or broken, that begins at a place.
func dotAfter(folded []byte, at int) int {
	for _, dot := range brokenDots {
		if bytes.HasPrefix(folded[at:], []byte(dot)) {
			return at + len(dot)
		}
	}
	if at < len(folded) && folded[at] == '.' {
		return at + 1
	}
	return at
}

// appendMended appends a host with ordinary dots to space.
func appendMended(space, host []byte) []byte {
	for at := 0; at < len(host); {
		if after := dotAfter(host, at); after > at {
			space = append(space, '.')
			at = after
			continue
		}
		space = append(space, host[at])
		at++
	}
	return space
}
