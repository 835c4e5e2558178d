package ledger

import "strconv"

// scanner reads JSON only in its canonical form: what it accepts, written again, gives the same bytes. The first thing that
// is out of form makes it bad, and it stays so.
type scanner struct {
	b   []byte
	at  int
	bad bool
}

// expect passes over exactly these bytes.
func (s *scanner) expect(text string) {
	if !s.next(text) {
		s.bad = true
	}
}

// next passes over these bytes if they come next.
func (s *scanner) next(text string) bool {
	end := s.at + len(text)
	if s.bad || end > len(s.b) || string(s.b[s.at:end]) != text {
		return false
	}
	s.at = end
	return true
}

// text reads a string and gives what is between its quotes, still escaped.
func (s *scanner) text() []byte {
	s.expect(`"`)
	if s.bad {
		return nil
	}
	start, at := s.at, s.at
	for at < len(s.b) {
		c := s.b[at]
		if isPlain(c) {
			at++
			continue
		}
		if c == '"' {
			s.at = at + 1
			return s.b[start:at]
		}
		n := escapeLength(s.b[at:])
		if n == 0 {
			break
		}
		at += n
	}
	s.bad = true
	return nil
}

// escapeLength gives the bytes of the canonical escape at the start of b, 0 if there is none.
func escapeLength(b []byte) int {
	if len(b) < 2 || b[0] != '\\' {
		return 0
	}
	switch b[1] {
	case '"', '\\', 'b', 't', 'n', 'f', 'r':
		return 2
	case 'u':
	default:
		return 0
	}
	if len(b) < 6 {
		return 0
	}
	n, err := strconv.ParseUint(string(b[2:6]), 16, 16)
	c := byte(n)
	if err != nil || n >= 0x20 || shortEscape(c) != 0 || b[5] != hexDigits[c&15] {
		return 0
	}
	return 6
}

// name reads the name of a field, which must sort after the one before.
func (s *scanner) name(before []byte) []byte {
	name := s.text()
	if !isName(name) || string(name) <= string(before) {
		s.bad = true
	}
	return name
}

// number reads a whole number from 0.
func (s *scanner) number() int64 {
	start := s.at
	for s.at < len(s.b) && s.b[s.at] >= '0' && s.b[s.at] <= '9' {
		s.at++
	}
	digits := s.b[start:s.at]
	n, err := strconv.ParseInt(string(digits), 10, 64)
	if err != nil || len(digits) > 1 && digits[0] == '0' {
		s.bad = true
	}
	return n
}

// list calls one for each member up to the closing bracket, commas between.
func (s *scanner) list(closing string, one func()) {
	if s.next(closing) {
		return
	}
	for !s.bad {
		one()
		if s.next(closing) {
			return
		}
		s.expect(",")
	}
}

// done tells whether all was read and in form.
func (s *scanner) done() bool { return !s.bad && s.at == len(s.b) }
