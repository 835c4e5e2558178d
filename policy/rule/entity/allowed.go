package entity

import (
	"strings"

	"rostrum/policy/rule"
	"rostrum/text"
)

// allowed is what the policy lets everybody see: phone numbers, e-mail addresses, accounts, street addresses.
type allowed struct {
	numbers   [][]byte        // digits of phone numbers, without what is dialled only at home
	whole     map[string]bool // folded letters and digits of everything
	addresses map[string]bool // e-mail addresses, and @host for all addresses there
	places    [][]byte        // folded, long enough to be a street and a number
}

// readAllowed reads the word lists that a rule names.
func readAllowed(s *rule.Setup, lists []string) (allowed, error) {
	a := allowed{whole: map[string]bool{}, addresses: map[string]bool{}}
	for _, list := range lists {
		terms, err := s.Terms(list)
		if err != nil {
			return a, err
		}
		for _, t := range terms {
			a.add(t.Term)
			for _, form := range t.Forms {
				a.add(form)
			}
		}
	}
	return a, nil
}

func (a *allowed) add(entry string) {
	folded := strings.TrimSpace(text.Fold(entry))
	var letters, digits []byte
	for i := range len(folded) {
		if isAlnum(folded[i]) {
			letters = append(letters, folded[i])
		}
		if isDigit(folded[i]) {
			digits = append(digits, folded[i])
		}
	}
	a.whole[string(letters)] = true
	switch {
	case strings.Contains(folded, "@"):
		a.addresses[folded] = true
	case len(digits) >= 6 && len(digits) == len(letters):
		a.numbers = append(a.numbers, subscriber(digits))
	case len(digits) > 0 && len(letters) > 8:
		a.places = append(a.places, []byte(folded))
	}
}

// has tells whether letters and digits are an entry.
func (a *allowed) has(joined []byte) bool { return a.whole[string(joined)] }

// isAllowedPhone tells whether the window is an entry, written in whatever way.
func (s *search) isAllowedPhone() bool {
	d := subscriber(s.w.digits)
	for _, n := range s.allowed.numbers {
		long, short := n, d
		if len(long) < len(short) {
			long, short = short, long
		}
		if len(short) >= 7 && string(long[len(long)-len(short):]) == string(short) {
			return true
		}
	}
	return false
}

// subscriber gives digits without what comes before them: 00, a 0, the Lithuanian 8.
func subscriber(d []byte) []byte {
	if len(d) == 9 && d[0] == '8' {
		return d[1:]
	}
	for len(d) > 0 && d[0] == '0' {
		d = d[1:]
	}
	return d
}
