package ledger

import (
	"errors"
	"maps"
	"slices"
	"strconv"
	"time"
	"unicode/utf8"
)

// timeForm is RFC 3339 in UTC with microseconds, always as many bytes, so that text sorts as time does.
const timeForm = "2006-01-02T15:04:05.000000Z"

const hexDigits = "0123456789abcdef"

// isPlain tells whether a canonical string holds the byte as it is.
func isPlain(c byte) bool { return c >= 0x20 && c != '"' && c != '\\' }

// shortEscape gives the letter after the backslash, or 0 where RFC 8785 has none for the byte.
func shortEscape(c byte) byte {
	switch c {
	case '"', '\\':
		return c
	case '\b':
		return 'b'
	case '\t':
		return 't'
	case '\n':
		return 'n'
	case '\f':
		return 'f'
	case '\r':
		return 'r'
	}
	return 0
}

// appendString writes a JSON string as RFC 8785 does.
func appendString[T string | []byte](to []byte, s T) []byte {
	to = append(to, '"')
	for i := range len(s) {
		c := s[i]
		switch short := shortEscape(c); {
		case isPlain(c):
			to = append(to, c)
		case short != 0:
			to = append(to, '\\', short)
		default:
			to = append(to, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
		}
	}
	return append(to, '"')
}

// unescape gives the text between the quotes of a canonical string.
func unescape(raw []byte) []byte {
	if slices.Index(raw, '\\') < 0 {
		return raw
	}
	text := make([]byte, 0, len(raw))
	for i := 0; i < len(raw); i++ {
		if raw[i] != '\\' {
			text = append(text, raw[i])
			continue
		}
		i++
		switch raw[i] {
		case 'b':
			text = append(text, '\b')
		case 't':
			text = append(text, '\t')
		case 'n':
			text = append(text, '\n')
		case 'f':
			text = append(text, '\f')
		case 'r':
			text = append(text, '\r')
		case 'u':
			n, _ := strconv.ParseUint(string(raw[i+1:i+5]), 16, 8)
			text = append(text, byte(n))
			i += 4
		default:
			text = append(text, raw[i])
		}
	}
	return text
}

// appendMap writes an object of strings, its names sorted.
func appendMap(to []byte, m map[string]string) []byte {
	to = append(to, '{')
	for i, name := range slices.Sorted(maps.Keys(m)) {
		if i > 0 {
			to = append(to, ',')
		}
		to = append(appendString(to, name), ':')
		to = appendString(to, m[name])
	}
	return append(to, '}')
}

// appendLeaf writes an entry with commitments in place of what is private.
func appendLeaf(to []byte, seq int64, e Entry, commitments map[string]string) []byte {
	to = appendString(append(to, `{"actor":`...), e.Actor)
	to = appendMap(append(to, `,"data":`...), e.Data)
	to = appendString(append(to, `,"kind":`...), e.Kind)
	to = appendMap(append(to, `,"private":`...), commitments)
	to = strconv.AppendInt(append(to, `,"seq":`...), seq, 10)
	to = appendString(append(to, `,"subject":`...), e.Subject)
	to = e.Time.UTC().AppendFormat(append(to, `,"time":"`...), timeForm)
	return append(to, `"}`...)
}

// parseTime reads the one form in which a time may stand.
func parseTime(b []byte) (time.Time, bool) {
	if len(b) != len(timeForm) {
		return time.Time{}, false
	}
	t, err := time.Parse(timeForm, string(b))
	if err != nil {
		return time.Time{}, false
	}
	var again [len(timeForm)]byte
	return t, string(t.AppendFormat(again[:0], timeForm)) == string(b)
}

// isName tells whether b may name a field or a kind: 1 to 64 ASCII letters, digits, dots, dashes and underscores.
func isName(b []byte) bool {
	if len(b) == 0 || len(b) > maxName {
		return false
	}
	for _, c := range b {
		letter := c|0x20 >= 'a' && c|0x20 <= 'z'
		if !letter && (c < '0' || c > '9') && c != '.' && c != '-' && c != '_' {
			return false
		}
	}
	return true
}

func areText(all ...string) error {
	for _, s := range all {
		if !utf8.ValidString(s) {
			return errors.New("text that is not UTF-8")
		}
	}
	return nil
}
