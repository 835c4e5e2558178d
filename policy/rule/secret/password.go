package secret

import (
	"strings"

	"rostrum/policy/rule"
	"rostrum/text"
	"rostrum/text/phrase"
)

// passwordFinder knows the words after which a secret is said.
type passwordFinder struct {
	passwords *phrase.List // password, slaptažodis
	shorts    *phrase.List // pass: only with a colon
	networks  *phrase.List // wifi: only with a colon, and no plain word
	pins      *phrase.List // PIN, PIN kodas
	codes     *phrase.List // code, kodas: only of a door, an alarm, a message
	doors     *phrase.List // door, alarm, safe
	messages  *phrase.List // verification, your
	offers    *phrase.List // promo, discount, postal, QR: codes for everybody
	logins    *phrase.List // login, prisijungimas: a name and a password
}

func newPasswordFinder(s *rule.Setup) (*passwordFinder, error) {
	f := &passwordFinder{}
	for _, l := range []struct {
		into  **phrase.List
		name  string
		words [3][]string // as written, English, Lithuanian
		waits bool
	}{
		{&f.passwords, "passwords", passwordWords, true},
		{&f.shorts, "shorts", shortWords, true},
		{&f.networks, "networks", networkWords, true},
		{&f.pins, "pins", pinWords, true},
		{&f.codes, "codes", codeWords, true},
		{&f.logins, "logins", loginWords, true},
		{&f.doors, "doors", doorWords, false},
		{&f.messages, "messages", messageWords, false},
		{&f.offers, "offers", offerWords, false},
	} {
		var failed error
		*l.into = s.List("secret/"+l.name, func(list *phrase.List) { failed = fill(list, l.words) })
		if failed != nil {
			return nil, failed
		}
		if l.waits {
			s.OnList(*l.into)
		}
	}
	return f, nil
}

func fill(l *phrase.List, words [3][]string) error {
	for i, langs := range [3][]text.Lang{nil, {text.English}, {text.Lithuanian}} {
		for _, w := range words[i] {
			if err := l.Add(w, phrase.Options{Languages: langs}); err != nil {
				return err
			}
		}
	}
	return nil
}

// check looks at what follows each word for a secret, and what comes before a password.
func (f *passwordFinder) check(s *search) {
	for _, h := range s.in.Awaited {
		switch h.List {
		case f.passwords.ID:
			if !s.after(h, anyPassword) {
				s.said(h, anyPassword)
			}
		case f.shorts.ID:
			s.after(h, shortPassword)
		case f.networks.ID:
			s.after(h, networkKey)
		case f.pins.ID:
			if !s.after(h, pinCode) {
				s.said(h, pinCode)
			}
		case f.codes.ID:
			f.code(s, h)
		case f.logins.ID:
			s.pair(h)
		}
	}
}

// code looks for a code that opens a door or came in a message, and not one of an offer.
func (f *passwordFinder) code(s *search, h phrase.Hit) {
	switch {
	case s.has(f.offers, h) || s.hasPercent(h):
	case s.has(f.doors, h):
		s.after(h, doorCode)
	case s.has(f.messages, h):
		s.after(h, sentCode)
	}
}

// hasPercent tells whether the sentence of a hit speaks of a share, as offers do.
func (s *search) hasPercent(h phrase.Hit) bool {
	const reach = 200 // bytes
	t := &s.d.Tokens[h.First]
	sentence := s.d.Sentences[t.Sentence]
	return strings.Contains(s.d.Source[max(sentence.Start, t.Start-reach):min(sentence.End, t.End+reach)], "%")
}

// manner says what a word may be followed by.
type manner uint8

const (
	anyPassword manner = iota
	shortPassword
	networkKey
	pinCode
	doorCode
	sentCode
)

// How many words may stand between the word and the secret: „slaptažodis nuo mūsų biuro belaidžio ryšio yra …“
const reach = 7

// after looks for a secret after a word: password hunter2, password for the door is hunter2, PIN: 4821.
func (s *search) after(h phrase.Hit, how manner) bool {
	if s.isAdvice(h) {
		return false
	}
	tied, direct := false, true // direct: only words like "now" stood in between
	figurative := false
	for i := h.Last + 1; int(i) < len(s.d.Tokens) && i <= h.Last+reach; i++ {
		t := &s.d.Tokens[i]
		if t.Flags&text.InHashtag != 0 {
			continue
		}
		gap := s.d.Source[s.d.Tokens[i-1].End:max(t.Start, s.d.Tokens[i-1].End)]
		tie, end := readGap(gap)
		if end && !(how == shortPassword && isAbbreviated(s.d.Word(&s.d.Tokens[i-1]), gap)) {
			return false
		}
		tied = tied || tie || end
		start, stop := s.candidate(int(t.Start), int(s.d.Tokens[i-1].End))
		c := candidate{text: s.d.Source[start:stop], folded: s.foldedFrom(i, stop), tied: tied, next: direct, quoted: isQuote(s.d.Source, start), last: s.isLast(stop),
			usual: isUsual(s.d.Word(t)), figurative: figurative}
		if c.quoted {
			stop = s.closingQuote(stop)
		}
		if isBracket(s.d.Source, start) {
			return false
		}
		if c.fits(how) && !s.isMeasure(stop) {
			s.found(start, stop, passwordMessage)
			return true
		}
		word := s.d.Word(t)
		if isStop(word) || tied && !isFiller(word) || (how == shortPassword || how == networkKey) && !tied {
			return false
		}
		direct = direct && isFiller(word)
		figurative = figurative || string(word) == "to" && !s.isFillerAt(i+1)
		tied = tied || isTie(word)
	}
	return false
}

// isAbbreviated tells whether the full stop after a word only shortens it: „slapt. Kepure77“.
func isAbbreviated(word []byte, gap string) bool { return gap == ". " && string(word) == "slapt" }

// isFillerAt tells whether a token is a word such as "the", "our", "server".
func (s *search) isFillerAt(i int32) bool {
	return int(i) < len(s.d.Tokens) && isFiller(s.d.Word(&s.d.Tokens[i]))
}

// said looks for a secret before the word: hunter2 is my password, 4821 is my PIN.
func (s *search) said(h phrase.Hit, how manner) {
	for i := h.First - 1; i > 0 && i >= h.First-4; i-- {
		word := s.d.Word(&s.d.Tokens[i])
		if isTie(word) {
			start, stop := s.candidate(int(s.d.Tokens[i-1].Start), 0)
			word := s.d.Source[start:stop]
			fits := how == pinCode && isCode(word, 4, 8) && !isYear(word) || how == anyPassword && isMixed(word)
			if stop <= int(s.d.Tokens[i].Start) && fits && !s.isAdvice(h) {
				s.found(start, stop, passwordMessage)
			}
			return
		}
		if !isFiller(word) {
			return
		}
	}
}

// pair looks for a name and a password after a word: login admin / admin123.
func (s *search) pair(h phrase.Hit) {
	if s.isAdvice(h) {
		return
	}
	for i := h.Last + 1; int(i)+1 < len(s.d.Tokens) && i <= h.Last+reach; i++ {
		name, next := &s.d.Tokens[i], &s.d.Tokens[i+1]
		if isStop(s.d.Word(name)) {
			return
		}
		gap := s.d.Source[name.End:max(next.Start, name.End)]
		if !isPairGap(gap) {
			continue
		}
		start, stop := s.candidate(int(next.Start), int(name.End))
		word := s.d.Source[start:stop]
		if isMixed(word) || isUsual(s.d.Word(name)) && len(word) > 2 && !isStop(s.d.Word(next)) {
			s.found(start, stop, passwordMessage)
			return
		}
	}
}
