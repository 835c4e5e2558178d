package entity

var cardWords = words{"card", "kortel", "visa", "mastercard", "maestro", "amex", "cc.", "cvv", "cvc"}

// card recognises a payment card by its issuer's beginning, its length and its check digit.
func (s *search) card() bool {
	w, d := &s.w, s.w.digits
	if len(d) < 12 || len(d) > 19 || w.sep[0] == '+' || w.groups > 5 || !w.joinedBy(" -") || s.isRest() || !luhn(d) || allSame(d) {
		return false
	}
	sure, known := issuer(d)
	if !known || s.near(w.start, w.end, aboutOther) && !s.near(w.start, w.end, aboutCard) {
		return false
	}
	if !sure && !s.near(w.start, w.end, aboutCard) {
		return false
	}
	return s.found(card, w.start, w.end)
}

// isRest tells whether the window is the rest of a longer row of numbers, such as a voucher's: 1234 5678 9012 3456.
func (s *search) isRest() bool {
	first := s.w.first
	if s.w.groups < 2 || first == 0 {
		return false
	}
	before, gap := &s.pieces[first-1], s.between(first-1)
	return before.isNumber() && before.len() == int32(s.w.size[0]) && len(gap) == 1 && (gap[0] == ' ' || gap[0] == '-')
}

func allSame(d []byte) bool {
	for _, c := range d {
		if c != d[0] {
			return false
		}
	}
	return true
}

// issuer tells whether a card of this length may begin so (ISO/IEC 7812 ranges as the schemes publish them), and
// whether that is sure enough without a word that says so.
func issuer(d []byte) (sure, known bool) {
	head2, head3, head4 := value(d[:2]), value(d[:3]), value(d[:4])
	n := len(d)
	switch {
	case d[0] == '4':
		return n == 16, n == 13 || n == 16 || n == 19
	case head2 >= 51 && head2 <= 55, head4 >= 2221 && head4 <= 2720:
		return n == 16, n == 16
	case head2 == 34, head2 == 37:
		return n == 15, n == 15
	case head4 == 6011, head2 == 65, head3 >= 644 && head3 <= 649, head4 >= 3528 && head4 <= 3589, head2 == 62:
		return n == 16, n >= 16
	case head2 == 36, head2 == 38, head2 == 39, head3 >= 300 && head3 <= 305:
		return n == 14, n >= 14
	case head2 == 50, head2 >= 56 && head2 <= 58, d[0] == '6':
		return false, true
	}
	return false, false
}
