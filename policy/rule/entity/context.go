package entity

import "bytes"

// words are beginnings of words that stand beside a number and say what it is, by their first letter; the last slot has
// those that begin with another sign.
type words [27][]string

// list makes words. They are folded; one that ends in a full stop here is a whole word.
func list(all ...string) *words {
	ws := new(words)
	for _, w := range all {
		slot := slotOf(w[0])
		ws[slot] = append(ws[slot], w)
	}
	return ws
}

func slotOf(c byte) int {
	if isLetter(c) {
		return int(c - 'a')
	}
	return 26
}

// at tells whether one of the words stands at a place, at which a word begins.
func (ws *words) at(part []byte, at int) bool {
	for _, w := range ws[slotOf(part[at])] {
		whole := w[len(w)-1] == '.'
		if whole {
			w = w[:len(w)-1]
		}
		after := at + len(w)
		if after <= len(part) && string(part[at:after]) == w && (!whole || after == len(part) || !isWordly(part[after])) {
			return true
		}
	}
	return false
}

// last gives the last place at which one of the words stands, -1 where there is none.
func (ws *words) last(part []byte) int {
	for at := len(part) - 1; at >= 0; at-- {
		if part[at] != ' ' && (at == 0 || !isWordly(part[at-1])) && ws.at(part, at) {
			return at
		}
	}
	return -1
}

// How far a word may stand from what it explains, in bytes of the same line.
const (
	reachBefore = 48
	reachAfter  = 24
)

// near tells whether one of the words stands close to the bytes start to end.
func (s *search) near(start, end int32, ws *words) bool {
	return s.distanceBefore(start, ws) >= 0 || s.standsIn(s.lineAfter(end, reachAfter), ws)
}

// distanceBefore tells how far before a place the nearest of the words begins, -1 where there is none in reach.
func (s *search) distanceBefore(start int32, ws *words) int {
	part := s.lineBefore(start, reachBefore)
	if at := ws.last(part); at >= 0 {
		return len(part) - at
	}
	return -1
}

func (s *search) standsIn(part []byte, ws *words) bool { return ws.last(part) >= 0 }

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
