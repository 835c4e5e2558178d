package entity

import "bytes"

// words are beginnings of words that stand beside a number and say what it is, folded; one that ends in a full stop
// here is a whole word.
type words []string

// How far a word may stand from what it explains, in bytes of the same line.
const (
	reachBefore = 48
	reachAfter  = 24
)

// near tells whether one of the words stands close to the bytes start to end.
func (s *search) near(start, end int32, ws words) bool {
	return s.distanceBefore(start, ws) >= 0 || s.standsIn(s.lineAfter(end, reachAfter), ws)
}

// distanceBefore tells how far before a place the nearest of the words begins, -1 where there is none in reach.
func (s *search) distanceBefore(start int32, ws words) int {
	part := s.lineBefore(start, reachBefore)
	nearest := -1
	for _, w := range ws {
		if at := lastWord(part, w); at > nearest {
			nearest = at
		}
	}
	if nearest < 0 {
		return -1
	}
	return len(part) - nearest
}

func (s *search) standsIn(part []byte, ws words) bool {
	for _, w := range ws {
		if lastWord(part, w) >= 0 {
			return true
		}
	}
	return false
}

// lineBefore gives at most so many bytes before a place, from the line break on.
func (s *search) lineBefore(at int32, reach int32) []byte {
	part := s.folded[max(0, at-reach):at]
	return part[bytes.LastIndexByte(part, '\n')+1:]
}

// lineAfter gives at most so many bytes after a place, up to the line break.
func (s *search) lineAfter(at int32, reach int32) []byte {
	part := s.folded[at:min(int32(len(s.folded)), at+reach)]
	if i := bytes.IndexByte(part, '\n'); i >= 0 {
		part = part[:i]
	}
	return part
}

// lastWord gives the last place where a word begins as w says, -1 where there is none.
func lastWord(part []byte, w string) int {
	whole := w[len(w)-1] == '.'
	if whole {
		w = w[:len(w)-1]
	}
	for end := len(part); ; {
		at := lastIndex(part[:end], w)
		if at < 0 {
			return -1
		}
		after := at + len(w)
		if (at == 0 || !isWordly(part[at-1])) && (!whole || after == len(part) || !isWordly(part[after])) {
			return at
		}
		end = at + len(w) - 1
	}
}

// lastIndex is bytes.LastIndex for a string.
func lastIndex(part []byte, w string) int {
	for i := len(part) - len(w); i >= 0; i-- {
		if part[i] == w[0] && string(part[i:i+len(w)]) == w {
			return i
		}
	}
	return -1
}
