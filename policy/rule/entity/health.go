package entity

import (
	"bytes"
	"slices"

	"rostrum/text"
	"rostrum/text/phrase"
)

// How many tokens may lie between a state of health and the name of the person.
const personReach = 25

// longestPhrase is more tokens than any entry of the lists has.
const longestPhrase = 6

// hits gives the words that were found and begin at the tokens first to last.
func (s *search) hits(first, last int32) []phrase.Hit {
	all := s.in.Hits()
	from, _ := slices.BinarySearchFunc(all, first, func(h phrase.Hit, token int32) int { return int(h.First - token) })
	to := from
	for to < len(all) && all[to].First <= last {
		to++
	}
	return all[from:to]
}

// healthFacts reports each sentence in which a named person and a state of health stand together.
func (s *search) healthFacts() {
	done, looked, general := int32(-1), int32(-1), false
	for _, h := range s.in.Awaited {
		sentence := s.d.Tokens[h.First].Sentence
		if sentence == done || h.List != s.health.states.ID && h.List != s.health.conditions.ID || s.d.Tokens[h.First].Flags&text.InHashtag != 0 {
			continue
		}
		if sentence != looked {
			looked, general = sentence, s.isGeneral(h)
		}
		if general || s.isIdiom(h) || s.isDenied(h) || !s.isTied(h) {
			continue
		}
		first, last, ok := s.person(sentence, h)
		if !ok && sentence > 0 && s.hasPronoun(sentence, h) {
			first, last, ok = s.person(sentence-1, h)
		}
		if ok {
			done = sentence
			start, end := min(first, h.First), max(last, s.whole(h))
			s.found(healthFact, s.d.Tokens[start].FoldStart, s.d.Tokens[end].FoldEnd)
		}
	}
}

// whole gives the last token of what is said of the state: „diagnozuota“ goes on with the illness.
func (s *search) whole(state phrase.Hit) int32 {
	const reach = 4
	last := state.Last
	for _, h := range s.hits(state.First, state.Last+reach*longestPhrase) {
		if (h.List == s.health.states.ID || h.List == s.health.conditions.ID) && h.Last > last && h.First <= last+reach &&
			s.d.Tokens[h.First].Sentence == s.d.Tokens[state.First].Sentence {
			last = h.Last
		}
	}
	return last
}

// isTied tells whether what was hit is said of somebody: by itself, or by a verb in the same sentence.
func (s *search) isTied(h phrase.Hit) bool {
	const reach = 8
	if h.List == s.health.states.ID {
		return true
	}
	for _, tie := range s.hits(h.First-reach-longestPhrase, h.Last+reach) {
		if tie.List == s.health.ties.ID && tie.Last >= h.First-reach && s.d.Tokens[tie.First].Sentence == s.d.Tokens[h.First].Sentence {
			return true
		}
	}
	return s.isDativeBefore(h) || s.isApart(h)
}

// isApart tells whether an illness stands for itself in a short sentence, behind a comma or colon: “Poor Dave, covid
// again”, „Tomas, 34 m., hepatitas C“.
func (s *search) isApart(h phrase.Hit) bool {
	const longest = 12
	first, last := h.First, h.Last
	for first > 0 && last-first < longest && s.d.Tokens[first-1].Sentence == s.d.Tokens[h.First].Sentence {
		first--
	}
	for int(last)+1 < len(s.d.Tokens) && last-first < longest && s.d.Tokens[last+1].Sentence == s.d.Tokens[h.First].Sentence {
		last++
	}
	if last-first >= longest {
		return false
	}
	for i := max(first+1, h.First-1); i <= h.First; i++ {
		if s.d.Tokens[i].Flags&text.BreakBefore != 0 {
			return true
		}
	}
	return false
}

// hasPronoun tells whether the sentence of a state speaks of somebody by a pronoun, whose name stands in the one before.
func (s *search) hasPronoun(sentence int32, state phrase.Hit) bool {
	const reach = 8
	for i := max(0, state.First-reach); i <= state.Last+reach && int(i) < len(s.d.Tokens); i++ {
		if s.d.Tokens[i].Sentence != sentence {
			continue
		}
		switch string(s.d.Word(&s.d.Tokens[i])) {
		case "he", "she", "he's", "she's", "his", "her", "him", "ji", "jis", "jai", "jam", "jos", "jo":
			return true
		}
	}
	return false
}

// isDativeBefore tells whether somebody's name in the Lithuanian dative stands directly before an illness, which needs
// no verb then: „Jonui depresija“.
func (s *search) isDativeBefore(h phrase.Hit) bool {
	if !s.isName(h.First-1, s.d.Tokens[h.First].Sentence) {
		return false
	}
	name := s.d.Word(&s.d.Tokens[h.First-1])
	return bytes.HasSuffix(name, []byte("ui")) || bytes.HasSuffix(name, []byte("ei")) || bytes.HasSuffix(name, []byte("ai"))
}

// isGeneral tells whether the sentence of a hit is about an illness as such, about an animal, or about people in public
// life.
func (s *search) isGeneral(h phrase.Hit) bool {
	sentence, all := s.d.Tokens[h.First].Sentence, s.in.Hits()
	at, _ := slices.BinarySearchFunc(all, sentence, func(h phrase.Hit, sentence int32) int {
		return int(s.d.Tokens[h.First].Sentence - sentence)
	})
	for ; at < len(all) && s.d.Tokens[all[at].First].Sentence == sentence; at++ {
		if l := all[at].List; l == s.health.general.ID || l == s.health.others.ID && !s.isNameToo(all[at]) {
			return true
		}
	}
	return false
}

// isNameToo tells whether a word for an animal is a given name as it is written: Kate, which without its dot is „katė“.
func (s *search) isNameToo(h phrase.Hit) bool {
	for _, name := range s.hits(h.First, h.First) {
		if name.List == s.health.names.ID && s.d.Tokens[h.First].Flags&text.Capital != 0 {
			return true
		}
	}
	return false
}

// isIdiom tells whether the Lithuanian word for being ill means being a fan: „serga už komandą“, „serga futbolu“,
// or that the one for being pregnant is an old form of being awaited: „laukiasi jūsų“.
func (s *search) isIdiom(h phrase.Hit) bool {
	if int(h.Last)+1 >= len(s.d.Tokens) {
		return false
	}
	next := &s.d.Tokens[h.Last+1]
	if h.First == h.Last && string(s.d.Word(&s.d.Tokens[h.First])) == "laukiasi" && next.Flags&text.BreakBefore == 0 {
		return true
	}
	switch string(s.d.Word(next)) {
	case "uz", "futbolu", "krepsiniu", "darbu", "muzika", "kelionemis", "sportu", "automobiliais", "meile", "sirgaliu", "begimu", "fotografija", "zvejyba",
		"startuoliu", "entuziazmu", "optimizmu", "juoku", "ideja", "gera":
		return true
	}
	return false
}

// isDenied tells whether the word before says that it is not so: “he is not in hospital”, „ji ne ligoninėje“.
func (s *search) isDenied(h phrase.Hit) bool {
	for i := max(0, h.First-2); i < h.First; i++ {
		switch string(s.d.Word(&s.d.Tokens[i])) {
		case "not", "isn't", "wasn't", "never", "ne", "nei":
			return s.d.Tokens[i].Sentence == s.d.Tokens[h.First].Sentence
		}
	}
	return false
}

// person looks for a named person in the sentence: a given name, a word for a person with a name beside it, or two
// names before a verb.
func (s *search) person(sentence int32, state phrase.Hit) (first, last int32, ok bool) {
	for _, h := range s.hits(state.First-personReach, state.Last+personReach) {
		if s.d.Tokens[h.First].Sentence != sentence || h.First >= state.First && h.Last <= state.Last {
			continue
		}
		switch h.List {
		case s.health.names.ID:
			if !s.isGivenName(h) || s.isCarer(h) {
				continue
			}
			last = h.Last
			if s.isName(last+1, sentence) {
				last++
			}
			return s.withRole(h.First), last, true
		case s.health.persons.ID:
			for next := h.Last + 1; next <= h.Last+2; next++ {
				if s.isName(next, sentence) {
					return h.First, next, true
				}
			}
		case s.health.ties.ID, s.health.states.ID:
			if s.isName(h.First-1, sentence) && s.isName(h.First-2, sentence) {
				return h.First - 2, h.First - 1, true
			}
		}
	}
	if s.isName(state.First-1, sentence) && s.isName(state.First-2, sentence) {
		return state.First - 2, state.First - 1, true
	}
	return s.surname(sentence, state)
}

// isCarer tells whether a name is a doctor's or the like: the word stands before it, or a few words behind: “Jonas, our
// pharmacist”.
func (s *search) isCarer(name phrase.Hit) bool {
	const behind = 4
	for _, h := range s.hits(name.First-longestPhrase, name.Last+1+behind) {
		if h.List != s.health.carers.ID || s.d.Tokens[h.First].Sentence != s.d.Tokens[name.First].Sentence {
			continue
		}
		if h.Last < name.First && h.Last >= name.First-2 || h.First > name.Last {
			return true
		}
	}
	return false
}

// surname looks for a Lithuanian surname near a state of health.
func (s *search) surname(sentence int32, state phrase.Hit) (first, last int32, ok bool) {
	for i := max(0, state.First-personReach); i <= state.Last+personReach && int(i) < len(s.d.Tokens); i++ {
		if s.isName(i, sentence) && isLithuanianSurname(s.d.Word(&s.d.Tokens[i])) && !s.isCarer(phrase.Hit{First: i, Last: i}) {
			return i, i, true
		}
	}
	return 0, 0, false
}

// surnameEndings are the ends of Lithuanian surnames in all cases, folded. Endings that ordinary words or towns have as
// well are not among them.
var surnameEndings = [...]string{
	"auskas", "ausko", "auskui", "auska", "ausku", "auskiene", "auskienes", "auskienei", "auskaite", "auskaites", "auskaitei",
	"evicius", "eviciaus", "eviciui", "eviciu", "avicius", "aviciaus", "aviciui", "aviciu", "eviciene", "evicienes", "evicienei",
	"aviciene", "avicienes", "avicienei", "inskas", "insko", "inskui", "insku", "inskiene", "inskienes", "inskienei",
	"aitis", "aiciui", "aiciu", "ienei", "aites", "aitei", "tiene", "tienes", "kiene", "kienes", "diene", "dienes", "niene", "nienes", "ciute", "ciutes", "ciutei",
}

func isLithuanianSurname(word []byte) bool {
	const shortest = 7
	for _, end := range surnameEndings {
		if len(word) >= shortest && bytes.HasSuffix(word, []byte(end)) {
			return true
		}
	}
	return false
}

// withRole gives the token of the word for a person before a name, if there is one.
func (s *search) withRole(name int32) int32 {
	for _, h := range s.hits(name-longestPhrase, name-1) {
		if h.List == s.health.persons.ID && h.Last == name-1 {
			return h.First
		}
	}
	return name
}

// isGivenName tells whether a hit of the list of names is one: written with a capital, or beside a word for a person.
func (s *search) isGivenName(h phrase.Hit) bool {
	if s.d.Tokens[h.First].Flags&text.Capital != 0 {
		return true
	}
	for _, p := range s.hits(h.First-longestPhrase, h.First-1) {
		if p.List == s.health.persons.ID && p.Last == h.First-1 {
			return true
		}
	}
	return false
}

// isName tells whether a token looks like a name: a capital and small letters, and no word that the rule knows.
func (s *search) isName(i int32, sentence int32) bool {
	if i < 0 || int(i) >= len(s.d.Tokens) {
		return false
	}
	t := &s.d.Tokens[i]
	if t.Kind != text.Word || t.Sentence != sentence || t.Flags&text.Capital == 0 || t.Flags&(text.Upper|text.HasDigit|text.InLink|text.InHandle|text.InHashtag) != 0 || t.FoldEnd-t.FoldStart < 2 {
		return false
	}
	for _, h := range s.hits(i-longestPhrase, i) {
		if i <= h.Last && s.isHealthWord(h) {
			return false
		}
	}
	return !isStarter(s.d.Word(t))
}

func (s *search) isHealthWord(h phrase.Hit) bool {
	w := s.health
	return h.List == w.states.ID || h.List == w.conditions.ID || h.List == w.ties.ID || h.List == w.general.ID || h.List == w.others.ID || h.List == w.persons.ID || h.List == w.carers.ID
}

// isStarter tells whether a word is one that often begins a sentence, and no name.
func isStarter(word []byte) bool {
	switch string(word) {
	case "the", "our", "my", "his", "her", "their", "this", "that", "she", "he", "it", "they", "we", "you", "who", "and", "but", "when", "after",
		"musu", "mano", "jis", "ji", "jie", "mes", "jus", "sis", "si", "tai", "kai", "bet", "ir", "po", "del", "sveiki", "labas", "hi", "hello",
		"today", "yesterday", "siandien", "vakar", "world", "national", "hospital", "company", "team":
		return true
	}
	return false
}
