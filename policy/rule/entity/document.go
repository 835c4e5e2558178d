package entity

// Words that say that a number is a document's. They have no check digits, so the words are needed.
var (
	passportWords = words{"pasas", "paso.", "pasa.", "pasu.", "passport", "asmens tapatybes", "tapatybes kortel", "tapatybes dokument", "id kortel", "id card", "identity card", "atk."}
	licenceWords  = words{"vairuotojo pazym", "vairuotojo teis", "vair. paz", "teisiu nr", "driver's licen", "drivers licen", "driver licen", "driving licen", "driver's lic", "driver licence", "dl number", "dl #", "dl#", "dl no", "dl:", "license number is", "licence number is"}
)

// document recognises the number of a passport, an identity card or a driving licence at piece i. It gives the piece
// after it, or i.
func (s *search) document(i int) int {
	p := &s.pieces[i]
	start, last := p.start, i
	if p.isLetters() && i+1 < len(s.pieces) && string(s.between(i)) == " " && s.pieces[i+1].isNumber() {
		last = i + 1 // LB 123456
	}
	end := s.pieces[last].end
	size := end - start
	digits := s.pieces[last].digits
	if last > i {
		size--
	}
	if digits < 5 || size > 15 || size < 6 || s.after(end) == '.' && isDigit(s.after(end+1)) || s.before(start) == '+' {
		return i
	}
	at := s.distanceBefore(start, aboutPassport)
	if licence := s.distanceBefore(start, aboutLicence); licence >= 0 && (at < 0 || licence < at) && size >= 7 {
		s.found(drivingLicence, start, end)
		return last + 1
	}
	if at < 0 || size > 9 {
		return i
	}
	s.found(passport, start, end)
	return last + 1
}
