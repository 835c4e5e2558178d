package entity

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

//go:embed phones.txt
var phonesText string

// phoneTable knows, by calling code, how long a subscriber's number is and how it may begin. Lines that belong to
// nobody in particular (free, paid, short) are not in it.
type phoneTable map[int][]phoneRange

type phoneRange struct {
	length   int
	from, to int // first three digits
}

// phones reads the table when it is first needed.
var phones = sync.OnceValue(func() phoneTable { return readPhones(phonesText) })

// readPhones reads lines of calling code, length and beginnings; what it cannot read it leaves out.
func readPhones(lines string) phoneTable {
	t := phoneTable{}
	for line := range strings.Lines(lines) {
		fields := strings.Fields(line)
		if len(fields) < 3 {
			continue
		}
		code, err := strconv.Atoi(fields[0])
		length, lengthErr := strconv.Atoi(fields[1])
		if err != nil || lengthErr != nil {
			continue
		}
		for _, f := range fields[2:] {
			from, to, isRange := strings.Cut(f, "-")
			if !isRange {
				to = from
			}
			first, err := strconv.Atoi(from)
			last, lastErr := strconv.Atoi(to)
			if err == nil && lastErr == nil {
				t[code] = append(t[code], phoneRange{length, first, last})
			}
		}
	}
	return t
}

// national tells whether digits are a subscriber's number in the country of a calling code.
func (t phoneTable) national(code int, d []byte) bool {
	if len(d) < 5 {
		return false
	}
	head := value(d[:3])
	for _, r := range t[code] {
		if r.length == len(d) && head >= r.from && head <= r.to {
			return true
		}
	}
	return false
}

// international tells whether digits are a calling code and a subscriber's number.
func (t phoneTable) international(d []byte) bool {
	for n := 1; n <= 3 && n < len(d); n++ {
		code := value(d[:n])
		if d[0] != '0' && t[code] != nil && (t.national(code, d[n:]) || d[n] == '0' && t.national(code, d[n+1:])) {
			return true
		}
	}
	return false
}

// European calling codes of countries where a number begins with 0 at home.
var zeroFirst = [...]int{44, 49, 33, 46, 31, 32, 43, 41, 358, 353, 370, 421, 386, 385, 40}

// withZero tells whether digits after a 0 are a subscriber's number in one of those countries.
func (t phoneTable) withZero(d []byte) bool {
	for _, code := range zeroFirst {
		if t.national(code, d) {
			return true
		}
	}
	return false
}
