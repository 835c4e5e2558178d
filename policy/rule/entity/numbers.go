package entity

// numbers looks at each piece of the text that may begin a number.
func (s *search) numbers() {
	s.cut()
	for i := 0; i < len(s.pieces); {
		p := &s.pieces[i]
		if p.isLetters() && p.len() != 2 && p.len() != 1 {
			i++
			continue
		}
		next := s.lettered(i)
		if next == i {
			next = s.address(i)
		}
		if next == i {
			next = s.number(i)
		}
		i = max(next, i+1)
	}
}

// lettered tries what has letters and digits. It gives the piece after it, or i.
func (s *search) lettered(i int) int {
	p := &s.pieces[i]
	if isWordly(s.before(p.start)) || isWordly(s.after(p.end)) && s.after(p.end) != '_' {
		return i
	}
	if next := s.iban(i); next > i {
		return next
	}
	if next := s.euLettered(i); next > i {
		return next
	}
	return s.document(i)
}

// number tries the longest number that begins at piece i, then shorter ones. It gives the piece after it, or i.
func (s *search) number(i int) int {
	if !s.open(i) {
		return i
	}
	for s.grow() {
	}
	for ; s.w.groups > 0; s.shrink() {
		if len(s.w.digits) >= 6 && s.closed() && s.recognise() {
			return s.w.last + 1
		}
	}
	return i
}

// recognise tries the kinds of number, the surest first.
func (s *search) recognise() bool {
	return s.card() || s.baltic() || s.euNumber() || s.ssn() || s.phone()
}
