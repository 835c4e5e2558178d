package entity

var (
	cprWords     = words{"cpr", "danish", "danij", "personnummer"}
	swedishWords = words{"personnummer", "swedish", "svedij", "sverige"}
	steuerWords  = words{"steuer", "idnr", "tax id", "tin.", "identifikationsnummer", "mokesci"}
	bsnWords     = words{"bsn", "burgerservice", "sofi", "dutch", "nyderland"}
	belgianWords = words{"rijksregister", "registre national", "national number", "belgi", "nrn", "niss", "insz"}
	ssnWords     = words{"ssn", "social security", "soc sec", "social sec", "socialinio draud", "social number"}
)

// euNumber recognises the numbers of other countries of the Union that have digits only.
func (s *search) euNumber() bool {
	w := &s.w
	if w.sep[0] == '+' {
		return false
	}
	switch len(w.digits) {
	case 9:
		return isBSN(w.digits) && s.near(w.start, w.end, aboutBSN) && s.found(nlBSN, w.start, w.end)
	case 10:
		return s.nordic(w.digits)
	case 11:
		return s.elevenDigits()
	case 12:
		return (w.shape(8, 4) && w.joinedBy("-") || s.near(w.start, w.end, aboutSweden)) && (w.digits[0] == '1' || w.digits[0] == '2') &&
			isSwedish(w.digits[2:]) && s.found(sePersonnummer, w.start, w.end)
	case 15:
		return isNIR(w.digits) && w.joinedBy(" -.") && s.found(frNIR, w.start, w.end)
	}
	return false
}

func (s *search) elevenDigits() bool {
	w := &s.w
	if s.near(w.start, w.end, aboutSteuer) && isSteuerID(w.digits) {
		return s.found(deSteuerID, w.start, w.end)
	}
	if isBelgian(w.digits) && (w.shape(2, 2, 2, 3, 2) || s.near(w.start, w.end, aboutBelgium)) {
		return s.found(beRRN, w.start, w.end)
	}
	return false
}

// nordic recognises Swedish and Danish numbers: six digits of a date of birth and four more.
func (s *search) nordic(d []byte) bool {
	w := &s.w
	dashed := w.shape(6, 4) && w.joinedBy("-")
	if !dashed && w.groups > 1 {
		return false
	}
	if isDate(2000, two(d[2:]), two(d)) && s.near(w.start, w.end, aboutCPR) {
		return s.found(dkCPR, w.start, w.end)
	}
	return isSwedish(d) && (dashed || s.near(w.start, w.end, aboutSweden)) && s.found(sePersonnummer, w.start, w.end)
}

// isSwedish checks a personnummer, or a samordningsnummer, which has 60 added to the day.
func isSwedish(d []byte) bool {
	day := two(d[4:])
	if day > 60 {
		day -= 60
	}
	return isDate(2000, two(d[2:]), day) && luhn(d)
}

// isBSN checks a Dutch number by the test of eleven.
func isBSN(d []byte) bool {
	sum := weighted(d, 9, 8, 7, 6, 5, 4, 3, 2, -1)
	return sum != 0 && sum%11 == 0
}

// isSteuerID checks a German tax number: no leading zero and a check digit by ISO 7064 MOD 11,10.
func isSteuerID(d []byte) bool {
	product := 10
	for _, c := range d[:10] {
		sum := (int(c-'0') + product) % 10
		if sum == 0 {
			sum = 10
		}
		product = sum * 2 % 11
	}
	return d[0] != '0' && int(d[10]-'0') == (11-product)%10
}

// isNIR checks a French number: sex, year and month of birth, place, number, and 97 less the rest of division by 97.
func isNIR(d []byte) bool {
	month := two(d[3:])
	born := month >= 1 && month <= 12 || month >= 20 && month <= 42 || month >= 50
	return (d[0] == '1' || d[0] == '2') && born && 97-value(d[:13])%97 == value(d[13:])
}

// ssn recognises a US Social Security number: no area 000, 666 or 9xx, no group 00, no serial 0000.
func (s *search) ssn() bool {
	w, d := &s.w, s.w.digits
	if len(d) != 9 || w.sep[0] == '+' || d[0] == '9' || w.groups > 3 {
		return false
	}
	if area := value(d[:3]); area == 0 || area == 666 || value(d[3:5]) == 0 || value(d[5:]) == 0 {
		return false
	}
	dashed := w.shape(3, 2, 4) && w.joinedBy("-")
	if !dashed && !((w.groups == 1 || w.shape(3, 2, 4)) && s.near(w.start, w.end, aboutSSN)) {
		return false
	}
	if dashed && s.near(w.start, w.end, aboutOther) && !s.near(w.start, w.end, aboutSSN) {
		return false
	}
	return s.found(usSSN, w.start, w.end)
}
