package entity

// Limits of a number that is written in groups.
const (
	maxDigits = 20
	maxGroups = 8
)

// window is some groups of digits that may be one number.
type window struct {
	first, last int // pieces
	start, end  int32
	digits      []byte // without what stands between the groups
	groups      int
	size        [maxGroups]uint8 // digits of each group
	sep         [maxGroups]byte  // before each group: what joins it to the one before; of the first, + or ( or 0
	space       [maxDigits]byte
}

// open starts a window at piece i. It gives false where a number cannot begin.
func (s *search) open(i int) bool {
	p := &s.pieces[i]
	if !p.isNumber() || p.len() > maxDigits {
		return false
	}
	before := s.before(p.start)
	if isWordly(before) || before == '$' || before == '#' {
		return false
	}
	if i > 0 && (before == '.' || before == ',' || before == ':') && s.before(p.start-1) != 0 && isDigit(s.folded[p.start-2]) {
		return false
	}
	s.w = window{first: i, last: i - 1, start: p.start, space: s.w.space}
	s.w.digits = s.w.space[:0]
	s.w.sep[0] = s.opening(p.start)
	return true
}

// opening gives the + or ( before a number and moves the start over it.
func (s *search) opening(at int32) byte {
	sep := byte(0)
	if s.before(at) == '(' {
		sep, at = '(', at-1
	} else if s.before(at) == ' ' && at > 1 && s.folded[at-2] == '+' {
		at--
	}
	if s.before(at) == '+' {
		sep, at = '+', at-1
	}
	if sep != 0 {
		s.w.start = at
	}
	return sep
}

// grow takes the next piece into the window. It gives false where it cannot belong to the same number.
func (s *search) grow() bool {
	w := &s.w
	i := w.last + 1
	if i >= len(s.pieces) || w.groups == maxGroups {
		return false
	}
	p := &s.pieces[i]
	if !p.isNumber() || len(w.digits)+int(p.len()) > maxDigits {
		return false
	}
	if i > w.first {
		sep, ok := joiner(s.between(i - 1))
		if !ok {
			return false
		}
		w.sep[w.groups] = sep
	}
	w.digits = append(w.digits, s.folded[p.start:p.end]...)
	w.size[w.groups] = uint8(p.len())
	w.groups++
	w.last, w.end = i, p.end
	return true
}

// shrink gives the last piece back.
func (s *search) shrink() {
	w := &s.w
	w.groups--
	w.digits = w.digits[:len(w.digits)-int(w.size[w.groups])]
	w.last--
	if w.last >= w.first {
		w.end = s.pieces[w.last].end
	}
}

// joiner gives what joins two groups of one number: its first sign, or a space.
func joiner(between []byte) (byte, bool) {
	if len(between) == 0 || len(between) > 3 {
		return 0, false
	}
	sep := byte(' ')
	for _, c := range between {
		switch c {
		case ' ':
		case '-', '.', '/', '(', ')', '~':
			if sep == ' ' {
				sep = c
			} else if sep != ')' && sep != '(' {
				return 0, false
			}
		default:
			return 0, false
		}
	}
	return sep, true
}

// closed tells whether a number can end where the window does.
func (s *search) closed() bool {
	after := s.after(s.w.end)
	if isWordly(after) && after != 'x' {
		return false
	}
	return !(after == '.' || after == ',' || after == ':' || after == '-') || !isDigit(s.after(s.w.end+1))
}

// joinedBy tells whether all groups are joined by one of these.
func (w *window) joinedBy(seps string) bool {
	for _, sep := range w.sep[1:max(w.groups, 1)] {
		ok := false
		for i := range len(seps) {
			ok = ok || seps[i] == sep
		}
		if !ok {
			return false
		}
	}
	return true
}

// shape tells whether the groups have these sizes.
func (w *window) shape(sizes ...uint8) bool {
	if w.groups != len(sizes) {
		return false
	}
	for i, size := range sizes {
		if w.size[i] != size {
			return false
		}
	}
	return true
}
