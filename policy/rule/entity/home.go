package entity

import (
	"bytes"

	"rostrum/policy/rule"
	"rostrum/text"
)

// Words beside an address.
var (
	// somebody lives there, whatever else is said
	livingWords = words{"gyven", "lives", "i live", "we live", "they live", "who live", "still live", "now live", "living at", "resid", "home address", "namu adres", "my address", "his address", "her address", "s address", "their address", "mano adres", "jo adres", "jos adres", "jo namai", "jos namai", "mano namai", "mano butas", "apartment", "my flat", "his flat", "her flat", "her apartment", "my house", "her house", "his house", "my place", "her place", "his place", "home is", "deklarav", "gyvenamoji", "come over", "pas mane"}
	// somebody may live there
	personWords = words{"moved", "moving", "persikrau", "persikel", "atsikrau", "issikrau", "kaimyn", "neighbour", "neighbor", "address is", "address to", "billing address", "secondary address", "primary address", "kliento", "klientes", "klientei", "klientui", "pirkej", "customer", "client", "gavej", "recipient", "sent to", "send it to", "deliver", "ship to", "pristatyti", "atveskite", "atvezk", "taxi to", "pick me up", "pasiimk", "uzsuk pas", "namai.", "namus.", "namuose", "pas ji.", "pas ja.", "butas.", "bt.", "apt.", "flat.", "apartment", "old address", "new address", "address:", "adresas:", "adresu"}
	// a company, an office or an event is there
	businessWords = words{"parduotuv", "shop", "store", "salon", "biur", "office", "laukiam", "laukia.", "kviec", "visit", "apsilank", "restoran", "kavin", "cafe", "coffee", "restaurant", "bar.", "bare.", "klinik", "clinic", "filial", "branch", "showroom", "sandel", "warehouse", "muziej", "museum", "baznyc", "church", "mokykl", "school", "galerij", "gallery", "rengin", "event", "koncert", "concert", "atidar", "opening", "open.", "opens", "darbo laik", "dirbam", "musu adres", "our address", "our new", "headquarter", "buvein", "susitink", "meet", "studij", "studio", "hotel", "viesbut", "ligonin", "hospital", "servis", "service point", "vaistin", "pharmacy", "stotel", "avarij", "accident", "remont", "roadwork", "eism", "traffic", "gaisr", "fire", "rasite mus", "mus rasite", "find us", "join us", "see you at", "ikur", "persikeleme", "persikrausteme", "we moved", "we've moved", "we have moved", "we are moving", "musu nauj", "padalin", "bibliotek", "library", "theatre", "theater", "teatr", "aren", "stadion", "stadium", "savivald", "council", "embassy", "ambasad", "imon", "company", "uab", "bakery", "kepykl", "turg", "market", "gym.", "sporto klub", "universit", "airport", "exhibition", "parod", "atsiimti", "atsiemim", "collect", "pick-up", "pick up your"}
	// an address of another sort
	otherAddresses = words{"email address", "e-mail address", "mail address", "ip address", "web address", "wallet address", "mac address", "el. pasto adres", "address blocked", "keep getting address"}
)

// How far such words may stand from an address, in bytes, over line breaks.
const (
	addressBefore = 90
	addressAfter  = 60
)

// addresses reports street addresses at which somebody lives.
func (s *search) addresses() {
	tokens := s.d.Tokens
	last := -1
	for i := range tokens {
		if i <= last {
			continue
		}
		t := &tokens[i]
		if t.Flags&(text.InLink|text.InHandle|text.InHashtag) != 0 || t.Kind != text.Word && t.Kind != text.Number {
			continue
		}
		first, end, flat, ok := s.street(i)
		if !ok {
			first, end, flat, ok = s.told(i)
		}
		if !ok {
			if first, end, ok = s.headed(i); ok {
				flat = true
			}
		}
		if ok {
			last = s.wholeAddress(end)
			s.judgeAddress(first, last, flat)
		}
	}
}

// judgeAddress tells a home from a shop by the words around it.
func (s *search) judgeAddress(first, last int, flat bool) {
	start, end := s.d.Tokens[first].FoldStart, s.d.Tokens[last].FoldEnd
	if s.isAllowedPlace(start, end) {
		return
	}
	if s.saidBefore(start, aboutLiving) || s.saidAfter(end, aboutLiving) {
		s.found(homeAddress, start, end)
		return
	}
	if s.saidBefore(start, aboutBusiness) || s.saidBefore(start, aboutOtherAddress) {
		return
	}
	dwelling := s.isDwelling(first, last)
	if !dwelling && s.saidAfter(end, aboutBusiness) {
		return
	}
	if dwelling && s.isNamedBefore(int32(first)) || s.saidBefore(start, aboutPerson) || s.saidAfter(end, aboutPerson) || s.isNamedBefore(int32(first)) {
		s.found(homeAddress, start, end)
	} else if flat {
		s.foundWith(homeAddress, start, end, rule.Review)
	}
}

func (s *search) saidBefore(start int32, t topic) bool {
	return s.saidIn(start-addressBefore, start, t)
}

func (s *search) saidAfter(end int32, t topic) bool { return s.saidIn(end, end+addressAfter, t) }

// isNamedBefore tells whether somebody's given name stands shortly before a token, with a sign in between as in a
// list: John Smith, 742 Evergreen Terrace.
func (s *search) isNamedBefore(first int32) bool {
	const reach = 5
	if lead := bytes.TrimRight(s.folded[:s.d.Tokens[first].FoldStart], " "); len(lead) == 0 || !among(lead[len(lead)-1], ",:;-\n(") {
		return false
	}
	for _, h := range s.hits(first-reach-longestPhrase, first-1) {
		if h.List == s.health.names.ID && h.Last < first && first-h.Last <= reach && s.isGivenName(h) {
			return true
		}
	}
	return false
}

// isAllowedPlace tells whether the address is part of an entry, or an entry part of it.
func (s *search) isAllowedPlace(start, end int32) bool {
	place := s.folded[start:end]
	for _, p := range s.allowed.places {
		if bytes.Contains(place, p) || bytes.Contains(p, place) {
			return true
		}
	}
	return false
}

// street looks for a street and a number: the Lithuanian way with the kind of street at token i, or the English way
// with the number there. flat tells that a flat is named as well.
func (s *search) street(i int) (first, last int, flat, ok bool) {
	t := &s.d.Tokens[i]
	if isLithuanianStreet(s.d.Word(t)) {
		return s.lithuanianStreet(i)
	}
	if t.Kind == text.Number && t.FoldEnd-t.FoldStart <= 5 || t.Kind == text.Word && t.Flags&text.HasDigit != 0 && t.FoldEnd-t.FoldStart <= 5 {
		return s.englishStreet(i)
	}
	return 0, 0, false, false
}

// toldWords are what an address follows directly, whatever it looks like.
var toldWords = words{"address", "lives at", "i live at", "we live at", "they live at", "living at", "resides at", "sent to", "ship it to", "delivered to", "taxi to", "gyvena adresu", "namu adresas", "moved to"}

// toldBefore tells whether one of them stands in so many bytes before a place. Nearly every number asks, so that it looks
// at these bytes only.
func (s *search) toldBefore(start, reach int32) bool {
	part := s.folded[max(0, start-reach):start]
	for at := range part {
		if at > 0 && isWordly(part[at-1]) {
			continue
		}
		for _, w := range toldWords {
			if part[at] == w[0] && bytes.HasPrefix(part[at:], []byte(w)) {
				return true
			}
		}
	}
	return false
}

// told looks for an address of any country: a number and a name after a word for it, or a flat's number after both.
func (s *search) told(i int) (first, last int, flat, ok bool) {
	tokens := s.d.Tokens
	start := tokens[i].FoldStart
	if tokens[i].Kind != text.Number && tokens[i].Flags&text.Capital == 0 || s.before(start) == '#' {
		return 0, 0, false, false
	}
	name, number, full := false, false, -1
	for j := i; j < len(tokens) && j <= i+6 && (j == i || s.close(j-1, j, 5)); j++ {
		t := &tokens[j]
		if j > i && s.lines(j-1, j) > 1 {
			break
		}
		if j > i && isFlat(s.d.Word(t)) && name && number && j+1 < len(tokens) && tokens[j+1].Kind == text.Number && s.isFlatGap(j) {
			return i, j + 1, true, true
		}
		if t.Kind != text.Number && t.Flags&text.Capital == 0 && t.FoldEnd-t.FoldStart > 3 || j > i && tokens[j-1].Kind == text.Number && s.after(tokens[j-1].FoldEnd) == '.' {
			break
		}
		name = name || t.Kind == text.Word && t.Flags&(text.Capital|text.HasDigit) == text.Capital && t.FoldEnd-t.FoldStart >= 4
		number = number || t.Kind == text.Number && t.FoldEnd-t.FoldStart <= 5
		if name && number && (t.Kind == text.Number || t.Flags&text.Capital != 0) && (full < 0 || t.Kind == text.Number) {
			full = j
		}
	}
	return i, full, false, full >= 0 && s.toldBefore(start, 24)
}

// isFlatGap tells whether only a space, a full stop or # stands between the word for a flat and the number.
func (s *search) isFlatGap(i int) bool {
	for _, c := range s.gap(i, i+1) {
		if c != ' ' && c != '.' && c != '#' {
			return false
		}
	}
	return s.close(i, i+1, 3)
}

func isFlat(word []byte) bool {
	switch string(word) {
	case "apt", "apartment", "flat", "suite", "unit", "but", "bt", "butas":
		return true
	}
	return false
}

func isLithuanianStreet(word []byte) bool {
	switch string(word) {
	case "g", "gatve", "gatves", "gatveje", "pr", "prospektas", "prospekte", "prospekto", "al", "aleja", "alejoje", "alejos", "pl", "plentas", "plente",
		"tak", "takas", "skg", "skersgatvis", "skersgatvyje", "aikste", "aiksteje", "kel", "kelias", "kelyje", "aklg", "krant", "krantine":
		return true
	}
	return false
}

// lithuanianStreet: J. Basanavičiaus g. 12-5, Laisvės al. 7, bt. 3.
func (s *search) lithuanianStreet(i int) (first, last int, flat, ok bool) {
	tokens := s.d.Tokens
	if i == 0 || i+1 >= len(tokens) || tokens[i-1].Kind != text.Word || !startsWithDigit(s.d.Word(&tokens[i+1])) || !s.close(i, i+1, 3) || !s.close(i-1, i, 2) {
		return 0, 0, false, false
	}
	if name := &tokens[i-1]; name.FoldEnd-name.FoldStart < 3 {
		return 0, 0, false, false
	}
	first, last = i-1, i+1
	if first > 0 && tokens[first-1].Flags&text.Capital != 0 && tokens[first-1].Kind == text.Word && s.close(first-1, first, 2) &&
		(tokens[first-1].FoldEnd-tokens[first-1].FoldStart == 1 || tokens[first].Flags&text.Capital == 0) {
		first--
	}
	last, flat = s.flat(last)
	return first, last, flat, true
}

// englishStreet: 12 Baker Street, 221B Baker St, Apt 4, 12 High St.
func (s *search) englishStreet(i int) (first, last int, flat, ok bool) {
	tokens := s.d.Tokens
	if !startsWithDigit(s.d.Word(&tokens[i])) {
		return 0, 0, false, false
	}
	for j := i + 1; j < len(tokens) && j <= i+4; j++ {
		t := &tokens[j]
		if t.Kind != text.Word || !s.close(j-1, j, 2) {
			return 0, 0, false, false
		}
		if j > i+1 && isEnglishStreet(s.d.Word(t)) && (t.Flags&text.Capital != 0 || s.saidAddress(i)) {
			last, flat = s.flat(j)
			return i, last, flat, true
		}
		if t.Flags&(text.Capital|text.HasDigit) == 0 && s.d.Has&text.HasNumber != 0 && !s.saidAddress(i) {
			return 0, 0, false, false
		}
	}
	return 0, 0, false, false
}

// saidAddress tells whether the word for an address stands before a token, so that a street may be in small letters.
func (s *search) saidAddress(i int) bool {
	return s.toldBefore(s.d.Tokens[i].FoldStart, 40)
}

func isEnglishStreet(word []byte) bool {
	switch string(word) {
	case "street", "st", "road", "rd", "avenue", "ave", "lane", "ln", "drive", "dr", "close", "court", "ct", "way", "square", "sq",
		"terrace", "boulevard", "blvd", "place", "pl", "gardens", "crescent", "cres", "row", "hill", "grove", "mews", "parkway", "pkwy", "circle", "trail", "straat", "strasse", "rue":
		return true
	}
	return false
}

// flat takes a flat's number after a house's: -5, but. 5, Apt 4, Suite 12, k. 3.
func (s *search) flat(last int) (end int, found bool) {
	tokens := s.d.Tokens
	if last+1 >= len(tokens) {
		return last, false
	}
	next := &tokens[last+1]
	if next.Kind == text.Number && next.FoldStart == tokens[last].FoldEnd+1 && s.folded[tokens[last].FoldEnd] == '-' && next.FoldEnd-next.FoldStart <= 3 {
		return last + 1, true
	}
	if last+2 < len(tokens) && s.close(last, last+1, 4) && startsWithDigit(s.d.Word(&tokens[last+2])) && s.close(last+1, last+2, 3) {
		if isFlat(s.d.Word(next)) {
			return last + 2, true
		}
	}
	return last, false
}

// close tells whether two tokens stand at most so many bytes apart.
func (s *search) close(i, j int, bytes int32) bool {
	return s.d.Tokens[j].FoldStart-s.d.Tokens[i].FoldEnd <= bytes
}

func startsWithDigit(word []byte) bool { return len(word) > 0 && isDigit(word[0]) }
