package form

import (
	"slices"
	"strconv"
	"unicode"
	"unicode/utf8"

	"rostrum/policy/rule"
	"rostrum/text"
)

// minWords is how many words it takes to be sure of a language that nobody named.
const minWords = 5

// checkLanguage reports a text in a language that the company does not post in. Mixed texts pass: names and quotations
// are in other languages rightly.
func (r *form) checkLanguage(d *text.Document, out *rule.Report) {
	if d.Lang == "" || d.Lang == text.Mixed || slices.Contains(r.languages, d.Lang) {
		return
	}
	words := 0
	for i := range d.Tokens {
		if isPlainWord(&d.Tokens[i]) {
			words++
		}
	}
	if words < minWords {
		return
	}
	message := otherLanguage
	switch d.Lang {
	case text.English:
		message = inEnglish
	case text.Lithuanian:
		message = inLithuanian
	}
	out.Add(rule.Match{Message: message, Suggestion: translate})
}

func isPlainWord(t *text.Token) bool {
	return t.Kind == text.Word && t.Flags&(text.InLink|text.InHandle|text.InHashtag) == 0
}

// longHashtag is how long a hashtag in small letters is of which one can be sure that it is more than one word, in
// letters; long words of either language are shorter.
const longHashtag = 18

// checkHashtags reports too many hashtags, and one whose words run together.
func (r *form) checkHashtags(d *text.Document, out *rule.Report) {
	tags, first, last := 0, -1, 0
	var joined *text.Token
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if t.Kind != text.Hashtag {
			continue
		}
		if tags++; tags > r.maxHashtags {
			last = int(t.End)
			if first < 0 {
				first = int(t.Start)
			}
		}
		if joined == nil && runsTogether(d.Original(t)) {
			joined = t
		}
	}
	if tags > r.maxHashtags {
		out.Add(rule.Match{Start: first, End: last, Message: manyHashtags, Suggestion: fewerHashtags,
			Values: []string{"count", strconv.Itoa(tags), "limit", strconv.Itoa(r.maxHashtags)}})
	}
	if joined != nil {
		out.Add(rule.Match{Start: int(joined.Start), End: int(joined.End), Verdict: rule.Advise,
			Message: joinedHashtag, Suggestion: capitaliseHashtag})
	}
}

func countHashtags(d *text.Document) int { return countKind(d, text.Hashtag) }

func runsTogether(tag string) bool {
	letters := 0
	for _, c := range tag[1:] {
		if !unicode.IsLower(c) {
			return false
		}
		letters++
	}
	return letters >= longHashtag
}

const (
	shoutLetters = 20
	shoutWords   = 4
	shoutPercent = 70 // of the letters
)

// checkCapitals reports a text that is mostly in capitals.
func checkCapitals(d *text.Document, out *rule.Report) {
	if !anyUpper(d) {
		return
	}
	letters, upper, words := 0, 0, 0
	first, last := -1, 0
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if !isPlainWord(t) {
			continue
		}
		size := int(t.FoldEnd - t.FoldStart)
		letters += size
		words++
		switch {
		case t.Flags&text.Upper != 0:
			upper += size
			if first < 0 {
				first = int(t.Start)
			}
			last = int(t.End)
		case t.Flags&text.Capital != 0:
			upper++
		}
	}
	if letters >= shoutLetters && words >= shoutWords && upper*100 >= letters*shoutPercent && first >= 0 {
		out.Add(rule.Match{Start: first, End: last, Message: shouting, Suggestion: speakNormally})
	}
}

func anyUpper(d *text.Document) bool {
	for i := range d.Tokens {
		if d.Tokens[i].Flags&text.Upper != 0 {
			return true
		}
	}
	return false
}

// checkInvisible reports the first character that is there but cannot be seen, or cannot be read.
func checkInvisible(d *text.Document, out *rule.Report) {
	if d.Has&text.HasInvalid != 0 {
		at := firstInvalid(d.Source)
		out.Add(rule.Match{Start: at, End: min(at+1, len(d.Source)), Message: notUTF8, Suggestion: typeAgain})
	}
	if d.Has&text.HasInvisible == 0 {
		return
	}
	first, count := -1, 0
	var name string
	for i, c := range d.Source {
		n := invisibleName(c)
		if n == "" {
			continue
		}
		if count++; first < 0 {
			first, name = i, n
		}
	}
	if first < 0 {
		out.Add(rule.Match{Message: unseen, Suggestion: typeAgain})
		return
	}
	_, size := utf8.DecodeRuneInString(d.Source[first:])
	out.Add(rule.Match{Start: first, End: first + size, Message: unseenNamed, Suggestion: typeAgain,
		Values: []string{"name", name, "count", strconv.Itoa(count)}})
}

func firstInvalid(s string) int {
	for i := 0; i < len(s); {
		c, size := utf8.DecodeRuneInString(s[i:])
		if c == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return len(s)
}

// invisibleName gives the code and name of a character that shows nothing; joiners within emoji are not among them,
// since those that nothing needs are counted as invisible by the reader of the text.
func invisibleName(c rune) string {
	switch c {
	case 0x00AD:
		return "U+00AD soft hyphen"
	case 0x180E:
		return "U+180E vowel separator"
	case 0x200B:
		return "U+200B zero width space"
	case 0x200C:
		return "U+200C zero width non-joiner"
	case 0x200E:
		return "U+200E left-to-right mark"
	case 0x200F:
		return "U+200F right-to-left mark"
	case 0x202A, 0x202B, 0x202D, 0x202E:
		return "U+" + strconv.FormatInt(int64(c), 16) + " direction override"
	case 0x2060:
		return "U+2060 word joiner"
	case 0x2066, 0x2067, 0x2068:
		return "U+" + strconv.FormatInt(int64(c), 16) + " direction isolate"
	case 0xFEFF:
		return "U+FEFF byte order mark"
	}
	return ""
}
