package secret

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rostrum/text/phrase"
)

// candidate is a word that may be a secret.
type candidate struct {
	text   string
	folded []byte
	tied   bool // a colon, a dash or "is" stands before it
	next   bool // it is the next word
	quoted bool
	last   bool // nothing follows in the line
	usual  bool // a name that is often its own password: admin
	// "to" with no place or thing of one's own behind it stands before: the password to success
	figurative bool
}

// fits tells whether it is a secret of the sort that is said in this manner.
func (c *candidate) fits(how manner) bool {
	if len(c.text) < 3 || len(c.text) > 64 || isPlaceholder(c.text) || strings.Contains(c.text, "://") {
		return false
	}
	switch how {
	case pinCode:
		return isCode(c.text, 4, 8) && (c.tied || c.next && !isYear(c.text))
	case sentCode:
		return isCode(c.text, 4, 8) && (c.tied || c.next && !isYear(c.text))
	case doorCode:
		digits := digitsOf(c.text)
		return digits >= 3 && digits <= 8 && (c.tied || c.next || digits >= 4) && (c.tied || !isYear(c.text)) || (c.tied || c.next) && isMixed(c.text)
	}
	switch {
	case isPassphrase(c.text):
		return c.tied || c.next
	case isMixed(c.text):
		return c.tied || c.next && how == anyPassword
	case isCode(c.text, 4, 12):
		return c.tied || c.next && how == anyPassword && len(c.text) > 5
	case c.usual && c.next && c.last && isOneWord(c.text):
		return true
	}
	return how != networkKey && c.tied && !c.figurative && len(c.text) > 3 && !sameAll(c.text) && (c.quoted || c.last) && isOneWord(c.text) && !isOrdinary(c.folded)
}

// isMixed tells whether a word has letters and digits, or a sign amid letters, as passwords do and words do not.
func isMixed(s string) bool {
	letters, digits, signs := 0, 0, 0
	for i, r := range s {
		switch {
		case unicode.IsLetter(r):
			letters++
		case unicode.IsDigit(r):
			digits++
		case strings.ContainsRune("!@#$%^&*_+=~?", r) && i > 0:
			signs++
		case r != '-' && r != '.' && r != '/' && r != '!' && r != '@' && r != '#' && r != '$' && r != '*':
			return false
		}
	}
	if strings.ContainsAny(s, "@") && strings.Contains(s, ".") && digits == 0 {
		return false // an address
	}
	if letters == 0 {
		return digits >= 4 && signs > 0 && !strings.HasSuffix(s, "%")
	}
	return len(s) >= 5 && (digits > 0 || signs > 0 && inner(s)) && letters+digits >= 4 && !isNamedThing(s)
}

// isPassphrase tells words that are joined by hyphens as nobody would join them in a sentence.
func isPassphrase(s string) bool {
	const hyphens, shortest = 3, 15
	return len(s) >= shortest && strings.Count(s, "-") >= hyphens && isOneWord(s) && !strings.Contains(s, "--")
}

// inner tells whether a sign stands inside the word, not only at its end.
func inner(s string) bool {
	return strings.ContainsAny(strings.TrimRight(s, "!?*"), "!@#$%^&*_+=~")
}

// isNamedThing tells whether a word with digits is a known thing, a size or a rank.
func isNamedThing(s string) bool {
	for _, name := range [...]string{"1password", "windows10", "windows11", "office365", "microsoft365", "covid-19", "web3.0", "sha256", "sha-256", "aes256", "aes-256", "base64", "oauth2", "oauth2.0", "totp/2fa", "2fa/mfa", "mfa/2fa"} {
		if strings.EqualFold(s, name) {
			return true
		}
	}
	for _, suffix := range [...]string{"-character", "-digit", "-factor", "-step", "-bit", "chars", "-char", "-ženklų", "-iems", "-iais", "-ais", "-oji", "-asis"} {
		if hasSuffixFold(s, suffix) {
			return true
		}
	}
	return false
}

// isCode tells whether a word is a code of digits, perhaps with # or * around them.
func isCode(s string, least, most int) bool {
	digits := strings.Trim(s, "#*")
	for i := range len(digits) {
		if digits[i]-'0' >= 10 {
			return false
		}
	}
	return len(digits) >= least && len(digits) <= most && (digits != s || !strings.HasSuffix(s, "%"))
}

// digitsOf counts the digits of a code of digits and hyphens, perhaps with # or * around them; 0 where it is none.
func digitsOf(s string) int {
	core, n := strings.Trim(s, "#*-"), 0
	for i := range len(core) {
		switch {
		case core[i]-'0' < 10:
			n++
		case core[i] != '-':
			return 0
		}
	}
	return n
}

// isYear tells whether a word is a year of our time.
func isYear(s string) bool {
	return len(s) == 4 && (s[:2] == "19" || s[:2] == "20")
}

func isOneWord(s string) bool {
	for _, r := range s {
		if !unicode.IsLetter(r) && r != '-' && r != '_' {
			return false
		}
	}
	return true
}

func sameAll(s string) bool {
	return len(s) > 0 && strings.Count(s, s[:1]) == len(s)
}

// candidate gives the place of what stands between spaces around a token, without quotation marks and what ends a
// sentence, but no earlier than from.
func (s *search) candidate(at, from int) (start, stop int) {
	source := s.d.Source
	const longest = 80 // bytes; more than any secret that is said in words
	start = at
	for start > from && !isSpace(source[start-1]) && strings.IndexByte("!@#$%^&*_+~", source[start-1]) >= 0 {
		start--
	}
	stop = at
	for stop < len(source) && stop < at+longest && !isSpace(source[stop]) {
		r, size := utf8.DecodeRuneInString(source[stop:])
		if strings.ContainsRune("„“”«»\"<>()[]{}’‘…", r) || r == '\u00a0' {
			break
		}
		stop += size
	}
	for stop > start && strings.IndexByte(".,;:'", source[stop-1]) >= 0 {
		stop--
	}
	return start, stop
}

// foldedFrom gives the folded form of the text from token i up to a place.
func (s *search) foldedFrom(i int32, stop int) []byte {
	last := i
	for int(last)+1 < len(s.d.Tokens) && int(s.d.Tokens[last].End) < stop {
		last++
	}
	return s.d.Folded[s.d.Tokens[i].FoldStart:s.d.Tokens[last].FoldEnd]
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

func isQuote(source string, at int) bool {
	r, _ := utf8.DecodeLastRuneInString(source[:at])
	return at > 0 && strings.ContainsRune("„“”«»\"'‘’", r)
}

// closingQuote moves the end of a quoted password to the closing mark, if that is near.
func (s *search) closingQuote(stop int) int {
	const longest = 40
	end := strings.IndexAny(s.d.Source[stop:min(len(s.d.Source), stop+longest)], "“”»\"’\n")
	if end < 0 || s.d.Source[stop+end] == '\n' {
		return stop
	}
	return stop + end
}

// isBracket tells whether a bracket stands before a place: [your password].
func isBracket(source string, at int) bool {
	return at > 0 && strings.IndexByte("[<{(", source[at-1]) >= 0
}

// isLast tells whether nothing but signs follows in the line.
func (s *search) isLast(at int) bool {
	for _, r := range s.d.Source[at:] {
		switch {
		case r == '\n' || r == '.' || r == ',' || r == ';':
			return true
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			return false
		}
	}
	return true
}

// isMeasure tells whether what follows says that the word was a number of something: 12 characters, 20 %.
func (s *search) isMeasure(at int) bool {
	rest := strings.TrimLeft(s.d.Source[at:min(len(s.d.Source), at+24)], " -")
	for _, unit := range [...]string{"%", "character", "char", "digit", "letter", "symbol", "number", "time", "day", "minut", "hour", "simbol", "ženkl", "zenkl", "skaitm", "skaič", "raid", "kart", "dien", "val", "metų", "metu", "eur", "€"} {
		if hasPrefixFold(rest, unit) {
			return true
		}
	}
	return false
}

// readGap reads what stands between two words: whether it ties what follows to what came before, and whether it ends
// the sentence.
func readGap(gap string) (tie, end bool) {
	for i, r := range gap {
		switch r {
		case ':', '=', '–', '—', '→', '>':
			tie = true
		case '-':
			tie = tie || i > 0
		case '.', '!', '?', ';', '\n':
			end = end || !tie
		}
	}
	return tie, end
}

// isPairGap tells whether a name and a password have this between them.
func isPairGap(gap string) bool {
	trimmed := strings.TrimSpace(gap)
	return trimmed == "/" || trimmed == "|" || trimmed == "//" || trimmed == "\\" || gap == ":"
}

// isAdvice tells whether the sentence speaks of passwords as such: the most common one, an example, a hint.
func (s *search) isAdvice(h phrase.Hit) bool {
	const reach = 30 // tokens
	sentence := s.d.Tokens[h.First].Sentence
	for i := h.First - 1; i >= max(0, h.First-reach) && s.d.Tokens[i].Sentence == sentence; i-- {
		if isAdvising(s.d.Word(&s.d.Tokens[i])) {
			return true
		}
	}
	return false
}
