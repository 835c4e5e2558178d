package entity

// Words beside a phone number.
var (
	phoneWords = words{"tel.", "tel:", "telef", "mob.", "mobil", "phone", "call.", "calls.", "call:", "calling", "cell", "text me", "text us", "text him", "text her", "sms.", "whatsapp", "viber", "signal", "skambin", "paskambin", "skambuk", "susisiek", "fax", "faks", "office", "mobile", "dial", "ring me", "ring us", "reach me", "reach him", "reach her", "reach you", "reach us", "contact", "kontakt", "answering", "ph.", "my number", "his number", "her number", "your number", "number is", "mano nr", "mano numer", "jo nr", "jo numer", "jos nr", "jos numer", "numeris yra", "siuo numeriu", "rasyk", "parasyk"}
	// Words that say that a number is not one's to call, beside the ones for all numbers.
	countWords = words{"kod", "code", "id.", "id:", "iban", "account", "score", "eur.", "euro", "usd.", "lt.", "litu", "zip", "pin.", "isbn", "km.", "kg.", "views", "followers", "sekej", "perziur", "serij", "nr. lt", "bylos", "pasas", "paso.", "passport", "pazymejim", "insurance", "draudim", "ni number", "licen"}
)

// phone recognises a phone number: international, or as it is written in Lithuania, in the US or in Europe, or of any
// shape beside a word that says so.
func (s *search) phone() bool {
	w := &s.w
	if len(w.digits) > 15 {
		return false
	}
	said, denied := s.saidToBePhone()
	if denied {
		return false
	}
	free := s.isNobodys()
	if !free && !s.isInternational() && !s.isLithuanianPhone(said) && !s.isAmerican(said) && !s.isEuropean(said) && !(said && s.isShaped()) {
		return false
	}
	if s.isPrice() || s.isDateOrScore() || s.standsAfter(w.end, 24, aboutStreet) {
		return false
	}
	return free || s.isAllowedPhone() || s.found(phone, w.start, w.end)
}

// saidToBePhone tells whether words beside the window say that it is a phone number, or that it is something else.
func (s *search) saidToBePhone() (said, denied bool) {
	w := &s.w
	word, other := s.distanceBefore(w.start, aboutPhone), max(s.distanceBefore(w.start, aboutOther), s.distanceBefore(w.start, aboutCount))
	said = s.after(w.end) == 'x' || word >= 0 && (other < 0 || word <= other)
	if other >= 0 {
		return said, !said && w.sep[0] != '+'
	}
	return said || s.standsAfter(w.end, 12, aboutPhoneAfter), false
}

// Words after an amount.
var unitWords = words{"eur", "usd", "gbp", "lt.", "litu", "mln", "million", "km.", "kg.", "proc"}

// A number before a street is the house's.
var streetWords = words{"lane.", "street.", "road.", "avenue.", "drive.", "parkway.", "court.", "boulevard."}

var phoneAfter = words{"office", "fax", "mobile", "mob.", "home", "cell", "work."}

// isPrice tells whether the window is an amount: 1 250 000 €, 12.500 EUR, $ 1 000 000, 100 000 people.
func (s *search) isPrice() bool {
	w := &s.w
	at := w.start
	if s.before(at) == ' ' {
		at--
	}
	if at >= 2 && s.folded[at-1] >= 0x80 || s.before(at) == '$' {
		return true
	}
	if s.standsAfter(w.end, 6, aboutUnit) {
		return true
	}
	after := s.lineAfter(w.end, 4)
	return len(after) > 0 && (after[0] == '%' || after[0] == '$') || len(after) > 1 && after[0] == ' ' && (after[1] == '%' || after[1] == '$') ||
		hasEuro(after)
}

func hasEuro(b []byte) bool {
	const euro = "€"
	return len(b) >= 3 && string(b[:3]) == euro || len(b) >= 4 && string(b[1:4]) == euro
}

// isDateOrScore tells whether the window is days, hours, years or thousands: 2026-11-22, 22.11.2026 18-20, 2019-2024,
// 1 250 000.
func (s *search) isDateOrScore() bool {
	w := &s.w
	if w.sep[0] == '+' || w.sep[0] == '(' {
		return false
	}
	years, small, thousands := 0, 0, 0
	for i := range w.groups {
		p := &s.pieces[w.first+i]
		n := value(s.folded[p.start:p.end])
		switch {
		case w.size[i] == 4 && n >= 1900 && n < 2100:
			years++
		case w.size[i] <= 2 && n <= 31:
			small++
		}
		if i > 0 && w.size[i] == 3 {
			thousands++
		}
	}
	if w.groups > 1 && years+small == w.groups && (years > 0 || (w.groups >= 6 || w.shape(2, 2, 2)) && !s.near(w.start, w.end, aboutPhone)) {
		return true
	}
	if w.groups == 1 && w.size[0] == 8 && (two(w.digits) == 19 || two(w.digits) == 20) && isDate(value(w.digits[:4]), two(w.digits[4:]), two(w.digits[6:])) {
		return true
	}
	if w.groups == 2 && w.sep[1] == '/' && w.size[0] <= 4 && w.size[1] <= 4 {
		return true
	}
	return w.groups > 1 && thousands == w.groups-1 && w.digits[0] != '0' && allZero(w.digits[len(w.digits)-3:])
}

func allZero(d []byte) bool {
	for _, c := range d {
		if c != '0' {
			return false
		}
	}
	return true
}

func (s *search) isInternational() bool {
	w := &s.w
	switch d := w.digits; {
	case w.sep[0] == '+':
		return s.phones.international(d)
	case len(d) > 9 && d[0] == '0' && d[1] == '0' && d[2] != '0' && w.size[0] != 1:
		return s.phones.international(d[2:])
	case len(d) == 11 && string(d[:3]) == "370" && (w.groups == 1 || w.size[0] == 3 || w.size[0] == 4):
		return s.phones.national(370, d[3:])
	}
	return false
}

// isLithuanianPhone knows numbers as they are written at home: 8 or, since 2025, 0 before the eight digits.
func (s *search) isLithuanianPhone(said bool) bool {
	w, d := &s.w, s.w.digits
	if w.sep[0] == '+' {
		return false
	}
	if len(d) == 8 {
		return said && d[0] == '6'
	}
	if len(d) != 9 || d[0] != '8' && d[0] != '0' || !s.phones.national(370, d[1:]) {
		return false
	}
	if !said && w.shape(3, 3, 3) && s.isCounted() {
		return false
	}
	if d[1] == '6' {
		return w.groups == 1 || w.size[0] <= 3 || w.size[0] == 4 && w.groups == 2
	}
	return said || w.sep[0] == '(' || w.groups > 2 && (w.size[0] == 1 || w.size[0] == 2)
}

// isCounted tells whether a word in small letters follows, as after an amount: 867 654 321 steps.
func (s *search) isCounted() bool {
	end := s.w.end
	if s.after(end) != ' ' || !isLetter(s.after(end+1)) {
		return false
	}
	source := s.d.SourceOffset(int(end) + 1)
	return s.d.Source[source] < 'A' || s.d.Source[source] > 'Z'
}

// isAmerican knows ten digits by three, three and four, with or without a 1 before them.
func (s *search) isAmerican(said bool) bool {
	w, d := &s.w, s.w.digits
	switch {
	case len(d) == 11 && d[0] == '1' && w.shape(1, 3, 3, 4):
		d = d[1:]
	case len(d) != 10:
		return false
	case w.groups == 1:
		return said && s.phones.national(1, d)
	case !w.shape(3, 3, 4) && !w.shape(3, 7):
		return false
	}
	if w.sep[0] == '(' && w.groups > 1 {
		return true
	}
	return (said || s.phones.national(1, d)) && (d[3] >= '2' || said)
}

// isFree tells whether an American number is a company's free line.
func isFree(d []byte) bool {
	return d[0] == '8' && d[1] == d[2] && (d[1] == '0' || d[1] >= '3') || d[0] == '9' && d[1] == '0' && d[2] == '0'
}

// isEuropean knows numbers that begin with 0 and are written in groups.
func (s *search) isEuropean(said bool) bool {
	w, d := &s.w, s.w.digits
	if d[0] != '0' || d[1] == '0' || len(d) < 9 || len(d) > 12 || w.joinedBy(".") && w.groups < 4 && w.groups > 1 {
		return false
	}
	if w.groups == 1 && !said {
		return len(d) == 11 && d[1] == '7' && s.phones.national(44, d[1:])
	}
	return w.size[0] >= 2 && s.phones.withZero(d[1:])
}

// isNobodys tells whether a number is a company's free line, 0800, 8 800, 1-800, or one of the European numbers of social
// value that begin with 116.
func (s *search) isNobodys() bool {
	d := s.w.digits
	switch len(d) {
	case 6:
		return string(d[:3]) == "116"
	case 9:
		return string(d[:4]) == "8800" || string(d[:4]) == "0800"
	case 10:
		return isFree(d) && s.w.groups > 1 || string(d[:3]) == "080"
	case 11:
		return d[0] == '1' && isFree(d[1:]) || string(d[:3]) == "080" || string(d[:6]) == "370800"
	}
	return false
}

// isShaped tells whether a number beside a word for phones may be one, whatever the country.
func (s *search) isShaped() bool {
	w, d := &s.w, s.w.digits
	if len(d) < 6 || len(d) > 13 && w.groups < 4 {
		return false
	}
	for _, size := range w.size[:w.groups] {
		if size > 7 && w.groups > 1 {
			return false
		}
	}
	return w.groups > 1 || len(d) >= 7
}
