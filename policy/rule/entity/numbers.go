package entity

// stage is how far the search among numbers goes. What is recognised at an early stage is no longer taken for something
// of a later one, so that a rule need not look further than the last stage that it asks for.
type stage uint8

const (
	noStage       stage = iota
	accountStage        // bank accounts
	letteredStage       // national numbers with letters in them
	documentStage       // numbers of documents
	networkStage        // IP addresses
	cardStage
	codeStage // national numbers of digits only
	phoneStage
)

// stageOf gives the stage at which a kind is recognised.
func stageOf(k kind) stage {
	switch k {
	case iban:
		return accountStage
	case itCodiceFiscale, fiHETU, esDNI, ukNINO:
		return letteredStage
	case passport, drivingLicence:
		return documentStage
	case ip:
		return networkStage
	case card:
		return cardStage
	case phone:
		return phoneStage
	case email, homeAddress, healthFact:
		return noStage
	}
	return codeStage
}

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
		if next == i && s.depth >= networkStage {
			next = s.address(i)
		}
		if next == i && s.depth >= cardStage {
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
	if s.depth == accountStage {
		return i
	}
	if next := s.euLettered(i); next > i {
		return next
	}
	if s.depth == letteredStage {
		return i
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
	return s.card() || s.depth >= codeStage && (s.baltic() || s.euNumber() || s.ssn()) || s.depth >= phoneStage && s.phone()
}
