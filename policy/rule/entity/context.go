package entity

import (
	"bytes"
	"slices"
)

// words are beginnings of words that stand beside something and say what it is. They are folded; one that ends in a
// full stop here is a whole word.
type words []string

// topic is what such words say.
type topic uint8

const (
	aboutPhone topic = iota
	aboutPhoneAfter
	aboutCount
	aboutUnit
	aboutStreet
	aboutPassport
	aboutLicence
	aboutCard
	aboutIP
	aboutVersion
	aboutCode
	aboutEstonia
	aboutLatvia
	aboutPESEL
	aboutOther
	aboutCPR
	aboutSweden
	aboutSteuer
	aboutBSN
	aboutBelgium
	aboutSSN
	aboutLiving
	aboutPerson
	aboutBusiness
	aboutOtherAddress
	topics
)

// What stands beside numbers, and what stands beside addresses.
var (
	besideNumbers = gather([topics]words{
		aboutPhone: phoneWords, aboutPhoneAfter: phoneAfter, aboutCount: countWords, aboutUnit: unitWords, aboutStreet: streetWords,
		aboutPassport: passportWords, aboutLicence: licenceWords, aboutCard: cardWords, aboutIP: ipWords, aboutVersion: versionWords,
		aboutCode: codeWords, aboutEstonia: eeWords, aboutLatvia: lvWords, aboutPESEL: peselWords, aboutOther: otherWords,
		aboutCPR: cprWords, aboutSweden: swedishWords, aboutSteuer: steuerWords, aboutBSN: bsnWords, aboutBelgium: belgianWords,
		aboutSSN: ssnWords,
	})
	besideAddresses = gather([topics]words{
		aboutLiving: livingWords, aboutPerson: personWords, aboutBusiness: businessWords, aboutOtherAddress: otherAddresses,
	})
)

// vocabulary are the words of all topics by their first letter.
type vocabulary [26][]entry

type entry struct {
	word   string
	second byte // of the word, 0 where it has only one letter
	whole  bool
	topic  topic
}

func gather(all [topics]words) *vocabulary {
	v := new(vocabulary)
	for t, ws := range all {
		for _, w := range ws {
			e := entry{word: w, topic: topic(t), whole: w[len(w)-1] == '.'}
			if e.whole {
				e.word = w[:len(w)-1]
			}
			if len(e.word) > 1 {
				e.second = e.word[1]
			}
			v[w[0]-'a'] = append(v[w[0]-'a'], e)
		}
	}
	return v
}

// mark is a place in the folded text at which a word of a topic stands.
type mark struct {
	start, end int32
	topic      topic
}

// marks are all the places of a vocabulary's words in one post, in order. They are looked for once, when the first
// number asks what stands beside it, so that a post of nothing but numbers is not read again for each of them.
type marks struct {
	all  []mark
	have uint32 // topics that stand anywhere
	read bool
}

func (m *marks) forget() { m.all, m.have, m.read = m.all[:0], 0, false }

// find looks for the words of a vocabulary.
func (m *marks) find(v *vocabulary, folded []byte) {
	m.read = true
	inWord := false
	for at, c := range folded {
		if isLetter(c) && !inWord {
			m.findAt(v[c-'a'], folded, at)
		}
		inWord = isWordly(c)
	}
}

func (m *marks) findAt(slot []entry, folded []byte, at int) {
	second := byte(0)
	if at+1 < len(folded) {
		second = folded[at+1]
	}
	for i := range slot {
		e := &slot[i]
		if e.second != second && e.second != 0 {
			continue
		}
		end := at + len(e.word)
		if end <= len(folded) && string(folded[at:end]) == e.word && (!e.whole || end == len(folded) || !isWordly(folded[end])) {
			m.all = append(m.all, mark{int32(at), int32(end), e.topic})
			m.have |= 1 << e.topic
		}
	}
}

// last gives the last place between two at which a word of a topic stands, -1 where none does.
func (m *marks) last(t topic, from, to int32) int32 {
	i, _ := slices.BinarySearchFunc(m.all, to, func(mk mark, to int32) int { return int(mk.start - to) })
	for i--; i >= 0 && m.all[i].start >= from; i-- {
		if m.all[i].topic == t && m.all[i].end <= to {
			return m.all[i].start
		}
	}
	return -1
}

// How far a word may stand from the number that it explains, in bytes of the same line.
const (
	reachBefore = 48
	reachAfter  = 24
)

// near tells whether a word of a topic stands close to the bytes start to end.
func (s *search) near(start, end int32, t topic) bool {
	return s.distanceBefore(start, t) >= 0 || s.standsAfter(end, reachAfter, t)
}

// distanceBefore tells how far before a place the nearest word of a topic begins, -1 where there is none in reach.
func (s *search) distanceBefore(start int32, t topic) int32 {
	marks := s.beside()
	if marks.have&(1<<t) == 0 {
		return -1
	}
	at := marks.last(t, max(0, start-reachBefore), start)
	if at < 0 || bytes.IndexByte(s.folded[at:start], '\n') >= 0 {
		return -1
	}
	return start - at
}

// standsAfter tells whether a word of a topic stands in so many bytes after a place.
func (s *search) standsAfter(end, reach int32, t topic) bool {
	marks := s.beside()
	if marks.have&(1<<t) == 0 {
		return false
	}
	at := marks.last(t, end, min(int32(len(s.folded)), end+reach))
	return at >= 0 && bytes.IndexByte(s.folded[end:at], '\n') < 0
}

// beside gives the words that stand beside numbers.
func (s *search) beside() *marks {
	if !s.numbered.read {
		s.numbered.find(besideNumbers, s.folded)
	}
	return &s.numbered
}

// saidIn tells whether a word of a topic about addresses stands between two places, over line breaks.
func (s *search) saidIn(from, to int32, t topic) bool {
	if !s.addressed.read {
		s.addressed.find(besideAddresses, s.folded)
	}
	return s.addressed.have&(1<<t) != 0 && s.addressed.last(t, max(0, from), min(int32(len(s.folded)), to)) >= 0
}

// lineAfter gives at most so many bytes after a place, up to the line break.
func (s *search) lineAfter(at int32, reach int32) []byte {
	part := s.folded[at:min(int32(len(s.folded)), at+reach)]
	if i := bytes.IndexByte(part, '\n'); i >= 0 {
		part = part[:i]
	}
	return part
}
