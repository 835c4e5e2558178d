package secret

import (
	"slices"

	"rostrum/text/phrase"
)

// longestPhrase is more tokens than any entry of the lists has.
const longestPhrase = 6

// has tells whether a word of the list stands near a hit, in the same sentence. It looks at the neighbours only, so that
// a post full of such words takes no longer than another of its size.
func (s *search) has(l *phrase.List, h phrase.Hit) bool {
	const reach = 6
	hits := s.in.Hits()
	at, _ := slices.BinarySearchFunc(hits, h.First-reach-longestPhrase, func(h phrase.Hit, token int32) int { return int(h.First - token) })
	for ; at < len(hits) && hits[at].First <= h.Last+reach; at++ {
		n := &hits[at]
		if n.List == l.ID && n.Last >= h.First-reach && s.d.Tokens[n.First].Sentence == s.d.Tokens[h.First].Sentence {
			return true
		}
	}
	return false
}
