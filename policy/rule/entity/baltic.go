package entity

import "rostrum/policy/rule"

// Words that say that a number is somebody's code.
var (
	codeWords  = words{"asmens kod", "asmens k.", "asm. kod", "asm.kod", "asm. k.", "asm k.", "ak nr", "a.k.", "a. k.", "a/k.", "ak.", "personal code", "personal number", "personal id", "personal identification", "national id", "id number", "identity code", "gimimo kod"}
	eeWords    = words{"isikukood", "eesti", "estonia", "estij"}
	lvWords    = words{"personas kod", "latvia", "latvij", "latvian"}
	peselWords = words{"pesel", "lenkij", "polish", "poland"}
	// Words that say that a number is something else.
	otherWords = words{"order", "uzsakym", "uzs.", "invoice", "saskait", "sask.", "tracking", "parcel", "siunt", "ticket", "biliet", "isbn", "issn", "ean.", "barcod", "barkod", "bruksnin", "sku.", "serial", "serijos", "imones kod", "i.k.", "im. k", "pvm.", "vat.", "company code", "company number", "registration no", "registro", "prekes", "preke", "item", "model", "ref.", "reference", "uzklaus", "sutarti", "contract", "batch", "partij", "case no", "case num", "case #", "confirmation", "booking", "rezervac", "skryd", "flight", "unikal", "part no", "part num", "detal", "catalog", "katalog", "voucher", "kupon", "coupon"}
)

// baltic recognises the personal codes of Lithuania, Estonia, Latvia and Poland, which have eleven digits.
func (s *search) baltic() bool {
	w := &s.w
	if len(w.digits) != 11 || w.groups > 4 || w.sep[0] == '+' || !w.joinedBy(" -") {
		return false
	}
	about := s.near(w.start, w.end, aboutCode)
	switch {
	case isPESEL(w.digits) && s.near(w.start, w.end, aboutPESEL):
		return s.found(plPESEL, w.start, w.end)
	case isLithuanian(w.digits) && s.near(w.start, w.end, aboutEstonia):
		return s.found(eePersonalCode, w.start, w.end)
	case isLithuanian(w.digits):
		return s.found(s.lithuanianOrEstonian(), w.start, w.end)
	case !about && s.near(w.start, w.end, aboutOther):
		return false
	case isLatvian(w.digits) || isNewLatvian(w.digits) && (w.shape(6, 5) || s.near(w.start, w.end, aboutLatvia)):
		return s.found(lvPersonalCode, w.start, w.end)
	case isPESEL(w.digits) && w.groups == 1:
		return s.found(plPESEL, w.start, w.end)
	case isBelgian(w.digits):
		return s.found(beRRN, w.start, w.end)
	case about && s.wanted[ltPersonalCode]: // mistyped
		return s.foundWith(ltPersonalCode, w.start, w.end, rule.Review)
	}
	return false
}

// lithuanianOrEstonian tells which to call a code that may be either: the two countries make them alike.
func (s *search) lithuanianOrEstonian() kind {
	if !s.wanted[ltPersonalCode] {
		return eePersonalCode
	}
	return ltPersonalCode
}

// isLithuanian checks a code as the Lithuanian and Estonian population registers make it: sex and century, date of
// birth, three digits and a check digit found in two rounds of weights.
func isLithuanian(d []byte) bool {
	first := int(d[0] - '0')
	if first < 3 || first > 6 {
		return false
	}
	year := 1900 + (first-3)/2*100 + two(d[1:])
	return isDate(year, two(d[3:]), two(d[5:])) && int(d[10]-'0') == lithuanianCheck(d)
}

func lithuanianCheck(d []byte) int {
	if check := weighted(d, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1) % 11; check != 10 {
		return check
	}
	return weighted(d, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3) % 11 % 10
}

// isLatvian checks a code of before July 2017: day, month and year of birth, the century, a number and a check digit.
func isLatvian(d []byte) bool {
	century := int(d[6] - '0')
	if century > 2 {
		return false
	}
	year := 1800 + century*100 + two(d[4:])
	check := (1101 - weighted(d, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)) % 11
	return isDate(year, two(d[2:]), two(d)) && int(d[10]-'0') == check
}

// isNewLatvian tells whether a code may be one given since July 2017, which says nothing of its holder.
func isNewLatvian(d []byte) bool { return d[0] == '3' && d[1] >= '2' }

// isPESEL checks a Polish code: date of birth, the century in the month, a number with the sex and a check digit.
func isPESEL(d []byte) bool {
	month := two(d[2:])
	year := [...]int{1900, 2000, 2100, 2200, 1800}[month/20] + two(d)
	check := (10 - weighted(d, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3)%10) % 10
	return isDate(year, month%20, two(d[4:])) && int(d[10]-'0') == check
}

// isBelgian checks a national number: date of birth, a number, and the rest of the division by 97.
func isBelgian(d []byte) bool {
	if !isDate(2000, max(1, two(d[2:])%20), max(1, two(d[4:]))) {
		return false
	}
	body, check := value(d[:9]), value(d[9:])
	return 97-body%97 == check || 97-(2_000_000_000+body)%97 == check
}
