package secret

import (
	"math"
	"regexp"
	"strings"
	"sync"

	"rostrum/text/literal"
)

// format is a known shape of keys. The table is made from the default rules of gitleaks, see generate.
type format struct {
	id       string
	pattern  string
	entropy  float64 // bits per character that a secret must have at least
	group    int     // of the pattern, that is the secret; 0: the first that took part
	keywords []string
}

type formatFinder struct {
	all      []compiled
	keywords *literal.Set
	by       [][]int // formats by keyword
}

// compiled is a format whose pattern is compiled when it is first needed: most never are.
type compiled struct {
	*format
	regexp func() *regexp.Regexp
}

func newFormatFinder() (*formatFinder, error) {
	f := &formatFinder{all: make([]compiled, len(formats))}
	b := literal.NewBuilder()
	for i := range formats {
		shape := &formats[i]
		f.all[i] = compiled{shape, sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(shape.pattern) })}
		for _, keyword := range shape.keywords {
			id := int(b.Add(keyword))
			if id == len(f.by) {
				f.by = append(f.by, nil)
			}
			f.by[id] = append(f.by[id], i)
		}
	}
	var err error
	f.keywords, err = b.Build()
	return f, err
}

// check tries the formats whose keyword stands in the post.
func (f *formatFinder) check(s *search) {
	if !hasDense(s.d.Folded) {
		return
	}
	s.ids = s.ids[:0]
	if s.note == nil {
		s.note = s.seen
	}
	f.keywords.Find(s.d.Folded, s.note)
	for _, id := range s.ids {
		for _, i := range f.by[id] {
			f.all[i].check(s)
		}
	}
}

// seen notes a keyword once.
func (s *search) seen(id literal.ID) {
	for _, have := range s.ids {
		if have == id {
			return
		}
	}
	s.ids = append(s.ids, id)
}

func (c *compiled) check(s *search) {
	for _, m := range c.regexp().FindAllStringSubmatchIndex(s.d.Source, -1) {
		start, end := secretOf(m, c.group)
		if word := s.d.Source[start:end]; isSecret(word, c.entropy) {
			s.found(start, end, formatMessage)
		}
	}
}

// secretOf gives the place of the secret in a match: its group, or the first that took part, or all of it.
func secretOf(m []int, group int) (start, end int) {
	if group > 0 && 2*group+1 < len(m) && m[2*group] >= 0 {
		return m[2*group], m[2*group+1]
	}
	for i := 2; group == 0 && i+1 < len(m); i += 2 {
		if m[i] >= 0 {
			return m[i], m[i+1]
		}
	}
	return m[0], m[1]
}

// isSecret tells a secret from a placeholder and from plain words.
func isSecret(word string, least float64) bool {
	if isPlaceholder(word) {
		return false
	}
	if least > 0 {
		return entropy(word) > least
	}
	return strings.ContainsAny(word, "0123456789") && entropy(word) > 2
}

// entropy gives Shannon's entropy in bits per byte.
func entropy(word string) float64 {
	var counts [256]int
	for i := range len(word) {
		counts[word[i]]++
	}
	bits := 0.0
	for _, n := range counts {
		if n > 0 {
			share := float64(n) / float64(len(word))
			bits -= share * math.Log2(share)
		}
	}
	return bits
}

var placeholders = [...]string{"example", "xxxx", "your", "placeholder", "changeme", "change_me", "replace", "insert", "****", "....", "dummy", "redacted", "<", "sample", "abcdefgh", "tavo", "jusu", "pavyzd"}

func isPlaceholder(word string) bool {
	for i := range len(word) {
		if !beginsPlaceholder[word[i]] {
			continue
		}
		for _, p := range placeholders {
			if hasPrefixFold(word[i:], p) {
				return true
			}
		}
	}
	return false
}

// beginsPlaceholder tells the letters that a placeholder begins with, small and capital.
var beginsPlaceholder = placeholderBeginnings()

func placeholderBeginnings() (begins [256]bool) {
	for _, p := range placeholders {
		begins[p[0]], begins[strings.ToUpper(p)[0]] = true, true
	}
	return begins
}

// hasPrefixFold and hasSuffixFold look for small letters, whatever the case of the word's.
func hasPrefixFold(word, small string) bool {
	return len(word) >= len(small) && strings.EqualFold(word[:len(small)], small)
}

func hasSuffixFold(word, small string) bool {
	return len(word) >= len(small) && strings.EqualFold(word[len(word)-len(small):], small)
}

// The shortest stretch of letters and digits that a key has, and of letters alone.
const (
	densest = 14
	lettery = 20
)

// lettersOnly are the beginnings of keys that may happen to have no digit at all.
var lettersOnly = [...]string{"akia", "asia", "abia", "acca", "hf_"}

// hasDense tells whether there is a long stretch of letters and digits with a digit in it, or a longer one of letters.
// Few posts have one, and no key is without.
func hasDense(folded []byte) bool {
	length, digits := 0, 0
	for _, c := range folded {
		switch {
		case c-'0' < 10:
			digits++
			length++
		case c-'a' < 26 || c == '_' || c == '-' || c == '=' || c == '+':
			length++
		default:
			length, digits = 0, 0
		}
		if length >= densest && digits > 0 || length >= lettery {
			return true
		}
	}
	return false
}
