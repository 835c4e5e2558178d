package link

import (
	"strings"
	"unicode"

	"rostrum/text"
)

// disguisedScript tells a host whose letters hide what it is: a label that mixes Latin with another script, letters of
// another script that all look Latin, or a name in another script that was typed as xn--… before a Latin ending.
func disguisedScript(a *address) bool {
	if plain(a.host) {
		return false
	}
	for label := range strings.SplitSeq(a.host, ".") {
		latin, other := scriptsOf(label)
		switch {
		case latin && other:
			return true
		case other && isASCII(text.Fold(label)):
			return true
		case other && a.punycode && isASCII(a.host[strings.LastIndexByte(a.host, '.')+1:]):
			return true
		}
	}
	return false
}

func scriptsOf(label string) (latin, other bool) {
	for _, c := range label {
		switch {
		case unicode.Is(unicode.Latin, c):
			latin = true
		case unicode.IsLetter(c):
			other = true
		}
	}
	return latin, other
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] > unicode.MaxASCII {
			return false
		}
	}
	return true
}
