package signin

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ccojocar/zxcvbn-go/match"
	"golang.org/x/text/unicode/norm"
)

// Strength says how hard a password is to guess and how to make it harder.
type Strength struct {
	Score  int    // 0 (first guess) to 4 (out of reach), as zxcvbn counts
	EN, LT string // advice
}

// Enough tells whether the password may be used.
func (s Strength) Enough() bool { return s.Score >= 3 }

const (
	// minRunes is the shortest password that NIST SP 800-63B admits beside a second factor.
	minRunes = 8
	// judgedRunes is how much of a password is judged: the search takes quadratic time, and a long rest only helps.
	judgedRunes = 64
)

// Measure judges a password. own are words that a guesser of this person would try first: name, mail address, company.
func Measure(password string, own ...string) Strength {
	plain := []rune(unmarked(password))
	plain = plain[:min(len(plain), judgedRunes)]
	unit := repeated(string(plain))
	own = wordsOf(own)

	found := guess(unit, own)
	if spelt := unleet(unit); spelt != unit {
		if leet := guess(spelt, own); leet.Score < found.Score {
			unit, found = spelt, leet
		}
	}
	score := found.Score
	if utf8.RuneCountInString(password) < minRunes {
		score = min(score, 2)
	}
	return advise(score, unit, own, found.MatchSequence)
}

// unleet spells a password with the letters that its digits and signs stand for: "P4$$w0rd" is "Password".
func unleet(text string) string {
	return strings.NewReplacer("4", "a", "@", "a", "3", "e", "1", "i", "!", "i", "0", "o", "$", "s", "5", "s", "7", "t").Replace(text)
}

func advise(score int, unit string, own []string, found []match.Match) Strength {
	const en, lt = " Four or five unrelated words are easy to remember and hard to guess.",
		" Keturis ar penkis nesusijusius žodžius lengva įsiminti ir sunku atspėti."
	switch {
	case score == 4:
		return Strength{4, "Strong: very hard to guess.", "Stiprus: atspėti labai sunku."}
	case score == 3:
		return Strength{3, "Good: hard to guess.", "Geras: atspėti sunku."}
	case containsAny(strings.ToLower(unit), own):
		return Strength{score,
			"Leave out your name, your address and the company's name: they are tried first." + en,
			"Nenaudokite savo vardo, el. pašto adreso ir įmonės pavadinimo: juos spėja pirmiausia." + lt}
	case knownWord(found):
		return Strength{score,
			"This is built on what everybody tries first." + en,
			"Slaptažodis sudarytas iš to, ką visi bando pirmiausia." + lt}
	case len(found) > 0:
		return Strength{score,
			"Rows of keys, repeats and dates are guessed quickly." + en,
			"Gretimi klavišai, pasikartojimai ir datos greitai atspėjami." + lt}
	default:
		return Strength{score, "Make the password longer." + en, "Sukurkite ilgesnį slaptažodį." + lt}
	}
}

func knownWord(found []match.Match) bool {
	for _, m := range found {
		if m.Pattern == "dictionary" {
			return true
		}
	}
	return false
}

func containsAny(text string, words []string) bool {
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// wordsOf cuts names and addresses into the words a guesser would try, without diacritics.
func wordsOf(texts []string) []string {
	var words []string
	for _, text := range texts {
		for _, w := range strings.FieldsFunc(strings.ToLower(unmarked(text)), notLetterOrDigit) {
			if len(w) > 2 {
				words = append(words, w)
			}
		}
	}
	return words
}

func notLetterOrDigit(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// unmarked drops diacritics: guessers try a word with and without them.
func unmarked(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(text))
}

// repeated gives the unit of which a text is nothing but repetitions, else the text: "abcabc" is as good as "abc".
func repeated(text string) string {
	if text == "" {
		return text
	}
	return text[:1+strings.Index((text + text)[1:], text)]
}

// commonWords are the words that Lithuanian passwords are built on most; the library's own lists are English.
func commonWords() []string {
	return strings.Fields(`rostrum slaptazodis labas lietuva vilnius kaunas klaipeda siauliai panevezys zalgiris krepsinis
		asmyliutave myliu mylimas mylima meile saule saulyte gintaras gintare mantas lukas tomas jonas andrius marius
		mindaugas darius paulius karolis rokas giedrius arturas ausra rasa egle ieva ugne kotryna katinas suniukas
		kaciukas drambliukas zuikis meskiukas barbute nesakysiu nezinau prisijungimas prisijungti administratorius
		kompiuteris vasara ziema pavasaris ruduo sausis vasaris kovas balandis geguze birzelis liepa rugpjutis
		rugsejis spalis lapkritis gruodis`)
}
