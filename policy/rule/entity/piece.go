package entity

import "rostrum/text"

// piece is a stretch of ASCII letters and digits in the folded text.
type piece struct {
	start, end int32
	digits     int32 // how many of its characters are digits
}

func (p *piece) len() int32      { return p.end - p.start }
func (p *piece) isNumber() bool  { return p.digits == p.len() }
func (p *piece) isLetters() bool { return p.digits == 0 }

// cut fills pieces from the folded text, leaving out links, addresses and handles.
func (s *search) cut() {
	from := int32(0)
	if s.d.Has&(text.HasLink|text.HasEmail|text.HasHandle) != 0 {
		for i := range s.d.Tokens {
			t := &s.d.Tokens[i]
			if t.Kind == text.Link || t.Kind == text.Email || t.Kind == text.Handle {
				if t.FoldStart > from {
					s.cutRange(from, t.FoldStart)
				}
				from = max(from, t.FoldEnd)
			}
		}
	}
	s.cutRange(from, int32(len(s.folded)))
}

func (s *search) cutRange(from, to int32) {
	for i := from; i < to; {
		if !isAlnum(s.folded[i]) {
			i++
			continue
		}
		p := piece{start: i}
		for i < to && isAlnum(s.folded[i]) {
			if isDigit(s.folded[i]) {
				p.digits++
			} else if s.folded[i] == 'x' && p.digits > 2 && p.digits == i-p.start && i+1 < to && isDigit(s.folded[i+1]) {
				break // 555-0123x45: an extension
			}
			i++
		}
		p.end = i
		s.pieces = append(s.pieces, p)
	}
}

// between gives what stands between a piece and the next one.
func (s *search) between(i int) []byte { return s.folded[s.pieces[i].end:s.pieces[i+1].start] }

// before gives the byte before a place, 0 at the beginning.
func (s *search) before(at int32) byte {
	if at == 0 {
		return 0
	}
	return s.folded[at-1]
}

// after gives the byte at a place, 0 at the end.
func (s *search) after(at int32) byte {
	if int(at) >= len(s.folded) {
		return 0
	}
	return s.folded[at]
}

func isDigit(c byte) bool  { return c-'0' < 10 }
func isLetter(c byte) bool { return c-'a' < 26 }
func isAlnum(c byte) bool  { return isDigit(c) || isLetter(c) }

// isWordly tells whether a byte belongs to a word, also one in other letters.
func isWordly(c byte) bool { return isAlnum(c) || c == '_' || c >= 0x80 }
