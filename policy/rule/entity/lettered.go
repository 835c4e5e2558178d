package entity

// euLettered recognises national numbers with letters in them. It gives the piece after it, or i.
func (s *search) euLettered(i int) int {
	p := &s.pieces[i]
	switch {
	case p.len() == 16 && isCodiceFiscale(s.folded[p.start:p.end]):
		s.found(itCodiceFiscale, p.start, p.end)
		return i + 1
	case p.digits >= 6:
		if end, ok := s.hetu(i); ok {
			s.found(fiHETU, p.start, s.pieces[end].end)
			return end + 1
		}
		if end, ok := s.dni(i); ok {
			s.found(esDNI, p.start, s.pieces[end].end)
			return end + 1
		}
	}
	if end, ok := s.nino(i); ok {
		s.found(ukNINO, p.start, s.pieces[end].end)
		return end + 1
	}
	return i
}

// hetu checks a Finnish code: date of birth, a sign for the century, a number and a check character.
func (s *search) hetu(i int) (last int, ok bool) {
	p := &s.pieces[i]
	text := s.folded[p.start:p.end]
	last = i
	if len(text) == 6 && (s.after(p.end) == '-' || s.after(p.end) == '+') && i+1 < len(s.pieces) && s.pieces[i+1].start == p.end+1 {
		last = i + 1
		text = s.folded[p.start:s.pieces[last].end]
	}
	if len(text) != 11 || isWordly(s.after(s.pieces[last].end)) {
		return i, false
	}
	for at, c := range text[:10] {
		if at != 6 && !isDigit(c) {
			return i, false
		}
	}
	if c := text[6]; c != '-' && c != '+' && (c < 'a' || c > 'f') && (c < 'u' || c > 'y') {
		return i, false
	}
	rest := (value(text[:6])*1000 + value(text[7:10])) % 31
	const checks = "0123456789abcdefhjklmnprstuvwxy"
	return last, isDate(2000, two(text[2:]), two(text)) && text[10] == checks[rest]
}

// dni checks a Spanish DNI (eight digits and a letter) or NIE (x, y or z, seven digits and a letter).
func (s *search) dni(i int) (last int, ok bool) {
	p := &s.pieces[i]
	text, letter := s.folded[p.start:p.end], byte(0)
	last = i
	switch {
	case len(text) == 9 && isLetter(text[8]):
		text, letter = text[:8], text[8]
	case len(text) == 8 && s.after(p.end) == '-' && i+1 < len(s.pieces) && s.pieces[i+1].start == p.end+1 && s.pieces[i+1].len() == 1:
		last = i + 1
		letter = s.folded[s.pieces[last].start]
	default:
		return i, false
	}
	n := 0
	for at, c := range text {
		switch {
		case at == 0 && c >= 'x' && c <= 'z':
			n = int(c - 'x')
		case isDigit(c):
			n = n*10 + int(c-'0')
		default:
			return i, false
		}
	}
	const letters = "trwagmyfpdxbnjzsqvhlcke"
	return last, letters[n%23] == letter
}

// nino checks a UK National Insurance number: two letters, six digits and a letter from a to d, together or in pairs.
// It has no check digit; the letters that are never given out are those that HM Revenue and Customs names.
func (s *search) nino(i int) (last int, ok bool) {
	if !isLetter(s.folded[s.pieces[i].start]) {
		return i, false
	}
	s.joined = s.joined[:0]
	for last = i; last < len(s.pieces) && len(s.joined) < 9; last++ {
		p := &s.pieces[last]
		if last > i && (p.start != s.pieces[last-1].end+1 || s.folded[p.start-1] != ' ') {
			return i, false
		}
		s.joined = append(s.joined, s.folded[p.start:p.end]...)
	}
	j := s.joined
	if len(j) != 9 || !isLetter(j[0]) || !isLetter(j[1]) || j[8] < 'a' || j[8] > 'd' || isWordly(s.after(s.pieces[last-1].end)) {
		return i, false
	}
	for _, c := range j[2:8] {
		if !isDigit(c) {
			return i, false
		}
	}
	return last - 1, !among(j[0], "dfiquv") && !among(j[1], "dfiquvo") && !unusedNINO(string(j[:2]))
}

func unusedNINO(prefix string) bool {
	switch prefix {
	case "bg", "gb", "kn", "nk", "nt", "tn", "zz":
		return true
	}
	return false
}

func among(c byte, set string) bool {
	for i := range len(set) {
		if set[i] == c {
			return true
		}
	}
	return false
}

// isCodiceFiscale checks an Italian code: the shape, digits possibly replaced by letters, and the check letter of the
// decree of 23 December 1976.
func isCodiceFiscale(code []byte) bool {
	const shape = "aaaaaa00a00a000a"
	sum := 0
	for i, c := range code {
		if shape[i] == 'a' && !isLetter(c) || shape[i] == '0' && !isDigit(c) && !among(c, "lmnpqrstuv") {
			return false
		}
		if i < 15 {
			sum += fiscalValue(c, i%2 == 0)
		}
	}
	return code[15] == byte('a'+sum%26)
}

func fiscalValue(c byte, odd bool) int {
	n := int(c - 'a')
	if isDigit(c) {
		n = int(c - '0')
	}
	if !odd {
		return n
	}
	return [...]int{1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23}[n]
}
